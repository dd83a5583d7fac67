"""Cells: fonts, fills and colours, and texts that are never a formula, hide nothing and fit into a cell."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from ...text import Text
from ..document import Marks, Number, Value
from ..escape import begins_like_a_formula, xml_visible
from ..view import View
from .words import CUT

FONT = Text("宋体", "Calibri")
_INK = {
    "met": ("0B6B34", "E3F3E8"),
    "missed": ("B3151C", "FBE4E4"),
    "undecided": ("7A4F00", "FDF1D3"),
    "no_data": ("7A4F00", "FDF1D3"),
    "not_due": ("2B5A8A", "E5EEF8"),
    "waived": ("2B5A8A", "E5EEF8"),
    "illustrative": ("B3151C", "FFFFFF"),
}
"""The colours of letters and background by outcome, as on the page."""

LineSort = Literal["title", "heading", "text", "warning"]
"""How a line across a page is set."""

SIZES: dict[LineSort, int] = {"title": 15, "heading": 11, "text": 10, "warning": 10}
"""The size of type of printed lines in points; tables have that of text."""

MOST_UNITS = 32_767
"""UTF-16 code units that a cell holds."""

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNDERSCORE = "_x005F_"
_BAND = PatternFill("solid", start_color="F3F5F7")
_SIDE = Side("thin", color="C6CCD2")
_LINE = Border(bottom=_SIDE)
_BOX = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_TEXT = Alignment("left", "top", wrap_text=True)
_NUMBER = Alignment("right", "top", indent=1)
_TEXT_IN_BOX = Alignment("left", "center", wrap_text=True)
_NUMBER_IN_BOX = Alignment("right", "center", indent=1)
_CENTRED = Alignment("center", "center", wrap_text=True)
_SET = {
    (False, True): _TEXT, (False, False): _NUMBER, (True, True): _TEXT_IN_BOX, (True, False): _NUMBER_IN_BOX,
}  # fmt: skip
"""How a text or a number is set in a sheet, and in one that is printed."""
_DAY, _COUNT = "yyyy-mm-dd", "0"


def rules(marks: Marks) -> Iterator[Rule]:
    """Return the rules that colour texts. Colour only adds to the words."""
    for text, mark in marks.items():
        letters, ground = _INK[mark]
        yield CellIsRule(  # type: ignore[no-untyped-call]
            operator="equal",
            formula=[f'"{text}"'],
            font=Font(color=letters),
            fill=PatternFill("solid", start_color=ground, end_color=ground),
        )


def harmless(text: str, view: View) -> str:
    """Return a text as a cell can hold it: what is hidden made visible, what is too long cut.

    A spreadsheet would take ``_x0041_`` for a letter A (ECMA-376, ST_Xstring), so that is escaped.
    """
    shown = _ESCAPED.sub(_UNDERSCORE, xml_visible(text))
    if _units(shown) <= MOST_UNITS:
        return shown
    ending = view.say(CUT)
    kept = shown.encode("utf-16-le")[: 2 * (MOST_UNITS - _units(ending))]
    return kept.decode("utf-16-le", "ignore") + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class CellStyler:
    """Makes the cells of one sheet.

    To style a cell takes longer than to write it. Each style therefore has one cell, which is filled again
    for every value, so a row must be written before the next one is made.
    """

    def __init__(self, sheet: Worksheet, view: View, is_printed: bool = False) -> None:
        """Take the sheet; the cells of one that ``is_printed`` stand in boxes, in the size of its lines."""
        self._sheet, self._view, self._is_printed = sheet, view, is_printed
        self._size = SIZES["text"] if is_printed else None
        self._made: dict[tuple[str, bool, bool], Cell] = {}

    def heading(self, text: str) -> Cell:
        """Return a cell of the first row."""
        cell = WriteOnlyCell(self._sheet, text)
        cell.font = Font(name=self._view.say(FONT), sz=self._size, bold=True)
        cell.fill, cell.border = _BAND, _BOX if self._is_printed else _LINE
        cell.alignment = _CENTRED
        return cell

    def line(self, text: str, sort: LineSort) -> Cell:
        """Return the cell of a line across the page."""
        shown = harmless(text, self._view)
        cell = WriteOnlyCell(self._sheet)
        colour = _INK["illustrative"][0] if sort == "warning" else None
        cell.font = Font(name=self._view.say(FONT), sz=SIZES[sort], bold=sort != "text", color=colour)
        cell.alignment = _CENTRED if sort == "title" else _TEXT_IN_BOX
        cell.quotePrefix = begins_like_a_formula(shown)
        cell.value = shown
        cell.data_type = "s"  # whatever it begins with
        return cell

    def row(self, values: Sequence[Value]) -> Iterator[Cell | None]:
        """Return the cells of a row."""
        yield from map(self._cell, values)

    def _cell(self, value: Value) -> Cell | None:
        """Return a value as a cell; ``None`` for an empty one."""
        match value:
            case None | "":
                return self._like("", is_text=True) if self._is_printed else None
            case str():
                return self._text(harmless(value, self._view))
            case Number(digits, format):
                return self._filled(self._like(format), digits)
            case datetime.date():
                cell = self._like(_DAY)
                cell.value = value
                return cell
        cell = self._like(_COUNT)
        if self._is_printed:
            cell.alignment = _CENTRED
        return self._filled(cell, str(value))

    def _text(self, text: str) -> Cell:
        cell = self._like("@", is_text=True, quoted=begins_like_a_formula(text))
        cell.value = text
        cell.data_type = "s"  # whatever it begins with
        return cell

    def _filled(self, cell: Cell, digits: str) -> Cell:
        """Fill in the digits of a number as text, since openpyxl would convert them to a float."""
        cell.value = digits
        cell.data_type = "n"
        return cell

    def _like(self, format: str, is_text: bool = False, quoted: bool = False) -> Cell:
        key = (format, is_text, quoted)
        if key not in self._made:
            cell = WriteOnlyCell(self._sheet)
            cell.font = Font(name=self._view.say(FONT), sz=self._size)
            if self._is_printed:
                cell.border = _BOX
            cell.number_format = "General" if is_text else format
            cell.alignment = _SET[self._is_printed, is_text]
            cell.quotePrefix = quoted
            self._made[key] = cell
        return self._made[key]
