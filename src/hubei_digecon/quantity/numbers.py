"""Exact numbers and intervals, and how they are printed.

Every number is a :class:`fractions.Fraction`; nothing here or above it is ever a float.
"""

from collections.abc import Callable
from fractions import Fraction

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text

SIGNIFICANT = 6
"""Digits a quotient is printed with; more where fewer would move it across its target."""

ONE = Fraction(1)


@shown_briefly
class Interval(NamedTuple):
    """All values between two ends, in some unit; ``None`` stands for no bound on that side."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def around(cls, value: Fraction, half: Fraction) -> "Interval":
        """Return the closed interval ``[value − half, value + half]``."""
        (value_over, value_by), (half_over, half_by) = value.as_integer_ratio(), half.as_integer_ratio()
        middle, step, by = value_over * half_by, half_over * value_by, value_by * half_by
        return cls(Fraction(middle - step, by), Fraction(middle + step, by))

    @classmethod
    def point(cls, value: Fraction) -> "Interval":
        """Return the interval that holds ``value`` alone."""
        return cls(value, value)

    def scaled(self, factor: Fraction) -> "Interval":
        """Return the interval in another unit; ``factor`` must be positive."""
        if factor is ONE or factor == 1:
            return self
        return Interval(scaled(self.low, factor), scaled(self.high, factor), self.low_open, self.high_open)

    def over(self, other: "Interval", factor: Fraction = ONE) -> "Interval":
        """Return the exact interval of all quotients of a value here by a positive value of ``other``.

        Values of ``other`` that are not positive are left out of account: no divisor of ours is one.
        The quotients are in a unit of which ``factor``, which must be positive, make a quotient of 1.
        """
        low, low_open = _divided(self.low, self.low_open, other, factor, upper=False)
        high, high_open = _divided(self.high, self.high_open, other, factor, upper=True)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: "Interval") -> bool:
        """Whether any value lies in both: two roundings of one number always meet."""
        return not (self.below(other) or other.below(self))

    def within(self, other: "Interval") -> bool:
        """Whether every value here lies in ``other``, whose ends are closed."""
        low, high = other.low, other.high
        return (low is None or (self.low is not None and compared(self.low, low) >= 0)) and (
            high is None or (self.high is not None and compared(self.high, high) <= 0)
        )

    def below(self, other: "Interval") -> bool:
        """Whether every value here is less than every value of ``other``."""
        if self.high is None or other.low is None:
            return False
        order = compared(self.high, other.low)
        return order < 0 or (order == 0 and (self.high_open or other.low_open))

    def hull(self, other: "Interval") -> "Interval":
        """Return the smallest interval that holds both."""
        low = _outer(self.low, self.low_open, other.low, other.low_open, min)
        high = _outer(self.high, self.high_open, other.high, other.high_open, max)
        return Interval(low[0], high[0], low[1], high[1])


def compared(one: Fraction, other: Fraction) -> int:
    """Return a negative number if ``one`` is less than ``other``, 0 if they are equal, else a positive one.

    This gives the same as ``<`` and ``==`` in half the time, since it need not check the type of ``other``.
    Judging a batch spends most of its time on comparisons.
    """
    one_over, one_by = one.as_integer_ratio()
    other_over, other_by = other.as_integer_ratio()
    return one_over * other_by - other_over * one_by


def reaches(one: Fraction, other: Fraction, times: Fraction) -> bool:
    """Whether ``one`` is at least so many times ``other``."""
    one_over, one_by = one.as_integer_ratio()
    other_over, other_by = other.as_integer_ratio()
    over, by = times.as_integer_ratio()
    return one_over * other_by * by >= other_over * one_by * over


def scaled(value: Fraction | None, factor: Fraction) -> Fraction | None:
    """Return a number in another unit; ``None`` stays what it is."""
    return value if value is None or factor is ONE or factor == 1 else value * factor


def quotient(one: Fraction, other: Fraction, factor: Fraction = ONE) -> Fraction:
    """Return ``one`` ÷ ``other`` × ``factor``, brought to lowest terms once."""
    one_over, one_by = one.as_integer_ratio()
    other_over, other_by = other.as_integer_ratio()
    over, by = factor.as_integer_ratio()
    return Fraction(one_over * other_by * over, one_by * other_over * by)


def _divided(
    end: Fraction | None, is_open: bool, by: Interval, factor: Fraction, upper: bool
) -> tuple[Fraction | None, bool]:
    """Return one end of a quotient, and whether it is open.

    A positive dividend is largest over the smallest divisor, a negative one over the largest.
    """
    if end is None:
        return None, False
    if not end:
        return end, is_open
    if (end.numerator > 0) is upper:
        if by.low is None or by.low.numerator <= 0:
            return None, False
        return quotient(end, by.low, factor), is_open or by.low_open
    if by.high is None:
        return Fraction(0), True
    return quotient(end, by.high, factor), is_open or by.high_open


def _outer(
    one: Fraction | None,
    one_open: bool,
    other: Fraction | None,
    other_open: bool,
    choose: Callable[..., Fraction],
) -> tuple[Fraction | None, bool]:
    if one is None or other is None:
        return None, False
    if one == other:
        return one, one_open and other_open
    outer = choose(one, other)
    return outer, one_open if outer == one else other_open


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


def is_finite(value: Fraction) -> bool:
    """Whether a number has finitely many decimals."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def shown(value: Fraction, side_of: Fraction | None = None) -> str:
    """Write a quotient for people and files: rounded to six significant digits, or more to keep its side."""
    return plain(rounded(value, side_of))


