"""What differs in CSV (RFC 4180): a row a difference, in the columns of the JSON form."""

from collections.abc import Iterator
from dataclasses import fields

from ...domain.differences import Comparison
from ...shapes.diff_result import DiffEntry
from ...text import LANGS
from ..csv import cell_of, csv_line
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
    rows = (tuple(_cells(one)) for one in result(comparison).differences)
    return "".join(map(csv_line, (COLUMNS, *rows)))


def _cells(entry: DiffEntry) -> Iterator[str]:
    yield from (cell_of(getattr(entry, name)) for name in COLUMNS if not name.startswith(_WORDS))
    yield from (cell_of(entry.words.pick(lang)) for lang in LANGS)
