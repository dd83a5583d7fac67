"""Numbers of a trend: exact where they end, a quotient never on the wrong side."""

from fractions import Fraction

from hubei_digecon.domain.pace import PaceMethod
from hubei_digecon.trends.printed import exact, ratio_of, shown_change, shown_value
from hubei_digecon.trends.values import Pace, Trend

CUTS = PaceMethod.SCHEDULE.cut_offs


def test_a_number_that_ends_is_exact_and_a_quotient_is_rounded_on_its_side() -> None:
    assert exact(Fraction("9.56")) == "9.56"
    assert exact(Fraction(2, 3)) == "0.666667"
    assert exact(13 - Fraction(1, 3 * 10**9), Fraction(13)) != "13"


def test_a_ratio_has_three_decimals_and_more_where_they_would_hide_its_side() -> None:
    assert ratio_of(Pace(Fraction(25, 43)), CUTS) == "0.581"
    assert ratio_of(Pace(Fraction(1)), CUTS) == "1"
    assert ratio_of(Pace(1 - Fraction(1, 10**7)), CUTS) == "0.9999999"
    assert ratio_of(Pace(), CUTS) == ""


def test_values_and_changes(trend: Trend) -> None:
    share, flow = trend.series
    assert [shown_value(point, share) for point in share.points] == [
        Fraction("9.2"),
        Fraction("10.05"),
        Fraction(11),
        Fraction("14.6"),
    ]
    assert shown_change(share.points[1]) == (Fraction("0.85"), None)
    assert shown_change(flow.points[1]) == (Fraction(10), Fraction(1, 10))
    assert shown_change(flow.points[0]) is None
