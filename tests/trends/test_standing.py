"""Each rule by which a point has a pace or none, in the order in which they are looked at."""

import datetime
from fractions import Fraction

import pytest

from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.pace import NoPace, PaceMethod, PaceState
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.reviews import AdjustedTarget
from hubei_digecon.domain.targets import Target
from hubei_digecon.domain.words import Status
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.trends.standing import Course, pace_of
from hubei_digecon.trends.values import TrendPoint

from ..building import FLOW, MILESTONE, SHARE, STOCK, observed, target
from .test_series import Years, based, paces, series, share

WAY = based(target(SHARE, 13), "8.7")
FALL = based(target(SHARE, 10, "at_most"), "15")


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ("9.6%", "ahead"),
        ("9.56%", "on_schedule"),
        ("9.5%", "behind"),
        ("8.7%", "behind"),
        ("8.6%", "receding"),
    ],
)
def test_the_states_of_a_schedule(value: str, state: str) -> None:
    (one,) = series([WAY], {2021: share(value)})
    assert paces(one) == [state]


@pytest.mark.parametrize(
    ("value", "state"), [("13.9%", "ahead"), ("14%", "on_schedule"), ("14.5%", "behind"), ("16%", "receding")]
)
def test_a_ceiling_takes_its_direction_from_the_comparator(value: str, state: str) -> None:
    (one,) = series([FALL], {2021: share(value)})
    assert paces(one) == [state]


def test_reached_is_looked_at_first_and_needs_no_base() -> None:
    (one,) = series([target(SHARE, 13)], {2021: share("14%")})
    assert paces(one) == ["reached"]
    (two,) = series([based(target(SHARE, 13), "13.5")], {2021: share("14%"), 2022: share("12%")})
    assert paces(two) == ["reached", "base_meets"]


def test_reached_follows_the_judge() -> None:
    guess = observed(SHARE, "14%", status=Status.ESTIMATED)
    (one,) = series([WAY], {2021: [guess]})
    assert paces(one) == ["in_doubt"]


def test_past_due_is_measured_at_the_due_year() -> None:
    (one,) = series([WAY], {2025: share("12%"), 2026: share("14%")})
    assert paces(one) == ["behind", "after_due"]


def test_part_of_a_year_is_measured_by_months_for_shares_and_stocks_and_not_for_flows() -> None:
    years: Years = {Period(2021, 6): share("9.13%")}
    (one,) = series([WAY], years)
    assert paces(one) == ["on_schedule"]
    assert one.points[0].pace is not None
    assert (one.points[0].pace.months, one.points[0].pace.of) == (6, 60)
    (flow,) = series([based(target(FLOW, 200), "100")], {Period(2021, 6): [observed(FLOW, "60亿元")]})
    assert paces(flow) == ["part_year"]
    (stock,) = series([based(target(STOCK, 200), "100")], {Period(2021, 6): [observed(STOCK, "110家")]})
    assert paces(stock) == ["on_schedule"]


def test_a_flow_whose_base_is_not_a_whole_year_has_no_pace() -> None:
    aim = based(target(FLOW, 200), "80", Period(2020, 10))
    (one,) = series([aim], {2021: [observed(FLOW, "120亿元")]})
    assert (paces(one), one.reason) == (["base_part_year"], NoPace.BASE_PART_YEAR)
    share_aim = based(target(SHARE, 13), "8.7", Period(2020, 10))
    (other,) = series([share_aim], {2021: share("9.2%")})
    assert paces(other) == ["behind"]


@pytest.mark.parametrize("base", ["13", "14"])
def test_a_base_that_already_meets_the_target_has_no_way_to_it(base: str) -> None:
    (one,) = series([based(target(SHARE, 13), base)], {2021: share("12%")})
    assert (paces(one), one.reason) == (["base_meets"], NoPace.BASE_MEETS)


def test_a_base_at_a_target_that_excludes_it_has_no_way_either() -> None:
    (one,) = series([based(target(SHARE, 13, "more_than"), "13")], {2021: share("12%")})
    assert paces(one) == ["base_meets"]


def test_before_and_at_the_base_and_a_base_after_the_due_year() -> None:
    (one,) = series([based(target(SHARE, 13), "8.7", 2022)], {2021: share("8%"), 2022: share("8.7%")})
    assert paces(one) == ["before_base", "at_base"]
    (late,) = series([based(target(SHARE, 13), "8.7", 2025)], {2024: share("8%")})
    assert paces(late) == ["base_after_due"]


@pytest.mark.parametrize(
    ("method", "expected"), [("schedule", "ahead"), ("cagr", "not_positive"), ("projection", "not_positive")]
)
def test_a_base_of_0_has_no_growth(method: str, expected: str) -> None:
    aim = based(target(FLOW, 100), "0")
    (one,) = series([aim], {2021: [observed(FLOW, "30亿元")]}, method)
    assert paces(one) == [expected]


