"""Lines broken by the columns they take, Chinese and English together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hubei_digecon.show.wrap import _pieces, characters, columns, widest_piece, wrapped

from ..building import PROPERTY

CHINESE = "自报400.00亿元，目标为超过400亿元。完成值与目标值持平。原文用“突破”，该词没有法定定义，按“超过”理解（不包括本数）。"
ENGLISH = "The reported value is exactly on the line; with the decimals written, it may lie on either side (as read)."
WORD = "x" * 200


@pytest.mark.parametrize("width", range(20, 130, 15))
@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("text", [CHINESE, ENGLISH, WORD, CHINESE + WORD + ENGLISH, "字" * 99])
def test_no_line_is_wider_than_asked_for(text: str, indent: int, width: int) -> None:
    lines = list(wrapped(text, width, indent))
    assert [line for line in lines if cell_len(line) > width] == []
    assert all(line.startswith(" " * indent) for line in lines)


ANY = st.lists(st.sampled_from([*"a 1-/（。字", "☺\ufe0f", "ｗｏ", "e\u0301", "word", "亿元"])).map("".join)


@PROPERTY
@given(ANY, st.integers(8, 40), st.integers(0, 2), st.integers(0, 3))
def test_no_line_is_wider_whatever_a_text_is_made_of(
    text: str, width: int, indent: int, hanging: int
) -> None:
    lines = list(wrapped(text, width, indent, hanging))
    assert [line for line in lines if cell_len(line) > width] == []
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert sum(map(columns, characters(text))) == columns(text) == cell_len(text)


@pytest.mark.parametrize("width", range(20, 130, 15))
@pytest.mark.parametrize("text", [CHINESE, ENGLISH, WORD, "字" * 99])
def test_nothing_is_lost_but_blanks_between_lines(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("width", range(20, 130))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width: int) -> None:
    for line in wrapped(CHINESE, width):
        assert line[0] not in "，。：；！？、）》”"
        assert line[-1] not in "（《“"


@pytest.mark.parametrize("width", range(30, 130, 9))
def test_english_words_are_kept_whole(width: int) -> None:
    assert " ".join(wrapped(ENGLISH, width)).split() == ENGLISH.split()


def test_a_text_that_fits_is_one_line() -> None:
    assert list(wrapped("目标值", 6)) == ["目标值"]
    assert list(wrapped("", 6)) == [""]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("共1200亿元。", ["共", "1200亿元。"]),
        ("a GDP of 3360亿元 in all", ["a", " ", "GDP", " ", "of", " ", "3360亿元", " ", "in", " ", "all"]),
        ("状态 state 已完成 done", ["状态", " ", "state", " ", "已完成", " ", "done"]),
        ("x \u3000y\u3000国", ["x", " \u3000", "y", "\u3000", "国"]),
        ("第6段，12.5个/万人，2021—2024年", ["第6段，", "12.5个/万人，", "2021—2024年"]),
        ("未报数据（无清单）", ["未报", "数据", "（无清单）"]),
    ],
)
def test_what_stays_together_is_one_piece(text: str, pieces: list[str]) -> None:
    """So do a number and its unit, a Chinese word, a closing mark and what it closes."""
    assert list(_pieces(text, 80)) == pieces


def test_the_widest_piece_is_the_least_that_a_column_can_take() -> None:
    assert widest_piece("a GDP of 3360亿元 in all") == len("3360") + 4
    assert widest_piece("") == 0


def test_lines_after_the_first_can_hang_and_a_path_is_cut_after_a_slash() -> None:
    assert list(wrapped("one two three", 8, hanging=2)) == ["one two", "  three"]
    assert list(wrapped("folder/of/reports.yaml", 12)) == ["folder/of/", "reports.yaml"]


@pytest.mark.parametrize("text", ["x" * 20_000, "囍" * 20_000, "<U+200B>" * 2_500, "/" * 20_000])
def test_the_work_grows_with_the_text_and_not_with_its_square(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = 0

    def counted(measured_text: str) -> int:
        nonlocal measured
        measured += len(measured_text)
        return columns(measured_text)

    monkeypatch.setattr("hubei_digecon.show.wrap.columns", counted)
    assert "".join(wrapped(text, 80)) == text
    assert measured < 200 * len(text)
