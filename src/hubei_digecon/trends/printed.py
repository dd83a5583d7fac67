"""Numbers of a trend as they are shown: exact where their decimals end, else rounded on their side."""

from fractions import Fraction

from ..quantity.numbers import is_finite, plain, rounded
from .roots import shown_ratio
from .values import Pace, Series, TrendPoint


def exact(value: Fraction, side_of: Fraction | None = None) -> str:
    """Return a number as it is written; a quotient is rounded on its side of another."""
    return plain(as_shown(value, side_of))


def as_shown(value: Fraction, side_of: Fraction | None = None) -> Fraction:
    """Return a number as it is shown: a quotient is rounded."""
    return value if is_finite(value) else rounded(value, side_of)


def shown_value(point: TrendPoint, series: Series) -> Fraction | None:
    """Return the value of a point as it is shown, in the unit of its series."""
    required = series.target.value if series.target else None
    return None if point.value is None else as_shown(point.value, required)


def shown_change(point: TrendPoint) -> tuple[Fraction, Fraction | None] | None:
    """Return the change to the year before: the difference in its unit, and growth where there is any."""
    change = point.change
    if change is None:
        return None
    relative = None if change.relative is None else rounded(change.relative, Fraction(0))
    return as_shown(change.difference), relative


def ratio_of(pace: Pace, cut_offs: tuple[Fraction, ...]) -> str:
    """Return the ratio of a pace with three decimals, more where they would hide its side; or nothing."""
    if pace.ratio is None:
        return ""
    short = round(pace.ratio, 3)
    hides = any(_side(short, cut) != _side(pace.ratio, cut) for cut in cut_offs)
    return plain(shown_ratio(pace.ratio, cut_offs) if hides else short)


def _side(ratio: Fraction, cut: Fraction) -> int:
    return (ratio > cut) - (ratio < cut)
