"""Methods with their cut-offs, each said in signs."""

from fractions import Fraction

import pytest

from hubei_digecon.domain.pace import METHODS, NoPace, PaceMethod, PaceState

BOUNDARIES = [
    ("schedule", "1.000001", "ahead"),
    ("schedule", "1", "on_schedule"),
    ("schedule", "0.999999", "behind"),
    ("schedule", "0", "behind"),
    ("schedule", "-0.000001", "receding"),
    ("cagr", "0.95", "on_track"),
    ("cagr", "0.949999", "acceleration_needed"),
    ("cagr", "0.6", "acceleration_needed"),
    ("cagr", "0.599999", "limited"),
    ("cagr", "0", "limited"),
    ("cagr", "-0.000001", "deterioration"),
    ("projection", "0.95", "on_track"),
    ("projection", "0.949999", "fair"),
    ("projection", "0.1", "fair"),
    ("projection", "0.099999", "stagnation"),
    ("projection", "-1", "stagnation"),
]


@pytest.mark.parametrize(("method", "ratio", "state"), BOUNDARIES)
def test_each_cut_off_just_below_on_and_above(method: str, ratio: str, state: str) -> None:
    assert METHODS[method].state_of(Fraction(ratio)).id == state


def test_the_range_of_a_state_is_said_in_signs() -> None:
    said = {method.id: [method.range_of(cut.state) for cut in method.cuts] for method in PaceMethod}
    ranges = {id: [one.en for one in texts if one] for id, texts in said.items()}
    assert ranges == {
        "schedule": [">1", "=1", "≥0 and <1", "<0"],
        "cagr": ["≥0.95", "≥0.6 and <0.95", "≥0 and <0.6", "<0"],
        "projection": ["≥0.95", "≥0.1 and <0.95", "<0.1"],
    }
    assert PaceMethod.SCHEDULE.range_of(PaceState.REACHED) is None


def test_states_and_reasons_have_ids_of_their_own() -> None:
    assert len({state.id for state in PaceState}) == len(PaceState)
    assert len({reason.id for reason in NoPace}) == len(NoPace)
