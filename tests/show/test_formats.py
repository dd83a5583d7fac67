"""The table of formats: each shows what it has a file for, and refuses what it has none for."""

from typing import Any

import pytest

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run_counts import FilesRead
from hubei_digecon.show.formats import (
    FORMATS,
    VARIANTS,
    Format,
    HeldWhole,
    UsedBy,
    format_of,
    formats_by_reader,
)
from hubei_digecon.show.targets import TargetList
from hubei_digecon.show.view import View

NOTHING_READ = FilesRead((), Settings())
NO_TARGETS = TargetList((), {}, ())
LINTS = {"table", "text", "markdown", "junit", "sarif", "github"}
SCORES = {"table", "markdown", "html", "json", "csv", "parquet", "xlsx", "docx"}
LISTS = {"table", "markdown", "json"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_shows_files_where_it_has_a_way_to(name: str) -> None:
    if name in LINTS:
        assert FORMATS[name].linted(NOTHING_READ, View("en"))
    else:
        with pytest.raises(LookupError, match=f"^{name}$"):
            FORMATS[name].linted(NOTHING_READ, View("en"))


@pytest.mark.parametrize("name", sorted(set(FORMATS) - SCORES))
def test_a_format_refuses_a_scoreboard_where_it_has_no_way_to_show_one(name: str) -> None:
    board: Any = None
    with pytest.raises(LookupError, match=f"^{name}$"):
        FORMATS[name].scored(board, View("en"))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_lists_targets_where_it_has_a_way_to(name: str) -> None:
    if name in LISTS:
        assert FORMATS[name].listed(NO_TARGETS, View("en"))
    else:
        with pytest.raises(LookupError, match=f"^{name}$"):
            FORMATS[name].listed(NO_TARGETS, View("en"))


def test_the_formats_say_what_they_show() -> None:
    assert {name for name, one in FORMATS.items() if one.lints} == LINTS
    assert {name for name, one in FORMATS.items() if one.scores} == SCORES
    assert {name for name, one in FORMATS.items() if one.lists} == LISTS


@pytest.mark.parametrize("name", ["csv+bom", "csv-bom"])
def test_a_byte_order_mark_is_an_option_of_csv_also_by_its_old_name(name: str) -> None:
    form = format_of(name)
    assert name not in FORMATS
    assert form is not None
    assert (form.name, form.mark) == ("csv", "\ufeff")


def test_every_format_stands_under_who_uses_it() -> None:
    listed = formats_by_reader(FORMATS.values())
    assert list(listed) == list(UsedBy)
    assert sorted(one.name for found in listed.values() for one in found) == sorted(FORMATS)


def test_no_two_formats_share_a_suffix_or_what_they_are_called() -> None:
    for names in (
        [one.suffix or one.name for one in FORMATS.values()],
        [name for one in FORMATS.values() for name in (one.name, *one.called)],
    ):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("form", [*FORMATS.values(), *VARIANTS.values()], ids=[*FORMATS, *VARIANTS])
def test_a_format_that_holds_reports_says_so(form: Format) -> None:
    assert form.held is isinstance(form.runs(), HeldWhole)
