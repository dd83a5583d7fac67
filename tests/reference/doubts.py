"""The flags of step 2 that block a hit, or make it doubtful both ways."""

from __future__ import annotations

from fractions import Fraction

from .figures import Known, bound, broken_relations, quotient_of
from .intervals import Interval, Requirement, lies_above
from .reading import Indicator
from .steps import GRADES, Case, Step, verdict_on


def block_and_doubt(
    step: Step, indicator: Indicator, need: Requirement, known: dict[str, Known], case: Case
) -> None:
    """Let the flags that are left block a hit, or make it doubtful both ways."""
    read_bounds(step, need)
    step.reached = step.reached or step.satisfied is True
    both_ways: set[str] = set()
    for piece in step.pieces:
        read_bounds(piece, need)
    found = {magnitude(piece, indicator, need, known) for piece in step.pieces or (step,)}
    sizes = "doubtful" if "doubtful" in found else "missed" if "missed" in found else None
    if sizes:
        step.errors.add("magnitude")
        step.reasons.add("magnitude")
    if sizes == "doubtful":
        both_ways.add("magnitude")
    # "every flag on the way is kept", whether or not there is a hit for it to block
    doubts = broken_doubts(step, known, case) | implausible_doubts(step, indicator, known, case)
    if GRADES.index(step.evidence) < GRADES.index(case.min_evidence):
        doubts.add("evidence")  # "evidence below --min-evidence: a hit becomes doubtful"
    step.reasons |= doubts
    if doubts and step.satisfied:
        step.satisfied = None
    if step.above_whole:  # "an error (share-above-whole) whatever the scope; it decides nothing"
        both_ways.add("share_above_whole")
    # "status estimated, or a report dated before its period ended: doubtful both ways"; "periods that end after
    # [as_of] prove nothing"
    if step.estimated or step.period.end > case.as_of:
        both_ways.add("estimated")
    if both_ways:
        step.is_doubtful(*both_ways)


def read_bounds(step: Step, need: Requirement) -> None:
    """Read a figure of another scope or counting for what it proves."""
    # "a wider one is an upper bound of the figure asked for, a narrower one a lower bound, and the comparator decides
    # what a bound proves; an unrelated one proves nothing (scope)"
    if not step.bounds:
        return
    step.reasons.add("scope")  # kept as every flag is, also where the bound settles it
    step.question = bound(step.question, step.bounds)
    if step.satisfied is not None:
        step.satisfied = verdict_on(need, step.question)


def broken_doubts(step: Step, known: dict[str, Known], case: Case) -> set[str]:
    """Say whether a relation is broken by a figure that the outcome rests on."""
    # "a relation broken (no_more_than, among verified figures too) … by a figure that the outcome rests on: a hit
    # becomes doubtful (inconsistent)"
    for part, whole in broken_relations(known, case.library.catalogue):
        for one, other in ((part, whole), (whole, part)):
            only_compared = (
                step.verified and len(step.rests_on) == 1
            )  # "a verified value of the indicator itself"
            if one.indicator.key in step.rests_on and (other.verified or not only_compared):
                return {"inconsistent"}
    return set()


def implausible_doubts(step: Step, indicator: Indicator, known: dict[str, Known], case: Case) -> set[str]:
    """Say whether what decides is larger than is plausible, its scope unstated."""
    for relation in case.library.catalogue.relations:
        if relation.get("plausible") != indicator.key or step.verified:
            continue
        limit = Interval(None, Fraction(relation["at_most"]))
        own, parts = known.get(indicator.key), quotient_of(indicator, known, case.library.catalogue)
        seen = []
        if own and indicator.key in step.rests_on:
            seen.append((own.scope, own.figure.asserted))
        if parts and parts.above.indicator.key in step.rests_on:
            seen.append((parts.above.scope, parts.interval))
        # A share above 100 % is an error "whatever the scope": its scope is not asked for.
        whole = Interval(None, Fraction(100))
        if any(s is None and lies_above(v, limit) and not lies_above(v, whole) for s, v in seen):
            return {"scope"}
    return set()


def magnitude(step: Step, indicator: Indicator, need: Requirement, known: dict[str, Known]) -> str | None:
    """Say what a value of a magnitude that nobody means makes of the outcome."""
    # "(amounts and shares; floors, and ceilings mirrored)"; a verified value is only compared
    if indicator.kind not in ("amount", "share") or step.verified or need.value <= 0:
        return None
    value = step.decided_on
    if value is None:  # of a hedged figure, the end that is nearest to the line
        value = step.question.low if step.satisfied == need.is_floor else step.question.high
    if value is None:
        return None
    # a quotient is of amounts, and slips as they do
    by_parts = indicator.key not in step.rests_on
    slips: tuple[int, ...] = (10**4, 10**8)
    if indicator.kind == "share" and not by_parts:  # "a fraction under %": no other unit takes fractions
        slips = (100,) if known[indicator.key].figure.unit == "%" else ()
    if step.satisfied is True:
        # "from 100 times the required value a hit is doubtful until a review verifies it"
        huge = value >= 100 * need.value if need.is_floor else 0 < value <= need.value / 100
        return "doubtful" if huge else None
    if step.satisfied is False and (indicator.nature != "flow" or step.period.whole):
        # A part of a year says nothing of the magnitude of a flow that falls short of a year's.
        # "above 0 and up to a fiftieth of it the miss stands, with the error magnitude, unless one slip that can be
        # named … would bring it to the target and below 100 times it: then undecided"
        if need.is_floor:
            tiny = 0 < value <= need.value / 50
            fixed = any(need.holds(value * slip) and value * slip < 100 * need.value for slip in slips)
        else:
            tiny = value >= 50 * need.value
            fixed = any(need.holds(value / slip) and value / slip > need.value / 100 for slip in slips)
        return ("doubtful" if fixed else "missed") if tiny else None
    return None
