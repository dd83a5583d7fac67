"""Ranks of places of one kind: only where enough can be compared, exact, and the same every time."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.scoreboard import Rank, Score, Weights
from hubei_digecon.scoreboard.ranking import (
    DRAWS,
    LEAST_COVERAGE,
    LEAST_PLACES,
    SEED,
    SPREAD,
    UNIT,
    factor,
    nearest_rank,
    rank,
)
from hubei_digecon.text import Text

from ..building import PROPERTY
from ..laws import examples
from .scoring import score

FEW = settings(PROPERTY, max_examples=examples(25))
"""A ranking tries a thousand weights, so fewer of them are tried."""


def _places(*values: str, indicator: str = "a") -> dict[str, Score]:
    """Return places named one, two, … that have come so far on one indicator."""
    names = ("one", "two", "three", "four", "five", "six", "seven")
    return {name: score({indicator: value}) for name, value in zip(names, values, strict=False)}


def test_the_bar_is_that_of_the_issue() -> None:
    assert (Fraction(4, 5), 5) == (LEAST_COVERAGE, LEAST_PLACES)


def test_the_best_is_first_and_ties_share_a_rank() -> None:
    made = rank(_places("0.5", "0.9", "0.7", "0.9", "0.1"))
    assert [(id, one.rank, one.among) for id, one in made.ranks.items()] == [
        ("four", 1, 5),
        ("two", 1, 5),
        ("three", 3, 5),
        ("one", 4, 5),
        ("five", 5, 5),
    ]
    assert (made.why_not, made.left_out) == (None, {})


def test_with_one_indicator_no_weight_changes_a_rank() -> None:
    assert rank(_places("0.5", "0.9", "0.7", "0.8", "0.1")).ranks == {
        id: Rank(place, place, place, 5)
        for place, id in enumerate(("two", "four", "three", "one", "five"), 1)
    }


def test_ranks_are_on_the_lower_bound() -> None:
    """The mean of what is there would put the gap first; with 0 for it, it is last."""
    full = dict.fromkeys("abcde", "0.85")
    places = {str(number): score(full | {"a": f"0.8{number}"}) for number in range(1, 5)}
    places["gap"] = score(dict.fromkeys("abcd", "1") | {"e": None})
    assert places["gap"].mean == 1
    assert list(rank(places).ranks) == ["4", "3", "2", "1", "gap"]


def test_where_two_strengths_are_even_the_weights_decide_and_the_interval_tells() -> None:
    """North is strong on a, South on b: equal by equal weights, and by others either comes first."""
    places = _places("0.2", "0.3", "0.4") | {
        "north": score({"a": "0.9", "b": "0.7"}),
        "south": score({"a": "0.7", "b": "0.9"}),
    }
    made = rank(places)
    assert made.ranks["north"] == made.ranks["south"] == Rank(1, 1, 2, 5)
    assert made.ranks["three"] == Rank(3, 3, 3, 5)


def test_a_rank_that_hangs_on_just_these_weights_lies_outside_of_its_interval() -> None:
    """Four places are each far ahead on one indicator and behind on the others; the fifth is middling on
    all, and a hair better by equal weights: by nearly all others one of the four is.
    """
    ids = "abcd"
    places = {id: score(dict.fromkeys(ids, "0.4") | {id: "1"}) for id in ids}
    places["even"] = score(dict.fromkeys(ids, "0.5501"))
    even = rank(places).ranks["even"]
    assert even.rank == 1
    assert even.low > 1


# Why not


@pytest.mark.parametrize("number", range(LEAST_PLACES))
def test_fewer_than_five_are_not_ranked_and_it_is_said_why(number: int) -> None:
    made = rank(_places(*["0.5"] * number))
    assert made.ranks == {}
    assert made.why_not == Text(
        f"指标填报率达到80%、可以排位次的有{number}个，不足5个，不排位次。",
        f"Places that can be ranked (with a coverage of 80% or more): {number}; ranks take at least 5, "
        "so there are none.",
    )


def test_eighty_percent_is_enough_and_less_is_not() -> None:
    places = _places(*["0.5"] * 5)
    places["enough"] = score(dict.fromkeys("abcd", "0.4") | {"e": None})
    places["short"] = score({"a": "1", "b": "1", "c": "1", "d": None})
    made = rank(places)
    assert made.ranks["enough"] == Rank(6, 6, 6, 6)
    assert "short" not in made.ranks
    assert made.left_out == {
        "short": Text(
            "数值目标4项，有数值的3项，指标填报率未达到80%，不参加排位。",
            "Values for 3 of 4 numeric targets, a coverage of less than 80%: it is not ranked.",
        )
    }


def test_places_below_the_bar_do_not_help_to_reach_five() -> None:
    made = rank(_places(*["0.5"] * 4) | {"short": score({"a": "1", "b": None})})
    assert made.ranks == {}
    assert made.why_not is not None
    assert ": 4;" in made.why_not.en
    assert list(made.left_out) == ["short"]


def test_a_place_without_a_numeric_target_or_a_weight_is_left_out() -> None:
    places = _places(*["0.5"] * 5)
    made = rank(places | {"none": score({}), "zero": score({"z": "1"}, {"z": Fraction(0)})})
    assert list(made.ranks) == ["five", "four", "one", "three", "two"]
    assert {id: why.en for id, why in made.left_out.items()} == {
        "none": "Values for 0 of 0 numeric targets, a coverage of less than 80%: it is not ranked.",
        "zero": "All its numeric targets weigh 0: it is not ranked.",
    }
    assert made.left_out["zero"].zh == "各项数值目标的权重都是0，不参加排位。"


# Percentiles


@pytest.mark.parametrize(
    ("percent", "value"), [(5, 15), (20, 15), (30, 20), (40, 20), (50, 35), (95, 50), (100, 50)]
)
def test_percentiles_are_by_nearest_rank(percent: int, value: int) -> None:
    """The worked example of the method: five values, of which the 30th percentile is the second."""
    assert nearest_rank([15, 20, 35, 40, 50], percent) == value


def test_of_a_thousand_the_fiftieth_and_the_nine_hundred_and_fiftieth_bound_the_interval() -> None:
    assert [nearest_rank(range(1, 1001), percent) for percent in (5, 95)] == [50, 950]


# Laws

INDICATORS = "abcd"
ATTAINMENTS = st.fractions(0, 1, max_denominator=20)
PLACE = st.dictionaries(st.sampled_from(INDICATORS), ATTAINMENTS, min_size=1)
PLACES = st.lists(PLACE, min_size=5, max_size=8)
WEIGHTS = st.fixed_dictionaries(
    {id: st.fractions(Fraction(1, 10), 10, max_denominator=10) for id in INDICATORS}
)


def _named(places: Sequence[dict[str, Fraction]], weights: Weights) -> dict[str, Score]:
    return {f"place {number}": score(one, weights) for number, one in enumerate(places)}


@FEW
@given(PLACES, WEIGHTS, st.randoms(use_true_random=False))
def test_ranks_do_not_depend_on_the_order_of_places_or_targets(
    places: list[dict[str, Fraction]], weights: Weights, random: Random
) -> None:
    named = _named(places, weights)
    shuffled = [(id, Score(tuple(random.sample(one.parts, len(one.parts))))) for id, one in named.items()]
    random.shuffle(shuffled)
    made = rank(named)
    assert list(rank(dict(shuffled)).ranks.items()) == list(made.ranks.items())
    assert rank(named) == made


@FEW
@given(PLACES, WEIGHTS, st.integers(0, 4))
def test_an_interval_lies_among_the_places_and_equal_places_have_equal_ones(
    places: list[dict[str, Fraction]], weights: Weights, twin: int
) -> None:
    named = _named(places, weights)
    named["twin"] = score(places[twin], weights)
    made = rank(named).ranks
    assert all(1 <= one.low <= one.high <= one.among == len(named) for one in made.values())
    assert made["twin"] == made[f"place {twin}"]


@FEW
@given(PLACES, WEIGHTS, st.integers(0, 4), st.data())
def test_a_place_that_is_as_good_on_every_indicator_never_ranks_below(
    places: list[dict[str, Fraction]], weights: Weights, other: int, data: st.DataObject
) -> None:
    better = {id: value + (1 - value) * data.draw(ATTAINMENTS) for id, value in places[other].items()}
    named = _named(places, weights)
    made = rank(named | {"better": score(better, weights)}).ranks
    worse, best = made[f"place {other}"], made["better"]
    assert (best.rank, best.low, best.high) <= (worse.rank, worse.low, worse.high)
    assert best.low <= worse.low
    assert best.high <= worse.high


def _plainly(scores: dict[str, Score], draw: int) -> dict[str, int]:
    """Return the ranks of one draw, 0 being none, by fractions alone."""
    bounds = {}
    for id, one in scores.items():
        drawn = [
            (part.weight * (Fraction(factor(draw, part.indicator), UNIT) if draw else 1), part.attainment)
            for part in one.parts
        ]
        bounds[id] = sum(weight * (value or 0) for weight, value in drawn) / sum(
            weight for weight, _ in drawn
        )
    return {id: 1 + sum(other > bound for other in bounds.values()) for id, bound in bounds.items()}


@settings(PROPERTY, max_examples=examples(5))
@given(st.lists(PLACE, min_size=5, max_size=6), WEIGHTS)
def test_ranks_in_whole_numbers_are_those_in_fractions(
    places: list[dict[str, Fraction]], weights: Weights
) -> None:
    named = _named(places, weights)
    first, drawn = _plainly(named, 0), [_plainly(named, draw) for draw in range(1, DRAWS + 1)]
    for id, one in rank(named).ranks.items():
        others = sorted(ranks[id] for ranks in drawn)
        assert one == Rank(first[id], others[49], others[949], len(named))


def test_the_draws_are_fixed() -> None:
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
