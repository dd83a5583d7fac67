"""How a value meets a target. One class a comparator, each with its phrases and its sentence.

A comparator answers two questions, both exactly: whether one value satisfies what is required
(:meth:`~Comparator.holds`), and whether a whole interval settles it (:meth:`~Comparator.settles`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
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
_EXCLUDED = Text(
    "《民法典》第1259条：“超过”不包括本数", "Civil Code art. 1259: 超过 excludes the number itself"
)
_LIKE_EXCLUDED = Text(
    "没有法定定义，按“超过”理解，不包括本数",
    "it has no legal definition and is read like 超过, excluding the number itself",
)
_ANSWERED = Text("没有数值，由评估方认定", "it states no number; an assessor's attestation decides")
_PHRASE = Text("“{word}”：{why}。", "“{word}”: {why}.")


class Comparator:
    """The relation a target requires between the value decided on and the value required."""

    id: ClassVar[str]
    term: ClassVar[Text]
    sign: ClassVar[str]
    ascii_sign: ClassVar[str]
    sentence: ClassVar[Text]
    phrases: ClassVar[tuple[Phrase, ...]]
    higher_is_better: ClassVar[bool] = True
    bare: ClassVar[Text] = Text("原文没有比较词。", "The text has no word of comparison.")

    def __reduce__(self) -> tuple[Callable[[str], "Comparator"], tuple[str]]:
        """Stay the one that it is where a process hands it to another: there is one of each."""
        return comparator_of, (self.id,)

    def holds(self, value: Fraction, required: Fraction) -> bool:
        """Whether ``value`` satisfies ``required``; both in one unit."""
        raise NotImplementedError

    def settles(self, interval: Interval, required: Fraction) -> bool | None:
        """Whether every value of ``interval`` satisfies ``required`` (True), none does (False),
        or some do and some do not (None).
        """
        raise NotImplementedError

    def phrase_in(self, wording: str) -> Phrase | None:
        """Return the phrase of ``wording`` that calls for this comparator, the longest first."""
        for phrase in sorted(self.phrases, key=lambda phrase: -len(phrase.word)):
            if phrase.word in wording:
                return phrase
        return None

    def how_read(self, wording: str) -> Text:
        """Return why ``wording`` is read as it is: its phrase, or that it has none."""
        phrase = self.phrase_in(wording)
        return _PHRASE.format(word=phrase.word, why=phrase.why) if phrase else self.bare


class AtLeast(Comparator):
    """The value required, or more: 达到, 以上, 不低于, and bare counts and ranges."""

    id = "at_least"
    term = Text("不低于", "at least")
    sign = "≥"
    ascii_sign = ">="
    sentence = Text("不低于{required}", "at least {required}")
    phrases = (
        Phrase("达到", _ORDINARY),
        Phrase("及以上", _INCLUDED),
        Phrase("以上", _INCLUDED),
        Phrase("不低于", _ORDINARY),
    )
    bare = Text(
        "原文没有比较词，按不低于理解，含本数。",
        "The text has no word of comparison; it is read as at least, including the number itself.",
    )

    def holds(self, value: Fraction, required: Fraction) -> bool:
        """Whether ``value`` ≥ ``required``."""
        return value >= required

    def settles(self, interval: Interval, required: Fraction) -> bool | None:
        """Whether all of ``interval`` is ≥ ``required``, none of it, or neither."""
        if interval.low is not None and compared(interval.low, required) >= 0:
            return True
        if interval.high is None:
            return None
        order = compared(interval.high, required)
        return False if order < 0 or (order == 0 and interval.high_open) else None


class MoreThan(Comparator):
    """More than the value required, which itself does not do: 超过, 突破."""

    id = "more_than"
    term = Text("超过", "more than")
    sign = ">"
    ascii_sign = ">"
    sentence = Text("超过{required}", "more than {required}")
    phrases = (Phrase("超过", _EXCLUDED), Phrase("突破", _LIKE_EXCLUDED))

    def holds(self, value: Fraction, required: Fraction) -> bool:
        """Whether ``value`` > ``required``."""
        return value > required

    def settles(self, interval: Interval, required: Fraction) -> bool | None:
        """Whether all of ``interval`` is > ``required``, none of it, or neither."""
        if interval.high is not None and compared(interval.high, required) <= 0:
            return False
        if interval.low is None:
            return None
        order = compared(interval.low, required)
        return True if order > 0 or (order == 0 and interval.low_open) else None


class Milestone(Comparator):
    """No number: an attestation with evidence decides, never the program alone."""

    id = "milestone"
    term = Text("定性任务", "milestone")
    sign = ""
    ascii_sign = ""
    sentence = Text("定性任务，由评估方认定", "a milestone, for the assessor to attest")
    phrases = (
        Phrase("形成", _ANSWERED),
        Phrase("基本建成", _ANSWERED),
        Phrase("取得突破", _ANSWERED),
    )


COMPARATORS: dict[str, Comparator] = {
    comparator.id: comparator for comparator in (AtLeast(), MoreThan(), Milestone())
}
"""Every comparator, by the id that target files use."""

MILESTONE = COMPARATORS[Milestone.id]


def comparator_of(id: str) -> Comparator:
    """Return the comparator with an id.

    Raises:
        KeyError: where there is none.
    """
    return COMPARATORS[id]
