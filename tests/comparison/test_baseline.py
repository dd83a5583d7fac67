"""What a baseline knows: nothing worse than it has, and never what could not be read."""

import datetime
from dataclasses import replace
from itertools import product

import pytest

from hubei_digecon.comparison.baseline import baseline_of, held_to
from hubei_digecon.diagnostics import diagnose
from hubei_digecon.domain.assessments import Assessment, FileDigest, Settings
from hubei_digecon.domain.baseline import Baseline, KnownParts, Trouble
from hubei_digecon.domain.exit_codes import FAIL_ON, exit_of
from hubei_digecon.domain.outcomes import Outcome, Verdict
from hubei_digecon.domain.run import Run
from hubei_digecon.domain.words import Status
from hubei_digecon.load.faults import UNREADABLE
from hubei_digecon.shapes.result import Result
from hubei_digecon.show.json import result as result_of

from ..building import FLOW, SHARE, assessed, observed, run_over, target
from ..comparing import NAMES, SAMPLES, judged
from ..conftest import AS_OF

DAY = datetime.date.fromisoformat(AS_OF)
FILE = FileDigest("baseline.json", "0" * 64)
VALUES = {"met": "409亿元", "missed": "391亿元", "undecided": "约400亿元", "no_data": ""}


def of(value: str, required: int = 400) -> Assessment:
    return assessed([target(FLOW, required)], *([observed(FLOW, value)] if value else []))


def result(*assessments: Assessment) -> Result:
    return result_of(Run(DAY, Settings(), assessments))


def baseline(*assessments: Assessment) -> Baseline:
    return baseline_of(FILE, result(*assessments))


def known(assessment: Assessment, held: Baseline) -> KnownParts:
    made = held_to(assessment, held)
    assert made.known is not None
    assert made._replace(known=None) == assessment  # no verdict and no finding changes
    return made.known


def code(assessment: Assessment, held: Baseline, fail_on: str = "undecided") -> int:
    run = Run(DAY, Settings(baseline=held), [held_to(assessment, held)])
    return int(exit_of(run.counts, fail_on))


WORSE = {"met": 0, "undecided": 1, "no_data": 1, "missed": 2}
CODES = {"met": 0, "undecided": 4, "no_data": 4, "missed": 1}


@pytest.mark.parametrize(("then", "now"), list(product(WORSE, WORSE)))
def test_only_what_got_worse_fails(then: str, now: str) -> None:
    held = baseline(of(VALUES[then]))
    is_gone = now == "no_data" and then != "no_data"  # whoever leaves a known miss out does not stay green
    expected = CODES[now] if is_gone or WORSE[now] > WORSE[then] else 0
    assert code(of(VALUES[now]), held) == expected


def test_a_known_miss_stays_known_where_its_gap_grows() -> None:
    made = known(of("380亿元"), baseline(of("391亿元")))
    assert [(one.target, one.wider) for one in made.findings] == [("place.flow", True)]
    assert made.verdict is Verdict.COMPLIANT
    assert not known(of("395亿元"), baseline(of("391亿元"))).findings[0].wider


def test_one_new_miss_beside_a_known_one_fails() -> None:
    targets = [target(FLOW, 400), target(SHARE, 30)]
    then = assessed(targets, observed(FLOW, "391亿元"), observed(SHARE, "31%"))
    now = assessed(targets, observed(FLOW, "391亿元"), observed(SHARE, "29%"))
    made = known(now, baseline(then))
    assert [one.target for one in made.findings] == ["place.flow"]
    assert (made.new, made.verdict) == ({Trouble.MISSED: 1}, Verdict.NONCOMPLIANT)


def test_an_empty_baseline_changes_nothing() -> None:
    for value, word in product(VALUES.values(), FAIL_ON):
        plain = int(exit_of(Run(DAY, Settings(), [of(value)]).counts, word))
        assert code(of(value), baseline(), word) == plain
    assert not known(of("391亿元"), baseline()).matched


def test_a_report_is_found_by_place_period_and_document_and_not_by_its_path() -> None:
    then = result(of("391亿元"))
    elsewhere = replace(then, assessments=[replace(one, path="elsewhere.yaml") for one in then.assessments])
    assert code(of("391亿元"), baseline_of(FILE, elsewhere)) == 0
    later = replace(then, assessments=[replace(one, period="2024") for one in then.assessments])
    assert code(of("391亿元"), baseline_of(FILE, later)) == 1
    other = replace(then, assessments=[replace(one, document="plan") for one in then.assessments])
    assert code(of("391亿元"), baseline_of(FILE, other)) == 1


def test_what_could_not_be_read_is_never_known() -> None:
    run = run_over([SAMPLES / "reading-faults.yaml"], DAY)
    held = baseline_of(FILE, result_of(run))
    assert [held_to(one, held) for one in run] == list(run)
    again = run_over([SAMPLES / "reading-faults.yaml"], DAY, Settings(baseline=held))
    assert again.exit_code == 3


