"""The log of GitHub Actions takes some lines for commands: nothing from a file or an argument becomes one."""

from pathlib import Path

import pytest

from hubei_digecon.show.formats import FORMATS

from ..conftest import ROOT, Digecon
from ..hostile import PLACES, quoted
from ..workflow_commands import parse

FOR_PEOPLE = [name for name, format in FORMATS.items() if not format.data]
COMMANDS = (
    "::error::x",
    "::stop-commands::x",
    "::add-mask::x",
    " \t::error file=a::x",
    "\u3000::warning::x",
    "##[error]x",
    "a ##[add-mask]x",
    "###[group]x",
    "a\n::error::x",
    "a\r::error::x",
    "%0A::error::x",
)
"""Texts that would be commands of their own, or be if something unescaped them or broke the line there."""

FILE_NAMES = (
    "::stop-commands::x.yaml",
    " ::error file=a,line=1::x.yaml",
    "##[add-mask]x.yaml",
    "%0A::error::x.yaml",
)

each_format = pytest.mark.parametrize("format", FOR_PEOPLE)


@pytest.fixture(autouse=True)
def _on_github(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("DIGECON_TARGETS", str(ROOT / "targets"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("columns", ["40", "4000"])
@pytest.mark.parametrize("text", COMMANDS)
@each_format
def test_no_text_of_a_report_is_a_command(
    format: str, text: str, columns: str, digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)  # where lines are broken, any word may begin one
    for index, report in enumerate(PLACES.values()):
        (tmp_path / f"{index}.yaml").write_text(report(quoted(text)), "utf-8")
    ran = digecon("check", ".", "--output-format", format, "-v", "--lang", "en")
    assert f"{len(PLACES)} reports: " in ran.out
    assert parse(ran.out) == parse(ran.err) == []


@pytest.mark.parametrize("command", ["check", "lint"])
@pytest.mark.parametrize("name", FILE_NAMES)
def test_no_name_of_a_file_is_a_command(command: str, name: str, digecon: Digecon, tmp_path: Path) -> None:
    (tmp_path / name).write_text(PLACES["unit"]("unknown"), "utf-8")
    for format in ("table", "text"):
        ran = digecon(command, "--output-format", format, "--lang", "en", "--", name)
        assert "unknown-unit" in ran.out
        assert parse(ran.out) == parse(ran.err) == []


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_whose_name_looks_like_a_command_is_still_annotated(
    name: str, digecon: Digecon, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(PLACES["unit"]("unknown"), "utf-8")
    ran = digecon("check", "--output-format", "github", "--lang", "en", "--", name)
    assert {command.name for command in parse(ran.out)} <= {"error", "warning", "notice"}
    assert {command.properties["file"] for command in parse(ran.out)} == {name}


@pytest.mark.parametrize(
    "arguments",
    [
        ("::error::x",),
        ("check", "::error::x"),
        ("check", "x", "--lang", "::error::x"),
        ("check", "x", "--output-format", "a\n::error::x"),
        ("check", "x", "--output-format", "json=no/::error::x"),
        ("check", "x", "--output-format", "json=\n::error::x/y"),
        ("check", "x", "--as-of", "##[error]x"),
        ("targets", "\n::error::x"),
        ("explain", "##[error]x"),
        ("verify", "::error::x"),
    ],
)
def test_no_argument_is_a_command(arguments: tuple[str, ...], digecon: Digecon) -> None:
    ran = digecon(*arguments)
    assert "error" in ran.out + ran.err
    assert parse(ran.out) == parse(ran.err) == []


def test_what_was_made_harmless_can_still_be_read(digecon: Digecon, tmp_path: Path) -> None:
    (tmp_path / "::x##[y.yaml").write_text(PLACES["unit"]("unknown"), "utf-8")
    ran = digecon("lint", "--output-format", "text", "--", "::x##[y.yaml")
    assert ran.out.startswith("<U+003A>:")
    assert ":x#<U+0023>[y.yaml:5:25: error unknown-unit " in ran.out


@pytest.mark.parametrize("elsewhere", ["", "false", None])
def test_elsewhere_a_line_is_left_as_it_is(
    elsewhere: str | None, digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS")
    if elsewhere is not None:
        monkeypatch.setenv("GITHUB_ACTIONS", elsewhere)
    (tmp_path / "::x##[y.yaml").write_text(PLACES["unit"]("unknown"), "utf-8")
    ran = digecon("lint", "--output-format", "text", "--", "::x##[y.yaml")
    assert ran.out.startswith("::x##[y.yaml:5:25: error unknown-unit ")


def test_data_is_never_changed(digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "::x##[y.yaml").write_text(PLACES["source"]('"##[error]x"'), "utf-8")
    for name in (one.name for one in FORMATS.values() if one.data):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        there = digecon("check", "--output-format", name, "--", "::x##[y.yaml")
        monkeypatch.delenv("GITHUB_ACTIONS")
        assert digecon("check", "--output-format", name, "--", "::x##[y.yaml") == there
