"""What a cell holds → the text that our grammar reads, exactly, and what there is to say of it.

A number is read as it is stored: as the shortest decimal that is the same binary number, all its digits
kept. What the cell shows of it decides only how many zeros at its end are written; where the cell shows
another number, that is told.
"""

import datetime
import re
from decimal import Decimal
from fractions import Fraction

from ....diagnostics import Diagnostic, Place, remark
from ....exact import plain
from ...tree import CellPoint, Scalar, place_of
from ..columns import Column
from .cells import At, Held
from .formats import GENERAL, NumberFormat, shown
from .remarks import ERROR_VALUE, FORMULA, NO_RESULT, SERIAL_DATE, SHOWN_OTHERWISE
from .sheets import SheetRead, WorkbookRead

DATES = frozenset(("submitted.date", "source.dated", "item.recognised_on", "item.valid_until"))
"""Columns that hold a day, by their keys."""

_FIRST_DAY = datetime.date(1899, 12, 30)
_FIRST_DAY_1904 = datetime.date(1904, 1, 1)
_SERIALS = range(61, 2_958_466)
"""Serial numbers that are days: before them stands a day that never was, 29 February 1900."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?", re.ASCII)
_TRUTH = {"1": "true", "0": "false"}


class Cells:
    """Reads the cells of one sheet of a workbook; what there is to say of them is gathered in ``faults``."""

    def __init__(self, book: WorkbookRead, sheet: SheetRead, faults: list[Diagnostic]) -> None:
        self.book, self.sheet, self.faults = book, sheet, faults

    def words(self, at: At, held: Held) -> Scalar:
        """Return what a cell holds as it is stored: a heading or a label."""
        return self.scalar(at, held.text)

    def scalar(self, at: At, text: str) -> Scalar:
        """Return a text as what stands in a cell."""
        scalar = Scalar(text)
        scalar.start = scalar.end = CellPoint(at.row, at.column, self.sheet.name)
        return scalar

    def read(self, at: At, held: Held, column: Column | None = None) -> Scalar | None:
        """Return what a cell of a column says; ``None`` where that is nothing, or cannot be told."""
        place = place_of(self.scalar(at, ""))
        if held.formula and not held.text:
            self.faults.append(remark(NO_RESULT, (), place))
            return None
        if held.sort == "e":
            self.faults.append(remark(ERROR_VALUE, (), place, text=held.text))
            return None
        text = self._text(held, column, place)
        if held.formula:
            self.faults.append(remark(FORMULA, (), place, text=text))
        return self.scalar(at, text) if text.strip() else None

    def _text(self, held: Held, column: Column | None, place: Place | None) -> str:
        if held.sort == "b":
            return _TRUTH.get(held.text, held.text)
        number = _stored(held.text) if held.sort == "n" else None
        if number is None:
            return held.text.partition("T")[0] if held.sort == "d" else held.text
        form = self.book.format_of(held)
        day = self._day(number)
        if form.is_date and day:
            return str(day)
        if day and column and column.key in DATES:
            self.faults.append(remark(SERIAL_DATE, (), place, text=plain(Fraction(number)), date=day))
            return str(day)
        return self._number(number, form, place)

    def _number(self, number: Decimal, form: NumberFormat, place: Place | None) -> str:
        sign = "%" if form.is_percent else ""
        number = number.scaleb(2) if form.is_percent else number
        text = f"{_padded(number, form)}{sign}"
        seen = shown(number, form)
        if seen is not None and seen != number:
            values = {"shown": f"{seen:f}{sign}", "text": text}
            self.faults.append(remark(SHOWN_OTHERWISE, (), place, **values))
        return text

    def _day(self, number: Decimal) -> datetime.date | None:
        """Return the day that a number is the serial of; a time of the day is no part of it."""
        serial = int(number) if abs(number) < _SERIALS.stop else -1
        if self.book.since_1904 and 0 <= serial < _SERIALS.stop - 1462:
            return _FIRST_DAY_1904 + datetime.timedelta(serial)
        return _FIRST_DAY + datetime.timedelta(serial) if serial in _SERIALS else None


def _stored(text: str) -> Decimal | None:
    """Return the number that a cell holds; ``None`` where its text is that of none."""
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(repr(float(text)))
    return number if number.is_finite() else None


def _padded(number: Decimal, form: NumberFormat) -> str:
    """Write a number with all its digits, and as many decimals as its format always shows."""
    written = plain(Fraction(number))
    whole, _, decimals = written.partition(".")
    if form.thousands or form == GENERAL:
        return written
    return f"{whole}.{decimals:0<{form.kept}}" if form.kept else written
