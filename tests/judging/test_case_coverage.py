"""The judging cases leave nothing of the design without a case: computed from the cases themselves.

What is counted here is what cases expect; that a case comes out so, and that the cell of the time table
it names is the one it belongs to, is held by ``test_judging``.
"""

from collections import Counter

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.outcomes import Grade, Outcome, Party, Reason, Verdict

from ..casebook import CELLS, OF_FINDING, OF_REPORT, SETTLED, Said, cases

CASES = cases()
FINDINGS = [finding for case in CASES for finding in case.findings.values()]
EXITS = (Exit.COMPLIANT, Exit.MISSED, Exit.INVALID, Exit.UNDECIDED)
"""The codes of a run that judged: the others are of runs that could not begin, write or end."""


def counted(key: str, findings: list[Said] = FINDINGS) -> Counter[str]:
    """Count what findings are expected to say under a key."""
    return Counter(finding[key] for finding in findings if key in finding)


def expected_of_reports(key: str) -> Counter[str]:
    """Count what reports are expected to say under a key."""
    return Counter(case.expected[key] for case in CASES if key in case.expected)


def test_there_are_two_hundred_cases() -> None:
    assert len(CASES) >= 200


def test_no_two_cases_have_one_name() -> None:
    assert Counter(case.id for case in CASES).most_common(1)[0][1] == 1


def test_every_case_expects_something() -> None:
    assert [case.id for case in CASES if not case.findings and not case.expected] == []


def test_every_finding_expects_an_outcome() -> None:
    assert [finding for finding in FINDINGS if "outcome" not in finding] == []


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.id)
def test_every_reason_has_two_cases(reason: Reason) -> None:
    given = [
        case.id
        for case in CASES
        if any(reason.id in finding.get("reasons", ()) for finding in case.findings.values())
    ]
    assert len(given) >= 2


@pytest.mark.parametrize("cell", [*CELLS, *SETTLED])
def test_every_cell_of_the_time_table_has_two_cases(cell: str) -> None:
    assert counted("cell")[cell] >= 2


def test_no_case_names_a_cell_that_is_not_there() -> None:
    assert set(counted("cell")) <= {*CELLS, *SETTLED}


@pytest.mark.parametrize("verdict", Verdict, ids=lambda verdict: verdict.id)
def test_every_verdict_has_two_cases(verdict: Verdict) -> None:
    assert expected_of_reports("verdict")[verdict.id] >= 2


@pytest.mark.parametrize("code", EXITS, ids=lambda code: code.name.lower())
def test_every_exit_of_a_judging_run_has_two_cases(code: Exit) -> None:
    assert expected_of_reports("exit")[str(int(code))] >= 2


@pytest.mark.parametrize("outcome", Outcome, ids=lambda outcome: outcome.id)
def test_every_outcome_has_two_cases(outcome: Outcome) -> None:
    assert counted("outcome")[outcome.id] >= 2


@pytest.mark.parametrize(
    "outcome", [one for one in Outcome if one is not Outcome.WAIVED], ids=lambda outcome: outcome.id
)
def test_every_outcome_is_waived_in_a_case(outcome: Outcome) -> None:
    assert counted("underlying")[outcome.id] >= 1


@pytest.mark.parametrize("grade", Grade, ids=lambda grade: grade.id)
def test_every_grade_of_evidence_has_two_cases(grade: Grade) -> None:
    assert counted("evidence")[grade.id] >= 2


@pytest.mark.parametrize("party", Party, ids=lambda party: party.id)
def test_everybody_who_can_give_something_is_asked_in_a_case(party: Party) -> None:
    needed = [finding["needed"] for finding in FINDINGS if isinstance(finding.get("needed"), dict)]
    assert Counter(one["by"] for one in needed)[party.id] >= 2


@pytest.mark.parametrize("said", ["true", "false"])
@pytest.mark.parametrize("key", ["final", "rounding_sensitive", "reading_sensitive"])
def test_every_flag_is_raised_and_not_raised(key: str, said: str) -> None:
    assert counted(key)[said] >= 2


@pytest.mark.parametrize("said", ["true", "false"])
def test_assessments_are_final_and_interim(said: str) -> None:
    assert expected_of_reports("final")[said] >= 2


def test_everything_that_a_case_can_expect_is_expected_somewhere() -> None:
    assert {key for finding in FINDINGS for key in finding} == OF_FINDING
    assert {key for case in CASES for key in case.expected} == OF_REPORT
