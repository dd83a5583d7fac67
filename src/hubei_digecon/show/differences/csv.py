"""What differs in CSV (RFC 4180): a row a difference, in the columns of the JSON form."""

from collections.abc import Iterator
from dataclasses import fields

from ...domain.differences import Comparison
from ...shapes.diff_result import DiffEntry
from ...text import LANGS
from ..csv import cell_of, csv_line
from ..records import Kind, kinds_of
from ..view import View
from .json import result

_WORDS = "words"
"""The field that has a column for each language."""
COLUMNS = (
    *(field.name for field in fields(DiffEntry) if field.name != _WORDS),
    *(f"{_WORDS}_{lang}" for lang in LANGS),
)
"""Every column, in order. What a side does not have is an empty cell."""


def differed(comparison: Comparison, view: View) -> str:
    """Return the comparison as CSV; the view does not change it."""
    rows = (map(cell_of, row) for row in rows_of(comparison))
    return "".join(map(csv_line, (COLUMNS, *map(tuple, rows))))


def column_kinds() -> dict[str, Kind]:
    """Return what the columns hold."""
    made = kinds_of(DiffEntry)
    return {name: made.get(name, Kind.TEXT) for name in COLUMNS}


def rows_of(comparison: Comparison) -> Iterator[list[object]]:
    """Return a row a difference, in the order of the columns."""
    for one in result(comparison).differences:
        words = {f"{_WORDS}_{lang}": one.words.pick(lang) for lang in LANGS}
        yield [words[name] if name in words else getattr(one, name) for name in COLUMNS]
