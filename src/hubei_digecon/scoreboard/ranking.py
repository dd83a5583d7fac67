"""Ranks of places of one kind among themselves, only where enough of them can be compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, lcm
from operator import mul

from ..exact import plain
from ..text import Text
from .draws import DRAWS, factor
from .score import Score

LEAST_COVERAGE = Fraction(4, 5)
LEAST_PLACES = 5
PERCENTILES = (5, 95)
"""The percentiles of the ranks over all draws that bound the interval of a rank."""

LEAST_IN_PERCENT = f"{plain(LEAST_COVERAGE * 100)}%"

TOO_FEW = Text(
    "可以排位次的（数据覆盖率达到{coverage}）有{able}个，至少要有{least}个，因此不排位次。",
    "Places that can be ranked (with a coverage of {coverage} or more): {able}; ranks take at least {least}, "
    "so there are none.",
)
LOW_COVERAGE = Text(
    "数值目标{parts}项，有数值的{valued}项，数据覆盖率未达到{coverage}，不参加排位。",
    "Values for {valued} of {parts} numeric targets, a coverage of less than {coverage}: it is not ranked.",
)
NOTHING_WEIGHS = Text(
    "各项数值目标的权重都是0，不参加排位。", "All its numeric targets weigh 0: it is not ranked."
)


@dataclass(frozen=True, slots=True)
class Rank:
    """The rank of one place among ``among`` of its kind, ties sharing one; and its interval: the
    nearest-rank 5th and 95th percentiles over draws of the weights.

    The rank itself may lie outside of the interval, where it hangs on just these weights.
    """

    rank: int
    low: int
    high: int
    among: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ranks of the places of one kind by id, best first; or ``why_not`` there are none.

    ``left_out`` tells why a place cannot be ranked, whether or not others are.
    """

    ranks: dict[str, Rank]
    why_not: Text | None = None
    left_out: Mapping[str, Text] = field(default_factory=dict)


def rank(scores: Mapping[str, Score]) -> Ranking:
    """Rank places of one kind, given by id, on the lower bound of their scores."""
    why = {id: reason for id, score in scores.items() if (reason := _left_out(score))}
    able = {id: scores[id] for id in sorted(scores) if id not in why}
    if len(able) < LEAST_PLACES:
        few = TOO_FEW.format(coverage=LEAST_IN_PERCENT, able=len(able), least=LEAST_PLACES)
        return Ranking({}, few, why)
    best_first = sorted(_ranked(able), key=lambda one: one[1].rank)
    return Ranking(dict(best_first), None, why)


def _left_out(score: Score) -> Text | None:
    """Return why a place cannot be ranked; ``None`` where it can."""
    if score.coverage is None or score.coverage < LEAST_COVERAGE:
        return LOW_COVERAGE.format(
            parts=len(score.parts), valued=len(score.valued), coverage=LEAST_IN_PERCENT
        )
    return NOTHING_WEIGHS if score.lower is None else None


def _ranked(scores: Mapping[str, Score]) -> Iterator[tuple[str, Rank]]:
    weights = _whole_weights(scores)
    tallies = [_Tally.of(score) for score in scores.values()]
    first = _ranks(tallies, weights)
    drawn = [
        _ranks(tallies, {id: weight * factor(draw, id) for id, weight in weights.items()})
        for draw in range(1, DRAWS + 1)
    ]
    for id, own, others in zip(scores, first, zip(*drawn, strict=True), strict=True):
        low, high = (nearest_rank(sorted(others), percent) for percent in PERCENTILES)
        yield id, Rank(own, low, high, len(tallies))


def _whole_weights(scores: Mapping[str, Score]) -> dict[str, int]:
    """Return the weight of each indicator × one number that makes all of them whole."""
    weights = {part.indicator: part.weight for score in scores.values() for part in score.parts}
    common = lcm(*(weight.denominator for weight in weights.values()))
    return {id: int(weight * common) for id, weight in weights.items()}


@dataclass(frozen=True, slots=True)
class _Tally:
    """The attainments of one place with 0 for what is missing, as whole numbers over ``common``."""

    indicators: Sequence[str]
    attainments: Sequence[int]
    common: int

    @classmethod
    def of(cls, score: Score) -> "_Tally":
        values = [part.attainment or Fraction(0) for part in score.parts]
        common = lcm(*(value.denominator for value in values))
        return cls(
            [part.indicator for part in score.parts],
            [value.numerator * (common // value.denominator) for value in values],
            common,
        )

    def lower(self, weights: Mapping[str, int]) -> tuple[int, int]:
        """Return the lower bound with these weights as numerator and denominator."""
        own = [weights[id] for id in self.indicators]
        return sum(map(mul, own, self.attainments)), self.common * sum(own)


def _ranks(tallies: Sequence[_Tally], weights: Mapping[str, int]) -> list[int]:
    """Return the rank of each place with these weights, exactly: the best is 1, ties share one.

    Two fractions that differ do so by at least 1/(d·d), d being the largest denominator: so their whole
    parts differ too once they are multiplied by d·d, and whole numbers sort fast.
    """
    bounds = [tally.lower(weights) for tally in tallies]
    scale = max(below for _, below in bounds) ** 2
    heights = [above * scale // below for above, below in bounds]
    places: dict[int, int] = {}
    for place, height in enumerate(sorted(heights, reverse=True), 1):
        places.setdefault(height, place)
    return [places[height] for height in heights]


def nearest_rank(ordered: Sequence[int], percent: int) -> int:
    """Return the nearest-rank percentile: the least value that so many percent do not exceed."""
    return ordered[ceil(Fraction(percent * len(ordered), 100)) - 1]
