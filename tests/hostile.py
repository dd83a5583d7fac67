"""Texts by which a file would take hold of a terminal or deceive its reader, at every place of a report."""

import json
import re
from collections.abc import Callable
from pathlib import Path

MARKUP = (
    "[red]",
    "[/red]",
    "[/x]",
    "[link=http://x.example]y[/link]",
    ":100:",
    "[bold",
    "\\[x]",
    "{0}",
    "{name}",
    "%s",
)
"""What rich and Python's own formatting would take for more than text."""

CONTROLS = (
    "\x1b[31m", "\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x07", "\x08", "\x00", "\x7f", "\x85", "\r", "\n",
    "\u202e", "\u202d", "\u2066", "\u2069", "\u200e", "\u061c", "\u200b", "\u200d", "\ufeff", "\u2028", "\u2029",
    "\u00ad", "\u2060",
)  # fmt: skip
"""What moves the cursor, colours, hides, reorders or breaks lines."""

RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""What must never reach a terminal as it is; the line feed is the program's own."""

ALL_MARKUP, ALL_CONTROLS = "示".join(MARKUP), "示".join(CONTROLS)
EVERYTHING = f"示{ALL_MARKUP}{ALL_CONTROLS}例"


def shown(text: str) -> str:
    """Return how a text of a file is to be seen."""
    return re.sub(f"{RAW.pattern}|\n", lambda match: f"<U+{ord(match.group()):04X}>", text)


def quoted(text: str) -> str:
    """Write any text as YAML and JSON both read it, in ASCII."""
    return json.dumps(text)


def in_yaml(text: str) -> str:
    """Write any text as YAML reads it; JSON writes characters beyond U+FFFF as YAML has them not."""
    escaped = (
        f"\\{one}" if one in '"\\' else one if one.isprintable() else f"\\U{ord(one):08x}" for one in text
    )
    return f'"{"".join(escaped)}"'


def _with(observation: str = "gdp: 1亿元", head: str = "", entity: str = "wuhan", by: str = "示例") -> str:
    return (
        f"entity: {entity}\nperiod: 2025\nsubmitted: {{by: {by}, date: 2026-01-28}}\n{head}"
        f"observations:\n  {observation}\n"
    )


def _share(extra: str) -> str:
    return _with(f"core_share_of_gdp: {{value: 13.4%, {extra}}}")


PLACES: dict[str, Callable[[str], str]] = {
    "entity": lambda text: _with(entity=text),
    "period": lambda text: _with(head=f"format: {text}\n"),
    "submitted by": lambda text: _with(by=text),
    "unknown key": lambda text: _with(head=f"{text}: 1\n"),
    "twice the same key": lambda text: _with(head=f"{text}: 1\n{text}: 2\n"),
    "unknown indicator": lambda text: _with(f"{text}: 1亿元"),
    "key of an observation": lambda text: _share(f"{text}: 1"),
    "value": lambda text: _with(f"gdp: {text}"),
    "unit": lambda text: _with(f"gdp: {{value: 1, unit: {text}}}"),
    "status": lambda text: _share(f"status: {text}"),
    "scope": lambda text: _share(f"scope: {text}"),
    "date": lambda text: _share(f"source: {{title: 示例, dated: {text}}}"),
    "source": lambda text: _share(f"source: {text}"),
    "explanation": lambda text: _share(f"explanation: {text}"),
    "note": lambda text: _share(f"note: {text}"),
    "cause": lambda text: _share(f"deviation: {{cause: {text}, measures: {text}}}"),
    "target": lambda text: _share(f"target: {text}"),
    "state": lambda text: _with(f"demonstration_outcomes: {text}"),
    "item": lambda text: _with(f"gazelle_firms: {{value: 1家, items: [{{name: {text}, code: {text}}}]}}"),
    "items twice": lambda text: _with(
        f"gazelle_firms: {{value: 1家, items: [{{name: {text}}}, {{name: {text}}}]}}",
        entity="wuhan-east-lake",
    ),
}
"""A report of Wuhan that has a text at some place, quoted as :func:`quoted` does."""

SHOWN = {"explanation", "note", "cause"}
"""Places whose text stands in the table, whatever it is."""


def write(folder: Path, place: str, text: str) -> str:
    """Write a report with ``text`` at ``place``, and return its path."""
    path = folder / "report.yaml"
    path.write_text(PLACES[place](quoted(text)), "utf-8")
    return str(path)
