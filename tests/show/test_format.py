"""A format: it shows what it has a file for, and refuses what it has none for."""

from typing import Any

import pytest

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run_counts import FilesRead
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.targets import TargetList
from hubei_digecon.show.view import View

from .test_formats import LINTS, LISTS, SCORES

NOTHING_READ = FilesRead((), Settings())
NO_TARGETS = TargetList((), {}, ())


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
