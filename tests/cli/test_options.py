"""Options that several commands share: how their values are read, and what they refuse."""

import datetime
from collections.abc import Callable
from typing import Any

import click
import pytest

from hubei_digecon.cli import language
from hubei_digecon.cli.options import (
    Sink,
    choice,
    day_of,
    format_option,
    installed,
    option,
    output_options,
    period_option,
    view_of,
)
from hubei_digecon.diagnostics.extras import Extra
from hubei_digecon.domain.reports import Period
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import Text


@pytest.fixture(autouse=True)
def _english() -> None:
    language.choose([], {})


def values_of(decorate: Callable[[Any], Any], *arguments: str) -> dict[str, Any]:
    """Return the values of the options that a command is given."""
    found: dict[str, Any] = {}
    command = click.command()(decorate(lambda **values: found.update(values)))
    command.main(arguments, standalone_mode=False)
    return found


def refusal_of(decorate: Callable[[Any], Any], *arguments: str) -> str:
    """Return what is said where arguments are refused."""
    with pytest.raises(click.BadParameter) as refused:
        values_of(decorate, *arguments)
    return refused.value.message


AS_OF = option("--as-of", callback=day_of, help=Text("日期", "the day"))
PERIOD = period_option(Text("报告期", "the period"))
COLOR = option("--color", type=choice(("auto", "never")), help=Text("颜色", "colour"))


def test_a_day_is_read_as_it_is_shown() -> None:
    assert values_of(AS_OF, "--as-of", "2026-02-28") == {"as_of": datetime.date(2026, 2, 28)}
    assert values_of(AS_OF) == {"as_of": None}


@pytest.mark.parametrize("text", ["2026-02-30", "20260228", "2026/2/28", "2026", ""])
def test_any_other_day_is_refused(text: str) -> None:
    assert refusal_of(AS_OF, "--as-of", text) == f"“{text}” is not a date; write it as 2026-02-28"


@pytest.mark.parametrize(
    ("text", "period"),
    [("2025", Period(2025)), ("2025-M09", Period(2025, 9)), ("2025年前三季度", Period(2025, 9))],
)
def test_a_period_is_read_as_in_reports(text: str, period: Period) -> None:
    assert values_of(PERIOD, "--period", text) == {"period": period}


def test_what_is_no_period_is_refused() -> None:
    assert refusal_of(PERIOD, "--period", "2025-M13") == (
        "“2025-M13” is not a period; write it as 2025 or 2025-M09"
    )


def test_a_word_that_is_nearly_one_is_asked_about() -> None:
    assert values_of(COLOR, "--color", "never") == {"color": "never"}
    assert refusal_of(COLOR, "--color", "nevr") == (
        "there is no “nevr”; did you mean “never”? choices: auto, never"
    )


def test_what_is_refused_is_told_in_the_language_of_the_run() -> None:
    language.choose(["--lang", "zh"], {})
    assert refusal_of(COLOR, "--color", "x") == "没有“x”。可用：auto, never"


def test_how_a_result_looks_has_its_defaults() -> None:
    assert values_of(output_options) == {"lang": None, "color": "auto", "quiet": False, "verbose": False}
    assert values_of(output_options, "-q", "-v", "--lang", "zh")["quiet"] is True


# Formats


def sinks(*texts: str) -> list[Sink]:
    """Return the formats asked for, and where they go."""
    asked = [part for text in texts for part in ("--output-format", text)]
    made: list[Sink] = values_of(format_option(), *asked)["sinks"]
    return made


def test_one_format_is_shown_and_others_go_to_files() -> None:
    assert sinks() == [Sink(FORMATS["table"], None)]
    assert sinks("json", "csv=a.csv", "xlsx=a=b.xlsx") == [
        Sink(FORMATS["json"], None),
        Sink(FORMATS["csv"], "a.csv"),
        Sink(FORMATS["xlsx"], "a=b.xlsx"),
    ]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("json", "csv"), "only one format can go to standard output; give the others as NAME=FILE"),
        (("json=/a", "csv=/./a"), "two outputs cannot go to one file, “/a”"),
        (("xlsx",), "“xlsx” is no text and goes into files only: xlsx=FILE"),
        (("json=",), "“json=” names no file"),
    ],
)
def test_formats_that_cannot_go_where_they_should_are_refused(texts: tuple[str, ...], said: str) -> None:
    asked = [part for text in texts for part in ("--output-format", text)]
    assert refusal_of(format_option(), *asked) == said


def test_a_format_that_is_nearly_one_is_asked_about() -> None:
    assert refusal_of(format_option(), "--output-format", "jsn").startswith(
        "there is no format “jsn”; did you mean “json”? formats: "
    )


def test_a_format_whose_extra_is_missing_is_refused_with_the_command() -> None:
    parameter = click.Option(["--output-format"])
    installed("json", None, parameter)
    installed("sample", Extra("sample", {"json": "json"}), parameter)
    with pytest.raises(click.BadParameter) as refused:
        installed("sample", Extra("sample", {"json": "json", "no_such_module": "no-such>=2"}), parameter)
    assert refused.value.message == (
        '“sample” needs no_such_module, which is not installed; run: python -m pip install "no-such>=2"'
    )


# The terminal


@pytest.mark.parametrize(
    ("asked", "environment", "colored"),
    [
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "", "NO_COLOR": ""}, False),
    ],
)
def test_colour_is_as_asked_for_else_as_the_environment_has_it(
    asked: str, environment: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert view_of(asked, quiet=False, verbose=False).color is colored


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("40", 40), ("120", 120)])
def test_a_view_is_never_too_narrow(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert view_of("never", quiet=True, verbose=False).width == width
