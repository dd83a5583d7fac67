"""The hooks for pre-commit, run by pre-commit from a repository that holds what is in this one now."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.main import group

from . import three_sorts
from .conftest import ROOT
from .overlooked_reports import FILES as PLANTED
from .overlooked_reports import MISSED as MISSED_REPORT
from .overlooked_reports import ON_FORM, workbook, write
from .repositories import committed, git, surroundings, working_tree
from .small_targets import REPORTS
from .three_reports import A_UNIT_ERROR, GOOD, MISSED, TOLD, VERDICTS, repository

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text("utf-8"))

each_hook = pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))


def _pre_commit(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=cwd,
        env=surroundings(**more),
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


# The manifest


def test_pre_commit_takes_the_manifest() -> None:
    done = _pre_commit("validate-manifest", str(MANIFEST), cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "")


def test_there_is_a_hook_to_judge_and_one_to_read() -> None:
    assert [hook["id"] for hook in HOOKS] == ["digecon-check", "digecon-lint"]


@each_hook
def test_a_hook_runs_a_command_with_options_that_it_has(hook: dict[str, Any]) -> None:
    words: list[str] = [*hook["entry"].split(), *hook["args"]]
    program, name, *options = words
    assert (program, name in COMMANDS, options.pop()) == ("digecon", True, "--")
    command = group().get_command(click.Context(group()), name)
    assert command
    with command.make_context(name, [*options, "--", "report.yaml"]) as context:
        assert [sink.format.name for sink in context.params["sinks"]] == ["text"]
        assert context.params["paths"] == ("report.yaml",)


@each_hook
@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("reports/wuhan.yaml", True),
        ("reports/wuhan.yml", True),
        ("reports/2025/武汉 .json", True),
        ("province/reports/wuhan.yaml", True),
        ("reports.yaml", False),
        ("my-reports/wuhan.yaml", False),
        ("reviews/wuhan.yaml", False),
        ("reports/武汉.xlsx", True),
        ("reports/wuhan.CSV", True),
        ("reports/wuhan.yaml.orig", True),
        ("reports/wuhan.yaml.txt", True),
        ("reports/wuhan.yaml~", True),
        ("reports/wuhan.xls", True),
        ("reports/wuhan.ods", True),
        ("reports/LICENSE", False),
        ("reports/script.js", False),
        ("reports/list.pdf", False),
        ("targets/cities/wuhan.yaml", False),
    ],
)
def test_a_hook_takes_reports_in_a_folder_of_that_name(hook: dict[str, Any], path: str, taken: bool) -> None:
    assert (re.search(hook["files"], path) is not None) is taken


@each_hook
def test_all_reports_are_given_to_one_run(hook: dict[str, Any]) -> None:
    assert hook["require_serial"] is True


# By pre-commit itself


@dataclass(frozen=True)
class Installed:
    """This repository as it is now, committed elsewhere, and where pre-commit keeps what it installs of it."""

    source: Path
    revision: str
    home: Path

    def run(self, folder: Path, check: str = "--targets, targets, --") -> subprocess.CompletedProcess[str]:
        """Run both hooks on all files of a repository, the first with these arguments."""
        (folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {self.source}\n  rev: {self.revision}\n  hooks:\n"
            f"  - {{id: digecon-check, args: [{check}]}}\n"
            "  - {id: digecon-lint, args: [--targets, targets, --]}\n",
            "utf-8",
        )
        committed(folder)
        home = {"PRE_COMMIT_HOME": str(self.home), "COLUMNS": "80"}
        return _pre_commit("run", "--all-files", "--color", "never", cwd=folder, **home)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    source = tmp_path_factory.mktemp("hooks")
    return Installed(source, working_tree(source), tmp_path_factory.mktemp("pre-commit"))


def _said(hook: str, output: str) -> list[str]:
    """Return how a hook ended and what it said."""
    start = output.index(f"digecon {hook}....")
    return output[start:].partition("\ndigecon ")[0].strip().splitlines()


def _failed(hook: str, code: int, *lines: str) -> list[str]:
    ended = f"digecon {hook}".ljust(80 - len("Failed") - 1, ".") + "Failed"
    return [ended, f"- hook id: digecon-{hook}", f"- exit code: {code}", "", *lines]


@pytest.mark.heavy
def test_a_miss_and_a_unit_error_are_told_at_their_lines(installed: Installed, tmp_path: Path) -> None:
    done = installed.run(repository(tmp_path))
    assert done.returncode == 1
    assert _said("check", done.stdout) == _failed(
        "check",
        3,
        *(told.as_text for told in TOLD),
        *(f"{path}: {verdict}" for path, verdict in VERDICTS.items()),
        "3 reports: invalid (it cannot be read, or not as a report) 1, noncompliant 1, compliant 1.",
    )
    counts = "files read: 3; errors 1, warnings 0, notes 0."
    assert _said("lint", done.stdout) == _failed("lint", 3, A_UNIT_ERROR.as_text, counts)


@pytest.mark.heavy
def test_of_yaml_csv_and_the_official_form_every_error_is_told(installed: Installed, tmp_path: Path) -> None:
    there = three_sorts.repository(tmp_path)
    done = installed.run(there, check=f"--targets, targets, --review, {three_sorts.REVIEW}, --")
    assert done.returncode == 1
    for hook, told in (("check", three_sorts.TEXT_LINES), ("lint", three_sorts.UNIT_ERRORS)):
        said = _said(hook, done.stdout)
        assert "- exit code: 3" in said
        assert [line for line in said if ": error " in line] == told


@pytest.mark.heavy
def test_a_compliant_report_passes(installed: Installed, tmp_path: Path) -> None:
    done = installed.run(repository(tmp_path, GOOD))
    assert done.returncode == 0
    for hook in ("check", "lint"):
        assert _said(hook, done.stdout) == [f"digecon {hook}".ljust(80 - len("Passed") - 1, ".") + "Passed"]


@pytest.mark.heavy
def test_a_miss_alone_fails_what_judges_and_passes_what_reads(installed: Installed, tmp_path: Path) -> None:
    done = installed.run(repository(tmp_path, MISSED))
    assert done.returncode == 1
    assert _said("check", done.stdout)[2] == "- exit code: 1"
    assert _said("lint", done.stdout)[0].endswith(".Passed")


@pytest.mark.heavy
def test_arguments_of_ones_own_take_the_place_of_the_given_ones(installed: Installed, tmp_path: Path) -> None:
    there = repository(tmp_path, MISSED)
    assert installed.run(there, check="--targets, targets, --fail-on, never, --").returncode == 0


@pytest.mark.heavy
def test_a_name_that_looks_like_an_option_is_a_file(installed: Installed, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    name = "--targets=elsewhere/reports/missed.yaml"
    (there / name).parent.mkdir(parents=True)
    (there / name).write_text(REPORTS["missed"], "utf-8")
    done = installed.run(there)
    assert f"{name}: {VERDICTS[MISSED]}" in _said("check", done.stdout)


@pytest.mark.heavy
def test_what_is_no_report_is_left_alone(installed: Installed, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    (there / "notes.yaml").write_text("not: a report\n", "utf-8")
    done = installed.run(there)
    assert done.returncode == 0
    git(there, "rm", "--quiet", "-r", "reports")
    assert _said("check", installed.run(there).stdout)[0].endswith("(no files to check)Skipped")


@pytest.mark.heavy
@pytest.mark.parametrize(
    "name", ["r.csv", "r.xlsx", "r.yaml.txt", "r.YAML", "r.yaml.bak", "r.xls", "r.ods", "r.csv.txt"]
)
def test_no_report_is_passed_over_by_its_name(name: str, installed: Installed, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    content = (
        workbook(*ON_FORM) if name == "r.xlsx" else PLANTED[name][0] if name in PLANTED else MISSED_REPORT
    )
    write(there, f"reports/{name}", content)
    done = installed.run(there)
    assert done.returncode == 1
    (ended,) = [line for line in _said("check", done.stdout) if line.startswith("- exit code: ")]
    assert ended in ("- exit code: 1", "- exit code: 3")
    assert f"reports/{name}:" in done.stdout
