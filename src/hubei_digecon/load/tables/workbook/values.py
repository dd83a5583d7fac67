"""What a cell holds → the text that our grammar reads, exactly, and what there is to say of it.

A number is read as it is stored: as the shortest decimal that is the same binary number, all its digits
kept. What the cell shows must be that number, rounded or with more zeros, in the unit of its row; where
a person sees another number, another unit or nothing, it is not read.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from ....diagnostics import Diagnostic, DiagnosticKind, diagnose
from ....quantity.numbers import plain
from ....shapes.columns import BY_KEY, TableColumn
from ....text import Text
from ...tree import CellPoint, Scalar, place_of
from .cells import At, Held
from .diagnostics import (
    ERROR_VALUE,
    FORMULA,
    HIDDEN,
    MARKED_TEXT,
    NO_RESULT,
    SERIAL_DATE,
    SEVERAL_VALUES,
    SHOWN_OTHERWISE,
    UNKNOWN_FORMAT_CODE,
)
from .formats import SectionKind
from .formatted_numbers import parts_of_day, section_of, shown_day, shown_text
from .reading import ShownNumber, held_against
from .rounding import RoundedCell
from .sheets import SheetRead, WorkbookRead
from .styles import CellStyle, colour_named

FIGURES = (BY_KEY["value"], BY_KEY["base.value"])
"""Columns that hold a figure in the unit of its row."""

_NOTHING = Text("空白", "nothing")
_QUOTED = Text("“{text}”", "“{text}”")
_A_TIME = Text("日期或时间", "a day or a time")
_BY_RULE = "条件格式 / conditional format"
_UNSEEN = Text("字色与底色相同，看不见", "the text has the colour of its ground and cannot be seen")

_FIRST_DAY = datetime.date(1899, 12, 30)
_FIRST_DAY_1904 = datetime.date(1904, 1, 1)
_SERIALS = range(61, 2_958_466)
"""Serial numbers that are days: before them stands a day that never was, 29 February 1900."""
_DAYS_OF_REPORTS = range(1950, 2200)
"""Years of the days in reports. A number whose day as a serial lies in none of them, such as 2025 or 202512,
is a year or a month as it is typed.
"""

_PARTS_READ = {"ymd": "{:%Y-%m-%d}", "ym": "{0.year}年{0.month}月", "y": "{0.year}年"}
"""What is read of a day, by the parts of it that its cell shows: its month, its year."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?", re.ASCII)
_TRUTH = {"1": "true", "0": "false"}


class _UnreadCellError(Exception):
    """A cell that is not read; carries what there is to say of it."""

    def __init__(self, kind: DiagnosticKind, /, **values: object) -> None:
        super().__init__(kind.id)
        self.kind, self.values = kind, values


class SheetCells:
    """Read the cells of one sheet of a workbook; what there is to say of them is gathered in ``faults``.

    ``rounded`` are the cells that show their number rounded, each with what it shows.
    """

    def __init__(self, book: WorkbookRead, sheet: SheetRead, faults: list[Diagnostic]) -> None:
        self.book, self.sheet, self.faults = book, sheet, faults
        self.rounded: list[RoundedCell] = []

    def words(self, at: At, held: Held) -> Scalar:
        """Return what a cell holds as it is stored: a heading or a label."""
        return self.scalar(at, held.text)

    def scalar(self, at: At, text: str) -> Scalar:
        """Return a text as what stands in a cell."""
        scalar = Scalar(text)
        scalar.start = scalar.end = CellPoint(at.row, at.column, self.sheet.name)
        return scalar

    def read(self, at: At, held: Held, column: TableColumn | None = None, unit: str = "") -> Scalar | None:
        """Return what a cell of a column says, its row being in a unit; ``None`` where that is nothing, or
        cannot be told.
        """
        scalar = self.scalar(at, "")
        style, number = self.book.style_of(held), _stored(held)
        try:
            _check_value(held, style)
            shown = None if number is None else self._shown(at, number, style, column, unit)
            text = self._text(held, style, column, number, shown, scalar)
        except _UnreadCellError as unread:
            self.faults.append(diagnose(unread.kind, (), place_of(scalar), **unread.values))
            return None
        if not text.strip():
            return None
        self.faults.extend(self._said(held, style, text, number, scalar))
        scalar = self.scalar(at, text)
        if shown and shown.number != shown.stored:
            self.rounded.append(RoundedCell(scalar, shown))
        return scalar

    def _shown(
        self, at: At, number: Decimal, style: CellStyle, column: TableColumn | None, unit: str
    ) -> ShownNumber | None:
        """Return what a cell shows of its number; ``None`` where that is a day."""
        if _is_day(style, number):
            return None
        for rule in self.sheet.rules:
            if rule.covers(at) and (
                rule.changes_value or self.book.styles.changing.intersection(rule.styles)
            ):
                raise _UnreadCellError(UNKNOWN_FORMAT_CODE, code=_BY_RULE, text=_written(number))
        seen = held_against(style.format, number, unit if column in FIGURES else "")
        if self.sheet.hides_zeros and number == 0:
            seen = ShownNumber("")
        return seen

    def _text(
        self,
        held: Held,
        style: CellStyle,
        column: TableColumn | None,
        number: Decimal | None,
        shown: ShownNumber | None,
        scalar: Scalar,
    ) -> str:
        if held.sort == "b":
            return _TRUTH.get(held.text, held.text)
        if number is None:
            _check_text(held, style)
            return held.text.partition("T")[0] if held.sort == "d" else held.text
        if shown is None:
            return self._day_shown(number, style, column)
        if shown.text is None:
            raise _UnreadCellError(UNKNOWN_FORMAT_CODE, code=style.format.code, text=_written(number))
        if column and column.holds_day:
            day = self._day(number)
            if day and day.year in _DAYS_OF_REPORTS:
                place = place_of(scalar)
                self.faults.append(diagnose(SERIAL_DATE, (), place, text=_written(number), date=day))
                return str(day)
            if shown.number != shown.stored:
                raise _UnreadCellError(SHOWN_OTHERWISE, shown=_quoted(shown.text), text=_written(number))
        if shown.number is None:
            return _said_otherwise(shown.text, number, column)
        return _figure(shown)

    def _day_shown(self, number: Decimal, style: CellStyle, column: TableColumn | None) -> str:
        """Return the day, or the month, that a cell shows of the number of a day."""
        day, found = self._day(number), section_of(style.format, number)
        parts = parts_of_day(found[0]) if found else ""
        if day and parts in _PARTS_READ and column not in FIGURES:
            return _PARTS_READ[parts].format(day)
        text = shown_day(found[0], day) if day and found else None
        shown = _QUOTED.format(text=text) if text else _A_TIME
        raise _UnreadCellError(
            SHOWN_OTHERWISE, shown=shown, text=str(day) if parts and day else _written(number)
        )

    def _said(
        self, held: Held, style: CellStyle, text: str, number: Decimal | None, scalar: Scalar
    ) -> Iterator[Diagnostic]:
        """Tell of a formula, and of what nobody can see."""
        if held.formula:
            yield diagnose(FORMULA, (), place_of(scalar), text=text)
        found = section_of(style.format, number) if number is not None else None
        own = colour_named(found[0].colour) if found and found[0].colour else None
        colours = {self.book.styles.colour_of(run.look, style) for run in held.runs if run.text.strip()}
        if any(map(style.hides, {own} if own else colours or {style.colour})):
            yield diagnose(HIDDEN, (), place_of(scalar), what=_UNSEEN)

    def _day(self, number: Decimal) -> datetime.date | None:
        """Return the day that a number is the serial of; a time of the day is no part of it."""
        serial = int(number) if abs(number) < _SERIALS.stop else -1
        if self.book.since_1904 and 0 <= serial < _SERIALS.stop - 1462:
            return _FIRST_DAY_1904 + datetime.timedelta(serial)
        return _FIRST_DAY + datetime.timedelta(serial) if serial in _SERIALS else None


