"""Put the reports of a place in order of period, and make a series of each target and of each indicator."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from ..domain.findings import Finding
from ..domain.pace import BaseOrigin, BreakKind, NoPace, PaceMethod
from ..domain.reports import Observation, Period, Report
from ..domain.targets import Catalogue, Entity, Indicator, Target
from ..quantity.numbers import Interval
from .change import change_of
from .pace import months_between
from .standing import Course, never_paced, no_way, pace_of
from .values import Series, SeriesBase, SeriesBreak, TrendPoint

Leap = tuple[str, Period]
"""An indicator and the period of a value that is far from that of the year before."""


class JudgedReport(NamedTuple):
    """A report that counts for its period, and the findings on it."""

    report: Report
    findings: tuple[Finding, ...] = ()

    def finding_on(self, target: Target) -> Finding | None:
        """Return the finding on a target."""
        return next((one for one in self.findings if one.target.id == target.id), None)


class ReportedSeries(NamedTuple):
    """What series are made of: a place, its targets, the reports that count, the large changes in them."""

    entity: Entity
    targets: tuple[Target, ...]
    reports: Sequence[JudgedReport]
    leaps: Collection[Leap] = ()


class SeriesAsked(NamedTuple):
    """What is asked of series: the method of the pace, the period of the base, the indicators (none: all)."""

    method: PaceMethod = PaceMethod.SCHEDULE
    base: Period | None = None
    indicators: Collection[str] = ()

    def takes(self, indicator: Indicator) -> bool:
        """Whether an indicator is among those asked for."""
        return not self.indicators or indicator.id in self.indicators


def series_of(reported: ReportedSeries, catalogue: Catalogue, asked: SeriesAsked) -> Iterator[Series]:
    """Return a series for each target of a place, then for each other indicator with two values or more."""
    if not reported.reports:
        return
    targets = [target for target in reported.targets if asked.takes(target.indicator)]
    for target in targets:
        yield _towards(target, reported, asked)
    aimed_at = {target.indicator.id for target in targets}
    for indicator in catalogue.indicators.values():
        if indicator.id not in aimed_at and asked.takes(indicator):
            series = _alone(indicator, reported)
            if len(series.valued) > 1:
                yield series


def _towards(target: Target, reported: ReportedSeries, asked: SeriesAsked) -> Series:
    indicator, unit = target.indicator, target.unit
    points = _in_order(_points(indicator, unit, reported, target))
    base = _stated_base(target) or _reported_base(points, asked.base)
    course = Course(target, asked.method, base, _schedule(target, reported.targets))
    paced = [
        point._replace(
            scheduled=None if never_paced(target) else own.scheduled_at(point.period),
            pace=pace_of(point, own),
        )
        for point in points
        for own in (course.judged_at(point),)
    ]
    return Series(
        reported.entity,
        indicator,
        unit,
        tuple(_changed(paced, indicator, unit, base)),
        target,
        base,
        course.schedule,
        tuple(_breaks(points, indicator, reported.leaps)),
        _why_nothing(course, paced),
    )


def _alone(indicator: Indicator, reported: ReportedSeries) -> Series:
    """Return the series of an indicator without a target."""
    unit = indicator.unit
    points = _in_order(_points(indicator, unit, reported))
    changed = tuple(_changed(points, indicator, unit, None))
    breaks = tuple(_breaks(points, indicator, reported.leaps))
    return Series(reported.entity, indicator, unit, changed, breaks=breaks)


def _points(
    indicator: Indicator, unit: str | None, reported: ReportedSeries, target: Target | None = None
) -> Iterator[tuple[bool, TrendPoint]]:
    """Return the points of an indicator, each with whether its report is that of its own period."""
    for one in reported.reports:
        observation = one.report.observations.get(indicator.id)
        finding = one.finding_on(target) if target else None
        period = _period_of(observation, finding) or one.report.period
        value, interval = _value_of(observation, finding, unit)
        place = one.report.source.find(("observations", indicator.id, indicator.kind.value_key))
        yield (
            period == one.report.period,
            TrendPoint(
                period,
                one.report.source.path,
                value,
                interval,
                observation,
                finding,
                one.report.illustrative,
                line=place.line if place and observation else None,
                sheet=place.sheet if place and observation else "",
            ),
        )


def _period_of(observation: Observation | None, finding: Finding | None) -> Period | None:
    """Return the period that a figure states for itself; one that was verified is of that of its report."""
    if observation is None or (finding and finding.verified is not None):
        return None
    return observation.period


def _value_of(
    observation: Observation | None, finding: Finding | None, unit: str | None
) -> tuple[Fraction | None, Interval | None]:
    """Return the value of a point in a unit: what the judge decided on, else what was reported."""
    if finding and finding.decided_on is not None:
        return finding.decided_on, finding.decided_interval
    quantity = observation.quantity if observation else None
    if quantity is None or unit is None:
        return None, None
    return quantity.number_in(unit), quantity.interval_in(unit)


def _in_order(points: Iterable[tuple[bool, TrendPoint]]) -> list[TrendPoint]:
    """Return one point a period, in order; a report of the period itself is preferred."""
    chosen: dict[Period, TrendPoint] = {}
    for is_own, point in points:
        if point.period not in chosen or (is_own and point.value is not None):
            chosen[point.period] = point
    return [chosen[period] for period in sorted(chosen, key=lambda one: one.end)]


def _stated_base(target: Target) -> SeriesBase | None:
    """Return the base that the document states, in the unit of the target."""
    base = target.base
    if base is None or target.unit is None:
        return None
    value = base.value * target.indicator.units.ratio(base.unit, target.unit)
    return SeriesBase(base.period, value, BaseOrigin.DOCUMENT)


def _reported_base(points: Iterable[TrendPoint], period: Period | None) -> SeriesBase | None:
    """Return the value reported for a period that was named as the base; a bound is no base."""
    for point in points:
        if period is not None and point.period == period and point.value is not None and not point.is_hedged:
            return SeriesBase(period, point.value, BaseOrigin.REPORT)
    return None


def _schedule(target: Target, targets: Iterable[Target]) -> tuple[tuple[int, Fraction], ...]:
    """Return the values that the document states for earlier years, and the required one, by year."""
    if target.value is None or target.unit is None:
        return ()
    stated = {
        one.due: one.value * target.indicator.units.ratio(one.unit, target.unit)
        for one in targets
        if one.value is not None and one.unit is not None and _is_step_to(one, target)
    }
    return tuple(sorted({**stated, target.due: target.value}.items()))


def _is_step_to(earlier: Target, target: Target) -> bool:
    """Whether a target is the value that the document of another states for an earlier year."""
    same = earlier.indicator.id == target.indicator.id and earlier.comparator is target.comparator
    return same and earlier.source.document == target.source.document and earlier.due < target.due


def _why_nothing(course: Course, points: Sequence[TrendPoint]) -> NoPace | None:
    """Return why nothing can be told of the pace of a series; ``None`` where something is."""
    if any(point.pace and point.pace.state for point in points):
        return None
    if why := never_paced(course.target) or no_way(course):
        return why
    base = course.base
    after = [one for one in points if base and months_between(base.period, one.period) > 0]
    return None if any(one.value is not None for one in after) else NoPace.TOO_FEW


def _changed(
    points: Sequence[TrendPoint], indicator: Indicator, unit: str | None, base: SeriesBase | None
) -> Iterator[TrendPoint]:
    """Return points with the change to the year before, where that is a number of the same scope."""
    known: Mapping[Period, TrendPoint] = {point.period: point for point in points}
    for point in points:
        year_before = Period(point.period.year - 1, point.period.month)
        earlier = known.get(year_before)
        before = earlier.value if earlier else None
        if before is None and base and base.period == year_before:
            before, earlier = base.value, None
        alike = not point.is_hedged and (earlier is None or _compare(earlier, point, indicator))
        change = change_of(point.value, before, indicator.kind, unit) if unit is not None and alike else None
        yield point._replace(change=change)


def _compare(earlier: TrendPoint, later: TrendPoint, indicator: Indicator) -> bool:
    """Whether the difference of two values is a number of one scope and counting."""
    kinds = set(_break_kinds(earlier, later, indicator))
    return not earlier.is_hedged and kinds.isdisjoint((BreakKind.SCOPE, BreakKind.COUNTING))


def _breaks(
    points: Iterable[TrendPoint], indicator: Indicator, leaps: Collection[Leap]
) -> Iterator[SeriesBreak]:
    """Return the breaks before the values of a series."""
    valued = [point for point in points if point.value is not None]
    for earlier, later in pairwise(valued):
        for kind in _break_kinds(earlier, later, indicator):
            yield SeriesBreak(later.period, kind)
        if (indicator.id, later.period) in leaps:
            yield SeriesBreak(later.period, BreakKind.LARGE_CHANGE)


def _break_kinds(earlier: TrendPoint, later: TrendPoint, indicator: Indicator) -> Iterator[BreakKind]:
    one, other = earlier.observation, later.observation
    if one and other:
        if one.scope != other.scope and one.scope is not None and other.scope is not None:
            yield BreakKind.SCOPE
        if (one.counting or indicator.counting) is not (other.counting or indicator.counting):
            yield BreakKind.COUNTING
    if earlier.illustrative is not later.illustrative:
        yield BreakKind.ILLUSTRATIVE
