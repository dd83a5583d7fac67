"""What people mean by what is not there: all that is proposed exists."""

import pytest

from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.near_misses import (
    COMMANDS_MEANT,
    OPTIONS_MEANT,
    command_meant,
    format_meant,
    option_meant,
)
from hubei_digecon.show.formats import FORMATS


def test_every_command_meant_exists_and_none_hides_another() -> None:
    assert set(COMMANDS_MEANT.values()) <= {*COMMANDS, "--version", "--help"}
    assert not COMMANDS_MEANT.keys() & COMMANDS.keys()
    assert not OPTIONS_MEANT.keys() & set(OPTIONS_MEANT.values())


@pytest.mark.parametrize(
    ("text", "meant"),
    [("md", "markdown"), ("Excel=a.xlsx", "xlsx=a.xlsx"), ("page.html", "html=page.html"), ("jsn", "json")],
)
def test_a_format_is_meant_by_another_name_or_by_a_file(text: str, meant: str) -> None:
    assert format_meant(text, FORMATS) == meant


def test_nothing_is_proposed_where_nothing_is_alike() -> None:
    assert format_meant("zzzz", FORMATS) is None
    assert command_meant("zzzz", ["zzzz"], COMMANDS) is None
    assert option_meant("--zzzz", ["--zzzz"], ["--lang"]) is None


def test_an_option_is_proposed_only_to_a_command_that_has_it() -> None:
    assert option_meant("--silent", [], ["--quiet"]) == "--quiet"
    assert option_meant("--silent", [], ["--lang"]) is None
    assert option_meant("-o", ["-o", "a.csv"], ["--output-format"]) == "--output-format csv=a.csv"
