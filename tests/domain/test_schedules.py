"""Cut-offs that an office sets, and the words that they give."""

from fractions import Fraction
from typing import Any

import pytest

from hubei_digecon.domain.schedules import CutOffs, StandingWord, WhyNoSchedule, read_cut_offs

OWN = CutOffs(Fraction("0.95"), Fraction("0.8"))


@pytest.mark.parametrize(
    ("ratio", "word"),
    [
        ("1.2", "normal"),
        ("0.95", "normal"),
        ("0.9499999", "watch"),
        ("0.8", "watch"),
        ("0.7999999", "lagging"),
        ("-1", "lagging"),
    ],
)
def test_a_ratio_on_a_cut_off_is_on_its_better_side(ratio: str, word: str) -> None:
    assert OWN.word(Fraction(ratio)).id == word


def test_each_word_stands_beside_its_cut_offs() -> None:
    assert [OWN.beside(word) for word in StandingWord] == ["≥0.95", "≥0.8, <0.95", "<0.8"]


@pytest.mark.parametrize("value", ["0.95,0.8", " 0.95 , 0.8 ", ("0.95", "0.8"), OWN])
def test_cut_offs_are_two_numbers(value: Any) -> None:
    assert read_cut_offs(value, "cut_offs") == OWN
    assert read_cut_offs(None, "cut_offs") is None


@pytest.mark.parametrize(
    "value",
    ["", "0.95", "0.8,0.95", "0.8,0.8", "-1,-2", "1e1,1", "a,b", "1,0.5,0.2", ".9,.5", "９,８", ("1",)],
)
def test_anything_else_is_refused_by_name(value: Any) -> None:
    with pytest.raises(ValueError, match="cut_offs"):
        read_cut_offs(value, "cut_offs")


def test_what_is_no_text_is_refused_by_type() -> None:
    with pytest.raises(TypeError, match="cut_offs"):
        read_cut_offs(0.95, "cut_offs")


def test_every_reason_has_words() -> None:
    assert all(one.term.zh and one.term.en for one in WhyNoSchedule)
