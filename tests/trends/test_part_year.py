"""The line of the year: each sort of target on it, each reason for being on none, and exact ratios."""

from fractions import Fraction
from typing import Any

import pytest

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.reports import Observation, Period
from hubei_digecon.domain.schedules import WhyNoSchedule, YearStanding
from hubei_digecon.domain.targets import Base, Target
from hubei_digecon.domain.words import Counting
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.trends.part_year import PartOfYear, standings
from hubei_digecon.trends.yearly import earlier_facts

from ..building import ADDED, FLOW, SHARE, STOCK, judged, observed, target
from .test_yearly import said

MARCH, JUNE, SEPTEMBER = Period(2025, 3), Period(2025, 6), Period(2025, 9)


def standing(
    target: Target, period: Period, *now: Observation, before: Observation | None = None, year: int = 2024
) -> YearStanding:
    """Return how a target stands in a part of a year, with what was reported of the year before."""
    finding = judged(target, *now, period=period)
    _, facts = said(period, *now)
    past = [said(Period(year), before, path="before.yaml")] if before else []
    (one,) = standings([finding], PartOfYear(period, facts, earlier_facts(past)))
    return one


def based(target: Target, value: int, year: int = 2024) -> Target:
    exact, period = Fraction(value), Period(year)
    return target._replace(base=Base(period, exact, target.unit or "", Interval.point(exact)))


@pytest.mark.parametrize(
    ("period", "scheduled", "ratio"),
    [(MARCH, 250, Fraction(4, 5)), (JUNE, 500, Fraction(2, 5)), (SEPTEMBER, 750, Fraction(4, 15))],
)
def test_a_flow_is_held_against_its_part_of_the_year(period: Period, scheduled: int, ratio: Fraction) -> None:
    one = standing(target(FLOW, 1000), period, observed(FLOW, "200亿元"))
    assert (one.scheduled, one.ratio, one.base, one.why_not) == (Fraction(scheduled), ratio, None, None)


def test_a_flow_that_must_not_be_exceeded_has_the_inverse_ratio() -> None:
    one = standing(target(FLOW, 1000, "at_most"), JUNE, observed(FLOW, "400亿元"))
    assert one.ratio == Fraction(5, 4)


def test_a_level_is_held_against_the_line_from_the_year_before() -> None:
    one = standing(target(SHARE, 13), SEPTEMBER, observed(SHARE, "12.5%"), before=observed(SHARE, "11%"))
    assert (one.scheduled, one.ratio, one.months, one.of) == (Fraction("12.5"), Fraction(1), 9, 12)
    assert one.base is not None
    assert (one.base.value, one.base.path) == (Fraction(11), "before.yaml")


def test_the_line_runs_to_the_due_year() -> None:
    one = standing(
        target(STOCK, 200, due=2026), JUNE, observed(STOCK, "110家"), before=observed(STOCK, "80家")
    )
    assert (one.scheduled, one.ratio, one.of) == (Fraction(110), Fraction(1), 24)


def test_a_ceiling_is_approached_from_above() -> None:
    one = standing(
        target(STOCK, 60, "at_most"), JUNE, observed(STOCK, "90家"), before=observed(STOCK, "100家")
    )
    assert (one.scheduled, one.ratio) == (Fraction(80), Fraction(1, 2))


def test_a_level_that_recedes_has_a_ratio_below_0() -> None:
    one = standing(target(SHARE, 13), JUNE, observed(SHARE, "10%"), before=observed(SHARE, "11%"))
    assert one.ratio == -1


def test_what_the_document_states_of_the_year_before_comes_first() -> None:
    aim = based(target(SHARE, 13), 9)
    one = standing(aim, JUNE, observed(SHARE, "12%"), before=observed(SHARE, "11%"))
    assert one.base is not None
    assert (one.base.value, one.base.path, one.ratio) == (Fraction(9), None, Fraction(3, 2))


def test_a_base_of_another_year_is_not_the_year_before() -> None:
    one = standing(based(target(SHARE, 13), 9, 2020), JUNE, observed(SHARE, "12%"))
    assert one.why_not is WhyNoSchedule.NO_BASE


def test_what_is_added_each_year_sums_up_and_what_is_added_in_all_does_not() -> None:
    now = observed(ADDED, "20家")
    this_year = observed(ADDED, "20家", counting=Counting.THIS_YEAR)
    yearly = standing(target(ADDED, 40, per_year=True), SEPTEMBER, this_year)
    assert (yearly.scheduled, yearly.base) == (Fraction(30), None)
    in_all = standing(target(ADDED, 40), SEPTEMBER, now, before=observed(ADDED, "8家"))
    assert (in_all.scheduled, in_all.ratio) == (Fraction(32), Fraction(1, 2))


@pytest.mark.parametrize(
    ("aim", "now", "before", "why"),
    [
        (target(SHARE, 13), observed(SHARE, "12%"), None, "no_base"),
        (target(SHARE, 13), observed(SHARE, "12%"), observed(SHARE, "约11%"), "no_base"),
        (target(SHARE, 13), observed(SHARE, "12%"), observed(SHARE, "11%", scope="other"), "no_base"),
        (target(SHARE, 13), observed(SHARE, "12%"), observed(SHARE, "13%"), "base_meets"),
        (target(SHARE, 13, "more_than"), observed(SHARE, "12%"), observed(SHARE, "13%"), "base_meets"),
        (target(SHARE, 13), observed(SHARE, "超12%"), observed(SHARE, "11%"), "hedged"),
        (target(SHARE, 13), observed(SHARE, "12%", period=Period(2024)), None, "other_period"),
        (target(SHARE, 13, due=2024), observed(SHARE, "12%"), None, "after_due"),
        (target(SHARE, 13, per_year=True), observed(SHARE, "12%"), None, "yearly_level"),
        (target(FLOW, 1000, due=2026), observed(FLOW, "900亿元"), None, "not_this_year"),
    ],
)
def test_where_base_or_target_do_not_allow_it_there_is_a_reason(
    aim: Target, now: Observation, before: Observation | None, why: str
) -> None:
    one = standing(aim, JUNE, now, before=before)
    assert (one.why_not and one.why_not.id, one.ratio, one.scheduled) == (why, None, None)


def test_a_target_without_a_figure_has_no_place_on_the_line() -> None:
    assert standing(target(FLOW, 1000), JUNE).why_not is WhyNoSchedule.NO_VALUE


def test_a_whole_year_has_nothing_to_tell() -> None:
    finding = judged(target(FLOW, 1000), observed(FLOW, "900亿元"))
    assert list(standings([finding], PartOfYear(Period(2025), {}, {}))) == []


def test_scaling_the_unit_changes_no_ratio() -> None:
    def ratio(aim: Any, said: str) -> Fraction | None:
        return standing(aim, JUNE, observed(FLOW, said)).ratio

    assert ratio(target(FLOW, 1000), "430亿元") == ratio(
        target(FLOW, 1000)._replace(value=Fraction(10**7), unit="万元"), "4300000万元"
    )


def test_findings_stay_as_they_are() -> None:
    finding: Finding = judged(target(FLOW, 1000), observed(FLOW, "430亿元"), period=JUNE)
    (one,) = standings([finding], PartOfYear(JUNE, {}, {}))
    assert one.finding is finding
