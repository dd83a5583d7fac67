"""A target beside the words that it cites: which number is its own, and which words it agrees with."""

import re
from collections.abc import Iterator

from ...domain.comparators import COMPARATORS
from ...domain.reports import Period
from ...domain.targets import Target
from ...quantity.kinds import ChangeMeasure
from ...quantity.numbers import ONE
from .cells import words_of
from .figures import ANY_UNIT, WordedQuantity, in_plain_unit, units_with
from .parts import Clause, ClausePart, PartKind, clauses_of
from .words import WORDS, Sense, is_named_after_fall


class WordedTarget:
    """A target with a number, and its words in clauses; ``row`` are those of the name of a row of a table.

    ``numbers`` are its value and stretch, ``range`` the same from less to more.
    """

    def __init__(self, target: Target) -> None:
        self.target, self.words = target, words_of(target)
        self.names = (target.indicator.name.zh, target.indicator.short.zh)
        neutral = target.source.neutral
        units = units_with(target.indicator.units)
        self.clauses = clauses_of(self.words.wording, self.names, neutral, units)
        self.row = clauses_of(self.words.row, self.names, neutral, units) if self.words.row else []
        self.numbers = self._in_plain_units(1)
        self.is_total = False
        if (years := self._years_of_mean()) and not self._is_written(self.numbers[0]):
            yearly = self._in_plain_units(years)
            if self._is_written(yearly[0]):
                self.numbers, self.is_total = yearly, True
        is_ceiling = target.comparator.better < 0
        self.range = self.numbers[::-1] if is_ceiling else self.numbers

    def _in_plain_units(self, years: int) -> tuple[WordedQuantity, ...]:
        """Return the numbers of the entry, as one of so many years has them."""
        target = self.target
        return tuple(
            in_plain_unit(number / years, target.unit or "")
            for number in (target.value, target.stretch)
            if number is not None
        )

    def _years_of_mean(self) -> int:
        """Return over how many years the entry sums what the wording gives as a mean a year; 0 where it gives
        none or the entry does not sum over whole years.
        """
        indicator, due = self.target.indicator, self.target.due
        if not any(part.sense is Sense.MEAN for clause in self.clauses for part in clause.parts):
            return 0
        change = indicator.change
        if change and change.how is ChangeMeasure.DIFFERENCE and change.since and change.since.whole:
            return max(due - change.since.year, 0)
        first = self._first_year() if indicator.grows else 0
        named = re.search(_FROM_YEAR, self.words.wording)
        return 0 if not first or (named and int(named[1]) != first) else max(due - first + 1, 0)

    def _first_year(self) -> int:
        """Return the first of the whole years that the entry counts; 0 where it counts from within one."""
        since = self.target.since
        if since is None or (since.month, since.day) not in ((1, 1), (12, 31)):
            return 0
        return since.year + (since.month == 12)

    def _is_written(self, own: WordedQuantity) -> bool:
        parts = (part for clause in self.clauses for part in clause.parts)
        return any(part.kind is PartKind.NUMBER and self.are(part.quantities[:1], (own,)) for part in parts)

    def holds_value(self, part: ClausePart) -> bool:
        """Whether a part is the number required: of a range, whose other end is the stretch, both."""
        return part.kind is PartKind.NUMBER and (
            self.are(part.quantities, self.numbers[:1]) or self.are(part.quantities, self.range)
        )

    def are(self, worded: tuple[WordedQuantity, ...], own: tuple[WordedQuantity, ...]) -> bool:
        """Whether numbers of the wording are those of the entry, one by one."""
        return len(worded) == len(own) and all(map(self._is, worded, own))

    def _is(self, worded: WordedQuantity, own: WordedQuantity) -> bool:
        """Whether a number of the wording is one of the entry; below 0 it is told as a fall."""
        number, unit, whole = worded
        if unit == "" and self.words.unit:
            number, unit, whole = in_plain_unit(number, self.words.unit)
        if not self._is_unit(unit, own.unit):
            units = self.target.indicator.units
            if whole not in units or units[whole].family != units[self.target.unit or ""].family:
                return False
            number *= units.ratio(whole, self.target.unit or "")
            own = WordedQuantity(own.number / in_plain_unit(ONE, self.target.unit or "").number, "")
        return number in (own.number, abs(own.number))

    def _is_unit(self, worded: str, own: str) -> bool:
        if worded == ANY_UNIT:
            return own not in ("‰", "", "百分点")
        counted, _, per = own.partition("/")
        texts = (self.words.row or " ".join(self.names), self.words.wording)
        said = any(sign in text for text in texts for sign in ("每", "均", per))
        return own in (worded, _COUNTED_AS.get(worded)) or (per != "" and worded == counted and said)

    def is_of_unit(self, clause: Clause) -> bool:
        """Whether a number of a clause is in the unit of the value."""
        return any(number.unit == self.numbers[0].unit for part in clause.parts for number in part.quantities)

    def before(self, clause: Clause) -> Iterator[Clause]:
        """Return the clauses of a sentence before one of them."""
        return (one for one in self.clauses[: self.clauses.index(clause)] if one.sentence == clause.sentence)

    def governing(self, clause: Clause) -> Iterator[ClausePart]:
        """Return the words of earlier clauses of the sentence that reach over this one."""
        for earlier in self.before(clause):
            yield from (part for part in earlier.parts if part.sense and part.sense.governs)

    def words_over(self, clause: Clause) -> Iterator[ClausePart]:
        """Return the words of a clause, and those of earlier ones that reach over it."""
        yield from (*self.governing(clause), *clause.parts)

    def reaching_back(self, clause: Clause) -> Iterator[ClausePart]:
        """Return the words of the clauses after this one, up to the next number, that still speak of it."""
        for later in self.clauses[self.clauses.index(clause) + 1 :]:
            if later.sentence != clause.sentence or any(part.kind is PartKind.NUMBER for part in later.parts):
                return
            yield from (part for part in later.parts if part.sense and part.sense.reaches_back)

    def is_fall(self, clause: Clause) -> bool:
        """Whether the value is below 0, and a clause tells it as a fall."""
        parts = (*clause.parts, *(part for one in self.row for part in one.parts))
        is_told = any(part.sense is Sense.FALL for part in parts) or is_named_after_fall(self.target)
        return (
            is_told and not self.is_signed(clause) and self.target.value is not None and self.target.value < 0
        )

    def is_signed(self, clause: Clause) -> bool:
        """Whether a clause writes the value, which is below 0, with its sign."""
        return any(self.holds_value(part) and part.quantities[0].number < 0 for part in clause.parts)

    def called_for(self, part: ClausePart, clause: Clause) -> str:
        """Return the comparator that a phrase calls for: of a fall below 0, the one that mirrors it."""
        return COMPARATORS[part.comparator].mirror if self.is_fall(clause) else part.comparator

    def agrees(self, part: ClausePart, clause: Clause) -> bool:
        """Whether the entry agrees with a word: some are of what stands beside them."""
        beside = _BESIDE.get(part.sense) if part.sense else None
        if beside:
            return beside(self, part, clause)
        return part.sense is not None and part.sense.agrees(self.target)

    def _names_own(self, _part: ClausePart, clause: Clause) -> bool:
        """Whether the indicator's own name stands in the sentence: 其中 begins a part that it names."""
        named = [one for one in self.clauses if one.sentence == clause.sentence]
        return any(part.kind is PartKind.NAME for one in (*named, *self.row) for part in one.parts)

    def _starts_at(self, part: ClausePart, _clause: Clause) -> bool:
        """Whether a value that the wording starts from is the base of the entry."""
        base = self.target.base
        if base is None or part.year not in (0, base.period.year):
            return False
        own = in_plain_unit(base.value, base.unit)
        return self.are(part.quantities, (own,))

    def _compares_with(self, part: ClausePart, _clause: Clause) -> bool:
        """Whether the year with which the wording compares is the entry's."""
        change, base = self.target.indicator.change, self.target.base
        since = change.since if change else None
        years = [period.year for period in (since, base.period if base else None) if period]
        return part.year in years or (part.year == 0 and bool(years))

    def _spans(self, part: ClausePart, _clause: Clause) -> bool:
        """Whether the entry takes as many years as the wording says."""
        target, change = self.target, self.target.indicator.change
        starts = [period.year for period in (change.since if change else None, _period_of(target)) if period]
        starts += [self._first_year() - 1] if self._first_year() else []
        return target.due - part.year in starts if starts else part.text in target.source.neutral

    def _grows_a_year(self, part: ClausePart, _clause: Clause) -> bool:
        """Whether a change is told as the entry has it: as a mean over the years where it is one."""
        change = self.target.indicator.change
        if change is None or change.how is not ChangeMeasure.MEAN_GROWTH:
            return part.sense is not None and part.sense.agrees(self.target)
        told = (*self.names, self.words.wording, self.words.row)
        return any(word in text for word in WORDS[Sense.MEAN] for text in told)

    def _sums_means(self, part: ClausePart, _clause: Clause) -> bool:
        """Whether a mean a year is the entry's: of its indicator, or as the total that it makes."""
        return self.is_total or (part.sense is not None and part.sense.agrees(self.target))

    def _in_order(self, part: ClausePart, clause: Clause) -> bool:
        """Whether the number has the place among the numbers that the name has among the names."""
        sentence = [one for one in self.clauses if one.sentence == clause.sentence]
        every = [each for one in sentence for each in (*one.parts, _PAUSE)]
        at = every.index(part)
        due = self.target.due
        names = [place for place, one in enumerate(every[:at]) if one.kind is PartKind.NAME] or [
            place for place, one in enumerate(every[:at]) if one.year == due
        ]
        numbers = [one for one in every[at:] if one.kind is PartKind.NUMBER]
        own = [place for place, one in enumerate(numbers) if self.holds_value(one)]
        if len(names) != 1 or len(own) != 1:
            return False
        joints = [one is _PAUSE or one.text[:1] in JOINING for one in every[:at]]
        behind = sum(joints[names[0] :])
        return sum(joints) >= len(numbers) - 1 and own[0] == len(numbers) - 1 - behind


def _period_of(target: Target) -> Period | None:
    return target.base.period if target.base else None


_PAUSE = ClausePart(PartKind.NEUTRAL, "、")
JOINING = ("和", "及", "与", "以")
"""How words begin that join names or numbers in a row."""
_COUNTED_AS = {"名": "人", "位": "人", **dict.fromkeys("座所处款种支套只", "个")}
"""Measure words that no unit of ours is, with the unit that says the same."""
_FROM_YEAR = "([12][0-9]{3})年?[-—–~～至到]{1,2}[12][0-9]{3}年"
_BESIDE = {
    Sense.SPAN: WordedTarget._spans,
    Sense.PARTITIVE: WordedTarget._names_own,
    Sense.BASE: WordedTarget._starts_at,
    Sense.COMPARED: WordedTarget._compares_with,
    Sense.GROWTH: WordedTarget._grows_a_year,
    Sense.MEAN: WordedTarget._sums_means,
    Sense.RESPECTIVE: WordedTarget._in_order,
}
"""Senses that agree or not by what stands beside the word."""
