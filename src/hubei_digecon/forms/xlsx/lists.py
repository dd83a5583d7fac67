"""Table 2: the items behind one count, a row each; every count has a sheet of its own."""

import re

from openpyxl import Workbook

from ...explaining.published import eligible_told
from ...load.tables.columns import BY_KEY, INDICATOR
from ...load.tables.workbook.layout import ITEMS, NUMBER
from ...load.tables.workbook.values import DATES
from ...model.targets import Indicator
from ...render.view import View
from ...render.workbook.layout import height_of
from ...text import Text
from .choices import WORDS, Choices
from .page import DAY, TEXT, Page, Shown

NOTE = Text(
    "逐项填写，每行一项；行数不够的，在表内插入行。清单所列项数应与表1的完成值一致。计入清单的条件：{eligible}。",
    "One row an item; insert rows where there are too few. There should be as many as Table 1 says. An item "
    "counts if {eligible}.",
)

_WIDTHS = {"name": 36, "code": 24, "by": 24, "list": 24, "publisher": 20, "certificate": 24, "document": 30}
_USUAL = 15
_LEAST, _MOST = 20, 400
_TOP = 4
_NOT_IN_NAMES = re.compile(r"[][:*?/\\']")
_LONGEST = 31


def write(workbook: Workbook, number: int, indicator: Indicator, required: int, view: View) -> None:
    """Add the list of one count to a workbook, with room for somewhat more items than are required."""
    columns = _columns(indicator)
    note = NOTE.format(eligible=eligible_told(indicator))
    name = view.say(ITEMS.name, number=number, name=indicator.short)
    page = Page(workbook, _as_sheet(name), view, [one.width for one in columns])
    page.title(1, name)
    page.note(2, note, height_of([view.say(note)], [sum(page.widths)]) or 17)
    page.put(3, 1, "")
    page.put(3, 2, INDICATOR.heading, bold=True, center=True)
    page.put(3, 3, indicator.name)
    page.across(3, 3, len(columns))
    page.sheet.row_dimensions[3].height = 24
    page.headings(_TOP, columns, fixed=2)
    rows = min(max(_LEAST, required + required // 5), _MOST)
    choices = Choices(page.sheet, view)
    for row in range(_TOP + 1, _TOP + rows + 1):
        _row(page, row, columns, choices)


def _columns(indicator: Indicator) -> tuple[Shown, ...]:
    """Return the columns of what is asked of an item of the count, by what they are called there."""
    return (Shown(NUMBER, 6), *(_column(indicator, key) for key in indicator.item_columns))


def _column(indicator: Indicator, key: str) -> Shown:
    column = BY_KEY[f"item.{key}"]
    heading = Text(indicator.item_term(key).zh, column.heading.en)
    return Shown(heading, _WIDTHS.get(key, _USUAL), column)


def _row(page: Page, row: int, columns: tuple[Shown, ...], choices: Choices) -> None:
    page.put(row, 1, str(row - _TOP), center=True)
    page.sheet.row_dimensions[row].height = 20
    for at, shown in enumerate(columns, 1):
        if shown.column is None:
            continue
        key, cell = shown.column.key, page.sheet.cell(row, at).coordinate
        page.open(row, at, DAY if key in DATES else TEXT)
        if key in DATES:
            choices.day(cell)
        elif key in WORDS:
            choices.words(cell, key)


def _as_sheet(name: str) -> str:
    """Return a name as a sheet can have it."""
    return _NOT_IN_NAMES.sub(" ", name)[:_LONGEST].strip()
