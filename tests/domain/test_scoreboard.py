"""Scores of places."""

from fractions import Fraction

import pytest

from hubei_digecon.domain.scoreboard import weighted


@pytest.mark.parametrize(
    ("parts", "mean"),
    [
        ([(1, Fraction(1, 2)), (3, Fraction(1))], Fraction(7, 8)),
        ([(1, Fraction(1, 2)), (3, None)], Fraction(1, 2)),
        ([(1, None)], None),
        ([], None),
    ],
)
def test_the_mean_is_of_the_values_there_are(
    parts: list[tuple[int, Fraction | None]], mean: Fraction | None
) -> None:
    assert weighted((Fraction(weight), value) for weight, value in parts) == mean
