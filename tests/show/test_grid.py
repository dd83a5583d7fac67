"""Tables on a terminal of any width: no line is wider, no word, number or unit is broken."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hubei_digecon.show.document import Cell, Column, Table
from hubei_digecon.show.grid import lines_of, widths_of
from hubei_digecon.show.view import View
from hubei_digecon.show.wrap import wrapped
from hubei_digecon.text import LANGS, Lang, Text

from ..building import PROPERTY

Row = tuple[str, str, str, str]
CHINESE = ["核心", "产业", "增加值", "地区生产总值", "比重", "企业", "平台", "未报", "数据", "完成"]
ENGLISH = ["core", "value", "added", "documented", "undecided", "manufacturing", "a", "of"]
UNITS = ["亿元", "家", "%", "百分点", "个/万人", "倍", "万家", " pp"]
FIGURE = re.compile(r"-?\d[\d.]*(?:亿元|万家|家|%|百分点|个/万人|倍| pp)")

figures = st.builds(
    lambda number, unit: f"{number}{unit}",
    st.decimals(-(10**6), 10**6, places=2, allow_nan=False),
    st.sampled_from(UNITS),
)
chinese = st.lists(st.sampled_from(CHINESE), min_size=1, max_size=7).map("".join)
english = st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=6).map(" ".join)


def table(rows: list[Row], lang: Lang) -> Table[Row]:
    named = {"zh": "完成情况", "en": "Outcome"}[lang]
    columns = (
        Column[Row]("name", Text("指标名称", "Indicator"), lambda row, _: row[0], role="name"),
        Column[Row]("value", Text("与目标值相差", "Gap to the target"), lambda row, _: row[1], role="number"),
        Column[Row]("words", Text.same(named), lambda row, _: row[2], role="words"),
        Column[Row]("more", Text("佐证情况", "Evidence"), lambda row, _: row[3]),
    )
    return Table(Text("表", "Table"), columns, rows)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Row], Lang]:
    lang: Lang = draw(st.sampled_from(LANGS))
    words = chinese if lang == "zh" else english
    told = st.one_of(words, st.builds(lambda said, figure: f"{said} {figure}", words, figures))
    return draw(st.lists(st.tuples(words, figures, words, told), min_size=1, max_size=4)), lang


def drawn(rows: list[Row], lang: Lang, width: int) -> list[str]:
    lines = lines_of(table(rows, lang), View(lang, width=width))
    return ["".join(part.text for part in line).rstrip() for line in lines]


@PROPERTY
@given(tables(), st.integers(40, 180))
def test_no_line_is_wider_and_every_figure_is_on_one_line(made: tuple[list[Row], Lang], width: int) -> None:
    rows, lang = made
    lines = drawn(rows, lang, width)
    assert [line for line in lines if cell_len(line) > width] == []
    for row in rows:
        for figure in FIGURE.findall(row[1]):
            assert any(figure in line for line in lines)


@PROPERTY
@given(tables(), st.integers(40, 180))
def test_words_of_every_cell_are_whole(made: tuple[list[Row], Lang], width: int) -> None:
    rows, lang = made
    known = CHINESE if lang == "zh" else ENGLISH
    view, shown = View(lang), table(rows, lang)
    roles = [column.role for column in shown.columns]
    widths = widths_of(shown.headings(view), shown.cells(view), roles, width)
    for row in rows if widths else ():
        for text, taken in zip(row, widths or (), strict=True):
            for part in wrapped(text, taken):
                words = re.split(r"[\s\d.%-]+", FIGURE.sub(" ", part))
                assert all(not word or is_made_of(word, known) for word in words)


def is_made_of(word: str, known: list[str]) -> bool:
    """Whether a word is several known ones, none of them cut."""
    return not word or any(word.startswith(one) and is_made_of(word[len(one) :], known) for one in known)


@pytest.mark.parametrize("lang", LANGS)
def test_what_does_not_fit_is_a_block_a_row_without_what_is_empty(lang: Lang) -> None:
    rows: list[Row] = [("核心产业增加值", "-1百分点", "", "已注明来源（无清单）")]
    told = {
        "zh": ["核心产业增加值", "  与目标值相差：-1百分点", "  佐证情况：已注明来源（无清单）"],
        "en": ["核心产业增加值", "  Gap to the target: -1百分点", "  Evidence: 已注明来源（无清单）"],
    }
    assert drawn(rows, lang, 34) == told[lang]


def test_labels_share_a_line_where_they_fit() -> None:
    rows: list[Row] = [("core", "1234567.89亿元", "met", "documented")]
    assert drawn(rows, "en", 42) == [
        "core",
        "  Gap to the target: 1234567.89亿元",
        "  Outcome: met  Evidence: documented",
    ]


def test_a_heading_is_broken_between_words_and_stands_on_the_rows() -> None:
    assert drawn([("甲", "1家", "完成", "有")], "zh", 24) == [
        "指标 与目标值 完成 佐证",
        "名称     相差 情况 情况",
        "甲        1家 完成 有",
    ]


def test_the_width_that_is_there_is_used() -> None:
    cells = [[Cell(("核心产业增加值占地区生产总值比重",)), Cell(("31.2%",))]]
    assert widths_of(["指标名称", "完成值"], cells, ["name", "number"], 160) == [32, 6]
    assert widths_of(["指标名称", "完成值"], cells, ["name", "number"], 30) == [23, 6]
    assert widths_of(["指标名称", "完成值"], cells, ["name", "number"], 15) is None
