"""Roots of exact numbers: exact where they are rational, and parted from every rational number where not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.quantity.numbers import is_finite
from hubei_digecon.quantity.roots import root, whole_root

from ..building import PROPERTY


@pytest.mark.parametrize(
    ("value", "degree", "expected"),
    [
        (Fraction(0), 3, Fraction(0)),
        (Fraction(1), 7, Fraction(1)),
        (Fraction(121, 100), 2, Fraction(11, 10)),
        (Fraction(161051, 100000), 5, Fraction(11, 10)),
        (Fraction(8, 27), 3, Fraction(2, 3)),
        (Fraction(7, 5), 1, Fraction(7, 5)),
    ],
)
def test_a_rational_root_is_a_point(value: Fraction, degree: int, expected: Fraction) -> None:
    assert root(value, degree)[:2] == (expected, expected)


def test_an_irrational_root_is_bounded_on_the_side_of_what_it_is_compared_with() -> None:
    near = Fraction(14142135623730950488016887242096980, 10**34)
    far = root(Fraction(2), 2)
    low, high = root(Fraction(2), 2, [near])[:2]
    assert far.low is not None
    assert far.high is not None
    assert far.low < near < far.high
    assert low is not None
    assert high is not None
    assert near < low < high
    assert not is_finite(low)
    assert not is_finite(high)


@PROPERTY
@given(
    st.fractions(min_value=0, max_value=10**6, max_denominator=10**6), st.integers(min_value=1, max_value=12)
)
def test_a_root_lies_within_its_bounds(value: Fraction, degree: int) -> None:
    low, high = root(value, degree)[:2]
    assert low is not None
    assert high is not None
    assert low**degree <= value <= high**degree
    assert high - low <= Fraction(1, 10**16)


@PROPERTY
@given(st.integers(min_value=0, max_value=10**40), st.integers(min_value=1, max_value=9))
def test_a_whole_root_is_the_largest_that_fits(value: int, degree: int) -> None:
    found = whole_root(value, degree)
    assert found**degree <= value < (found + 1) ** degree
