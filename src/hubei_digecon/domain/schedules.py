"""How a part of a year stands against the straight line of that year (序时进度). It bears on no outcome."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from ..brief import shown_briefly
from ..quantity.numbers import plain
from ..records import NamedTuple
from ..text import Closed, Text
from .findings import Finding


@shown_briefly
class WhyNoSchedule(Closed):
    """Why a target has no line for the year, or a value no place on it: the first that holds is told."""

    KIND = "kind", Text("这类指标没有序时进度", "this kind of indicator has no schedule")
    AFTER_DUE = "after_due", Text("报告期晚于目标年", "the period is after the due year")
    NO_DIRECTION = (
        "no_direction",
        Text("目标不分高低，没有序时进度", "neither more nor less is better, so there is no schedule"),
    )
    YEARLY_LEVEL = (
        "yearly_level",
        Text("每年保持的水平，年内没有直线", "a level to be kept each year, without a line within it"),
    )
    NOT_THIS_YEAR = (
        "not_this_year",
        Text("目标不是本年的，时期指标没有本年的直线", "a flow of which no target is of this year"),
    )
    NO_VALUE = "no_value", Text("没有数值", "there is no value")
    HEDGED = "hedged", Text("概数", "the value is hedged, or no more than a bound")
    OTHER_PERIOD = (
        "other_period",
        Text("所报不是本报告期的数值", "the value is of another period than the report"),
    )
    SCOPE = "scope", Text("统计口径或范围不符", "the value is of another scope or counting")
    NO_BASE = (
        "no_base",
        Text(
            "没有上年年末的数值（目标文件的基期值，或用--history给出的上年报告）",
            "there is no value of the end of the year before, by the target file or a report of --history",
        ),
    )
    BASE_MEETS = "base_meets", Text("上年年末已达到目标值", "the year before already is at the target")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class StandingWord(Closed):
    """The word of an office for a ratio, where it has set its own cut-offs."""

    NORMAL = "normal", Text("正常", "on course"), "met"
    WATCH = "watch", Text("关注", "watch"), "undecided"
    LAGGING = "lagging", Text("滞后", "lagging"), "missed"

    def __init__(self, id: str, term: Text, mark: str) -> None:
        self.id, self.term, self.mark = id, term, mark


@shown_briefly
class CutOffs(NamedTuple):
    """The cut-offs that an office has set: from which ratio on it says 正常, and from which 关注."""

    normal: Fraction
    watch: Fraction

    def word(self, ratio: Fraction) -> StandingWord:
        """Return the word for a ratio."""
        if ratio >= self.normal:
            return StandingWord.NORMAL
        return StandingWord.WATCH if ratio >= self.watch else StandingWord.LAGGING

    def beside(self, word: StandingWord) -> str:
        """Return the ratios that a word stands for."""
        normal, watch = plain(self.normal), plain(self.watch)
        return {
            StandingWord.NORMAL: f"≥{normal}",
            StandingWord.WATCH: f"≥{watch}, <{normal}",
            StandingWord.LAGGING: f"<{watch}",
        }[word]


@shown_briefly
class LineBase(NamedTuple):
    """The value of the end of the year before, in the unit of the target. ``path`` is the report that states
    it; ``None``: the target file does.
    """

    value: Fraction
    path: str | None = None


@shown_briefly
class YearStanding(NamedTuple):
    """One target in a part of a year: the value, what the straight line has for it, and their ratio.

    ``months`` of the twelve have passed, of the months ``of`` from the base to the due date. ``base`` is
    ``None`` where a sum is held against its part of the target. All numbers are in the unit of the target.
    """

    finding: Finding
    months: int
    of: int
    value: Fraction | None = None
    base: LineBase | None = None
    scheduled: Fraction | None = None
    ratio: Fraction | None = None
    why_not: WhyNoSchedule | None = None


def read_cut_offs(value: Any, name: str) -> CutOffs | None:
    """Return the cut-offs that a text or a pair states, such as ``0.95,0.8``; ``None`` for none.

    Raises:
        TypeError, ValueError: where it states no two numbers of which the second is smaller; names it.
    """
    if value is None or isinstance(value, CutOffs):
        return value
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, Iterable):
        raise TypeError(f"{name}: two numbers as str, not {type(value).__name__}")
    texts = [str(part).strip() for part in parts]
    if len(texts) != 2 or not all(map(_is_decimal, texts)):
        raise ValueError(f"{name}: two numbers such as 0.95,0.8, not {value}")
    normal, watch = map(Fraction, texts)
    if not 0 <= watch < normal:
        raise ValueError(f"{name}: the first must be the larger one, as in 0.95,0.8, not {value}")
    return CutOffs(normal, watch)


def _is_decimal(text: str) -> bool:
    whole, point, decimals = text.partition(".")
    digits = (whole, decimals) if point else (whole,)
    return len(text) <= 10 and all(part.isascii() and part.isdigit() for part in digits)
