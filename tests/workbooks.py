"""Forms as workbooks, filled as people fill them, by a program of the tests' own; and spoiled afterwards."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from hubei_digecon.domain.names import folded
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.run import Run
from hubei_digecon.domain.targets import Entity
from hubei_digecon.forms import FORMS, FormHeading, asked
from hubei_digecon.load.tables.workbook.layout import ITEMS, label, sheet_named
from hubei_digecon.shapes.columns import BY_HEADING, BY_KEY, ColumnLevel, TableColumn, headings_of
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.text import Lang

from .building import LIBRARY
from .reports_as_rows import Cells, rows_of_report

COVER, NUMBERS, LISTS, DOCUMENTS = "封面", "表1 指标完成情况", "表2 清单", "佐证材料目录"
DAY = datetime.date(2026, 1, 20)
GIVEN = ("unit", "scope", "counting")
"""What a form already says of a figure; whoever says nothing of it takes it away."""

MANY = 200
"""Rows a list that hold every item of a sample."""

Place = tuple[Worksheet, int, int]


@cache
def form(entity: str = "wuhan-wedz", lang: Lang = "zh", rows: int | None = None) -> bytes:
    """Return the empty form of a place, as ``digecon new`` writes it, with so many rows a list."""
    place = LIBRARY.entity(entity)
    assert isinstance(place, Entity)
    asks = asked(place, LIBRARY.catalogue, LIBRARY.judged_documents)
    written = FORMS["xlsx"].write(FormHeading(place, Period(2025), "示例单位", DAY, rows), asks, lang)
    assert isinstance(written, bytes)
    return written


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def saved(workbook: Workbook) -> bytes:
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def workbook_on(run: Run, view: View) -> bytes:
    """Return the workbook on what a run found."""
    made = FORMATS["xlsx"].render(run, view)
    assert isinstance(made, bytes)
    return made


@cache
def filled_from(sample: Path, lang: Lang = "zh") -> bytes:
    """Return the form of a report's place, filled with what the report in YAML says."""
    rows = rows_of_report(sample)
    return filled_with(form(rows[0]["entity"], lang, MANY), rows)


def filled_with(empty: bytes, rows: Iterable[Cells]) -> bytes:
    """Return a form filled with the rows of one report."""
    workbook = opened(empty)
    for sheet, row, column, text in entries(workbook, rows):
        sheet.cell(row, column).value = text or None
    return saved(workbook)


def entries(workbook: Workbook, rows: Iterable[Cells]) -> Iterator[tuple[Worksheet, int, int, str]]:
    """Return what is typed where to fill a form with some rows, each after the one before it."""
    for number, cells in enumerate(rows):
        if not number:
            yield from _on_cover(workbook, cells)
        observation = {
            key: text for key, text in cells.items() if BY_KEY[key].level is ColumnLevel.OBSERVATION
        }
        item = {key: text for key, text in cells.items() if BY_KEY[key].level is ColumnLevel.ITEM}
        if len(observation) > 1 or not item:
            sheet, row = _row_of(workbook, cells["indicator"])
            indicator = LIBRARY.catalogue.indicators.get(cells["indicator"])
            is_number = indicator is None or not indicator.kind.takes_state
            given = dict.fromkeys(GIVEN, "") if is_number else {}
            yield from _in_row(sheet, row, given | observation)
        if item:
            sheet, row, top = _next_item(workbook, cells["indicator"])
            yield from _in_row(sheet, row, item, top)


def names(id: str) -> set[str]:
    """Return the names of an indicator, as headings are compared."""
    indicator = LIBRARY.catalogue.indicators.get(id)
    return {folded(id), *((folded(indicator.name.zh), folded(indicator.name.en)) if indicator else ())}


def cell_of(workbook: Workbook, id: str, key: str) -> Any:
    """Return the cell of an indicator under a column."""
    sheet, row = _row_of(workbook, id)
    return sheet.cell(row, _column(sheet, BY_KEY[key]))


def cover_of(workbook: Workbook, key: str) -> Any:
    """Return the cell beside a label of the cover."""
    cover = workbook.worksheets[0]
    row = next(row for row in range(1, cover.max_row + 1) if label(_text(cover, row, 1)) is BY_KEY[key])
    return cover.cell(row, 2)


