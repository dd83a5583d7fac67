"""Roots bounded by fractions, and numbers told apart from cut-offs without a float."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.trends.roots import PRECISIONS, Bounds, power, settled, shown_ratio

from ..building import PROPERTY

ABOVE_0 = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)


@PROPERTY
@given(number=ABOVE_0, over=st.integers(0, 24), by=st.integers(1, 24))
def test_a_power_lies_between_its_bounds(number: Fraction, over: int, by: int) -> None:
    bounds = power(number, over, by, 20)
    assert bounds.low**by <= number**over <= bounds.high**by
    assert 0 <= bounds.high - bounds.low <= Fraction(1, 10**20)


@pytest.mark.parametrize(
    ("number", "over", "by", "root"),
    [(4, 1, 2, 2), (8, 2, 3, 4), (Fraction(1, 4), 12, 24, Fraction(1, 2)), (7, 0, 5, 1), (3, 24, 12, 9)],
)
def test_a_root_that_ends_is_exact(number: int, over: int, by: int, root: int) -> None:
    assert power(Fraction(number), over, by, 5) == Bounds(Fraction(root), Fraction(root))


def test_what_the_finest_bounds_do_not_part_counts_as_at_the_cut_off() -> None:
    cut = Fraction(19, 20)
    near = Fraction(1, 10 ** (PRECISIONS[-1] + 1))
    assert settled(lambda digits: Bounds(cut - near, cut + near), (cut,)) == cut


def test_bounds_are_refined_until_they_part_from_the_cut_off() -> None:
    cut, number = Fraction(3, 5), Fraction(3, 5) - Fraction(1, 10**30)
    asked = []

    def bounds(digits: int) -> Bounds:
        asked.append(digits)
        step = Fraction(1, 10**digits)
        return Bounds(number - step, number + step)

    assert settled(bounds, (cut,)) < cut
    assert asked == [20, 50]


def test_bounds_that_say_nothing_yet_are_refined() -> None:
    told = {20: None, 50: Bounds(Fraction(2), Fraction(2))}
    assert settled(lambda digits: told[digits], (Fraction(1),)) == 2
    with pytest.raises(ArithmeticError):
        settled(lambda digits: None, (Fraction(1),))


def test_a_ratio_just_below_a_cut_off_is_never_shown_at_it() -> None:
    cuts = (Fraction(19, 20), Fraction(3, 5))
    assert shown_ratio(Fraction("0.94999999"), cuts) == Fraction("0.94999999")
    assert shown_ratio(Fraction("0.9512345678"), cuts) == Fraction("0.951235")


def test_bounds_of_sums_products_and_quotients() -> None:
    one, other = Bounds(Fraction(1), Fraction(2)), Bounds(Fraction(-4), Fraction(-2))
    assert one.plus(Fraction(1)) == Bounds(Fraction(2), Fraction(3))
    assert one.times(Fraction(-2)) == other
    assert one.over(other) == Bounds(Fraction(-1), Fraction(-1, 4))
    assert one.over(Bounds(Fraction(-1), Fraction(1))) is None
