"""Diagnostics that judging gives rise to, and which restated commitments are the published ones."""

import datetime

import pytest

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.domain.reports import Observation, Period
from hubei_digecon.domain.targets import Target
from hubei_digecon.domain.words import Missing, State, Status
from hubei_digecon.judging.checks import is_commitment

from ..building import ADDED, FLOW, MILESTONE, NUMERIC, PLACES, SHARE, assessed, observed, target


def diagnostics(
    target: Target, *observations: Observation, dated: datetime.date | None = None
) -> list[tuple[str, str, str, str]]:
    """Return the diagnostics on a report: id, place, message in both languages."""
    found = assessed([target], *observations, dated=dated).diagnostics
    return [(one.kind.id, ".".join(map(str, one.at)), one.message.zh, one.message.en) for one in found]


def test_a_figure_that_leaves_nothing_to_doubt_is_not_diagnosticed_on() -> None:
    assert diagnostics(target(SHARE, 13), observed(SHARE, "14%")) == []
    assert diagnostics(target(ADDED, 3), observed(ADDED, "3家")) == []
    assert diagnostics(target(MILESTONE), observed(MILESTONE, State.PARTIAL)) == []
    assert diagnostics(target(SHARE, 13), observed(SHARE, Missing.NOT_PUBLISHED)) == []


def test_an_estimate_is_diagnosticed_on() -> None:
    assert diagnostics(target(SHARE, 13), observed(SHARE, "14%", status=Status.ESTIMATED)) == [
        (
            "estimated-value",
            "observations.share.status",
            "share的名称填报的是预计数，不作认定依据",
            "the figure for name of share is an estimate; nothing is decided on it",
        )
    ]


def test_a_report_before_the_end_of_its_period_is_diagnosticed_on() -> None:
    early = datetime.date(2025, 12, 30)
    assert diagnostics(target(SHARE, 13), observed(SHARE, "14%"), dated=early) == [
        (
            "premature-report",
            "submitted.date",
            "填报日期2025年12月30日时2025年尚未结束，该期数据按预计数处理",
            "the report is dated 2025-12-30, before 2025 ended; figures for 2025 count as estimates",
        )
    ]


def test_a_report_before_the_end_of_its_period_is_diagnosticed_on_unless_no_figure_is_of_it() -> None:
    early, before = datetime.date(2025, 12, 30), Period(2024)
    share, flow = observed(SHARE, "14%", period=before), observed(FLOW, "401亿元")
    assert diagnostics(target(SHARE, 13), share, dated=early) == []
    assert [kind for kind, *_ in diagnostics(target(SHARE, 13), share, flow, dated=early)] == [
        "premature-report"
    ]


def test_an_unstated_scope_is_diagnosticed_on_where_the_indicator_has_one() -> None:
    assert diagnostics(target(FLOW, 400), observed(FLOW, "401亿元", scope=None)) == [
        (
            "scope-unstated",
            "observations.flow.value",
            "flow的名称未注明统计口径",
            "no scope is stated for name of flow",
        )
    ]


def test_an_unstated_counting_is_diagnosticed_on() -> None:
    assert diagnostics(target(ADDED, 3), observed(ADDED, "3家", counting=None)) == [
        (
            "counting-unstated",
            "observations.added.value",
            "added的名称未注明统计方式",
            "it is not stated what the count of name of added takes in",
        )
    ]


@pytest.mark.parametrize(
    ("value", "diagnosticed"), [("13%", True), ("13.0%", True), ("13.1%", False), ("12.9%", False)]
)
def test_too_few_decimals_are_diagnosticed_on_at_the_edge(value: str, diagnosticed: bool) -> None:
    said = (
        "too-few-decimals",
        "observations.share.value",
        "share的名称的小数位太少，修约可能改变结论",
        "name of share has too few decimals: rounding may decide the outcome",
    )
    assert diagnostics(target(SHARE, 13), observed(SHARE, value)) == ([said] if diagnosticed else [])


# A commitment as the submitter understands it.


def restated(target: Target, text: str) -> list[Diagnostic]:
    """Return the diagnostics on a commitment written beside a value."""
    value = State.PARTIAL if target.value is None else f"9999{target.unit}"
    found = assessed([target], observed(target.indicator, value, commitment=text)).diagnostics
    return [one for one in found if one.kind.id == "restated-target"]


