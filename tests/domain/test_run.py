"""A run has a code, and iterates over its assessments."""

import datetime

import pytest

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run import Run

from ..building import FLOW, assessed, observed, target


@pytest.mark.parametrize(("value", "code"), [("409亿元", 0), ("391亿元", 1), ("约400亿元", 4)])
def test_the_code_follows_from_the_assessments(value: str, code: int) -> None:
    assessment = assessed([target(FLOW, 400)], observed(FLOW, value))
    run = Run(datetime.date(2026, 2, 28), Settings(), [assessment])
    assert (run.exit_code, run.ok, list(run)) == (code, code == 0, [assessment])


def test_a_run_of_nothing_is_no_pass() -> None:
    assert Run(datetime.date(2026, 2, 28), Settings(), []).exit_code == 4
