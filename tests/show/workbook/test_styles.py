"""Cells: texts that are never a formula, hide nothing and fit into a cell."""

import pytest

from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.styles import MOST_UNITS, harmless, rules

ZH, EN = View("zh"), View("en")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("示例", "示例"),
        ("a\x00\u202eb\n", "a<U+0000><U+202E>b<U+000A>"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x004_", "_x004_"),
        ("𠮷", "𠮷"),
    ],
)
def test_what_a_cell_holds_of_a_text(text: str, cell: str) -> None:
    assert harmless(text, ZH) == cell


@pytest.mark.parametrize("letter", ["a", "汉", "𠮷"])
@pytest.mark.parametrize("view", [ZH, EN])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(view: View, letter: str) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    just = letter * (MOST_UNITS // units)
    assert harmless(just, view) == just
    cut = harmless(just + letter, view)
    assert cut.endswith("以下从略）" if view is ZH else "a cell holds no more)")
    assert MOST_UNITS - 2 < len(cut.encode("utf-16-le")) // 2 <= MOST_UNITS


def test_a_text_that_is_coloured_has_a_rule() -> None:
    (rule,) = rules({"met": "met"})
    assert (rule.operator, rule.formula) == ("equal", ['"met"'])
    assert rule.dxf
    assert rule.dxf.font
    assert rule.dxf.font.color
    assert rule.dxf.font.color.rgb == "000B6B34"
