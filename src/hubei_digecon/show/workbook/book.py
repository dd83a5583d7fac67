"""Writes a workbook with openpyxl row by row, without holding all cells at once."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO, cast

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ...version import VERSION
from ..document import AnyTable, Value
from ..scoreboard.columns import MARKED
from ..undated import packed
from ..view import View
from . import words
from .charts import draw_charts
from .layout import height_of, lay_out, widths_of
from .packed import PackedWorkbook
from .printed import PrintedSheet, draw_printed
from .styles import CellStyler, rules

MOST_ROWS = 1_048_576
"""The most rows of a sheet."""

_LOOKED_AT = 1_000
"""The rows that determine the widths of columns."""


AnySheet = AnyTable | PrintedSheet
"""A sheet: the rows of a table to look things up in, or one that is printed."""


def written(title: str, sheets: Iterable[AnySheet], day: datetime.date, view: View) -> bytes:
    """Return sheets as the bytes of a workbook: the same for the same input."""
    return b"".join(written_in_bits(title, sheets, day, view))


def written_in_bits(
    title: str, sheets: Iterable[AnySheet], day: datetime.date, view: View
) -> Iterator[bytes]:
    """Return a workbook bit by bit. It is of a day, since nothing in it tells when it was made."""
    return packed(lambda file: _write_all(title, sheets, day, view, file))


def _write_all(
    title: str, sheets: Iterable[AnySheet], day: datetime.date, view: View, file: IO[bytes]
) -> None:
    workbook = Workbook(write_only=True)
    made = datetime.datetime.combine(day, datetime.time())
    workbook.properties.created = workbook.properties.modified = made
    workbook.properties.creator, workbook.properties.title = f"digecon {VERSION}", title
    merged = {}
    for number, sheet in enumerate(sheets, 1):
        if isinstance(sheet, PrintedSheet):
            lines = draw_printed(sheet, workbook, title, view)
            if lines.rows:
                merged[f"xl/worksheets/sheet{number}.xml"] = lines
        else:
            _write(sheet, workbook, title, view)
    ExcelWriter(workbook, PackedWorkbook(file, merged)).save()


def _write(table: AnyTable, workbook: Workbook, title: str, view: View) -> None:
    name = MARKED.format(name=table.title) if table.illustrative else table.title
    written = cast(
        Worksheet, workbook.create_sheet(view.say(name))
    )  # one that only writes has all that is used
    rows = _rows(table, view)
    first = list(islice(rows, _LOOKED_AT))
    widths = widths_of(table.columns, first, view)
    lay_out(table, written, widths, f"{title}  {view.say(name)}", view)
    cells = CellStyler(written, view)
    written.append([cells.heading(heading) for heading in table.headings(view)])
    last, rows = 1, chain(first, rows)
    for last, row in enumerate(rows, 2):
        if last == MOST_ROWS and (left := sum(1 for _ in rows)):
            row = [view.say(words.LEFT_OUT, number=left + 1)]
        written.row_dimensions[last].height = height_of(row, widths)
        written.append(cells.row(row))  # type: ignore[arg-type]  # any generator will do
        del written.row_dimensions[last]  # it is written
    _follow(table, written, last, view)


def _rows(table: AnyTable, view: View) -> Iterator[Sequence[Value]]:
    return ([column.value(row, view) for column in table.columns] for row in table.rows)


def _follow(table: AnyTable, written: Worksheet, last: int, view: View) -> None:
    """Add the filter and the colours, which need the number of rows."""
    draw_charts(table, written)
    written.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{last}"
    for number, column in enumerate(table.columns, 1):
        if column.marks and last > 1:
            letter = get_column_letter(number)
            for rule in rules(column.marks(view)):
                written.conditional_formatting.add(f"{letter}2:{letter}{last}", rule)
