"""The examples of docs/programs.md, each run by what it is for: the verdict, what is missed by how much, the exit code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docs.blocks import Block, blocks

from hubei_digecon.domain.exit_codes import Exit

from .conftest import ROOT
from .repositories import surroundings
from .small_targets import REPORTS, Small

DOCUMENT = (ROOT / "docs" / "programs.md").read_text("utf-8")
PROGRAMS = {"py": sys.executable, "js": "node", "bash": "bash"}
EXAMPLES = [block for block in blocks(DOCUMENT) if block.language in PROGRAMS]

EXPECTED = {
    "compliant": (Exit.COMPLIANT, "compliant.yaml compliant\n"),
    "missed": (Exit.MISSED, "missed.yaml noncompliant\n  one.firms: -2 家\n"),
    "undecided": (Exit.UNDECIDED, "undecided.yaml incomplete\n"),
    "invalid": (Exit.INVALID, "invalid.yaml invalid\n"),
}


def test_there_is_an_example_for_each_language() -> None:
    assert [block.language for block in EXAMPLES] == list(PROGRAMS)


def _run(block: Block, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / block.name).write_text(block.text, "utf-8")
    program = shutil.which(PROGRAMS[block.language])
    assert program, f"{PROGRAMS[block.language]} is needed; make test-all sees to it"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [program, block.name, *arguments],
        cwd=folder,
        env=surroundings(PATH=path, DIGECON_TARGETS="targets", PYTHONUTF8="1"),
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.heavy
@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.language)
def test_it_tells_the_verdict_what_is_missed_and_ends_as_the_program(block: Block, tmp_path: Path) -> None:
    small = Small(tmp_path)
    for name, (code, told) in EXPECTED.items():
        small.report(name)
        done = _run(block, tmp_path, f"{name}.yaml")
        assert (done.returncode, done.stdout) == (code, told), done.stderr


@pytest.mark.heavy
@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.language)
def test_a_milestone_has_no_gap_and_wrong_usage_no_result(block: Block, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    shutil.copy(ROOT / "sample_reports" / "illustrative" / "wuhan-2025.yaml", tmp_path / "report.yaml")
    done = _run(block, tmp_path, "report.yaml")
    assert (done.returncode, done.stdout) == (
        Exit.MISSED,
        "report.yaml noncompliant\n  wuhan.demonstration_outcomes: –\n",
    )
    wrong = _run(block, tmp_path, "--no-such-option")
    assert (wrong.returncode, wrong.stdout) == (Exit.USAGE, "")
    assert "--no-such-option" in wrong.stderr


def test_every_key_that_an_example_reads_is_in_the_schema() -> None:
    schema = json.loads((ROOT / "schemas" / "result.schema.json").read_text("utf-8"))
    keys = {key for one in schema["$defs"].values() for key in one.get("properties", {})} | set(
        schema["properties"]
    )
    read = {"assessments", "path", "verdict", "findings", "outcome", "target", "gap", "unit"}
    assert read <= keys
    assert all(key in block.text for block in EXAMPLES for key in read)


def test_the_format_named_is_that_of_the_schema() -> None:
    schema = json.loads((ROOT / "schemas" / "result.schema.json").read_text("utf-8"))
    assert f"`{schema['$id']}`" in DOCUMENT
    assert REPORTS.keys() >= EXPECTED.keys()
