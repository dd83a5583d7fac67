"""The sentences of the page itself; what it says of reports is told by the same words as everywhere."""

from ...text import Text

TITLE = Text("湖北省数字经济目标核验意见", "Digital-economy targets of Hubei: assessment")
BOARD_TITLE = Text("湖北省数字经济目标完成情况汇总", "Digital-economy targets of Hubei: scoreboard")
OPINION = Text("核验意见书", "Assessment")
RETURNED = Text("退回重报通知", "Returned: not assessed")
UNKNOWN_PLACE = Text("未能识别的考核对象", "Unknown place")

AS_OF = Text("核验基准日", "As of")
PERIOD = Text("报告期", "Period")
PLACE = Text("考核对象", "Place")
REVISION = Text("报送次数", "Revision")
REPORTS = Text("报告数", "Reports")
FILE = Text("报告文件", "Report file")
VERSION = Text("核验工具", "Tool")
EVIDENCE = Text("最低佐证要求", "Weakest evidence accepted")
WAIVERS = Text("不纳入考核的批准", "Waivers")
HEEDED = Text("计入", "heeded")
NOT_HEEDED = Text("不计", "not heeded")
DIGEST = Text("报告SHA-256", "SHA-256 of the report")
NO_DIGEST = Text("未能读取", "not read")

TABLE = Text("逐项核验结果", "Findings")
WANTED = Text("目标值（原文）", "Target (in its words)")
REPORTED = Text("自报值", "Reported")
VERIFIED = Text("核定值", "Verified")
DECIDED = Text("认定值", "Decided on")
WHERE = Text("{document}第{paragraph}段", "{document}, paragraph {paragraph}")
CITED = Text("目标原文：“{wording}”，{where}。", "Words of the target: “{wording}”, {where}.")

CHART = Text("实现程度", "Attainment")
LEGEND = Text(
    "条和圆点为认定值与目标值之比，竖线为目标值（100%），细横线为认定值可能的范围，箭头表示超出图幅。",
    "Bar and dot: the value decided on ÷ the target; upright line: the target (100%); thin line: where the "
    "value may lie; arrow: beyond the chart.",
)
TRACK = Text("{name}：{outcome}", "{name}: {outcome}")
OF_TARGET = Text(
    "目标值{required}，认定值{decided}，完成率{rate}。",
    "Target {required}, decided on {decided}, attainment {rate}.",
)
MAY_LIE = Text(
    "目标值{required}，认定值可能在{interval}。", "Target {required}; the value may lie in {interval}."
)
RANGE = Text("可能的范围：{interval}。", "It may lie in {interval}.")
NO_VALUE = Text(
    "目标值{required}，没有可以认定的数值。", "Target {required}; there is no value to hold against it."
)
NO_NUMBER = Text("没有可以认定的数值", "no value to decide on")

REASONS = Text("核验意见", "Findings in words")
REMARKS = Text("填报问题", "Remarks on the file")
BESIDE = Text("报告以外的文件", "Files beside the reports")
BASIS = Text("核验依据", "What it rests on")
SIGNATURES = Text("签章", "Signatures")
SUBMITTER = Text("填报单位（盖章）", "Submitter (seal)")
ASSESSOR = Text("核验人", "Assessor")
CHECKER = Text("复核人", "Second assessor")
DATE = Text("日期", "Date")
DISCLAIMER = Text("不代表主管部门考核结论。", "This is not the conclusion of the competent authority.")
DISCLAIMED = Text(
    "本意见由开源工具按公布的目标原文和填报材料作出，不代表主管部门考核结论。",
    "Made by an open-source tool from the published words of the targets and what was handed in; it is not "
    "the conclusion of the competent authority.",
)

OVERVIEW = Text("完成情况汇总表", "Summary")
CONTENTS = Text("目录", "Contents")
SKIP = Text("跳到正文", "Skip to the content")
DIGESTS = Text("所读文件及其SHA-256", "Files read, and their SHA-256")
SORT = Text("类别", "Sort")
PATH = Text("文件", "File")
TARGETS_FILE = Text("目标文件", "target file")
REVIEW_FILE = Text("复核文件", "review")
REPORT_FILE = Text("报告", "report")
WEIGHTS_FILE = Text("权重文件", "weights file")
DOCUMENT_FILE = Text("佐证材料", "document")
OF_TABLE = Text("{caption}（可左右滚动）", "{caption} (scrolls sideways)")
LANGUAGE = Text("语言", "Language")

UNIT = Text("单位", "Place")
VERDICT = Text("总体结论", "Verdict")
KIND = Text("类别", "Kind")
MEAN = Text("平均实现程度（下限—上限）", "Mean attainment (lower–upper bound)")
LARGEST = Text("差距最大指标", "Largest gap")
CHANGE = Text("较上年同期", "Change on earlier")
RANK = Text("位次（非官方）", "Rank (unofficial)")
INTERVAL = Text("位次区间", "Interval of the rank")
COVERAGE = Text("数据覆盖率", "Coverage")
NOT_REPORTED = Text("未报送", "no report")
UNREAD = Text("无法读取", "unread")
ILLUSTRATIVE = Text("示例", "illustrative")
INTERIM = Text("阶段性结论", "interim")
OF_RANGE = Text("{mean}（{low}—{high}）", "{mean} ({low}–{high})")
BOUNDS = Text("（{low}—{high}）", "({low}–{high})")
POINTS = Text("{number}个百分点", "{number} pp")
AMONG = Text("{rank}/{among}", "{rank} of {among}")
RANKS_BETWEEN = Text("{low}—{high}", "{low}–{high}")
EARLIER = Text("{mean}（同{targets}项，对比{period}）", "{mean} (over {targets} targets, since {period})")
GAP_OF = Text("{name} {gap}（{rate}）", "{name} {gap} ({rate})")
UNPUBLISHED = Text(
    "通知点名{named}个对象，其中{unpublished}个的目标未见公布，不在表中。",
    "The documents name {named} places; the targets of {unpublished} of them are not published, and they are "
    "not in the table.",
)
WHY_NOT = Text("{kind}：{why}", "{kind}: {why}")

LABELS = {
    "reasons": REASONS,
    "remarks": REMARKS,
    "beside": BESIDE,
    "basis": BASIS,
    "signatures": SIGNATURES,
    "submitter": SUBMITTER,
    "assessor": ASSESSOR,
    "checker": CHECKER,
    "date": DATE,
    "disclaimer": DISCLAIMER,
    "disclaimed": DISCLAIMED,
    "contents": CONTENTS,
    "skip": SKIP,
    "digests": DIGESTS,
    "sort": SORT,
    "path": PATH,
    "file": FILE,
    "verdict": VERDICT,
}
"""The words that the templates themselves set, by the names they have there."""
