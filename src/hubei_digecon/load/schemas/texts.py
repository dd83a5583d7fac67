"""The sorts of text that keys hold, each by the table that the reader reads it by."""

from typing import Annotated, Any

from ...comparators import COMPARATORS, MILESTONE
from ...model.words import State
from ...quantity import MAX_DIGITS, NUMBER
from ...text import Text
from ...units import UNITS
from .. import catalogue, reports, reviews, weights
from ..attached import BAD_DOCUMENT_PATH
from ..catalogue import BARE_NUMBER, ITEM_FIELDS, KIND_WORDS, NATURES
from ..dates import YEARS
from ..entities import ENTITY_KINDS
from ..fields import BAD_DATE, BAD_PERIOD, BLANK_MARKS, YES
from ..office_words import (
    ANNUAL,
    ARRIVALS,
    ATTESTED,
    BASICALLY,
    COUNTINGS,
    FOR_STOCKS,
    LEVELS,
    MISSINGS,
    NO_VALUES,
    STATES,
    STATUSES,
)
from .holds import ANY_TEXT, Holds, one_of
from .patterns import DATE, DATED, LEADS_OUT, NOTHING, VALID_UNTIL, period, too_many_digits, whole

_RANGE = Text("写{least}到{most}之间的整数", "write a whole number from {least} to {most}")

_UNSIGNED = NUMBER.pattern.removeprefix("[+-]?")


def _between(least: int, most: int) -> dict[str, Any]:
    return {"type": ["integer"], "minimum": least, "maximum": most}


def _whole(least: int, most: int) -> Holds:
    mend = _RANGE.format(least=least, most=most)
    return Holds(whole(least, most), _between(least, most), mend=mend)


_BAD_DATE, _BAD_PERIOD = BAD_DATE.mend.format(clue=""), BAD_PERIOD.mend.format(clue="")
Date = Annotated[str, Holds(DATE, mend=_BAD_DATE)]
DatedText = Annotated[str, Holds(f"{DATED}|{NOTHING}", _between(*YEARS), mend=_BAD_DATE)]
ValidUntil = Annotated[str, Holds(f"{VALID_UNTIL}|{NOTHING}", _between(*YEARS), mend=_BAD_DATE)]
PeriodText = Annotated[str, Holds(period(), _between(*YEARS), mend=_BAD_PERIOD)]
FigurePeriod = Annotated[str, Holds(period(year_of_report=True), _between(*YEARS), mend=_BAD_PERIOD)]
Year = Annotated[str, _whole(*YEARS)]
ItemYear = Annotated[
    str,
    Holds(f"{whole(*YEARS)}|{NOTHING}", _between(*YEARS), mend=_RANGE.format(least=YEARS[0], most=YEARS[1])),
]
FromOne = Annotated[str, _whole(1, 9999)]
FromZero = Annotated[str, _whole(0, 9999)]
Decimals = Annotated[str, _whole(0, 9)]
BareNumber = Annotated[
    str,
    Holds(
        NUMBER.pattern,
        {"type": ["number"]},
        never=too_many_digits("[0-9]", MAX_DIGITS),
        mend=BARE_NUMBER.mend,
    ),
]
WeightNumber = Annotated[
    str,
    Holds(
        f"[+]?{_UNSIGNED}|-{_UNSIGNED.replace('[0-9]', '0')}",
        {"type": ["number"], "minimum": 0},
        never=too_many_digits("[0-9]", MAX_DIGITS),
        mend=weights.BAD_WEIGHT.mend,
    ),
]
DocumentPath = Annotated[str, Holds(typed=ANY_TEXT.typed, never=LEADS_OUT, mend=BAD_DOCUMENT_PATH.mend)]

Flag = Annotated[str, one_of(YES)]
StatusWord = Annotated[str, one_of(STATUSES | ANNUAL, also=BLANK_MARKS)]
REPORTED_STATE = one_of(STATES | dict.fromkeys(BASICALLY, State.ACHIEVED), also=NO_VALUES)
StateWord = Annotated[str, REPORTED_STATE]
AttestedWord = Annotated[str, one_of(ATTESTED)]
MissingWord = Annotated[str, one_of(MISSINGS, also=BLANK_MARKS)]
CountingWord = Annotated[str, one_of(COUNTINGS | FOR_STOCKS, also=BLANK_MARKS)]
LevelWord = Annotated[str, one_of(LEVELS, also=BLANK_MARKS)]
ArrivalWord = Annotated[str, one_of(ARRIVALS, also=BLANK_MARKS)]
KindWord = Annotated[str, one_of(KIND_WORDS)]
NatureWord = Annotated[str, one_of(NATURES)]
EntityKindWord = Annotated[str, one_of(ENTITY_KINDS)]
ComparatorWord = Annotated[str, one_of(COMPARATORS)]
OfNumbers = Annotated[str, one_of({id: one for id, one in COMPARATORS.items() if one is not MILESTONE})]
FullUnit = Annotated[str, one_of({symbol: symbol for symbol, unit in UNITS.items() if not unit.stands_for})]
ItemField = Annotated[str, one_of({name: name for name in ITEM_FIELDS})]

ReportFormat = Annotated[str, one_of({reports.FORMAT: None})]
ReviewFormat = Annotated[str, one_of({reviews.FORMAT: None})]
TargetsFormat = Annotated[str, one_of({catalogue.FORMAT: None})]
WeightsFormat = Annotated[str, one_of({weights.FORMAT: None})]
