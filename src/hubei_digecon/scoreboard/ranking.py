"""Rank places of one kind among themselves, if enough of them can be compared.

How stable a rank is, is tested with drawn weights; the draws are the same in every run. In a draw the weight
of an indicator is its own weight × u, where u is one of 0.7500, 0.7501, … 1.2500. The SHA-256 of
``SEED:DRAW:INDICATOR`` in UTF-8 (as in ``2025:1:gdp``) decides which: its 32 bytes are one big-endian number,
taken modulo the number of steps. So only the seed, the draw and the indicator matter, not the version of
Python, nor the places and their order.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from math import ceil, lcm
from operator import mul
from typing import NamedTuple

from ..domain.scoreboard import Rank, Ranking, Score
from ..quantity.numbers import plain
from ..text import Text

SEED = 2025
DRAWS = 1000
SPREAD = Fraction(1, 4)
"""How far a weight is drawn from its own, to either side."""

UNIT = 10_000
"""How many steps make a factor of 1."""

_LEAST = int(UNIT * (1 - SPREAD))
_STEPS = int(2 * UNIT * SPREAD) + 1

LEAST_COVERAGE = Fraction(4, 5)
LEAST_PLACES = 5
PERCENTILES = (5, 95)
"""The percentiles of the ranks over all draws that bound the interval of a rank."""

LEAST_IN_PERCENT = f"{plain(LEAST_COVERAGE * 100)}%"

TOO_FEW = Text(
    "指标填报率达到{coverage}、可以排位次的有{able}个，不足{least}个，不排位次。",
    "Places that can be ranked (with a coverage of {coverage} or more): {able}; ranks take at least {least}, "
    "so there are none.",
)
LOW_COVERAGE = Text(
    "数值目标{parts}项，有数值的{valued}项，指标填报率未达到{coverage}，不参加排位。",
    "Values for {valued} of {parts} numeric targets, a coverage of less than {coverage}: it is not ranked.",
)
NOTHING_WEIGHS = Text(
    "各项数值目标的权重都是0，不参加排位。", "All its numeric targets weigh 0: it is not ranked."
)


def rank(scores: Mapping[str, Score]) -> Ranking:
    """Rank places of one kind, given by id, by the lower bound of their scores."""
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
    tallies = [_WholeScore.of(score) for score in scores.values()]
    first = _ranks(tallies, weights)
    drawn = [
        _ranks(tallies, {id: weight * factor(draw, id) for id, weight in weights.items()})
        for draw in range(1, DRAWS + 1)
    ]
    for id, own, others in zip(scores, first, zip(*drawn, strict=True), strict=True):
        low, high = (nearest_rank(sorted(others), percent) for percent in PERCENTILES)
        yield id, Rank(own, low, high, len(tallies))


def factor(draw: int, indicator: str) -> int:
    """Return u of one draw, counted from 1, for one indicator, in steps of 1/``UNIT``."""
    digest = sha256(f"{SEED}:{draw}:{indicator}".encode()).digest()
    return _LEAST + int.from_bytes(digest, "big") % _STEPS


def _whole_weights(scores: Mapping[str, Score]) -> dict[str, int]:
    """Return the weight of each indicator multiplied by one number that makes all of them whole."""
    weights = {part.indicator: part.weight for score in scores.values() for part in score.parts}
    common = lcm(*(weight.denominator for weight in weights.values()))
    return {id: int(weight * common) for id, weight in weights.items()}


class _WholeScore(NamedTuple):
    """The attainments of one place with 0 for what is missing, as whole numbers over ``common``."""

    indicators: Sequence[str]
    attainments: Sequence[int]
    common: int

    @classmethod
    def of(cls, score: Score) -> "_WholeScore":
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


def _ranks(tallies: Sequence[_WholeScore], weights: Mapping[str, int]) -> list[int]:
    """Return the exact rank of each place with these weights: the best is 1, ties share one rank.

    Two different fractions with denominators up to d differ by at least 1/(d·d). Multiplied by d·d they have
    different whole parts, and whole numbers sort fast.
    """
    bounds = [tally.lower(weights) for tally in tallies]
    scale = max(below for _, below in bounds) ** 2
    heights = [above * scale // below for above, below in bounds]
    places: dict[int, int] = {}
    for place, height in enumerate(sorted(heights, reverse=True), 1):
        places.setdefault(height, place)
    return [places[height] for height in heights]


def nearest_rank(ordered: Sequence[int], percent: int) -> int:
    """Return the nearest-rank percentile: the least value that this per cent of the values do not exceed."""
    return ordered[ceil(Fraction(percent * len(ordered), 100)) - 1]
