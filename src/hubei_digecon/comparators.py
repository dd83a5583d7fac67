"""How a value meets a target. One class a comparator, each with its phrases and its sentence.

A comparator alone knows which direction is better. It answers, exactly, whether one value satisfies what
is required (:meth:`~Comparator.holds`), whether a whole interval settles it
(:meth:`~Comparator.settles`), how far a value has come and what it lacks
(:meth:`~Comparator.attainment`, :meth:`~Comparator.shortfall`), and what a sum that still grows proves
(:attr:`~Comparator.proved_by_growth`). Nobody else compares a value with a target.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import ClassVar

from .exact import Interval, compared
from .text import Text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word of official texts that calls for a comparator, and why it is read so."""

    word: str
    why: Text


_ORDINARY = Text("按通常含义，含本数", "ordinary meaning; the number itself is included")
_INCLUDED = Text(
    "《民法典》第1259条：“以上”包括本数", "Civil Code art. 1259: 以上 includes the number itself"
)
_WITHIN = Text(
    "《民法典》第1259条：“以下”“以内”包括本数",
    "Civil Code art. 1259: 以下 and 以内 include the number itself",
)
_EXCLUDED = Text(
    "《民法典》第1259条：“超过”不包括本数", "Civil Code art. 1259: 超过 excludes the number itself"
)
_BELOW_EXCLUDED = Text(
    "没有法定定义，按《民法典》第1259条“不满”理解，不包括本数",
    "it has no legal definition and is read like 不满 of Civil Code art. 1259, excluding the number itself",
)
_LIKE_EXCLUDED = Text(
    "没有法定定义，按“超过”理解，不包括本数",
    "it has no legal definition and is read like 超过, excluding the number itself",
)
_ANSWERED = Text("没有数值，由评估方认定", "it states no number; an assessor's attestation decides")
_PHRASE = Text("“{word}”：{why}。", "“{word}”: {why}.")


def _phrases(*rows: tuple[Text, str]) -> tuple[Phrase, ...]:
    """Return the phrases of a comparator: of each reason, the words that are read for it."""
    return tuple(Phrase(word, why) for why, words in rows for word in words.split())


def _forbidden(words: str) -> str:
    """Return the phrases that forbid what some words say: 不得超过, 不能超过, 严禁超过."""
    return " ".join(
        before + word
        for before in ("不得", "不能", "不可", "不应", "不准", "不许", "不允许", "严禁", "禁止")
        for word in words.split()
    )


class Comparator:
    """The relation a target requires between the value decided on and the value required.

    ``proved_by_growth``: what a figure that can only grow, as the sum of a part of a year does, proves
    for the whole: that the target is satisfied (True), that it is not (False), or nothing (``None``).
    ``of_stretch``: the id of the comparator by which a second tier of the target is reached.
    ``quotient``: the attainment as an expression that any spreadsheet reads.
    """

    id: ClassVar[str]
    term: ClassVar[Text]
    sign: ClassVar[str]
    ascii_sign: ClassVar[str]
    sentence: ClassVar[Text]
    phrases: ClassVar[tuple[Phrase, ...]]
    bare: ClassVar[Text] = Text("原文没有比较词。", "The text has no word of comparison.")
    proved_by_growth: ClassVar[bool | None] = None
    of_stretch: ClassVar[str]
    quotient: ClassVar[str]

    def __reduce__(self) -> tuple[Callable[[str], "Comparator"], tuple[str]]:
        """Stay the one that it is where a process hands it to another: there is one of each."""
        return comparator_of, (self.id,)

    @property
    def named(self) -> Text:
        """Its term with the id by which files name it."""
        return Text(f"{self.term.zh}（{self.id}）", self.id)

    def holds(self, value: Fraction, required: Fraction) -> bool:
        """Whether ``value`` satisfies ``required``; both in one unit."""
        raise NotImplementedError

    def settles(self, interval: Interval, required: Fraction) -> bool | None:
        """Whether every value of ``interval`` satisfies ``required`` (True), none does (False),
        or some do and some do not (None).
        """
        raise NotImplementedError

    def attainment(self, value: Fraction, required: Fraction) -> Fraction | None:
        """Return how much of what is required is attained; ``None`` where a quotient says nothing."""
        return None

    def attained(self, interval: Interval, required: Fraction) -> Interval | None:
        """Return the attainments of all values of ``interval``; ``None`` where quotients say nothing."""
        return None

    def shortfall(self, value: Fraction, required: Fraction) -> Fraction:
        """Return by how much ``value`` lies on the wrong side of ``required``; 0 where it does not."""
        return Fraction(0)

    def readings(self) -> Iterator[tuple[tuple[str, ...], Text]]:
        """Return the phrases that call for this comparator with why they do, those of one reason together."""
        for why, phrases in groupby(self.phrases, lambda phrase: phrase.why):
            yield tuple(phrase.word for phrase in phrases), why

    def phrase_in(self, wording: str) -> Phrase | None:
        """Return the longest phrase of ``wording`` that calls for this comparator; a phrase within a longer
        one of another comparator is none: 高于 in 不高于.
        """
        found = set(_phrase_pattern().findall(wording))
        phrases = (phrase for phrase in self.phrases if phrase.word in found)
        return max(phrases, key=lambda phrase: len(phrase.word), default=None)

    def how_read(self, wording: str) -> Text:
        """Return why ``wording`` is read as it is: its phrase, or that it has none."""
        phrase = self.phrase_in(wording)
        return _PHRASE.format(word=phrase.word, why=phrase.why) if phrase else self.bare


