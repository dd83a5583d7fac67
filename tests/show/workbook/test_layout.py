"""How a sheet is laid out: as wide as what stands in it, as high as its longest text."""

from hubei_digecon.show.document import Column, Number, Table
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.layout import height_of, in_margin, widths_of
from hubei_digecon.text import Text

EN = View("en")
TABLE: Table[str] = Table(
    Text("表", "Table"),
    (
        Column("short", Text("序号", "No"), lambda row, _: row),
        Column("long", Text("说明", "What it says"), lambda row, _: row, most=10),
    ),
    (),
)


def test_a_column_is_as_wide_as_what_stands_in_it_within_bounds() -> None:
    assert widths_of(TABLE.columns, [["1", "x"]], EN) == [9, 11]
    assert widths_of(TABLE.columns, [["1" * 30, "x" * 30]], EN) == [27, 13]
    assert widths_of(TABLE.columns, [[Number("12345678", '0"亿元"'), None]], EN) == [15, 11]


def test_a_row_is_as_high_as_its_longest_text() -> None:
    assert height_of(["short", None, 3], [20, 20, 20]) is None
    assert height_of(["x" * 40], [23]) == 45
    assert height_of(["x" * 4000], [23]) == 405


def test_what_is_printed_beside_every_page_has_three_parts() -> None:
    item = in_margin("left", right="right")
    assert (item.left.text, item.center.text, item.right.text) == ("left", None, "right")
