"""Splits an official wording into its parts: clauses of numbers, words, names, and what is left over."""

import enum
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...domain.comparators import COMPARATORS, OF_RANKS
from .figures import UNITS, Figure, WordedQuantity, figure_at, signed_at, unit_behind
from .search import WordSearch, base_at, year_at
from .words import FIRM, TERMS, WORDS, Sense

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％＋＜＞＝≧≦　", "0123456789.%+<>=≥≤ ")
_INCLUDED = "[（(]含(?:本数)?[）)](?=及?以[上下内])"
"""What 以上, 以下 and 以内 say by themselves."""


class PartKind(enum.Enum):
    """What a part of a wording is."""

    PHRASE = "a phrase of a comparator"
    WORD = "a word of the table"
    NUMBER = "a number, or a range of two"
    YEAR = "a year by which something is due"
    NAME = "a name of the indicator"
    NEUTRAL = "words that change nothing, by the table of firm ones or as the writer lists them"
    LEFT = "what is left over"


class ClausePart(NamedTuple):
    """A part of a wording: its text, and what it is: a comparator id, a sense, numbers, or a year.

    ``after``: the year is that many years after the document's own.
    """

    kind: PartKind
    text: str
    comparator: str = ""
    sense: Sense | None = None
    quantities: tuple[WordedQuantity, ...] = ()
    year: int = 0
    after: int | None = None


class Clause(NamedTuple):
    """The parts between two commas, and which sentence they are of."""

    sentence: int
    parts: tuple[ClausePart, ...]


def clauses_of(
    wording: str, names: Iterable[str], neutral: Iterable[str] = (), units: WordSearch = UNITS
) -> list[Clause]:
    """Return the clauses of a wording with their parts, in order.

    Args:
        wording: the official words.
        names: the indicator's own names; they say what the number is of.
        neutral: words that the writer says change nothing.
        units: the symbols of units that its numbers can have.
    """
    known = _Known.of(names, neutral, units)
    return [
        Clause(number, tuple(parts))
        for number, sentence in enumerate(_STOP.split(re.sub(_INCLUDED, "", wording).translate(_FULL_WIDTH)))
        for clause in _PAUSE.split(sentence)
        for parts in _split(list(_parts(clause, known)))
    ]


def _split(parts: list[ClausePart]) -> Iterator[list[ClausePart]]:
    """Return the clauses that parts without a comma are: what is 力争 behind a number begins another, and so
    does each of several numbers in order that 和 joins.
    """
    begins = 0
    for at, part in enumerate(parts):
        before, behind = parts[begins:at], parts[at + 1 :]
        if part.sense is Sense.SOFT and _have_number(before) and _have_number(behind):
            yield before
            begins = at
        elif _joins(part) and _have_number(before[-1:]) and _have_number(behind[:1]) and _in_order(parts):
            yield before
            begins = at + 1
    yield parts[begins:]


def _have_number(parts: list[ClausePart]) -> bool:
    return any(part.kind is PartKind.NUMBER for part in parts)


def _joins(part: ClausePart) -> bool:
    return part.kind is PartKind.LEFT and part.text in ("和", "与", "及", "以及")


def _in_order(parts: list[ClausePart]) -> bool:
    return any(part.sense is Sense.RESPECTIVE for part in parts)


_STOP = re.compile("[。；;！!？?]")
_PAUSE = re.compile("、|(?<![0-9])[,，]|[,，](?![0-9]{3}(?![0-9]))|…+")
"""What ends a clause; a comma between digits in threes is part of the number."""


def is_of_table(words: str) -> bool:
    """Whether some words hold a number, a word of the table or a phrase of a comparator."""
    if words in _BESIDE_NUMBERS:
        return True
    return any(
        part.kind in (PartKind.PHRASE, PartKind.WORD, PartKind.NUMBER) and part.sense is not Sense.SPAN
        for part in _parts(words, _NOTHING)
    )


_CALLS_FOR = {
    phrase.word: one.id for one in COMPARATORS.values() for phrase in one.phrases if not one.is_attested
}
_SENSES = {word: sense for sense, words in WORDS.items() for word in words}
_BESIDE_NUMBERS = {word for word in (*_CALLS_FOR, *WORDS[Sense.ABOUT]) if len(word) == 1}
"""Signs that are a word of the table only beside a number: 达 in 发达 is none."""

_AFTER = WordSearch(_BESIDE_NUMBERS)
_TABLE = WordSearch((*_CALLS_FOR, *_SENSES))
_TERMS = WordSearch(TERMS)
_FIRM = WordSearch(FIRM)
_SILENT = frozenset(" \t\n“”\"'‘’（）()《》〈〉【】[]：:·")


class _Known(NamedTuple):
    """What is known of a wording beside the tables: names, neutral words, units."""

    names: WordSearch
    neutral: WordSearch
    units: WordSearch

    @classmethod
    def of(cls, names: Iterable[str], neutral: Iterable[str], units: WordSearch) -> "_Known":
        return cls(WordSearch(names), WordSearch(word.translate(_FULL_WIDTH) for word in neutral), units)


