"""The sentences of the page itself. What it says of reports has the words of every other format."""

from ...text import Text
from ..document import SUMMARY

TITLE = Text("湖北省数字经济目标核验意见", "Digital-economy targets of Hubei: assessment")
BOARD_TITLE = Text("湖北省数字经济目标完成情况汇总", "Digital-economy targets of Hubei: scoreboard")
OPINION = Text("核验意见", "Assessment")
DRAFT = Text("初审意见（系统比对）", "First assessment (by the program alone)")
RETURNED = Text("退回重报通知书", "Returned, not assessed")

PERIOD = Text("报告期", "Period")
REVISION = Text("第几次报送", "Revision")
AS_OF = Text("核验基准日", "As of")
REPORTS = Text("报告数", "Reports")
FILE = Text("报告文件", "Report file")
JUDGED_BY = Text("依据文件", "Judged by")
TOOL = Text("核验工具", "Tool")
EVIDENCE = Text("最低佐证要求", "Weakest evidence accepted")
WAIVERS = Text("经批准不纳入", "Waivers")
HEEDED = Text("计入", "heeded")
NOT_HEEDED = Text("不计", "not heeded")
NOT_READ = Text("未能读取", "it could not be read")
SETTING = Text("{name}：{value}", "{name}: {value}")

NOTHING = "–"
"""Stands for what is not known."""

TABLE = Text("指标完成情况表", "Findings")
WANTED = Text("目标值（原文）", "Target (its words)")
REPORTED = Text("自报值", "Reported")
VERIFIED = Text("核定值", "Verified")
DECIDED = Text("认定值", "Decided on")
QUOTED = Text("“{wording}”", "“{wording}”")
CITED = Text(
    "原文“{wording}”，见〔{number}〕{standing}。",
    "Its words: “{wording}”, in [{number}], {standing}.",
)
NUMBERED = Text("〔{number}〕{document}", "[{number}] {document}")
OPINIONS = Text("逐项核验意见", "Findings in words")
GROUNDS = Text("口径说明与目标依据", "What it rests on")
NEEDED = Text("需补充的材料", "What is needed")
NEEDED_BY = Text("{name}：由{by}{what}", "{name}: from {by}, {what}")
WHERE_NEEDED = Text("填写位置：{called}", "Where it goes: {called}")

CHART = Text("实现程度", "Attainment")
LEGEND = Text(
    "条长和圆点：认定值÷目标值（要求不超过或低于的，目标值÷认定值）；竖线：目标值（100%）；细线：可能的范围；箭头：超出图幅。",
    "Bar and dot: decided on ÷ required (of what must not be exceeded, required ÷ decided on); upright line: "
    "required (100%); thin line: where the value may lie; "
    "arrow: beyond the chart.",
)
TRACK = Text("{name}：{outcome}", "{name}: {outcome}")
ON_VALUE = Text(
    "目标值{required}，认定值{decided}，完成率{rate}。",
    "Required {required}; decided on {decided}; attainment {rate}.",
)
ON_NOTHING = Text("目标值{required}，没有认定值。", "Required {required}; decided on nothing.")
IN_RANGE = Text("可能的范围：{interval}。", "It may lie in {interval}.")
READING = Text("{decided}／{required}（{rate}）", "{decided} / {required} ({rate})")
NOT_DECIDED = Text("无认定值／{required}", "no value / {required}")

MESSAGE = Text("{name}（{outcome}）", "{name} ({outcome})")
ASSESSOR = Text("核验人", "Assessor")
CHECKER = Text("复核人", "Second assessor")
ASSESSING = Text("核验单位（盖章）", "Assessing office (seal)")
DATE = Text("日期", "Date")
CONFIRMED = Text("确认", "Acknowledged")
AGREED = Text("□无异议", "□ no objection")
OBJECTED = Text("□有异议（理由及材料另附）", "□ objection (reasons and documents attached)")
SUBMITTER = Text("填报单位（盖章）", "Submitter (seal)")
DISCLAIMER = Text("不代表主管部门考核结论", "Not the conclusion of the competent authority")
MADE_FROM = Text(
    "本页由开源工具按公布的目标原文和填报材料生成，不代表主管部门考核结论。",
    "Made by an open-source tool from the published words of the targets and what was handed in; it is not "
    "the conclusion of the competent authority.",
)

OVERVIEW = Text("各报告核验情况", "All reports")
CONTENTS = Text("目录", "Contents")
SKIP = Text("跳到正文", "Skip to the content")
MORE_PROBLEMS = Text("另有{number}处，见各单位的意见。", "{number} more, in the opinion on each place.")
OVER_TIME = Text("历年进展", "Over the years")
SEARCH = Text("查找", "Search")
ALL = Text("全部", "all")
RESET = Text("恢复原序", "Reset")
SHOWN = Text("显示#行，共#行", "# of # rows shown")
"""The script puts numbers in place of the two signs."""
APPENDIX = Text(
    "附录：审核编号、所读文件及其摘要值", "Appendix: ids of diagnostics, files read and their digests"
)
NAMED_IDS = Text("数据审核情况的编号和位置", "Ids and places of the diagnostics")
NUMBER = Text("序号", "No")
PLACE = Text("位置", "Place")
DIAGNOSTIC_ID = Text("审核编号", "Id")
DIGESTS = Text("所读文件及其SHA-256", "Files read, and their SHA-256")
SORT = Text("类别", "Sort")
PATH = Text("文件", "File")
OF_TARGETS = Text("目标文件", "target file")
OF_REVIEW = Text("复核意见", "review")
OF_REPORT = Text("报告", "report")
OF_REGISTER = Text("名录", "register")
OF_HISTORY = Text("往期报告", "earlier report")
OF_EARLIER = Text("用作比较的上一份报告", "earlier report, compared with")
OF_WEIGHTS = Text("权重文件", "weights file")
OF_DOCUMENT = Text("佐证材料", "document")
LANGUAGE = Text("语言 Language", "Language 语言")
OWN_NAME = Text("中文", "English")
FROM_WHERE = Text("{sentence}（{path}）", "{sentence} ({path})")

LABELS = {
    "assessor": ASSESSOR,
    "checker": CHECKER,
    "assessing": ASSESSING,
    "date": DATE,
    "confirmed": CONFIRMED,
    "agreed": AGREED,
    "objected": OBJECTED,
    "submitter": SUBMITTER,
    "disclaimer": DISCLAIMER,
    "made_from": MADE_FROM,
    "contents": CONTENTS,
    "skip": SKIP,
    "over_time": OVER_TIME,
    "appendix": APPENDIX,
    "search": SEARCH,
    "all": ALL,
    "reset": RESET,
    "shown": SHOWN,
    "summary": SUMMARY,
}
"""The words that templates use, by the names that they have there."""
