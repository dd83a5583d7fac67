"""The verdict: what weighs, the first that holds, and whether it is final or interim."""

from pathlib import Path

import pytest

from hubei_digecon.domain.assessments import Assessment
from hubei_digecon.domain.outcomes import Outcome, Verdict
from hubei_digecon.domain.reports import Evidence, Item, Observation, Period
from hubei_digecon.domain.targets import Target
from hubei_digecon.domain.words import State, Status

from ..building import (
    ADDED,
    DUE_YEAR,
    FLOW,
    MILESTONE,
    SHARE,
    STOCK,
    assessed,
    checked,
    observed,
    target,
    write_report,
)

SOURCE = Evidence(title="年报")
SHARE_13, FLOW_400, STOCK_170 = target(SHARE, 13), target(FLOW, 400), target(STOCK, 170)

MET = (SHARE_13, observed(SHARE, "14%"))
MISSED = (FLOW_400, observed(FLOW, "399亿元"))
UNDECIDED = (target(MILESTONE), observed(MILESTONE, State.ACHIEVED))
NO_DATA = (STOCK_170, None)
MET_LATER = (target(FLOW, 400, due=2026), observed(FLOW, "401亿元"))
NOT_DUE = (target(STOCK, 170), observed(STOCK, "160家", period=Period(2025, 9)))
MISTAKEN = (target(STOCK, 170), observed(STOCK, "182家", commitment="180家"))

Judged = tuple[Target, Observation | None]


def judging(*judged: Judged, period: Period = DUE_YEAR) -> Assessment:
    """Judge a report of several targets."""
    observations = [observation for _, observation in judged if observation]
    return assessed([target for target, _ in judged], *observations, period=period)


def outcomes(assessment: Assessment) -> dict[str, str]:
    """Return the outcome of every target judged, by its key."""
    return {finding.target.key: finding.outcome.id for finding in assessment.findings}


@pytest.mark.parametrize(
    ("judged", "verdict"),
    [
        ([MET], Verdict.COMPLIANT),
        ([MISSED], Verdict.NONCOMPLIANT),
        ([UNDECIDED], Verdict.INCOMPLETE),
        ([NO_DATA], Verdict.INCOMPLETE),
        ([NOT_DUE], Verdict.PENDING),
        ([MISTAKEN], Verdict.INCOMPLETE),
        ([], Verdict.INCOMPLETE),
        ([MET, NOT_DUE], Verdict.PENDING),
        ([MET, NO_DATA], Verdict.INCOMPLETE),
        ([MET, MISTAKEN], Verdict.INCOMPLETE),
        ([NOT_DUE, UNDECIDED], Verdict.INCOMPLETE),
        ([MET, NOT_DUE, UNDECIDED], Verdict.INCOMPLETE),
        ([MET, MISSED], Verdict.NONCOMPLIANT),
        ([MISSED, NOT_DUE], Verdict.NONCOMPLIANT),
        ([MISSED, NO_DATA, UNDECIDED], Verdict.NONCOMPLIANT),
        ([MISSED, MISTAKEN], Verdict.NONCOMPLIANT),
        ([MET, MISSED, UNDECIDED, NOT_DUE], Verdict.NONCOMPLIANT),
    ],
    ids=[
        "met",
        "missed",
        "undecided",
        "no data",
        "not due",
        "met, but an error of judging",
        "no target",
        "met and not due",
        "met and no data",
        "met, and an error of judging elsewhere",
        "not due and undecided",
        "met, not due and undecided",
        "met and missed",
        "missed and not due",
        "missed, no data and undecided",
        "missed, and an error of judging",
        "everything",
    ],
)
def test_the_first_verdict_that_holds(judged: list[Judged], verdict: Verdict) -> None:
    assert judging(*judged).verdict is verdict


def test_counts_tell_every_outcome() -> None:
    counts = judging(MET, MISSED, UNDECIDED, NO_DATA).counts
    assert {outcome.id: n for outcome, n in counts.items()} == {
        "met": 1,
        "missed": 1,
        "undecided": 1,
        "no_data": 1,
        "not_due": 0,
        "waived": 0,
    }


def test_what_is_met_or_missed_counts_as_judged() -> None:
    assert judging(MET, MISSED, UNDECIDED, NO_DATA).judged == 2


# An input that cannot be relied on.


