"""Printed sheets: a block begins on a new page, and leaves out what it has no room for, which it says."""

import datetime
from io import BytesIO
from typing import Any

import openpyxl

from hubei_digecon.show.document import Column
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.book import written
from hubei_digecon.show.workbook.printed import Block, PrintedLine, PrintedSheet
from hubei_digecon.text import Text

COLUMNS: tuple[Column[Any], ...] = (
    Column("name", Text("名称", "Name"), lambda row, _: row[0], marks=lambda _: {"坏": "missed"}),
    Column("value", Text("数值", "Value"), lambda row, _: row[1]),
)


def drawn(*blocks: Block, repeats: bool = False) -> Any:
    sheet = PrintedSheet(Text.same("sheet"), COLUMNS, blocks, repeats=repeats)
    data = written("title", (sheet,), datetime.date(2026, 1, 1), View("en"))
    return openpyxl.load_workbook(BytesIO(data)).worksheets[0]


def told(sheet: Any) -> list[str]:
    return [row[0] for row in sheet.iter_rows(values_only=True) if row[0]]


def test_a_block_begins_on_a_new_page_and_all_of_it_is_printed() -> None:
    one = Block((PrintedLine("above", "title"),), (("好", 1), ("坏", 2)), (PrintedLine("below"),))
    sheet = drawn(one, one)
    assert told(sheet) == ["above", "Name", "好", "坏", "below"] * 2
    assert [each.id for each in sheet.row_breaks.brk] == [5]
    assert sheet.print_area == "'sheet'!$A$1:$B$10"
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:B1", "A5:B5", "A6:B6", "A10:B10"}


def test_a_block_leaves_out_what_it_has_no_room_for_and_says_how_much() -> None:
    lines = tuple(PrintedLine(f"line {number}", dispensable=True) for number in range(100))
    sheet = drawn(Block((), (("x", 1),), lines, pages=1))
    *kept, last = told(sheet)
    assert 20 < len(kept) < 40
    assert (
        last == f"Left out here for want of room: {102 - len(kept)}. The sheets that follow have all of them."
    )


def test_what_a_block_has_no_room_for_opens_the_next_one_where_it_carries() -> None:
    lines = tuple(PrintedLine(f"line {number}", dispensable=True) for number in range(45))
    below = (PrintedLine("total", "heading"),)
    sheet = drawn(Block(lines, (("x", 1),), below, pages=1, carries=True), Block((), (), pages=1))
    assert [one for one in told(sheet) if one.startswith("line")] == [line.text for line in lines]
    (end,) = sheet.row_breaks.brk
    assert sheet.cell(end.id, 1).value == "total"
    assert len(drawn(Block(lines[:3], (), carries=True), Block((), ())).row_breaks.brk) == 0


def test_a_heading_is_left_out_with_all_that_stands_under_it() -> None:
    wide = PrintedLine("x" * 3000, dispensable=True)
    sheet = drawn(Block((), (), (wide, PrintedLine("heading", "heading", True), wide), pages=1))
    assert told(sheet)[1:] == ["Left out here for want of room: 1. The sheets that follow have all of them."]


def test_headings_are_repeated_where_asked_for() -> None:
    sheet = drawn(Block((PrintedLine("above"),), (("x", 1),)), repeats=True)
    assert sheet.print_title_rows == "$2:$2"


def test_what_is_for_programs_stands_beside_the_page() -> None:
    blocks = (Block((PrintedLine("above"),), (("x", 1),)),)
    data = written(
        "title",
        (PrintedSheet(Text.same("sheet"), COLUMNS, blocks, beside=1),),
        datetime.date(2026, 1, 1),
        View("en"),
    )
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    assert sheet.print_area == "'sheet'!$A$1:$A$3"
    assert [cell.value for cell in sheet[2]] == ["Name", "Value"]


def test_no_text_is_taken_for_a_number() -> None:
    sheet = PrintedSheet(Text.same("sheet"), COLUMNS, (Block((), (("2025", 1),)),))
    data = written("title", (sheet,), datetime.date(2026, 1, 1), View())
    from zipfile import ZipFile

    xml = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert 'numberStoredAsText="1"' in xml
    assert xml.index("</pageSetup>" if "</pageSetup>" in xml else "<pageSetup") < xml.index("<ignoredErrors")
