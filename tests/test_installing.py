"""No text tells people to install a name that the index does not have; what is told instead works."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from docs.blocks import blocks
from docs.installing import PACKAGE, REPOSITORY, TAG, installed_by, texts, unknown_to_the_index

from hubei_digecon.version import VERSION

from .conftest import ROOT
from .repositories import surroundings
from .test_release import PROJECT

TEXTS = sorted(texts(ROOT))
ADDRESS = f"{PACKAGE}[excel] @ git+https://git.example.org/{REPOSITORY}@{TAG}"


def test_no_text_names_what_the_index_does_not_have() -> None:
    assert len(TEXTS) > 300
    named = {str(path): unknown_to_the_index(path.read_text("utf-8")) for path in TEXTS}
    assert {path: names for path, names in named.items() if names} == {}


@pytest.mark.parametrize(
    "told",
    [
        "pip install hubei-digecon", "run `pip install 'hubei-digecon[excel]'` first", "uvx digecon check",
        "pipx install hubei_digecon==0.1.0", 'pip install --quiet \\\n  "hubei-digecon>=0.1"', "uv tool install digecon",
        f'pip install "{PACKAGE} @ git+https://git.example.org/{REPOSITORY}@main"', "运行“pip install digecon”。",
        'pip install "hubei-digecon @ git+https://git.example.org/else/digecon@v0.1.0"',
    ],
)  # fmt: skip
def test_a_name_that_the_index_does_not_have_is_found(told: str) -> None:
    assert len(unknown_to_the_index(told)) == 1


@pytest.mark.parametrize(
    "told",
    [
        f'pip install "{ADDRESS}"', "pip install .", "pip install '.[excel]'", 'pip install "jinja2>=3.1"',
        f"pip install dist/hubei_digecon-{VERSION}-py3-none-any.whl",
    ],
)  # fmt: skip
def test_what_can_be_installed_is_let_pass(told: str) -> None:
    assert list(installed_by(told))
    assert unknown_to_the_index(told) == []


def test_the_project_names_the_repository_of_that_constant() -> None:
    assert PROJECT["name"] == PACKAGE
    assert all(f"/{REPOSITORY}" in address for address in PROJECT["urls"].values())


README_LINES = [
    line
    for block in blocks((ROOT / "README.md").read_text("utf-8"))
    if block.language == "sh"
    for line in block.text.splitlines()
    if "install" in line and "python -m pip" not in line and not line.startswith("make ")
]


def test_pipx_and_uv_are_told_of() -> None:
    assert [line.split()[0] for line in README_LINES] == ["pipx", "uv"]


@pytest.mark.heavy
@pytest.mark.parametrize("line", README_LINES)
def test_tools_install_the_program_from_its_wheel(line: str, tmp_path: Path) -> None:
    """The lines of the README, with the path of a wheel in place of the repository's."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    words = [word.replace(".[", f"{wheel}[") for word in shlex.split(line.partition(" #")[0])]
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    homes = {
        name: str(tmp_path / name) for name in ("PIPX_HOME", "PIPX_BIN_DIR", "UV_TOOL_DIR", "UV_TOOL_BIN_DIR")
    }
    environment = surroundings(
        PATH=programs, UV_PYTHON=sys.executable, PIPX_DEFAULT_PYTHON=sys.executable, **homes
    )
    subprocess.run(words, check=True, cwd=tmp_path, env=environment, capture_output=True)
    (digecon,) = (tmp_path / name / "digecon" for name in homes if (tmp_path / name / "digecon").exists())
    report = ROOT / "sample_reports" / "illustrative" / "wuhan-2025.yaml"
    asked = [
        "check",
        str(report),
        "--fail-on",
        "never",
        "--output-format",
        "xlsx=book.xlsx",
        "--output-format",
        "html=page.html",
    ]
    subprocess.run([str(digecon), *asked], check=True, cwd=tmp_path, env=environment, capture_output=True)
    assert (tmp_path / "book.xlsx").stat().st_size > 0
