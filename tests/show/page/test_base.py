"""The base of a target on a page: with its unit, and the change since."""

from fractions import Fraction

from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.targets import Base
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.show.page.base import base_lines
from hubei_digecon.show.view import View

from ...building import FLOW, SHARE, judged, observed, target

ZH = View("zh")


def test_a_base_has_its_unit_and_the_growth_since() -> None:
    base = Base(Period(2020), Fraction(300), "亿元", Interval.point(Fraction(300)))
    finding = judged(target(FLOW, 400)._replace(base=base), observed(FLOW, "390亿元"))
    assert list(base_lines(finding, ZH)) == [
        "基期值：300亿元（2020年），至目标值须增加100亿元（33.3%）。",
        "390亿元较2020年+90亿元（现价增速+30%）。",
    ]


def test_a_share_has_percentage_points_and_what_was_not_decided_on_has_no_change() -> None:
    base = Base(Period(2020), Fraction(9), "%", Interval.point(Fraction(9)))
    finding = judged(target(SHARE, 13)._replace(base=base), observed(SHARE, "14%"))
    assert list(base_lines(finding, ZH))[1] == "14%较2020年+5百分点。"
    assert len(list(base_lines(finding._replace(decided_on=None), ZH))) == 1


def test_without_a_base_nothing_is_told() -> None:
    assert list(base_lines(judged(target(FLOW, 400), observed(FLOW, "390亿元")), ZH)) == []
