"""Tables of a document: the head stands on every page, no row is broken, columns are as wide as they need."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ..document import AnyTable, Cell, Role
from ..view import View
from .elements import element, paragraph, twips
from .styles import TABLE, TABLE_HEAD, size_of
from .widths import Wanted, fits, wanted_of, widths_of

_ALIGNED: dict[Role, str] = {"number": "right", "short": "center", "id": "left"}


class DrawnTable(NamedTuple):
    """A table in words, and what its columns want."""

    table: AnyTable
    headings: list[str]
    rows: list[list[Cell]]
    wanted: list[Wanted]
    view: View

    def fits(self, room: float) -> bool:
        """Whether it fits on lines ``room`` points long."""
        return fits(self.wanted, room, size_of(TABLE, self.view.lang))

    def element(self, room: float) -> Element:
        """Return the table, as wide as the room."""
        widths = [twips(one) for one in widths_of(self.wanted, room, size_of(TABLE, self.view.lang))]
        return element(
            "tbl",
            element(
                "tblPr",
                element("tblStyle", val="TableGrid"),
                element("tblW", w=sum(widths), type="dxa"),
                element("jc", val="center"),
                element("tblLayout", type="fixed"),
            ),
            element("tblGrid", *(element("gridCol", w=width) for width in widths)),
            self._head(widths),
            *(self._row(row, widths) for row in self.rows),
        )

    def _head(self, widths: Sequence[int]) -> Element:
        cells = (
            _cell([paragraph(heading, self.view.lang, TABLE_HEAD)], width)
            for heading, width in zip(self.headings, widths, strict=True)
        )
        return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)

    def _row(self, row: Sequence[Cell], widths: Sequence[int]) -> Element:
        return element("tr", element("trPr", element("cantSplit")), *self._cells(row, widths))

    def _cells(self, row: Sequence[Cell], widths: Sequence[int]) -> Iterator[Element]:
        for column, cell, width in zip(self.table.columns, row, widths, strict=True):
            align = _ALIGNED.get(column.role, "left")
            lines = (paragraph(line, self.view.lang, TABLE, element("jc", val=align)) for line in cell.lines)
            yield _cell(tuple(lines), width)


def drawn(table: AnyTable, view: View) -> DrawnTable:
    """Return a table in words."""
    headings, rows = table.headings(view), table.cells(view)
    return DrawnTable(table, headings, rows, wanted_of(table, headings, rows), view)


def _cell(paragraphs: Sequence[Element], width: int) -> Element:
    shape = element("tcPr", element("tcW", w=width, type="dxa"), element("vAlign", val="center"))
    return element("tc", shape, *paragraphs)