def test_an_error_of_reading_is_invalid_whatever_else_is_missed(tmp_path: Path) -> None:
    facts = {
        "core_value_added": {"value": "1", "unit": "亿元"},
        "core_share_of_gdp": {"value": "0.312"},
    }
    assessment = checked(write_report(tmp_path, "wuhan-wedz", facts))
    assert (assessment.verdict, assessment.final, assessment.findings) == (Verdict.INVALID, False, ())
    assert set(assessment.counts.values()) == {0}
    assert [one.kind.id for one in assessment.diagnostics] == ["missing-unit"]
    assert "31.2%" in assessment.diagnostics[0].fix.en
    assert (assessment.entity, assessment.period) == ("wuhan-wedz", Period(2025))


def test_an_entity_and_a_period_that_could_not_be_read_are_null(tmp_path: Path) -> None:
    assessment = checked(write_report(tmp_path, "nowhere", {}, period="2025-M13"))
    assert assessment.verdict is Verdict.INVALID
    assert (assessment.entity, assessment.period) == (None, None)


def test_an_empty_report_is_incomplete_and_not_compliant(tmp_path: Path) -> None:
    path = write_report(tmp_path, "wuhan", {})
    path.write_text(path.read_text("utf-8").replace("observations:\n", "observations: {}\n"), "utf-8")
    assessment = checked(path)
    assert assessment.verdict is Verdict.INCOMPLETE
    assert set(outcomes(assessment).values()) == {"no_data"}


# What weighs.

SHARE_2023 = target(SHARE, 10, key="share_2023", due=2023)
SHARE_2025 = target(SHARE, 13, key="share_2025", due=2025)
SHARE_2027 = target(SHARE, 16, key="share_2027", due=2027)
OVER_YEARS = [SHARE_2023, SHARE_2025, SHARE_2027]


@pytest.mark.parametrize(
    ("year", "value", "expected", "verdict"),
    [
        # due in the report's year: nothing else weighs
        (2023, "11%", ("met", "not_due", "not_due"), Verdict.COMPLIANT),
        (2023, "9%", ("missed", "not_due", "not_due"), Verdict.NONCOMPLIANT),
        (2025, "14%", ("undecided", "met", "not_due"), Verdict.COMPLIANT),
        (2025, "12%", ("undecided", "missed", "not_due"), Verdict.NONCOMPLIANT),
        (2027, "16%", ("undecided", "undecided", "met"), Verdict.COMPLIANT),
        # none due in the report's year: those due later
        (2024, "12%", ("undecided", "not_due", "not_due"), Verdict.PENDING),
        (2024, "14%", ("undecided", "not_due", "not_due"), Verdict.PENDING),
        (2024, "16%", ("undecided", "not_due", "not_due"), Verdict.PENDING),
        (2026, "17%", ("undecided", "undecided", "not_due"), Verdict.PENDING),
        # none due later either: all
        (2028, "20%", ("undecided", "undecided", "undecided"), Verdict.INCOMPLETE),
    ],
)
def test_several_targets_on_one_indicator_weigh_by_the_year_of_the_report(
    year: int, value: str, expected: tuple[str, ...], verdict: Verdict
) -> None:
    assessment = assessed(OVER_YEARS, observed(SHARE, value), period=Period(year))
    assert tuple(outcomes(assessment).values()) == expected
    assert assessment.verdict is verdict


def test_part_of_a_year_weighs_by_its_year() -> None:
    assessment = assessed(OVER_YEARS, observed(SHARE, "14%"), period=Period(2025, 9))
    assert tuple(outcomes(assessment).values()) == ("undecided", "not_due", "not_due")
    assert assessment.verdict is Verdict.PENDING


def test_a_superseded_target_is_never_judged() -> None:
    old = target(SHARE, 20, key="old", superseded_by="new")
    assessment = assessed([old, target(SHARE, 13, key="new")], observed(SHARE, "14%"))
    assert outcomes(assessment) == {"new": "met"}
    assert assessment.verdict is Verdict.COMPLIANT


def test_nothing_is_compliant_because_all_is_superseded() -> None:
    old = target(SHARE, 10, superseded_by="new")
    assessment = assessed([old], observed(SHARE, "14%"))
    assert (assessment.findings, assessment.verdict) == ((), Verdict.INCOMPLETE)


def test_findings_come_in_the_order_of_the_targets() -> None:
    first, second = judging(MET, MISSED), judging(MISSED, MET)
    assert list(outcomes(first)) == ["share", "flow"]
    assert list(outcomes(second)) == ["flow", "share"]


# Final or interim.


