"""Numbers as cells: every digit that other formats show, and a number format with the unit.

A spreadsheet keeps 15 digits of a number. A number with more digits is a text, so that none is lost.
"""

import re
from fractions import Fraction

from ...quantity.numbers import plain, rounded
from ..document import Number, Value

MOST_DIGITS = 15
"""The most digits of a number that every spreadsheet keeps."""

_MOST_DECIMALS = 9
"""The most decimals that a number format spells out: a workbook holds some 200 formats. General shows all."""

_NOTHING = re.compile(r"^0+\.?0*|\.")


def number(value: Fraction | None, unit: str = "", signed: bool = False, called: str = "") -> Value:
    """Return an exact number with its unit.

    ``signed`` shows a plus before a positive number, and ``called`` stands before the number.
    """
    if value is None:
        return None
    shown = _called(called) + _decimals(digits := plain(value), unit)
    return _kept(Number(digits, f"+{shown};-{shown};{shown}" if signed else shown))


def as_written(digits: str, unit: str) -> Value:
    """Return a number with the decimals that it was written with, since they tell its precision."""
    return _kept(Number(digits, _decimals(digits, unit)))


def share(value: Fraction | None, called: str = "") -> Value:
    """Return a quotient as a percentage with one decimal, or with all where one would show 100 % for less."""
    if value is None:
        return None
    value = rounded(value, side_of=Fraction(1))
    digits = plain(value)
    near = value != 1 and abs(value - 1) <= Fraction(1, 2000)
    return _kept(Number(digits, _called(called) + (_as_percent(digits) if near else "0.0%")))


def _called(words: str) -> str:
    return f'"{words}"' if words else ""


def _decimals(digits: str, unit: str) -> str:
    decimals = len(digits.partition(".")[2])
    shown = "General" if decimals > _MOST_DECIMALS else f"0.{'0' * decimals}".rstrip(".")
    return f'{shown}"{unit}"' if unit else shown


def _as_percent(digits: str) -> str:
    return f"0.{'0' * max(len(digits.partition('.')[2]) - 2, 1)}%"


def _kept(number: Number) -> Value:
    """Return a number that a spreadsheet keeps, or else its digits as a text."""
    significant = _NOTHING.sub("", number.digits.removeprefix("-"))
    return number if len(significant) <= MOST_DIGITS else number.digits
