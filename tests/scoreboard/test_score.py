"""The mean attainment and its bounds: what is in it, what is not, and that nothing is guessed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.scoreboard import Score
from hubei_digecon.domain.words import Missing, State, Status
from hubei_digecon.scoreboard.rows import largest_gap
from hubei_digecon.scoreboard.score import score_of

from ..building import ADDED, FLOW, MILESTONE, PROPERTY, SHARE, STOCK, assessed, judged, observed, target
from .scoring import score

HALF, FULL = Fraction(1, 2), Fraction(1)


def _flow(said: str | Missing, **more: object) -> Finding:
    return judged(target(FLOW, 100), observed(FLOW, said, **more))


def _stock(said: str | Missing) -> Finding:
    return judged(target(STOCK, 10), observed(STOCK, said))


def _of(score: Score) -> tuple[object, ...]:
    """Return mean, lower and upper bound, and coverage."""
    return score.mean, score.lower, score.upper, score.coverage


def test_what_is_above_its_target_is_taken_for_one() -> None:
    assert _of(score_of([_flow("250亿元"), _stock("5家")])) == (Fraction(3, 4), *[Fraction(3, 4)] * 2, 1)


def test_attainments_are_exact() -> None:
    share = judged(target(SHARE, 13), observed(SHARE, "12.96%"))
    found = score_of([share, _stock("7家")])
    assert found.mean == (Fraction(1296, 1300) + Fraction(7, 10)) / 2


@pytest.mark.parametrize(
    ("said", "comparator", "attained"),
    [
        ("80亿元", "at_most", FULL),
        ("100亿元", "less_than", FULL),
        ("200亿元", "at_most", HALF),
        ("400亿元", "less_than", Fraction(1, 4)),
        ("0亿元", "at_most", FULL),
        ("0亿元", "at_least", Fraction(0)),
    ],
)
def test_a_miss_of_a_ceiling_scores_what_it_attains(said: str, comparator: str, attained: Fraction) -> None:
    finding = judged(target(FLOW, 100, comparator), observed(FLOW, said))
    assert score_of([finding]).mean == attained


def test_half_a_year_under_a_ceiling_has_no_value_yet() -> None:
    half = judged(target(FLOW, 100, "at_most"), observed(FLOW, "50亿元"), period=Period(2025, 6))
    assert half.outcome is Outcome.NOT_DUE
    assert _of(score_of([half, _stock("5家")])) == (HALF, Fraction(1, 4), Fraction(3, 4), HALF)
    over = judged(target(FLOW, 100, "at_most"), observed(FLOW, "200亿元"), period=Period(2025, 6))
    assert (over.outcome, score_of([over]).mean) == (Outcome.MISSED, HALF)


def test_the_largest_gap_is_that_of_the_ceiling_exceeded_by_most() -> None:
    slight = judged(target(STOCK, 10, "at_most"), observed(STOCK, "11家"))
    by_half = judged(target(FLOW, 100, "less_than"), observed(FLOW, "200亿元"))
    kept = judged(target(ADDED, 3, "at_most"), observed(ADDED, "1家"))
    assert largest_gap(score_of([slight, by_half, kept])) is by_half
    assert largest_gap(score_of([kept])) is None


def test_what_is_missing_is_never_zero_and_bounds_the_mean() -> None:
    no_data = _stock(Missing.NOT_PUBLISHED)
    assert no_data.outcome is Outcome.NO_DATA
    assert _of(score_of([_flow("50亿元"), no_data])) == (HALF, Fraction(1, 4), Fraction(3, 4), HALF)


@pytest.mark.parametrize(
    "doubtful",
    [_flow("约90亿元"), _flow("120亿元", status=Status.ESTIMATED)],
    ids=["hedged", "estimated"],
)
def test_what_is_undecided_is_missing_though_a_number_was_reported(doubtful: Finding) -> None:
    assert doubtful.outcome is Outcome.UNDECIDED
    assert _of(score_of([doubtful, _stock("5家")])) == (HALF, Fraction(1, 4), Fraction(3, 4), HALF)


def test_what_is_not_due_yet_counts_by_its_value() -> None:
    [finding] = assessed([target(FLOW, 100)], observed(FLOW, "80亿元"), period=Period(2024)).findings
    assert finding.outcome is Outcome.NOT_DUE
    assert score_of([finding]).mean == Fraction(4, 5)


def test_what_is_waived_is_no_part_of_it() -> None:
    waived = _flow("1亿元")._replace(outcome=Outcome.WAIVED, underlying=Outcome.MISSED)
    found = score_of([waived, _stock("5家")])
    assert [part.indicator for part in found.parts] == ["stock"]
    assert _of(found) == (HALF, HALF, HALF, FULL)


@pytest.mark.parametrize("state", [State.ACHIEVED, State.NOT_STARTED])
def test_no_milestone_is_in_it(state: State) -> None:
    milestone = judged(target(MILESTONE), observed(MILESTONE, state))
    found = score_of([milestone, _stock("5家")])
    assert [part.indicator for part in found.parts] == ["stock"]
    assert _of(found) == (HALF, HALF, HALF, FULL)


def test_parts_stand_in_the_order_of_the_findings() -> None:
    findings = [_stock("5家"), judged(target(ADDED, 4), observed(ADDED, "1家")), _flow("50亿元")]
    assert [part.indicator for part in score_of(findings).parts] == ["stock", "added", "flow"]
    assert [part.attainment for part in score_of(findings).parts] == [HALF, Fraction(1, 4), HALF]


def test_weights_are_by_indicator_and_one_where_none_is_given() -> None:
    weights = {"flow": Fraction(3)}
    found = score_of([_flow("100亿元"), _stock(Missing.NOT_PUBLISHED), _stock("5家")], weights)
    assert [part.weight for part in found.parts] == [3, 1, 1]
    assert _of(found) == (Fraction(7, 8), Fraction(7, 10), Fraction(9, 10), Fraction(2, 3))


def test_without_a_numeric_target_there_is_no_score() -> None:
    assert _of(score_of([])) == (None, None, None, None)


def test_without_any_value_there_is_no_mean_but_bounds() -> None:
    assert _of(score_of([_flow(Missing.NOT_PUBLISHED)])) == (None, 0, 1, 0)


def test_what_weighs_nothing_makes_no_mean() -> None:
    assert _of(score_of([_flow("50亿元")], {"flow": Fraction(0)})) == (None, None, None, FULL)


ATTAINMENTS = st.none() | st.fractions(0, 1, max_denominator=50)
WEIGHTS = st.fractions(Fraction(1, 10), 10, max_denominator=10)
PARTS = st.dictionaries(st.sampled_from("abcdefg"), st.tuples(ATTAINMENTS, WEIGHTS), min_size=1)


@PROPERTY
@given(PARTS, st.fractions(Fraction(1, 10), 10, max_denominator=10))
def test_the_mean_lies_within_its_bounds_and_only_the_ratio_of_weights_matters(
    parts: dict[str, tuple[Fraction | None, Fraction]], times: Fraction
) -> None:
    attainments = {id: attainment for id, (attainment, _) in parts.items()}
    found = score(attainments, {id: weight for id, (_, weight) in parts.items()})
    assert found.lower is not None
    assert found.upper is not None
    if found.mean is None:
        assert found.lower == 0
        assert found.upper == 1
    else:
        assert 0 <= found.lower <= found.mean <= found.upper <= 1
    assert (found.lower == found.upper) is (found.coverage == 1)
    assert _of(score(attainments, {id: weight * times for id, (_, weight) in parts.items()})) == _of(found)
    backwards = dict(reversed(attainments.items()))
    assert _of(score(backwards, {id: weight for id, (_, weight) in parts.items()})) == _of(found)


def test_an_aspiration_is_no_part_of_it() -> None:
    aspired = judged(target(FLOW, 400)._replace(aspiration=True), observed(FLOW, "300亿元"))
    assert score_of([aspired]).parts == ()


def test_half_a_year_of_what_comes_to_about_has_no_value_yet() -> None:
    about = COMPARATORS["about"].tolerating(Fraction(10), Fraction(10), True)
    finding = judged(
        target(FLOW, 400)._replace(comparator=about), observed(FLOW, "200亿元"), period=Period(2025, 6)
    )
    assert [part.attainment for part in score_of([finding]).parts] == [None]
