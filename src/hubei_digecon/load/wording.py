"""Holds a target against the official words it cites, which are read whole: number, unit, comparator, and
every word around them.
"""

from collections.abc import Iterator
from itertools import groupby

from ..comparators import COMPARATORS, MILESTONE, Ceiling
from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..exact import plain
from ..model.targets import Target
from ..text import Text
from .entities import target_of
from .fields import Fields
from .wording_parts import Clause, Part, PartKind, clauses_of, in_plain_unit, is_of_table
from .wording_words import Sense

WORDING_MISMATCH = DiagnosticKind(
    "wording-mismatch",
    Severity.ERROR,
    Text(
        "原文“{wording}”中的“{phrase}”与比较方式“{comparator}”不符",
        "the wording “{wording}” says “{phrase}”, which is not {comparator}",
    ),
    Text("改比较方式，或改引原文；{meant}", "correct the comparator or the wording; {meant}"),
    example=Example(
        fails=target_of("at_least", "超过50亿元"),
        passes=target_of("more_than", "超过50亿元"),
        sort=Sort.TARGETS,
    ),
)
NO_PHRASE = DiagnosticKind(
    "no-phrase",
    Severity.ERROR,
    Text(
        "原文“{wording}”没有说明比较方式的词，只能按不低于（at_least）理解",
        "the wording “{wording}” has no word of comparison; it can only be read as at_least",
    ),
    Text(
        "引用含有“超过”“以内”一类词的原文，或改用“at_least”",
        "cite the words with the phrase, such as 超过 or 以内, or use at_least",
    ),
    example=Example(
        fails=target_of("more_than", "50亿元"), passes=target_of("more_than", "超过50亿元"), sort=Sort.TARGETS
    ),
)
BARE_WORDING = DiagnosticKind(
    "bare-wording",
    Severity.NOTE,
    Text(
        "原文“{wording}”没有比较词，按不低于理解，条目未作说明",
        "the wording “{wording}” has no word of comparison and is read as at least, without a note",
    ),
    Text("在附注（note）中说明如何理解", "say under note how it is read"),
    example=Example(
        fails=target_of("at_least", "50亿元"),
        passes=target_of("at_least", "50亿元", "note: {zh: 按不低于理解。, en: Read as at least.}"),
        sort=Sort.TARGETS,
    ),
)
VALUE_NOT_IN_WORDING = DiagnosticKind(
    "value-not-in-wording",
    Severity.ERROR,
    Text("原文“{wording}”中没有“{value}”", "“{value}” does not stand in the wording “{wording}”"),
    Text("核对数值、单位和原文", "compare value and unit with the words cited"),
    example=Example(
        fails=target_of("at_least", "达到60亿元"),
        passes=target_of("at_least", "达到50亿元"),
        sort=Sort.TARGETS,
    ),
)
UNMATCHED_WORD = DiagnosticKind(
    "unmatched-word",
    Severity.ERROR,
    Text(
        "原文“{wording}”中的“{word}”{says}",
        "“{word}” in the wording “{wording}” {says}",
    ),
    Text("{agreeing}；或者引用不含“{word}”的原文", "{agreeing}; or cite words without “{word}”"),
    example=Example(
        fails=target_of("at_least", "预计达到50亿元"),
        passes=target_of("at_least", "达到50亿元"),
        sort=Sort.TARGETS,
    ),
)
UNREAD_WORDS = DiagnosticKind(
    "unread-words",
    Severity.ERROR,
    Text("原文“{wording}”中的“{words}”未能读懂", "“{words}” in the wording “{wording}” is not understood"),
    Text(
        "引用更短的原文；确实不改变数值含义的词，列入“source.neutral”",
        "cite fewer words; list those that change nothing about the number under source.neutral",
    ),
    example=Example(
        fails=target_of("at_least", "产业达到50亿元"),
        passes=target_of("at_least", "产业达到50亿元", neutral="产业"),
        sort=Sort.TARGETS,
    ),
)
NEUTRAL_WORD = DiagnosticKind(
    "neutral-word",
    Severity.ERROR,
    Text("“{words}”不能列入“neutral”：{why}", "“{words}” cannot be listed as neutral: {why}"),
    Text("从“neutral”中删去", "take it out of neutral"),
    example=Example(
        fails=target_of("at_least", "达到50亿元", neutral="预计"),
        passes=target_of("at_least", "产业达到50亿元", neutral="产业"),
        sort=Sort.TARGETS,
    ),
)
KINDS = (
    WORDING_MISMATCH, NO_PHRASE, BARE_WORDING, VALUE_NOT_IN_WORDING, UNMATCHED_WORD, UNREAD_WORDS,
    NEUTRAL_WORD,
)  # fmt: skip

