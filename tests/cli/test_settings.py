"""The table of settings is that of the options."""

import click
import pytest

from hubei_digecon.cli import language
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.main import group
from hubei_digecon.cli.settings import BY_PARAMETER, SETTINGS
from hubei_digecon.load.targets import ENVIRONMENT

from ..conftest import Digecon


def options_of(command: str) -> dict[str, click.Parameter]:
    language.choose([])
    whole = group()
    made = whole.get_command(click.Context(whole), command)
    assert made
    return {param.name or "": param for param in made.params}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_show_its_settings_and_do_without_a_file(command: str) -> None:
    names = [name for param in options_of(command).values() for name in param.opts]
    assert {"--show-config", "--isolated"} <= set(names)


def test_every_setting_stands_for_an_option_of_some_command() -> None:
    every = {name: param for command in COMMANDS for name, param in options_of(command).items()}
    for setting in SETTINGS.values():
        option = every[setting.parameter]
        assert isinstance(option, click.Option)
        assert option.multiple == setting.several
        assert option.envvar == setting.variable


def test_no_argument_is_called_as_a_setting_is() -> None:
    for command in COMMANDS:
        for name, param in options_of(command).items():
            assert name not in BY_PARAMETER or isinstance(param, click.Option)


def test_the_words_of_a_setting_are_those_of_its_option() -> None:
    options = options_of("check")
    for setting in SETTINGS.values():
        words = options[setting.parameter].type
        if isinstance(words, click.Choice):
            assert setting.words
            assert list(setting.words()) == list(words.choices)


def test_variables_are_named_after_their_keys() -> None:
    assert [setting.variable for setting in SETTINGS.values()] == [
        "DIGECON_TARGETS",
        "DIGECON_DOCUMENTS",
        "DIGECON_REVIEWS",
        "DIGECON_HISTORY",
        "DIGECON_LANGUAGE",
        "DIGECON_MIN_EVIDENCE",
        "DIGECON_SCHEDULE_CUTOFFS",
        "DIGECON_FAIL_ON",
        "DIGECON_EXCLUDE",
        "DIGECON_FORMATS",
        "DIGECON_SELECT",
        "DIGECON_IGNORE",
    ]
    assert SETTINGS["targets"].variable == ENVIRONMENT


def test_help_names_the_variable_of_every_setting(digecon: Digecon) -> None:
    for lang in ("zh", "en"):
        help = digecon("check", "--help", "--lang", lang).out
        assert [one.variable for one in SETTINGS.values() if f"[{one.variable}]" not in help] == []
