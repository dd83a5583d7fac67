"""Holds a target against the official words it cites, which are read whole: number, unit, comparator, and
every word around them.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from ...diagnostics import DiagnosticKind
from ...domain.comparators import COMPARATORS, Comparator
from ...domain.targets import PolicyDocument, Target
from ...quantity.numbers import plain
from ...text import Text
from ..fields import Fields
from .cells import where_cited
from .diagnostics import (
    BARE_WORDING,
    NEUTRAL_WORD,
    NO_PHRASE,
    UNMATCHED_WORD,
    UNREAD_WORDS,
    UNSAID_KEY,
    VALUE_NOT_IN_WORDING,
    WORDING_MISMATCH,
)
from .parts import Clause, ClausePart, PartKind, is_of_table
from .worded import JOINING, WordedTarget
from .words import Sense

_CHANGES_MEANING = Text("它改变数值的含义", "it changes what the number means")
_NOT_THERE = Text("原文中没有", "it does not stand in the wording")
_MEANS = Text("“{phrase}”表示{meant}", "“{phrase}” means {meant}")
_TWO_READINGS = Text(
    "“达到”与上限并用，另一种理解写入“other_reading”",
    "达到 with a ceiling needs its other reading under other_reading",
)
_OTHER_YEAR = Text("说的是{year}年，而目标年是{due}年", "speaks of {year}, while the target is due in {due}")
_COMPARE_YEARS = Text("核对目标年（due）与原文", "compare due with the words cited")
_YEAR_UNKNOWN = Text(
    "从文件日期起算，而文件没有写明日期", "counts from the date of the document, which states none"
)
_GIVE_DATE = Text(
    "写明文件的日期（date）；日期不明的，列入“source.neutral”",
    "give the date of the document, or list the word under source.neutral where it is not known",
)
_NOT_SOFT = Text("不是力争目标", "is not in words of a softer tier, such as 力争")
_REACHING = ("达到", "达")
"""Phrases of at_least that a ceiling can have as well: PUE达到1.3."""
_LEADING = ("到", "至", "在", "达")
"""How phrases end that lead to a number which another word leaves open: 控制在1.3左右."""
_FROM_BEHIND = (PartKind.LEFT, PartKind.NAME, PartKind.YEAR)


def check_wording(fields: Fields, target: Target, documents: Mapping[str, object] = {}) -> None:
    """Note where a numeric target says something else than the words it cites.

    A milestone has no number and is exempt. A second reading is not checked: it is one that the
    words do not state. ``documents``: those by whose date a year such as 明年 is told.
    """
    if target.comparator.is_attested or target.value is None or target.unit is None:
        return
    document = documents.get(target.source.document)
    issued = document.date.year if isinstance(document, PolicyDocument) and document.date else None
    _Wording(fields, target, issued).check()


class _Wording:
    """The words that a target cites, held against it."""

    def __init__(self, fields: Fields, target: Target, issued: int | None) -> None:
        self.cited, self.target, self.issued = fields.inside("source") or fields, target, issued
        self.worded = WordedTarget(target)
        self.clauses, self.numbers = self.worded.clauses, self.worded.numbers

    def check(self) -> None:
        self._check_neutral()
        holding = [clause for clause in self.clauses if any(map(self.worded.holds_value, clause.parts))]
        if not holding:
            self._value_missing()
            return
        for clause in holding:
            self._check_clause(clause)
        self._check_row()
        self._check_unsaid(holding)
        self._check_stretch()

    def _fault(self, kind: DiagnosticKind, /, **values: object) -> None:
        source = self.target.source
        self.cited.fault(kind, where_cited(source), wording=source.read, **values)

    def _unmatched(self, part: ClausePart, says: Text, agreeing: Text) -> None:
        self._fault(UNMATCHED_WORD, word=part.text, says=says, agreeing=agreeing)

    def _check_neutral(self) -> None:
        cell = self.target.source.cell
        text = " ".join(filter(None, cell)) if cell else self.target.source.wording
        for step, words in self.cited.elements("neutral"):
            why = _CHANGES_MEANING if is_of_table(words.strip()) else _NOT_THERE
            if why is _CHANGES_MEANING or words.strip() not in text:
                self.cited.fault_at(NEUTRAL_WORD, "neutral", step, words=str(words), why=why)

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
        for part in (*self.worded.governing(clause), *clause.parts, *self.worded.reaching_back(clause)):
            if part.sense and part.sense not in passed and not self.worded.agrees(part, clause):
                self._unmatched(part, part.sense.says, part.sense.agreeing)
        self._check_years(clause)
        self._check_left(clause)
        self._check_other_bound(clause)

    def _check_other_bound(self, clause: Clause) -> None:
        """Note another clause of the sentence that only bounds the same number from the other side."""
        is_ceiling = self.target.comparator.better < 0
        for other in self.clauses:
            if other.sentence != clause.sentence or any(part.kind in _FROM_BEHIND for part in other.parts):
                continue
            for part in other.parts:
                opposite = part.comparator and (COMPARATORS[part.comparator].better < 0) != is_ceiling
                if opposite and other is not clause and self.worded.is_of_unit(other):
                    self._fault(UNREAD_WORDS, words="".join(part.text for part in other.parts))

    def _check_left(self, clause: Clause) -> None:
        """Note what is left over of a clause, further numbers included; what stands together as one."""
        in_order = any(part.sense is Sense.RESPECTIVE for part in clause.parts)
        for is_left, parts in groupby(clause.parts, self._is_left):
            words = "".join(part.text for part in parts)
            if is_left and not (in_order and words[:1] in JOINING):
                self._fault(UNREAD_WORDS, words=words)

    def _is_left(self, part: ClausePart) -> bool:
        if part.kind is PartKind.NUMBER and part.sense is None:
            return not (self.worded.holds_value(part) or self.worded.are(part.quantities, self.numbers[1:]))
        return part.kind is PartKind.LEFT

    def _check_row(self) -> None:
        """Note a word in the name of a row that changes what the number says; the rest of it is a name."""
        for clause in self.worded.row:
            for part in clause.parts:
                if part.sense in _OF_ROWS and not self.worded.agrees(part, clause):
                    self._unmatched(part, part.sense.says, part.sense.agreeing)

    def _check_unsaid(self, holding: list[Clause]) -> None:
        """Note a key of the entry that no word says, and no note explains."""
        told = [part.sense for one in holding for part in self.worded.words_over(one)]
        told += [part.sense for one in self.worded.row for part in one.parts]
        keys = {"aspiration": (_TIERS, "力争"), "per_year": ((Sense.YEARLY,), "每年")}
        for key, (senses, such) in keys.items():
            if getattr(self.target, key) and not self.target.note and not set(senses) & set(told):
                self._fault(UNSAID_KEY, key=key, such=such)

    def _check_phrases(self, clause: Clause) -> None:
        phrases = [part for part in (*self._shared(clause), *clause.parts) if part.comparator]
        wanted = self.target.comparator.id
        others = [
            part
            for part in phrases
            if self.worded.called_for(part, clause) != wanted and not self._leads(part, phrases)
        ]
        for part in others:
            self._mismatch(part)
        if not phrases:
            self._check_bare(clause)
        elif (
            not others
            and self.target.other_reading is None
            and all(self.worded.called_for(part, clause) != wanted for part in phrases)
        ):
            self._bare_as(COMPARATORS[phrases[0].comparator])
        if self.numbers[0].number < 0 and not (self.worded.is_fall(clause) or self.worded.is_signed(clause)):
            self._value_missing()

    def _shared(self, clause: Clause) -> Iterator[ClausePart]:
        """Return the phrases before several numbers in order, which are of each of them."""
        for earlier in self.worded.before(clause):
            if any(part.sense is Sense.RESPECTIVE for part in earlier.parts):
                yield from earlier.parts

    def _leads(self, part: ClausePart, phrases: list[ClausePart]) -> bool:
        """Whether a phrase only leads to a number that another phrase or an other reading makes plain."""
        target = self.target
        said = any(one.comparator == target.comparator.id for one in phrases)
        if target.comparator.tolerates or (said and any(one.quantities for one in phrases)):
            return part.text.endswith(_LEADING)
        if part.text not in _REACHING or target.comparator.better >= 0:
            return False
        return said or target.other_reading is not None

    def _mismatch(self, part: ClausePart) -> None:
        target = self.target
        reaching = part.text in _REACHING and target.comparator.better < 0
        meant = (
            _TWO_READINGS
            if reaching
            else _MEANS.format(phrase=part.text, meant=COMPARATORS[part.comparator].named)
        )
        self._fault(WORDING_MISMATCH, phrase=part.text, comparator=target.comparator.named, meant=meant)

    def _check_bare(self, clause: Clause) -> None:
        """Note where words without a phrase are read in a way that nothing says."""
        target = self.target
        calls_for = None if self.worded.is_signed(clause) else target.indicator.kind.bare
        bare = COMPARATORS[calls_for or target.comparator.id]
        meant = COMPARATORS[bare.mirror] if self.worded.is_fall(clause) else bare
        if target.comparator is not meant:
            self._bare_as(meant)
        elif target.note is None:
            self._fault(BARE_WORDING, meant=meant.term)

    def _bare_as(self, meant: Comparator) -> None:
        self._fault(NO_PHRASE, meant=meant.named, id=meant.id)

    def _check_years(self, clause: Clause) -> None:
        """Note a year that the number is of and that is not the due year: the last before it, or its own."""
        position = self.clauses.index(clause)
        earlier = [part for one in self.clauses[:position] for part in one.parts if _is_year(part)]
        own = [part for part in clause.parts if _is_year(part)]
        in_order = any(part.sense is Sense.RESPECTIVE for part in self.worded.words_over(clause))
        if in_order and len([*earlier, *own]) > 1:
            return
        for part in own or earlier[-1:]:
            self._check_year(part)

    def _check_year(self, part: ClausePart) -> None:
        year = part.year
        if part.after is not None:
            if self.issued is None:
                if part.text not in self.target.source.neutral:
                    self._unmatched(part, _YEAR_UNKNOWN, _GIVE_DATE)
                return
            year = self.issued + part.after
        if year != self.target.due:
            says = _OTHER_YEAR.format(year=year, due=self.target.due)
            self._unmatched(part, says, _COMPARE_YEARS)

    def _check_stretch(self) -> None:
        """Note a stretch that is neither the end of a range nor in words of a softer tier."""
        if len(self.numbers) < 2:
            return
        parts = [(clause, part) for clause in self.clauses for part in clause.parts]
        if any(self.worded.are(part.quantities, self.worded.range) for _clause, part in parts):
            return
        alone = [clause for clause, part in parts if self.worded.are(part.quantities, self.numbers[1:])]
        if not alone:
            self._value_missing()
        for clause in alone:
            self._check_soft(clause)

    def _check_soft(self, clause: Clause) -> None:
        soft = self.worded.words_over(clause)
        if not any(part.sense is Sense.SOFT for part in soft):
            number = f"{plain(self.target.stretch or self.numbers[1].number)}{self.target.unit}"
            self._fault(UNMATCHED_WORD, word=number, says=_NOT_SOFT, agreeing=Sense.SOFT.agreeing)
        self._check_left(clause)
        for part in clause.parts:
            if part.sense and part.sense not in (Sense.SOFT, Sense.MULTIPLE, Sense.HELD):
                self._unmatched(part, part.sense.says, part.sense.agreeing)


def _is_year(part: ClausePart) -> bool:
    return part.kind is PartKind.YEAR


_TIERS = (Sense.SOFT, Sense.MILD, Sense.EXPECTED)
_OF_ROWS = (
    Sense.SOFT, Sense.EXPECTED, Sense.BINDING, Sense.YEARLY, Sense.WITHIN_YEAR, Sense.MEAN,
    Sense.YEAR_ON_YEAR, Sense.ADDED, Sense.CUMULATIVE, Sense.PARTITIVE, Sense.MILD,
)  # fmt: skip
"""Words that change a number wherever they stand; others are parts of names, as 每 is in 每万人."""
