"""A target without a value: no data, never a miss, with the cause that was stated."""

import pytest

from hubei_digecon.domain.findings import Finding, Needed
from hubei_digecon.domain.outcomes import Outcome, Party
from hubei_digecon.domain.reports import Evidence, Observation, Period
from hubei_digecon.domain.targets import Indicator
from hubei_digecon.domain.words import Missing, State, Status
from hubei_digecon.text import Text

from ..building import INDICATORS, MILESTONE, SHARE, STOCK, assessed, judged, observed, target

PERIODS = [Period(2025), Period(2024), Period(2025, 9), Period(2026)]


def words(finding: Finding) -> tuple[str, str]:
    """Return the message in both languages."""
    return finding.message.zh, finding.message.en


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_nothing_reported_is_no_data(indicator: Indicator) -> None:
    finding = judged(target(indicator, None if indicator is MILESTONE else 13))
    assert (finding.outcome, finding.reasons) == (Outcome.NO_DATA, ())
    assert words(finding) == ("未填报该项指标。", "No value was reported.")
    assert (finding.observation, finding.evidence, finding.at) == (None, None, None)
    assert (finding.decided_on, finding.gap, finding.attainment) == (None, None, None)
    assert not finding.final


@pytest.mark.parametrize(
    ("missing", "zh", "en"),
    [
        (Missing.NOT_PUBLISHED, "未公布", "not published"),
        (Missing.NOT_COLLECTED, "未统计", "not collected"),
        (Missing.NOT_APPLICABLE, "不适用", "not applicable"),
    ],
    ids=lambda one: getattr(one, "id", ""),
)
@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_a_stated_cause_is_repeated(indicator: Indicator, missing: Missing, zh: str, en: str) -> None:
    one = target(indicator, None if indicator is MILESTONE else 13)
    finding = judged(one, observed(indicator, missing))
    assert finding.outcome is Outcome.NO_DATA
    assert words(finding) == (f"未填报该项指标。注明：{zh}。", f"No value was reported. Stated: {en}.")


def test_every_cause_is_tried() -> None:
    assert [one.id for one in Missing] == ["not_published", "not_collected", "not_applicable"]


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_no_data_is_no_data_at_any_time(period: Period) -> None:
    assert judged(target(SHARE, 13), period=period).outcome is Outcome.NO_DATA


def test_a_missing_value_stays_missing_whatever_else_is_said() -> None:
    said = Observation(
        "share", missing=Missing.NOT_PUBLISHED, status=Status.ESTIMATED, source=Evidence(title="年报")
    )
    finding = judged(target(SHARE, 13), said)
    assert (finding.outcome, finding.reasons) == (Outcome.NO_DATA, ())


def test_a_value_of_another_indicator_is_no_data() -> None:
    findings = assessed([target(SHARE, 13), target(STOCK, 170)], observed(STOCK, "170家")).findings
    assert [finding.outcome for finding in findings] == [Outcome.NO_DATA, Outcome.MET]


# What is needed, of whom, and where it goes.


def test_a_number_is_needed_of_the_submitter_with_its_unit() -> None:
    assert judged(target(STOCK, 170)).needed == Needed(
        Text("填报2025年的数值（单位：家）", "the value for 2025, in 家"),
        Party.SUBMITTER,
        ("observations", "stock", "value"),
        Text("“stock的名称”的完成值", "the value of “name of stock”"),
    )


def test_a_state_is_needed_of_the_submitter() -> None:
    assert judged(target(MILESTONE)).needed == Needed(
        Text("填报2025年的进展情况", "how far it has come in 2025"),
        Party.SUBMITTER,
        ("observations", "milestone", "state"),
        Text("“milestone的名称”的完成情况", "the state of “name of milestone”"),
    )


def test_an_attestation_is_needed_of_the_assessor_under_the_key_of_the_target() -> None:
    one = target(MILESTONE, key="model_2025")
    assert judged(one, observed(MILESTONE, State.ACHIEVED)).needed == Needed(
        Text("出具认定意见", "an attestation whether the notice's own wording is fulfilled"),
        Party.ASSESSOR,
        ("attestations", "model_2025"),
        Text("“milestone的名称”的认定意见", "the attestation of “name of milestone”"),
    )


def test_the_value_needed_is_that_of_the_report() -> None:
    needed = judged(target(SHARE, 13, due=2027, key="share_2027")).needed
    assert needed
    assert needed.what.en == "the value for 2025, in %"
    assert needed.at == ("observations", "share", "value")
