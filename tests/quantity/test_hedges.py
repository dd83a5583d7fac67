"""The closed table of hedges, held against the words of the design."""

from itertools import combinations

import pytest

from hubei_digecon.quantity.hedges import HEDGES, Bound

ASSERTED = {
    Bound.AT_LEAST: {"以上", "不低于"},
    Bound.MORE_THAN: {"超", "超过", "突破", "逾", "多", "余"},
    Bound.AT_MOST: {"以下", "不超过"},
    Bound.LESS_THAN: {"不足", "未达"},
    Bound.NOTHING: {"左右", "约", "近"},
}


@pytest.mark.parametrize("bound", Bound, ids=lambda bound: bound.id)
def test_a_hedge_asserts_what_the_design_says(bound: Bound) -> None:
    assert {hedge.word for hedge in HEDGES if hedge.bound is bound} == ASSERTED[bound]


def test_no_hedge_hides_a_longer_one_that_it_begins() -> None:
    assert not [
        (early.word, late.word)
        for early, late in combinations(HEDGES, 2)
        if early.before is late.before and late.word.startswith(early.word)
    ]
