"""Findings: what they come to in numbers."""

from fractions import Fraction

import pytest

from hubei_digecon.domain.targets import Target
from hubei_digecon.domain.words import TargetNature
from hubei_digecon.text import Text

from ..building import FLOW, SHARE, judged, observed, target


def test_the_gap_is_what_was_decided_on_less_what_is_required() -> None:
    finding = judged(target(FLOW, 400), observed(FLOW, "409亿元"))
    assert (finding.gap, finding.attainment) == (Fraction(9), Fraction(409, 400))


def test_the_gap_of_two_shares_is_in_percentage_points() -> None:
    finding = judged(target(SHARE, 30), observed(SHARE, "31.2%"))
    assert (finding.gap, finding.attainment) == (Fraction(6, 5), Fraction(26, 25))


def test_without_a_number_there_is_neither() -> None:
    finding = judged(target(SHARE, 30))
    assert (finding.gap, finding.attainment) == (None, None)


ASPIRED = target(FLOW, 400)._replace(aspiration=True)
EXPECTED = target(FLOW, 400)._replace(nature=TargetNature.EXPECTED)
OPEN = target(FLOW, 400, "about")


@pytest.mark.parametrize(
    ("of", "said", "called"),
    [
        (
            ASPIRED,
            "409亿元",
            Text("力争目标：已达到（仅自报，未核实）", "aspiration: reached (claimed, not verified)"),
        ),
        (ASPIRED, "391亿元", Text("力争目标：未达到", "aspiration: not reached")),
        (ASPIRED, "约400亿元", Text("力争目标：待核定", "aspiration: undecided")),
        (EXPECTED, "391亿元", Text("未达预期", "short of expectation")),
        (EXPECTED, "约400亿元", Text("待核定", "undecided")),
        (OPEN, "409亿元", Text("待核定（不计入）", "undecided (not counted)")),
        (
            OPEN,
            "400亿元",
            Text("完成（不计入）（仅自报，未核实）", "met (not counted) (claimed, not verified)"),
        ),
    ],
)
def test_an_outcome_is_called_by_how_the_target_weighs(of: Target, said: str, called: Text) -> None:
    finding = judged(of, observed(FLOW, said))
    assert finding.called == called
    assert finding.weighs is (of is EXPECTED)
