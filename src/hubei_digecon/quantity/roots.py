"""Roots of exact numbers: themselves where they are rational, else rational bounds as close as is asked.

Bounds are in thirds, which have no finite decimals: printed, they are rounded outward as any quotient is.
"""

from collections.abc import Iterable
from fractions import Fraction

from .numbers import Interval


def root(value: Fraction, degree: int, apart_from: Iterable[Fraction] = ()) -> Interval:
    """Return the root of ``value``, which is not negative: a point where it is rational, else an interval
    that holds it and none of ``apart_from``.

    An irrational root differs from every rational number, so some number of digits always parts them.
    """
    over, by = (whole_root(part, degree) for part in value.as_integer_ratio())
    exact = Fraction(over, by)
    if exact**degree == value:
        return Interval.point(exact)
    apart, digits = tuple(apart_from), 16
    while True:
        low, high = _bounds(value, degree, digits)
        if not any(low <= one <= high for one in apart):
            return Interval(low, high)
        digits *= 2


def whole_root(value: int, degree: int) -> int:
    """Return the largest whole number whose power of ``degree`` is not above ``value``."""
    if value < 2:
        return value
    guess = 1 << -(-value.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def _bounds(value: Fraction, degree: int, digits: int) -> tuple[Fraction, Fraction]:
    """Return numbers above and below an irrational root, no further from it than so many decimals tell."""
    scale = 3 * 10**digits
    low = whole_root(value.numerator * scale**degree // value.denominator, degree)
    low -= low % 3 == 0
    high = low + 1 + ((low + 1) % 3 == 0)
    return Fraction(low, scale), Fraction(high, scale)
