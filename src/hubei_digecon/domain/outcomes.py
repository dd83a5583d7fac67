"""The closed lists of what judging gives: outcomes, verdicts, grades of evidence, reasons and flags."""

import enum
from collections.abc import Mapping

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Closed, Text


@shown_briefly
class Outcome(Closed):
    """The outcome for one target. Each way of not knowing has its own outcome."""

    MET = "met", Text("完成", "met"), Text("达到目标值", "The published target is met")
    MISSED = (
        "missed",
        Text("未完成", "missed"),
        Text("未达到目标值", "The published target is missed"),
    )
    UNDECIDED = (
        "undecided",
        Text("待核定", "undecided"),
        Text("现有材料不足以认定", "What was handed in does not settle it"),
    )
    NO_DATA = "no_data", Text("未填报", "no data"), Text("未填报该项指标", "No value was reported")
    NOT_DUE = (
        "not_due",
        Text("未到期", "not due"),
        Text("目标年未到，暂不认定", "The target is not due yet, so nothing is decided"),
    )
    WAIVED = (
        "waived",
        Text("经批准不纳入", "waived"),
        Text("经批准不纳入考核", "Taken out of assessment by approval"),
    )

    def __init__(self, id: str, term: Text, sentence: Text) -> None:
        self.id, self.term, self.sentence = id, term, sentence


OF_MILESTONES: Mapping[Outcome, Text] = {
    Outcome.MET: Text("达到目标要求", "The published target is met"),
    Outcome.MISSED: Text("未达到目标要求", "The published target is missed"),
}
"""How the sentence of an outcome reads of a milestone, which states no number."""


@shown_briefly
class Verdict(Closed):
    """The verdict on a whole report. The first that holds counts, in this order except for the last two."""

    INVALID = (
        "invalid",
        Text("退回重报（材料无法读取或不合格式）", "invalid (it cannot be read, or not as a report)"),
        Text("材料无法读取或不合格式，未作核验", "It cannot be read, or not as a report; nothing was judged"),
    )
    NONCOMPLIANT = (
        "noncompliant",
        Text("未全部完成", "noncompliant"),
        Text("应核验的目标中有未完成的", "At least one of the targets that weigh is missed"),
    )
    INCOMPLETE = (
        "incomplete",
        Text("待补充核实", "incomplete"),
        Text(
            "没有未完成的，但有待核定或未填报的，或填报内容有错误，或没有一项完成",
            "Nothing is missed, but something is undecided or without data, or the report has an error, "
            "or nothing is met",
        ),
    )
    PENDING = (
        "pending",
        Text("未到期", "pending"),
        Text(
            "没有未完成或待核定的，但有目标未到期",
            "Nothing is missed or undecided, but a target is not due yet",
        ),
    )
    COMPLIANT = (
        "compliant",
        Text("全部完成", "compliant"),
        Text(
            "至少一项完成，其余均完成或经批准不纳入考核",
            "At least one target is met, and every other one that weighs is met or waived",
        ),
    )

    def __init__(self, id: str, term: Text, sentence: Text) -> None:
        self.id, self.term, self.sentence = id, term, sentence


@shown_briefly
class Grade(enum.Enum):
    """What backs an observation, weakest first. ``rank`` is the position in that order."""

    CLAIMED = (
        "claimed",
        Text("仅自报", "claimed"),
        Text("没有注明来源，也没有佐证材料", "No source and no document stands behind it"),
    )
    CITED = (
        "cited",
        Text("已注明来源", "cited"),
        Text(
            "注明了来源，没有佐证材料；没有清单的数量指标（以万、亿计的除外），有佐证材料的也只到此级",
            "A source is named, and no document; a count without a list is never more than this, but where "
            "it is in 万 or 亿",
        ),
    )
    DOCUMENTED = (
        "documented",
        Text("已附佐证材料", "documented"),
        Text(
            "注明了佐证材料，或清单每一项都注明了材料",
            "A document is named, for the figure or for every item behind it",
        ),
    )
    VERIFIED = (
        "verified",
        Text("已核实", "verified"),
        Text(
            "由核验单位在复核意见中核定或认定", "It stands in a review: the assessor verified or attested it"
        ),
    )

    def __init__(self, id: str, term: Text, sentence: Text) -> None:
        self.id, self.term, self.sentence = id, term, sentence
        self.rank = len(type(self).__members__)

    def below(self, other: "Grade") -> bool:
        """Whether this grade is weaker than ``other``."""
        return self.rank < other.rank


