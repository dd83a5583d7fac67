"""The numbers of headings."""

import pytest

from hubei_digecon.show.view import View
from hubei_digecon.show.word.numbering import appendix, in_chinese, numbered


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
        (100, "100"),
    ],
)
def test_numbers_in_chinese(number: int, text: str) -> None:
    assert in_chinese(number) == text


def test_levels_are_told_apart_as_official_documents_do() -> None:
    zh, en = View("zh"), View("en")
    assert [numbered(level, 2, "甲", zh) for level in (1, 2, 3)] == ["二、甲", "（二）甲", "2.甲"]
    assert [numbered(level, 2, "A", en) for level in (1, 2, 3)] == ["2. A", "(2) A", "2. A"]
    assert (appendix(1, zh), appendix(1, en)) == ("附件1", "Appendix 1")
