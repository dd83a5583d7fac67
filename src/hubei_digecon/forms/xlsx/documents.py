"""The list of the documents behind the figures: the other tables name them by their numbers."""

from openpyxl import Workbook

from ...load.tables.workbook.layout import DOCUMENTS, OF_DOCUMENTS, OPINION
from ...show.view import View
from ...text import Text
from .page import FormColumn, Page

NOTE = Text(
    "每份材料一行；表1“佐证材料编号”填写这里的编号，几份的写“1、3”或“1—3”。行数不够的，在最后一行之后按Tab键，或插入整行。",
    "A row a document; Table 1 names it by its number, several as in 1, 3 or 1-3. For more rows, press Tab "
    "behind the last cell, or insert a row.",
)

ROWS = 15
"""Rows where nobody says how many."""

_WIDTHS = (8, 52, 30, 36, 14)


def write(workbook: Workbook, rows: int | None, view: View) -> None:
    """Add the list to a workbook, with so many rows."""
    columns = [
        *(FormColumn(one.heading, width, one) for one, width in zip(OF_DOCUMENTS, _WIDTHS, strict=True)),
        FormColumn(OPINION, 16),
    ]
    page = Page(workbook, view.say(DOCUMENTS.name), view, [one.width for one in columns], grows=True)
    page.title(1, DOCUMENTS.name)
    page.note(2, NOTE, height=32)
    page.table(3, rows or ROWS, columns)
    page.stays(3, fixed=1)