def grade_of(id: str) -> Grade:
    """Return a grade of evidence by its id.

    Raises:
        ValueError: if there is none.
    """
    grades = {grade.id: grade for grade in Grade}
    if id not in grades:
        raise ValueError(f"{id} is no grade of evidence")
    return grades[id]


@shown_briefly
class Party(enum.Enum):
    """Who can give what is needed."""

    SUBMITTER = "submitter", Text("填报单位", "the submitter")
    ASSESSOR = "assessor", Text("核验单位", "the assessor")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class Reason(Closed):
    """Why a finding is as it is: an id and a term for tables. ``judging.reason_sentences`` says it."""

    EARLY = "early", Text("提前达到目标水平", "early")
    WITHIN_STRETCH = "within_stretch", Text("达到目标下限，未达上限（或力争目标）", "within stretch")
    REACHED_STRETCH = "reached_stretch", Text("达到上限（或力争目标）", "stretch reached")
    AT_LINE = "at_line", Text("与目标值持平", "exactly on the line")
    PART_YEAR = "part_year", Text("非全年数据，不能认定全年目标", "part of a year")
    ESTIMATED = "estimated", Text("预计数，不作认定依据", "estimated")
    HEDGED = "hedged", Text("概数，不足以认定", "hedged")
    RECOMPUTED = "recomputed", Text("按分项复算", "recomputed")
    DERIVED = "derived", Text("未填报，按分项计算", "derived")
    INCONSISTENT = "inconsistent", Text("与分项数据不匹配，超出修约误差", "inconsistent")
    SHARE_ABOVE_WHOLE = (
        "share_above_whole",
        Text("比重超过100%，部分不能大于整体", "share above the whole"),
    )
    MAGNITUDE = "magnitude", Text("数值量级异常，请核对计量单位", "magnitude not credible")
    COUNTED = "counted", Text("按清单逐项核计", "counted")
    ITEM_COUNT = "item_count", Text("清单项数与填报数不符", "item count differs")
    REGISTERED = "registered", Text("按名录核计", "by the register")
    REGISTER_OPEN = "register_open", Text("按名录不能认定", "register leaves it open")
    NO_TOLERANCE = "no_tolerance", Text("原文未给出容差，不作认定", "no tolerance stated")
    EVIDENCE = "evidence", Text("佐证材料不足", "not enough evidence")
    UNATTESTED = "unattested", Text("未经核验单位认定", "unattested")
    SCOPE = "scope", Text("统计口径或范围不符", "another scope")
    BASE_UNSTATED = "base_unstated", Text("未明确起算时间", "base date unstated")
    NO_BASE_PERIOD = "no_base_period", Text("未写明对比的基期", "no base period")
    ADJUSTED = "adjusted", Text("按核定值认定", "adjusted")
    AFTER_DUE = "after_due", Text("报告期晚于目标年", "after the due year")
    LATE = "late", Text("逾期完成", "late")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


BY_ITEMS = (Reason.COUNTED, Reason.REGISTERED)
"""Reasons that tell that a count rests on its items, listed or in a register."""

READING_SENSITIVE = Text("目标表述有不同理解，结论因理解而异", "The reading of the wording decides")
ROUNDING_SENSITIVE = Text("临界值，修约影响结论", "On the edge, where rounding decides")
INTERIM = Text("阶段性结论", "interim")


class Flag(NamedTuple):
    """A mark on a finding or a verdict beside its reasons: a term for tables, and a sentence."""

    id: str
    term: Text
    sentence: Text


FLAGS = (
    Flag(
        "reading_sensitive",
        READING_SENSITIVE,
        Text(
            "原文的两种理解结论不同：按第一种认定，并说明另一种会是什么结论",
            "The two readings of the words part: the first decides, and the finding tells what the other "
            "would give",
        ),
    ),
    Flag(
        "rounding_sensitive",
        ROUNDING_SENSITIVE,
        Text(
            "按所写的小数位，实际值可能在目标值的任一侧",
            "With the decimals written, the value may lie on either side of the target",
        ),
    ),
    Flag(
        "interim",
        INTERIM,
        Text(
            "结论不是最终的：还没有全部认定，或所依据的数可能修订",
            "The verdict is not final: not everything is decided, or it rests on figures that may be revised",
        ),
    ),
)
"""Every flag."""
