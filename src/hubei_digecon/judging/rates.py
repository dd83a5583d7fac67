"""Compute a rate from two figures of what changes, whatever the earlier one is from.

A reported rate decides; what is computed here is held against it, or stands in for a rate that nobody
reported. Only what can be computed is: of an amount a change at current prices, and no quotient over a figure
that is not above 0.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from ..domain.reports import Period, Report
from ..domain.targets import Catalogue, Indicator
from ..quantity.kinds import ChangeMeasure
from ..quantity.numbers import Interval
from ..quantity.roots import root
from ..text import Text
from .facts import Fact, Facts, facts_of, grade_of
from .quotients import Quotient, is_never_positive, result_in_words

EarlierFigures = Mapping[tuple[str, Period], Fact]
"""The figures of earlier periods, by indicator id and period."""

NOTHING_EARLIER: EarlierFigures = MappingProxyType({})

_ARITHMETIC = {
    ChangeMeasure.GROWTH: Text(
        "{name}{later}÷{period}的{earlier}－1{result}",
        "{name} {later} ÷ {earlier} in {period} − 1 {result}",
    ),
    ChangeMeasure.MEAN_GROWTH: Text(
        "（{name}{later}÷{period}的{earlier}）开{years}次方－1{result}",
        "({name} {later} ÷ {earlier} in {period}) to the power of 1/{years} − 1 {result}",
    ),
    ChangeMeasure.DIFFERENCE: Text(
        "{name}{later}－{period}的{earlier}{result}", "{name} {later} − {earlier} in {period} {result}"
    ),
    ChangeMeasure.MULTIPLE: Text(
        "{name}{later}÷{period}的{earlier}{result}", "{name} {later} ÷ {earlier} in {period} {result}"
    ),
}


class ChangeOfFigures(Quotient):
    """A rate computed from two figures of one indicator: the numerator is the later one, the denominator the
    earlier.
    """

    __slots__ = ()

    def arithmetic(self, side_of: Fraction | None = None) -> Text:
        """Return the computation in full, each figure as it is written."""
        change = self.share.change
        assert change is not None
        earlier = self.denominator.period
        return _ARITHMETIC[change.how].format(
            name=self.numerator.indicator.short,
            later=self.numerator.quantity.shown,
            earlier=self.denominator.quantity.shown,
            period=earlier.words,
            years=self.period.year - earlier.year,
            result=result_in_words(self, side_of),
        )


def figures_of(reports: Iterable[Report], catalogue: Catalogue) -> EarlierFigures:
    """Return the figures of some reports by indicator and period; a later report replaces an earlier one."""
    facts = (fact for report in reports for fact in facts_of(report, {}, catalogue).values())
    return {(fact.indicator.id, fact.period): fact for fact in facts}


def stated_beside(facts: Facts) -> EarlierFigures:
    """Return the earlier figures that a report states beside its own, each as settled as that."""
    return {(id, before.period): before for id, fact in facts.items() if (before := _before(fact))}


def _before(fact: Fact) -> Fact | None:
    previous = fact.observation.previous if fact.observation else None
    unit = fact.indicator.unit
    if previous is None or fact.observation is None or unit is None:
        return None
    quantity = previous.quantity
    return fact._replace(
        quantity=quantity,
        value=None if quantity.bound else quantity.number_in(unit),
        interval=quantity.interval_in(unit),
        period=previous.period,
        status=previous.status or fact.observation.status,
        grade=grade_of(fact.observation, fact.indicator),
        verified=None,
        reported=None,
    )


def figures_for(
    rate: Indicator, facts: Facts, earlier: EarlierFigures, catalogue: Catalogue
) -> tuple[Fact, Fact] | None:
    """Return the later and the earlier figure that a rate can be computed from; ``None`` without both."""
    change = rate.change
    if change is None or rate not in catalogue.recomputed.get(change.of, ()):
        return None
    later = facts.get(change.of)
    wanted = change.earlier(later.period) if later else None
    before = earlier.get((change.of, wanted)) if wanted else None
    return (later, before) if later and before else None


def rate_of(
    rate: Indicator,
    facts: Facts,
    earlier: EarlierFigures,
    catalogue: Catalogue,
    apart_from: Iterable[Fraction] = (),
) -> ChangeOfFigures | None:
    """Return a rate from two figures; ``None`` where they are not there, or do not give it.

    ``apart_from`` are the numbers that it is compared with, in the canonical unit of the rate: the bounds of
    an irrational mean growth lie on one side of each.
    """
    figures = figures_for(rate, facts, earlier, catalogue)
    if figures is None or rate.change is None or rate.unit is None:
        return None
    later, before = figures
    how, years = rate.change.how, later.period.year - before.period.year
    if how is not ChangeMeasure.DIFFERENCE and is_never_positive(before):
        return None
    factor = _factor(rate, later.indicator)
    apart = [one / factor for one in apart_from]
    interval = changed(how, later.interval, before.interval, years, apart)
    if interval is None:
        return None
    value = None
    if later.value is not None and before.value is not None:
        points = Interval.point(later.value), Interval.point(before.value)
        exact = changed(how, *points, years, apart)
        value = exact.low * factor if exact and exact.low is not None else None
    return ChangeOfFigures(rate, later, before, value, interval.scaled(factor))


def _factor(rate: Indicator, of: Indicator) -> Fraction:
    """Return what a quotient, or a difference in the unit of what changes, of 1 is in the unit of a rate."""
    assert rate.unit is not None
    assert of.unit is not None
    return rate.kind.change_in(rate.unit, of.kind, of.unit, of.units)


def changed(
    how: ChangeMeasure,
    later: Interval,
    earlier: Interval,
    years: int = 1,
    apart_from: Iterable[Fraction] = (),
) -> Interval | None:
    """Return every change from a figure of ``earlier`` to one of ``later``, ``years`` after it.

    A growth of a tenth is 1/10, a doubling 2, and a difference is in the unit of both. ``None`` where nothing
    of ``earlier`` is above 0, or a root is not of this world.
    """
    return _MEASURED[how](later, earlier, years, tuple(apart_from))


Measuring = Callable[[Interval, Interval, int, tuple[Fraction, ...]], Interval | None]


def _times(later: Interval, earlier: Interval, _years: int, _apart: tuple[Fraction, ...]) -> Interval | None:
    if earlier.high is not None and earlier.high <= 0:
        return None
    return later.over(earlier)


def _growth(later: Interval, earlier: Interval, years: int, apart: tuple[Fraction, ...]) -> Interval | None:
    times = _times(later, earlier, years, apart)
    return _less_one(times) if times else None


def _difference(later: Interval, earlier: Interval, _years: int, _apart: tuple[Fraction, ...]) -> Interval:
    low = None if later.low is None or earlier.high is None else later.low - earlier.high
    high = None if later.high is None or earlier.low is None else later.high - earlier.low
    return Interval(low, high, later.low_open or earlier.high_open, later.high_open or earlier.low_open)


def _mean_growth(
    later: Interval, earlier: Interval, years: int, apart: tuple[Fraction, ...]
) -> Interval | None:
    """Return the growths of which ``years`` in a row make the change; none leads to less than nothing."""
    times = _times(later, earlier, years, apart)
    if times is None or years < 1 or (times.high is not None and times.high < 0):
        return None
    lines = [one + 1 for one in apart]
    least = root(max(times.low or Fraction(0), Fraction(0)), years, lines)
    most = None if times.high is None else root(times.high, years, lines)
    return _less_one(Interval(least.low, most.high if most else None, times.low_open, times.high_open))


def _less_one(times: Interval) -> Interval:
    low, high = (None if end is None else end - 1 for end in times[:2])
    return Interval(low, high, times.low_open, times.high_open)


_MEASURED: Mapping[ChangeMeasure, Measuring] = {
    ChangeMeasure.GROWTH: _growth,
    ChangeMeasure.MEAN_GROWTH: _mean_growth,
    ChangeMeasure.DIFFERENCE: _difference,
    ChangeMeasure.MULTIPLE: _times,
}
