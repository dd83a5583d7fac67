"""The workbook on a scoreboard: a row a place in numbers, the findings behind it, and the recipe."""

import datetime
from pathlib import Path

from hubei_digecon import score
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.scoreboard import scored

from ...conftest import AS_OF
from ...small_targets import Small
from ...xlsx_reader import Book, xlsx


def book(small: Small, *names: str, index: bool = False) -> Book:
    """Return the workbook on the scoreboard of some reports."""
    paths = [Path(small.report(name)).name for name in names]
    run = score(*paths, targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF), index=index)
    assert run.scoreboard
    return xlsx(scored(run.scoreboard, View("en")))


def test_two_sheets_are_printed_and_six_are_to_look_things_up_in(small: Small) -> None:
    sheets = book(small, "missed").sheets
    assert [title for title, sheet in sheets.items() if sheet.is_printed] == ["Overview", "Opinions"]
    data = [title for title, sheet in sheets.items() if not sheet.is_printed]
    assert data == ["Summary", "Findings", "Changes", "Tasks", "Diagnostics", "Notes"]


def test_a_place_is_told_in_numbers_and_one_without_a_report_in_words(small: Small) -> None:
    one, two = book(small, "missed", index=True).sheets["Summary"].rows
    assert (one["Place"].value, one["Verdict"].value) == ("Oneville", "noncompliant")
    assert (two["Place"].value, two["Verdict"].value) == ("Twotown", "no report")
    assert one["Mean attainment"].value == one["Lower bound"].value == one["Upper bound"].value
    assert "Mean attainment" not in two
    assert one["Report file"].value == "missed.yaml"


def test_the_recipe_stands_among_the_notes(small: Small) -> None:
    notes = book(small, "missed", index=True).sheets["Notes"].rows
    labels = [row["Item"].value for row in notes]
    assert labels.count("How the score is made (unofficial)") > 1
    assert labels[0] == "Please note"


def test_the_mean_and_the_recipe_stand_nowhere_unless_asked_for(small: Small) -> None:
    sheets = book(small, "missed").sheets
    assert "Mean attainment" not in sheets["Summary"].rows[0]
    assert not [row for row in sheets["Notes"].rows if "unofficial" in str(row["Item"].value)]