@pytest.mark.parametrize("reviewed", [False, True])
def test_every_sample_passes_against_its_own_result(reviewed: bool) -> None:
    held = baseline_of(FILE, judged(reviewed=reviewed))
    reviews = (SAMPLES / "reviews",) if reviewed else ()
    paths = [SAMPLES / f"{name}.yaml" for name in NAMES]
    run = run_over(paths, DAY, Settings(baseline=held), reviews)
    assert run.exit_code == 0
    assert [one.verdict.id for one in run] == [one.verdict for one in judged(reviewed=reviewed).assessments]
    counts = run.counts.baseline
    assert counts is not None
    assert (counts.new, counts.unmatched, counts.notes) == ({}, 0, ())


def test_waivers_taken_back_are_new() -> None:
    held = baseline_of(FILE, judged("wuhan-wedz-2025", reviewed=True))
    how = Settings(waivers=False, baseline=held)
    run = run_over([SAMPLES / "wuhan-wedz-2025.yaml"], DAY, how, [SAMPLES / "reviews"])
    counts = run.counts.baseline
    assert counts is not None
    assert run.exit_code == 1
    assert dict(counts.new) == {Trouble.MISSED: 1}
    assert [one.en for one in counts.notes] == ["waivers count in one of them, and not in the other"]


def test_an_error_is_known_by_its_kind_and_place() -> None:
    with_error = of("409亿元")
    error = diagnose(UNREADABLE, ("observations", "flow"), why="")
    then = with_error._replace(verdict=Verdict.INCOMPLETE, diagnostics=(error,), blocked=True)
    assert code(then, baseline(with_error)) == 4
    assert code(then, baseline(with_error), "missed") == 4
    assert known(then, baseline(with_error)).new == {Trouble.ERROR: 1}
    assert code(then, baseline(then)) == 0
    assert known(then, baseline(then)).errors == 1
    twice = then._replace(diagnostics=(error, error))
    assert known(twice, baseline(then)).new == {Trouble.ERROR: 1}
    elsewhere = then._replace(diagnostics=(error._replace(at=("observations", "share")),))
    assert code(elsewhere, baseline(then)) == 4


def test_a_miss_that_did_not_bear_on_the_verdict_then_is_new() -> None:
    """It was an aspiration, so that its report passed."""
    share = target(SHARE, 30)
    values = (observed(FLOW, "409亿元"), observed(SHARE, "29%"))
    then = assessed([target(FLOW, 400), share._replace(aspiration=True)], *values)
    now = assessed([target(FLOW, 400), share], *values)
    assert (then.verdict, now.verdict) == (Verdict.COMPLIANT, Verdict.NONCOMPLIANT)
    assert code(now, baseline(then)) == 1


def test_what_was_due_later_is_new_where_what_was_due_then_is_gone() -> None:
    later = target(SHARE, 30, due=2030)
    values = (observed(FLOW, "409亿元"), observed(SHARE, "29%"))
    then = assessed([target(FLOW, 400), later], *values)
    assert then.verdict is Verdict.COMPLIANT
    assert code(assessed([later], *values), baseline(then)) == 4


def test_values_not_published_and_those_that_are_do_not_know_each_other() -> None:
    published = of("391亿元")
    invented = published._replace(illustrative=True)
    assert code(published, baseline(invented)) == code(invented, baseline(published)) == 1
    assert not known(published, baseline(invented)).matched
    assert code(invented, baseline(invented)) == 0


@pytest.mark.parametrize(
    ("then", "now", "expected"), [("409", "391", 4), ("391", "380", 0), ("391", "409", 0), ("409", "405", 0)]
)
def test_an_estimate_that_falls_below_the_target_is_new(then: str, now: str, expected: int) -> None:
    """Both are undecided, but no figure meets the target any more."""
    one, other = (
        assessed([target(FLOW, 400)], observed(FLOW, f"{value}亿元", status=Status.ESTIMATED))
        for value in (then, now)
    )
    assert one.verdict is other.verdict is Verdict.INCOMPLETE
    assert code(other, baseline(one)) == expected


def test_that_none_is_met_any_more_is_new_beside_what_is_known() -> None:
    targets = [target(FLOW, 400), target(SHARE, 30)]
    then = assessed(targets, observed(FLOW, "409亿元"), observed(SHARE, "约30%"))
    waived = [
        one._replace(outcome=Outcome.WAIVED) if one.outcome is Outcome.MET else one for one in then.findings
    ]
    now = then._replace(findings=tuple(waived))
    assert (code(then, baseline(then)), code(now, baseline(now)), code(now, baseline(then))) == (0, 0, 4)
