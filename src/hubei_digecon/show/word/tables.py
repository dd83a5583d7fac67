"""Tables of a document: the head stands on every page, no row is broken, columns are as wide as they need."""

from collections.abc import Iterable, Iterator, Sequence

from ..document import AnyTable, Cell, Role
from ..view import View
from .elements import Element, element, paragraph, twips
from .pages import room_on
from .styles import TABLE, TABLE_HEAD, size_of
from .widths import fits, wanted_of, widths_of

_ALIGNED: dict[Role, str] = {"number": "right", "short": "center", "id": "left"}
_HELD = 1_000
"""The most rows whose words are held."""


class DrawnTable:
    """A table in words that is as wide as its page. Iterating draws it bit by bit: its rows are gone through
    as often, and held by nobody.
    """

    __slots__ = ("_headings", "_lang", "_rows", "_table", "_wanted", "is_wide")

    def __init__(self, table: AnyTable, view: View) -> None:
        size = size_of(TABLE, view.lang)
        self._table, self._lang = table, view.lang
        self._rows = _in_words(table, view)
        self._headings = table.headings(view)
        self._wanted = wanted_of(table, self._headings, self._rows)
        self.is_wide = not fits(self._wanted, room_on(view.lang), size)

    def __iter__(self) -> Iterator[Element]:
        """Return the table bit by bit, which is one element together."""
        room = room_on(self._lang, self.is_wide)
        widths = [twips(one) for one in widths_of(self._wanted, room, size_of(TABLE, self._lang))]
        yield Element("<w:tbl>")
        yield element(
            "tblPr",
            element("tblStyle", val="TableGrid"),
            element("tblW", w=sum(widths), type="dxa"),
            element("jc", val="center"),
            element("tblLayout", type="fixed"),
        )
        yield element("tblGrid", *(element("gridCol", w=width) for width in widths))
        yield self._head(widths)
        for row in self._rows:
            yield self._row(row, widths)
        yield Element("</w:tbl>")

    def _head(self, widths: Sequence[int]) -> Element:
        cells = (
            _cell([paragraph(heading, self._lang, TABLE_HEAD)], width)
            for heading, width in zip(self._headings, widths, strict=True)
        )
        return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)

    def _row(self, row: Sequence[Cell], widths: Sequence[int]) -> Element:
        return element("tr", element("trPr", element("cantSplit")), *self._cells(row, widths))

    def _cells(self, row: Sequence[Cell], widths: Sequence[int]) -> Iterator[Element]:
        for column, cell, width in zip(self._table.columns, row, widths, strict=True):
            align = _ALIGNED.get(column.role, "left")
            lines = (paragraph(line, self._lang, TABLE, element("jc", val=align)) for line in cell.lines)
            yield _cell(tuple(lines), width)


class _Anew:
    """The rows of a table in words, made anew as often as they are gone through."""

    def __init__(self, table: AnyTable, view: View) -> None:
        self._table, self._view = table, view

    def __iter__(self) -> Iterator[list[Cell]]:
        return self._table.each_in_words(self._view)


def _in_words(table: AnyTable, view: View) -> Iterable[list[Cell]]:
    """Return the rows of a table in words; of one that has many, or that nobody holds, held by nobody."""
    rows = table.rows
    return table.cells(view) if isinstance(rows, Sequence) and len(rows) <= _HELD else _Anew(table, view)


def _cell(paragraphs: Sequence[Element], width: int) -> Element:
    shape = element("tcPr", element("tcW", w=width, type="dxa"), element("vAlign", val="center"))
    return element("tc", shape, *paragraphs)
