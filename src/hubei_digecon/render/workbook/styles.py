"""How cells look: fonts and fills, the colours of outcomes, and one cell for each way that cells look."""

import datetime
from collections.abc import Iterator, Sequence

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from ...text import Text
from ..escape import begins_like_a_formula
from ..view import View
from .cells import harmless
from .model import Marks, Number, Value

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
"""The colours of letters and ground, those of the page, by outcome."""

_BAND = PatternFill("solid", start_color="F3F5F7")
_LINE = Border(bottom=Side("thin", color="C6CCD2"))
_TEXT = Alignment("left", "top", wrap_text=True)
_NUMBER = Alignment("right", "top", indent=1)
_DAY, _COUNT = "yyyy-mm-dd", "0"


def rules(marks: Marks) -> Iterator[Rule]:
    """Return the rules that colour texts: the words tell by themselves, colour is beside them."""
    for text, mark in marks.items():
        letters, ground = _INK[mark]
        yield CellIsRule(  # type: ignore[no-untyped-call]
            operator="equal",
            formula=[f'"{text}"'],
            font=Font(color=letters),
            fill=PatternFill("solid", start_color=ground, end_color=ground),
        )


class Cells:
    """Makes the cells of one sheet. Each way to look has one cell, filled anew for every value, since
    to style a cell takes longer than to write it: a row must be written before the next is asked for.
    """

    def __init__(self, sheet: Worksheet, view: View) -> None:
        self._sheet, self._view = sheet, view
        self._made: dict[tuple[str, bool, bool], Cell] = {}

    def heading(self, text: str) -> Cell:
        """Return a cell of the first row."""
        cell = WriteOnlyCell(self._sheet, text)
        cell.font = Font(name=self._view.say(FONT), bold=True)
        cell.fill, cell.border = _BAND, _LINE
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        return cell

    def row(self, values: Sequence[Value]) -> Iterator[Cell | None]:
        """Return the cells of a row."""
        yield from map(self._cell, values)

    def _cell(self, value: Value) -> Cell | None:
        """Return a value as a cell; nothing where there is none."""
        match value:
            case None | "":
                return None
            case str():
                return self._text(harmless(value, self._view))
            case Number(digits, format):
                return self._filled(self._like(format), digits)
            case datetime.date():
                cell = self._like(_DAY)
                cell.value = value
                return cell
        return self._filled(self._like(_COUNT), str(value))

    def _text(self, text: str) -> Cell:
        cell = self._like("@", is_text=True, quoted=begins_like_a_formula(text))
        cell.value = text
        cell.data_type = "s"  # whatever it begins with
        return cell

    def _filled(self, cell: Cell, digits: str) -> Cell:
        """Fill in the digits of a number, which openpyxl would send through a float."""
        cell.value = digits
        cell.data_type = "n"
        return cell

    def _like(self, format: str, is_text: bool = False, quoted: bool = False) -> Cell:
        key = (format, is_text, quoted)
        if key not in self._made:
            cell = WriteOnlyCell(self._sheet)
            cell.font = Font(name=self._view.say(FONT))
            cell.number_format = "General" if is_text else format
            cell.alignment = _TEXT if is_text else _NUMBER
            cell.quotePrefix = quoted
            self._made[key] = cell
        return self._made[key]