@pytest.mark.parametrize(("method", "expected"), [("schedule", "behind"), ("cagr", "not_positive")])
def test_a_negative_value_has_no_growth(method: str, expected: str) -> None:
    aim = based(target(FLOW, 100), "-50")
    (one,) = series([aim], {2021: [observed(FLOW, "-40亿元")]}, method)
    assert paces(one) == [expected]


def test_a_milestone_has_no_pace() -> None:
    (one,) = series([target(MILESTONE)], {2021: []})
    assert (paces(one), one.reason) == (["kind"], NoPace.KIND)


def test_values_that_the_document_states_for_earlier_years_come_before_the_straight_line() -> None:
    first = target(SHARE, 9, key="share_2021", due=2021)
    of_another = target(SHARE, 12, key="other", due=2022)
    elsewhere = of_another._replace(source=of_another.source._replace(document="elsewhere"))
    one, *_ = series([WAY, first, elsewhere], {2021: share("8.9%"), 2022: share("10%")})
    assert [point.scheduled for point in one.points] == [9, 10]
    assert paces(one) == ["behind", "on_schedule"]
    assert one.points[0].pace is not None
    assert one.points[0].pace.ratio == Fraction(2, 3)


def test_a_year_stated_no_better_than_the_base_says_nothing() -> None:
    dip = target(SHARE, 8, key="dip", due=2021)
    one, _ = series([WAY, dip], {2021: share("8.5%"), 2022: share("10%")})
    assert paces(one)[0] == "flat"


def test_a_target_of_every_year_has_no_way_to_it() -> None:
    (one,) = series([WAY._replace(per_year=True)], {2021: share("9.2%")})
    assert (paces(one), one.reason) == (["per_year"], NoPace.PER_YEAR)


def test_an_aspiration_is_measured_as_any_target() -> None:
    (one,) = series([WAY._replace(aspiration=True)], {2021: share("9.2%")})
    assert paces(one) == ["behind"]


@pytest.mark.parametrize("kind", [id for id, kind in INDICATOR_KINDS.items() if not kind.takes_pace])
def test_a_kind_without_a_pace_never_has_one(kind: str) -> None:
    assert kind in ("milestone", "rank", "rate")
    indicator = SHARE._replace(id=kind, kind=INDICATOR_KINDS[kind])
    course = Course(target(indicator, 3), PaceMethod.SCHEDULE, None, ())
    assert pace_of(TrendPoint(Period(2021), "report.yaml", Fraction(5)), course).reason is NoPace.KIND


def test_ranks_and_rates_have_no_pace() -> None:
    assert not any(INDICATOR_KINDS[kind].takes_pace for kind in ("rank", "rate") if kind in INDICATOR_KINDS)


def near(required: str, *tolerance: int) -> Target:
    """Return a target of about a share, with a tolerance in points or without one."""
    about = COMPARATORS["about"]
    taken = about.tolerating(Fraction(tolerance[0]), Fraction(tolerance[1]), False) if tolerance else about
    return based(target(SHARE, required)._replace(comparator=taken), "8.7")


@pytest.mark.parametrize(
    ("value", "open_ended", "with_tolerance"),
    [
        ("9.2%", "behind", "behind"),
        ("11%", "reached", "reached"),
        ("11.5%", "overshot", "reached"),
        ("13%", "overshot", "overshot"),
    ],
)
def test_what_is_past_a_target_of_about_is_neither_ahead_nor_behind(
    value: str, open_ended: str, with_tolerance: str
) -> None:
    (one,), (other,) = (series([aim], {2022: share(value)}) for aim in (near("11"), near("11", 1, 1)))
    assert (paces(one), paces(other)) == ([open_ended], [with_tolerance])


def test_an_adjusted_target_is_what_the_pace_is_measured_by() -> None:
    (one,) = series([WAY], {2021: share("9.2%")})
    (point,) = one.points
    assert point.finding is not None
    adjusted = AdjustedTarget("share", Fraction(11), Fraction(13), "someone", datetime.date(2021, 9, 1))
    finding = point.finding._replace(target=point.finding.target.adjusted(Fraction(11)), adjusted=adjusted)
    course = Course(WAY, PaceMethod.SCHEDULE, one.base, one.schedule)
    own = course.judged_at(point._replace(finding=finding))
    assert (own.required, own.scheduled_at(Period(2021))) == (Fraction(11), Fraction("9.16"))
    assert pace_of(point, own).state is PaceState.AHEAD
    assert course.judged_at(point) is course
