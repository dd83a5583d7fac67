"""Exact intervals, and what a requirement says of all values in one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

OPPOSITE = {"at_least": "less_than", "more_than": "at_most", "at_most": "more_than", "less_than": "at_least"}


@dataclass(frozen=True)
class Interval:
    """The values from ``low`` to ``high``; None is no bound, an open end is not among them."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @staticmethod
    def point(value: Fraction) -> Interval:
        """Return the interval that holds one value."""
        return Interval(value, value)

    def lowered(self) -> Interval:
        """Return the same upper bound, with nothing known below."""
        return Interval(None, self.high, False, self.high_open)

    def raised(self) -> Interval:
        """Return the same lower bound, with nothing known above."""
        return Interval(self.low, None, self.low_open, False)

    def scaled(self, factor: Fraction) -> Interval:
        """Return the interval in another unit."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)


EVERYTHING = Interval()


def lies_above(one: Interval, other: Interval) -> bool:
    """Say whether every value of one is above every value of the other."""
    if one.low is None or other.high is None:
        return False
    return one.low > other.high or (one.low == other.high and (one.low_open or other.high_open))


def meet(one: Interval, other: Interval) -> bool:
    """Say whether two intervals share a value (two roundings agree unless they do not)."""
    return not lies_above(one, other) and not lies_above(other, one)


def hull(one: Interval, other: Interval) -> Interval:
    """Return the smallest interval around two."""
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Interval(low, high)


def quotient(above: Interval, below: Interval) -> Interval:
    """Return what the quotient of two amounts can be; an amount is not negative, a divisor above 0."""
    none_below = above.low is None or above.low < 0
    low_of_above, low_open = (Fraction(0), False) if none_below else (above.low, above.low_open)
    assert low_of_above is not None
    low = Fraction(0) if below.high is None else low_of_above / below.high
    if below.high is None or (below.high_open and low_of_above):
        low_open = True
    if above.high is None or below.low is None or below.low <= 0:
        return Interval(low, None, low_open, False)
    return Interval(low, above.high / below.low, low_open, above.high_open or below.low_open)


@dataclass(frozen=True)
class Requirement:
    """A comparator and its number."""

    comparator: str
    value: Fraction

    @property
    def is_floor(self) -> bool:
        """Say whether more is better."""
        return self.comparator in ("at_least", "more_than")

    def holds(self, value: Fraction) -> bool:
        """Say whether one exact value satisfies it."""
        return {
            "at_least": value >= self.value,
            "more_than": value > self.value,
            "at_most": value <= self.value,
            "less_than": value < self.value,
        }[self.comparator]

    def all_hold(self, values: Interval) -> bool:
        """Say whether every value of an interval satisfies it."""
        end, is_open = (values.low, values.low_open) if self.is_floor else (values.high, values.high_open)
        return end is not None and (self.holds(end) or (end == self.value and is_open))

    def none_hold(self, values: Interval) -> bool:
        """Say whether no value of an interval satisfies it."""
        return Requirement(OPPOSITE[self.comparator], self.value).all_hold(values)
