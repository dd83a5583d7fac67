"""What all sheets of the form share: fonts, fills, borders, A4 across, which cells are open to fill."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.table import TableColumn as ListColumn
from openpyxl.worksheet.worksheet import Worksheet

from ...shapes.columns import TableColumn
from ...show.view import View
from ...show.workbook.layout import in_margin
from ...show.workbook.styles import FONT, harmless
from ...show.workbook.words import PAGES
from ...text import Text
from .choices import WORDS, Choices

TEXT, DAY, RATE = "@", "yyyy-mm-dd", "0.0%"
"""How cells show what they hold: a text as it was typed, a day, a rate."""

TITLES = {"zh": "黑体", "en": "Calibri"}
_GIVEN = PatternFill("solid", start_color="EEF1F4")
_BAND = PatternFill("solid", start_color="DDE5EE")
_OPEN = PatternFill("solid", start_color="FFFFFF")
_LINE = Side("thin", color="8C96A0")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_OPEN_TO_FILL = Protection(locked=False)
SIZE = 12.5
"""The size of type, in points: a sheet is scaled to the width of the paper, in LibreOffice without Calibri to
less than three quarters, and still shows 9.
"""

FOOTER = 13
"""The size of the foot of a page, which is scaled too."""

LINE = 23
"""The height of a row of a list, in points."""

_TALLER = 1.2
"""How much taller lines of this size are than those of a result."""

ROW = 38
"""The height of a row that holds nothing yet, in points."""


class FormColumn(NamedTuple):
    """A column of a table of the form: what stands in its first row, and its width in characters."""

    heading: Text
    width: int
    column: TableColumn | None = None


def _within(center: bool) -> Alignment:
    return Alignment("center" if center else "left", "center", wrap_text=True, indent=0 if center else 1)


class Page:
    """One sheet of the form on its way."""

    def __init__(
        self,
        workbook: Workbook,
        name: str,
        view: View,
        widths: Sequence[int],
        grows: bool = False,
        is_upright: bool = False,
    ) -> None:
        """Add a sheet of a name to the workbook, its columns so many characters wide. ``grows``: rows are
        added to its lists, which a protected sheet does not let in; what is typed below them stays text.
        """
        self.sheet: Worksheet = workbook.create_sheet(name)
        self._workbook, self.view, self.widths = workbook, view, widths
        self._set_up(name, grows, is_upright)
        for number, width in enumerate(widths, 1):
            column = self.sheet.column_dimensions[get_column_letter(number)]
            column.width = width
            if grows:
                column.number_format, column.alignment = TEXT, _within(center=False)
                column.font = Font(name=self.view.say(FONT), size=SIZE)

    def put(self, row: int, column: int, text: Text | str, bold: bool = False, center: bool = False) -> None:
        """Write what is given and cannot be changed; rows and columns count from 1."""
        cell = self.sheet.cell(row, column)
        self._write(row, column, text)
        cell.font = Font(name=self.view.say(FONT), size=SIZE, bold=bold)
        cell.alignment = _within(center)
        cell.fill, cell.border = _GIVEN, _BOX

    def band(self, row: int, text: Text) -> None:
        """Write the name of a section across all columns."""
        self.put(row, 1, text, bold=True)
        self.sheet.cell(row, 1).fill = _BAND
        self.across(row, 1, len(self.widths))
        self.sheet.row_dimensions[row].height = 23

    def title(self, row: int, text: Text | str, size: int = 16) -> None:
        """Write a title across all columns."""
        self._write(row, 1, text)
        cell = self.sheet.cell(row, 1)
        cell.font = Font(name=TITLES[self.view.lang], size=size, bold=True)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(self.widths))
        self.sheet.row_dimensions[row].height = size * 2.2

    def note(self, row: int, text: Text, height: float | None = None, columns: int | None = None) -> None:
        """Write a sentence across all columns, or so many."""
        self._write(row, 1, text)
        cell = self.sheet.cell(row, 1)
        cell.font = Font(name=self.view.say(FONT), size=SIZE, color="5A646E")
        cell.alignment = Alignment("left", "center", wrap_text=True)
        self.sheet.merge_cells(
            start_row=row, end_row=row, start_column=1, end_column=columns or len(self.widths)
        )
        self.sheet.row_dimensions[row].height = _TALLER * height if height else 20

    def headings(self, row: int, columns: Sequence[FormColumn], height: float = 38) -> None:
        """Write the headings of a table."""
        for number, one in enumerate(columns, 1):
            self.put(row, number, one.heading, bold=True, center=True)
            self.sheet.cell(row, number).fill = _BAND
        self.sheet.row_dimensions[row].height = height

    def stays(self, row: int, fixed: int) -> None:
        """Keep a row of headings in sight, and what is left of column ``fixed``; print it on every page."""
        self.sheet.freeze_panes = f"{get_column_letter(fixed + 1)}{row + 1}"
        self.sheet.print_title_rows = f"{row}:{row}"

    def open(self, row: int, column: int, format: str = TEXT, center: bool = False) -> None:
        """Make a cell one to be filled."""
        cell = self.sheet.cell(row, column)
        cell.font = Font(name=self.view.say(FONT), size=SIZE)
        cell.alignment = _within(center)
        cell.fill, cell.border = _OPEN, _BOX
        cell.number_format, cell.protection = format, _OPEN_TO_FILL

    def fill(self, row: int, column: int, text: Text | str) -> None:
        """Write into a cell what stands there until somebody changes it."""
        self._write(row, column, text)

    def closed(self, row: int, column: int) -> None:
        """Make a cell one in which nothing is to be filled."""
        self.put(row, column, "")

    def table(self, top: int, rows: int, columns: Sequence[FormColumn]) -> None:
        """Write a list with so many rows to fill, which grows as rows are added to it in Excel."""
        self.headings(top, columns)
        choices = Choices(self.sheet, self.view)
        for row in range(top + 1, top + rows + 1):
            self.sheet.row_dimensions[row].height = LINE
            self._number(row, row - top)
            for at, one in enumerate(columns[1:], 2):
                if one.column is None:
                    self.closed(row, at)
                    continue
                self.open(row, at, DAY if one.column.holds_day else TEXT)
                cell = self.sheet.cell(row, at).coordinate
                if one.column.holds_day:
                    choices.day(cell)
                elif one.column.key in WORDS:
                    choices.words(cell, one.column.key)
        last = self.sheet.cell(top + rows, len(columns)).coordinate
        name = f"List{sum(len(sheet.tables) for sheet in self._workbook.worksheets) + 1}"
        made = Table(displayName=name, ref=f"A{top}:{last}")
        made.tableColumns = [
            ListColumn(id=at, name=self.view.say(one.heading)) for at, one in enumerate(columns, 1)
        ]
        self.sheet.add_table(made)

    def _number(self, row: int, number: int) -> None:
        self.put(row, 1, "", center=True)
        self.sheet.cell(row, 1).value = number

    def across(self, row: int, first: int, last: int) -> None:
        """Make one cell of those of a row from one column to another."""
        for column in range(first + 1, last + 1):
            self.sheet.cell(row, column).border = _BOX
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)

    def _write(self, row: int, column: int, text: Text | str) -> None:
        words = text if isinstance(text, str) else self.view.say(text)
        if words:
            lines = (harmless(line, self.view) for line in words.split("\n"))
            cell = self.sheet.cell(row, column, "\n".join(lines))
            cell.data_type = "s"  # whatever it begins with

    def _set_up(self, name: str, grows: bool, is_upright: bool) -> None:
        sheet = self.sheet
        sheet.page_setup.orientation = "portrait" if is_upright else "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.3
        sheet.page_margins.top, sheet.page_margins.bottom = 0.4, 0.5
        sheet.page_margins.header = sheet.page_margins.footer = 0.25
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter = in_margin(center=f"{name}  {self.view.say(PAGES)}")
        sheet.oddFooter.center.size = FOOTER
        sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = ROW, True
        sheet.sheet_view.showGridLines = False
        protection = sheet.protection
        protection.sheet = not grows
        protection.formatColumns = protection.formatRows = protection.insertRows = False
