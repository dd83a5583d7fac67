"""The mean attainment (平均实现程度) of one report, with bounds for what is missing.

There is no official formula. The mean is over the numeric targets that have a value, each capped at 1. The
lower bound takes 0 for every other numeric target, the upper bound 1. Milestones are left out. It follows the
Handbook on Constructing Composite Indicators (OECD and JRC, 2008).
"""

from collections.abc import Iterable
from fractions import Fraction

from ..domain.findings import Finding
from ..domain.outcomes import Outcome, Reason
from ..domain.scoreboard import EQUAL, Score, ScorePart, Weights

SETTLED = (Outcome.MET, Outcome.MISSED, Outcome.NOT_DUE)
"""Outcomes whose value counts: decided, or not yet due. What is in doubt is missing, not guessed."""


def score_of(findings: Iterable[Finding], weights: Weights = EQUAL) -> Score:
    """Return the score of the findings of one report."""
    return Score(
        tuple(
            ScorePart(finding, weights.get(finding.target.indicator.id, Fraction(1)), capped(finding))
            for finding in findings
            if finding.weighs
            and not finding.target.comparator.is_attested
            and finding.outcome is not Outcome.WAIVED
        )
    )


def capped(finding: Finding) -> Fraction | None:
    """Return the attainment, at most 1; ``None`` if no value counts.

    If a quotient says nothing, as for values that are not above 0, the attainment is 0 or 1.
    """
    target, decided = finding.target, finding.decided_on
    if finding.outcome not in SETTLED or decided is None or target.value is None or _still_open(finding):
        return None
    if finding.attainment is None:
        return Fraction(target.comparator.holds(decided, target.value))
    return min(finding.attainment, Fraction(1))


def _still_open(finding: Finding) -> bool:
    """Whether the value is a sum that still grows, which says nothing yet but of a floor."""
    target = finding.target
    growing = target.indicator.grows and Reason.PART_YEAR in finding.reasons
    return growing and target.comparator.proved_by_growth is not True
