"""The four steps for each target of a report, and the verdict: section 4 of the design, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .counts import counted_step
from .doubts import block_and_doubt
from .figures import Known, Quotient, bound, broken_relations, figures_of, quotient_of, share_relation
from .intervals import Requirement, meet
from .milestones import milestone_step
from .reading import Target
from .shares import derived_step, quotient_decides, share_step
from .single import plain_step, verified_step
from .steps import Case, Step, in_force, verdict_on
from .timing import timed


@dataclass(frozen=True)
class Finding:
    """One target judged."""

    target: str
    outcome: str
    underlying: str | None
    reasons: frozenset[str]
    decided_on: Fraction | None
    evidence: str | None
    final: bool
    rounding_sensitive: bool
    reading_sensitive: bool


@dataclass(frozen=True)
class Assessment:
    """All findings for one report."""

    verdict: str
    final: bool
    findings: tuple[Finding, ...]
    errors: frozenset[str]


def assess(case: Case) -> Assessment:
    """Judge all targets of a report's place, and come to a verdict."""
    targets = case.library.targets[case.report.entity]
    judged = [judge_target(target, case) for target in targets]
    findings = tuple(finding for finding, _ in judged)
    errors = {error for _, found in judged for error in found} | report_errors(case)
    year = case.report.period.year
    # "What weighs: the targets due in the report's year; if there are none, those due later; if none, all."
    weighing = (
        [f for t, f in zip(targets, findings, strict=True) if t.due == year]
        or [f for t, f in zip(targets, findings, strict=True) if t.due > year]
        or list(findings)
    )
    verdict = verdict_of({f.outcome for f in weighing}, bool(errors))
    # "final when its verdict is compliant or noncompliant and every finding that weighs is final"
    final = verdict in ("compliant", "noncompliant") and all(f.final for f in weighing)
    return Assessment(verdict, final, findings, frozenset(errors))


def judge_target(target: Target, case: Case) -> tuple[Finding, set[str]]:
    """Judge one target; return the finding, and the errors that its judging raises."""
    need = target.requirement
    step = numeric_step(target, need, case) if need else milestone_step(target, case)
    outcome, reasons = outcome_of(step, target, need, case)
    # "Where the two readings part, the finding is flagged reading_sensitive"
    other = None
    if target.other and step:
        other = outcome_of(numeric_step(target, target.other, case), target, target.other, case)[0]
    waiver = case.review.waivers.get(target.key)
    # "Waiver in force: waived, whatever came before (kept as underlying); never met."
    waived = bool(waiver and in_force(waiver.from_day, waiver.to_day, case.as_of))
    finding = Finding(
        target.key,
        "waived" if waived else outcome,
        outcome if waived else None,
        frozenset(reasons),
        step.decided_on if step else None,
        step.evidence if step else None,
        waived or is_final(step, target, outcome),
        bool(step and step.rounding_sensitive),
        other is not None and other != outcome,
    )
    return finding, step.errors if step else set()


def outcome_of(
    step: Step | None, target: Target, need: Requirement | None, case: Case
) -> tuple[str, set[str]]:
    """Judge to the end of step 3."""
    if step is None:
        return "no_data", set()
    outcome, added = timed(step, target, need, case)
    reasons = step.reasons | added
    indicator = case.library.catalogue.indicators[target.indicator]
    if indicator.nature == "added" and target.since is None:
        reasons.add("base_unstated")  # "without since … the finding carries base_unstated"
    if need:
        reasons |= levels(step, target, need)
    return outcome, reasons


def numeric_step(target: Target, need: Requirement, case: Case) -> Step | None:
    """Find the value of a target with a number, and whether it satisfies; None where there is no value."""
    indicator = case.library.catalogue.indicators[target.indicator]
    known = figures_of(case.report, case.review, case.library.catalogue, case.as_of)
    own, parts = known.get(indicator.key), quotient_of(indicator, known, case.library.catalogue)
    # "The (verified) value › for a share, the quotient of its reported parts (derived) › none: no_data"
    listed = own and own.observation and own.observation.items
    # After the due year it takes the items to settle the due date, whether or not the number is verified.
    if own and own.verified and not (listed and own.period.year > target.due):
        step = verified_step(own, need)
    elif own and parts and parts.period == own.period:  # "share with both parts at the same period"
        step = share_step(own, parts, need, case)
    elif own and listed:
        step = counted_step(own, target, need, case)
    elif own:
        step = plain_step(own, need)
    elif parts:
        step = derived_step(parts, need, case)
    else:
        return None
    block_and_doubt(step, indicator, need, known, case)
    return step


def levels(step: Step, target: Target, need: Requirement) -> set[str]:
    """Say how a value stands to the line and to the softer tier."""
    found = set()
    if step.decided_on == need.value:
        found.add("at_line")  # "A value exactly on the line is told so (at_line)."
    if target.stretch is not None and step.reached:
        # "within_stretch (below it), reached_stretch (at or above it)", where all values in question are
        softer = Requirement("at_least" if need.is_floor else "at_most", target.stretch)
        beyond = verdict_on(softer, step.question)
        if beyond is not None:
            found.add("reached_stretch" if beyond else "within_stretch")
    return found


def is_final(step: Step | None, target: Target, outcome: str) -> bool:
    """Say whether a finding is final."""
    # "A finding is final where it rests on final or verified figures of the due year (counts and milestones: on
    # documented ones)"
    if step is None or outcome not in ("met", "missed"):
        return False
    of_due_year = step.period.year == target.due and step.period.whole
    return step.settled and (of_due_year or step.period.year > target.due)


def verdict_of(outcomes: set[str], errors: bool) -> str:
    """Return the first verdict that holds."""
    # "noncompliant (any missed) › incomplete (any undecided, no_data or error of judging) › pending (any not_due) ›
    # compliant (at least one met, the rest waived) › incomplete"
    if "missed" in outcomes:
        return "noncompliant"
    if outcomes & {"undecided", "no_data"} or errors:
        return "incomplete"
    if "not_due" in outcomes:
        return "pending"
    return "compliant" if "met" in outcomes else "incomplete"


def report_errors(case: Case) -> set[str]:
    """Return the errors among the figures of a report, whichever target they touch."""
    catalogue = case.library.catalogue
    known = figures_of(case.report, case.review, catalogue, case.as_of)
    errors = set()
    if broken_relations(known, catalogue):
        errors.add("exceeds-whole")
    for indicator in catalogue.indicators.values():
        divisor = known.get((share_relation(indicator, catalogue) or ("", ""))[1])
        if divisor and divisor.never_positive:
            errors.add("divisor-not-positive")
        own, parts = known.get(indicator.key), quotient_of(indicator, known, catalogue)
        # "an error (share-above-whole) whatever the scope", of a quotient beside a reported share too
        if (own and own.above_whole) or (parts and parts.above_whole):
            errors.add("share-above-whole")
        if own and parts and contradicted(own, parts, case):
            errors.add("ratio-mismatch")
    return errors


def contradicted(own: Known, parts: Quotient, case: Case) -> bool:
    """Say whether a share contradicts its parts by an error that the submitter has to fix."""
    # "other figures that disagree with [a verified value] are diagnostics"; what verified parts settle is the assessor's
    if own.period != parts.period or own.verified or quotient_decides(own, parts, case):
        return False
    return not meet(bound(own.figure.asserted, own.bounds), bound(parts.interval, parts.bounds))
