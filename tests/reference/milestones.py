"""Steps 1 and 2 of a milestone."""

from __future__ import annotations

from .reading import Attestation, Observation, Target
from .steps import GRADES, Case, Step, end_of, in_force


def milestone_step(target: Target, case: Case) -> Step | None:
    """Judge a milestone: "the attestation › the reported state"."""
    attested = case.review.attestations.get(target.key)
    if attested and in_force(attested.from_day, attested.to_day, case.as_of):
        return attested_step(attested, target, case)
    reported = case.report.observations.get(target.indicator)
    if reported is None:
        return None
    return reported_state(reported, case)


def attested_step(attested: Attestation, target: Target, case: Case) -> Step | None:
    """Judge by an attestation."""
    step = Step(False, case.report.period, evidence="verified", settled=True, verified=True)
    if not attested.achieved:  # "attested not_achieved … → not satisfied"
        if case.report.period.end > case.as_of:  # "periods that end after [as_of] prove nothing"
            step.is_doubtful("estimated")
        return step
    # "Without achieved_on the end of the review's period is meant."
    achieved_on = attested.achieved_on or case.report.period.end
    step.satisfied = achieved_on <= end_of(target.due)
    step.settles_due = attested.achieved_on is not None
    if not step.satisfied and attested.achieved_on:  # "later → not satisfied (late)"
        step.reasons.add("late")
    if (
        achieved_on > case.as_of
    ):  # "achievements … dated after as_of, and periods that end after it, prove nothing"
        step.is_doubtful("estimated")
    return step


def reported_state(reported: Observation, case: Case) -> Step:
    """Judge by a reported state."""
    step = Step(False, reported.period, evidence=reported.evidence)
    step.settled = GRADES.index(reported.evidence) >= GRADES.index("documented")
    if reported.state == "achieved":  # "reported achieved without attestation → doubtful (unattested)"
        step.is_doubtful("unattested")
    if case.report.submitted < reported.period.end or reported.period.end > case.as_of:
        step.is_doubtful("estimated")
    return step
