"""A share recomputed from its parts: exact, in the share's unit, and of one period only."""

from fractions import Fraction

from hubei_digecon.domain.outcomes import Grade
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.words import Status
from hubei_digecon.judging.facts import Fact
from hubei_digecon.judging.quotients import indicator_of, is_never_positive, quotient_of, unit_factor
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.text import Text

from ..building import FLOW, SHARE, read


def fact(text: str, year: int = 2025) -> Fact:
    """Return a fact on the flow, whose canonical unit is 亿元."""
    quantity = read(text, FLOW.kind).quantity
    value = None if quantity.bound else quantity.number_in("亿元")
    interval = quantity.interval_in("亿元")
    return Fact(FLOW, quantity, value, interval, Period(year), Status.FINAL, Grade.CITED)


def test_a_quotient_is_exact_and_in_the_unit_of_the_share() -> None:
    quotient = quotient_of(SHARE, fact("125亿元"), fact("1000亿元"))
    assert quotient is not None
    assert quotient.value == Fraction(25, 2)
    assert quotient.interval == Interval(Fraction(24900, 2001), Fraction(25100, 1999))
    assert indicator_of(quotient) is SHARE


def test_a_hedged_part_leaves_an_interval_alone() -> None:
    quotient = quotient_of(SHARE, fact("超100亿元"), fact("1000亿元"))
    assert quotient is not None
    assert quotient.value is None
    assert quotient.interval == Interval(Fraction(20000, 2001), None, low_open=True)


def test_there_is_no_quotient_of_two_periods_or_by_nothing() -> None:
    assert quotient_of(SHARE, fact("125亿元", 2024), fact("1000亿元")) is None
    assert quotient_of(SHARE, fact("125亿元"), None) is None
    assert quotient_of(SHARE, fact("125亿元"), fact("0亿元")) is None
    assert [is_never_positive(fact(text)) for text in ("0亿元", "-1亿元", "1亿元")] == [True, True, False]


def test_the_division_is_told_in_full() -> None:
    quotient = quotient_of(SHARE, fact("1亿元"), fact("3亿元"))
    assert quotient is not None
    assert quotient.arithmetic() == Text(
        "flow的名称1亿元÷flow的名称3亿元≈33.3333%", "name of flow 1亿元 ÷ name of flow 3亿元 ≈ 33.3333%"
    )
    assert unit_factor(quotient.numerator, quotient.denominator) == 1
