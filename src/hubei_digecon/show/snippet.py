"""The line of a file that a diagnostic is about, with a caret under the value."""

from collections.abc import Iterable
from typing import NamedTuple

from ..diagnostics import Place, SourceFile
from .escape import visible
from .wrap import characters
from .wrap import columns as columns_of

_LEAD = 12
"""Columns that stay before the value where a long line is cut."""


class Snippet(NamedTuple):
    """A line, and below it the carets that underline a value, aligned by columns of the terminal."""

    number: int
    line: str
    carets: str


def snippet(source: SourceFile, place: Place, width: int) -> Snippet | None:
    """Return the line at ``place``, cut to ``width`` columns around the value; ``None`` for a blank line."""
    line = source.line(place.line)
    if not line.strip():
        return None
    before, value, after = _parts(line, place)
    if columns_of(before) > width // 2:
        before = "…" + _last_columns(before, _LEAD)
    shown = f"{before}{value}{after}"
    value_columns = max(columns_of(value), 1)
    start = columns_of(before)
    carets = " " * start + "^" * min(value_columns, max(width - start, 1))
    return Snippet(place.line, _first_columns(shown, width), carets)


def _parts(line: str, place: Place) -> tuple[str, str, str]:
    """Split a line into the part before the value, the value, and the part after it, all made visible."""
    start, end = place.column - 1, place.column - 1 + place.width
    return _shown(line[:start][-2000:]), _shown(line[start:end][:2000]), _shown(line[end:][:2000])


def _shown(text: str) -> str:
    return visible(text.replace("\t", "  "))


def _last_columns(text: str, columns: int) -> str:
    """Return as much of the end of ``text`` as fits."""
    return "".join(reversed(_first(reversed(characters(text)), columns)))


def _first_columns(text: str, columns: int) -> str:
    """Return ``text``, or as much of its beginning as fits and an ellipsis."""
    return text if columns_of(text) <= columns else "".join(_first(characters(text), columns - 1)) + "…"


def _first(those: Iterable[str], columns: int) -> list[str]:
    """Return the characters that fit. Each is measured once, since lines can be long."""
    kept: list[str] = []
    for character in those:
        columns -= columns_of(character)
        if columns < 0:
            break
        kept.append(character)
    return kept
