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


OF_ONE_RUN = {
    "as_of", "period", "base", "entities", "indicators", "earlier_tasks", "register", "register_report", "findings",  # which day, which round, which part
    "quiet", "verbose", "color", "jobs", "memory",  # one terminal, one machine
    "show_config", "isolated", "help",
}  # fmt: skip
"""The options of what judges without a setting: each is a matter of one run."""


@pytest.mark.parametrize("command", ["check", "score", "trend"])
def test_settings_hold_what_flags_hold_but_for_what_is_a_matter_of_one_run(command: str) -> None:
    options = {name for name, one in options_of(command).items() if isinstance(one, click.Option)}
    assert options - set(BY_PARAMETER) - OF_ONE_RUN == set()
    assert OF_ONE_RUN & set(BY_PARAMETER) == set()


def test_a_switch_is_an_option_without_a_value() -> None:
    options = {name: one for command in COMMANDS for name, one in options_of(command).items()}
    for setting in SETTINGS.values():
        assert getattr(options[setting.parameter], "is_flag", False) is setting.switch, setting.key


def test_no_argument_is_called_as_a_setting_is() -> None:
    for command in COMMANDS:
        for name, param in options_of(command).items():
            assert name not in BY_PARAMETER or isinstance(param, click.Option)


def test_the_words_of_a_setting_are_those_of_its_option() -> None:
    options = {name: one for command in COMMANDS for name, one in options_of(command).items()}
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
        "DIGECON_BASELINE",
        "DIGECON_EXCLUDE",
        "DIGECON_FORMATS",
        "DIGECON_SELECT",
        "DIGECON_IGNORE",
        "DIGECON_NO_WAIVERS",
        "DIGECON_CHECK_DOCUMENTS",
        "DIGECON_SCHEDULE",
        "DIGECON_REDACT_ITEMS",
        "DIGECON_WEIGHTS",
        "DIGECON_INDEX",
        "DIGECON_RANK",
        "DIGECON_METHOD",
    ]
    assert SETTINGS["targets"].variable == ENVIRONMENT


def test_help_names_the_variable_of_every_setting(digecon: Digecon) -> None:
    for lang in ("zh", "en"):
        help = "".join(digecon(name, "--help", "--lang", lang).out for name in ("check", "score", "trend"))
        help = help.replace("\n", " ")
        assert [one.variable for one in SETTINGS.values() if f"[{one.variable}]" not in help] == []
