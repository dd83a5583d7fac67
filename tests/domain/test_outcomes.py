"""Outcomes, verdicts and grades."""

from hubei_digecon.domain.outcomes import Grade, Outcome, Verdict, grade_of


def test_grades_are_in_order() -> None:
    assert [grade.id for grade in Grade] == ["claimed", "cited", "documented", "verified"]
    assert Grade.CLAIMED.below(Grade.VERIFIED)
    assert not Grade.VERIFIED.below(Grade.VERIFIED)
    assert grade_of("cited") is Grade.CITED


def test_outcomes_and_verdicts_are_those_of_the_design() -> None:
    assert {one.id for one in Outcome} == {"met", "missed", "undecided", "no_data", "not_due", "waived"}
    assert {one.id for one in Verdict} == {"compliant", "noncompliant", "incomplete", "pending", "invalid"}
