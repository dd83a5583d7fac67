"""The measures of a printed sheet: columns that fit on A4 across, and the heights of what stands in them."""

from collections.abc import Sequence
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from ..document import Column, Number, Value
from ..escape import visible
from ..view import View
from .layout import LINE, MOST_HEIGHT, set_page, set_widths, shown_in
from .styles import SIZES, LineSort

_SCALE = 94
"""The scale of printed sheets in percent: text of 10 points is printed in 9.4."""

PAGE = 130
"""The digits that stand beside each other on a page of A4 across at that scale: also in the broader font that
stands in where that of the workbook is not installed.
"""

ROOM = 510
"""The height of a page between its margins at that scale, in points, with some to spare."""

_LEAST, _MOST_WORD = 3, 16
_GAP = 6
"""What stands above a heading, in points."""


def fitted(columns: Sequence[Column[Any]], rows: Sequence[Sequence[Value]], view: View) -> list[int]:
    """Return widths at which the columns fit on a page: the widest texts give way, numbers never."""
    widths, least = [], []
    for index, column in enumerate(columns):
        values = [row[index] for row in rows]
        beside = 3 if any(isinstance(value, Number | int) for value in values) else 2
        heading = max(_folded(view.say(column.heading)), _LEAST) + 2
        widest = max((cell_len(shown_in(value)) for value in values), default=0)
        unbroken = max(map(_unbroken, values), default=0)
        widths.append(max(min(widest, column.most) + beside, heading))
        least.append(max(unbroken + beside, heading))
    while sum(widths) > PAGE:
        spare, index = max((width - least[at], at) for at, width in enumerate(widths))
        if spare <= 0:
            break
        widths[index] -= 1
    return widths


def _unbroken(value: Value) -> int:
    """Return the room that a value needs where its words are folded: a number is never broken."""
    if not isinstance(value, str):
        return cell_len(shown_in(value))
    return min(max((cell_len(word) for word in value.split() if word.isascii()), default=0), _MOST_WORD)


def _folded(heading: str) -> int:
    """Return the width of a heading on two lines."""
    words = [cell_len(word) for word in heading.split() if word.isascii()]
    return max(2 * -(-cell_len(heading) // 4), *words, 0)


def height_of_row(row: Sequence[Value], widths: Sequence[int]) -> float:
    """Return the height of a row in points. Lines are not filled to the end."""
    lines = 1
    for value, width in zip(row, widths, strict=True):
        length = cell_len(shown_in(value)) if isinstance(value, str) else 0
        lines = max(lines, -(-length * 8 // ((width - 1) * 7)))
    return min(lines * LINE, MOST_HEIGHT) + 3


def height_of_headings() -> float:
    """Return the height of the row of headings in points."""
    return 2 * LINE + 3


def height_of_line(text: str, sort: LineSort, width: int) -> float:
    """Return the height in points of a text that runs across columns of so much width together."""
    size = SIZES[sort]
    room = max((width - 2) * SIZES["text"] // size, 1)
    lines = max(-(-cell_len(visible(text)) // room), 1)
    above = _GAP if sort in ("title", "heading") else 0
    return min(lines * LINE * size / SIZES["text"] + above, MOST_HEIGHT)


def lay_out_page(written: Worksheet, widths: Sequence[int], title: str, view: View) -> None:
    """Lay out a printed sheet before its first row is written."""
    set_widths(written, widths)
    set_page(written, title, view)
    written.page_setup.scale = min(_SCALE, _SCALE * PAGE // sum(widths))
    written.print_options.horizontalCentered = True
    written.sheet_view.showGridLines = False
