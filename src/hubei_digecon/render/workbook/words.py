"""The words of the workbook itself; what it says of reports is told in the words of every other format."""

from ...result_sheets import CHANGES as CHANGES
from ...result_sheets import FINDINGS as FINDINGS
from ...result_sheets import NOTES as NOTES
from ...result_sheets import REMARKS as REMARKS
from ...result_sheets import SUMMARY as SUMMARY
from ...text import Text

ILLUSTRATIVE = Text("示例", "Illustrative")
INTERIM = Text("是否阶段性", "Interim")
ALL = Text("应核验项数", "Targets")
JUDGED = Text("已认定项数", "Judged")
ERRORS = Text("错误数", "Errors")
WARNINGS = Text("疑点数", "Warnings")
COMPARATOR = Text("比较方式", "Comparator")
TARGET = Text("目标值", "Target")
STRETCH = Text("上限或力争目标", "Upper end or stretch")
UNIT = Text("计量单位", "Unit")
REASONS = Text("理由", "Reasons")
NEEDED = Text("需补正内容", "Needed")
NEEDED_FROM = Text("由谁提供", "Needed from")
NEEDED_AT = Text("填写位置", "Where it goes")
TOLD = Text("填报说明", "What the submitter says")
WORDING = Text("目标原文", "Words of the target")
DOCUMENT = Text("出处", "Document")
PARAGRAPH = Text("段落", "Paragraph")
DUE = Text("目标年份", "Due")
PLACE = Text("位置", "Place in the file")
SEVERITY = Text("程度", "Severity")
REMARK = Text("问题标识", "Remark")
SAID = Text("问题说明", "What it says")
MEND = Text("改正办法", "How to mend it")
AT = Text("所在的键", "Key")
MEAN = Text("平均实现程度", "Mean attainment")
LOWER = Text("下限", "Lower bound")
UPPER = Text("上限", "Upper bound")
LARGEST_GAP = Text("该项差距", "By how much")
INDICATOR = Text("指标名称", "Indicator")
EARLIER_PERIOD = Text("上一期", "Earlier period")
EARLIER_VALUE = Text("上一期数值", "Earlier value")
PERIOD_NOW = Text("本期", "Period")
VALUE_NOW = Text("本期数值", "Value")
DIFFERENCE = Text("增减", "Difference")
EARLIER_FILE = Text("上一期报告", "Earlier report")
RANKED = Text("参加排位个数", "Places ranked")
RANK_LOW = Text("位次区间起", "Rank from")
RANK_HIGH = Text("位次区间止", "Rank to")

DIGEST = Text.same("SHA-256")
ITEM = Text("项目", "Item")
CONTENT = Text("内容", "Content")
IN_ALL = Text("总体结论", "In all")
DISCLAIMED = Text("声明", "Please note")
VALUES = Text("数值", "Numbers")
UNITS = Text(
    "数值以“计量单位”一栏的单位存储；比重之差的单位是百分点；"
    "完成率是认定值除以目标值，要求不超过或低于的，是目标值除以认定值。"
    "有效数字超过15位的数存为文本，一位不少。",
    "Numbers are stored in the unit of the column “Unit”; differences of shares are in percentage points; "
    "the rate is decided on ÷ required, or the inverse where the target must not be exceeded. A number of "
    "more than 15 digits is stored as text, with all of them.",
)
READ = Text("所读文件：{sort}", "File read: {sort}")
POINTS = Text("百分点", " pp")
PAGES = Text("第&P页，共&N页", "Page &P of &N")
CUT = Text("……（单元格容纳不下，以下从略）", "… (cut here: a cell holds no more)")
LEFT_OUT = Text(
    "工作表容纳不下，此处起{number}行从略；全部内容见JSON或CSV格式。",
    "Rows left out, since a sheet holds no more: {number}. The formats JSON and CSV have all of them.",
)
