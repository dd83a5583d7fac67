"""Figures of a magnitude that nobody means."""

import pytest

from hubei_digecon.domain.outcomes import Outcome

from ..building import FLOW, assessed, observed, target


@pytest.mark.parametrize(
    ("value", "outcome", "ids"),
    [
        ("39999亿元", Outcome.MET, []),
        ("40000亿元", Outcome.UNDECIDED, ["magnitude"]),
        ("8.1亿元", Outcome.MISSED, []),
        ("8亿元", Outcome.MISSED, ["magnitude"]),
        ("409万元", Outcome.UNDECIDED, ["magnitude"]),
    ],
)
def test_a_hundred_times_is_doubtful_and_a_fiftieth_an_error(
    value: str, outcome: Outcome, ids: list[str]
) -> None:
    assessment = assessed([target(FLOW, 400)], observed(FLOW, value))
    assert [one.outcome for one in assessment.findings] == [outcome]
    assert [one.kind.id for one in assessment.diagnostics if one.kind.id == "magnitude"] == ids
