"""Native charts: which cells they draw, and how breaks and what is not published are drawn."""

import datetime
from io import BytesIO
from typing import Any

import openpyxl

from hubei_digecon.show.document import Column, SheetChart, Table
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.book import written
from hubei_digecon.text import Text

COLUMNS: tuple[Column[Any], ...] = (
    Column("0", Text.same("column 0"), lambda row, _: row[0]),
    Column("1", Text.same("column 1"), lambda row, _: row[1]),
    Column("2", Text.same("column 2"), lambda row, _: row[2]),
)
ROWS = [("2020", 1, 3), ("2021", 2, 3), ("2022", 3, 3)]


def sheet_with(*charts: SheetChart) -> Any:
    table = Table(Text.same("Charts"), COLUMNS, ROWS, charts=charts)
    data = written("title", (table,), datetime.date(2026, 1, 1), View())
    (sheet,) = openpyxl.load_workbook(BytesIO(data)).worksheets
    return sheet


def chart_in(chart: SheetChart) -> Any:
    (drawn,) = sheet_with(chart)._charts
    return drawn


def test_a_page_ends_between_every_second_chart_and_the_next() -> None:
    sheet = sheet_with(*[SheetChart("title", "%", 0, 2, 0, (1,))] * 5)
    starts = [chart.anchor._from.row + 1 for chart in sheet._charts]
    assert [one.id for one in sheet.row_breaks.brk] == [starts[2] - 1, starts[4] - 1]
    assert sheet.print_area.startswith("'Charts'!$E$2:")


def test_lines_refer_to_the_cells_that_they_draw() -> None:
    drawn = chart_in(SheetChart("title", "%", 1, 2, 0, (1, 2)))
    assert [line.val.numRef.f for line in drawn.series] == ["'Charts'!$B$3:$B$4", "'Charts'!$C$3:$C$4"]
    assert [line.tx.strRef.f for line in drawn.series] == ["'Charts'!$B$1", "'Charts'!$C$1"]
    assert drawn.series[0].cat.numRef.f == "'Charts'!$A$3:$A$4"


def test_breaks_are_dotted_and_what_is_not_published_is_hollow() -> None:
    drawn = chart_in(SheetChart("title", "%", 0, 2, 0, (1, 2), broken=(1,), hollow=(2,)))
    values, required = drawn.series
    told = {point.idx: (point.spPr.ln.prstDash, point.marker.spPr.solidFill.srgbClr) for point in values.dPt}
    assert told == {1: ("sysDot", "2B5A8A"), 2: ("solid", "FFFFFF")}
    assert list(required.dPt) == []
