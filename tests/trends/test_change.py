"""The change between two figures: absolute in its unit, relative where the kind has growth, exact."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.quantity.kinds import INDICATOR_KINDS, kind_of
from hubei_digecon.text import Text
from hubei_digecon.trends.change import change_of

figures = st.fractions(min_value=-(10**6), max_value=10**6)
positive = st.fractions(min_value=Fraction(1, 10**6), max_value=10**6)


def test_an_amount_has_both_and_its_growth_is_called_that_of_current_prices() -> None:
    change = change_of(Fraction("1048.3"), Fraction(1000), kind_of("amount"), "亿元")
    assert change is not None
    assert (change.absolute, change.relative) == (Fraction("48.3"), Fraction("0.0483"))
    assert kind_of("amount").growth_term == Text("现价增速", "growth at current prices")


def test_a_share_changes_by_percentage_points_and_never_relatively() -> None:
    change = change_of(Fraction("9.2"), Fraction("8.7"), kind_of("share"), "%")
    assert change is not None
    assert change.relative is None
    assert (change.difference, change.difference_suffix.zh) == (Fraction("0.5"), "百分点")


def test_per_mille_are_told_in_percentage_points() -> None:
    change = change_of(Fraction(92), Fraction(87), kind_of("share"), "‰")
    assert change is not None
    assert change.difference == Fraction("0.5")


@pytest.mark.parametrize(("later", "earlier"), [(None, 1), (1, None), (None, None)])
def test_nothing_is_inferred_where_a_figure_is_missing(later: int | None, earlier: int | None) -> None:
    now, before = (None if one is None else Fraction(one) for one in (later, earlier))
    assert change_of(now, before, kind_of("count"), "家") is None


@pytest.mark.parametrize("earlier", [0, -3])
def test_nothing_grows_relatively_from_what_is_not_above_0(earlier: int) -> None:
    change = change_of(Fraction(5), Fraction(earlier), kind_of("count"), "家")
    assert change is not None
    assert change.absolute == 5 - earlier
    assert change.relative is None


@given(figures, figures, st.sampled_from(sorted(INDICATOR_KINDS)))
def test_a_change_there_and_back_is_none(one: Fraction, other: Fraction, kind: str) -> None:
    unit = next(iter(kind_of(kind).units), "")
    there, back = (change_of(*pair, kind_of(kind), unit) for pair in ((one, other), (other, one)))
    assert there is not None
    assert back is not None
    assert there.absolute + back.absolute == 0


@given(positive, positive)
def test_growth_leads_from_one_figure_to_the_other_in_any_unit(later: Fraction, earlier: Fraction) -> None:
    for factor in (1, 10**4):
        change = change_of(later * factor, earlier * factor, kind_of("amount"), "元")
        assert change is not None
        assert change.relative is not None
        assert earlier * (1 + change.relative) == later
