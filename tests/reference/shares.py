"""Step 2 of a share with its parts."""

from __future__ import annotations

from fractions import Fraction

from .figures import Known, Quotient, bound, figures_of, quotient_of
from .intervals import Requirement, hull, meet
from .reading import Review
from .single import plain_step
from .steps import GRADES, RANKS, Case, Step, verdict_on


def share_step(own: Known, parts: Quotient, need: Requirement, case: Case) -> Step:
    """Judge a share with both its parts."""
    # "a wider one … is an upper bound of the figure asked for, a narrower one … a lower bound …; an unrelated one
    # proves nothing": only what they prove can part them, or decide
    proved = bound(parts.interval, parts.bounds)
    if meet(bound(own.figure.asserted, own.bounds), proved):
        if weaker(parts, own):
            return blocked_share(own, parts, need)
        # "if the intervals of share and quotient meet, the quotient decides where its interval settles the target
        # (recomputed), else the reported share decides"
        if verdict_on(need, proved) is None:
            return plain_step(own, need)
        return recomputed(parts, need, case)
    if quotient_decides(own, parts, case):
        return recomputed(parts, need, case)
    # "else both are in question"; a part verified at the very number that was reported leaves all as it was
    if weaker(parts, own) and not any(
        part.verified and not part.confirmed for part in (parts.above, parts.below)
    ):
        return blocked_share(own, parts, need)
    return both_in_question(own, parts, need, case)


def derived_step(parts: Quotient, need: Requirement, case: Case) -> Step:
    """Judge the quotient of the reported parts where no share is reported."""
    step = on_quotient(parts, need, case)
    step.reasons.add("derived")
    if step.satisfied is None:  # "A derived share whose interval does not settle the target is doubtful."
        step.rounding_sensitive = not parts.hedged and verdict_on(need, parts.interval) is None
        blame_parts(step, parts)
    return step


def recomputed(parts: Quotient, need: Requirement, case: Case) -> Step:
    """Judge by the quotient in place of a reported share."""
    step = on_quotient(parts, need, case)
    step.reasons.add("recomputed")
    if step.satisfied is None:
        step.rounding_sensitive = not parts.hedged and verdict_on(need, parts.interval) is None
        blame_parts(step, parts)
    return step


def blocked_share(own: Known, parts: Quotient, need: Requirement) -> Step:
    """Judge by a share with a weaker part."""
    # "the share decides, but a quotient that fails blocks its hit (inconsistent)"
    step = plain_step(own, need)
    proved = bound(parts.interval, parts.bounds)
    if verdict_on(need, bound(step.question, step.bounds)) and need.none_hold(proved):
        step.reached = True
        step.is_doubtful("inconsistent")
    if not meet(bound(own.figure.asserted, own.bounds), proved):  # the flag is kept where it blocks nothing
        step.reasons.add("inconsistent")
    return step


def both_in_question(own: Known, parts: Quotient, need: Requirement, case: Case) -> Step:
    """Judge where share and quotient contradict each other."""
    # "if they do not meet: in question are both (inconsistent)"; "where every value in question fails, it is not
    # satisfied"
    step, other = plain_step(own, need), on_quotient(parts, need, case)
    step.pieces = plain_step(own, need), on_quotient(parts, need, case)
    step.above_whole |= other.above_whole
    step.question = hull(step.question, other.question)
    if step.satisfied != other.satisfied or step.satisfied is None:
        step.satisfied = step.decided_on = None
        step.rounding_sensitive = False
    elif not is_nearer(need, step.satisfied, step.decided_on, other):
        step.decided_on = other.decided_on  # the nearer to the other side of the line settles it
    step.reasons.add("inconsistent")
    if other.satisfied is None and parts.hedged:
        step.reasons.add("hedged")
    step.evidence = min(step.evidence, other.evidence, key=GRADES.index)
    step.rests_on += other.rests_on
    step.bounds += other.bounds
    either = step.estimated or other.estimated
    if either and step.satisfied is False and not (step.estimated and other.estimated):
        # one that is no estimate fails by itself: "A doubt may … never excuse a miss"
        step.reasons.add("estimated")
        either = False
    step.estimated = either
    step.settled &= other.settled
    return step


def on_quotient(parts: Quotient, need: Requirement, case: Case) -> Step:
    """Judge by a quotient alone."""
    both = (parts.above, parts.below)
    step = Step(
        verdict_on(need, parts.interval),
        parts.period,
        None if parts.hedged else parts.value,
        question=parts.interval,
    )
    step.evidence = min((part.evidence for part in both), key=GRADES.index)  # "the grade of its weakest part"
    step.settled = all(part.settled for part in both)  # "it takes the weakest status it rests on"
    step.estimated = any(part.estimated for part in both)
    step.verified = all(part.verified for part in both)
    step.rests_on = tuple(part.indicator.key for part in both)
    step.above_whole = parts.above_whole
    step.bounds = parts.bounds
    if any(part.adjusted for part in both):
        step.reasons.add("adjusted")
    return step


def blame_parts(step: Step, parts: Quotient) -> None:
    """Say what of the parts leaves their quotient open."""
    if parts.hedged:
        step.reasons.add("hedged")


def weaker(parts: Quotient, own: Known) -> bool:
    """Say whether a part is weaker than the share."""
    if parts.above.verified and parts.below.verified:
        return False
    # "status final › provisional, unstated › estimated; evidence documented › cited › claimed"
    return any(
        RANKS[part.rank_status] < RANKS[own.rank_status]
        or GRADES.index(part.rank_evidence) < GRADES.index(own.rank_evidence)
        for part in (parts.above, parts.below)
    )


def quotient_decides(own: Known, parts: Quotient, case: Case) -> bool:
    """Say whether verified parts settle a contradiction with the reported share."""
    verified = [part for part in (parts.above, parts.below) if part.verified]
    if len(verified) == 2:  # "the quotient decides (recomputed) if both parts are verified"
        return True
    if not verified:
        return False
    [part] = verified
    [other] = [one for one in (parts.above, parts.below) if not one.verified]
    # "its number differs from the observation (compared exactly, after conversion) or there was none"
    moved = not part.confirmed
    # "the three reported figures agreed or were not all there"
    reported = figures_of(case.report, Review(), case.library.catalogue, case.as_of)
    before = quotient_of(own.indicator, reported, case.library.catalogue)
    agreed = (
        before is None
        or before.period != own.period
        or meet(bound(own.figure.asserted, own.bounds), bound(before.interval, before.bounds))
    )
    return moved and agreed and not other.estimated  # "and the other part is no estimate"


def is_nearer(need: Requirement, hit: bool | None, number: Fraction | None, other: Step) -> bool:
    """Say whether a number is nearer to the other side of the line than what the other figure comes to."""
    if number is None:
        return False
    below = hit == need.is_floor
    end = other.decided_on
    if end is None:
        end = other.question.low if below else other.question.high
    return end is None or (number <= end if below else number >= end)
