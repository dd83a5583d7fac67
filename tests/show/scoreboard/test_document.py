"""A scoreboard as a document: a line a place, what was not read, the recipe, and how it ends."""

import datetime
from pathlib import Path

import pytest

from hubei_digecon import score
from hubei_digecon.domain.scoreboard import Scoreboard
from hubei_digecon.show.scoreboard.document import board_document, files_of, verdicts_only
from hubei_digecon.show.view import View

from ...conftest import AS_OF
from ...small_targets import Small

EN, QUIET = View("en"), View("en", quiet=True)
IN_ALL = "1 of 2 places reported, 1 did not. noncompliant: 1."


@pytest.fixture
def board(small: Small) -> Scoreboard:
    """One place that missed its target, one without a report, and a report that cannot be read."""
    paths = [Path(small.report(name)).name for name in ("missed", "invalid")]
    run = score(*paths, targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF))
    assert run.scoreboard
    return run.scoreboard


def test_places_come_first_and_then_what_was_not_read(board: Scoreboard) -> None:
    document = board_document(board, EN)
    (table,) = document.tables
    names = [(row[0].text, row[2].text, row[2].mark) for row in table.cells(EN)]
    assert names == [
        ("Oneville", "noncompliant (interim)", "missed"),
        ("Twotown", "no report", ""),
        ("invalid.yaml:5:18", "invalid", "missed"),
    ]
    assert (document.title, document.ends) == ("Scoreboard", (IN_ALL,))


def test_diagnostics_on_files_are_left_out_where_quiet(board: Scoreboard) -> None:
    assert [one.path for one in board_document(board, EN).diagnostics.listed][:1] == ["invalid.yaml"]
    assert board_document(board, QUIET).diagnostics.listed == ()
    assert [one.source.path for one in files_of(board)] == ["invalid.yaml", "missed.yaml"]


def test_a_quiet_table_is_a_line_a_place(board: Scoreboard) -> None:
    assert verdicts_only(board, QUIET).splitlines() == [
        "Oneville: noncompliant (interim)",
        "Twotown: no report",
        "invalid.yaml:5:18: invalid; why: “many” is not a number that can be read",
        IN_ALL,
    ]
