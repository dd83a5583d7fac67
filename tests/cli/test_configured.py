"""What a setting is: by a flag, the environment, the file, or default; and what it does."""

import os
from pathlib import Path

import pytest

from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.settings import SETTINGS
from hubei_digecon.domain.exit_codes import Exit

from ..conftest import AS_OF, Digecon, Ran
from ..small_targets import Small
from .conftest import Write
from .settings_shown import NOWHERE, file_of, row, shown

# Which value

EACH = {
    "targets": ('"one"', '"one"', "two", '"two"', ["--targets", "three"], '"three"'),
    "documents": (
        '["notice"]',
        '["notice"]',
        "notice, all",
        '["notice", "all"]',
        ["--document", "all"],
        '["all"]',
    ),
    "reviews": (
        '["one.yaml", "one"]',
        '["one.yaml", "one"]',
        os.pathsep.join(["two a.yaml", "", "two,b"]),
        '["two a.yaml", "two,b"]',
        ["--review", "three"],
        '["three"]',
    ),
    "history": (
        '["2023.yaml", "2024"]',
        '["2023.yaml", "2024"]',
        os.pathsep.join(["two a.yaml", "", "two,b"]),
        '["two a.yaml", "two,b"]',
        ["--history", "three"],
        '["three"]',
    ),
    "language": ('"zh"', '"zh"', "en", '"en"', ["--lang", "zh"], '"zh"'),
    "min-evidence": (
        '"verified"',
        '"verified"',
        "documented",
        '"documented"',
        ["--min-evidence", "claimed"],
        '"claimed"',
    ),
    "schedule-cutoffs": (
        '"0.95,0.8"',
        '"0.95,0.8"',
        "1,0.9",
        '"1,0.9"',
        ["--schedule-cutoffs", "0.9,0.5"],
        '"0.9,0.5"',
    ),
    "fail-on": ('"never"', '"never"', "missed", '"missed"', ["--fail-on", "undecided"], '"undecided"'),
    "baseline": ('"one.json"', '"one.json"', "two.json", '"two.json"', ["--baseline", "3.json"], '"3.json"'),
    "exclude": (
        '["drafts", "a b/*"]',
        '["drafts", "a b/*"]',
        os.pathsep.join(["*.bak", "", "x,y"]),
        '["*.bak", "x,y"]',
        ["--exclude", "old"],
        '["old"]',
    ),
    "formats": (
        '["text", "json=a b.json"]',
        '["text", "json=a b.json"]',
        "needed, csv=b.csv",
        '["needed", "csv=b.csv"]',
        ["--output-format", "markdown"],
        '["markdown"]',
    ),
    "select": (
        '["scope-unstated", "bad-credit-code"]',
        '["scope-unstated", "bad-credit-code"]',
        "duplicate-item  scope-unstated",
        '["duplicate-item", "scope-unstated"]',
        ["--select", "hedged-value,duplicate-item"],
        '["hedged-value", "duplicate-item"]',
    ),
    "ignore": (
        "[]",
        "[]",
        " scope-unstated,hedged-value ",
        '["scope-unstated", "hedged-value"]',
        ["--ignore", "full-width-digits"],
        '["full-width-digits"]',
    ),
    **{
        key: ("true", "true", "false", "false", [f"--{key}"], "true")
        for key in ("no-waivers", "check-documents", "schedule", "redact-items", "index", "rank")
    },
    "weights": ('"one.yaml"', '"one.yaml"', "two", '"two"', ["--weights", "three"], '"three"'),
    "method": (
        '"schedule"',
        '"schedule"',
        "cagr",
        '"cagr"',
        ["--method", "schedule"],
        '"schedule"',
    ),
}
OF_SCORE, OF_TREND = ("weights", "index", "rank"), ("method",)
"""The settings that one command alone has."""
"""Of each setting: how the file, the environment and a flag say it, and how each is shown."""


def test_every_setting_is_tried() -> None:
    assert EACH.keys() == SETTINGS.keys()


