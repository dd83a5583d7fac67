"""Sheets that are printed: lines of words around a table, as wide as A4 across, in blocks of pages."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, cast

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from ...text import Text
from ..document import Column, Marks, Value
from ..scoreboard.columns import MARKED
from ..view import View
from . import words
from .fitting import ROOM, fitted, height_of_headings, height_of_line, height_of_row, lay_out_page
from .layout import set_widths
from .packed import MergedLines
from .styles import CellStyler, LineSort, rules

_LOOKED_AT = 50
"""The blocks that determine the widths of columns."""

_MOST_BREAKS = 1_000
"""The most page breaks; a spreadsheet takes 1023."""


class PrintedLine(NamedTuple):
    """A line across the page. One that is ``dispensable`` is left out where its block has no room for it."""

    text: str
    sort: LineSort = "text"
    dispensable: bool = False


class Block(NamedTuple):
    """A part of a printed sheet that begins on a new page: lines, the rows of a table, lines.

    It takes at most so many ``pages``, if all that can be left out is left out; 0: as many as it needs. What
    it leaves out opens the block that follows if it ``carries``.
    """

    above: tuple[PrintedLine, ...]
    rows: Sequence[Any]
    below: tuple[PrintedLine, ...] = ()
    pages: int = 0
    carries: bool = False


class PrintedSheet(NamedTuple):
    """A sheet that is printed: blocks with the same columns. ``illustrative`` marks its name, ``repeats``
    prints the headings of its one table on every page. The last ``beside`` columns stand beside the
    page: they are for programs, and not printed.
    """

    title: Text
    columns: tuple[Column[Any], ...]
    blocks: Iterable[Block]
    illustrative: bool = False
    repeats: bool = False
    beside: int = 0

    @property
    def printed(self) -> tuple[Column[Any], ...]:
        """The columns that are printed."""
        return self.columns[: len(self.columns) - self.beside]


def draw_printed(sheet: PrintedSheet, workbook: Workbook, title: str, view: View) -> MergedLines:
    """Draw a printed sheet at the end of a workbook; return its lines that are one cell."""
    name = view.say(MARKED.format(name=sheet.title) if sheet.illustrative else sheet.title)
    return _Pen(sheet, cast(Worksheet, workbook.create_sheet(name)), title, view).draw()


class _Pen:
    """Writes a printed sheet row by row, and knows where it is."""

    def __init__(self, sheet: PrintedSheet, written: Worksheet, title: str, view: View) -> None:
        self._sheet, self._written, self._view = sheet, written, view
        self._blocks = iter(sheet.blocks)
        self._first = list(islice(self._blocks, _LOOKED_AT))
        rows = [self._values(row) for block in self._first for row in block.rows]
        self._widths = fitted(sheet.printed, rows, view)
        self._last_column = get_column_letter(len(self._widths))
        lay_out_page(written, self._widths, title, view)
        set_widths(written, [*self._widths, *(one.most for one in sheet.columns[len(self._widths) :])])
        self._cells = CellStyler(written, view, is_printed=True)
        self._row, self._tables = 0, list[int]()
        self._lines = array("L")
        self._carried: tuple[PrintedLine, ...] = ()

    def draw(self) -> MergedLines:
        """Write every block, then what needs the number of rows. Return the lines."""
        for each in self._all_blocks():
            block = each._replace(above=(*self._carried, *each.above))
            self._carried = ()
            if not (block.above or block.rows or block.below):
                continue
            if self._row and len(self._written.row_breaks.brk) < _MOST_BREAKS:
                self._written.row_breaks.append(Break(id=self._row))
            self._block(block)
        self._written.print_area = f"A1:{self._last_column}{self._row}"
        if self._sheet.repeats and self._tables:
            self._written.print_title_rows = f"{self._tables[0]}:{self._tables[0]}"
        for number, column in enumerate(self._sheet.columns, 1):
            if column.marks and self._tables:
                self._colour(get_column_letter(number), column.marks(self._view))
        return MergedLines(self._lines, self._last_column)

    def _all_blocks(self) -> Iterator[Block]:
        yield from self._first
        yield from self._blocks

    def _colour(self, letter: str, marks: Marks) -> None:
        for rule in rules(marks):
            self._written.conditional_formatting.add(f"{letter}1:{letter}{self._row}", rule)

    def _block(self, block: Block) -> None:
        rows = [self._values(row) for row in block.rows]
        table = [height_of_row(row[: len(self._widths)], self._widths) for row in rows]
        above, below = self._within(block, sum(table), max(table, default=0))
        for line in above:
            self._line(line)
        if rows:
            self._append(map(self._cells.heading, self._headings()), height_of_headings())
            self._tables.append(self._row)
        for row, height in zip(rows, table, strict=True):
            self._append(self._cells.row(row), height)
        for line in below:
            self._line(line)

    def _within(
        self, block: Block, table: float, highest: float
    ) -> tuple[list[PrintedLine], list[PrintedLine]]:
        """Return the lines for which a block has room, and how many are left out."""
        lines = (*block.above, *block.below)
        if not block.pages:
            return list(block.above), list(block.below)
        rows = table + (height_of_headings() if table else 0)
        fixed = sum(self._height_of(line) for line in lines if not line.dispensable)
        # A row that does not fit at the foot of a page leaves that much of it empty.
        waste = max([highest, *map(self._height_of, lines)]) if block.pages > 1 else 0
        room = block.pages * ROOM - rows - fixed - waste - height_of_line("", "text", 1)
        taken, full, left = set[int](), False, list[PrintedLine]()
        for at, line in enumerate(lines):
            full = full or (line.dispensable and self._height_of(line) > room)
            if not line.dispensable or not full:
                taken.add(at)
                room -= self._height_of(line) if line.dispensable else 0
            else:
                left.append(line)
        kept = [line for at, line in enumerate(lines) if at in taken]
        cut = sum(at in taken for at in range(len(block.above)))
        above, below = kept[:cut], kept[cut:]
        if block.carries:
            self._carried = tuple(left)
        elif left:
            while below and below[-1].sort == "heading":
                below.pop()
            number = sum(line.sort != "heading" for line in left)
            below.append(PrintedLine(self._view.say(words.MORE, number=number)))
        return above, below

    def _line(self, line: PrintedLine) -> None:
        self._append([self._cells.line(line.text, line.sort)], self._height_of(line))
        if not self._lines:
            self._written.merged_cells.ranges.add(CellRange(f"A{self._row}:{self._last_column}{self._row}"))
        self._lines.append(self._row)

    def _append(self, cells: Iterable[Any], height: float) -> None:
        self._row += 1
        self._written.row_dimensions[self._row].height = height
        self._written.append(list(cells) if isinstance(cells, map) else cells)  # type: ignore[arg-type]
        del self._written.row_dimensions[self._row]  # it is written

    def _values(self, row: Any) -> list[Value]:
        return [column.value(row, self._view) for column in self._sheet.columns]

    def _headings(self) -> list[str]:
        return [self._view.say(column.heading) for column in self._sheet.columns]

    def _height_of(self, line: PrintedLine) -> float:
        return height_of_line(line.text, line.sort, sum(self._widths))
