"""A finding in words: the value and what is required, every reason, the outcome last; in both languages."""

from dataclasses import dataclass, field
from fractions import Fraction
from string import Formatter
from typing import Any

import pytest

from hubei_digecon.domain.outcomes import Grade, Outcome, Reason
from hubei_digecon.domain.reports import Evidence, Item, Period
from hubei_digecon.domain.targets import Indicator, Target
from hubei_digecon.domain.words import Counting, State, Status
from hubei_digecon.judging.reason_sentences import SENTENCES, ReasonSentence, meaning
from hubei_digecon.text import Text

from ..building import ADDED, FLOW, MILESTONE, SHARE, STOCK, judged, observed, target

REACHING_13 = target(SHARE, 13, wording="达到13%")
FLOW_400 = target(FLOW, 400, "more_than", wording="超过400亿元")
STOCK_170 = target(STOCK, 170)
FROM_6_TO_9 = target(ADDED, 6, wording="6—9家", stretch=Fraction(9))

MET = Text("达到目标值（仅自报，未核实）。", "The published target is met (claimed, not verified).")
MISSED = Text("未达到目标值。", "The published target is missed.")
UNFULFILLED = Text("未达到目标要求。", "The published target is missed.")
UNDECIDED = Text("现有材料不足以认定。", "What was handed in does not settle it.")
NOT_DUE = Text("目标年未到，暂不认定。", "The target is not due yet, so nothing is decided.")
NO_BASE = Text("原文未明确起算时间。", "The notice states no base date for what was added.")


@dataclass(frozen=True)
class Case:
    """A value against a target, and the sentences that say it."""

    target: Target
    said: str | State
    sentences: tuple[Text, ...]
    facts: dict[str, Any] = field(default_factory=dict)
    how: dict[str, Any] = field(default_factory=dict)