_CHANGES_MEANING = Text("它改变数值的含义", "it changes what the number means")
_NOT_THERE = Text("原文中没有", "it does not stand in the wording")
_MEANS = Text("“{phrase}”表示{meant}", "“{phrase}” means {meant}")
_TWO_READINGS = Text(
    "“达到”与上限并用，另一种理解写入“other_reading”",
    "达到 with a ceiling needs its other reading under other_reading",
)
_OTHER_YEAR = Text("说的是{year}年，而目标年是{due}年", "speaks of {year}, while the target is due in {due}")
_COMPARE_YEARS = Text("核对目标年（due）与原文", "compare due with the words cited")
_REACHING = ("达到", "达")
"""Phrases of at_least that a ceiling can have as well: PUE达到1.3."""


def check_wording(fields: Fields, target: Target) -> None:
    """Note where a numeric target says something else than the words it cites.

    A milestone has no number and is exempt. A second reading is not checked: it is one that the
    words do not state.
    """
    if target.comparator is MILESTONE or target.value is None or target.unit is None:
        return
    _Wording(fields, target).check()


class _Wording:
    """The words that a target cites, held against it."""

    def __init__(self, fields: Fields, target: Target) -> None:
        self.cited, self.target = fields.inside("source") or fields, target
        indicator = target.indicator
        names = (indicator.name.zh, indicator.short.zh)
        self.clauses = clauses_of(target.source.wording, names, target.source.neutral)
        self.numbers = tuple(
            in_plain_unit(number, target.unit or "")
            for number in (target.value, target.stretch)
            if number is not None
        )
        is_ceiling = isinstance(target.comparator, Ceiling)
        self.range = self.numbers[::-1] if is_ceiling else self.numbers

    def check(self) -> None:
        self._check_neutral()
        holding = [clause for clause in self.clauses if any(map(self._holds_value, clause.parts))]
        if not holding:
            self._value_missing()
            return
        for clause in holding:
            self._check_clause(clause)
        self._check_stretch()

    def _fault(self, kind: DiagnosticKind, /, **values: object) -> None:
        self.cited.fault(kind, "wording", wording=self.target.source.wording, **values)

    def _check_neutral(self) -> None:
        for words in self.cited.elements("neutral"):
            why = _CHANGES_MEANING if is_of_table(words.strip()) else _NOT_THERE
            if why is _CHANGES_MEANING or words.strip() not in self.target.source.wording:
                self.cited.fault_at(NEUTRAL_WORD, "neutral", words, words=str(words), why=why)

    def _holds_value(self, part: Part) -> bool:
        """Whether a part is the number required: of a range, whose other end is the stretch, both."""
        return part.quantities in (self.numbers[:1], self.range)

    def _value_missing(self) -> None:
        target = self.target
        numbers = "—".join(plain(number) for number in (target.value, target.stretch) if number is not None)
        self._fault(VALUE_NOT_IN_WORDING, value=f"{numbers}{target.unit}")

    def _check_clause(self, clause: Clause) -> None:
        self._check_phrases(clause)
        passed = (
            (Sense.MULTIPLE, Sense.HELD)
            if any(part.comparator for part in clause.parts)
            else (Sense.MULTIPLE,)
        )
        for part in (*self._governing(clause), *clause.parts, *self._reaching_back(clause)):
            if part.sense and part.sense not in passed and not part.sense.agrees(self.target):
                self._fault(
                    UNMATCHED_WORD, word=part.text, says=part.sense.says, agreeing=part.sense.agreeing
                )
        self._check_years(clause)
        self._check_left(clause)
        self._check_other_bound(clause)

    def _check_other_bound(self, clause: Clause) -> None:
        """Note another clause of the sentence that only bounds the same number from the other side."""
        is_ceiling = isinstance(self.target.comparator, Ceiling)
        for other in self.clauses:
            if other.sentence != clause.sentence or any(
                part.kind in (PartKind.LEFT, PartKind.NAME, PartKind.YEAR) for part in other.parts
            ):
                continue
            for part in other.parts:
                opposite = part.comparator and isinstance(COMPARATORS[part.comparator], Ceiling) != is_ceiling
                if opposite and other is not clause and self._is_of_unit(other):
                    self._fault(UNREAD_WORDS, words="".join(part.text for part in other.parts))

    def _is_of_unit(self, clause: Clause) -> bool:
        return any(number.unit == self.numbers[0].unit for part in clause.parts for number in part.quantities)

    def _check_left(self, clause: Clause) -> None:
        """Note what is left over of a clause, further numbers included; what stands together as one."""
        for is_left, parts in groupby(clause.parts, self._is_left):
            if is_left:
                self._fault(UNREAD_WORDS, words="".join(part.text for part in parts))

    def _is_left(self, part: Part) -> bool:
        if part.kind is PartKind.NUMBER:
            return part.quantities not in (self.numbers[:1], self.numbers[1:], self.range)
        return part.kind is PartKind.LEFT

    def _before(self, clause: Clause) -> Iterator[Clause]:
        return (one for one in self.clauses[: self.clauses.index(clause)] if one.sentence == clause.sentence)

    def _governing(self, clause: Clause) -> Iterator[Part]:
        """Return the words of earlier clauses of the sentence that reach over this one."""
        for earlier in self._before(clause):
            yield from (part for part in earlier.parts if part.sense and part.sense.governs)

    def _reaching_back(self, clause: Clause) -> Iterator[Part]:
        """Return the words of the clauses after this one, up to the next number, that still speak of it."""
        for later in self.clauses[self.clauses.index(clause) + 1 :]:
            if later.sentence != clause.sentence or any(part.quantities for part in later.parts):
                return
            yield from (part for part in later.parts if part.sense and part.sense.reaches_back)

    def _check_phrases(self, clause: Clause) -> None:
        phrases = [part for part in clause.parts if part.comparator]
        for part in phrases:
            if part.comparator != self.target.comparator.id and not self._reaches_ceiling(part, phrases):
                self._mismatch(part)
        if not phrases:
            self._check_bare()

    def _reaches_ceiling(self, part: Part, phrases: list[Part]) -> bool:
        """Whether 达到 stands beside a ceiling that another phrase or an other reading makes plain."""
        target = self.target
        if part.text not in _REACHING or not isinstance(target.comparator, Ceiling):
            return False
        return target.other_reading is not None or any(
            one.comparator == target.comparator.id for one in phrases
        )

    def _mismatch(self, part: Part) -> None:
        target = self.target
        reaching = part.text in _REACHING and isinstance(target.comparator, Ceiling)
        meant = (
            _TWO_READINGS
            if reaching
            else _MEANS.format(phrase=part.text, meant=COMPARATORS[part.comparator].named)
        )
        self._fault(WORDING_MISMATCH, phrase=part.text, comparator=target.comparator.named, meant=meant)

    def _check_bare(self) -> None:
        if self.target.comparator is not COMPARATORS["at_least"]:
            self._fault(NO_PHRASE)
        elif self.target.note is None:
            self._fault(BARE_WORDING)

    def _check_years(self, clause: Clause) -> None:
        """Note a year that the number is of and that is not the due year: the last before it, or its own."""
        position = self.clauses.index(clause)
        earlier = [part for one in self.clauses[:position] for part in one.parts if part.year]
        own = [part for part in clause.parts if part.year]
        for part in own or earlier[-1:]:
            if part.year != self.target.due:
                says = _OTHER_YEAR.format(year=part.year, due=self.target.due)
                self._fault(UNMATCHED_WORD, word=part.text, says=says, agreeing=_COMPARE_YEARS)

    def _check_stretch(self) -> None:
        """Note a stretch that is neither the end of a range nor in words of a softer tier."""
        if len(self.numbers) < 2:
            return
        parts = [(clause, part) for clause in self.clauses for part in clause.parts]
        if any(part.quantities == self.range for _clause, part in parts):
            return
        alone = [clause for clause, part in parts if part.quantities == self.numbers[1:]]
        if not alone:
            self._value_missing()
        for clause in alone:
            self._check_soft(clause)

    def _check_soft(self, clause: Clause) -> None:
        soft = (*self._governing(clause), *clause.parts)
        if not any(part.sense is Sense.SOFT for part in soft):
            number = f"{plain(self.target.stretch or self.numbers[1].number)}{self.target.unit}"
            self._fault(UNMATCHED_WORD, word=number, says=_NOT_SOFT, agreeing=Sense.SOFT.agreeing)
        self._check_left(clause)
        for part in clause.parts:
            if part.sense and part.sense not in (Sense.SOFT, Sense.MULTIPLE, Sense.HELD):
                self._fault(
                    UNMATCHED_WORD, word=part.text, says=part.sense.says, agreeing=part.sense.agreeing
                )


_NOT_SOFT = Text("不是力争目标", "is not in words of a softer tier, such as 力争")
