"""Table 3: the targets that are no numbers, and how far each has come."""

from collections.abc import Sequence

from openpyxl import Workbook

from ...load.tables.columns import BY_KEY, INDICATOR, VALUE
from ...load.tables.workbook.layout import MILESTONES, NUMBER
from ...render.view import View
from ...text import Text
from .. import Asked
from .choices import Choices
from .page import Page, Shown

NOTE = Text(
    "进展情况从选项中选择；“已实现”须附佐证材料，由评估方认定。佐证材料每行一项。",
    "Choose how far each has come; what is achieved needs documents, and the assessor attests it.",
)
STATE = Text("进展情况", "state")

COLUMNS = (
    Shown(NUMBER, 6),
    Shown(INDICATOR.heading, 36, INDICATOR),
    Shown(BY_KEY["target"].heading, 20, BY_KEY["target"]),
    Shown(STATE, 14, VALUE),
    *(
        Shown(BY_KEY[key].heading, width, BY_KEY[key])
        for key, width in (("evidence", 36), ("deviation.cause", 30), ("explanation", 30))
    ),
)
"""What stands in the table, from the left, and how wide it is."""

_TOP = 3


def write(workbook: Workbook, asked: Sequence[Asked], view: View) -> None:
    """Add the table to a workbook."""
    page = Page(workbook, view.say(MILESTONES.name), view, [one.width for one in COLUMNS])
    choices = Choices(page.sheet, view)
    page.title(1, MILESTONES.name)
    page.note(2, NOTE)
    page.headings(_TOP, COLUMNS, fixed=2)
    for number, one in enumerate(asked, 1):
        row = _TOP + number
        page.put(row, 1, str(number), center=True)
        page.put(row, 2, one.indicator.name)
        page.put(row, 3, one.targets[0].source.wording if one.targets else "", center=True)
        for at in range(4, len(COLUMNS) + 1):
            page.open(row, at, center=at == 4)
        choices.words(page.sheet.cell(row, 4).coordinate, "state")
        page.sheet.row_dimensions[row].height = 54
