"""Lines broken by the columns they take, Chinese and English together."""

import pytest
from rich.cells import cell_len

from hubei_digecon.render.wrap import wrapped

CHINESE = "自报400.00亿元，目标为超过400亿元。完成值恰等于目标值。“突破”：没有法定定义，按“超过”理解（不包括本数）。"
ENGLISH = "The reported value is exactly on the line; with the decimals written, it may lie on either side (as read)."
WORD = "x" * 200


@pytest.mark.parametrize("width", range(20, 130, 15))
@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("text", [CHINESE, ENGLISH, WORD, CHINESE + WORD + ENGLISH, "字" * 99])
def test_no_line_is_wider_than_asked_for(text: str, indent: int, width: int) -> None:
    lines = list(wrapped(text, width, indent))
    assert [line for line in lines if cell_len(line) > width] == []
    assert all(line.startswith(" " * indent) for line in lines)


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
