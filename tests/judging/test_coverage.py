"""What a figure of another scope or counting covers."""

import pytest

from hubei_digecon.domain.words import Counting
from hubei_digecon.judging.coverage import Coverage, coverage_of, other_counting

from ..building import CATALOGUE, FLOW, STOCK, observed


@pytest.mark.parametrize(
    ("scope", "covers"),
    [("own", "same"), ("wider", "wider"), ("narrower", "narrower"), ("other", "unrelated")],
)
def test_a_scope_covers_more_or_less_than_is_asked_for(scope: str, covers: str) -> None:
    coverage = coverage_of(observed(FLOW, "409亿元", scope=scope), FLOW, CATALOGUE)
    assert coverage.id == covers


def test_a_cumulative_count_is_more_than_one_in_force() -> None:
    observation = observed(STOCK, "182家", counting=Counting.CUMULATIVE)
    assert other_counting(observation, STOCK.counting)
    assert coverage_of(observation, STOCK, CATALOGUE) is Coverage.WIDER
