"""Writes a workbook with openpyxl, row by row, so that it need not hold all cells at once."""

import datetime
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain, islice
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ...version import VERSION
from ..board.words import MARKED
from ..view import View
from . import words
from .layout import height_of, lay_out, widths_of
from .model import Book, Sheet, Value
from .styles import Cells, rules
from .undated import UndatedZip

MOST_ROWS = 1_048_576
"""Rows that a sheet holds."""

_LOOKED_AT = 1_000
"""Rows that the widths of columns are taken from."""


def written(book: Book, view: View) -> bytes:
    """Return a workbook as the bytes of its file: the same for the same input."""
    workbook = Workbook(write_only=True)
    made = datetime.datetime.combine(book.day, datetime.time())
    workbook.properties.created = workbook.properties.modified = made
    workbook.properties.creator, workbook.properties.title = f"digecon {VERSION}", view.say(book.title)
    for sheet in book.sheets:
        _write(sheet, workbook, view.say(book.title), view)
    file = BytesIO()
    ExcelWriter(workbook, UndatedZip(file, "w")).save()
    return file.getvalue()


def _write(sheet: Sheet[Any], workbook: Workbook, title: str, view: View) -> None:
    name = MARKED.format(name=sheet.title) if sheet.illustrative else sheet.title
    written = cast(
        Worksheet, workbook.create_sheet(view.say(name))
    )  # one that only writes has all that is used
    rows = _rows(sheet, view)
    first = list(islice(rows, _LOOKED_AT))
    widths = widths_of(sheet, first, view)
    lay_out(sheet, written, widths, f"{title}  {view.say(name)}", view)
    cells = Cells(written, view)
    written.append([cells.heading(view.say(column.heading)) for column in sheet.columns])
    last, rows = 1, chain(first, rows)
    for last, row in enumerate(rows, 2):
        if last == MOST_ROWS and (left := sum(1 for _ in rows)):
            row = [view.say(words.LEFT_OUT, number=left + 1)]
        written.row_dimensions[last].height = height_of(row, widths)
        written.append(cells.row(row))  # type: ignore[arg-type]  # any generator will do
        del written.row_dimensions[last]  # it is written
    _follow(sheet, written, last, view)


def _rows(sheet: Sheet[Any], view: View) -> Iterator[Sequence[Value]]:
    return ([column.cell(row, view) for column in sheet.columns] for row in sheet.rows)


def _follow(sheet: Sheet[Any], written: Worksheet, last: int, view: View) -> None:
    """Add what holds for all rows, once their number is known: the filter and the colours."""
    written.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{last}"
    for number, column in enumerate(sheet.columns, 1):
        if column.marks and last > 1:
            letter = get_column_letter(number)
            for rule in rules(column.marks(view)):
                written.conditional_formatting.add(f"{letter}2:{letter}{last}", rule)
