"""Series of a place: values in order of period, changes, breaks, base, and one judge with check."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.pace import NoPace, PaceMethod
from hubei_digecon.domain.reports import Observation, Period, Report, Submission
from hubei_digecon.domain.targets import Base, Catalogue, Entity, Target
from hubei_digecon.domain.words import Counting, EntityKind
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.quantity.parsing import read_quantity
from hubei_digecon.text import Text
from hubei_digecon.trends.series import JudgedReport, ReportedSeries, SeriesAsked, series_of
from hubei_digecon.trends.values import Series

from ..building import CATALOGUE, FLOW, MILESTONE, PROPERTY, SHARE, SOURCE, STOCK, assessed, observed, target

Years = dict[int | Period, Iterable[Observation]]


def based(aim: Target, value: str, period: int | Period = 2020) -> Target:
    """Return a target whose document states its base."""
    assert aim.unit is not None
    number = Fraction(value)
    return aim._replace(base=Base(_period(period), number, aim.unit, Interval.point(number)))


def _period(period: int | Period) -> Period:
    return Period(period) if isinstance(period, int) else period


def place(
    targets: Iterable[Target],
    years: Years,
    illustrative: Iterable[int] = (),
    known: Catalogue = CATALOGUE,
    **more: Any,
) -> ReportedSeries:
    """Return a place with a judged report for each period."""
    aims, hollow = tuple(targets), set(illustrative)
    reports = []
    for period, observations in years.items():
        when, told = _period(period), tuple(observations)
        report = Report(
            SOURCE,
            "place",
            when,
            Submission("someone", when.end),
            {one.indicator: one for one in told},
            illustrative=period in hollow,
        )
        reports.append(JudgedReport(report, assessed(aims, *told, period=when, catalogue=known).findings))
    entity = Entity("place", EntityKind.ZONE, Text.same("place"), aims)
    return ReportedSeries(entity, aims, reports, **more)


def series(
    targets: Iterable[Target], years: Years, method: str = "schedule", base: int | None = None, **more: Any
) -> list[Series]:
    """Return the series of a place."""
    methods = {one.id: one for one in PaceMethod}
    asked = SeriesAsked(methods[method], Period(base) if base else None)
    return list(series_of(place(targets, years, **more), CATALOGUE, asked))


def share(*values: str) -> list[Observation]:
    return [observed(SHARE, value) for value in values]


def paces(one: Series) -> list[str]:
    """Return the state of each point, or the reason for none."""
    told = [point.pace for point in one.points if point.pace]
    return [pace.state.id if pace.state else pace.reason.id if pace.reason else "" for pace in told]


WAY = target(SHARE, 13)


def test_values_changes_and_pace_by_a_base_of_the_document() -> None:
    (one,) = series([based(WAY, "8.7")], {2021: share("9.2%"), 2024: share("14.6%")})
    first, last = one.points
    assert first.change is not None
    assert (first.change.absolute, first.change.relative) == (Fraction(1, 2), None)
    assert (first.scheduled, last.scheduled) == (Fraction("9.56"), Fraction("12.14"))
    assert paces(one) == ["behind", "reached"]
    assert last.change is None


def test_a_base_is_never_chosen_by_itself() -> None:
    years: Years = {2020: share("8.7%"), 2021: share("9.2%")}
    (without,), (named,) = series([WAY], years), series([WAY], years, base=2020)
    assert paces(without) == ["no_base", "no_base"]
    assert without.reason is NoPace.NO_BASE
    assert paces(named) == ["at_base", "behind"]
    assert named.base is not None
    assert named.base.origin.id == "report"


def test_a_base_of_the_document_comes_before_the_one_named() -> None:
    (one,) = series([based(WAY, "8")], {2020: share("8.7%"), 2021: share("9.2%")}, base=2020)
    assert one.base is not None
    assert (one.base.value, one.base.origin.id) == (Fraction(8), "document")


def test_a_base_without_a_report_after_it_cannot_be_told() -> None:
    (one,) = series([based(WAY, "8.7")], {2020: share("8.7%")})
    assert (paces(one), one.reason) == (["at_base"], NoPace.TOO_FEW)
    (other,) = series([based(WAY, "8.7")], {2021: []})
    assert (paces(other), other.reason) == (["no_value"], NoPace.TOO_FEW)


def test_breaks_are_told_and_decide_nothing() -> None:
    other = observed(SHARE, "9.5%", scope="other")
    years: Years = {2021: share("9.2%"), 2022: [other], 2023: share("14.9%")}
    (one,) = series([based(WAY, "8.7")], years, illustrative=[2023], leaps={("share", Period(2023))})
    assert [(str(it.period), it.kind.id) for it in one.breaks] == [
        ("2022", "scope"),
        ("2023", "scope"),
        ("2023", "illustrative"),
        ("2023", "large_change"),
    ]
    assert [point.change is None for point in one.points] == [False, True, True]
    assert paces(one)[1] == "scope"


def test_another_counting_is_a_break() -> None:
    aim = target(STOCK, 170)
    years: Years = {
        2021: [observed(STOCK, "100家")],
        2022: [observed(STOCK, "120家", counting=Counting.CUMULATIVE)],
    }
    (one,) = series([based(aim, "90")], years)
    assert [it.kind.id for it in one.breaks] == ["counting"]


def test_an_indicator_without_a_target_has_a_series_from_two_values_on() -> None:
    years: Years = {2021: [*share("9%"), observed(FLOW, "100亿元")], 2022: [observed(FLOW, "110亿元")]}
    aimed, alone = series([WAY], years)
    assert (aimed.target, alone.target) == (WAY, None)
    last = alone.points[-1]
    assert last.change is not None
    assert (last.change.absolute, last.change.relative) == (Fraction(10), Fraction(1, 10))
    assert last.pace is None


def test_a_hedged_value_takes_no_part_in_a_change_or_a_pace() -> None:
    aim = based(target(FLOW, 200), "100")
    years: Years = {2021: [observed(FLOW, "超120亿元")], 2022: [observed(FLOW, "150亿元")]}
    (one,) = series([aim], years)
    assert [point.change for point in one.points] == [None, None]
    assert paces(one) == ["hedged", "ahead"]


def test_a_figure_of_another_period_stands_at_that_period() -> None:
    years: Years = {2023: [observed(SHARE, "10%", period=Period(2022))], 2024: share("12%")}
    (one,) = series([based(WAY, "8.7")], years)
    assert [str(point.period) for point in one.points] == ["2022", "2024"]


def test_a_report_of_its_own_period_comes_first() -> None:
    years: Years = {2022: share("10%"), 2023: [observed(SHARE, "11%", period=Period(2022))]}
    (one,) = series([based(WAY, "8.7")], years)
    assert [(str(point.period), point.value) for point in one.points] == [("2022", Fraction(10))]


@PROPERTY
@given(
    tenths=st.integers(0, 300),
    year=st.integers(2019, 2026),
    month=st.sampled_from([None, 3, 9]),
    base=st.sampled_from([None, "8.7"]),
)
def test_the_trend_of_one_report_equals_check(
    tenths: int, year: int, month: int | None, base: str | None
) -> None:
    aims = [based(WAY, base) if base else WAY, target(FLOW, 100), target(MILESTONE)]
    period, told = (
        Period(year, month),
        [*share(f"{Fraction(tenths, 10).numerator}%"), observed(FLOW, "90亿元")],
    )
    assessment = assessed(aims, *told, period=period)
    made = series(aims, {period: told})
    outcomes = [point.finding.outcome for one in made for point in one.points if point.finding]
    assert outcomes == [finding.outcome for finding in assessment.findings]


PUE = STOCK._replace(id="pue", kind=INDICATOR_KINDS["number"], unit="", nature=None)
PLACE = STOCK._replace(id="rank", kind=INDICATOR_KINDS["rank"], unit="位", nature=None)

KNOWN = Catalogue({**CATALOGUE.indicators, "pue": PUE, "rank": PLACE}, CATALOGUE.scopes, ())


def test_a_number_without_a_unit_changes_and_has_the_steps_of_its_document() -> None:
    def pue(value: str) -> list[Observation]:
        return [Observation("pue", read_quantity(value, PUE.kind, units=PUE.units).quantity)]

    aim = based(target(PUE, "1.3", "less_than"), "1.6")
    step = target(PUE, "1.5", "less_than", key="before", due=2022)
    one = series([aim, step], {2021: pue("1.58"), 2022: pue("1.5")}, known=KNOWN)[0]
    assert one.is_falling
    assert [point.scheduled for point in one.points] == [Fraction("1.55"), Fraction("1.5")]
    changes = [point.change.absolute for point in one.points if point.change]
    assert changes == [Fraction(-1, 50), Fraction(-2, 25)]


def test_nothing_is_scheduled_for_what_has_no_pace() -> None:
    aim = based(target(PLACE, 10, "at_most", unit="位"), "15")
    (one,) = series([aim], {2022: [observed(PLACE, "12位")]}, known=KNOWN)
    assert [point.scheduled for point in one.points] == [None]
    assert paces(one) == ["kind"]
