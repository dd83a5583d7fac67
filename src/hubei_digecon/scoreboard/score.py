"""The mean attainment (平均实现程度) of one report, and the bounds that what is missing leaves.

No official formula exists. The mean is over the numeric targets that have a value, each capped at 1;
the lower bound takes 0 for every other numeric target, the upper bound 1. Milestones are no part of it.
After the practice of the Handbook on Constructing Composite Indicators (OECD and JRC, 2008).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..comparators import MILESTONE
from ..findings import Finding, Outcome, Reason

SETTLED = (Outcome.MET, Outcome.MISSED, Outcome.NOT_DUE)
"""Outcomes whose value counts: decided, or not yet due. What is in doubt is missing, not guessed."""

Weights = Mapping[str, Fraction]
"""A weight for each indicator by id; one that is not there weighs 1."""

EQUAL: Weights = {}


@dataclass(frozen=True, slots=True)
class Part:
    """One numeric target in a score. ``attainment`` is how much of what is required is attained, at
    most 1; ``None`` where there is no value that counts.
    """

    finding: Finding
    weight: Fraction
    attainment: Fraction | None

    @property
    def indicator(self) -> str:
        """The indicator by id."""
        return self.finding.target.indicator.id


@dataclass(frozen=True, slots=True)
class Score:
    """The mean attainment over ``parts``, at most 1, with its bounds.

    ``parts`` are the numeric targets that are not waived, in the order of the target file.
    """

    parts: tuple[Part, ...]

    @property
    def valued(self) -> tuple[Part, ...]:
        """The parts with a value."""
        return tuple(part for part in self.parts if part.attainment is not None)

    @property
    def coverage(self) -> Fraction | None:
        """Targets with a value ÷ numeric targets not waived; ``None`` without any."""
        return Fraction(len(self.valued), len(self.parts)) if self.parts else None

    @property
    def mean(self) -> Fraction | None:
        """The weighted mean over the parts with a value; ``None`` where none has one that weighs."""
        return weighted((part.weight, part.attainment) for part in self.parts)

    @property
    def lower(self) -> Fraction | None:
        """The mean with 0 for every missing value."""
        return self._bound(Fraction(0))

    @property
    def upper(self) -> Fraction | None:
        """The mean with 1 for every missing value."""
        return self._bound(Fraction(1))

    def _bound(self, missing: Fraction) -> Fraction | None:
        return weighted(
            (part.weight, missing if part.attainment is None else part.attainment) for part in self.parts
        )


def score_of(findings: Iterable[Finding], weights: Weights = EQUAL) -> Score:
    """Return the score of the findings of one report."""
    return Score(
        tuple(
            Part(finding, weights.get(finding.target.indicator.id, Fraction(1)), capped(finding))
            for finding in findings
            if finding.target.comparator is not MILESTONE and finding.outcome is not Outcome.WAIVED
        )
    )


def capped(finding: Finding) -> Fraction | None:
    """Return the attainment, at most 1; ``None`` where no value counts.

    Where a quotient says nothing, as of values that are not above 0, it is all or nothing.
    """
    target, decided = finding.target, finding.decided_on
    if finding.outcome not in SETTLED or decided is None or target.value is None or _still_open(finding):
        return None
    if finding.attainment is None:
        return Fraction(target.comparator.holds(decided, target.value))
    return min(finding.attainment, Fraction(1))


def _still_open(finding: Finding) -> bool:
    """Whether the value is a sum that still grows, which says nothing yet of a target it must stay below."""
    target = finding.target
    growing = target.indicator.grows and Reason.PART_YEAR in finding.reasons
    return growing and target.comparator.proved_by_growth is False


def weighted(parts: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """Return the weighted mean of the values there are; ``None`` where nothing weighs."""
    known = [(weight, value) for weight, value in parts if value is not None]
    whole = sum((weight for weight, _ in known), Fraction(0))
    return sum((weight * value for weight, value in known), Fraction(0)) / whole if whole else None
