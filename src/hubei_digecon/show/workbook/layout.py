"""The layout of a sheet: widths of columns, heights of rows, frozen panes, and A4 in print."""

from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from ..document import AnyTable, Column, Number, Value
from ..escape import visible
from ..page.words import DISCLAIMER
from ..view import View
from . import words

MEASURED_BY = "Arial"
"""The font whose digits, in the size of text, are the unit of widths."""

_LEAST = 6
_NOTHING = "XFD1"
"""The print area of a sheet that is not printed: an empty cell."""

_SHORT = 8
"""The most columns of a heading on one line."""

_BESIDE = 3
"""Columns for the margins beside a text and the arrow of the filter."""

LINE, MOST_HEIGHT = 15, 405
"""The height of a line, and the most that a row has, in points."""


def widths_of(columns: Sequence[Column[Any]], rows: Sequence[Sequence[Value]], view: View) -> list[int]:
    """Return the width of each column: that of its heading or its widest row, within bounds."""
    widths = []
    for index, column in enumerate(columns):
        widest = max((cell_len(shown_in(row[index])) for row in rows), default=0)
        heading = _width_of_heading(view.say(column.heading))
        widths.append(max(min(widest, column.most), heading, _LEAST) + _BESIDE)
    return widths


def height_of(row: Iterable[Value], widths: Iterable[int]) -> int | None:
    """Return the height of a row in points; ``None`` where everything stands on one line.

    Not every program works that out itself. Lines of words are not filled to the end.
    """
    lines = 1
    for value, width in zip(row, widths, strict=False):
        room = width - _BESIDE
        length = cell_len(shown_in(value)) if isinstance(value, str) else 0
        if length > room:
            lines = max(lines, -(-length * 5 // (room * 4)))
    return min(lines * LINE, MOST_HEIGHT) if lines > 1 else None


def _width_of_heading(text: str) -> int:
    """Return the width of a heading, on two lines where it is long."""
    words = [cell_len(word) for word in text.split() if word.isascii()]
    whole = cell_len(text)
    return whole if whole <= _SHORT else max(-(-whole // 2), *words, _SHORT)


def lay_out(table: AnyTable, written: Worksheet, widths: Sequence[int], title: str, view: View) -> None:
    """Lay out a sheet of data before its first row is written: to look things up in, not to be printed."""
    set_widths(written, widths)
    written.freeze_panes = f"{get_column_letter(table.repeated + 1)}2"
    written.row_dimensions[1].height = 2 * LINE
    written.print_area = _NOTHING
    set_page(written, title, view)


def set_widths(written: Worksheet, widths: Sequence[int]) -> None:
    """Set the widths of columns."""
    for number, width in enumerate(widths, 1):
        written.column_dimensions[get_column_letter(number)].width = width


def set_page(written: Worksheet, title: str, view: View) -> None:
    """Set A4 landscape, the title above each page, and the disclaimer below it."""
    written.page_setup.orientation, written.page_setup.paperSize = "landscape", "9"
    margins = written.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    written.HeaderFooter.oddHeader = in_margin(center=title)
    written.HeaderFooter.oddFooter = in_margin(view.say(DISCLAIMER), right=view.say(words.PAGES))


def in_margin(
    left: str | None = None, center: str | None = None, right: str | None = None
) -> HeaderFooterItem:
    """Return what is printed above or below every page."""
    item = HeaderFooterItem()
    for part, text in ((item.left, left), (item.center, center), (item.right, right)):
        part.text = text
    return item


def shown_in(value: Value) -> str:
    """Return roughly what a cell shows: a number with its unit."""
    match value:
        case None:
            return ""
        case Number(digits, format):
            return digits + "".join(format.split(";")[0].split('"')[1::2])
    return visible(str(value))