@pytest.mark.parametrize("key", EACH)
def test_flags_win_over_the_environment_and_the_environment_over_the_file(
    key: str, digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_file, as_file, in_environment, as_environment, flags, as_flags = EACH[key]
    variable = SETTINGS[key].variable
    write("digecon.toml", f"# settings\n{key} = {in_file}\n")

    def held(*arguments: str) -> str:
        command = "score" if key in OF_SCORE else "trend" if key in OF_TREND else "check"
        out = digecon(command, "--show-config", *arguments).out
        return row(out.splitlines(), key).replace("（", "  (").replace("）", ")")

    assert held() == f"{key} = {as_file}  (digecon.toml:2)"
    monkeypatch.setenv(variable, "")
    assert held() == f"{key} = {as_file}  (digecon.toml:2)"
    monkeypatch.setenv(variable, in_environment)
    assert held() == f"{key} = {as_environment}  ({variable})"
    assert held(*flags) == f"{key} = {as_flags}  ({flags[0]})"


def test_settings_are_those_of_the_whole_table(digecon: Digecon, repository: Path) -> None:
    assert shown(digecon) == [
        f"configuration file: {NOWHERE.format('.')}",
        "targets = those that come with the program  (default)",
        "documents = []  (default)",
        "reviews = []  (default)",
        "history = []  (default)",
        'language = "en"  (default)',
        'min-evidence = "claimed"  (default)',
        "schedule-cutoffs = –  (default)",
        'fail-on = "undecided"  (default)',
        "baseline = –  (default)",
        "exclude = []  (default)",
        'formats = ["table"]  (default)',
        "select = []  (default)",
        "ignore = []  (default)",
        "no-waivers = false  (default)",
        "check-documents = false  (default)",
        "schedule = false  (default)",
        "redact-items = false  (default)",
    ]


def test_settings_are_shown_in_chinese_too(
    digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("pyproject.toml", '[tool.digecon]\nlanguage = "zh"\nformats = ["table", "json=结果.json"]\n')
    monkeypatch.setenv("DIGECON_FAIL_ON", "missed")
    assert shown(digecon, "--ignore", "scope-unstated") == [
        "配置文件：pyproject.toml 的 [tool.digecon]",
        "targets = 内置的目标（默认）",
        "documents = []（默认）",
        "reviews = []（默认）",
        "history = []（默认）",
        'language = "zh"（pyproject.toml:2）',
        'min-evidence = "claimed"（默认）',
        "schedule-cutoffs = –（默认）",
        'fail-on = "missed"（DIGECON_FAIL_ON）',
        "baseline = –（默认）",
        "exclude = []（默认）",
        'formats = ["table", "json=结果.json"]（pyproject.toml:3）',
        "select = []（默认）",
        'ignore = ["scope-unstated"]（--ignore）',
        "no-waivers = false（默认）",
        "check-documents = false（默认）",
        "schedule = false（默认）",
        "redact-items = false（默认）",
    ]
    assert shown(digecon, "--isolated", "--lang", "zh", command="targets") == [
        "配置文件：未读（--isolated）",
        "targets = 内置的目标（默认）",
        "documents = []（默认）",
        'language = "zh"（--lang）',
        'formats = ["table"]（默认）',
    ]
    Path("pyproject.toml").unlink()
    assert shown(digecon, "--lang", "zh")[0] == (
        "配置文件：无（在 . 中查找 digecon.toml 和 pyproject.toml 的 [tool.digecon]）"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_shows_its_own_settings_and_needs_no_arguments_for_it(
    command: str, digecon: Digecon, repository: Path
) -> None:
    keys = [line.partition(" = ")[0] for line in shown(digecon, command=command)[1:]]
    of_all = ["targets", "language"]
    extra = {
        "check": [key for key in SETTINGS if key not in OF_SCORE + OF_TREND],
        "score": [key for key in SETTINGS if key not in OF_TREND],
        "trend": [key for key in SETTINGS if key not in (*OF_SCORE, "fail-on", "baseline")],
        "diff": [key for key in SETTINGS if key not in (*OF_SCORE, *OF_TREND, "fail-on", "baseline")],
        "lint": [*of_all, "exclude", "formats", "select", "ignore"],
        "new": ["targets", "documents", "language"],
        "targets": ["targets", "documents", "language", "formats"],
        "completion": ["language"],
    }
    assert keys == extra.get(command, of_all)


def test_isolated_leaves_the_file_out_and_the_environment_in(
    digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", "nonsense")
    monkeypatch.setenv("DIGECON_FAIL_ON", "missed")
    lines = shown(digecon, "--isolated")
    assert file_of(lines) == "none read (--isolated)"
    assert row(lines, "fail-on") == 'fail-on = "missed"  (DIGECON_FAIL_ON)'


def test_after_two_dashes_isolated_is_the_name_of_a_report(digecon: Digecon, write: Write) -> None:
    write("digecon.toml", "nonsense")
    assert digecon("check", "--", "--isolated").code == Exit.USAGE


def test_a_language_asked_for_before_the_command_is_told_as_a_flag(
    digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", 'language = "zh"\n')
    monkeypatch.setenv("DIGECON_LANGUAGE", "zh")
    ran = digecon("--lang", "en", "check", "--show-config")
    assert row(ran.out.splitlines(), "language") == 'language = "en"  (--lang)'


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["check", "--nonsense"], ["check"]])
def test_the_language_of_the_file_holds_before_help_is_written(
    arguments: list[str], digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", 'language = "zh"\n')
    ran = digecon(*arguments)
    assert "用法" in ran.out + ran.err
    assert "用法" not in (ran := digecon(*arguments, "--lang", "en")).out + ran.err
    assert "用法" not in (ran := digecon(*arguments, "--isolated")).out + ran.err
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("DIGECON_LANGUAGE", "en")
    assert "用法" not in (ran := digecon(*arguments)).out + ran.err


# What settings do


def test_a_run_holds_to_the_file(digecon: Digecon, write: Write, repository: Path) -> None:
    small = Small(repository)
    write("digecon.toml", 'targets = "targets"\nfail-on = "never"\nformats = ["table", "json=out.json"]\n')
    ran = digecon("check", small.report("missed"), "--as-of", AS_OF)
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    assert ran.out.split()[0] == "Oneville"
    assert (repository / "out.json").is_file()


def test_paths_in_the_file_go_from_its_folder_and_others_from_the_working_directory(
    digecon: Digecon, write: Write, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = str(repository / "whole")
    write(
        "conf/digecon.toml",
        f'targets = "../targets"\nreviews = ["here/now", "r.yaml", "{whole}"]\nformats = ["json=x/out.json", "table"]\n',
    )
    monkeypatch.chdir(write("conf/here/report.yaml", "").parent)
    lines = shown(digecon)
    assert row(lines, "targets") == 'targets = "../../targets"  (../digecon.toml:1)'
    assert row(lines, "reviews") == f'reviews = ["now", "../r.yaml", "{whole}"]  (../digecon.toml:2)'
    assert row(lines, "formats") == 'formats = ["json=../x/out.json", "table"]  (../digecon.toml:3)'
    monkeypatch.setenv("DIGECON_TARGETS", "targets")
    assert row(shown(digecon), "targets") == 'targets = "targets"  (DIGECON_TARGETS)'


def test_a_report_is_judged_from_a_folder_below_the_file(
    digecon: Digecon, write: Write, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Small(repository)
    write("digecon.toml", 'targets = "targets"\nformats = ["json=out/result.json"]\n')
    (repository / "out").mkdir()
    (repository / "below").mkdir()
    monkeypatch.chdir(repository / "below")
    assert digecon("check", small.report("compliant"), "--as-of", AS_OF).code == Exit.COMPLIANT
    assert (repository / "out" / "result.json").is_file()
    assert not list((repository / "below").iterdir())


def test_a_list_given_by_a_flag_stands_in_place_of_that_of_the_file(digecon: Digecon, write: Write) -> None:
    write("digecon.toml", 'ignore = ["scope-unstated"]\nreviews = ["no-such-review.yaml"]\n')
    assert (
        row(shown(digecon, "--ignore", "hedged-value"), "ignore") == 'ignore = ["hedged-value"]  (--ignore)'
    )


def test_lint_takes_the_formats_that_it_has(
    digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", 'formats = ["json=out.json", "text", "needed=x"]\n')
    lines = shown(digecon, command="lint")
    assert row(lines, "formats") == 'formats = ["text"]  (digecon.toml:1)'
    monkeypatch.setenv("DIGECON_FORMATS", "json csv=a.csv")
    assert row(shown(digecon, command="lint"), "formats") == 'formats = ["table"]  (default)'
    ran = digecon("lint", "--output-format", "json", "x.yaml")
    assert ran.code == Exit.USAGE
    monkeypatch.setenv("DIGECON_FORMATS", "jsn")
    ran = digecon("lint", "x.yaml")
    assert ran.code == Exit.USAGE
    assert "DIGECON_FORMATS: there is no format “jsn”" in ran.err


@pytest.mark.parametrize("command", ["check", "lint"])
def test_a_configuration_file_is_an_input_and_not_written_over(
    command: str, digecon: Digecon, write: Write, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Small(repository)
    text = f'targets = "{small.targets}"\n'
    (repository / "link").symlink_to(write("digecon.toml", text))
    report = small.report("compliant")
    for path in ("digecon.toml", "link", "./digecon.toml"):
        ran = digecon(command, report, "--output-format", f"markdown={path}")
        assert (ran.code, ran.out) == (Exit.USAGE, "")
        assert f"“{path}” is an input and will not be overwritten" in ran.err
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "digecon.toml")
    assert digecon(command, report, "--output-format", "github").code == Exit.USAGE
    assert (repository / "digecon.toml").read_text("utf-8") == text


def test_what_a_result_is_compared_with_is_its_own_settings(
    digecon: Digecon, write: Write, repository: Path
) -> None:
    small = Small(repository)
    digecon(*small.check("compliant", "missed"), "--output-format", "json=result.json")
    write("digecon.toml", 'min-evidence = "verified"\nfail-on = "never"\nignore = ["scope-unstated"]\n')
    ran = digecon("verify", "result.json", "--targets", str(small.targets))
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")


def test_what_is_left_of_waivers_by_the_file_is_told_and_put_back_by_a_variable(
    digecon: Digecon, write: Write, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Small(repository)
    write("digecon.toml", "redact-items = true\nno-waivers = true\n")
    told = "setting: no-waivers = true (digecon.toml:2)"
    assert told in digecon(*small.check("missed")).out
    monkeypatch.setenv("DIGECON_NO_WAIVERS", "false")
    assert "no-waivers" not in digecon(*small.check("missed")).out


@pytest.mark.parametrize("value", ['"true"', "1", "[true]"])
def test_a_switch_of_the_file_is_true_or_false(
    value: str, digecon: Digecon, write: Write, repository: Path
) -> None:
    write("digecon.toml", f"rank = {value}\n")
    ran = digecon("score", "--show-config", "--lang", "en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "digecon.toml:1:8: error wrong-type: “rank” should be true or false, but is" in ran.err


# Wrong values of the environment


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        (
            "DIGECON_FAIL_ON",
            "nevr",
            "digecon check: DIGECON_FAIL_ON: there is no “nevr”; did you mean “never”? choices: undecided, missed, never",
        ),
        (
            "DIGECON_LANGUAGE",
            "fr",
            "digecon check: DIGECON_LANGUAGE: there is no “fr”; choices: zh, en",
        ),
        (
            "DIGECON_IGNORE",
            "scope-unstatd",
            "digecon check: DIGECON_IGNORE: no diagnostic has the id “scope-unstatd”; "
            "did you mean “scope-unstated”? docs/diagnostics.md lists all",
        ),
        (
            "DIGECON_NO_WAIVERS",
            "yes",
            "digecon check: DIGECON_NO_WAIVERS: there is no “yes”; choices: true, false",
        ),
        (
            "DIGECON_FORMATS",
            "table,json=",
            "digecon check: DIGECON_FORMATS: “json=” names no file",
        ),
        (
            "DIGECON_MIN_EVIDENCE",
            "\x1b[31m",
            "digecon check: DIGECON_MIN_EVIDENCE: there is no “<U+001B>[31m”; choices: claimed, cited, documented, verified",
        ),
    ],
)
def test_a_wrong_value_of_the_environment_is_told_by_its_variable(
    variable: str, value: str, told: str, digecon: Digecon, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    assert digecon("check", "x.yaml") == Ran(Exit.USAGE, "", f"{told}\nsee digecon check --help\n")
    for arguments in (["--help"], ["check", "--help"], ["--version"]):
        assert digecon(*arguments).code == Exit.COMPLIANT


def test_a_wrong_value_of_the_environment_is_told_in_chinese(
    digecon: Digecon, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGECON_FAIL_ON", "nevr")
    ran = digecon("--lang", "zh", "check", "x.yaml")
    assert ran.err == (
        "digecon check：DIGECON_FAIL_ON 的值不合适：没有“nevr”。是否想写“never”？可用：undecided, missed, never\n"
        "用法见 digecon check --help\n"
    ).replace("digecon check：", "digecon check: ")
