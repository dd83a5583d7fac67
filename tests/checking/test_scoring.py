"""The scoreboard as a function: what it rests on, and what it refuses."""

import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from hubei_digecon import InputError, Outcome, score

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT

DAY = datetime.date.fromisoformat(AS_OF)


def test_samples_scored_from_a_program() -> None:
    run = score(ROOT / "sample_reports" / "published", as_of=DAY, period="2024", targets=LIBRARY)
    board = run.scoreboard
    assert board is not None
    wuhan, *others = board.rows
    assert wuhan.assessment is not None
    assert wuhan.assessment.counts[Outcome.NOT_DUE] == 1
    assert wuhan.change is not None
    (value,) = wuhan.change.values
    assert (wuhan.change.targets, wuhan.change.mean, value.difference) == (
        1,
        1 - Fraction(92, 130),
        Fraction(27, 5),
    )
    assert [row.assessment for row in others] == [None, None]
    assert (board.named, board.unpublished, board.tally.absent) == (15, 12, 2)
    assert [file.path for file in board.target_files] == [
        "cities/wuhan.yaml",
        "documents/notice.yaml",
        "indicators.yaml",
        "zones/wuhan-east-lake.yaml",
        "zones/wuhan-wedz.yaml",
    ]


def test_no_period_and_no_weights_are_guessed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2025-12 is no period"):
        score(ROOT / "sample_reports", period="2025-12")
    weights = tmp_path / "weights.yaml"
    weights.write_text("weights: {}\n", "utf-8")
    with pytest.raises(InputError):
        score(ROOT / "sample_reports", weights=weights)
