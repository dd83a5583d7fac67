"""Indicators by places: a row an indicator, a column a place of the kind, value and outcome in each cell."""

import datetime
from pathlib import Path

import pytest

from hubei_digecon import score
from hubei_digecon.domain.scoreboard import Scoreboard
from hubei_digecon.show.grid import lines_of
from hubei_digecon.show.scoreboard.matrix import matrices_of
from hubei_digecon.show.view import View

from ...conftest import AS_OF
from ...places import Places

EN = View("en")


@pytest.fixture
def board(tmp_path: Path) -> Scoreboard:
    """A city and two zones with reports, and one zone without."""
    places = Places(tmp_path)
    for place, output in (("town", 900), ("a", 100), ("b", 90)):
        places.report(place, *places.numbers(output=output))
    run = score(str(places.reports), targets=str(places.targets), as_of=datetime.date.fromisoformat(AS_OF))
    assert run.scoreboard
    return run.scoreboard


def test_places_of_a_kind_stand_side_by_side_where_there_are_two(board: Scoreboard) -> None:
    (table,) = matrices_of(board)
    assert table.title.en == "Outcomes by indicator (benchmark zone)"
    assert table.headings(EN) == ["Indicator", "Place b", "Place a"]
    first, *_ = table.cells(EN)
    assert [cell.lines for cell in first] == [
        ("Sample output",), ("90亿元", "✗ missed"), ("100亿元", "✓ met"),
    ]  # fmt: skip
    assert [cell.mark for cell in first] == ["", "missed", "met"]


def test_a_terminal_leaves_it_out_where_it_does_not_fit_unless_all_is_asked_for(board: Scoreboard) -> None:
    (table,) = matrices_of(board)
    assert list(lines_of(table, EN._replace(width=120)))
    assert list(lines_of(table, EN._replace(width=24))) == []
    assert list(lines_of(table, EN._replace(width=24, verbose=True)))
