"""No float anywhere where judging happens: neither in what is written there, nor in what comes out of it."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest

from ..building import checked
from ..conftest import ROOT
from ..samples import SAMPLES

PACKAGE = ROOT / "src" / "hubei_digecon"


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"), str(module))


def imported_by(module: Path) -> Iterator[Path]:
    """Return the modules of the project that a module imports, all of them relatively."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = module.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            named = (folder / alias.name for alias in node.names)
            for one in (folder, *named):
                yield from filter(Path.is_file, (one.with_suffix(".py"), one / "__init__.py"))


def judging_and_below() -> list[Path]:
    """Return the modules of ``judging`` and every one that they import, directly or not."""
    found: set[Path] = set()
    open_ends = set((PACKAGE / "judging").rglob("*.py"))
    while open_ends:
        module = open_ends.pop()
        found.add(module)
        open_ends |= set(imported_by(module)) - found
    return sorted(found)


MODULES = judging_and_below()


def test_the_modules_below_judging_are_found() -> None:
    names = {str(module.relative_to(PACKAGE)) for module in MODULES}
    base = {
        "quantity/numbers.py",
        "quantity/parsing.py",
        "quantity/kinds.py",
        "domain/comparators.py",
        "domain/findings.py",
        "domain/reports.py",
    }
    assert base <= names
    assert not any(name.startswith(("load/", "show/", "cli/")) for name in names)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_no_float_is_written_where_judging_happens(module: Path) -> None:
    for node in ast.walk(tree_of(module)):
        at = f"{module.name}:{getattr(node, 'lineno', '?')}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float | complex), at
        if isinstance(node, ast.Name):
            assert node.id not in ("float", "complex"), at
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert {"math", "cmath", "statistics", "random"}.isdisjoint(_top(node)), at
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            assert not (_is_whole(node.left) and _is_whole(node.right)), at


def _top(node: ast.Import | ast.ImportFrom) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    return set() if node.level else {(node.module or "").partition(".")[0]}


def _is_whole(node: ast.expr) -> bool:
    """Whether an expression is plainly an int: a literal, or what len() and int() give."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("len", "int")


def inside(value: object, seen: set[int]) -> Iterator[object]:
    """Return everything within a value, what its sentences will be made of included."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    parts: tuple[object, ...] = ()
    if is_dataclass(value) and not isinstance(value, type):
        parts = tuple(getattr(value, field.name) for field in fields(value))
    elif isinstance(value, dict):
        parts = (*value, *value.values())
    elif isinstance(value, tuple | list | set | frozenset):
        parts = tuple(value)
    elif isinstance(value, partial):
        parts = (*value.args, *value.keywords.values())
    for part in parts:
        yield from inside(part, seen)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_no_float_comes_out_of_judging_a_sample(sample: Path) -> None:
    assessment = checked(sample)
    every = list(inside(assessment, set()))
    assert not [value for value in every if isinstance(value, float | complex)]
    assert any(isinstance(value, Fraction) for value in every) or not assessment.findings
