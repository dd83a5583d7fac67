"""Types are checked strictly, as in the program of a user: its module, and the code of the document."""

import ast
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from ..conftest import ROOT
from . import as_a_user

USER = Path(as_a_user.__file__)


def test_the_program_of_a_user_runs(tmp_path: Path) -> None:
    assert as_a_user.outcomes(as_a_user.filled()) == [
        ("wuhan.core_share_of_gdp", "met", Decimal("0.5")),
        ("wuhan.demonstration_outcomes", "no_data", None),
    ]
    assert as_a_user.written(tmp_path) == ["board.csv", "board.json", "result.json", "trend.md"]
    assert as_a_user.faults("sample_reports/illustrative/reading-faults.yaml")[0] == "unknown-format"


@pytest.fixture
def modules(tmp_path: Path) -> list[str]:
    """The program of a user, and the code that the document shows, as modules in a folder of their own."""
    text = (ROOT / "docs/api.md").read_text("utf-8")
    shown = [
        "".join(line[4:] or "\n" for line in block.splitlines(True) if line.startswith((">>>", "...")))
        for block in re.findall(r"^```pycon\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    ]
    (tmp_path / "shown.py").write_text(printed("".join(shown)), "utf-8")
    (tmp_path / "as_a_user.py").write_bytes(USER.read_bytes())
    assert shown
    return ["shown.py", "as_a_user.py"]


def printed(code: str) -> str:
    """Return code with ``print`` around the expressions that a console shows."""
    tree = ast.parse(code)
    for node in tree.body:
        if isinstance(node, ast.Expr):
            node.value = ast.Call(ast.Name("print"), [node.value], [])
    return ast.unparse(ast.fix_missing_locations(tree))


@pytest.mark.heavy
def test_mypy_finds_nothing(modules: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *modules],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.heavy
def test_pyright_finds_nothing(modules: list[str], tmp_path: Path) -> None:
    settings = {"typeCheckingMode": "strict", "include": modules, "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
