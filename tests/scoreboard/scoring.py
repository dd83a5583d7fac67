"""Scores made of nothing but attainments and weights."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.scoreboard import EQUAL, Score, ScorePart, Weights

from ..building import FLOW, judged, target


def score(attainments: Mapping[str, object], weights: Weights = EQUAL) -> Score:
    """Return the score of a place that has come so far on each indicator; ``None`` where no value counts."""
    return Score(
        tuple(
            ScorePart(
                _finding(id),
                weights.get(id, Fraction(1)),
                None if attainment is None else Fraction(str(attainment)),
            )
            for id, attainment in attainments.items()
        )
    )


@cache
def _finding(id: str) -> Finding:
    return judged(target(FLOW._replace(id=id), 100))