def _check_value(held: Held, style: CellStyle) -> None:
    """Refuse a cell without the one value that it can have, or whose look says that it is another."""
    if held.several:
        raise _UnreadCellError(SEVERAL_VALUES, values=_listed(map(_quoted, held.several)))
    if held.formula and not held.text:
        raise _UnreadCellError(NO_RESULT)
    if held.sort == "e":
        raise _UnreadCellError(ERROR_VALUE, text=held.text)
    marks = dict.fromkeys((*style.marks, *(mark for run in held.runs for mark in run.look.marks)))
    if marks and held.text.strip():
        shown = "".join(_with_marks(run.text, bool(run.look.marks)) for run in held.runs) or held.text
        raise _UnreadCellError(MARKED_TEXT, shown=shown, text=held.text, marks=_listed(marks))


def _with_marks(text: str, is_marked: bool) -> str:
    """Return a run of a text, set apart where it looks otherwise than the rest."""
    return f"[{text}]" if is_marked else text


def _listed(texts: Iterable[Text]) -> Text:
    return Text.joined(texts, "、", ", ")


def _check_text(held: Held, style: CellStyle) -> None:
    """Refuse a text of which the cell shows another, or nothing."""
    shown = shown_text(style.format, held.text)
    if shown is None:
        raise _UnreadCellError(UNKNOWN_FORMAT_CODE, code=style.format.code, text=held.text)
    if shown.strip() != held.text.strip():
        raise _UnreadCellError(SHOWN_OTHERWISE, shown=_quoted(shown), text=held.text)


def _quoted(text: str) -> Text:
    """Return what is shown as it stands in a sentence."""
    return _QUOTED.format(text=text.strip()) if text.strip() else _NOTHING


def _said_otherwise(text: str, number: Decimal, column: TableColumn | None) -> str:
    """Return what a cell shows that is no figure, where it is its number with words around it."""
    runs = re.findall(r"[0-9]+(?:\.[0-9]+)?", text, re.ASCII)
    if column not in FIGURES and runs == [_written(number)] and "-" not in text:
        return text
    raise _UnreadCellError(SHOWN_OTHERWISE, shown=_quoted(text), text=_written(number))


def _is_day(style: CellStyle, number: Decimal) -> bool:
    """Whether a cell shows a number as a day or a time."""
    found = section_of(style.format, number)
    return bool(found and found[0].kind is SectionKind.DAY)


def _stored(held: Held) -> Decimal | None:
    """Return the number that a cell holds; ``None`` where it holds none."""
    if held.sort != "n" or not _NUMBER.fullmatch(held.text):
        return None
    number = Decimal(repr(float(held.text)))
    return number if number.is_finite() else None


def _written(number: Decimal) -> str:
    """Write a number with all its digits."""
    return plain(Fraction(number))


def _figure(shown: ShownNumber) -> str:
    """Write a number with all its digits, as many decimals as are shown, and the unit shown beside it."""
    whole, _, decimals = plain(shown.stored or Fraction(0)).partition(".")
    padded = f"{decimals:0<{shown.decimals}}"
    return f"{whole}{'.' if padded else ''}{padded}{shown.unit}"
