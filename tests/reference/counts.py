"""Step 2 of a count with the list behind it."""

from __future__ import annotations

from fractions import Fraction

from . import items as listing
from .figures import Known
from .intervals import Interval, Requirement
from .reading import Target
from .steps import Case, Step, end_of, verdict_on


def counted_step(own: Known, target: Target, need: Requirement, case: Case) -> Step:
    """Judge a count by the list behind it."""
    assert own.observation
    after_due = own.period.year > target.due
    last = min(own.period.end, end_of(target.due))
    day = listing.Day(target.since, last, case.as_of, dated_only=after_due)
    found = listing.count(
        own.observation.items, own.indicator, day, case.review.rejected.get(own.indicator.key, ())
    )
    # "in question are the values from the eligible items to eligible + items lacking a needed field + (value − items
    # listed, if positive); more eligible items than the value: both"
    value = own.figure.compared
    rest = None if value.high is None else max(Fraction(0), value.high - found.listed)
    top = None if rest is None else found.most + found.lacking + rest
    low = Fraction(found.least)
    if value.high is not None and found.least > value.high:
        low = min(low, value.low if value.low is not None else Fraction(0))
    question = Interval(low, top)
    settled = verdict_on(need, question)
    step = Step(settled, own.period, rests_on=(own.indicator.key,), question=question)
    # "All satisfy or none: decided (counted); else doubtful (item_count)."
    step.reasons.add("item_count" if settled is None else "counted")
    if settled is None and own.figure.hedge and verdict_on(need, value) is None:
        step.reasons.add("hedged")
    # "decided_on is the number of eligible items, or the bound that settles it"; nothing where it is open
    if settled is not None:
        step.decided_on = low if settled == need.is_floor else top
    step.evidence, step.settled, step.estimated = own.evidence, own.settled, own.estimated
    if own.verified:  # the list stays the submitter's; the number is the assessor's
        step.evidence = own.observation.evidence
        step.settled = step.evidence == "documented"
        step.reasons |= {"adjusted"} if own.adjusted else set()
    step.bounds = own.bounds
    if listing.has_duplicates(own.observation.items, last):
        step.errors.add("duplicate-item")
    step.settles_due = settles_due(step, own, found, need)
    return step


def settles_due(step: Step, own: Known, found: listing.Count, need: Requirement) -> bool:
    """Say whether the items settle how it stood at the end of the due year, in a later report."""
    # Satisfied: "items settle the due date: eligible at the end of the due year and enough"
    if step.satisfied and need.is_floor:
        return need.holds(Fraction(found.least))
    if step.satisfied is False and not need.is_floor:  # over its ceiling by the end of the due year already
        return not need.holds(Fraction(found.least))
    # Not satisfied: "an added count said to be cumulative whose items are all dated and as many as its value"
    assert own.observation
    return (
        own.indicator.nature == "added"
        and own.observation.counting == "cumulative"
        and found.all_dated
        and found.listed == own.figure.value
        and not own.figure.hedge
    )
