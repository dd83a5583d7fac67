"""CSV in long form (RFC 4180): one row a finding, under names that stay; a report without any has one row.

The columns are those of the JSON result, its nested parts spread out, so both always say the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields

from ..diagnostics import Severity
from ..result import ResultAssessment, ResultFinding
from ..run import Run
from ..text import LANGS
from .escape import csv_cell
from .json import result
from .view import View

OF_A_REPORT = ("path", "entity", "period", "revision", "illustrative", "verdict")
COUNTED = {"errors": Severity.ERROR, "warnings": Severity.WARNING}
"""Columns that count the remarks on a report, by what they weigh."""

NESTED: dict[str, tuple[str, ...]] = {
    "decided_interval": ("decided_low", "decided_high"),
    "message": tuple(f"message_{lang}" for lang in LANGS),
    "needed": (*(f"needed_{lang}" for lang in LANGS), "needed_by", "needed_at"),
    "source": ("document", "paragraph", "wording"),
}
"""The columns of what has parts in the JSON result."""

OF_A_FINDING = tuple(
    name for field in fields(ResultFinding) for name in NESTED.get(field.name, (field.name,))
)
COLUMNS = (*OF_A_REPORT, *COUNTED, *OF_A_FINDING)
"""Every column, in order."""

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_QUOTED = re.compile(r'[",;|\t\r\n]|^\s|\s$')
"""Where a cell is quoted. Signs that separate elsewhere are too, since programs that guess count them."""


def render(run: Run, view: View) -> str:
    """Return the run as CSV; the view does not change it."""
    rows = (row for assessment in result(run).assessments for row in _rows(assessment))
    return "".join(map(csv_line, (COLUMNS, *rows)))


def csv_line(cells: Iterable[str]) -> str:
    """Return a row; cells are quoted where they must be."""
    return ",".join(_quoted(cell) if _QUOTED.search(cell) else cell for cell in cells) + "\n"


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _rows(assessment: ResultAssessment) -> Iterator[list[str]]:
    report = [cell_of(getattr(assessment, name)) for name in OF_A_REPORT]
    weights = [one.severity for one in assessment.diagnostics]
    report.extend(str(weights.count(severity.id)) for severity in COUNTED.values())
    if not assessment.findings:
        yield [*report, *("" for _ in OF_A_FINDING)]
    for finding in assessment.findings:
        yield [*report, *_spread(finding)]


def _spread(finding: ResultFinding) -> Iterator[str]:
    for field in fields(ResultFinding):
        value = getattr(finding, field.name)
        if field.name not in NESTED:
            yield cell_of(value)
        else:
            yield from _parts(value, len(NESTED[field.name]))


def _parts(value: object, number: int) -> list[str]:
    """Return the cells of a value that has parts, as many as its columns."""
    if value is None:
        return [""] * number
    parts = value if isinstance(value, list) else [getattr(value, one.name) for one in fields(value)]  # type: ignore[arg-type]
    cells = [cell for part in parts for cell in (_parts(part, 2) if hasattr(part, "zh") else [cell_of(part)])]
    assert len(cells) == number
    return cells


def cell_of(value: object) -> str:
    """Write a value: nothing for ``None``, true and false as in JSON, lists with blanks between."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return csv_cell(" ".join(value))
    text = str(value)
    return text if _NUMBER.fullmatch(text) else csv_cell(text)
