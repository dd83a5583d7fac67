"""Importing goes one way, and late: what a run does not need, it does not load."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from hubei_digecon import records

from .conftest import AS_OF, ROOT
from .package_contents import PACKAGE, trees
from .process import python

REPORT = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
REVIEW = "sample_reports/illustrative/reviews/wuhan-wedz-2025.yaml"
HEAVY = ("rich", "pydantic", "pydantic_core", "yaml", "jsonschema", "jinja2")
SHAPES = "hubei_digecon.shapes.base"
SLOW = {"pathlib", "shutil", "urllib.parse", "locale", "difflib", "tempfile", "multiprocessing", "tomllib"}
"""Of the standard library, what costs a start as much as reading a report does."""


def loaded(code: str) -> set[str]:
    """Return the modules that are loaded once ``code`` has run; what it prints is passed over."""
    printed = python(f"{code}\nimport sys\nprint()\nprint(*sys.modules)")
    return set(printed.splitlines()[-1].split())


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that are loaded once ``digecon`` has run."""
    return loaded(f"from hubei_digecon.cli.main import run\nrun({list(arguments)!r})")


def test_the_contracts_of_importing_are_kept(tmp_path: Path) -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            command,
            "--config",
            str(ROOT / "pyproject.toml"),
            "--cache-dir",
            str(tmp_path),
        ],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_the_command_line_starts_without_what_is_heavy() -> None:
    assert loaded("import hubei_digecon.cli.main") & {*HEAVY, SHAPES} == set()


def test_the_package_starts_without_its_modules() -> None:
    ours = {name for name in loaded("import hubei_digecon") if name.startswith(PACKAGE.name)}
    assert ours == {"hubei_digecon", "hubei_digecon.version"}


def test_help_loads_no_more_than_what_measures_columns() -> None:
    heavy = {"pydantic", "yaml", "jinja2", "rich.console", "rich.table", "hubei_digecon.load.targets", SHAPES}
    assert loaded_by("--help") & heavy == set()
    assert loaded_by("--version") & {*HEAVY, SHAPES} == set()


@pytest.mark.parametrize(
    "options",
    [["--output-format", "json"], ["-q"], ["--output-format", "json", "--review", REVIEW]],
    ids=str,
)
def test_a_well_formed_report_is_judged_without_pydantic_and_rich(options: list[str]) -> None:
    modules = loaded_by("check", REPORT, "--as-of", AS_OF, *options)
    assert "yaml" not in modules
    assert modules & {"pydantic", "pydantic_core", "rich", "jinja2", SHAPES} == set()
    assert modules & SLOW <= (
        {"locale", "difflib"} if "-q" in options else set()
    )  # click looks for near misses


def test_a_report_is_judged_with_named_tuples_that_cost_a_start_little() -> None:
    modules = loaded_by("check", REPORT, "--as-of", AS_OF, "--output-format", "json")
    ours = [import_module(one) for one in modules if one.startswith(f"{PACKAGE.name}.")]
    kinds = {one.__name__: one.NamedTuple for one in ours if hasattr(one, "NamedTuple")}
    assert len(kinds) > 30
    assert [one for one, kind in kinds.items() if kind is not records.NamedTuple] == []


def test_a_table_loads_rich_and_no_pydantic() -> None:
    modules = loaded_by("check", REPORT, "--as-of", AS_OF)
    assert "rich" in modules
    assert modules & {"pydantic", "pydantic_core", "jinja2", SHAPES} == set()


def test_a_report_of_a_wrong_shape_goes_to_pydantic() -> None:
    modules = loaded_by("check", "sample_reports/illustrative/reading-faults.yaml", "-q")
    assert {"pydantic", SHAPES} <= modules


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("other.toml", "digecon = 1", False),
        ("pyproject.toml", "[tool.other]", False),
        ("pyproject.toml", "[tool.digecon]", True),
        ("digecon.toml", "", True),
    ],
)
def test_toml_is_read_only_where_a_file_may_hold_settings(
    name: str, text: str, read: bool, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    there = f"import os; os.chdir({str(tmp_path)!r})"
    assert ("tomllib" in loaded(f"{there}\nfrom hubei_digecon.cli.main import run\nrun(['--help'])")) is read


def called(tree: ast.Module) -> set[str]:
    """Return the bare names that a module calls."""
    return {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def test_only_what_may_prints_or_opens_files() -> None:
    for path, tree in trees():
        part = path.relative_to(PACKAGE).parts[0]
        assert "print" not in called(tree), path
        may_open = part in ("load", "cli") or any(map(path.match, ("run/writing.py", "shapes/compiled.py")))
        assert "open" not in called(tree) or may_open, path


CLOCKS = ("now", "today", "utcnow", "time_ns", "monotonic")


def test_the_clock_is_read_in_one_place() -> None:
    asked = [
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in CLOCKS
    ]
    assert [path.relative_to(PACKAGE).parts[0] for path in asked] == ["run"]
