"""Where the headings of a CSV table stand, and the one sign between its cells that gives our headings."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ...text import Text
from ..faults import SYNTAX
from ..source import Source
from ..tree import RefusedError, place_of
from .heading import is_ours
from .separated import Row, rows_of

SEPARATORS = (",", ";", "\t", "，", "|", "；")
"""What may separate the cells of a row; any other sign only where a line ``sep=`` at the top says so."""

MOST_ABOVE = 30
"""Rows among which the headings are looked for: titles and notes may stand above them."""

SEVERAL = Text(
    "“{first}”和“{other}”都可能是分隔符，无法确定",
    "“{first}” and “{other}” could both be what separates the cells",
)
_STATED = re.compile(r'sep=([^\w"\r\n])\r?\n', re.IGNORECASE)


class HeadingRow(NamedTuple):
    """The row of headings, what separates its cells, and the rows below it, which are read as they are
    asked for.
    """

    cells: Row
    separator: str
    below: Iterator[Row]


def found_heading(source: Source) -> HeadingRow | None:
    """Return the headings of a table of reports; ``None`` where it is a table of something else.

    Raises:
        RefusedError: where two signs give headings, or none does and the likeliest separates no cells.
    """
    refused, found = {}, []
    for separator in _candidates(source.text):
        try:
            heading = _heading(source, separator)
        except RefusedError as refusal:
            refused[separator] = refusal
        else:
            found.extend([heading] if heading else [])
    if len(found) > 1:
        raise _ambiguous(found)
    if not found and (likeliest := next(iter(_candidates(source.text)), None)) in refused:
        raise refused[likeliest]
    return found[0] if found else None


def _ambiguous(found: Sequence[HeadingRow]) -> RefusedError:
    problem = SEVERAL.format(first=found[0].separator, other=found[1].separator)
    return RefusedError(SYNTAX, place_of(found[0].cells[0]), language="CSV", problem=problem)


def _candidates(text: str) -> tuple[str, ...]:
    """Return what may separate the cells, the likeliest first: what a first line ``sep=`` says it is."""
    stated = _STATED.match(text)
    signs = [sign for sign in SEPARATORS if sign in text]
    return tuple(dict.fromkeys([stated[1], *signs] if stated else signs))


def _heading(source: Source, separator: str) -> HeadingRow | None:
    rows = rows_of(source, separator)
    return next((HeadingRow(row, separator, rows) for row in islice(rows, MOST_ABOVE) if is_ours(row)), None)
