"""The examples of docs/ci.md run as their systems run them, with a wheel in place of the address: on a repository
with YAML, CSV and the official form, of which none may be passed over.
"""

import re
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from docs.blocks import Block

from hubei_digecon.domain.exit_codes import Exit

from .conftest import ROOT
from .junit_reader import junit
from .repositories import surroundings
from .test_ci_doc import CALLING
from .three_sorts import REVIEW, TEXT_LINES, TOLD, repository

pytestmark = pytest.mark.heavy

_ADDRESS = re.compile(r"\bgit\+https://[^\"\s]+")
_INDEX = re.compile(r"--index-url \S+ ")


def scripts(block: Block) -> list[str]:
    """Return the scripts of a block, each run by a shell of its own."""
    if block.language == "groovy":
        return [block.text.split("'''")[1]]
    if block.language == "sh":
        return [block.text]
    steps = list(_commands(yaml.load(block.text, yaml.BaseLoader)))
    return steps if block.name.startswith(".github/") else ["\n".join(steps)]


def _commands(node: object) -> Iterator[str]:
    """Return what stands under ``run``, ``script`` and ``command``, wherever that is."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("run", "script", "command"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from _commands(value)
    elif isinstance(node, list):
        for one in node:
            yield from _commands(one)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, cwd=folder, env=surroundings())
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an empty Python, as an image of Python has them."""
    folder = tmp_path_factory.mktemp("image")
    venv.create(folder, with_pip=True)
    return folder / "bin"


def run_block(block: Block, folder: Path, wheel: Path, image: Path) -> tuple[int, str]:
    """Run a block in a repository as its system does; return how it ended and its log.

    What a pipeline adds is set as its variables are: the targets, the reviews of the assessor, the language.
    """
    variables = {"DIGECON_TARGETS": "targets", "DIGECON_REVIEWS": REVIEW, "DIGECON_LANGUAGE": "en"}
    variables |= {"WORKSPACE_TMP": f"{folder}@tmp", "PATH": f"{image}:/usr/bin:/bin"}
    shell = ["sh", "-c"] if block.language == "sh" else ["bash", "-eo", "pipefail", "-c"]
    code, log = 0, ""
    for script in scripts(block):
        if code == 0:  # a step that fails ends the job
            done = subprocess.run(
                [*shell, _INDEX.sub("", _ADDRESS.sub(wheel.as_uri(), script))],
                cwd=folder,
                env=surroundings(**variables),
                check=False,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
            )
            code, log = done.returncode, log + done.stdout
    return code, log


@pytest.mark.parametrize("block", CALLING, ids=lambda block: block.name or block.language)
def test_every_sort_of_report_is_judged_and_each_error_told(
    block: Block, tmp_path: Path, wheel: Path, image: Path
) -> None:
    there = repository(tmp_path / "repository")
    code, log = run_block(block, there, wheel, image)
    assert code == (Exit.COMPLIANT if "digecon verify" in block.text else Exit.INVALID), log
    assert [path for path in TOLD if path not in log] == []
    for name in re.findall(r"\bjunit=(\S+)", block.text):
        assert errors_in((there / name).read_text("utf-8")) == TEXT_LINES


def test_some_of_them_write_junit() -> None:
    assert [block.name for block in CALLING if "junit=" in block.text] == [".gitlab-ci.yml", "Jenkinsfile"]


def errors_in(text: str) -> list[str]:
    """Return the cases of JUnit that failed or ended in an error, as lines of the format ``text``."""
    cases = [(case.get("name"), case[0]) for case in junit(text).iter("testcase")]
    return [
        one.text or ""
        if one.tag == "error"
        else f"{(one.text or '').splitlines()[0]}: error {name} {one.get('message')}"
        for name, one in cases
        if one.tag in ("failure", "error")
    ]
