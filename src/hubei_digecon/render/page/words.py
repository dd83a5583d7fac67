"""The sentences of the page itself; what it says of reports is told in the words of every other format."""

from ...text import Text

TITLE = Text("湖北省数字经济目标核验意见", "Digital-economy targets of Hubei: assessment")
BOARD_TITLE = Text("湖北省数字经济目标完成情况汇总", "Digital-economy targets of Hubei: scoreboard")
OPINION = Text("核验意见书", "Assessment")
RETURNED = Text("退回重报通知书", "Returned, not assessed")

PERIOD = Text("报告期", "Period")
REVISION = Text("报送次数", "Revision")
AS_OF = Text("核验基准日", "As of")
REPORTS = Text("报告数", "Reports")
FILE = Text("报告文件", "Report file")
TOOL = Text("核验工具", "Tool")
EVIDENCE = Text("最低佐证要求", "Weakest evidence accepted")
WAIVERS = Text("不纳入考核批准", "Waivers")
HEEDED = Text("计入", "heeded")
NOT_HEEDED = Text("不计", "not heeded")
DIGEST_OF = Text("{sort} {name} SHA-256", "SHA-256 of {sort} {name}")
NOT_READ = Text("未能读取", "it could not be read")

TABLE = Text("逐项核验结果", "Findings")
WANTED = Text("目标值（原文）", "Target (its words)")
REPORTED = Text("自报值", "Reported")
VERIFIED = Text("核定值", "Verified")
DECIDED = Text("认定值", "Decided on")
QUOTED = Text("“{wording}”", "“{wording}”")
CITED = Text(
    "原文“{wording}”，见〔{number}〕第{paragraph}段。",
    "Its words: “{wording}”, in [{number}], paragraph {paragraph}.",
)
NUMBERED = Text("〔{number}〕{document}", "[{number}] {document}")
SOURCES = Text("目标出处", "Where the targets stand")

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
SUBMITTER = Text("填报单位（盖章）", "Submitter (seal)")
ASSESSOR = Text("核验人", "Assessor")
CHECKER = Text("复核人", "Second assessor")
DATE = Text("日期", "Date")
DISCLAIMER = Text("不代表主管部门考核结论", "Not the conclusion of the competent authority")
MADE_FROM = Text(
    "本页由开源工具按公布的目标原文和填报材料生成，不代表主管部门考核结论。",
    "Made by an open-source tool from the published words of the targets and what was handed in; it is not "
    "the conclusion of the competent authority.",
)

OVERVIEW = Text("总体情况", "Summary")
CONTENTS = Text("目录", "Contents")
SKIP = Text("跳到正文", "Skip to the content")
BASIS = Text("核验依据", "What it rests on")
DIGESTS = Text("所读文件及其SHA-256", "Files read, and their SHA-256")
SORT = Text("类别", "Sort")
PATH = Text("文件", "File")
OF_TARGETS = Text("目标文件", "target file")
OF_REVIEW = Text("复核文件", "review")
OF_REPORT = Text("报告", "report")
OF_EARLIER = Text("用作比较的上一份报告", "earlier report, compared with")
OF_WEIGHTS = Text("权重文件", "weights file")
OF_DOCUMENT = Text("佐证材料", "document")
LANGUAGE = Text("语言 Language", "Language 语言")
OWN_NAME = Text("中文", "English")
FROM_WHERE = Text("{sentence}（{path}）", "{sentence} ({path})")

LABELS = {
    "submitter": SUBMITTER,
    "assessor": ASSESSOR,
    "checker": CHECKER,
    "date": DATE,
    "disclaimer": DISCLAIMER,
    "made_from": MADE_FROM,
    "contents": CONTENTS,
    "skip": SKIP,
    "basis": BASIS,
    "digests": DIGESTS,
    "file": FILE,
}
"""The words that the templates themselves set, by the names they have there."""
