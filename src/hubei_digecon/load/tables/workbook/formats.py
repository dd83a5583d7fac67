"""How a cell of a workbook shows the number that it holds: its format, as far as it bears on reading."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

MOST_SHOWN = 15
"""Significant digits that a spreadsheet shows of a number at most."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """``decimals``: how many are shown, ``None`` where that depends on the number or is not known;
    ``kept``: how many of them are shown even where they are zero; ``thousands``: how often it is divided
    by 1000.
    """

    decimals: int | None = None
    kept: int = 0
    is_percent: bool = False
    is_date: bool = False
    thousands: int = 0


GENERAL = NumberFormat()

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0",
    43: "#,##0.00", 44: "#,##0.00", 48: "0.0E+0",
}  # fmt: skip
"""The formats that are known by number alone, those of dates aside."""

BUILT_IN_DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58}
"""The formats of days that are known by number alone, those of East Asian editions too."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^\x00-\x7f]')
_PLAIN = re.compile(r"[#0?,]*(?:\.([#0?]*))?(,*)[%\s]*[()+\-\s]*")


@lru_cache(256)
def format_of(code: str) -> NumberFormat:
    """Return what a format's code says; of one with several sections, the first: that of positive numbers."""
    shown = _LITERAL.sub("", code.split(";")[0]).strip("()+- ")
    if re.search("[ydYD]", shown.replace("General", "")):
        return NumberFormat(is_date=True)
    match = _PLAIN.fullmatch(shown)
    if match is None or not re.search("[0#?]", shown):
        return NumberFormat(is_percent="%" in shown)
    digits = match[1] or ""
    whole = shown.partition(".")[0].partition("%")[0]
    scale = match[2] or ("" if "." in shown else whole[len(whole.rstrip(",")) :])
    return NumberFormat(len(digits), digits.count("0"), "%" in shown, thousands=len(scale))


def numbered(id: int, codes: dict[int, str]) -> NumberFormat:
    """Return the format of an id: one of the workbook's own ``codes``, or one that is built in."""
    if id in codes:
        return format_of(codes[id])
    if id in BUILT_IN_DATES:
        return NumberFormat(is_date=True)
    return format_of(BUILT_IN[id]) if id in BUILT_IN else GENERAL


def shown(number: Decimal, form: NumberFormat) -> Decimal | None:
    """Return a number as the format shows it, ``None`` where that is not known; percent as a percentage."""
    with localcontext() as context:
        context.prec = 400
        if form.decimals is not None:
            step = Decimal(1).scaleb(-form.decimals)
            scaled = number / Decimal(1000) ** form.thousands
            return scaled.quantize(step, ROUND_HALF_UP)
        if form != GENERAL or len(number.as_tuple().digits) <= MOST_SHOWN:
            return None
        context.prec = MOST_SHOWN
        return +number
