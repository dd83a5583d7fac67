"""The rules by which a point has a pace, or none: in order, the first that holds is told.

That the target is reached is looked at first, and follows the judge: where what was handed in does not settle
it, nothing is said of the pace either.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..domain.outcomes import Outcome, Reason
from ..domain.pace import NoPace, PaceMethod, PaceState
from ..domain.reports import Period
from ..domain.targets import Indicator, Target
from ..quantity.kinds import Nature
from .pace import RATIOS, Way, months_between, scheduled_value
from .values import Pace, SeriesBase, TrendPoint


class Course(NamedTuple):
    """What the pace of a series is measured by: its target, method, base and schedule.

    ``schedule`` are the values that the document itself states, by year; the last is the required one.
    """

    target: Target
    method: PaceMethod
    base: SeriesBase | None
    schedule: tuple[tuple[int, Fraction], ...]

    @property
    def due(self) -> Period:
        """The period by whose end the target is due."""
        return Period(self.target.due)

    @property
    def required(self) -> Fraction:
        """What is required; only targets with a number have a pace."""
        assert self.target.value is not None
        return self.target.value

    def scheduled_at(self, period: Period) -> Fraction | None:
        """Return the value that the schedule has for a period; ``None`` without a base or outside of it."""
        base = self.base
        if base is None or no_way(self) or not 0 < months_between(base.period, period) <= self.of(base):
            return None
        if is_part_of_flow(self.target.indicator, period):
            return None
        steps = tuple((months_between(base.period, Period(year)), value) for year, value in self.schedule)
        ahead = tuple((months, value) for months, value in steps if months > 0)
        return scheduled_value(base.value, ahead, months_between(base.period, period))

    def judged_at(self, point: TrendPoint) -> "Course":
        """Return the course of a point: towards the adjusted target, where a review adjusted it."""
        finding = point.finding
        if finding is None or finding.adjusted is None or finding.target.value is None:
            return self
        step = (finding.target.due, finding.target.value)
        return self._replace(target=finding.target, schedule=(*self.schedule[:-1], step))

    def of(self, base: SeriesBase) -> int:
        """Return the months between a base and the due date."""
        return months_between(base.period, self.due)


def is_part_of_flow(indicator: Indicator, period: Period) -> bool:
    """Whether a figure sums up over a period that is not a whole year."""
    return indicator.nature is Nature.FLOW and not period.whole


def pace_of(point: TrendPoint, course: Course) -> Pace:
    """Return the pace at a point, or the reason why there is none."""
    why_not = _why_not(point, course)
    if why_not:
        return Pace(reason=why_not)
    measured = Pace(reason=NoPace.HEDGED) if point.is_hedged else _measured(point, course)
    return measured._replace(state=PaceState.REACHED, reason=None) if is_reached(point) else measured


def no_way(course: Course) -> NoPace | None:
    """Return why there is no way from the base to the target; ``None`` where there is one."""
    base, target = course.base, course.target
    if base is None:
        return NoPace.NO_BASE
    if is_part_of_flow(target.indicator, base.period):
        return NoPace.BASE_PART_YEAR
    if course.of(base) <= 0:
        return NoPace.BASE_AFTER_DUE
    if base.value == course.required or target.comparator.holds(base.value, course.required):
        return NoPace.BASE_MEETS
    return None


def is_reached(point: TrendPoint) -> bool:
    """Whether the judge found the point at the level of the target, now or early."""
    finding = point.finding
    if finding is None:
        return False
    return Outcome.MET in (finding.outcome, finding.underlying) or Reason.EARLY in finding.reasons


def never_paced(target: Target) -> NoPace | None:
    """Return why no value of a target has a pace; ``None`` where one can have it."""
    if not target.indicator.kind.takes_pace or target.value is None:
        return NoPace.KIND
    return NoPace.PER_YEAR if target.per_year else None


def _why_not(point: TrendPoint, course: Course) -> NoPace | None:
    """Return why a point has no pace, whether or not it is at the level of the target."""
    target = course.target
    if never := never_paced(target):
        return never
    if point.value is None:
        return NoPace.NO_VALUE
    if point.period.end > course.due.end:
        return NoPace.AFTER_DUE
    if is_reached(point):
        return None
    return next(_doubts(point, course), None)


def _doubts(point: TrendPoint, course: Course) -> Iterator[NoPace]:
    """Return what is wrong with the value of a point that is not known to be at the level of the target."""
    assert point.value is not None
    if point.finding and Reason.SCOPE in point.finding.reasons:
        yield NoPace.SCOPE
    if point.is_hedged:
        yield NoPace.HEDGED
    if is_part_of_flow(course.target.indicator, point.period):
        yield NoPace.PART_YEAR
    if course.target.comparator.holds(point.value, course.required):
        yield NoPace.IN_DOUBT


def _measured(point: TrendPoint, course: Course) -> Pace:
    """Return the ratio of a point and the state that it has, or the reason why there is no ratio."""
    if why_not := no_way(course):
        return Pace(reason=why_not)
    base, value = course.base, point.value
    assert base is not None
    assert value is not None
    months = months_between(base.period, point.period)
    if months <= 0:
        return Pace(reason=NoPace.BEFORE_BASE if months else NoPace.AT_BASE)
    scheduled = course.scheduled_at(point.period)
    if scheduled is None:
        return Pace(reason=NoPace.PART_YEAR)
    way = Way(value, base.value, course.required, months, course.of(base), scheduled)
    return _by_method(way, course)


def _by_method(way: Way, course: Course) -> Pace:
    method, passed = course.method, Pace(months=way.months, of=way.of)
    if method is PaceMethod.SCHEDULE:
        if (way.scheduled - way.base) * (way.target - way.base) <= 0:
            return passed._replace(reason=NoPace.FLAT)
    elif not way.is_positive:
        return passed._replace(reason=NoPace.NOT_POSITIVE)
    is_one_sided = course.target.comparator.proved_by_growth is not None
    if not is_one_sided and (way.value - way.target) * (way.target - way.base) > 0:
        return passed._replace(reason=NoPace.OVERSHOT)
    ratio = RATIOS[method](way)
    return passed._replace(ratio=ratio, state=method.state_of(ratio))
