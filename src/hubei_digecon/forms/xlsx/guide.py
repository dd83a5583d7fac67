"""The guide: how to fill the form, and what each indicator means, in the words of the published notice."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment

from ...load.tables.workbook.layout import GUIDE, NUMBER
from ...render.explain import Line
from ...render.view import View
from ...render.workbook.layout import height_of
from ...text import Text
from .. import Asked
from .page import Page, Shown

HOW = (
    Text(
        "封面：核对考核对象、报告期，填写填报单位、填报日期，核对报送次数；打印后签字、盖章。",
        "Cover: look at place and period; give the office and the day; look at the number of the submission. "
        "Sign it in print.",
    ),
    Text(
        "完成值：照实填写，可带单位（如 1048.3亿元、31.2%）；小数位按实际有的填，"
        "写出的小数位即视为准确到该位。比重填百分数，不填小数（填 31.2，不填 0.312）。",
        "Values: as they are, with a unit or without (1048.3亿元, 31.2%); as many decimals as are written "
        "are taken to be known. A share is a percentage: 31.2, not 0.312.",
    ),
    Text(
        "数据所属期：与报告期相同的不填；不同的写年份（2024）或1月至某月（2025-M09）。",
        "Period of a figure: only where it is not that of the report, as in 2024 or 2025-M09.",
    ),
    Text(
        "数据性质、统计口径、统计方式：从选项中选择；未注明的，核验时列为疑点。",
        "Status, scope and counting: choose one; what is not stated is remarked on.",
    ),
    Text(
        "数量类指标：在表2逐项列出；计入清单的条件写在每张清单上方，没有内容的格留空或填“/”；"
        "项数与完成值不符的，不能认定。",
        "Counts: list in Table 2 what is counted; what makes an item count stands above each list, and what "
        "is not there is left blank or is “/”. Where list and value differ, nothing can be decided.",
    ),
    Text(
        "基期值和基期年份要填就都填；佐证材料每项一行（在格内换行）。",
        "Base: give year and value, or neither. Evidence: a line each, within the cell.",
    ),
    Text(
        "统一社会信用代码：填18位，按文本填写；变成9.14201E+17的，已被改坏，把这一列设为文本后重填。",
        "Credit codes: 18 characters, as text; one that turned into 9.14201E+17 is spoiled: format the "
        "column as text and enter it again.",
    ),
    Text(
        "不要改动列名、工作表名和灰色格，不要合并单元格，不要隐藏行列；值不要写成公式，日期写成日期。",
        "Leave headings, names of sheets and grey cells as they are; merge and hide nothing; no formulas as "
        "values, and days as dates.",
    ),
    Text(
        "填好后核验：digecon check 文件名.xlsx。指出的问题都注明工作表和单元格。",
        "Then judge it: digecon check FILE.xlsx. What it finds is told with sheet and cell.",
    ),
)
MEANING = Text("指标说明", "What the indicators mean")
COLUMNS = (
    Shown(NUMBER, 6),
    Shown(Text("指标", "Indicator"), 30),
    Shown(Text("项目", "Item"), 20),
    Shown(Text("内容", "Content"), 88),
)
PURPOSE = Text("要求", "Required")

_SAID = Text("{number}. {sentence}", "{number}. {sentence}")


def write(workbook: Workbook, asked: Sequence[Asked], view: View) -> None:
    """Add the guide to a workbook."""
    widths = [one.width for one in COLUMNS]
    page = Page(workbook, view.say(GUIDE.name), view, widths)
    page.title(1, GUIDE.name)
    row = 1
    for number, sentence in enumerate(HOW, 1):
        row += 1
        said = _SAID.format(number=number, sentence=sentence)
        page.note(row, said, height_of([view.say(said)], [sum(widths)]) or 17)
    row += 2
    page.title(row, MEANING, size=13)
    row += 1
    page.headings(row, COLUMNS, fixed=0)
    for number, one in enumerate(asked, 1):
        row = _explain(page, row, number, one)


def _explain(page: Page, row: int, number: int, one: Asked) -> int:
    """Write what there is to say of an indicator below ``row``; return the last row."""
    first = row + 1
    for row, line in enumerate((Line(PURPOSE, one.purpose), *one.lines), first):
        words = line.words if isinstance(line.words, Text) else Text.same(line.words)
        page.put(row, 3, line.label)
        page.put(row, 4, words)
        height = height_of([page.view.say(words)], [COLUMNS[3].width])
        page.sheet.row_dimensions[row].height = height or 17
    for column, words in ((1, Text.same(str(number))), (2, one.indicator.name)):
        page.put(first, column, words, center=column == 1)
        page.sheet.cell(first, column).alignment = Alignment("left", "top", wrap_text=True)
        page.sheet.merge_cells(start_row=first, end_row=row, start_column=column, end_column=column)
    return row
