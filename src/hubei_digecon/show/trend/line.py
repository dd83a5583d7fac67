"""A small line of block characters: how the values of a series go, for a terminal."""

from collections.abc import Sequence
from fractions import Fraction

from ...trends.values import Series
from ..view import View

BLOCKS = "▁▂▃▄▅▆▇█"
_GAP = " "
_MOST = 40
"""Columns that a line takes at most; of more values the latest are drawn."""


def small_line(series: Series, view: View) -> str:
    """Return a block a whole year from the first value to the last, blanks where there is none.

    Nothing where the encoding has no blocks, or fewer than two whole years have a value.
    """
    values = {point.period.year: point.value for point in series.valued if point.period.whole}
    if len(values) < 2 or not view.sign(BLOCKS, ""):
        return ""
    years = range(max(min(values), max(values) - _MOST + 1), max(values) + 1)
    return _drawn([values.get(year) for year in years])


def _drawn(values: Sequence[Fraction | None]) -> str:
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    return "".join(_GAP if value is None else _block(value, low, high) for value in values)


def _block(value: Fraction, low: Fraction, high: Fraction) -> str:
    if low == high:
        return BLOCKS[len(BLOCKS) // 2]
    return BLOCKS[int((value - low) / (high - low) * (len(BLOCKS) - 1))]
