"""A rate computed from two figures: every measure, the intervals of what is written, and what gives nothing."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.reports import Observation, Period, PreviousFigure, Report, Submission
from hubei_digecon.domain.targets import Catalogue, Change, Indicator
from hubei_digecon.domain.words import Prices, Status
from hubei_digecon.judging.facts import facts_of
from hubei_digecon.judging.rates import changed, figures_of, rate_of, stated_beside
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, ChangeMeasure, Nature
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.quantity.parsing import read_quantity
from hubei_digecon.text import Text

from ..building import PROPERTY

GROWTH, MEAN = ChangeMeasure.GROWTH, ChangeMeasure.MEAN_GROWTH
DIFFERENCE, MULTIPLE = ChangeMeasure.DIFFERENCE, ChangeMeasure.MULTIPLE
AMOUNT = INDICATOR_KINDS["amount"]
_NAME = Text.same("sample")
OUTPUT = Indicator("output", _NAME, _NAME, AMOUNT, _NAME, "亿元", Nature.FLOW)
POSITIVE = st.fractions(min_value=Fraction(1, 1000), max_value=10**6, max_denominator=1000)


def between(low: Any, high: Any) -> Interval:
    """Return a closed interval."""
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def point(value: Any) -> Interval:
    return Interval.point(Fraction(value))


@pytest.mark.parametrize(
    ("how", "later", "earlier", "years", "expected"),
    [
        (GROWTH, point(110), point(100), 1, point("0.1")),
        (GROWTH, point(90), point(100), 1, point("-0.1")),
        (GROWTH, point(-50), point(100), 1, point("-1.5")),
        (GROWTH, between(109, 111), between(99, 101), 1, between(Fraction(8, 101), Fraction(12, 99))),
        (MULTIPLE, point(200), point(100), 5, point(2)),
        (MULTIPLE, between(150, 250), point(100), 5, between("1.5", "2.5")),
        (DIFFERENCE, between(11, 13), between(8, 9), 5, between(2, 5)),
        (DIFFERENCE, point(3), point(0), 5, point(3)),
        (DIFFERENCE, point(3), point(-4), 5, point(7)),
        (DIFFERENCE, between(3, None), between(None, 1), 5, between(2, None)),
        (MEAN, point(161051), point(100000), 5, point("0.1")),
        (MEAN, point(0), point(100), 3, point(-1)),
        (MEAN, point(81), point(100), 2, point("-0.1")),
        (MEAN, between(121, 144), point(100), 2, between("0.1", "0.2")),
        (MEAN, between(121, None), point(100), 2, between("0.1", None)),
        (MEAN, between(-5, 121), point(100), 2, between(-1, "0.1")),
    ],
)
def test_a_change_holds_every_change_of_what_is_asserted(
    how: ChangeMeasure, later: Interval, earlier: Interval, years: int, expected: Interval
) -> None:
    assert changed(how, later, earlier, years) == expected


@pytest.mark.parametrize("how", [GROWTH, MULTIPLE, MEAN])
@pytest.mark.parametrize("earlier", [point(0), point(-3), between(-2, 0)])
def test_nothing_is_computed_over_what_is_not_above_0(how: ChangeMeasure, earlier: Interval) -> None:
    assert changed(how, point(5), earlier, 2) is None


def test_no_mean_growth_leads_below_nothing_or_takes_no_years() -> None:
    assert changed(MEAN, point(-5), point(100), 2) is None
    assert changed(MEAN, point(5), point(100), 0) is None


def test_an_irrational_mean_growth_lies_on_one_side_of_what_it_is_compared_with() -> None:
    tenth = Fraction(1, 10)
    for later, below in (
        (Fraction(161051) - Fraction(1, 10**60), True),
        (161051 + Fraction(1, 10**60), False),
    ):
        found = changed(MEAN, point(later), point(100000), 5, [tenth])
        assert found is not None
        assert found.low is not None
        assert found.high is not None
        assert (found.high < tenth, found.low > tenth) == (below, not below)


@PROPERTY
@given(POSITIVE, POSITIVE, st.sampled_from(ChangeMeasure), st.integers(min_value=1, max_value=9), POSITIVE)
def test_scaling_both_figures_changes_no_quotient(
    later: Fraction, earlier: Fraction, how: ChangeMeasure, years: int, factor: Fraction
) -> None:
    before = changed(how, point(later), point(earlier), years)
    after = changed(how, point(later * factor), point(earlier * factor), years)
    assert before is not None
    assert after == (before.scaled(factor) if how is DIFFERENCE else before)


@PROPERTY
@given(POSITIVE, POSITIVE, st.integers(min_value=1, max_value=9))
def test_a_mean_growth_comes_back_to_the_later_figure(later: Fraction, earlier: Fraction, years: int) -> None:
    found = changed(MEAN, point(later), point(earlier), years)
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert earlier * (1 + found.low) ** years <= later <= earlier * (1 + found.high) ** years


def catalogue(how: ChangeMeasure, unit: str = "%", since: int | None = None) -> tuple[Catalogue, Indicator]:
    """Return a catalogue with an amount and a rate of it at current prices."""
    change = Change("output", how, Period(since) if since else None, Prices.CURRENT)
    kind = INDICATOR_KINDS["rate"].measured(how, AMOUNT, since is None)
    rate = Indicator("rate", _NAME, _NAME, kind, _NAME, unit, change=change)
    return Catalogue({"output": OUTPUT, "rate": rate}, {}, ()), rate


def report(value: str, year: int = 2025, previous: tuple[int, str] | None = None) -> Report:
    """Return a report of the amount, perhaps with an earlier figure beside it."""
    before = (
        PreviousFigure(Period(previous[0]), read_quantity(previous[1], AMOUNT).quantity) if previous else None
    )
    quantity = read_quantity(value, AMOUNT).quantity
    observation = Observation("output", quantity, status=Status.FINAL, previous=before)
    return Report(SourceFile("r.yaml"), "one", Period(year), Submission("a", None), {"output": observation})


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("120.0亿元", "100.0亿元"), ("1200000万元", "100.0亿元"), ("0.0120万亿元", "1000000万元")],
)
def test_the_units_of_the_figures_change_nothing_but_what_their_decimals_assert(
    later: str, earlier: str
) -> None:
    known, rate = catalogue(GROWTH)
    facts = facts_of(report(later, previous=(2024, earlier)), {}, known)
    found = rate_of(rate, facts, stated_beside(facts), known)
    assert found is not None
    assert found.value == 20


def test_figures_of_earlier_reports_serve_as_those_stated_beside() -> None:
    known, rate = catalogue(MEAN, since=2020)
    facts = facts_of(report("121.0亿元", 2022), {}, known)
    earlier = figures_of(
        [report("90.0亿元", 2020), report("100.0亿元", 2020), report("110.0亿元", 2021)], known
    )
    found = rate_of(rate, facts, earlier, known)
    assert found is not None
    assert found.value == 10
    assert (found.denominator.period, found.status) == (Period(2020), Status.FINAL)


def test_without_the_figure_of_the_base_there_is_no_rate() -> None:
    known, rate = catalogue(GROWTH)
    facts = facts_of(report("120.0亿元", previous=(2023, "100.0亿元")), {}, known)
    assert rate_of(rate, facts, stated_beside(facts), known) is None
    assert rate_of(rate, {}, stated_beside(facts), known) is None
    assert rate_of(OUTPUT, facts, stated_beside(facts), known) is None


@pytest.mark.parametrize(
    ("how", "unit", "since", "zh"),
    [
        (GROWTH, "%", None, "sample120.0亿元÷2024年的100.0亿元－1＝20%"),
        (MULTIPLE, "倍", 2024, "sample120.0亿元÷2024年的100.0亿元＝1.2倍"),
        (DIFFERENCE, "万元", 2024, "sample120.0亿元－2024年的100.0亿元＝200000万元"),
        (MEAN, "%", 2024, "（sample120.0亿元÷2024年的100.0亿元）开1次方－1＝20%"),
    ],
)
def test_the_computation_is_told_in_full(how: ChangeMeasure, unit: str, since: int | None, zh: str) -> None:
    known, rate = catalogue(how, unit, since)
    facts = facts_of(report("120.0亿元", previous=(2024, "100.0亿元")), {}, known)
    found = rate_of(rate, facts, stated_beside(facts), known)
    assert found is not None
    assert found.arithmetic().zh == zh
