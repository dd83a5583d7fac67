"""How a sheet is laid out: widths by what stands in it, what stays in sight, filters, and A4 in print."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from ..escape import visible
from ..page.words import DISCLAIMER
from ..view import View
from . import words
from .model import Number, Sheet, Value

PAGE = 132
"""Columns of a terminal that stand side by side on A4 across, unscaled."""

_LEAST, _LEAST_SCALE = 6, 40
_MOST_ROW = 1_048_575
_SHORT = 8
"""A heading as wide as this, or less, stays on one line."""

_BESIDE = 3
"""Columns for what stands beside a text."""

_LINE, _MOST_HEIGHT = 15, 405
"""The height of a line, and the most that a row has, in points."""


def widths_of(sheet: Sheet[Any], rows: Sequence[Sequence[Value]], view: View) -> list[int]:
    """Return how wide each column is: as its heading and the widest of ``rows``, within bounds."""
    widths = []
    for index, column in enumerate(sheet.columns):
        widest = max((cell_len(_shown(row[index])) for row in rows), default=0)
        heading = _width_of_heading(view.say(column.heading))
        widths.append(max(min(widest, column.most), heading, _LEAST) + _BESIDE)
    return widths


def height_of(row: Iterable[Value], widths: Iterable[int]) -> int | None:
    """Return how high a row is in points; ``None`` where all of it stands on one line.

    Not every program finds that out by itself. Lines of words are not filled to the end.
    """
    lines = 1
    for value, width in zip(row, widths, strict=False):
        room = width - _BESIDE
        length = cell_len(_shown(value)) if isinstance(value, str) else 0
        if length > room:
            lines = max(lines, -(-length * 5 // (room * 4)))
    return min(lines * _LINE, _MOST_HEIGHT) if lines > 1 else None


def _width_of_heading(text: str) -> int:
    """Return what a heading takes, on two lines where it is long."""
    words = [cell_len(word) for word in text.split() if word.isascii()]
    whole = cell_len(text)
    return whole if whole <= _SHORT else max(-(-whole // 2), *words, _SHORT)


def lay_out(sheet: Sheet[Any], written: Worksheet, widths: Sequence[int], title: str, view: View) -> None:
    """Lay out a sheet before its first row is written."""
    for number, width in enumerate(widths, 1):
        written.column_dimensions[get_column_letter(number)].width = width
    written.freeze_panes = f"{get_column_letter(sheet.repeated + 1)}2"
    written.row_dimensions[1].height = 2 * _LINE
    written.print_title_rows = "1:1"
    if sheet.repeated:
        written.print_title_cols = f"A:{get_column_letter(sheet.repeated)}"
    _page(written, title, view)
    written.page_setup.scale = _scale(sheet, widths)
    for number, column in enumerate(sheet.columns):
        if column.begins_page:
            written.col_breaks.append(Break(id=number, max=_MOST_ROW))


def _page(written: Worksheet, title: str, view: View) -> None:
    """Set A4 across, what it is above each page, and below it whose conclusion it is not."""
    written.page_setup.orientation, written.page_setup.paperSize = "landscape", "9"
    margins = written.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    written.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(title))
    written.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(view.say(DISCLAIMER)), right=_HeaderFooterPart(view.say(words.PAGES))
    )


def _scale(sheet: Sheet[Any], widths: Sequence[int]) -> int:
    """Return the scale, in percent, at which every page has room for its columns."""
    begins = [0, *(index for index, one in enumerate(sheet.columns) if one.begins_page), len(widths)]
    ends = [0, *accumulate(widths)]
    repeated = ends[sheet.repeated]
    pages = [ends[end] - ends[start] for start, end in pairwise(begins)]
    widest = max(pages[0], *(page + repeated for page in pages[1:]), 1)
    return max(min(100, 100 * PAGE // widest), _LEAST_SCALE)


def _shown(value: Value) -> str:
    """Return about what a cell shows: a number with its unit."""
    match value:
        case None:
            return ""
        case Number(digits, format):
            return digits + "".join(format.split(";")[0].split('"')[1::2])
    return visible(str(value))
