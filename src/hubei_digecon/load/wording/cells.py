"""What stands around a number in a table, as one wording: the column, the head over it, and the cell."""

import re
from typing import NamedTuple

from ...domain.targets import Citation, TableCell, Target

_UNIT_OF_TABLE = "(?:计量)?单位[:：]?"
_BARE_YEAR = "^([12][0-9]{3})(?!年|[0-9])"


class CellWords(NamedTuple):
    """The words of a cell with those over it, the name of its row, and the unit that one of them states."""

    wording: str
    row: str = ""
    unit: str | None = None


def words_of(target: Target) -> CellWords:
    """Return the words that a target cites; of a cell without those that state its unit."""
    cell = target.source.cell
    if cell is None:
        return CellWords(target.source.wording)
    texts = [re.sub(_BARE_YEAR, r"\1年", cell.column), cell.head or "", cell.row]
    unit = None
    for symbol in _symbols(target):
        for at, text in enumerate(texts):
            bare = re.sub(_stated(symbol), "", text)
            if bare != text:
                unit, texts[at] = unit or symbol, bare
    column, head, row = texts
    return CellWords(" ".join((column, head, cell.cell)), row, unit)


def _symbols(target: Target) -> list[str]:
    """Return the units that the number of a target can be written in, the longest first."""
    known = {*target.indicator.units, *([target.unit] if target.unit else ())}
    counted = {symbol.partition("/")[0] for symbol in known}
    return sorted((known | counted) - {""}, key=len, reverse=True)


def _stated(symbol: str) -> str:
    """Return the pattern of a unit that stands for itself: in brackets, behind 单位, or alone."""
    unit = re.escape(symbol).replace("%", "[%％]").replace("/", "[/／]")
    return rf"[（(]{_UNIT_OF_TABLE}{unit}[）)]|[（(]{unit}[）)]|{_UNIT_OF_TABLE}{unit}|^{unit}$"


def where_cited(source: Citation) -> str:
    """Return the key of a citation under which its words stand."""
    return TableCell._fields[3] if source.cell else "wording"
