"""Which language is spoken: ``--lang``, else the locale, else English."""

import pytest

from hubei_digecon.cli.language import choose
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.text import LANGS

from ..conftest import Digecon

REPORT = "sample_reports/published/wuhan-2024.yaml"


def lang_of(text: str) -> str:
    """Return the language that a table or a help is in."""
    return "zh" if "完成率" in text or "选项" in text else "en"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "zh_CN", "LC_MESSAGES": "C", "LANG": "C"}, "zh"),
        ({"LC_MESSAGES": "C", "LANG": "zh_CN"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "C"}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN"}, "zh"),
        ({"LC_CTYPE": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "zh"}, "en"),
    ],
    ids=str,
)
def test_the_first_variable_of_the_locale_that_is_set_decides(
    environment: dict[str, str], lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert choose([], environment) == lang
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert lang_of(digecon("check", REPORT).out) == lang
    assert lang_of(digecon("--help").out) == lang


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("other", ["zh_CN.UTF-8", "C"])
@pytest.mark.parametrize("form", [["--lang", "{}"], ["--lang={}"]], ids=str)
def test_the_flag_goes_before_the_locale(
    form: list[str], other: str, lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", other)
    flag = [word.format(lang) for word in form]
    for arguments in (
        ["check", *flag, REPORT],
        ["check", REPORT, *flag],
        [*flag, "check", REPORT],
        [*flag, "--help"],
        ["check", "--help", *flag],
    ):
        assert lang_of(digecon(*arguments).out) == lang


@pytest.mark.parametrize("arguments", [["--lang", "fr", "check", REPORT], ["check", REPORT, "--lang", "ZH"]])
def test_a_language_that_is_not_spoken_is_refused(arguments: list[str], digecon: Digecon) -> None:
    ran = digecon(*arguments)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "zh, en" in ran.err


def test_a_refused_language_is_refused_in_that_of_the_locale(
    digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "用法见" in digecon("check", REPORT, "--lang", "fr").err


def test_what_stands_after_two_dashes_is_no_flag(digecon: Digecon) -> None:
    ran = digecon("check", "--", "--lang", "zh")
    assert "--lang: error unreadable" in ran.out


def test_of_two_flags_the_last_decides_as_for_every_option(digecon: Digecon) -> None:
    assert lang_of(digecon("check", REPORT, "--lang", "zh", "--lang", "en").out) == "en"
    assert lang_of(digecon("--lang", "en", "check", REPORT, "--lang", "zh").out) == "zh"
