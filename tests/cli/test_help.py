"""Help of every command in both languages, no sentence of one among those of the other."""

import re

import click
import pytest
from rich.cells import cell_len

from hubei_digecon.cli import language
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.help import OPTIONS, TranslatedCommand, grouped_options
from hubei_digecon.cli.main import group
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.text import LANGS
from hubei_digecon.version import VERSION

from ..chinese_and_english import CHINESE, chinese_in, english_in
from ..conftest import Digecon

WORDS_OF_CLICK = (
    "Usage:",
    "Options:",
    "Commands:",
    "Show this message",
    "Show the version",
    "and exit",
    "[default",
)

each_command = pytest.mark.parametrize("command", ["", *COMMANDS])
each_language = pytest.mark.parametrize("lang", LANGS)


def help_of(digecon: Digecon, command: str, lang: str) -> str:
    ran = digecon(*command.split(), "--help", "--lang", lang)
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    return ran.out


def made(command: str, lang: str) -> click.Command:
    """Return a command as it is made in a language."""
    language.choose(["--lang", lang])
    whole = group()
    found = whole.get_command(click.Context(whole), command) if command else whole
    assert found is not None
    return found


@each_command
def test_chinese_help_holds_no_english(command: str, digecon: Digecon) -> None:
    shown = help_of(digecon, command, "zh")
    assert english_in(shown) == []
    assert [word for word in WORDS_OF_CLICK if word in shown] == []
    assert shown.startswith("用法：digecon")


@each_command
def test_english_help_holds_no_chinese(command: str, digecon: Digecon) -> None:
    shown = help_of(digecon, command, "en")
    assert chinese_in(shown) == []
    assert shown.startswith("Usage: digecon")


@each_command
@each_language
def test_every_option_is_explained(command: str, lang: str) -> None:
    one = made(command, lang)
    options = [param for param in one.get_params(click.Context(one)) if isinstance(param, click.Option)]
    assert options
    for option in options:
        assert option.help
        assert bool(CHINESE.search(option.help)) == (lang == "zh")


@each_command
@each_language
def test_every_option_stands_in_the_help(command: str, lang: str, digecon: Digecon) -> None:
    one, shown = made(command, lang), help_of(digecon, command, lang)
    for param in one.get_params(click.Context(one)):
        for name in param.opts if isinstance(param, click.Option) else []:
            assert re.search(rf"(?<![\w-]){name}(?![\w-])", shown)


@each_command
@each_language
def test_a_command_says_what_it_does(command: str, lang: str) -> None:
    assert bool(CHINESE.search(made(command, lang).help or "")) == (lang == "zh")


@each_command
def test_short_help_is_the_same(command: str, digecon: Digecon) -> None:
    assert digecon(*command.split(), "-h") == digecon(*command.split(), "--help")


@each_language
def test_help_lists_every_command_with_what_it_does(lang: str, digecon: Digecon) -> None:
    shown = help_of(digecon, "", lang)
    for row in COMMANDS.values():
        assert re.search(
            rf"^  {row.name} +{re.escape(row.summary.zh if lang == 'zh' else row.summary.en)}$",
            shown,
            re.MULTILINE,
        )


@each_language
def test_help_lists_every_exit_code_with_what_it_means(lang: str, digecon: Digecon) -> None:
    shown = " ".join(help_of(digecon, "", lang).split())
    for code in Exit:
        assert f"{int(code)} {code.meaning.zh if lang == 'zh' else code.meaning.en}" in shown


@pytest.mark.parametrize(("lang", "said"), [("zh", "用法：digecon"), ("en", "Usage: digecon")])
def test_without_a_command_help_is_shown_and_it_is_wrong_usage(
    lang: str, said: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8" if lang == "zh" else "C")
    ran = digecon()
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert ran.err.startswith(said)


@each_language
def test_the_version_is_one_line(lang: str, digecon: Digecon) -> None:
    ran = digecon("--version", "--lang", lang)
    assert (ran.code, ran.out, ran.err) == (Exit.COMPLIANT, f"digecon {VERSION}\n", "")


@each_command
@each_language
@pytest.mark.parametrize("encoding", ["cp936", "ascii"])
def test_help_is_shown_on_every_terminal(encoding: str, lang: str, command: str, digecon: Digecon) -> None:
    ran = digecon(*command.split(), "--help", "--lang", lang, encoding=encoding)
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    assert ran.out


@each_command
@each_language
@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_no_line_of_help_is_wider_than_the_terminal(
    width: str, command: str, lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = help_of(digecon, command, lang).split("\n")
    assert [line for line in shown if cell_len(line) > int(width)] == []


@pytest.mark.parametrize("command", ["check", "score", "trend", "diff"])
def test_every_option_of_a_command_with_many_stands_in_a_named_group(command: str) -> None:
    one = made(command, "en")
    options = [param for param in one.get_params(click.Context(one)) if isinstance(param, click.Option)]
    grouped = dict(grouped_options(options))
    assert OPTIONS not in grouped
    assert sum(map(len, grouped.values())) == len(options)


@each_command
@each_language
def test_examples_are_command_lines_that_can_be_read(command: str, lang: str, digecon: Digecon) -> None:
    one = made(command, lang)
    assert isinstance(one, TranslatedCommand)
    assert one.examples
    for line, meaning in one.examples:
        assert f"  {line}\n    {meaning.pick(language.spoken())}" in help_of(digecon, command, lang)
        program, name, *arguments = line.partition(" >")[0].split()
        named = made(name, lang)
        assert program == "digecon"
        assert named.make_context(name, arguments)
