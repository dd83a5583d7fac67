"""Units and hedges: the two closed tables by which a written value is understood."""

import enum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from .text import Text


class IndicatorKind(enum.Enum):
    """What sort of thing an indicator is; decides which units it can be written in.

    ``whole`` is the largest value that there can be, in the smallest unit. ``slips`` are the factors by
    which a number is commonly written too small: an amount of 亿元 under 万元 or 元, a fraction under %.
    """

    AMOUNT = "amount", Text("总量", "amount"), None, (10**4, 10**8)
    SHARE = "share", Text("比重", "share"), 1000, (100,)
    COUNT = "count", Text("数量", "count")
    MILESTONE = "milestone", Text("定性任务", "milestone")

    def __init__(self, id: str, term: Text, whole: int | None = None, slips: tuple[int, ...] = ()) -> None:
        self.id, self.term, self.whole, self.slips = id, term, whole, slips


class Unit(NamedTuple):
    """A unit of one kind. ``factor`` is its size in the smallest common terms of the kind
    (元 for amounts, ‰ for shares, one thing for counts); ``stands_for`` is the full form
    of a short one.
    """

    symbol: str
    kind: IndicatorKind
    factor: int
    stands_for: str | None = None


UNITS: dict[str, Unit] = {
    unit.symbol: unit
    for unit in (
        Unit("元", IndicatorKind.AMOUNT, 1),
        Unit("千元", IndicatorKind.AMOUNT, 10**3),
        Unit("万元", IndicatorKind.AMOUNT, 10**4),
        Unit("百万元", IndicatorKind.AMOUNT, 10**6),
        Unit("亿元", IndicatorKind.AMOUNT, 10**8),
        Unit("万亿元", IndicatorKind.AMOUNT, 10**12),
        Unit("万", IndicatorKind.AMOUNT, 10**4, stands_for="万元"),
        Unit("亿", IndicatorKind.AMOUNT, 10**8, stands_for="亿元"),
        Unit("万亿", IndicatorKind.AMOUNT, 10**12, stands_for="万亿元"),
        Unit("‰", IndicatorKind.SHARE, 1),
        Unit("%", IndicatorKind.SHARE, 10),
        Unit("家", IndicatorKind.COUNT, 1),
        Unit("户", IndicatorKind.COUNT, 1),
        Unit("个", IndicatorKind.COUNT, 1),
        Unit("项", IndicatorKind.COUNT, 1),
    )
}
"""Every unit that is read, by its symbol. 百分点 is not among them: it is a difference, never a level."""

DIFFERENCE = "百分点"
"""The unit of a difference between two shares."""


def units_of(kind: IndicatorKind) -> tuple[str, ...]:
    """Return the full forms of the units of ``kind``, smallest first."""
    return tuple(unit.symbol for unit in UNITS.values() if unit.kind is kind and not unit.stands_for)


@cache
def ratio(unit: str, other: str) -> Fraction:
    """Return how many of ``other`` make one ``unit``; both of one kind."""
    return Fraction(UNITS[unit].factor, UNITS[other].factor)


class Bound(enum.Enum):
    """What a hedged number asserts; the number itself, the bound, is exact."""

    AT_LEAST = "at_least", Text("不低于", "at least")
    MORE_THAN = "more_than", Text("超过", "more than")
    AT_MOST = "at_most", Text("不高于", "at most")
    LESS_THAN = "less_than", Text("低于", "less than")
    NOTHING = "about", Text("约", "about")

    def __init__(self, id: str, term: Text) -> None:
        self.id = id
        self.term = term


class HedgeWord(NamedTuple):
    """A word beside a number that loosens it. ``before`` the number, or after number or unit."""

    word: str
    bound: Bound
    before: bool


HEDGES: tuple[HedgeWord, ...] = (
    HedgeWord("不低于", Bound.AT_LEAST, before=True),
    HedgeWord("不超过", Bound.AT_MOST, before=True),
    HedgeWord("超过", Bound.MORE_THAN, before=True),
    HedgeWord("突破", Bound.MORE_THAN, before=True),
    HedgeWord("超", Bound.MORE_THAN, before=True),
    HedgeWord("逾", Bound.MORE_THAN, before=True),
    HedgeWord("不足", Bound.LESS_THAN, before=True),
    HedgeWord("未达", Bound.LESS_THAN, before=True),
    HedgeWord("约", Bound.NOTHING, before=True),
    HedgeWord("近", Bound.NOTHING, before=True),
    HedgeWord("以上", Bound.AT_LEAST, before=False),
    HedgeWord("以下", Bound.AT_MOST, before=False),
    HedgeWord("左右", Bound.NOTHING, before=False),
    HedgeWord("多", Bound.MORE_THAN, before=False),
    HedgeWord("余", Bound.MORE_THAN, before=False),
)
"""Every hedge that is read; a longer word stands before a shorter one that begins it."""
