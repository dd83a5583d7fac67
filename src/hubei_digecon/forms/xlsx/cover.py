"""The cover: for whom the report is, who hands it in and when, room for those who sign it, and a guide."""

from openpyxl import Workbook
from openpyxl.styles import Alignment

from ...load.tables.workbook.layout import COVER, ON_COVER
from ...shapes.columns import ENTITY, PERIOD, REVISION, TableColumn
from ...shapes.office_words import YES
from ...show.view import View
from ...text import Text
from .. import FormHeading
from .choices import Choices
from .guide import write_guide
from .page import DAY, TEXT, Page

TITLE = Text("数字经济发展目标完成情况填报表", "Report on Digital-Economy Targets")
SIGNED = (
    Text("填表人（签字）", "Filled in by (signature)"),
    Text("审核人（签字）", "Checked by (signature)"),
    Text("单位负责人（签字）", "Head of the office (signature)"),
    Text("统计部门审核（签字、盖章）", "Checked by the office of statistics (signature, seal)"),
)
SEAL = Text("（单位公章）", "(seal of the office)")
ILLUSTRATIVE = Text(
    "“示例数据”填“是”的，表示数值未公布、只作示例；据实填报的填“否”。",
    "“illustrative”: true where the values are not published; false for a report in earnest.",
)

_WIDTHS = (28, 40, 34)
_FIRST = 4


def title(view: View) -> str:
    """Return what the workbook is called."""
    return view.say(TITLE)


def write(workbook: Workbook, heading: FormHeading, view: View) -> None:
    """Add the cover to a workbook."""
    page = Page(workbook, view.say(COVER.name), view, _WIDTHS, is_upright=True)
    choices = Choices(page.sheet, view)
    page.title(1, TITLE, size=22)
    page.sheet.row_dimensions[1].height = 60
    page.title(2, Text("{name}", "{name}").format(name=heading.entity.name), size=16)
    for row, column in enumerate(ON_COVER, _FIRST):
        _line(page, row, column, _given(column, heading, view), choices)
    below = _FIRST + len(ON_COVER)
    page.note(below, ILLUSTRATIVE, height=32)
    for row, label in enumerate(SIGNED, below + 1):
        _put(page, row, label)
        page.open(row, 2)
        page.sheet.row_dimensions[row].height = 36
    _seal(page, below + 1, below + len(SIGNED))
    write_guide(page, below + len(SIGNED) + 2)


def _line(page: Page, row: int, column: TableColumn, given: object, choices: Choices) -> None:
    """Write one line: what it is, and the cell that tells it."""
    _put(page, row, column.heading)
    cell = page.sheet.cell(row, 2)
    if column is ENTITY:
        page.put(row, 2, str(given))
    else:
        page.open(row, 2, DAY if column.key == "submitted.date" else TEXT)
        cell.value = given  # type: ignore[assignment]
    page.across(row, 2, 3)
    if column.key == "submitted.date":
        choices.day(cell.coordinate)
    elif column.key == "illustrative":
        choices.one_of(cell.coordinate, YES if page.view.lang == "en" else ("是", "否"))


def _put(page: Page, row: int, label: Text) -> None:
    page.put(row, 1, label, bold=True, center=True)
    page.sheet.row_dimensions[row].height = 28


def _given(column: TableColumn, heading: FormHeading, view: View) -> object:
    """Return what a form already says under a column of the whole report."""
    given = {
        ENTITY: view.say(heading.entity.name),
        PERIOD: str(heading.period),
        REVISION: "1",
    }
    of_submission = {"submitted.by": heading.by, "submitted.date": heading.date, "illustrative": None}
    return given[column] if column in given else of_submission[column.key]


def _seal(page: Page, first: int, last: int) -> None:
    """Leave room for a seal beside the lines."""
    page.open(first, 3)
    page.fill(first, 3, SEAL)
    page.sheet.cell(first, 3).alignment = Alignment("center", "bottom")
    page.sheet.merge_cells(start_row=first, end_row=last, start_column=3, end_column=3)
