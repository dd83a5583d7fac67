"""One target judged."""

import pytest

from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.domain.words import State

from ..building import MILESTONE, SHARE, judged, observed, target


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("29.9%", Outcome.MISSED), ("30%", Outcome.MET), ("约30%", Outcome.UNDECIDED)],
)
def test_a_value_is_compared_unrounded(value: str, outcome: Outcome) -> None:
    assert judged(target(SHARE, 30), observed(SHARE, value)).outcome is outcome


@pytest.mark.parametrize(
    ("state", "outcome"), [(State.PARTIAL, Outcome.MISSED), (State.ACHIEVED, Outcome.UNDECIDED)]
)
def test_a_milestone_takes_an_attestation(state: State, outcome: Outcome) -> None:
    assert judged(target(MILESTONE), observed(MILESTONE, state)).outcome is outcome
