"""The table of commands: each row names the module that makes its command."""

from importlib import import_module

import click
import pytest

from hubei_digecon.cli import language
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.configured import ConfiguredCommand


@pytest.mark.parametrize("name", COMMANDS)
def test_a_row_leads_to_the_command_of_its_name(name: str) -> None:
    language.choose([], {})
    made = import_module(COMMANDS[name].module).command()
    assert isinstance(made, ConfiguredCommand)
    assert (made.name, COMMANDS[name].module) == (name, f"hubei_digecon.cli.{name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_more_than_its_summary(name: str) -> None:
    language.choose(["--lang", "en"], {})
    made = import_module(COMMANDS[name].module).command()
    assert isinstance(made, click.Command)
    assert made.help
    assert made.help != COMMANDS[name].summary.en
