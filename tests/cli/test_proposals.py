"""What a shell proposes: asked for through the environment, as the scripts of bash, zsh and fish ask."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.proposals import SHELLS, VARIABLE
from hubei_digecon.diagnostics import Severity
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.show.formats import FORMATS

from ..building import LIBRARY
from ..conftest import ROOT, Digecon
from ..process import python

PLACES = [place.id for place in LIBRARY.entities()]


class Shell:
    """Asks as the script of a shell does; what is typed last is completed."""

    def __init__(self, name: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> None:
        self.name, self.digecon, self.monkeypatch = name, digecon, monkeypatch

    def proposes(self, *typed: str) -> list[str]:
        return [value for _, value, _ in self.asked(*typed)]

    def asked(self, *typed: str) -> list[tuple[str, str, str]]:
        """Return what is proposed: its type, itself, and what is told of it."""
        with self.monkeypatch.context() as patch:
            patch.setenv(VARIABLE, f"{self.name}_complete")
            patch.setenv("COMP_WORDS", self._words(typed))
            patch.setenv("COMP_CWORD", typed[-1] if self.name == "fish" else str(len(typed)))
            ran = self.digecon()
        assert (ran.code, ran.err) == (0, "")
        return self._parsed(ran.out.removesuffix("\n"))

    def _words(self, typed: Sequence[str]) -> str:
        return ("\n" if self.name == "bash" else " ").join(("digecon", *typed))

    def _parsed(self, answer: str) -> list[tuple[str, str, str]]:
        if not answer:
            return []
        lines = answer.split("\n")
        if self.name == "bash":
            return [(type, value, "") for type, _, value in (line.partition(",") for line in lines)]
        if self.name == "zsh":
            kinds, values, told = lines[::3], lines[1::3], lines[2::3]
            return list(zip(kinds, (value.replace("\\:", ":") for value in values), told, strict=True))
        split = [line.partition("\t") for line in lines]
        return [(*_typed(line), told) for line, _, told in split]


def _typed(line: str) -> tuple[str, str]:
    type, _, value = line.partition(",")
    return type, value


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(request.param, digecon, monkeypatch)


def test_every_command_is_proposed(shell: Shell) -> None:
    assert shell.proposes("") == list(COMMANDS)
    assert shell.proposes("ch") == ["check"]


def test_options_are_proposed(shell: Shell) -> None:
    assert {"--output-format", "--review", "--lang"} <= set(shell.proposes("check", "--"))
    assert shell.proposes("score", "--ra") == ["--rank"]


@pytest.mark.parametrize("command", ["targets", "new"])
def test_places_are_proposed_by_id(command: str, shell: Shell) -> None:
    assert shell.proposes(command, "") == PLACES
    assert shell.proposes(command, "wuhan-w") == ["wuhan-wedz"]


def test_places_are_proposed_by_name_once_one_is_begun(shell: Shell) -> None:
    assert shell.proposes("targets", "光") == ["光谷"]
    assert shell.proposes("new", "武汉经") == ["武汉经开区", "武汉经济技术开发区"]
    assert shell.proposes("new", "Wuhan") == ["Wuhan"]  # a shell would take the other names for several words


def test_ids_of_everything_that_can_be_explained_are_proposed(shell: Shell, library: TargetLibrary) -> None:
    proposed = set(shell.proposes("explain", ""))
    targets = {target.id for entity in library.entities() for target in entity.targets}
    assert targets | set(library.catalogue.indicators) | set(DIAGNOSTICS) | {"met", "undecided"} <= proposed
    begun = [id for id in sorted(targets) if id.startswith("wuhan.core")]
    assert sorted(shell.proposes("explain", "wuhan.core")) == begun
    assert shell.proposes("explain", "scope-") == ["scope-unstated", "scope-not-asked"]
    assert "达到上限" not in shell.proposes("explain", "")


@pytest.mark.parametrize(
    ("command", "has"), [("check", ""), ("lint", "lints"), ("score", "scores"), ("targets", "lists")]
)
def test_the_formats_of_a_command_are_proposed(command: str, has: str, shell: Shell) -> None:
    formats = [one.name for one in FORMATS.values() if not has or getattr(one, has)]
    assert shell.proposes(command, "--output-format", "") == formats


def test_warnings_and_notes_are_proposed_after_a_comma_too(shell: Shell) -> None:
    ids = [kind.id for kind in DIAGNOSTICS.values() if kind.severity is not Severity.ERROR]
    assert shell.proposes("check", "--ignore", "") == ids
    assert shell.proposes("lint", "--select", "scope-unstated,full-w") == ["scope-unstated,full-width-digits"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (("check", "--lang", ""), ["zh", "en"]),
        (("check", "--fail-on", "m"), ["missed"]),
        (("schema", "re"), ["report", "review", "result"]),
        (("completion", ""), list(SHELLS)),
        (("new", "wuhan", "--format", ""), None),
    ],
)
def test_closed_lists_are_proposed(typed: tuple[str, ...], value: list[str] | None, shell: Shell) -> None:
    from hubei_digecon.forms import FORMS

    assert shell.proposes(*typed) == (list(FORMS) if value is None else value)


@pytest.mark.parametrize(
    ("typed", "type"),
    [
        (("check", ""), "file"),
        (("check", "a.yaml", "b"), "file"),
        (("lint", ""), "file"),
        (("score", ""), "file"),
        (("verify", ""), "file"),
        (("check", "--review", ""), "file"),
        (("new", "wuhan", "-o", ""), "file"),
        (("score", "--weights", ""), "file"),
        (("check", "--targets", ""), "dir"),
    ],
)
def test_files_and_folders_are_left_to_the_shell(typed: tuple[str, ...], type: str, shell: Shell) -> None:
    assert [(kind, value) for kind, value, _ in shell.asked(*typed)] == [(type, typed[-1])]


def test_places_come_from_the_targets_that_are_named(shell: Shell, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    (tmp_path / "targets" / "cities" / "wuhan.yaml").unlink()
    for path in (tmp_path / "targets" / "zones").iterdir():
        path.write_text(path.read_text("utf-8").replace("  within: wuhan\n", ""), "utf-8")
    assert shell.proposes("targets", "--targets", str(tmp_path / "targets"), "") == [
        one for one in PLACES if one != "wuhan"
    ]


@pytest.mark.parametrize("typed", [("targets", ""), ("new", "光")])
def test_without_targets_that_can_be_read_nothing_is_proposed(typed: tuple[str, ...], shell: Shell) -> None:
    assert shell.proposes(typed[0], "--targets", "no-such-folder", typed[1]) == []


def test_what_is_no_name_of_a_command_proposes_nothing_of_it(shell: Shell) -> None:
    assert shell.proposes("no-such-command", "wu") == []


def test_a_faulty_configuration_file_is_not_in_the_way(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGECON_TARGETS", str(ROOT / "targets"))
    monkeypatch.chdir(tmp_path)
    Path("digecon.toml").write_text("nonsense", "utf-8")
    assert shell.proposes("targets", "") == PLACES


@pytest.mark.parametrize(("lang", "told"), [("zh_CN.UTF-8", "武汉市"), ("C.UTF-8", "Wuhan")])
def test_what_is_proposed_is_told_in_the_language_of_the_locale(
    lang: str, told: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", lang)
    for name in ("zsh", "fish"):
        assert Shell(name, digecon, monkeypatch).asked("targets", "wuhan")[0] == ("plain", "wuhan", told)


@pytest.mark.parametrize("asked", ["bash_complete", "zsh_source", "nonsense", "_"])
def test_a_run_with_arguments_is_never_taken_for_a_question(
    asked: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = digecon("targets", "--lang", "en")
    monkeypatch.setenv(VARIABLE, asked)
    monkeypatch.setenv("COMP_WORDS", "digecon targets ")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert digecon("targets", "--lang", "en") == told
    assert digecon("check").code == Exit.USAGE


@pytest.mark.parametrize("asked", ["nonsense", "bash_nonsense", "powershell_complete"])
def test_a_question_that_nobody_knows_is_wrong_usage(
    asked: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, asked)
    assert digecon().code == Exit.USAGE


def test_a_run_that_no_shell_asks_for_loads_nothing_of_it() -> None:
    code = "from hubei_digecon.cli.main import run; run(['--version']); import sys; print(*sys.modules)"
    loaded = python(code).split()
    assert "click.shell_completion" not in loaded
    assert "hubei_digecon.explain" not in loaded
    assert "hubei_digecon.forms" not in loaded
