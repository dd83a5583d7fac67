"""The draws are the same for ever: their values are pinned, and what they may depend on is nothing else."""

from fractions import Fraction

import pytest

from hubei_digecon.scoreboard.draws import DRAWS, SEED, SPREAD, UNIT, factor


def test_what_is_fixed() -> None:
    assert (2025, 1000, Fraction(1, 4)) == (SEED, DRAWS, SPREAD)


@pytest.mark.parametrize(
    ("draw", "indicator", "digest", "drawn"),
    [
        (1, "gdp", "c605d5484b94b39e6ac9b29f6a1e33a8efea5dcb64ac0f4944410a2355b7e51a", 9670),
        (
            1000,
            "core_share_of_gdp",
            "7ae44d91d0a98d6e754c9531bbb32defad810d3e67b9d7de3d74a108c0b1e82d",
            12075,
        ),
    ],
)
def test_a_factor_is_read_off_a_digest_that_other_programs_make_too(
    draw: int, indicator: str, digest: str, drawn: int
) -> None:
    """The digests are what ``printf 2025:1:gdp | sha256sum`` prints."""
    assert factor(draw, indicator) == drawn == 7500 + int(digest, 16) % 5001


def test_factors_fill_the_spread_evenly() -> None:
    drawn = [Fraction(factor(draw, "gdp"), UNIT) for draw in range(1, DRAWS + 1)]
    assert 1 - SPREAD <= min(drawn) < Fraction(76, 100)
    assert Fraction(124, 100) < max(drawn) <= 1 + SPREAD
    tenths = [sum(1 for one in drawn if (one - 1 + SPREAD) // (SPREAD / 5) == tenth) for tenth in range(10)]
    assert min(tenths) > 70
    assert max(tenths) < 130
    assert abs(sum(drawn, Fraction(0)) / DRAWS - 1) < Fraction(1, 50)


def test_indicators_are_drawn_apart() -> None:
    one, other = ([factor(draw, id) for draw in range(1, DRAWS + 1)] for id in ("gdp", "gazelle_firms"))
    same_side = sum(1 for a, b in zip(one, other, strict=True) if (a > UNIT) == (b > UNIT))
    assert 450 < same_side < 550
