"""Assessments, and what they were made with."""

import pytest

from hubei_digecon.domain.assessments import Settings, read_flag
from hubei_digecon.domain.outcomes import Outcome

from ..building import FLOW, SHARE, assessed, observed, target


def test_outcomes_are_counted() -> None:
    assessment = assessed([target(FLOW, 400), target(SHARE, 30)], observed(FLOW, "409亿元"))
    assert {outcome: number for outcome, number in assessment.counts.items() if number} == {
        Outcome.MET: 1,
        Outcome.NO_DATA: 1,
    }


def test_a_flag_is_a_truth_value_and_nothing_else() -> None:
    assert read_flag(True, "waivers") is True
    with pytest.raises(TypeError, match="waivers"):
        read_flag(1, "waivers")


def test_a_baseline_is_one_that_was_read() -> None:
    with pytest.raises(TypeError, match=r"^baseline: a Baseline, not str; give its path to check or score$"):
        Settings(baseline="result.json")  # type: ignore[arg-type]