def shown_end(value: Fraction, direction: int, side_of: Fraction | None = None) -> str:
    """Write one end of an interval: exactly where it ends, else rounded outward."""
    return plain(value if is_finite(value) else outward(value, direction, side_of))


_FROM = Text("不低于{low}", "at least {low}")
_ABOVE = Text("超过{low}", "more than {low}")
_UP_TO = Text("不超过{high}", "at most {high}")
_BELOW = Text("低于{high}", "less than {high}")
_WITHIN = {
    (False, False): "{low}至{high}",
    (False, True): "不低于{low}、低于{high}",
    (True, False): "超过{low}、不超过{high}",
    (True, True): "超过{low}、低于{high}",
}
"""An interval in Chinese, by which of its ends are open."""
_ANYTHING = Text("范围不能确定", "without any bound")


def shown_interval(interval: Interval, unit: str, side_of: Fraction | None = None) -> Text:
    """Write an interval: “[12.95%, 13.05%]”, an open end with a round bracket; in Chinese, and with one end
    only, in words.

    Its ends are rounded outward, but stay on their side of ``side_of``, which is in the same unit.
    """
    low, high = interval.low, interval.high
    least = "" if low is None else f"{shown_end(low, -1, side_of)}{unit}"
    most = "" if high is None else f"{shown_end(high, +1, side_of)}{unit}"
    if low is None and high is None:
        return _ANYTHING
    if high is None:
        return (_ABOVE if interval.low_open else _FROM).format(low=least)
    if low is None:
        return (_BELOW if interval.high_open else _UP_TO).format(high=most)
    opening, closing = "(" if interval.low_open else "[", ")" if interval.high_open else "]"
    within = _WITHIN[interval.low_open, interval.high_open].format(low=least, high=most)
    return Text(within, f"{opening}{least}, {most}{closing}")


def rounded(value: Fraction, side_of: Fraction | None = None) -> Fraction:
    """Round half-even to six significant digits, and to as many more as keep ``value`` on its side.

    A quotient just below ``side_of`` is never printed as ``side_of`` or above it (GB/T 8170 warns of
    the same: judge the full value, round only what is shown). ``side_of`` must have finite decimals,
    as every target has.
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


def outward(value: Fraction, direction: int, side_of: Fraction | None = None) -> Fraction:
    """Round the end of an interval away from its middle: down for −1, up for +1.

    It gets as many digits more as keep it on its side of ``side_of``, which has finite decimals.
    """
    if value == 0:
        return value
    digits = SIGNIFICANT
    while True:
        scale = Fraction(10) ** (digits - 1 - magnitude(value))
        scaled = value * scale
        end = Fraction(scaled.__ceil__() if direction > 0 else scaled.__floor__()) / scale
        if side_of is None or _sign(end - side_of) == _sign(value - side_of):
            return end
        digits += 1
