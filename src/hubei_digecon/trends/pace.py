"""The three methods by which a pace is computed, as functions of exact numbers.

Each is a ratio of what has been gained to what should have been. Months are counted from the end of the
period of the base. Sources and cut-offs stand in :class:`~hubei_digecon.domain.pace.PaceMethod`.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..domain.pace import PaceMethod
from ..domain.reports import Period
from .roots import Bounds, power, settled

YEAR = 12


class Way(NamedTuple):
    """What a ratio is computed of: a value, the base and the target, the months passed and those in all.

    ``scheduled`` is the value that the schedule has for these months.
    """

    value: Fraction
    base: Fraction
    target: Fraction
    months: int
    of: int
    scheduled: Fraction

    @property
    def is_positive(self) -> bool:
        """Whether all values are above 0, so that growth can be told of them."""
        return min(self.value, self.base, self.target) > 0


def months_between(earlier: Period, later: Period) -> int:
    """Return how many months lie between the ends of two periods."""
    return (later.year - earlier.year) * YEAR + (later.month or YEAR) - (earlier.month or YEAR)


def scheduled_value(base: Fraction, steps: Sequence[tuple[int, Fraction]], months: int) -> Fraction:
    """Return the value that the schedule has so many months after the base.

    ``steps`` are the months after the base for which a value is stated, in order; the last is the due date.
    Between two of them the straight line is drawn.
    """
    start, value = 0, base
    for at, stated in steps:
        if months <= at:
            return value + (stated - value) * Fraction(months - start, at - start)
        start, value = at, stated
    return value


def schedule(way: Way) -> Fraction:
    """Return what was gained since the base ÷ what the schedule has for this time."""
    return (way.value - way.base) / (way.scheduled - way.base)


def cagr(way: Way) -> Fraction:
    """Return the mean annual growth since the base ÷ the size of the one required, which may fall."""
    better = 1 if way.target > way.base else -1

    def bounds(digits: int) -> Bounds | None:
        """Return the bounds of the ratio."""
        seen = power(way.value / way.base, YEAR, way.months, digits).plus(Fraction(-1))
        wanted = power(way.target / way.base, YEAR, way.of, digits).plus(Fraction(-1)).times(Fraction(better))
        return seen.times(Fraction(better)).over(wanted)

    return settled(bounds, PaceMethod.CAGR.cut_offs)


def projection(way: Way) -> Fraction:
    """Return what will be gained by the due date if growth goes on as since the base ÷ what is required."""

    def bounds(digits: int) -> Bounds:
        """Return the bounds of the ratio."""
        grown = power(way.value / way.base, way.of - way.months, way.months, digits).times(way.value)
        return grown.plus(-way.base).times(1 / (way.target - way.base))

    return settled(bounds, PaceMethod.PROJECTION.cut_offs)


RATIOS: dict[PaceMethod, Callable[[Way], Fraction]] = {
    PaceMethod.SCHEDULE: schedule,
    PaceMethod.CAGR: cagr,
    PaceMethod.PROJECTION: projection,
}
"""The function of each method."""
