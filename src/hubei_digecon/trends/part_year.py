"""Hold a part of a year against the straight line of the year (序时进度), where base and target allow.

What sums up over the year is held against its part of the target of that year: 25, 50, 75 %. A level is held
against the line from the end of the year before to the due date. No outcome is touched.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ..domain.findings import Finding
from ..domain.outcomes import Reason
from ..domain.reports import Period
from ..domain.schedules import LineBase, WhyNoSchedule, YearStanding
from ..domain.targets import Target
from ..judging.facts import Facts
from ..quantity.kinds import Nature
from .change import why_not
from .pace import YEAR, Way, schedule, scheduled_value
from .yearly import EarlierFacts


class PartOfYear(NamedTuple):
    """A part of a year, and what is known of it and before it."""

    period: Period
    facts: Facts
    earlier: EarlierFacts

    @property
    def months(self) -> int:
        """The months that have passed."""
        return self.period.month or YEAR

    @property
    def year_before(self) -> Period:
        """The whole year before, at whose end the line begins."""
        return Period(self.period.year - 1)


def standings(findings: Iterable[Finding], part: PartOfYear) -> Iterator[YearStanding]:
    """Return how each target with a number stands in a part of a year; a whole year has nothing to tell."""
    if part.period.whole:
        return
    for finding in findings:
        if finding.target.value is not None:
            yield _standing(finding, part)


def _standing(finding: Finding, part: PartOfYear) -> YearStanding:
    target, months = finding.target, part.months
    of = YEAR if _sums_up(target) else (target.due - part.period.year + 1) * YEAR
    bare = YearStanding(finding, months, of, finding.decided_on)
    if why := _why_not(finding, part):
        return bare._replace(why_not=why)
    return _summed(bare) if _sums_up(target) else _level(bare, part)


def _sums_up(target: Target) -> bool:
    """Whether the figure of a year is the sum over its months: a flow, or what is to be added each year."""
    indicator = target.indicator
    return indicator.nature is Nature.FLOW or (target.per_year and indicator.is_added)


def _why_not(finding: Finding, part: PartOfYear) -> WhyNoSchedule | None:
    """Return why a target has no line, or its value no place on one, whatever the base."""
    return next((why for why, holds in _reasons(finding, part) if holds), None)


def _reasons(finding: Finding, part: PartOfYear) -> Iterator[tuple[WhyNoSchedule, bool]]:
    target, observation, year = finding.target, finding.observation, part.period.year
    sums_up = _sums_up(target)
    yield WhyNoSchedule.KIND, not target.indicator.kind.takes_pace
    yield WhyNoSchedule.AFTER_DUE, target.due < year
    yield WhyNoSchedule.NO_DIRECTION, target.comparator.proved_by_growth is None
    yield WhyNoSchedule.YEARLY_LEVEL, target.per_year and not sums_up
    yield WhyNoSchedule.NOT_THIS_YEAR, sums_up and target.due != year and not target.per_year
    quantity = observation.quantity if observation else None
    yield WhyNoSchedule.HEDGED, finding.decided_bound is not None or bool(quantity and quantity.bound)
    yield WhyNoSchedule.NO_VALUE, finding.decided_on is None
    yield WhyNoSchedule.OTHER_PERIOD, bool(observation and observation.period not in (None, part.period))
    yield WhyNoSchedule.SCOPE, Reason.SCOPE in finding.reasons


def _summed(bare: YearStanding) -> YearStanding:
    """Hold a sum against the part of the target that the months are of the year."""
    target, value = bare.finding.target, bare.value
    assert target.value is not None
    assert value is not None
    scheduled = target.value * Fraction(bare.months, bare.of)
    ratio = target.comparator.attainment(value, scheduled)
    why = WhyNoSchedule.NO_VALUE if ratio is None else None
    return bare._replace(scheduled=scheduled, ratio=ratio, why_not=why)


def _level(bare: YearStanding, part: PartOfYear) -> YearStanding:
    """Hold a level against the straight line from the year before to the due date."""
    target, value, base = bare.finding.target, bare.value, _base(bare.finding.target, part)
    assert target.value is not None
    assert value is not None
    if base is None:
        return bare._replace(why_not=WhyNoSchedule.NO_BASE)
    if base.value == target.value or target.comparator.holds(base.value, target.value):
        return bare._replace(base=base, why_not=WhyNoSchedule.BASE_MEETS)
    scheduled = scheduled_value(base.value, ((bare.of, target.value),), bare.months)
    way = Way(value, base.value, target.value, bare.months, bare.of, scheduled)
    return bare._replace(base=base, scheduled=scheduled, ratio=schedule(way))


def _base(target: Target, part: PartOfYear) -> LineBase | None:
    """Return the value of the year before: what the document states comes before what was reported."""
    unit, units = target.unit or "", target.indicator.units
    if target.base and target.base.period == part.year_before:
        return LineBase(target.base.value * units.ratio(target.base.unit, unit))
    id = target.indicator.id
    now, before = part.facts.get(id), part.earlier.get((id, part.year_before))
    if now is None or before is None or why_not(now, before.fact) is not None:
        return None
    return LineBase(before.fact.quantity.number_in(unit), before.report.source.path)
