"""The workbook of a trend: numbers in cells, a native chart a series, and the method in its notes."""

from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from hubei_digecon.show.trend.workbook import trended
from hubei_digecon.show.view import View
from hubei_digecon.trends.values import Trend

from ...readers import read_trend


def test_values_are_numbers_and_charts_are_native(trend: Trend) -> None:
    data = trended(trend, View(lang="en"))
    read_trend("xlsx", data)
    book = openpyxl.load_workbook(BytesIO(data))
    assert book.sheetnames == [
        "Overview (illustrative)",
        "Values by period (illustrative)",
        "Charts (illustrative)",
        "Diagnostics (illustrative)",
        "Notes",
    ]
    sheets: list[Any] = book.worksheets
    _overview, points, charts, *_ = sheets
    values = list(points.iter_rows(values_only=True))
    column = values[0].index("Value")
    assert [row[column] for row in values[1:5]] == [9.2, 10.05, 11, 14.6]
    assert len(charts._charts) == 2


def test_the_rows_of_a_chart_run_to_the_due_year(trend: Trend) -> None:
    book = openpyxl.load_workbook(BytesIO(trended(trend, View(lang="en"))))
    rows = list(book.worksheets[2].iter_rows(values_only=True))
    share = [row for row in rows if row[1] == "name of share"]
    assert [row[2] for row in share] == ["2020", "2021", "2022", "2023", "2024-M06", "2024", "2025"]
    assert [row[5] for row in share][:2] == [8.7, 9.56]
    assert share[-1][4:] == (13, 13)


def test_the_same_trend_gives_the_same_bytes(trend: Trend) -> None:
    assert trended(trend, View()) == trended(trend, View())


def test_the_charts_alone_are_printed_two_on_a_page(trend: Trend) -> None:
    sheet: Any = openpyxl.load_workbook(BytesIO(trended(trend, View()))).worksheets[2]
    table = len(list(sheet.iter_cols()))
    assert sheet.print_area == f"'{sheet.title}'!${get_column_letter(table + 2)}$2:$S$29"
    assert (sheet.print_title_rows, sheet.print_title_cols) == (None, None)
    assert [chart.anchor._from.row for chart in sheet._charts] == [1, 15]
    assert [one.id for one in sheet.row_breaks.brk] == []
