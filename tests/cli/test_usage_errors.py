"""What a wrong command line is told: in the language of the run, with what was probably meant."""

from collections.abc import Callable

import click
import pytest

from hubei_digecon.cli import language
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.main import group
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.text import LANGS

from ..chinese_and_english import CHINESE, chinese_in, english_in
from ..conftest import Digecon

REPORT = "sample_reports/published/wuhan-2024.yaml"

each_command = pytest.mark.parametrize("command", COMMANDS)
each_language = pytest.mark.parametrize("lang", LANGS)


Refused = Callable[..., str]


@pytest.fixture
def refused(digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> Refused:
    """What a wrong command line is told, which must be in the language asked for and nothing but."""

    def told(lang: str, *arguments: str) -> str:
        monkeypatch.setenv("LANG", "zh_CN.UTF-8" if lang == "zh" else "C")
        ran = digecon(*arguments)
        assert (ran.code, ran.out) == (Exit.USAGE, "")
        first, second = ran.err.splitlines()
        assert first.startswith("digecon")
        assert second.startswith("用法见 digecon" if lang == "zh" else "see digecon")
        if lang == "zh":
            assert CHINESE.search(first)
            assert english_in(ran.err) == []
        else:
            assert chinese_in(ran.err) == []
        return first

    return told


def params(command: str) -> list[click.Parameter]:
    """Return the arguments and options of a command."""
    language.choose([])
    whole = group()
    made = whole.get_command(click.Context(whole), command)
    assert made is not None
    return made.params


def options(command: str) -> list[click.Option]:
    return [param for param in params(command) if isinstance(param, click.Option)]


WITH_ARGUMENT = [
    command
    for command in COMMANDS
    if any(
        isinstance(param, click.Argument) and (param.required or param.nargs == -1)
        for param in params(command)
    )
]


@each_language
@pytest.mark.parametrize("command", WITH_ARGUMENT)
def test_a_missing_argument_is_asked_for(command: str, lang: str, refused: Refused) -> None:
    assert refused(lang, command).startswith(f"digecon {command}: ")


@each_language
@each_command
def test_an_unknown_option_is_refused(command: str, lang: str, refused: Refused) -> None:
    assert "--zzz" in refused(lang, command, "--zzz")


@pytest.mark.parametrize(("lang", "said"), [("zh", "是否想写“{}”？"), ("en", "did you mean “{}”?")])
@each_command
def test_an_option_nearly_right_is_suggested(command: str, lang: str, said: str, refused: Refused) -> None:
    for option in options(command):
        name = next(name for name in option.opts if name.startswith("--"))
        wrong = name[:-2] + name[-1] + name[-2] + "x"
        assert said.format(name) in refused(lang, command, wrong)


@pytest.mark.parametrize(("lang", "said"), [("zh", "是否想写“{}”？"), ("en", "did you mean “{}”?")])
@each_command
def test_a_command_nearly_right_is_suggested(command: str, lang: str, said: str, refused: Refused) -> None:
    assert said.format(command) in refused(lang, f"{command}x")


@each_language
def test_an_unknown_command_is_told_which_are_known(lang: str, refused: Refused) -> None:
    told = refused(lang, "zzzz", REPORT)
    assert "zzzz" in told
    assert ", ".join(COMMANDS) in told


@each_language
def test_an_option_in_place_of_a_command_is_told_the_same(lang: str, refused: Refused) -> None:
    assert "--zzz" in refused(lang, "--zzz")


@each_language
@each_command
def test_a_value_that_is_no_choice_is_told_the_choices(command: str, lang: str, refused: Refused) -> None:
    for param in params(command):
        if isinstance(param.type, click.Choice):
            words = ["zzzz"] if isinstance(param, click.Argument) else [param.opts[-1], "zzzz"]
            told = refused(lang, command, *words)
            assert "zzzz" in told
            assert ", ".join(param.type.choices) in told


@each_language
@each_command
def test_an_option_without_its_value_is_told_so(command: str, lang: str, refused: Refused) -> None:
    for option in options(command):
        if not option.is_flag:
            assert option.opts[-1] in refused(lang, command, option.opts[-1])


@each_language
def test_no_language_to_speak_is_told_so(lang: str, refused: Refused) -> None:
    assert "--lang" in refused(lang, "check", REPORT, "--lang")


@each_language
def test_a_place_without_targets_is_told_which_have_some(lang: str, refused: Refused) -> None:
    told = refused(lang, "targets", "wuhan-east-lak")
    assert "“wuhan-east-lake”" in told
    assert "wuhan-wedz" in told


@each_language
def test_wrong_usage_is_told_before_anything_is_read(lang: str, refused: Refused) -> None:
    refused(lang, "check", "no-such-file.yaml", "--fail-on", "zzzz")


@each_language
def test_an_argument_too_many_is_told_so(lang: str, refused: Refused) -> None:
    for command in ("targets", "schema"):
        name = "result" if command == "schema" else "wuhan"
        assert "zzzz" in refused(lang, command, name, "zzzz")


@each_language
@each_command
def test_a_flag_with_a_value_is_told_that_it_takes_none(command: str, lang: str, refused: Refused) -> None:
    for option in options(command):
        if option.is_flag:
            told = refused(lang, command, f"{option.opts[-1]}=yes")
            assert option.opts[-1] in told
            assert not told.endswith(("缺少值", "needs a value"))


@each_command
def test_an_option_without_its_value_is_told_of_its_command(command: str, refused: Refused) -> None:
    for option in options(command):
        if not option.is_flag:
            told = refused("en", command, option.opts[-1])
            assert told.startswith(f"digecon {command}: ")


def test_a_wrong_word_cannot_write_hidden_characters_to_the_terminal(digecon: Digecon) -> None:
    wrong = "\x1b[31m\x9b\u202e\u200b"
    for arguments in (
        [wrong], ["--" + wrong], ["check", REPORT, "--color", wrong], ["check", REPORT, "--as-of", wrong],
        ["check", REPORT, "--output-format", wrong], ["targets", wrong], ["schema", wrong],
    ):  # fmt: skip
        ran = digecon(*arguments)
        assert ran.code == Exit.USAGE
        assert "<U+202E>" in ran.err
        assert not set(wrong) & set(ran.err) - set("[31m")


@each_language
def test_what_is_wrong_ends_in_no_loose_mark(lang: str, refused: Refused) -> None:
    for arguments in (["--zzz"], ["check", "--zzz"], ["check", "--lagn", "zh"]):
        told = refused(lang, *arguments)
        assert told == told.rstrip(" ;,")


@each_language
@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("list", "targets"), ("version", "--version"), ("help", "--help"), ("validate report.yaml", "lint"),
        (REPORT, f"check {REPORT}"), ("check x --json", "--output-format json"),
        ("check x --html", "--output-format html"), ("score x --xlsx", "--output-format xlsx=FILE"),
        ("check x --excel", "--output-format xlsx=FILE"), ("check x -o out.md", "--output-format markdown=out.md"),
        ("score x -oout.xlsx", "--output-format xlsx=out.xlsx"),
        ("check x --output=out", "--output-format NAME=out"),
        ("check x --format json", "--output-format"), ("check x --no-color", "--color never"),
        ("check x --lang=cn", "zh"), ("targets --lang English", "en"), ("-V", "--version"),
        ("check x --output-format excel=a.xlsx", "xlsx=a.xlsx"), ("check x --output-format a.html", "html=a.html"),
        ("explain x -f", ""), ("schema x --json", ""),
    ],
)  # fmt: skip
def test_what_people_mean_is_proposed(wrong: str, meant: str, lang: str, digecon: Digecon) -> None:
    ran = digecon(*wrong.split(), *(() if "--lang" in wrong else ("--lang", lang)))
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    asked = (f"是否想写“{meant}”", f"did you mean “{meant}”")
    assert any(one in ran.err for one in asked) == bool(meant)
