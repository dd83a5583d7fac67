"""Exact numbers and intervals, and how they are printed.

Every number is a :class:`fractions.Fraction`; nothing here or above it is ever a float.
"""

from dataclasses import dataclass
from fractions import Fraction

SIGNIFICANT = 6
"""Digits a quotient is printed with; more where fewer would move it across its target."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends, in some unit; ``None`` stands for no bound on that side."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def around(cls, value: Fraction, half: Fraction) -> "Interval":
        """Return the closed interval ``[value − half, value + half]``."""
        return cls(value - half, value + half)

    def scaled(self, factor: Fraction) -> "Interval":
        """Return the interval in another unit; ``factor`` must be positive."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)


def plain(value: Fraction) -> str:
    """Write a terminating decimal exactly: no exponent, no trailing zeros.

    Raises:
        ValueError: where ``value`` has no finite decimal form, as one third has none.
    """
    digits = _decimals(value.denominator)
    scaled = abs(value.numerator) * (10**digits // value.denominator)
    sign = "-" if value < 0 else ""
    whole, fraction = divmod(scaled, 10**digits)
    return f"{sign}{whole}.{fraction:0{digits}d}" if digits else f"{sign}{whole}"


def _decimals(denominator: int) -> int:
    """Return how many decimals a fraction with this (reduced) denominator has."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    if denominator != 1:
        raise ValueError("the number has no finite decimal form")
    return max(twos, fives)


def rounded(value: Fraction, side_of: Fraction | None = None) -> Fraction:
    """Round half-even to six significant digits, and to as many more as keep ``value`` on its side.

    A quotient just below ``side_of`` is never printed as ``side_of`` or above it (GB/T 8170 warns
    of the same: judge the full value, round only what is shown).
    """
    digits = SIGNIFICANT
    while True:
        shown = _to_significant(value, digits)
        if side_of is None or _sign(shown - side_of) == _sign(value - side_of):
            return shown
        digits += 1


def _to_significant(value: Fraction, digits: int) -> Fraction:
    if value == 0:
        return value
    return round(value, digits - 1 - magnitude(value))


def magnitude(value: Fraction) -> int:
    """Return the power of ten of the first significant digit: 3 for 4200, −2 for 0.05."""
    value = abs(value)
    guess = len(str(value.numerator)) - len(str(value.denominator))
    return guess if value >= Fraction(10) ** guess else guess - 1


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def outward(value: Fraction, direction: int) -> Fraction:
    """Round the end of an interval away from its middle: down for −1, up for +1."""
    if value == 0:
        return value
    scale = Fraction(10) ** (SIGNIFICANT - 1 - magnitude(value))
    scaled = value * scale
    return Fraction(scaled.__ceil__() if direction > 0 else scaled.__floor__()) / scale
