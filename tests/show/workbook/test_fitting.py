"""The measures of printed sheets: what fits on a page, whatever stands in it, and at which size."""

from typing import Any

import openpyxl

from hubei_digecon.show.document import Column, Number, Value
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.fitting import (
    PAGE,
    fitted,
    height_of_headings,
    height_of_line,
    height_of_row,
    lay_out_page,
)
from hubei_digecon.show.workbook.styles import SIZES
from hubei_digecon.text import Text

ZH = View("zh")


def columns(*most: int) -> tuple[Column[str], ...]:
    return tuple(
        Column(str(at), Text("指标", "Indicator"), lambda row, _: row, most=one)
        for at, one in enumerate(most)
    )


def test_the_widest_texts_give_way_until_all_fit_and_numbers_never_do() -> None:
    number = Number("1234567890.12", '0.00"亿元"')
    row: list[Value] = ["字" * 60, number, "word " * 30]
    text, figures, words = fitted(columns(200, 24, 200), [row], ZH)
    assert text + figures + words == PAGE
    assert abs(text - words) <= 1
    assert figures == len("1234567890.12") + 4 + 3


def test_columns_that_fit_are_no_wider_than_what_stands_in_them() -> None:
    assert fitted(columns(24, 24), [["四个字的", "abc"]], ZH) == [10, 5]


def test_lines_take_the_height_of_their_type() -> None:
    assert height_of_line("一行", "text", 130) == 15
    assert height_of_line("字" * 65, "text", 130) == 30
    assert height_of_line("题", "title", 130) > height_of_line("题", "heading", 130) > 15
    assert height_of_row(["一", None], [10, 10]) < height_of_headings()
    assert height_of_row(["字" * 20], [21]) == 3 * 15 + 3


def test_type_is_printed_in_nine_points_or_more() -> None:
    sheet: Any = openpyxl.Workbook().active
    lay_out_page(sheet, [PAGE], "title", ZH)
    assert sheet.page_setup.scale * min(SIZES.values()) >= 900
