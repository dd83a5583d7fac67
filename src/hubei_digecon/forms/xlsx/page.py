"""What all sheets of the form share: fonts, fills, borders, A4 across, which cells are open to fill."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ...load.tables.columns import Column
from ...render.view import View
from ...render.workbook.cells import harmless
from ...render.workbook.styles import FONT
from ...render.workbook.words import PAGES
from ...text import Text

TEXT, DAY, RATE = "@", "yyyy-mm-dd", "0.0%"
"""How cells show what they hold: a text as it was typed, a day, a rate."""

TITLES = {"zh": "黑体", "en": "Calibri"}
_GIVEN = PatternFill("solid", start_color="EEF1F4")
_BAND = PatternFill("solid", start_color="DDE5EE")
_OPEN = PatternFill("solid", start_color="FFFFFF")
_LINE = Side("thin", color="8C96A0")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_OPEN_TO_FILL = Protection(locked=False)
ROW = 38
"""The height of a row that holds nothing yet, in points."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of a table of the form: what stands in its first row, and its width in characters."""

    heading: Text
    width: int
    column: Column | None = None


def _within(center: bool) -> Alignment:
    return Alignment("center" if center else "left", "center", wrap_text=True, indent=0 if center else 1)


class Page:
    """One sheet of the form on its way."""

    def __init__(self, workbook: Workbook, name: str, view: View, widths: Sequence[int]) -> None:
        """Add a sheet of a name to the workbook, its columns so many characters wide."""
        self.sheet: Worksheet = workbook.create_sheet(name)
        self.view, self.widths = view, widths
        self._set_up(name)
        for number, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def put(self, row: int, column: int, text: Text | str, bold: bool = False, center: bool = False) -> None:
        """Write what is given and cannot be changed; rows and columns count from 1."""
        cell = self.sheet.cell(row, column)
        self._write(row, column, text)
        cell.font = Font(name=self.view.say(FONT), size=10, bold=bold)
        cell.alignment = _within(center)
        cell.fill, cell.border = _GIVEN, _BOX

    def band(self, row: int, text: Text) -> None:
        """Write the name of a section across all columns."""
        self.put(row, 1, text, bold=True)
        self.sheet.cell(row, 1).fill = _BAND
        self.across(row, 1, len(self.widths))
        self.sheet.row_dimensions[row].height = 20

    def title(self, row: int, text: Text | str, size: int = 16) -> None:
        """Write a title across all columns."""
        self._write(row, 1, text)
        cell = self.sheet.cell(row, 1)
        cell.font = Font(name=TITLES[self.view.lang], size=size, bold=True)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(self.widths))
        self.sheet.row_dimensions[row].height = size * 2.2

    def note(self, row: int, text: Text, height: float | None = None) -> None:
        """Write a sentence across all columns."""
        self._write(row, 1, text)
        cell = self.sheet.cell(row, 1)
        cell.font = Font(name=self.view.say(FONT), size=9, color="5A646E")
        cell.alignment = Alignment("left", "center", wrap_text=True)
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(self.widths))
        self.sheet.row_dimensions[row].height = height or 16

    def headings(self, row: int, columns: Sequence[Shown], fixed: int) -> None:
        """Write the headings of a table; they stay in sight, as does what is left of column ``fixed``."""
        for number, one in enumerate(columns, 1):
            self.put(row, number, one.heading, bold=True, center=True)
            self.sheet.cell(row, number).fill = _BAND
        self.sheet.row_dimensions[row].height = 32
        self.sheet.freeze_panes = f"{get_column_letter(fixed + 1)}{row + 1}"
        self.sheet.print_title_rows = f"{row}:{row}"

    def open(self, row: int, column: int, format: str = TEXT, center: bool = False) -> None:
        """Make a cell one to be filled."""
        cell = self.sheet.cell(row, column)
        cell.font = Font(name=self.view.say(FONT), size=10)
        cell.alignment = _within(center)
        cell.fill, cell.border = _OPEN, _BOX
        cell.number_format, cell.protection = format, _OPEN_TO_FILL

    def fill(self, row: int, column: int, text: Text | str) -> None:
        """Write into a cell what stands there until somebody changes it."""
        self._write(row, column, text)

    def closed(self, row: int, column: int) -> None:
        """Make a cell one in which nothing is to be filled."""
        self.put(row, column, "")

    def across(self, row: int, first: int, last: int) -> None:
        """Make one cell of those of a row from one column to another."""
        for column in range(first + 1, last + 1):
            self.sheet.cell(row, column).border = _BOX
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)

    def _write(self, row: int, column: int, text: Text | str) -> None:
        words = text if isinstance(text, str) else self.view.say(text)
        if words:
            cell = self.sheet.cell(row, column, harmless(words, self.view))
            cell.data_type = "s"  # whatever it begins with

    def _set_up(self, name: str) -> None:
        sheet = self.sheet
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.75
        sheet.page_margins.header = sheet.page_margins.footer = 0.35
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(f"{name}  {self.view.say(PAGES)}"))
        sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = ROW, True
        sheet.sheet_view.showGridLines = False
        protection = sheet.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = protection.insertRows = False
