"""Powers with fractions for exponents, bounded by rationals, and numbers told apart from cut-offs.

A root has no exact value as a fraction. It is bounded by two fractions, which come as near as is needed to
say on which side of a cut-off it lies.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from ..quantity.numbers import rounded

PRECISIONS = (20, 50, 200)
"""The decimals to which bounds are refined in turn. What the last do not part counts as equal."""


class Bounds(NamedTuple):
    """Two fractions between which a number lies; equal where it is known exactly."""

    low: Fraction
    high: Fraction

    def plus(self, number: Fraction) -> "Bounds":
        """Return the bounds of the sum."""
        return Bounds(self.low + number, self.high + number)

    def times(self, factor: Fraction) -> "Bounds":
        """Return the bounds of the product."""
        ends = self.low * factor, self.high * factor
        return Bounds(min(ends), max(ends))

    def over(self, other: "Bounds") -> "Bounds | None":
        """Return the bounds of the quotient; ``None`` where the divisor is not known to differ from 0."""
        if other.low <= 0 <= other.high:
            return None
        quotients = [one / by for one in self for by in other]
        return Bounds(min(quotients), max(quotients))


def power(number: Fraction, over: int, by: int, digits: int) -> Bounds:
    """Return the bounds of ``number`` to the power ``over`` ÷ ``by``.

    They are no further apart than a unit of the last of ``digits`` decimals. ``number`` and ``by`` must be
    positive.
    """
    common = gcd(over, by)
    over, by = over // common, by // common
    raised, scale = number**over, 10**digits
    if by == 1:
        return Bounds(raised, raised)
    held = raised * scale**by
    root = _whole_root(held.numerator // held.denominator, by)
    low = Fraction(root, scale)
    return Bounds(low, low if root**by == held else low + Fraction(1, scale))


def _whole_root(number: int, degree: int) -> int:
    """Return the largest whole number whose power does not exceed ``number``."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if middle**degree <= number:
            low = middle
        else:
            high = middle
    return low


def settled(bounds: Callable[[int], Bounds | None], cut_offs: Sequence[Fraction]) -> Fraction:
    """Return a fraction that lies on the same side of every cut-off as the number, and is rounded alike.

    Args:
        bounds: returns the bounds of the number to so many decimals; ``None`` where those do not suffice.
        cut_offs: the numbers to tell it apart from; what the finest bounds do not part counts as equal.
    """
    known = None
    for digits in PRECISIONS:
        known = bounds(digits)
        if known and (known.low == known.high or _is_told_apart(known, cut_offs)):
            break
    if known is None:
        raise ArithmeticError("a divisor that is not 0 was not told apart from it")
    middle = (known.low + known.high) / 2
    return next((one for one in cut_offs if known.low <= one <= known.high), middle)


def _is_told_apart(known: Bounds, cut_offs: Sequence[Fraction]) -> bool:
    parted = not any(known.low <= one <= known.high for one in cut_offs)
    return parted and _alike(known, cut_offs)


def _alike(known: Bounds, cut_offs: Sequence[Fraction]) -> bool:
    return shown_ratio(known.low, cut_offs) == shown_ratio(known.high, cut_offs)


def shown_ratio(ratio: Fraction, cut_offs: Sequence[Fraction]) -> Fraction:
    """Return a ratio rounded to six significant digits, to more where it would change sides of a cut-off."""
    near = min(cut_offs, key=lambda one: abs(one - ratio))
    return rounded(ratio, side_of=near)