def _on_cover(workbook: Workbook, cells: Cells) -> Iterator[tuple[Worksheet, int, int, str]]:
    for key, text in cells.items():
        if BY_KEY[key].level is ColumnLevel.REPORT and key != "entity":
            cell = cover_of(workbook, key)
            yield workbook.worksheets[0], cell.row, cell.column, text


def _in_row(
    sheet: Worksheet, row: int, cells: Cells, top: int | None = None
) -> Iterator[tuple[Worksheet, int, int, str]]:
    for key, text in cells.items():
        if key != "indicator":
            yield sheet, row, _column(sheet, BY_KEY[key], top), text


def _text(sheet: Worksheet, row: int, column: int) -> str:
    return str(sheet.cell(row, column).value or "")


def headings_row(sheet: Worksheet) -> int:
    """Return the row of a sheet that has its headings."""
    return next(
        row
        for row in range(1, 10)
        if sum(folded(_text(sheet, row, at)) in BY_HEADING for at in range(1, 20)) > 1
    )


_HEADINGS = headings_of(LIBRARY.catalogue)


def _column(sheet: Worksheet, column: TableColumn, top: int | None = None) -> int:
    """Return the column of a table under a heading; one that a form has not is added at its right."""
    top = top or headings_row(sheet)
    at = 1
    while _text(sheet, top, at):
        if _HEADINGS.get(folded(_text(sheet, top, at))) is column:
            return at
        at += 1
    sheet.cell(top, at).value = column.heading.zh
    return at


def _row_of(workbook: Workbook, id: str) -> tuple[Worksheet, int]:
    """Return the row of an indicator; one that a form does not ask for is added below all others."""
    tables = [sheet for sheet in workbook.worksheets if re.match(r"表1|Table 1", sheet.title)]
    for sheet in tables:
        for row in range(headings_row(sheet) + 1, sheet.max_row + 1):
            if folded(_text(sheet, row, 2)) in names(id):
                return sheet, row
    last = tables[0].max_row + 1
    tables[0].cell(last, 2).value = id
    return tables[0], last


def list_of(workbook: Workbook, id: str) -> tuple[Worksheet, int]:
    """Return the sheet of the lists, and the row that has the headings of the list of a count."""
    sheet = next(sheet for sheet in workbook.worksheets if sheet_named(sheet.title) is ITEMS)
    label = next(row for row in range(1, sheet.max_row + 1) if folded(_text(sheet, row, 2)) in names(id))
    return sheet, label + 2


def _next_item(workbook: Workbook, id: str) -> tuple[Worksheet, int, int]:
    """Return the first row of the list of a count that holds no item yet, and that of its headings."""
    sheet, top = list_of(workbook, id)
    row = top + 1
    while _text(sheet, row, 2):
        row += 1
    if not _text(sheet, row, 1):
        _insert(sheet, row)
    return sheet, row, top


def _insert(sheet: Worksheet, row: int) -> None:
    """Add a row to a list before a row, as a person does behind its last: what stands below moves down."""
    merged = [one.coord for one in sheet.merged_cells.ranges if one.min_row >= row]
    for name in merged:
        sheet.unmerge_cells(name)
    sheet.insert_rows(row)
    for name in merged:
        block = CellRange(name)
        block.shift(row_shift=1)
        sheet.merge_cells(block.coord)
    for table in sheet.tables.values():
        grown = CellRange(table.ref)
        if grown.min_row >= row:
            grown.shift(row_shift=1)
        elif grown.max_row == row - 1:
            grown.expand(down=1)
        table.ref = grown.coord
    for at in range(1, sheet.max_column + 1):
        above: Any = sheet.cell(row - 1, at)
        added: Any = sheet.cell(row, at)
        added._style = copy(above._style)
    sheet.cell(row, 1).value = int(_text(sheet, row - 1, 1)) + 1


def patched(data: bytes, *changes: tuple[str, Callable[[str], str]], **added: str) -> bytes:
    """Return a workbook with the XML of some parts changed, and parts added by their names in ``xl``."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for part, change in changes:
                if re.fullmatch(part, name):
                    content = change(content.decode()).encode()
            new.writestr(name, content)
        for name, text in added.items():
            new.writestr(f"xl/{name}.xml", text)
    return file.getvalue()
