r"""Regular expressions for JSON Schema: as exact as the reader, and understood by every engine.

Only what ECMA-262, Python and RE2 read alike is used: no lookaround, no named class.
"""

import re
from collections.abc import Iterable

from . import dates
from .dates import YEARS, filled
from .office_words import BLANK_MARKS
from .text_kinds import WHOLE_DIGITS

_SPACE = r"\u0009-\u000d\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What Python takes for a blank. ``\\s`` of ECMA-262 lacks the controls, and has the byte order mark."""

BLANKS = f"[{_SPACE}]*"
BLANK = f"^{BLANKS}$"
NOT_BLANK = f"[^{_SPACE}]"
"""Something beside blanks."""

_SPECIAL = re.compile(r"[\^$\\.*+?()\[\]{}|]")


def literal(text: str) -> str:
    """Return what matches just this text; escapes nothing that need not be, as strict engines refuse it."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def alternatives(texts: Iterable[str]) -> str:
    """Return what matches one of these texts."""
    return "|".join(map(literal, texts))


_NARROW = str.maketrans("（）", "()")


def padded(regex: str) -> str:
    """Return what matches a whole text, with or without blanks around it."""
    return f"^{BLANKS}(?:{regex}){BLANKS}$"


def padded_or_blank(regex: str) -> str:
    """Return the same, or blanks alone."""
    return f"^{BLANKS}(?:(?:{regex}){BLANKS})?$"


def whole(least: int, most: int) -> str:
    """Return what matches a whole number between two bounds, with zeros before it as the reader takes."""
    found = []
    for width in range(len(str(least)), len(str(most)) + 1):
        low, high = max(least, 10 ** (width - 1) if width > 1 else 0), min(most, 10**width - 1)
        zeros = f"0{{0,{WHOLE_DIGITS - width}}}" if width < WHOLE_DIGITS else ""
        found.append(zeros + _span(str(low), str(high)))
    return "|".join(found)


def _span(low: str, high: str) -> str:
    """Return what matches the numbers from ``low`` to ``high``, written with equally many digits."""
    if not low:
        return ""
    first, last, rest = int(low[0]), int(high[0]), len(low) - 1
    if first == last:
        return low[0] + _span(low[1:], high[1:])
    found = []
    if low[1:] != "0" * rest:
        found.append(low[0] + _span(low[1:], "9" * rest))
        first += 1
    ending = []
    if high[1:] != "9" * rest:
        ending.append(high[0] + _span("0" * rest, high[1:]))
        last -= 1
    if first <= last:
        one = str(first) if first == last else f"[{first}-{last}]"
        found.append(one + _digits(rest))
    both = [*found, *ending]
    return both[0] if len(both) == 1 else f"(?:{'|'.join(both)})"


def _digits(count: int) -> str:
    return "[0-9]" * count if count < 2 else f"[0-9]{{{count}}}"


def too_many_digits(digit: str, most: int) -> str:
    """Return what stands in a text with more than ``most`` digits."""
    return f"(?:{digit}[^{digit[1:]}*){{{most + 1}}}"


_NUMERALS = re.compile(r"\(\?:|\{[0-9,]+\}|\[[^\]]*\]|.", re.DOTALL)
_WIDE = {chr(ordinary): chr(wide) for wide, ordinary in dates.WIDE.items()}


def wide(regex: str) -> str:
    """Return what matches the same texts, written with ordinary or with full-width characters."""
    return "".join(map(_wider, _NUMERALS.findall(regex)))


def _wider(token: str) -> str:
    if token[0] == "[":
        return f"[{''.join(map(_wider_part, re.findall('.-.|.', token[1:-1])))}]"
    return f"[{token}{_WIDE[token]}]" if token in _WIDE else token


def _wider_part(part: str) -> str:
    """Return a character or a range inside a class, and its full-width counterpart."""
    if len(part) > 1:
        return f"{part}{_WIDE[part[0]]}-{_WIDE[part[-1]]}"
    return part + _WIDE.get(part, "")


def _forms(forms: Iterable[str], **numbers: str) -> str:
    """Return what matches some forms of dates, with what stands for each number in them."""
    return "|".join(filled(form, {f"{{{name}}}": regex for name, regex in numbers.items()}) for form in forms)


_MONTH, _MONTH_PADDED = "(?:0?[1-9]|1[0-2])", "(?:0[1-9]|1[0-2])"


def period(year_of_report: bool = False) -> str:
    """Return what matches a period: a year, or January to the end of a month of it. ``year_of_report``:
    the year may be left out.
    """
    numbers = {"y": f"(?:{_span(*map(str, YEARS))})", "m": _MONTH, "mm": _MONTH_PADDED}
    forms = (*dates.WHOLE_YEARS, *dates.TO_MONTHS, *(f"{{y}}{part}" for part in dates.PARTS))
    yearless = (*dates.YEARLESS, *dates.YEARLESS_PARTS) if year_of_report else ()
    return wide(_forms((*forms, *yearless), **numbers))


_FOURTH = "0[48]|[2468][048]|[13579][26]"
_LEAP_YEAR = f"(?:[0-9]{{2}}(?:{_FOURTH})|(?:{_FOURTH})00)"
_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})"
_IN_MONTHS = (
    (_YEAR, "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|1[0-9]|2[0-8])"),
    (_YEAR, "(?:0?[13-9]|1[0-2])", "(?:29|30)"),
    (_YEAR, "(?:0?[13578]|1[02])", "31"),
    (_LEAP_YEAR, "0?2", "29"),
)
"""Years, months and days that go together, from 0001-01-01 to 9999-12-31."""


def _days() -> str:
    found = []
    for form in dates.DAYS:
        for year, month, day in _IN_MONTHS:
            numbers = {"y": year, "m": month, "d": day}
            padded_ones = {"mm": month.replace("0?", "0"), "dd": day.replace("0?", "0")}
            found.append(_forms((form,), **numbers, **padded_ones))
    return wide("|".join(found))


DATE = _days()
"""A day of the calendar."""

_SPAN_YEAR = f"(?:{_span(*map(str, YEARS))})"
_SPANS = (*dates.MONTHS, dates.YEAR_ALONE)
NOTHING = alternatives(BLANK_MARKS)
"""A mark that stands for nothing."""

DATED = f"{DATE}|{wide(_forms(_SPANS, y=_SPAN_YEAR, m=_MONTH, mm=_MONTH_PADDED))}"
"""A day, or the month or the year that it lies in."""

VALID_UNTIL = "|".join((DATED, *(alternatives((end, end.translate(_NARROW))) for end in dates.NO_ENDS)))
"""A last day, or that there is none."""

_STEP_UP = rf"\.\.(?:[/\\]|{BLANKS}$)"
LEADS_OUT = "|".join(
    (
        rf"^{BLANKS}(?:\\|/{BLANKS}[^{_SPACE}])",
        rf"^{BLANKS}{_STEP_UP}",
        rf"[/\\]{_STEP_UP}",
        rf"^{BLANKS}[A-Za-z][A-Za-z0-9+.-]*:",
        r"\u0000",
    )
)
"""A path that could lead out of the folder of its file; / alone stands for nothing."""
