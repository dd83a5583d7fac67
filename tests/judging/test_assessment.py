"""Verdicts, and the findings that weigh."""

import pytest

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.outcomes import Outcome, Verdict
from hubei_digecon.domain.words import TargetNature
from hubei_digecon.judging.assessment import decide, invalid, weigh

from ..building import FLOW, SHARE, assessed, observed, target


@pytest.mark.parametrize(
    ("value", "verdict"),
    [("409亿元", Verdict.COMPLIANT), ("391亿元", Verdict.NONCOMPLIANT), ("约400亿元", Verdict.INCOMPLETE)],
)
def test_the_verdict_is_the_first_that_holds(value: str, verdict: Verdict) -> None:
    assert assessed([target(FLOW, 400)], observed(FLOW, value)).verdict is verdict


def test_targets_due_in_the_year_weigh() -> None:
    due, later = target(FLOW, 400), target(SHARE, 30, due=2027)
    findings = assessed([due, later], observed(FLOW, "409亿元")).findings
    assert [one.target for one in weigh(findings, 2025)] == [due]
    assert [one.target for one in weigh(findings, 2026)] == [later]
    assert [one.target for one in weigh(findings, 2028)] == [due, later]


def test_nothing_is_compliant_because_nothing_was_checked() -> None:
    assert decide([], []) is Verdict.INCOMPLETE


def test_an_input_that_cannot_be_read_is_invalid() -> None:
    assessment = invalid(SourceFile("a.yaml"), (), Settings())
    assert (assessment.verdict, assessment.findings, assessment.entity) == (Verdict.INVALID, (), None)


def test_what_does_not_weigh_is_in_no_count_and_no_verdict() -> None:
    aspired = target(SHARE, 30)._replace(aspiration=True)
    assessment = assessed([target(FLOW, 400), aspired], observed(FLOW, "409亿元"), observed(SHARE, "20%"))
    assert assessment.verdict is Verdict.COMPLIANT
    assert [one.outcome for one in assessment.findings] == [Outcome.MET, Outcome.MISSED]
    assert (assessment.outcomes, assessment.beside) == ((Outcome.MET,), 1)


def test_aspirations_alone_are_targets_to_judge_by_and_make_nothing_compliant() -> None:
    aspired = target(FLOW, 400)._replace(aspiration=True)
    assessment = assessed([aspired], observed(FLOW, "409亿元"))
    assert assessment.verdict is Verdict.INCOMPLETE
    assert not assessment.lacks_targets


def test_missed_expected_targets_are_counted_apart_where_any_target_is_told_apart() -> None:
    expected = target(FLOW, 400)._replace(nature=TargetNature.EXPECTED)
    binding = target(SHARE, 30)._replace(nature=TargetNature.BINDING)
    told = (observed(FLOW, "391亿元"), observed(SHARE, "20%"))
    assert assessed([expected, binding], *told).expected_missed == 1
    assert assessed([binding], *told).expected_missed == 0
    assert assessed([target(FLOW, 400)], *told).expected_missed is None