REACHING_13 = target(SHARE, 13, wording="达到13%")
BREAKING_400 = target(FLOW, 400, "more_than", wording="突破400亿元")
FROM_3_TO_5 = target(ADDED, 3, wording="3—5家以上")
BUILT = target(MILESTONE, wording="基本建成")


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (REACHING_13, "达到13%"),
        (REACHING_13, "达到 13％"),
        (REACHING_13, "13%"),
        (REACHING_13, "13.0%"),
        (REACHING_13, "130‰"),
        (REACHING_13, "≥13%"),
        (REACHING_13, ">= 13%"),
        (REACHING_13, "不低于13%"),
        (REACHING_13, "13%以上"),
        (BREAKING_400, "突破400亿元"),
        (BREAKING_400, "超过400亿元"),
        (BREAKING_400, ">400亿元"),
        (BREAKING_400, "400亿元"),
        (BREAKING_400, "0.04万亿元"),
        (REACHING_13, "13"),
        (REACHING_13, "≥13"),
        (REACHING_13, "不低于13百分比"),
        (FROM_3_TO_5, "不少于3家"),
        (FROM_3_TO_5, "大于等于3个"),
        (FROM_3_TO_5, "3—5家以上"),
        (FROM_3_TO_5, "3家以上"),
        (BUILT, "基本建成"),
        (BUILT, "2025年 基本建成 示范区"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_commitment_that_is_the_published_one(one: Target, text: str) -> None:
    assert restated(one, text) == []


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (REACHING_13, "14%"),
        (REACHING_13, "12.9%"),
        (REACHING_13, "13‰"),
        (REACHING_13, ">13%"),
        (REACHING_13, "超过13%"),
        (REACHING_13, "13%左右"),
        (REACHING_13, "不超过13%"),
        (REACHING_13, "1300家"),
        (BREAKING_400, "≥400亿元"),
        (BREAKING_400, "400亿元以上"),
        (BREAKING_400, "突破40亿元"),
        (FROM_3_TO_5, "5家"),
        (BUILT, "建成"),
        (BUILT, "形成"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_commitment_that_is_not_the_published_one(one: Target, text: str) -> None:
    (said,) = restated(one, text)
    wording = one.source.wording
    assert said.at == ("observations", one.indicator.id, "target")
    assert said.message.zh == f"所写目标“{text}”与公布的目标不同：“{wording}”"
    assert said.message.en == f"the commitment “{text}” is not the published one: “{wording}”"
    assert said.fix.en == f"copy the wording “{wording}”, or leave target out"


@pytest.mark.parametrize("text", ["按通知执行", "见通知", "力争完成", "百分之十三"])
def test_what_cannot_be_read_is_not_another_target(text: str) -> None:
    said = assessed([REACHING_13], observed(SHARE, "14%", commitment=text)).diagnostics
    assert [one.kind.id for one in said] == ["unclear-target"]


@pytest.mark.parametrize("one", [target for place in PLACES for target in place.in_force], ids=lambda t: t.id)
def test_the_words_of_the_notice_are_the_published_commitment(one: Target) -> None:
    assert is_commitment(one.source.wording, one)


@pytest.mark.parametrize("one", NUMERIC, ids=lambda target: target.id)
def test_another_number_is_never_the_published_commitment(one: Target) -> None:
    assert one.value is not None
    assert is_commitment(f"{one.value}{one.unit}", one)
    assert not is_commitment(f"{one.value + 1}{one.unit}", one)
    assert not is_commitment(f"{one.value - 1}{one.unit}", one)


def test_one_of_several_targets_on_an_indicator_is_commitment_enough() -> None:
    targets = [target(SHARE, 10, key="share_2023", due=2023), target(SHARE, 13, key="share_2025")]
    said = assessed(targets, observed(SHARE, "14%", commitment="13%")).diagnostics
    assert [one.kind.id for one in said] == []
    said = assessed(targets, observed(SHARE, "14%", commitment="12%")).diagnostics
    assert [one.kind.id for one in said] == ["restated-target"]


def test_a_restated_target_leaves_the_findings_but_nothing_compliant() -> None:
    assessment = assessed([REACHING_13], observed(SHARE, "14%", commitment="12%"))
    assert [finding.outcome.id for finding in assessment.findings] == ["met"]
    assert assessment.verdict is Verdict.INCOMPLETE
