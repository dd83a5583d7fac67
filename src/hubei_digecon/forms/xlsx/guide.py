"""How to fill the form, in a few sentences on its cover."""

from ...load.tables.workbook.layout import GUIDE
from ...show.workbook.layout import height_of
from ...text import Text
from .page import Page

HOW = (
    Text(
        "白色格填写，灰色格不填。不要改动列名和工作表名，不要合并单元格、隐藏行列；完成值不要写成公式，日期写成日期。",
        "Fill white cells, leave grey ones. Keep headings and names of sheets as they are; merge and hide "
        "nothing; no formulas as values, and days as dates.",
    ),
    Text(
        "完成值照实填写，可带单位（如 1048.3亿元、31.2%），不得为达标而进位；写出的小数位即视为准确到该位。"
        "比重填百分数（填 31.2，不填 0.312）。定性任务在“完成值”中选择进展情况。"
        "没有数据的，写“未公布”“未统计”或“不适用”。",
        "Values as they are, with a unit or without (1048.3亿元, 31.2%), never rounded to reach a target; as "
        "many decimals as are written are taken to be known. A share is a percentage: 31.2, not 0.312. For a "
        "milestone choose how far it has come. Where there is no value: not_published, not_collected or "
        "not_applicable.",
    ),
    Text(
        "“数据所属期”与报告期相同的不填；不同的写年份（2024）或1月至某月（2025-M09）。“上年同期值”供对照，不作认定依据。",
        "figure_period: only where it is not that of the report, as in 2024 or 2025-M09. previous.value is "
        "for comparison; no target is judged by it.",
    ),
    Text(
        "数量类指标在表2逐项列出，计入清单的条件写在每张清单上方，没有内容的格留空或填“/”；项数与完成值不符的，不能认定。",
        "Counts: list in Table 2 what is counted; what makes an item count stands above each list, and what "
        "is not there is left blank or is “/”. Where list and value differ, nothing can be decided.",
    ),
    Text(
        "统一社会信用代码填18位，按文本填写；变成9.14201E+17的，已被改坏，把这一列设为文本后重填。",
        "Credit codes: 18 characters, as text; one that turned into 9.14201E+17 is spoiled: format the "
        "column as text and enter it again.",
    ),
    Text(
        "佐证材料在“佐证材料目录”中编号列出，表1填写编号。未完成的，写明原因、下一步措施和完成时限。",
        "Documents are listed with numbers in the sheet Documents; Table 1 gives the numbers. Where a target "
        "is missed, say why, what is done, and by when.",
    ),
    Text(
        "选中完成值一格，显示该指标的定义；目标值是公布的原文，不得改动。",
        "Select the cell of a value to see what the indicator means. Targets stand in their published words.",
    ),
    Text(
        "填好后核验：digecon check 文件名.xlsx；指出的问题都注明工作表和单元格。核验后打印，签字、盖章。",
        "Then judge it: digecon check FILE.xlsx; what it finds is told with sheet and cell. Print, sign and "
        "seal it after that.",
    ),
)

_SAID = Text("{number}. {sentence}", "{number}. {sentence}")


def write_guide(page: Page, row: int) -> None:
    """Write the sentences on a sheet, from a row on."""
    page.title(row, GUIDE.name, size=13)
    for number, sentence in enumerate(HOW, 1):
        said = _SAID.format(number=number, sentence=sentence)
        height = height_of([page.view.say(said)], [sum(page.widths)])
        page.note(row + number, said, height)
