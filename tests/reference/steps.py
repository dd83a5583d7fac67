"""What judging is made of: a case, and what its first two steps come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from .intervals import EVERYTHING, Interval, Requirement
from .reading import Library, Period, Report, Review

# "graded claimed < cited < documented < verified"
GRADES = ("claimed", "cited", "documented", "verified")
# "status final › provisional, unstated › estimated"
RANKS = {"estimated": 0, "provisional": 1, "unstated": 1, "final": 2}


@dataclass(frozen=True)
class Case:
    """One report, with its review, judged on one day."""

    report: Report
    review: Review
    as_of: date
    min_evidence: str
    library: Library


@dataclass
class Step:
    """What the first two steps come to: a value, and whether it satisfies."""

    satisfied: bool | None  # None is doubtful
    period: Period
    decided_on: Fraction | None = None
    reasons: set[str] = field(default_factory=set)
    evidence: str = "claimed"
    settled: bool = False  # rests on final or verified figures; counts and milestones on documented ones
    verified: bool = False
    rests_on: tuple[str, ...] = ()
    estimated: bool = False
    rounding_sensitive: bool = False
    above_whole: bool = False  # a share above 100 % is among what is in question
    settles_due: bool | None = None  # whether it settles the due date after the due year, where it can
    errors: set[str] = field(default_factory=set)
    reached: bool = False  # the value by itself satisfies, whatever blocks it
    bounds: tuple[str, ...] = ()  # what the scope or counting of what it rests on makes of it
    question: Interval = EVERYTHING  # all values in question
    pieces: tuple[Step, ...] = ()  # where two contradict each other, each by itself

    def is_doubtful(self, *reasons: str) -> None:
        """Make it doubtful both ways."""
        self.satisfied = None
        self.reasons.update(reasons)


def end_of(year: int) -> date:
    """Return the last day of a year."""
    return date(year, 12, 31)


def in_force(first: date, last: date | None, as_of: date) -> bool:
    """Say whether something is in force: "date ≤ as_of ≤ expires; the last day still counts"."""
    return first <= as_of and (last is None or as_of <= last)


def verdict_on(need: Requirement, values: Interval) -> bool | None:
    """Say whether all values satisfy, none does, or neither."""
    if need.all_hold(values):
        return True
    return False if need.none_hold(values) else None
