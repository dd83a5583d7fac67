"""The kinds of text as types of keys: each with the pattern by which an editor knows such a text."""

from typing import Annotated, Any

from ..domain.comparators import COMPARATORS
from ..quantity.kinds import full_units
from ..quantity.parsing import MAX_DIGITS
from ..quantity.parsing import NUMBER as DIGITS
from ..text import Text
from . import patterns, text_kinds
from .dates import YEARS
from .diagnostics import BAD_DATE, BAD_DOCUMENT_PATH, BAD_PERIOD, BAD_SHA256, BAD_WEIGHT, BARE_NUMBER
from .holds import ANY_TEXT, Holds, one_of
from .office_words import BLANK_MARKS, ITEM_FIELDS, NO_VALUES
from .patterns import NOTHING, too_many_digits, whole
from .text_kinds import TextKind

_RANGE = Text("写{least}到{most}之间的整数", "write a whole number from {least} to {most}")

_UNSIGNED = DIGITS.pattern.removeprefix("[+-]?")


def _between(least: int, most: int) -> dict[str, Any]:
    return {"type": ["integer"], "minimum": least, "maximum": most}


def _whole(least: int, most: int, also: str = "") -> Holds:
    fix = _RANGE.format(least=least, most=most)
    return Holds(f"{whole(least, most)}{also}", _between(least, most), fix=fix)


def _word(kind: TextKind) -> Holds:
    return one_of(kind.words, also=BLANK_MARKS if kind.takes_marks else ())


_BAD_DATE, _BAD_PERIOD = BAD_DATE.fix.format(clue=""), BAD_PERIOD.fix.format(clue="")
_NONE = f"|{NOTHING}"
CellText = Annotated[str, text_kinds.CELL, ANY_TEXT]
Date = Annotated[str, text_kinds.DATE, Holds(patterns.DATE, fix=_BAD_DATE)]
DatedText = Annotated[
    str, text_kinds.DATED, Holds(f"{patterns.DATED}{_NONE}", _between(*YEARS), fix=_BAD_DATE)
]
ValidUntil = Annotated[
    str, text_kinds.VALID_UNTIL, Holds(f"{patterns.VALID_UNTIL}{_NONE}", _between(*YEARS), fix=_BAD_DATE)
]
PeriodText = Annotated[str, text_kinds.PERIOD, Holds(patterns.period(), _between(*YEARS), fix=_BAD_PERIOD)]
FigurePeriod = Annotated[
    str,
    text_kinds.FIGURE_PERIOD,
    Holds(patterns.period(year_of_report=True), _between(*YEARS), fix=_BAD_PERIOD),
]
Year = Annotated[str, text_kinds.YEAR, _whole(*YEARS)]
ItemYear = Annotated[str, text_kinds.ITEM_YEAR, _whole(*YEARS, also=_NONE)]
FromOne = Annotated[str, text_kinds.FROM_ONE, _whole(1, 9999)]
FromZero = Annotated[str, text_kinds.FROM_ZERO, _whole(0, 9999)]
Decimals = Annotated[str, text_kinds.DECIMALS, _whole(0, 9)]
BareNumber = Annotated[
    str,
    text_kinds.NUMBER,
    Holds(
        DIGITS.pattern,
        {"type": ["number"]},
        never=too_many_digits("[0-9]", MAX_DIGITS),
        fix=BARE_NUMBER.fix,
    ),
]
WeightNumber = Annotated[
    str,
    text_kinds.WEIGHT,
    Holds(
        f"[+]?{_UNSIGNED}|-{_UNSIGNED.replace('[0-9]', '0')}",
        {"type": ["number"], "minimum": 0},
        never=too_many_digits("[0-9]", MAX_DIGITS),
        fix=BAD_WEIGHT.fix,
    ),
]
Sha256 = Annotated[str, text_kinds.SHA256, Holds("[0-9A-Fa-f]{64}", {"type": ["number"]}, fix=BAD_SHA256.fix)]
DocumentPath = Annotated[
    str,
    text_kinds.PATH,
    Holds(typed=ANY_TEXT.typed, never=patterns.LEADS_OUT, fix=BAD_DOCUMENT_PATH.fix),
]

REPORTED_STATE = one_of(text_kinds.STATE.words, also=NO_VALUES)
Flag = Annotated[str, text_kinds.FLAG, _word(text_kinds.FLAG)]
StatusWord = Annotated[str, text_kinds.STATUS, _word(text_kinds.STATUS)]
StateWord = Annotated[str, text_kinds.STATE, REPORTED_STATE]
AttestedWord = Annotated[str, text_kinds.ATTESTED, _word(text_kinds.ATTESTED)]
MissingWord = Annotated[str, text_kinds.MISSING, _word(text_kinds.MISSING)]
CountingWord = Annotated[str, text_kinds.COUNTING, _word(text_kinds.COUNTING)]
LevelWord = Annotated[str, text_kinds.LEVEL, _word(text_kinds.LEVEL)]
ArrivalWord = Annotated[str, text_kinds.ARRIVAL, _word(text_kinds.ARRIVAL)]
KindWord = Annotated[str, text_kinds.INDICATOR_KIND, _word(text_kinds.INDICATOR_KIND)]
NatureWord = Annotated[str, text_kinds.NATURE, _word(text_kinds.NATURE)]
TargetNatureWord = Annotated[str, text_kinds.TARGET_NATURE, _word(text_kinds.TARGET_NATURE)]
ToleratedIn = Annotated[str, text_kinds.TOLERATED_IN, _word(text_kinds.TOLERATED_IN)]
MeasureWord = Annotated[str, text_kinds.MEASURE, _word(text_kinds.MEASURE)]
PricesWord = Annotated[str, text_kinds.PRICES, _word(text_kinds.PRICES)]
EntityKindWord = Annotated[str, text_kinds.ENTITY_KIND, _word(text_kinds.ENTITY_KIND)]
SeenWord = Annotated[str, text_kinds.SEEN_AS, _word(text_kinds.SEEN_AS)]
ComparatorWord = Annotated[str, text_kinds.COMPARATOR, _word(text_kinds.COMPARATOR)]
OfNumbers = Annotated[
    str,
    text_kinds.COMPARATOR,
    one_of({id: one for id, one in COMPARATORS.items() if not one.is_attested}),
]
FullUnit = Annotated[str, one_of({symbol: symbol for symbol in full_units()})]
ItemField = Annotated[str, one_of({name: name for name in ITEM_FIELDS})]

ReportFormat = Annotated[str, text_kinds.OF_REPORT, _word(text_kinds.OF_REPORT)]
ReviewFormat = Annotated[str, text_kinds.OF_REVIEW, _word(text_kinds.OF_REVIEW)]
TargetsFormat = Annotated[str, text_kinds.OF_TARGETS, _word(text_kinds.OF_TARGETS)]
WeightsFormat = Annotated[str, text_kinds.OF_WEIGHTS, _word(text_kinds.OF_WEIGHTS)]
