"""Table 2: the things behind each count, a row each; the lists stand one below the other, the widest first,
so that rows can be added to each.
"""

from collections.abc import Sequence

from openpyxl import Workbook

from ...domain.targets import Indicator
from ...explain.published import eligible_told
from ...load.tables.workbook.layout import ITEMS, NUMBER, OPINION
from ...shapes.columns import BY_KEY, INDICATOR
from ...show.view import View
from ...show.workbook.layout import height_of
from ...text import Text
from .page import FormColumn, Page

NOTE = Text(
    "计入清单的条件：{eligible}。所列项数应与表1的完成值一致；“核验意见”由核验单位填写。",
    "An item counts if {eligible}. There should be as many as Table 1 says. The assessor fills the "
    "last column.",
)
HOW = Text(
    "每行一项；行数不够的，在最后一行之后按Tab键，或插入整行。",
    "A row each; for more, press Tab behind the last cell, or insert a row.",
)

ROWS = 4
"""Rows of a list where nobody says how many."""

_NUMBER, _NAME, _CODE, _OTHER = 10, 26, 22, 14


def write(workbook: Workbook, counts: Sequence[Indicator], rows: int | None, view: View) -> None:
    """Add the lists of some counts to a workbook, each with so many rows."""
    tables = sorted(((_columns(one), one) for one in counts), key=lambda table: -len(table[0]))
    most = len(tables[0][0])
    widths = (_NUMBER, _NAME, _CODE, *[_OTHER] * (most - 3))
    page = Page(workbook, view.say(ITEMS.name), view, widths, grows=True)
    page.title(1, ITEMS.name)
    page.note(2, HOW)
    row = 3
    for columns, indicator in tables:
        row = _list(page, row, columns, indicator, rows or ROWS)


def _list(page: Page, row: int, columns: Sequence[FormColumn], indicator: Indicator, rows: int) -> int:
    """Write one list from a row on; return the first row below it."""
    page.put(row, 1, INDICATOR.heading, bold=True)
    page.put(row, 2, indicator.name, bold=True)
    for at in range(3, len(columns) + 1):
        page.closed(row, at)
    page.across(row, 2, len(columns))
    page.sheet.row_dimensions[row].height = 23
    note = NOTE.format(eligible=eligible_told(indicator))
    width = sum(page.widths[: len(columns)])
    page.note(row + 1, note, height_of([page.view.say(note)], [width]), len(columns))
    page.table(row + 2, rows, columns)
    page.sheet.row_dimensions[row + 3 + rows].height = 8
    return row + 4 + rows


def _columns(indicator: Indicator) -> tuple[FormColumn, ...]:
    """Return the columns of what is asked of an item of the count, by what they are called there."""
    asked = (_column(indicator, key) for key in indicator.item_columns)
    return (FormColumn(NUMBER, _NUMBER), *asked, FormColumn(OPINION, _OTHER))


def _column(indicator: Indicator, key: str) -> FormColumn:
    column = BY_KEY[f"item.{key}"]
    return FormColumn(Text(indicator.item_term(key).zh, column.heading.en), _OTHER, column)
