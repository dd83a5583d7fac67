"""Step 2 of one figure by itself: a reported one, or a verified one."""

from __future__ import annotations

from .figures import Known
from .intervals import Requirement
from .steps import Step, verdict_on


def plain_step(own: Known, need: Requirement) -> Step:
    """Judge one figure by itself."""
    number = None if own.figure.hedge else own.figure.value  # a hedge leaves no one value
    step = Step(None, own.period, number, evidence=own.evidence, rests_on=(own.indicator.key,))
    step.settled, step.estimated = own.settled, own.estimated
    step.question = own.figure.compared
    step.satisfied = verdict_on(need, step.question)
    # "13.0 meets 13 and is rounding_sensitive, since [12.95, 13.05] straddles it"
    step.rounding_sensitive = not own.figure.hedge and verdict_on(need, own.figure.asserted) is None
    if own.figure.hedge and step.satisfied is None:  # "a hedge that does not settle it: doubtful (hedged)"
        step.reasons.add("hedged")
    step.bounds = own.bounds
    step.above_whole = own.above_whole
    return step


def verified_step(own: Known, need: Requirement) -> Step:
    """Judge a verified value of the indicator itself, which "is only compared"."""
    step = plain_step(own, need)
    step.verified = step.settled = True
    step.evidence = "verified"
    if own.adjusted:  # "adjusted where it differs from the observation"
        step.reasons.add("adjusted")
    return step
