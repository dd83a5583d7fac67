"""The kinds of text that keys hold: how each is read, and what is said of a text that cannot be read.

Every kind is told here once. A key of a shape names its kind
(:mod:`~hubei_digecon.shapes.texts` adds the pattern for editors), and the reader looks it up by that name.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from ..diagnostics import DiagnosticKind
from ..diagnostics.suggest import suggestion
from ..domain.comparators import COMPARATORS
from ..domain.reports import Period
from ..domain.words import Arrival, State
from ..late import late_pattern
from ..quantity.parsing import UnreadableError, read_number
from ..text import Text
from . import office_words as words
from .dates import YEARS, Readings, date_of, dated_of, dates_in_question, period_of, periods_in_question
from .dates import valid_until_of as last_day_of
from .diagnostics import (
    BAD_DATE,
    BAD_DOCUMENT_PATH,
    BAD_PERIOD,
    BAD_SHA256,
    BAD_WEIGHT,
    BARE_NUMBER,
    NOT_WHOLE,
    TWO_READINGS,
    UNCLEAR_WORD,
    UNKNOWN_FORMAT,
    UNKNOWN_WORD,
)
from .office_words import BLANK_MARKS

REPORT_FORMAT, REVIEW_FORMAT = "digecon/report/v1", "digecon/review/v1"
TARGETS_FORMAT, WEIGHTS_FORMAT = "digecon/targets/v1", "digecon/weights/v1"

WHOLE_DIGITS = 6
"""How many digits a whole number may be written with, zeros before it included."""

NOT_READ = (ValueError, KeyError, UnreadableError)
"""What reading a text raises where it is not of its kind."""

Problem = tuple[DiagnosticKind, Mapping[str, Any]]
"""What is wrong with a text, and the values of the sentence that says so."""

_BLANKS = frozenset(BLANK_MARKS)
_WHOLE = late_pattern(f"[0-9]{{1,{WHOLE_DIGITS}}}")
_DIGEST = late_pattern("[0-9A-Fa-f]{64}")
_DRIVE_OR_SCHEME = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_CAN_MEAN = Text("可指{one}，也可指{other}；", "it can mean {one}, or {other}; ")


class TextKind:
    """A kind of text. ``reader`` reads one without blanks around it and raises one of :data:`NOT_READ`;
    ``problem`` says what is wrong with such a text, given its key. ``takes_marks``: a mark may stand for
    nothing. ``words``: the closed list that the text is from.
    """

    __slots__ = ("name", "problem", "reader", "takes_marks", "words")

    def __init__(
        self,
        name: str,
        reader: Callable[[str], Any],
        problem: Callable[[str, str], Problem],
        takes_marks: bool = False,
        words: Mapping[str, Any] | None = None,
    ) -> None:
        self.name, self.reader, self.problem = name, reader, problem
        self.takes_marks, self.words = takes_marks, words or {}

    @property
    def choices(self) -> tuple[Any, ...]:
        """The members of a closed list of terms that a form lets choose from."""
        members = (member for member in dict.fromkeys(self.words.values()) if hasattr(member, "term"))
        return tuple(member for member in members if member is not Arrival.SIGNED)  # who signed has not come

    def read(self, text: str) -> Any:
        """Return the value that a text stands for, ``None`` where it says nothing.

        Raises:
            ValueError, KeyError, UnreadableError: where the text is not of this kind.
        """
        text = text.strip()
        return None if not text or (self.takes_marks and text in _BLANKS) else self.reader(text)


def whole_of(text: str, least: int, most: int) -> int:
    """Return the whole number that a text writes.

    Raises:
        ValueError: where it is none, or not between the two bounds.
    """
    if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
        raise ValueError(text)
    return int(text)


def leads_out(text: str) -> bool:
    """Whether a path could lead out of the folder that it is relative to."""
    steps = text.replace("\\", "/").split("/")
    return steps[0] == "" or ".." in steps or "\0" in text or _DRIVE_OR_SCHEME.match(text) is not None


def two_readings(text: str, readings: Readings) -> Problem:
    """Return that a text can mean two things and counts as not given."""
    return TWO_READINGS, {"text": text, "one": readings.one, "other": readings.other}


def office_word(name: str, known: Mapping[str, Any], asked: Mapping[str, Readings]) -> TextKind:
    """Return the kind of a word that offices write in a cell; some words are ``asked`` about."""
    return TextKind(name, known.__getitem__, partial(_unclear_word, known, asked), True, known)


def _word(name: str, known: Mapping[str, Any]) -> TextKind:
    return TextKind(name, known.__getitem__, partial(_unknown_word, known), words=known)


def _whole(name: str, least: int, most: int, takes_marks: bool = False) -> TextKind:
    def problem(key: str, text: str) -> Problem:
        return NOT_WHOLE, {"key": key, "text": text, "least": least, "most": most}

    return TextKind(name, lambda text: whole_of(text, least, most), problem, takes_marks)


def _format(name: str, expected: str) -> TextKind:
    known = {expected: None}
    return TextKind(
        name,
        known.__getitem__,
        lambda _, text: (UNKNOWN_FORMAT, {"text": text, "expected": expected}),
        words=known,
    )


def _unclear_word(known: Mapping[str, Any], asked: Mapping[str, Readings], key: str, text: str) -> Problem:
    if text in asked:
        return two_readings(text, asked[text])
    members = dict.fromkeys(known.values())
    listed = Text("、".join(one.term.zh for one in members), ", ".join(one.id for one in members))
    return UNCLEAR_WORD, {"text": text, "key": key, "suggestion": suggestion(text, known), "words": listed}


def _unknown_word(known: Mapping[str, Any], key: str, text: str) -> Problem:
    meant, listed = suggestion(text, known), Text.listed(known)
    return UNKNOWN_WORD, {"key": key, "text": text, "suggestion": meant, "words": listed}


def _clue(readings: Readings | None) -> Text | str:
    """Return what a text can mean, as a part of how to fix it."""
    return _CAN_MEAN.format(one=readings.one, other=readings.other) if readings else ""


def _bad_date(_: str, text: str) -> Problem:
    return BAD_DATE, {"text": text, "clue": _clue(dates_in_question(text))}


def _date_in_question(_: str, text: str) -> Problem:
    readings = dates_in_question(text)
    return two_readings(text, readings) if readings else (BAD_DATE, {"text": text, "clue": ""})


def _bad_period(_: str, text: str) -> Problem:
    return BAD_PERIOD, {"text": text, "clue": _clue(periods_in_question(text))}


def _period_in_question(_: str, text: str) -> Problem:
    readings = periods_in_question(text)
    return two_readings(text, readings) if readings else (BAD_PERIOD, {"text": text, "clue": ""})


def _period(text: str) -> Period:
    period = period_of(text)
    if period is None:
        raise ValueError(text)
    return period


def _path(text: str) -> str:
    if leads_out(text):
        raise ValueError(text)
    return text


def _sha256(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        raise ValueError(text)
    return text.lower()


def _weight(text: str) -> Fraction:
    weight = read_number(text)
    if weight < 0:
        raise ValueError(text)
    return weight


def _with_text(kind: DiagnosticKind) -> Callable[[str, str], Problem]:
    return lambda _, text: (kind, {"text": text})


def _never(key: str, text: str) -> Problem:
    raise AssertionError((key, text))  # any text is read


TEXT = TextKind("text", str, _never)
CELL = TextKind("cell", str, _never, takes_marks=True)
DATE = TextKind("date", date_of, _bad_date)
DATED = TextKind("dated", dated_of, _date_in_question, takes_marks=True)
VALID_UNTIL = TextKind("valid-until", last_day_of, _date_in_question, takes_marks=True)
PERIOD = TextKind("period", _period, _bad_period)
FIGURE_PERIOD = TextKind("figure-period", _period, _period_in_question)
YEAR = _whole("year", *YEARS)
ITEM_YEAR = _whole("item-year", *YEARS, takes_marks=True)
FROM_ONE, FROM_ZERO = _whole("from-one", 1, 9999), _whole("from-zero", 0, 9999)
DECIMALS = _whole("decimals", 0, 9)
NUMBER = TextKind("number", read_number, _with_text(BARE_NUMBER))
WEIGHT = TextKind("weight", _weight, _with_text(BAD_WEIGHT))
SHA256 = TextKind("sha256", _sha256, _with_text(BAD_SHA256))
PATH = TextKind("path", _path, _with_text(BAD_DOCUMENT_PATH), takes_marks=True)

FLAG = _word("flag", words.YES)
ATTESTED = _word("attested", words.ATTESTED)
INDICATOR_KIND, ENTITY_KIND = _word("kind", words.KIND_WORDS), _word("entity-kind", words.ENTITY_KINDS)
SEEN_AS = _word("seen-as", words.SEEN_AS)
NATURE, COMPARATOR = _word("nature", words.NATURES), _word("comparator", COMPARATORS)
TARGET_NATURE = _word("target-nature", words.TARGET_NATURES)
TOLERATED_IN = _word("tolerated-in", words.TOLERATED_IN)
MEASURE, PRICES = _word("measure", words.MEASURES), _word("prices", words.PRICES)
STATUS = office_word("status", words.STATUSES | words.ANNUAL, words.STATUSES_ASKED)
STATUS_OF_OTHERS = office_word("status-of-others", words.STATUSES, words.STATUSES_ASKED)
"""How settled a figure is; the words for the annual report are read of counts only."""
STATE, STATE_OF_OTHERS = (
    office_word("state", words.STATES | dict.fromkeys(words.BASICALLY, meant), words.STATES_ASKED)
    for meant in (State.ACHIEVED, State.PARTIAL)
)
"""How far a milestone has come: where its target says 基本, what is basically done is achieved."""
MISSING = office_word("missing", words.MISSINGS, {})
COUNTING = office_word("counting", words.COUNTINGS | words.FOR_STOCKS, words.COUNTINGS_ASKED)
COUNTING_OF_OTHERS = office_word("counting-of-others", words.COUNTINGS, words.COUNTINGS_ASKED)
"""What a count takes in; 累计 alone is read of stocks only."""
LEVEL = office_word("level", words.LEVELS, words.LEVELS_ASKED)
ARRIVAL = office_word("arrival", words.ARRIVALS, {})

OF_REPORT, OF_REVIEW = _format("of-report", REPORT_FORMAT), _format("of-review", REVIEW_FORMAT)
OF_TARGETS, OF_WEIGHTS = _format("of-targets", TARGETS_FORMAT), _format("of-weights", WEIGHTS_FORMAT)
"""The formats that files of each sort can say that they have."""

TEXT_KINDS: dict[str, TextKind] = {
    kind.name: kind
    for kind in (
        TEXT, CELL, DATE, DATED, VALID_UNTIL, PERIOD, FIGURE_PERIOD, YEAR, ITEM_YEAR, FROM_ONE, FROM_ZERO,
        DECIMALS, NUMBER, WEIGHT, SHA256, PATH, FLAG, ATTESTED, INDICATOR_KIND, ENTITY_KIND, NATURE,
        COMPARATOR, SEEN_AS, TARGET_NATURE, TOLERATED_IN, MEASURE, PRICES,
        STATUS, STATE, MISSING, COUNTING, LEVEL, ARRIVAL, OF_REPORT, OF_REVIEW, OF_TARGETS, OF_WEIGHTS,
    )
}  # fmt: skip
"""The kinds that keys can name, by name."""