CASES = {
    "above": Case(
        REACHING_13,
        "14.60%",
        (
            Text(
                "自报14.60%，目标为不低于13%，高于目标值1.6个百分点。",
                "Reported 14.60%; required: at least 13%; 1.6 percentage points above the target.",
            ),
            MET,
        ),
    ),
    "one percentage point": Case(
        REACHING_13,
        "120‰",
        (
            Text(
                "自报120‰，目标为不低于13%，低于目标值1个百分点。",
                "Reported 120‰; required: at least 13%; 1 percentage point below the target.",
            ),
            MISSED,
        ),
    ),
    "an amount below": Case(
        FLOW_400,
        "3,999,999.9万元",
        (
            Text(
                "自报3999999.9万元，目标为超过400亿元，低于目标值0.00001亿元。",
                "Reported 3999999.9万元; required: more than 400亿元; 0.00001亿元 below the target.",
            ),
            MISSED,
        ),
    ),
    "a hedge that settles": Case(
        FLOW_400,
        "超过400亿元",
        (
            Text(
                "自报超过400亿元，目标为超过400亿元。",
                "Reported more than 400亿元; required: more than 400亿元.",
            ),
            MET,
        ),
    ),
    "on the line of a bare count": Case(
        STOCK_170,
        "170户",
        (
            Text("自报170户，目标为不低于170家。", "Reported 170户; required: at least 170家."),
            Text("与目标值持平。", "The value is exactly on the line."),
            Text(
                "原文没有“达到”“以上”等词，按“不低于”理解，含本数。",
                "The text has no word of comparison; it is read as at least, including the number itself.",
            ),
            MET,
        ),
    ),
    "on the line, decimals left out": Case(
        REACHING_13,
        "13.0%",
        (
            Text("自报13.0%，目标为不低于13%。", "Reported 13.0%; required: at least 13%."),
            Text("与目标值持平。", "The value is exactly on the line."),
            Text(
                "原文用“达到”，按通常含义，含本数。",
                "“达到”: ordinary meaning; the number itself is included.",
            ),
            Text(
                "临界值，修约影响结论：按所写小数位，实际值的范围为12.95%至13.05%。",
                "On the edge, where rounding decides: with the decimals written, "
                "the value may lie anywhere in [12.95%, 13.05%].",
            ),
            MET,
        ),
    ),
    "early": Case(
        REACHING_13,
        "14%",
        (
            Text(
                "自报14%，目标为不低于13%，高于目标值1个百分点。",
                "Reported 14%; required: at least 13%; 1 percentage point above the target.",
            ),
            Text(
                "2024年已提前达到目标水平，是否完成以2025年全年的数据为准。",
                "The level was reached early, in 2024; the figure for the whole of 2025 decides.",
            ),
            NOT_DUE,
        ),
        how={"period": Period(2024)},
    ),
    "part of a year": Case(
        REACHING_13,
        "14%",
        (
            Text(
                "自报14%，目标为不低于13%，高于目标值1个百分点。",
                "Reported 14%; required: at least 13%; 1 percentage point above the target.",
            ),
            Text(
                "2025年1—9月已提前达到目标水平，是否完成以2025年全年的数据为准。",
                "The level was reached early, in 2025-M09; the figure for the whole of 2025 decides.",
            ),
            Text(
                "2025年1—9月为非全年数据，不能认定全年目标。",
                "2025-M09 is part of a year and cannot settle a target for the whole of one.",
            ),
            NOT_DUE,
        ),
        how={"period": Period(2025, 9)},
    ),
    "after the due year": Case(
        STOCK_170,
        "182家",
        (
            Text(
                "自报182家，目标为不低于170家，高于目标值12家。",
                "Reported 182家; required: at least 170家; 12家 above the target.",
            ),
            Text(
                "报告期2026年晚于目标年2025年，不能说明目标年的情况。",
                "2026 is after the due year 2025 and does not tell how things stood then.",
            ),
            UNDECIDED,
        ),
        how={"period": Period(2026)},
    ),
    "estimated": Case(
        STOCK_170,
        "182家",
        (
            Text(
                "自报182家，目标为不低于170家，高于目标值12家。",
                "Reported 182家; required: at least 170家; 12家 above the target.",
            ),
            Text("预计数，不作认定依据。", "It is an estimate, on which nothing is decided."),
            UNDECIDED,
        ),
        facts={"status": Status.ESTIMATED},
    ),
    "hedged": Case(
        STOCK_170,
        "170 家左右",
        (
            Text("自报约170家，目标为不低于170家。", "Reported about 170家; required: at least 170家."),
            Text(
                "“170 家左右”是概数，不足以认定。", "“170 家左右” is hedged and does not settle the target."
            ),
            UNDECIDED,
        ),
    ),
    "another scope and counting": Case(
        STOCK_170,
        "182家",
        (
            Text(
                "自报182家，目标为不低于170家，高于目标值12家。",
                "Reported 182家; required: at least 170家; 12家 above the target.",
            ),
            Text(
                "统计口径或范围不符：stock的名称填报为“别的口径、本年累计（当年新增）”，"
                "指标要求“本口径、期末有效（存量）”，两者的范围互不包含，不作认定依据。",
                "Another scope or counting: name of stock is of other scope, added this year, where the "
                "indicator wants own scope, in force; neither takes in the other, so it proves nothing.",
            ),
            UNDECIDED,
        ),
        facts={"scope": "other", "counting": Counting.THIS_YEAR},
    ),
    "weak evidence": Case(
        STOCK_170,
        "182家",
        (
            Text(
                "自报182家，目标为不低于170家，高于目标值12家。",
                "Reported 182家; required: at least 170家; 12家 above the target.",
            ),
            Text(
                "佐证情况为“仅自报”，未达到要求的“已附佐证材料”。",
                "The evidence is claimed; documented is asked for.",
            ),
            UNDECIDED,
        ),
        how={"min_evidence": Grade.DOCUMENTED},
    ),
    "within the stretch": Case(
        FROM_6_TO_9,
        "8家",
        (
            Text(
                "自报8家，目标为不低于6家，高于目标值2家。",
                "Reported 8家; required: at least 6家; 2家 above the target.",
            ),
            Text(
                "达到目标下限（6家），未达上限（9家）。",
                "The lower end of 6家 is reached, the upper end of 9家 is not.",
            ),
            NO_BASE,
            MET,
        ),
    ),
    "stretch reached": Case(
        FROM_6_TO_9,
        "9家",
        (
            Text(
                "自报9家，目标为不低于6家，高于目标值3家。",
                "Reported 9家; required: at least 6家; 3家 above the target.",
            ),
            Text("达到上限（9家）。", "The upper end of 9家 is reached."),
            NO_BASE,
            MET,
        ),
    ),
    "a milestone reported as achieved": Case(
        target(MILESTONE, wording="形成"),
        State.ACHIEVED,
        (
            Text("自报“已完成”。", "Reported as achieved."),
            Text("未经核验单位认定。", "No assessor has attested it."),
            UNDECIDED,
        ),
    ),
    "a milestone reported as partial": Case(
        target(MILESTONE, wording="形成"),
        State.PARTIAL,
        (Text("自报“推进中（部分完成）”。", "Reported as partly achieved."), UNFULFILLED),
    ),
    "a milestone reported as not started": Case(
        target(MILESTONE, wording="形成"),
        State.NOT_STARTED,
        (Text("自报“未启动”。", "Reported as not started."), UNFULFILLED),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_finding_in_words(case: Case) -> None:
    finding = judged(case.target, observed(case.target.indicator, case.said, **case.facts), **case.how)
    assert finding.message.zh == "".join(sentence.zh for sentence in case.sentences)
    assert finding.message.en == " ".join(sentence.en for sentence in case.sentences)


def test_a_hit_with_something_behind_it_is_told_without_a_reservation() -> None:
    finding = judged(REACHING_13, observed(SHARE, "14%", source=Evidence(title="年报")))
    assert finding.message.zh.endswith("达到目标值。")
    assert finding.called == Outcome.MET.term


@pytest.mark.parametrize("outcome", ["met", "missed"])
def test_only_a_hit_is_called_claimed(outcome: str) -> None:
    finding = judged(REACHING_13, observed(SHARE, {"met": "14%", "missed": "12%"}[outcome]))
    assert ("仅自报" in finding.called.zh) is (outcome == "met")


@pytest.mark.parametrize(
    ("indicator", "facts", "backing"),
    [
        (STOCK, {}, "仅自报（无清单）"),
        (STOCK, {"source": Evidence(title="名单")}, "已注明来源（无清单）"),
        (STOCK, {"evidence": (Evidence(document="1.pdf"),)}, "已注明来源（无清单）"),
        (STOCK, {"evidence": (Evidence(document="1.pdf"),), "items": (Item("一"),)}, "已附佐证材料"),
        (SHARE, {"evidence": (Evidence(document="1.pdf"),)}, "已附佐证材料"),
        (SHARE, {}, "仅自报"),
    ],
)
def test_the_evidence_of_a_count_is_told_with_the_list_it_lacks(
    indicator: Indicator, facts: dict[str, Any], backing: str
) -> None:
    finding = judged(target(indicator, 13), observed(indicator, f"13{indicator.unit}", **facts))
    assert finding.backing is not None
    assert finding.backing.zh == backing


@pytest.mark.parametrize("one", [*Outcome, *Reason], ids=lambda one: one.id)
def test_every_outcome_and_reason_is_said_in_both_languages(one: Outcome | Reason) -> None:
    says = meaning(one) if isinstance(one, Reason) else one.sentence
    assert all((one.term.zh, one.term.en, says.zh, says.en))


@pytest.mark.parametrize("reason", Reason, ids=lambda one: one.id)
def test_the_last_sentence_of_a_reason_always_fits(reason: Reason) -> None:
    *_, last = SENTENCES[reason]
    assert last.fits is ReasonSentence(Text.same("")).fits


@pytest.mark.parametrize("reason", Reason, ids=lambda one: one.id)
def test_something_fills_each_blank_of_the_sentences_of_a_reason(reason: Reason) -> None:
    for one in SENTENCES[reason]:
        for words in (one.text.zh, one.text.en):
            assert {
                name for _, name, _, _ in Formatter().parse(words) if name is not None
            } <= one.values.keys()
