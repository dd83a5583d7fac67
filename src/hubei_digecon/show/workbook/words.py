"""The words of the workbook itself. What it says of reports has the words of every other format."""

from ...shapes.columns import CHANGES as CHANGES
from ...shapes.columns import CHARTS as CHARTS
from ...shapes.columns import DIAGNOSTICS as DIAGNOSTICS
from ...shapes.columns import EVIDENCE as EVIDENCE
from ...shapes.columns import FINDINGS as FINDINGS
from ...shapes.columns import NOT_COUNTED as NOT_COUNTED
from ...shapes.columns import NOTES as NOTES
from ...shapes.columns import OPINIONS as OPINIONS
from ...shapes.columns import OVERVIEW as OVERVIEW
from ...shapes.columns import POINTS as POINTS
from ...shapes.columns import SCHEDULE as SCHEDULE
from ...shapes.columns import SUMMARY as SUMMARY
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
NEEDED = Text("需补充内容", "Needed")
NEEDED_FROM = Text("由谁提供", "Needed from")
NEEDED_AT = Text("填写位置", "Where it goes")
TOLD = Text("填报说明", "What the submitter says")
WORDING = Text("目标原文", "Words of the target")
DOCUMENT = Text("出处", "Document")
PARAGRAPH = Text("段落", "Paragraph")
DUE = Text("目标年", "Due")
PLACE = Text("位置", "Place in the file")
SEVERITY = Text("程度", "Severity")
DIAGNOSTIC = Text("问题标识", "Diagnostic")
SAID = Text("问题说明", "What it says")
FIX = Text("处理办法", "How to fix it")
AT = Text("所在的键", "Key")
MEAN = Text("平均实现程度", "Mean attainment")
LOWER = Text("下限", "Lower bound")
UPPER = Text("上限", "Upper bound")
LARGEST_GAP = Text("该项差距", "By how much")
INDICATOR = Text("指标名称", "Indicator")
GROWTH = Text("增速口径", "Kind of growth")
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
PAGES = Text("第&P页，共&N页", "Page &P of &N")
CUT = Text("……（单元格容纳不下，以下从略）", "… (cut here: a cell holds no more)")
LEFT_OUT = Text(
    "工作表容纳不下，此处起{number}行从略；全部内容见JSON或CSV格式。",
    "Rows left out, since a sheet holds no more: {number}. The formats JSON and CSV have all of them.",
)
MORE = Text(
    "此处容纳不下，另有{number}条从略，见本工作簿后面各表。",
    "Left out here for want of room: {number}. The sheets that follow have all of them.",
)
NUMBERED = Text("{number}．{text}", "{number}. {text}")
OPINION_ON = Text("{name}{period}数字经济目标核验意见", "{name}, {period}: digital-economy targets")
TOLD_AS = Text("{severity}：{message}。{fix}。", "{severity}: {message}. {fix}.")
PRINTED = Text("打印", "Print")
PRINTED_ONLY = Text(
    "前面的意见和汇总表供打印；其余各表供查阅和计算，未设打印内容，需要打印时清除其打印区域。",
    "The sheets in front are for print. The others are for looking up and reckoning, and have nothing in "
    "print; clear their print areas to print them.",
)
SAID_OF = Text("{name}：{told}", "{name}: {told}")
BY_PLACE = Text("各单位完成情况", "Findings by place")