class Limit(Comparator):
    """A limit that a value must keep to on one side: above it (``better`` is 1) or below it (−1).

    ``included``: whether the number required does itself.
    """

    better: ClassVar[int]
    included: ClassVar[bool]

    def holds(self, value: Fraction, required: Fraction) -> bool:
        """Whether ``value`` is on the better side of ``required``, or on it where it is included."""
        order = compared(value, required) * self.better
        return order > 0 or (order == 0 and self.included)

    def settles(self, interval: Interval, required: Fraction) -> bool | None:
        """Whether all of ``interval`` is on the better side of ``required``, none of it, or neither."""
        low, high, low_open, high_open = interval
        if self.better < 0:
            low, high, low_open, high_open = high, low, high_open, low_open
        if low is not None:
            order = compared(low, required) * self.better
            if order > 0 or (order == 0 and (self.included or low_open)):
                return True
        if high is None:
            return None
        if high is not low:
            order = compared(high, required) * self.better
        return False if order < 0 or (order == 0 and (high_open or not self.included)) else None

    def shortfall(self, value: Fraction, required: Fraction) -> Fraction:
        """Return how far ``value`` is on the worse side of ``required``."""
        return max((required - value) * self.better, Fraction(0))


class Floor(Limit):
    """More is better: what still grows proves a hit, and attainment is decided ÷ required."""

    better = 1
    proved_by_growth = True
    of_stretch = "at_least"
    quotient = "{value}/{required}"

    def attainment(self, value: Fraction, required: Fraction) -> Fraction | None:
        """Return ``value`` ÷ ``required``; ``None`` where that is not above 0, or the value is below it."""
        return value / required if required > 0 and value >= 0 else None

    def attained(self, interval: Interval, required: Fraction) -> Interval | None:
        """Return ``interval`` ÷ ``required``."""
        return interval.scaled(1 / required) if required > 0 else None


class Ceiling(Limit):
    """Less is better: what still grows proves a miss, and attainment is required ÷ decided."""

    better = -1
    proved_by_growth = False
    of_stretch = "at_most"
    quotient = "{required}/{value}"

    def attainment(self, value: Fraction, required: Fraction) -> Fraction | None:
        """Return ``required`` ÷ ``value``; ``None`` where either is not above 0."""
        return required / value if required > 0 and value > 0 else None

    def attained(self, interval: Interval, required: Fraction) -> Interval | None:
        """Return ``required`` ÷ ``interval``, of its values above 0; ``None`` where it has none."""
        if required <= 0 or (interval.high is not None and interval.high <= 0):
            return None
        return Interval.point(required).over(interval)


