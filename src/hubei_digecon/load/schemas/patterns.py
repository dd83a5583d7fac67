r"""Regular expressions for JSON Schema: as exact as the reader, and understood by every engine.

Only what ECMA-262, Python and RE2 read alike is used: no lookaround, no named class but ``\s``.
"""

import re
from collections.abc import Iterable

from ..fields import PARTS_OF_A_YEAR, WHOLE_DIGITS, YEARS

_SPACE = r"\s\u001c-\u001f\u0085"
"""What Python takes for a blank; ``\\s`` of other engines lacks the controls."""

_BLANKS = f"[{_SPACE}]*"
BLANK = f"^{_BLANKS}$"
NOT_BLANK = rf"[^{_SPACE}]|\ufeff"
"""Something beside blanks; to ECMA-262 a byte order mark is a blank, to Python it is not."""

_SPECIAL = re.compile(r"[\^$\\.*+?()\[\]{}|]")


def literal(text: str) -> str:
    """Return what matches just this text; escapes nothing that need not be, as strict engines refuse it."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def alternatives(texts: Iterable[str]) -> str:
    """Return what matches one of these texts."""
    return "|".join(map(literal, texts))


def padded(regex: str) -> str:
    """Return what matches a whole text, with or without blanks around it."""
    return f"^{_BLANKS}(?:{regex}){_BLANKS}$"


def padded_or_blank(regex: str) -> str:
    """Return the same, or blanks alone."""
    return f"^{_BLANKS}(?:(?:{regex}){_BLANKS})?$"


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


def period() -> str:
    """Return what matches a period: a year, or January to the end of a month of it."""
    years = _span(*map(str, YEARS))
    return f"{years}(?:-(?:{PARTS_OF_A_YEAR}))?"


_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})"
_DAY_OF_MONTH = (
    "(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
)
_FOURTH = "0[48]|[2468][048]|[13579][26]"
DATE = f"{_YEAR}-(?:{_DAY_OF_MONTH})|(?:[0-9]{{2}}(?:{_FOURTH})|(?:{_FOURTH})00)-02-29"
"""A day of the calendar, from 0001-01-01 to 9999-12-31."""

_STEP_UP = rf"\.\.(?:[/\\]|{_BLANKS}$)"
LEADS_OUT = "|".join(
    (
        rf"^{_BLANKS}[/\\]",
        rf"^{_BLANKS}{_STEP_UP}",
        rf"[/\\]{_STEP_UP}",
        rf"^{_BLANKS}[A-Za-z][A-Za-z0-9+.-]*:",
        r"\u0000",
    )
)
"""A path that could lead out of the folder of its file."""
