"""Step 3: time, by the period of the observation."""

from __future__ import annotations

from .intervals import Requirement
from .reading import Indicator, Target
from .steps import Case, Step


def timed(step: Step, target: Target, need: Requirement | None, case: Case) -> tuple[str, set[str]]:
    """Read the table of times; return the outcome, and what it adds to the reasons."""
    indicator = case.library.catalogue.indicators[target.indicator]
    if step.period.year == target.due and step.period.whole:
        return {True: "met", False: "missed", None: "undecided"}[step.satisfied], set()
    if step.period.year < target.due:
        return earlier(step, indicator, need, case)
    if step.period.year == target.due:
        return part_of_due(step, indicator, need)
    return later(step)


def earlier(step: Step, indicator: Indicator, need: Requirement | None, case: Case) -> tuple[str, set[str]]:
    """An earlier year, whole or part."""
    if step.satisfied:
        # "met early only for what cannot be undone: an added count (counting cumulative, or items dated), an attested
        # milestone"; what is under a ceiling can be undone
        done = indicator.kind == "milestone"
        if indicator.nature == "added" and need and need.is_floor:
            reported = case.report.observations.get(indicator.key)
            dated = bool(
                reported and reported.items and all(item.day("recognised_on") for item in reported.items)
            )
            done = dated or "counted" in step.reasons or bool(reported and reported.counting == "cumulative")
        part = indicator.nature == "added" or (indicator.nature == "flow" and not step.period.whole)
        if part and need and not need.is_floor:
            return "not_due", set()  # under a ceiling a part of what grows is no level reached
        # else "not_due early (the level is reached; the due year's figure decides)"
        return ("met" if done else "not_due"), {"early"}
    return "not_due", set()


def part_of_due(step: Step, indicator: Indicator, need: Requirement | None) -> tuple[str, set[str]]:
    """Part of the due year."""
    grows = indicator.nature in ("flow", "added") or indicator.kind == "milestone"
    if step.satisfied and grows and (need is None or need.is_floor):
        # "met early for a flow, an added count, an attested milestone (they can only grow)"
        return "met", {"early"}
    if step.satisfied:
        # "a stock and a share: not_due early, part_year"; under a ceiling a part of what grows is no level reached
        return "not_due", {"part_year"} if grows else {"early", "part_year"}
    if step.satisfied is False and indicator.nature in ("flow", "added") and need and not need.is_floor:
        # "missed for a flow that is over its ceiling"; what is added is the flow of a count, and "can only grow" too
        return "missed", set()
    return "not_due", {"part_year"}


def later(step: Step) -> tuple[str, set[str]]:
    """After the due year."""
    # "undecided after_due, unless achieved_on or items settle the due date"
    if step.satisfied is not None and step.settles_due:
        return ("met" if step.satisfied else "missed"), set()
    return "undecided", {"after_due"}
