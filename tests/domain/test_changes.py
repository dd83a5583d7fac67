"""The change of an indicator: in the unit of the indicator, differences in the unit of differences."""

from fractions import Fraction

from hubei_digecon.domain.changes import FigureChange, IndicatorChange, WhyNoChange
from hubei_digecon.domain.reports import Period
from hubei_digecon.quantity.kinds import kind_of
from hubei_digecon.text import Text

from ..building import MILESTONE, SHARE, read


def test_a_change_is_in_the_unit_of_its_indicator() -> None:
    quantity = read("9.2%", SHARE.kind).quantity
    change = IndicatorChange(SHARE, Period(2021), quantity, Period(2020), quantity, "then.yaml")
    assert (change.unit, change._replace(indicator=MILESTONE).unit) == ("%", "")


def test_a_difference_of_per_mille_is_in_percentage_points() -> None:
    change = FigureChange(kind_of("share"), "‰", Fraction(5), None)
    assert change.difference == Fraction(1, 2)
    assert change.difference_suffix == Text("百分点", " pp")


def test_every_reason_for_no_change_has_words() -> None:
    assert [one.id for one in WhyNoChange] == ["scope", "counting", "hedged"]
    assert all(one.term.zh and one.term.en for one in WhyNoChange)