class AtLeast(Floor):
    """The value required, or more: 达到, 以上, 不低于, and bare counts and ranges."""

    id = "at_least"
    included = True
    term = Text("不低于", "at least")
    sign = "≥"
    ascii_sign = ">="
    sentence = Text("不低于{required}", "at least {required}")
    phrases = _phrases(
        (_ORDINARY, "达到 达 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 增至 扩大到 扩大至"),
        (_ORDINARY, "上升到 上升至 升到 升至 跃升到 跃升至 发展到"),
        (_ORDINARY, "不低于 不少于 不小于 不下于 大于等于 大于或等于 至少 最少 最低 起码 下限 保底 ≥ >="),
        (_ORDINARY, _forbidden("低于 少于 小于")),
        (_INCLUDED, "及以上 以上 +"),
    )
    bare = Text(
        "原文没有比较词，按不低于理解，含本数。",
        "The text has no word of comparison; it is read as at least, including the number itself.",
    )


class MoreThan(Floor):
    """More than the value required, which itself does not do: 超过, 突破."""

    id = "more_than"
    included = False
    term = Text("超过", "more than")
    sign = ">"
    ascii_sign = ">"
    sentence = Text("超过{required}", "more than {required}")
    phrases = _phrases(
        (_EXCLUDED, "超过 超 超出 高于 大于 多于 逾 过 跑赢 >"),
        (_LIKE_EXCLUDED, "突破"),
    )


class AtMost(Ceiling):
    """The value required, or less: 不超过, 不高于, 以内, 控制在."""

    id = "at_most"
    included = True
    term = Text("不超过", "at most")
    sign = "≤"
    ascii_sign = "<="
    sentence = Text("不超过{required}", "at most {required}")
    phrases = _phrases(
        (_ORDINARY, "不超过 不超出 不高于 不大于 不多于 不突破 小于等于 小于或等于 至多 最多 ≤ <="),
        (_ORDINARY, _forbidden("超过 超出 高于 大于 多于 突破")),
        (_ORDINARY, "上限 封顶 为限 限于 控制在 限制在 降到 降至 降低到 降低至 下降到 下降至 减少到 减少至"),
        (_ORDINARY, "压减到 压减至 压降到 压降至 压缩到 压缩至 缩减到 缩减至 缩小到 缩小至 收窄到 收窄至"),
        (_ORDINARY, "精简到 精简至 回落到 回落至 跌到 跌至"),
        (_WITHIN, "以内 及以下 以下"),
    )


class LessThan(Ceiling):
    """Less than the value required, which itself does not do: 低于, 不足."""

    id = "less_than"
    included = False
    term = Text("低于", "less than")
    sign = "<"
    ascii_sign = "<"
    sentence = Text("低于{required}", "less than {required}")
    phrases = _phrases(
        (_BELOW_EXCLUDED, "低于 不足 小于 少于 不到 不满 未满 <"),
    )


class Milestone(Comparator):
    """No number: an attestation with evidence decides, never the program alone."""

    id = "milestone"
    term = Text("定性任务", "milestone")
    sign = ""
    ascii_sign = ""
    sentence = Text("定性任务，由评估方认定", "a milestone, for the assessor to attest")
    phrases = _phrases(
        (_ANSWERED, "形成 基本建成 取得突破"),
    )


COMPARATORS: dict[str, Comparator] = {
    comparator.id: comparator for comparator in (AtLeast(), MoreThan(), AtMost(), LessThan(), Milestone())
}
"""Every comparator, by the id that target files use."""

MILESTONE = COMPARATORS[Milestone.id]


def comparator_of(id: str) -> Comparator:
    """Return the comparator with an id.

    Raises:
        KeyError: where there is none.
    """
    return COMPARATORS[id]


@cache
def _phrase_pattern() -> re.Pattern[str]:
    """Return what finds the phrases of all comparators, a longer one before one that stands in it."""
    words = {phrase.word for comparator in COMPARATORS.values() for phrase in comparator.phrases}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
