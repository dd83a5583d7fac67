"""The program and the second judge say the same of drawn cases."""

import os

import pytest

from .comparing import cases, dump, shown, smallest_difference

SEED = int(os.environ.get("DIGECON_REFERENCE_SEED", "2025"))


def test_that_the_judges_agree_on_a_few_cases() -> None:
    _agree(60)


@pytest.mark.heavy
def test_that_the_judges_agree_on_many_cases() -> None:
    _agree(3000)


def test_that_a_case_is_drawn_again_from_its_seed() -> None:
    first, again = ([dump(one.report) for one in cases(SEED, 20)] for _ in range(2))
    assert first == again
    assert len(set(first)) == 20


def _agree(number: int) -> None:
    found = smallest_difference(SEED, number)
    assert found is None, f"seed {SEED}\n{shown(*found)}"
