"""The examples of docs/ci.md: each can be read by what it is for, and what it calls is there and runs."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from docs.blocks import Block, blocks

from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.domain.exit_codes import Exit

from .conftest import ROOT, Digecon
from .repositories import surroundings
from .test_action import ACTION, STEPS
from .test_hooks import HOOKS

DOCUMENT = (ROOT / "docs" / "ci.md").read_text("utf-8")
ALL = blocks(DOCUMENT)
YAML = [block for block in ALL if block.language == "yml"]
CALLING = [block for block in ALL if "digecon check" in block.text and block.language != "console"]
PLACES = {
    ".github/workflows/reports.yml": {"name", "on", "permissions", "jobs"},
    ".github/workflows/assessment.yml": {"name", "on", "permissions", "jobs"},
    ".github/workflows/code-scanning.yml": {"name", "on", "permissions", "jobs"},
    ".gitlab-ci.yml": {"reports"},
    ".workflow/digecon.yml": {"version", "name", "displayName", "triggers", "stages"},
    ".pre-commit-config.yaml": {"repos"},
}
"""Where each example is to be put, and the keys at its top."""

_CALL = re.compile(r"(?<![\w/.@-])digecon (?:" + "|".join(COMMANDS) + r")\b.*")
_RESULT = re.compile(r"\bdigecon\.(?:xml|sarif|json)\b")

each_yaml = pytest.mark.parametrize("block", YAML, ids=lambda block: str(block.name))
each_call = pytest.mark.parametrize("block", CALLING, ids=lambda block: block.name or block.language)


def _loaded(block: Block) -> Any:
    """Load YAML without any typing: ``on`` is a word."""
    return yaml.load(block.text, yaml.BaseLoader)


def _calls(block: Block) -> Iterator[list[str]]:
    """Return the arguments of each call of ``digecon`` in a block."""
    for line in block.text.replace("\\\n", " ").splitlines():
        call = _CALL.search(line)
        if call:
            yield shlex.split(call[0])[1:]


@pytest.fixture
def submitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as the examples suppose it: reports, and a copy of the assessors' repository."""
    illustrative = ROOT / "sample_reports" / "illustrative"
    (tmp_path / "reports").mkdir()
    for name in ("wuhan-2025.yaml", "wuhan-east-lake-2025.yaml"):
        shutil.copy(illustrative / name, tmp_path / "reports")
    shutil.copytree(illustrative / "reviews", tmp_path / "assessor" / "reviews")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_system_has_its_example() -> None:
    assert {block.name for block in YAML} == set(PLACES)
    assert {block.name or block.language for block in CALLING} >= {".gitlab-ci.yml", "Jenkinsfile", "sh"}


@each_yaml
def test_yaml_loads_and_has_the_keys_of_its_system(block: Block) -> None:
    assert set(_loaded(block)) == PLACES[block.name]


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("start", "schema"), [(".github/workflows/", "github-workflows"), (".gitlab-ci.yml", "gitlab-ci")]
)
def test_yaml_is_what_its_system_reads(start: str, schema: str, tmp_path: Path) -> None:
    shown = [block for block in YAML if block.name.startswith(start)]
    assert shown
    for number, block in enumerate(shown):
        (tmp_path / f"{number}.yml").write_text(block.text, "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    files = [str(path) for path in tmp_path.iterdir()]
    done = subprocess.run([*command, *files], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@each_call
def test_commands_run(block: Block, submitted: Path, digecon: Digecon) -> None:
    for arguments in _calls(block):
        ran = digecon(*arguments)
        assert ran.code in (Exit.COMPLIANT, Exit.MISSED, Exit.UNDECIDED), ran.out + ran.err


@each_call
def test_files_that_are_collected_were_written(block: Block, submitted: Path, digecon: Digecon) -> None:
    for arguments in _calls(block):
        digecon(*arguments)
    assert all((submitted / name).is_file() for name in _RESULT.findall(block.text))


def test_results_are_collected_somewhere() -> None:
    named = [_RESULT.findall(block.text) for block in CALLING]
    assert {name for names in named for name in names if names.count(name) > 1} == {
        "digecon.xml",
        "digecon.sarif",
        "digecon.json",
    }


# GitHub Actions


def _steps(word: str) -> Iterator[dict[str, Any]]:
    """Return the steps of all workflows that use an action of that name."""
    for block in YAML:
        if block.name.startswith(".github/"):
            for job in _loaded(block)["jobs"].values():
                yield from (step for step in job["steps"] if step.get("uses", "").startswith(word))


def test_the_action_is_used_with_inputs_that_it_has_on_files_that_are_there(submitted: Path) -> None:
    used = list(_steps("OWNER/digecon@"))
    assert len(used) == 2
    for step in used:
        assert {"paths"} <= set(step["with"]) <= set(ACTION["inputs"])
        named = [step["with"].get(name, "") for name in ("paths", "review")]
        assert all((submitted / path).exists() for text in named for path in text.splitlines())


def test_python_is_set_up_by_the_same_version_as_in_the_action() -> None:
    assert {step["uses"] for step in _steps("actions/setup-python")} == {STEPS[0]["uses"]}


def test_no_workflow_may_do_more_than_it_needs() -> None:
    for block in YAML:
        if block.name.startswith(".github/"):
            permissions = _loaded(block)["permissions"]
            assert permissions.pop("contents") == "read"
            assert permissions == ({"security-events": "write"} if "upload-sarif" in block.text else {})
            assert "pull_request_target" not in block.text


# pre-commit


def test_pre_commit_takes_its_configuration(tmp_path: Path) -> None:
    (block,) = [block for block in YAML if block.name == ".pre-commit-config.yaml"]
    (tmp_path / block.name).write_text(block.text, "utf-8")
    command = [sys.executable, "-m", "pre_commit", "validate-config", block.name]
    done = subprocess.run(
        command, cwd=tmp_path, env=surroundings(), check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_hooks_are_used_that_are_there_with_options_that_they_have(submitted: Path, digecon: Digecon) -> None:
    (block,) = [block for block in YAML if block.name == ".pre-commit-config.yaml"]
    known = {hook["id"]: hook for hook in HOOKS}
    for hook in _loaded(block)["repos"][0]["hooks"]:
        entry, arguments = known[hook["id"]]["entry"].split()[1:], hook.get("args", ["--"])
        assert arguments[-1] == "--"
        assert digecon(*entry, *arguments, "reports/wuhan-2025.yaml").code in (Exit.COMPLIANT, Exit.MISSED)


# Any shell


@pytest.mark.parametrize("shell", ["sh", "bash"])
@pytest.mark.parametrize("language", ["sh", "groovy"])
def test_scripts_are_read_by_a_shell(language: str, shell: str) -> None:
    (block,) = [block for block in ALL if block.language == language]
    script = block.text.split("'''")[1] if language == "groovy" else block.text
    done = subprocess.run([shell, "-n"], input=script, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