@pytest.mark.parametrize(
    ("observation", "final"),
    [
        (observed(SHARE, "14%", status=Status.FINAL), True),
        (observed(SHARE, "12%", status=Status.FINAL), True),
        (observed(SHARE, "14%", status=Status.PROVISIONAL), False),
        (observed(SHARE, "14%"), False),
        (observed(SHARE, "14%", source=SOURCE), False),
    ],
    ids=["final hit", "final miss", "provisional", "unstated", "unstated but documented"],
)
def test_a_number_is_final_where_its_figure_is(observation: Observation, final: bool) -> None:
    assessment = assessed([SHARE_13], observation)
    assert (assessment.findings[0].final, assessment.final) == (final, final)


DOCUMENT = Evidence(document="list.pdf")
LIST = tuple(Item(f"第{number}家") for number in range(170))


@pytest.mark.parametrize(
    ("observation", "final"),
    [
        (observed(STOCK, "170家", evidence=(DOCUMENT,), items=LIST), True),
        (observed(STOCK, "2家", evidence=(DOCUMENT,), items=LIST[:2]), True),
        (observed(STOCK, "170家", evidence=(DOCUMENT,)), False),
        (observed(STOCK, "170家", source=SOURCE), False),
        (observed(STOCK, "170家"), False),
        (observed(STOCK, "170家", status=Status.FINAL), False),
    ],
    ids=["documented hit", "documented miss", "no list", "cited", "claimed", "claimed as final"],
)
def test_a_count_is_final_where_it_is_documented(observation: Observation, final: bool) -> None:
    assessment = assessed([STOCK_170], observation)
    assert (assessment.findings[0].final, assessment.final) == (final, final)


@pytest.mark.parametrize(
    ("state", "documented", "final"),
    [
        (State.PARTIAL, True, True),
        (State.NOT_STARTED, True, True),
        (State.PARTIAL, False, False),
        (State.ACHIEVED, True, False),
    ],
)
def test_a_missed_milestone_is_final_where_it_is_documented(
    state: State, documented: bool, final: bool
) -> None:
    evidence = (Evidence(document="minutes.pdf"),) if documented else ()
    assessment = assessed([target(MILESTONE)], observed(MILESTONE, state, evidence=evidence))
    assert (assessment.findings[0].final, assessment.final) == (final, final)


def test_a_hit_a_year_early_is_not_final() -> None:
    early = observed(ADDED, "4家", status=Status.FINAL, source=Evidence("名单"))
    assessment = assessed([target(ADDED, 3)], early, period=Period(2024))
    assert (assessment.verdict, assessment.final) == (Verdict.COMPLIANT, False)
    assert not assessment.findings[0].final


@pytest.mark.parametrize(
    ("second", "verdict", "final"),
    [
        (observed(FLOW, "399亿元", status=Status.FINAL), Verdict.NONCOMPLIANT, True),
        (observed(FLOW, "401亿元", status=Status.FINAL), Verdict.COMPLIANT, True),
        (observed(FLOW, "401亿元", status=Status.PROVISIONAL), Verdict.COMPLIANT, False),
        (observed(FLOW, "399亿元"), Verdict.NONCOMPLIANT, False),
        (observed(FLOW, "约400亿元", status=Status.FINAL), Verdict.INCOMPLETE, False),
        (None, Verdict.INCOMPLETE, False),
    ],
    ids=["final miss", "final hit", "provisional hit", "miss unstated", "undecided", "no data"],
)
def test_an_assessment_is_final_where_everything_that_weighs_is(
    second: Observation | None, verdict: Verdict, final: bool
) -> None:
    assessment = judging((SHARE_13, observed(SHARE, "14%", status=Status.FINAL)), (FLOW_400, second))
    assert (assessment.verdict, assessment.final) == (verdict, final)


def test_final_figures_make_nothing_final_that_is_not_decided() -> None:
    mistaken = observed(SHARE, "14%", status=Status.FINAL, commitment="12%")
    assessment = assessed([SHARE_13], mistaken)
    assert assessment.findings[0].final
    assert (assessment.verdict, assessment.final) == (Verdict.INCOMPLETE, False)
    assert not assessed([]).final


def test_a_target_that_does_not_weigh_keeps_nothing_from_being_final() -> None:
    later = target(STOCK, 170, due=2027)
    sure = observed(SHARE, "14%", status=Status.FINAL)
    assessment = assessed([SHARE_13, later], sure, observed(STOCK, "160家"))
    assert outcomes(assessment) == {"share": "met", "stock": "not_due"}
    assert (assessment.verdict, assessment.final) == (Verdict.COMPLIANT, True)


def test_every_outcome_but_waived_is_tried_here() -> None:
    assessment = judging(MET, MISSED, UNDECIDED, NO_DATA)
    tried = {finding.outcome for finding in assessment.findings} | {judging(NOT_DUE).findings[0].outcome}
    assert tried == set(Outcome) - {Outcome.WAIVED}
