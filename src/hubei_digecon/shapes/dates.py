"""Dates and periods as offices write them, each by one closed table of forms; nothing ambiguous is read.

A form is a regular expression that every engine reads alike, with ``{y}``, ``{m}`` and ``{d}`` for the
numbers in it, so that the schemas for editors are made from the same tables
(:mod:`~hubei_digecon.shapes.patterns`). Full-width characters are read as ordinary ones.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from ..domain.reports import NO_END, Dated, Period, Span
from ..late import late_pattern
from ..records import NamedTuple
from ..text import Text

YEARS = (1900, 2199)

GAP = "[ \u3000]*"
_DASH = f"{GAP}(?:[-~至到]|[-—–]{{1,2}}){GAP}"
_END = "年?[底末]"
_UNTIL = "(?:截至|截止到?)?"
_TIME = "(?:(?:T|[ \u3000]+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.]0+)?)?)?"
_SIGNS = ("-", "/", "[.]")

DAYS = (
    *(f"{{y}}{GAP}{sign}{GAP}{{m}}{GAP}{sign}{GAP}{{d}}{_TIME}" for sign in _SIGNS),
    f"{{y}}{GAP}年{GAP}{{m}}{GAP}月{GAP}{{d}}{GAP}[日号]{_TIME}",
    "{y}{mm}{dd}",
)
"""A day; a time of the day, as spreadsheets add it, is no part of it."""

MONTHS = (
    "{y}-{m}", "{y}/{m}", "{y}[.]{mm}", "{y}[.]([2-9])", "{y}{mm}",
    f"{{y}}{GAP}年{GAP}{{m}}{GAP}月(?:份|初|底|末|[上中下]旬)?",
)  # fmt: skip
"""A month: the day lies in it. In ``2025.1`` a spreadsheet may have dropped the 0 of October."""

YEAR_ALONE = "{y}(?:年度?)?"

NO_ENDS = ("长期有效", "长期", "永久有效", "永久", "无固定期限", "长期有效（无固定期限）")
"""How a document says that what it certifies has no end."""

WHOLE_YEARS = (
    "{y}", f"{{y}}{GAP}年度?", "{y}年?全年度?", "{y}年度全年", f"{_UNTIL}{{y}}年?{_END}",
    f"{_UNTIL}{{y}}年{GAP}12月31日",
)  # fmt: skip
"""A whole year."""

_TAIL = "(?:累计)?"
PARTS: Mapping[str, int] = {
    f"年?{GAP}第?[一1]季度": 3,
    f"年?{GAP}上半年{_TAIL}": 6,
    f"年?{GAP}前[二两2]个?季度{_TAIL}": 6,
    f"年?{GAP}前[三3]个?季度{_TAIL}": 9,
    "-?Q1": 3, "-?H1": 6, "-?Q2": 6, "-?Q3": 9,
    f"年{GAP}1月份?": 1, "[-/]0?1": 1,
}  # fmt: skip
"""What stands after a year for January to the end of a month, by that month."""

TO_MONTHS = (
    "{y}-?M{mm}",
    f"{{y}}年?{GAP}0?1月?份?{_DASH}{{m}}月份?{_TAIL}",
    f"{{y}}年{GAP}前{{m}}个月{_TAIL}",
    f"{_UNTIL}{{y}}年{GAP}{{m}}月[底末]",
    f"(?:截至|截止到?){{y}}年{GAP}{{m}}月份?",
)
"""January to the end of a month of a year; to that of December is the year."""

YEARLESS = (f"0?1月?份?{_DASH}{{m}}月份?{_TAIL}", f"前{{m}}个月{_TAIL}")
YEARLESS_PARTS = {
    f"上半年{_TAIL}": 6, f"前[二两2]个?季度{_TAIL}": 6, f"前[三3]个?季度{_TAIL}": 9, "全年度?": 12,
}  # fmt: skip
"""The same without a year: of a figure, that of its report."""

LAST_MONTH = 11
WIDE = str.maketrans("０１２３４５６７８９．－／：～　ＭＱＨ", "0123456789.-/:~ MQH")
"""Characters read as ordinary ones."""


class Readings(NamedTuple):
    """What a text can mean where it can mean two things."""

    one: Text
    other: Text


@lru_cache(4096)
def date_of(text: str) -> datetime.date:
    """Return the day that a text writes.

    Raises:
        ValueError: where it writes none of the calendar.
    """
    if _ISO.fullmatch(text):
        return datetime.date.fromisoformat(text)
    found = _found(DAYS, text)
    if found is None:
        raise ValueError(text)
    return datetime.date(*map(int, found.groups()))


@lru_cache(4096)
def dated_of(text: str) -> Dated:
    """Return the day that a text writes, or the days between which it lies: a month, a year.

    Raises:
        ValueError: where it writes neither.
    """
    try:
        return date_of(text)
    except ValueError:
        return _span_of(text)


def valid_until_of(text: str) -> Dated:
    """Return the last day on which something holds, :data:`~hubei_digecon.domain.reports.NO_END` of what
    has none.

    Raises:
        ValueError: where a text says neither.
    """
    return NO_END if text.translate(_BRACKETS) in NO_ENDS else dated_of(text)


@lru_cache
def period_of(text: str) -> Period | None:
    """Return the period that a text writes: a year, or January to the end of a month of it."""
    found, month = _ISO_PERIOD.fullmatch(text), None
    if found and found[2]:
        month = int(found[2])
    elif found is None:
        found = _found(WHOLE_YEARS, text)
    if found is None:
        found = _found(TO_MONTHS, text)
        month = int(found[2]) if found else None
    if found is None:
        found, month = _part_of(text)
    if found is None or not YEARS[0] <= int(found[1]) <= YEARS[1]:
        return None
    if month is None or month == LAST_MONTH + 1:
        return Period(int(found[1]))
    return Period(int(found[1]), month) if 1 <= month <= LAST_MONTH else None


def period_words(text: str) -> Text:
    """Return a period that a result or a list tells as people write it; any other text as it is."""
    period = period_of(text)
    return period.words if period else Text.same(text)


def day_words(text: str) -> Text:
    """Return a day that a result or a list tells as people write it; any other text as it is."""
    try:
        return Text.of_day(datetime.date.fromisoformat(text))
    except ValueError:
        return Text.same(text)


def period_within(text: str, year: int) -> Period | None:
    """Return the period that a text writes without its year, of a year that is known."""
    found = _found(YEARLESS, text)
    month = int(found[1]) if found else None
    if found is None:
        month = next((last for form, last in YEARLESS_PARTS.items() if _found((form,), text)), None)
    if month is None or not 1 <= month <= LAST_MONTH + 1:
        return None
    return Period(year, month if month <= LAST_MONTH else None)


MONTH_OR_SO_FAR = (
    f"{{y}}{GAP}年{GAP}{{m}}{GAP}月份?", "{y}-{m}", "{y}/{m}", "{y}[.]{m}", "{y}{mm}",
)  # fmt: skip
QUARTERS = {
    f"{{y}}年?{GAP}第?[二2]季度": (2, 6), f"{{y}}年?{GAP}第?[三3]季度": (3, 9),
    f"{{y}}年?{GAP}第?[四4]季度": (4, 12), "{y}-?Q4": (4, 12),
}  # fmt: skip
_MONTH_ALONE, _SO_FAR = (
    Text("{month}月当月", "month {month} alone"),
    Text("1—{month}月", "months 1 to {month}"),
)
_QUARTER_ALONE = Text("第{number}季度当季", "quarter {number} alone")
_WHOLE_YEAR = Text("全年", "the whole year")


def periods_in_question(text: str) -> Readings | None:
    """Return what a period can mean that is not read, where it can mean two things."""
    if _found((_NOT_PADDED,), text):
        return _JANUARY_OR_OCTOBER
    found = _found(MONTH_OR_SO_FAR, text)
    if found and 2 <= int(found[2]) <= LAST_MONTH + 1:
        month = int(found[2])
        return Readings(_MONTH_ALONE.format(month=month), _so_far(month))
    for form, (number, month) in QUARTERS.items():
        if _found((form,), text):
            return Readings(_QUARTER_ALONE.format(number=number), _so_far(month))
    return None


END_OF_YEAR = ("(?:{y}年?)?年?[底末]", "(?:{y})?年[底末]")
_AT_END = Readings(
    Text("12月31日", "31 December"), Text("年底前后的某一天", "some day towards the end of the year")
)
_NOT_PADDED = "{y}[.]1"
_JANUARY_OR_OCTOBER = Readings(
    Text("1月", "January"), Text("10月（末位0被省去）", "October (its last 0 dropped)")
)


def dates_in_question(text: str) -> Readings | None:
    """Return what a date can mean that is not read, where it can mean two things."""
    if _found(END_OF_YEAR, text):
        return _AT_END
    if _found((_NOT_PADDED,), text):
        return _JANUARY_OR_OCTOBER
    return None


def _so_far(month: int) -> Text:
    return _WHOLE_YEAR if month > LAST_MONTH else _SO_FAR.format(month=month)


def _span_of(text: str) -> Span:
    """Return the month or the year that a text writes.

    Raises:
        ValueError: where it writes none of the calendar.
    """
    found = _found((*MONTHS, YEAR_ALONE), text)
    if found is None or not YEARS[0] <= int(found[1]) <= YEARS[1]:
        raise ValueError(text)
    if found.re.groups > 1:
        first = datetime.date(int(found[1]), int(found[2]), 1)
        month = first.month if first.month <= LAST_MONTH else None
        return Span(first, Period(first.year, month).end)
    year = int(found[1])
    return Span(datetime.date(year, 1, 1), Period(year).end)


def _part_of(text: str) -> tuple[re.Match[str] | None, int | None]:
    for form, month in PARTS.items():
        found = _found((f"{{y}}{form}",), text)
        if found:
            return found, month
    return None, None


_ISO = late_pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_PERIOD = late_pattern("([0-9]{4})(?:-M([0-9]{2}))?")
"""How nearly all are written; only another compiles the tables."""

_BRACKETS = str.maketrans("()", "（）")
_NUMBERS = {
    "{y}": "([0-9]{4})", "{mm}": "([0-9]{2})", "{dd}": "([0-9]{2})", "{m}": "([0-9]{1,2})",
    "{d}": "([0-9]{1,2})",
}  # fmt: skip


def filled(form: str, numbers: Mapping[str, str]) -> str:
    """Return a form with what stands for each number in it."""
    for name, regex in numbers.items():
        form = form.replace(name, regex)
    return form


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(filled(form, _NUMBERS))


def _found(forms: Iterable[str], text: str) -> re.Match[str] | None:
    """Return how a text is written in the first of some forms that fits."""
    written = text.translate(WIDE)
    return next((found for form in forms if (found := _compiled(form).fullmatch(written))), None)
