"""How a value meets a target: one class a comparator, with its phrases and its sentence.

A comparator alone knows which direction is better. It answers, exactly, whether one value satisfies what is
required (:meth:`~Comparator.holds`), whether a whole interval settles it (:meth:`~Comparator.settles`), how
much is attained and what is lacking (:meth:`~Comparator.attainment`, :meth:`~Comparator.shortfall`), and what
a growing sum proves (:attr:`~Comparator.proved_by_growth`, :meth:`~Comparator.is_passed_by`). No other
module compares a value with a target. A tolerance that a target states becomes part of its comparator
(:meth:`~Comparator.tolerating`), so that all of these answer for the whole of what is required.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, ClassVar

from ..brief import shown_briefly
from ..quantity.kinds import IndicatorKind
from ..quantity.numbers import Interval, compared, plain
from ..records import NamedTuple
from ..text import Text


@shown_briefly
class Phrase(NamedTuple):
    """A word of official texts that calls for a comparator, and why it is read so."""

    word: str
    why: Text


_ORDINARY = Text("按通常含义，含本数", "ordinary meaning; the number itself is included")
_INCLUDED = Text(
    "按《民法典》第1259条，“以上”包括本数", "Civil Code art. 1259: 以上 includes the number itself"
)
_WITHIN = Text(
    "按《民法典》第1259条，“以下”“以内”包括本数",
    "Civil Code art. 1259: 以下 and 以内 include the number itself",
)
_EXCLUDED = Text(
    "按《民法典》第1259条，“超过”不包括本数", "Civil Code art. 1259: 超过 excludes the number itself"
)
_BELOW_EXCLUDED = Text(
    "该词没有法定定义，按《民法典》第1259条“不满”理解，不包括本数",
    "it has no legal definition and is read like 不满 of Civil Code art. 1259, excluding the number itself",
)
_LIKE_EXCLUDED = Text(
    "该词没有法定定义，按“超过”理解，不包括本数",
    "it has no legal definition and is read like 超过, excluding the number itself",
)
_WITHIN_TOLERANCE = Text("（容差范围{low}—{high}{unit}）", " (within {low} to {high}{unit})")
_NEARBY = Text(
    "该词没有法定定义，以另有依据的容差为准",
    "it has no legal definition; a tolerance that some text states decides",
)
_ANSWERED = Text("没有数值，由核验单位认定", "it states no number; an assessor's attestation decides")
_PHRASE = Text("原文用“{word}”，{why}。", "“{word}”: {why}.")


def _phrases(*rows: tuple[Text, str]) -> tuple[Phrase, ...]:
    """Return the phrases of a comparator from rows of a reason and the words read for it."""
    return tuple(Phrase(word, why) for why, words in rows for word in words.split())


def _forbidden(words: str) -> str:
    """Return the phrases that forbid what the words say: 不得超过, 不能超过, 严禁超过."""
    return " ".join(
        before + word
        for before in ("不得", "不能", "不可", "不应", "不准", "不许", "不允许", "严禁", "禁止")
        for word in words.split()
    )


@shown_briefly
class Comparator:
    """The relation a target requires between the value decided on and the value required.

    ``proved_by_growth``: what a figure that can only grow, as the sum of a part of a year does, proves
    for the whole: that the target is satisfied (True), that it is not (False), or nothing (``None``).
    ``is_attested``: it compares no number; an assessor attests it.
    ``of_stretch``: the id of the comparator by which a second tier of the target is reached.
    ``mirror``: the id of the one that asks for the same of numbers below 0: a fall of 3 % or more.
    ``quotient``: the attainment as an expression that any spreadsheet reads; empty where there is none.
    ``better``: on which side of what is required a value is better: above (1), below (−1), neither (0).
    ``is_open``: it states no bound, so that the number itself satisfies it and no other number settles it.
    ``tolerates``: it can have a tolerance.
    """

    id: ClassVar[str]
    term: ClassVar[Text]
    sign: ClassVar[str]
    ascii_sign: ClassVar[str]
    sentence: ClassVar[Text]
    phrases: ClassVar[tuple[Phrase, ...]]
    better: ClassVar[int] = 0
    bare: ClassVar[Text] = Text("原文没有“达到”“超过”等词。", "The text has no word of comparison.")
    proved_by_growth: ClassVar[bool | None] = None
    is_attested: ClassVar[bool] = False
    of_stretch: ClassVar[str]
    mirror: ClassVar[str]
    quotient: ClassVar[str] = ""
    is_open: bool = False
    tolerates: ClassVar[bool] = False

    def __reduce__(self) -> tuple[Callable[..., "Comparator"], tuple[Any, ...]]:
        """Pickle as the id, so that each process has one instance of a comparator."""
        return comparator_of, (self.id,)

    @property
    def named(self) -> Text:
        """Its term with the id by which files name it."""
        return Text(f"{self.term.zh}（{self.id}）", self.id)

    def fits(self, kind: IndicatorKind) -> bool:
        """Whether a target on an indicator of a kind can have this relation."""
        return self.is_attested is kind.takes_state and (not kind.better or self.better in (0, kind.better))

    def tolerating(self, below: Fraction, above: Fraction, is_relative: bool) -> "Comparator":
        """Return the comparator for a target that takes values so far below and above what is required: in
        its unit, or, where that ``is_relative``, in percent of it.
        """
        return self

    def requires(self, value: Fraction, unit: str | None) -> Text:
        """Return in words what is required: “at least 13%”."""
        return self.sentence.format(required=f"{plain(value)}{unit or ''}")

    def holds(self, value: Fraction, required: Fraction) -> bool:
        """Whether ``value`` satisfies ``required``; both in one unit."""
        raise NotImplementedError

    def settles(self, interval: Interval, required: Fraction) -> bool | None:
        """Whether every value of ``interval`` satisfies ``required`` (True), none does (False),
        or some do and some do not (None).
        """
        raise NotImplementedError

    def is_passed_by(self, interval: Interval, required: Fraction) -> bool:
        """Whether a sum that still grows is past all that is taken, where that has a bound on both sides."""
        return False

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
        """Return the phrases that call for this comparator, grouped by the reason why they do."""
        for why, phrases in groupby(self.phrases, lambda phrase: phrase.why):
            yield tuple(phrase.word for phrase in phrases), why

    def phrase_in(self, wording: str) -> Phrase | None:
        """Return the longest phrase of ``wording`` that calls for this comparator.

        A phrase within a longer one of another comparator does not count: 高于 in 不高于.
        """
        found = set(_phrases_in(wording))
        phrases = (phrase for phrase in self.phrases if phrase.word in found)
        return max(phrases, key=lambda phrase: len(phrase.word), default=None)

    def how_read(self, wording: str) -> Text:
        """Return why ``wording`` is read as it is: its phrase, or that it has none."""
        phrase = self.phrase_in(wording)
        return _PHRASE.format(word=phrase.word, why=phrase.why) if phrase else self.bare


class Limit(Comparator):
    """A limit on one side: a value must lie above it (``better`` is 1) or below it (−1).

    ``included``: the required number itself satisfies the target.
    """

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
    mirror = "at_most"
    included = True
    term = Text("不低于", "at least")
    sign = "≥"
    ascii_sign = ">="
    sentence = Text("不低于{required}", "at least {required}")
    phrases = _phrases(
        (_ORDINARY, "达到 达 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 增至 扩大到 扩大至"),
        (_ORDINARY, "上升到 上升至 升到 升至 跃升到 跃升至 发展到 扩容到 扩容至 扩展到 扩展至"),
        (_ORDINARY, "壮大到 壮大至 迈上 站上 跃上"),
        (_ORDINARY, "不低于 不少于 不小于 不下于 大于等于 大于或等于 至少 最少 最低 起码 下限 保底 ≥ >="),
        (_ORDINARY, _forbidden("低于 少于 小于")),
        (_INCLUDED, "及以上 以上 +"),
    )
    bare = Text(
        "原文没有“达到”“以上”等词，按“不低于”理解，含本数。",
        "The text has no word of comparison; it is read as at least, including the number itself.",
    )


class MoreThan(Floor):
    """More than the required value, which itself does not suffice: 超过, 突破."""

    id = "more_than"
    mirror = "less_than"
    included = False
    term = Text("超过", "more than")
    sign = ">"
    ascii_sign = ">"
    sentence = Text("超过{required}", "more than {required}")
    phrases = _phrases(
        (_EXCLUDED, "超过 超 超出 高于 大于 多于 逾 过 跑赢 >"),
        (_LIKE_EXCLUDED, "突破 跨越 迈过 跨过"),
    )


class AtMost(Ceiling):
    """The value required, or less: 不超过, 不高于, 以内, 控制在."""

    id = "at_most"
    mirror = "at_least"
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
        (_ORDINARY, "缩短到 缩短至 精简到 精简至 回落到 回落至 跌到 跌至"),
        (_WITHIN, "以内 及以下 以下"),
    )


class LessThan(Ceiling):
    """Less than the required value, which itself does not suffice: 低于, 不足."""

    id = "less_than"
    mirror = "more_than"
    included = False
    term = Text("低于", "less than")
    sign = "<"
    ascii_sign = "<"
    sentence = Text("低于{required}", "less than {required}")
    phrases = _phrases(
        (_BELOW_EXCLUDED, "低于 不足 小于 少于 不到 不满 未满 <"),
    )


class About(Comparator):
    """A value near the one required: 左右, 约. Only a tolerance that some text states makes it a bound.

    ``below``, ``above`` and ``is_relative`` are those of :meth:`tolerating`. Without a tolerance the number
    itself satisfies it, and nothing else is settled. A sum that is too large already stays so.
    """

    id = "about"
    mirror = "about"
    term = Text("左右", "about")
    sign = "≈"
    ascii_sign = "~"
    sentence = Text("{required}左右", "about {required}")
    phrases = _phrases((_NEARBY, "左右 上下 大约 约"))
    of_stretch = "at_least"
    is_open = True
    tolerates = True

    def __init__(self, tolerance: tuple[Fraction, Fraction, bool] | None = None) -> None:
        self.tolerance, self.is_open = tolerance, tolerance is None

    def __reduce__(self) -> tuple[Callable[..., Comparator], tuple[Any, ...]]:
        """Pickle as the id, or as the tolerance."""
        return (_tolerating, self.tolerance) if self.tolerance else super().__reduce__()

    def tolerating(self, below: Fraction, above: Fraction, is_relative: bool) -> Comparator:
        """Return the comparator with a tolerance."""
        return _tolerating(below, above, is_relative)

    def requires(self, value: Fraction, unit: str | None) -> Text:
        """Return in words what is required, and what the tolerance takes."""
        words, (low, high, *_) = super().requires(value, unit), self.taken(value)
        if self.is_open or low is None or high is None:
            return words
        within = _WITHIN_TOLERANCE.format(low=plain(low), high=plain(high), unit=unit or "")
        return Text.joined((words, within), en="")

    def taken(self, required: Fraction) -> Interval:
        """Return all values that satisfy ``required``."""
        below, above, is_relative = self.tolerance or (Fraction(0), Fraction(0), False)
        of = abs(required) / 100 if is_relative else 1
        return Interval(required - below * of, required + above * of)

    def holds(self, value: Fraction, required: Fraction) -> bool:
        """Whether ``value`` lies within the tolerance; without one, whether it is the number required."""
        return self.settles(Interval.point(value), required) is True

    def settles(self, interval: Interval, required: Fraction) -> bool | None:
        """Whether all of ``interval`` lies within the tolerance, none of it, or neither. Without one only
        the number itself settles anything.
        """
        taken = self.taken(required)
        if not interval.meets(taken):
            return None if self.is_open else False
        return True if interval.within(taken) else None

    def is_passed_by(self, interval: Interval, required: Fraction) -> bool:
        """Whether all of ``interval`` is above what is taken."""
        return not self.is_open and self.taken(required).below(interval)

    def shortfall(self, value: Fraction, required: Fraction) -> Fraction:
        """Return how far ``value`` is from what is taken, on either side."""
        low, high = self.taken(required)[:2]
        assert low is not None
        assert high is not None
        return max(low - value, value - high, Fraction(0))


@lru_cache
def _tolerating(below: Fraction, above: Fraction, is_relative: bool) -> Comparator:
    """Return the one comparator of a tolerance."""
    return About((below, above, is_relative))


class Milestone(Comparator):
    """A milestone without a number: an attestation with evidence decides, never the program alone."""

    id = "milestone"
    is_attested = True
    term = Text("定性任务", "milestone")
    sign = ""
    ascii_sign = ""
    sentence = Text("定性任务，由核验单位认定", "a milestone, for the assessor to attest")
    phrases = _phrases(
        (_ANSWERED, "形成 基本建成 取得突破"),
    )


COMPARATORS: dict[str, Comparator] = {
    comparator.id: comparator
    for comparator in (AtLeast(), MoreThan(), AtMost(), LessThan(), About(), Milestone())
}
"""Every comparator, by the id that target files use."""

MILESTONE = COMPARATORS[Milestone.id]
OF_RANKS = AtMost.id
"""What a place in an order calls for: 前五 and 首位 mean that place or a better one."""


def comparator_of(id: str) -> Comparator:
    """Return the comparator with an id.

    Raises:
        KeyError: if there is none.
    """
    return COMPARATORS[id]


def _phrases_in(wording: str) -> Iterator[str]:
    """Return the phrases of all comparators in a wording, one behind another: where several begin, the
    longest.
    """
    known, at = _phrases_by_beginning(), 0
    while at < len(wording):
        phrases = known.get(wording[at], ())
        found = next((phrase for phrase in phrases if wording.startswith(phrase, at)), None)
        if found:
            yield found
        at += len(found or " ")


@cache
def _phrases_by_beginning() -> Mapping[str, Sequence[str]]:
    """Return the phrases by their first characters, longer ones first."""
    words = {phrase.word for comparator in COMPARATORS.values() for phrase in comparator.phrases}
    known: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        known.setdefault(word[0], []).append(word)
    return known
