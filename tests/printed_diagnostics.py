"""What a run said of files: its diagnostics without the tables around them, and their kinds."""

import re

from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS

from .conftest import Ran

_FIRST_LINE = re.compile(r"[\w./-]+\.(?:yaml|json|csv|xlsx|parquet):")


def said(ran: Ran) -> str:
    """Return the diagnostics, each a line that begins with its file and lines set in; then the exit code."""
    assert ran.err == ""
    kept: list[str] = []
    inside = False
    for line in ran.out.splitlines():
        starts = _FIRST_LINE.match(line) is not None
        inside = starts or (inside and line.startswith(" "))
        if inside:
            kept.append(line)
    return "\n".join([*kept, f"exit {ran.code}", ""])


def ids_in(text: str) -> list[str]:
    """Return the kinds of the diagnostics in English text, in order."""
    severities = "error|warning|note"
    return re.findall(rf"^ {{0,2}}\S.*?:\s+(?:{severities})\s+([a-z0-9-]+):\s", text, re.MULTILINE)


def kind_of(case: str) -> str:
    """Return the kind that a case is named after: the longest that its name begins with."""
    stem = case.partition(".")[0]
    return max((id for id in DIAGNOSTICS if f"{stem}-".startswith(f"{id}-")), key=len)