_NOTHING = _Known.of((), (), UNITS)


def _parts(clause: str, known: _Known) -> Iterator[ClausePart]:
    at, left, after_number = 0, "", False
    while at < len(clause):
        part, end = _part_at(clause, at, known, after_number)
        if part is None:
            left, after_number = left + clause[at:end], False
        else:
            if left:
                yield ClausePart(PartKind.LEFT, left)
                left = ""
            yield part
            after_number = part.kind is PartKind.NUMBER and part.sense is None
        at = end
    if left:
        yield ClausePart(PartKind.LEFT, left)


def _part_at(clause: str, at: int, known: _Known, after_number: bool) -> tuple[ClausePart | None, int]:
    """Return the part that begins at a position and where it ends; no part where it is to be left over."""
    neutral, units = known.neutral, known.units
    if base := _base_at(clause, at, units):
        return base
    if clause[at] in _SILENT and not year_at(clause, at):
        return ClausePart(PartKind.NEUTRAL, ""), at + 1
    if name := known.names.at(clause, at):
        return ClausePart(PartKind.NAME, name), at + len(name)
    if after_number and (sign := _AFTER.at(clause, at)) and len(_TABLE.at(clause, at)) == 1:
        return _word(sign), unit_behind(clause, at + 1)[1] if sign == "+" else at + 1
    if found := _dated(clause, at) or _counted(clause, at, units):
        return found
    if term := _TERMS.at(clause, at):
        listed = neutral.at(clause, at)
        return (ClausePart(PartKind.NEUTRAL, listed), at + len(listed)) if listed else (None, at + len(term))
    if word := _TABLE.at(clause, at, lambda word: _is_word(clause, at, word, units)):
        return _word(word), at + len(word)
    if listed := neutral.at(clause, at) or _FIRM.at(
        clause, at, lambda word: _is_firm(clause, at, word, known)
    ):
        return ClausePart(PartKind.NEUTRAL, listed), at + len(listed)
    return None, at + 1


def _base_at(clause: str, at: int, units: WordSearch) -> tuple[ClausePart, int] | None:
    """Return the value that the target starts from, as a part of its sense."""
    base = base_at(clause, at)
    if base is None or base[1] >= len(clause):
        return None
    year, begins, is_closed = base
    figure = figure_at(clause, begins, units)
    if figure is None or (is_closed and clause[figure.end : figure.end + 1] not in ("）", ")")):
        return None
    end = figure.end + is_closed
    words = clause[at:end]
    return ClausePart(PartKind.WORD, words, sense=Sense.BASE, quantities=figure.quantities, year=year), end


def _dated(clause: str, at: int) -> tuple[ClausePart, int] | None:
    """Return the year by which something is due, or with which it is compared."""
    year = year_at(clause, at)
    if year is None:
        return None
    words = clause[at : year.end]
    if year.spans:
        return ClausePart(PartKind.WORD, words, sense=Sense.SPAN, year=year.spans), year.end
    if year.is_compared:
        return ClausePart(PartKind.WORD, words, sense=Sense.COMPARED, year=year.year), year.end
    return ClausePart(PartKind.YEAR, words, year=year.year, after=year.after), year.end


def _counted(clause: str, at: int, units: WordSearch) -> tuple[ClausePart, int] | None:
    """Return the number that begins at a position, or the range of two."""
    figure = figure_at(clause, at, units) or signed_at(clause, at, units)
    return (_number(clause, at, figure), figure.end) if figure else None


def _number(clause: str, at: int, figure: Figure) -> ClausePart:
    sense = Sense.MULTIPLE if figure.is_multiple else None
    calls_for = OF_RANKS if figure.is_rank else ""
    return ClausePart(PartKind.NUMBER, clause[at : figure.end], calls_for, sense, figure.quantities)


def _is_word(clause: str, at: int, word: str, units: WordSearch) -> bool:
    """Whether a word of the table is one where it stands: some signs only before a number."""
    if word not in _BESIDE_NUMBERS:
        return True
    rest = clause[at + 1 :].lstrip()
    return rest[:1].isdigit() or (rest != "" and _counted(rest, 0, units) is not None)


def _is_firm(clause: str, at: int, word: str, known: _Known) -> bool:
    """Whether a word leads to a number where it stands: one of a single sign only right before it, or before
    a word that is known.
    """
    behind = at + 1
    if len(word) > 1 or behind >= len(clause):
        return len(word) > 1
    follows = _TABLE.at(clause, behind) or known.neutral.at(clause, behind)
    return follows != "" or _counted(clause, behind, known.units) is not None


def _word(word: str) -> ClausePart:
    if word in _CALLS_FOR:
        return ClausePart(PartKind.PHRASE, word, comparator=_CALLS_FOR[word])
    return ClausePart(PartKind.WORD, word, sense=_SENSES[word])
