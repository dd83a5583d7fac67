"""No module uses what another library keeps to itself: such a name may be gone with its next release."""

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from .package_contents import PACKAGE, modules, trees

DOCUMENTED = {
    "_replace", "_fields", "_asdict", "_make", "_field_defaults",  # of named tuples
    "_value_", "_name_", "_missing_", "_ignore_", "_generate_next_value_",  # of enumerations
    "_exit",  # of os
}  # fmt: skip
"""Names that the standard library documents in spite of their underscore."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Return the parts of every module that is imported, and every name that is taken from one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield from name.name.split(".")
        elif isinstance(node, ast.ImportFrom):
            yield from (node.module or "").split(".")
            yield from (name.name for name in node.names)


def read(tree: ast.Module) -> Iterator[str]:
    """Return the name of every attribute that is used, by ``getattr`` and its like too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > 1:
            name = node.args[1]
            if node.func.id in ("getattr", "setattr", "hasattr", "delattr") and isinstance(
                name, ast.Constant
            ):
                yield str(name.value)


def defined(tree: ast.Module) -> Iterator[str]:
    """Return what a module defines: functions, classes, variables, and attributes of ``self``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield from [node.attr] if isinstance(node.value, ast.Name) and node.value.id == "self" else []


def faults(tree: ast.Module, own: set[str]) -> set[str]:
    """Return the private names that a module imports, or uses though the package does not define them."""
    foreign = {name for name in read(tree) if name not in own and name not in DOCUMENTED}
    return {name for name in (*imported(tree), *foreign) if is_private(name)}


@pytest.mark.heavy
def test_no_module_uses_a_private_name_of_a_library() -> None:
    own = {name for _, tree in trees() for name in defined(tree)}
    found = {path.relative_to(PACKAGE): faults(tree, own) for path, tree in trees()}
    assert {path: names for path, names in found.items() if names} == {}


def test_private_names_are_found_however_they_are_used() -> None:
    for text in (
        "import yaml._yaml",
        "from yaml._yaml import CParser",
        "from openpyxl.x import _Part",
        "context._args",
        "context._args = []",
        "self._of_a_library()",
        "getattr(context, '_args')",
        "from .settings import _words",
    ):
        assert len(faults(ast.parse(text), set())) == 1, text
    text = "import a.b as _b\nself._x\none._replace(a=1)\none.__class__\n_b.c\nself._y = 1\n"
    assert faults(ast.parse(text), {"_x", "_y"}) == set()
    assert {"_y"} == set(defined(ast.parse(text))) & {"_x", "_y"}


def overridden(one: type) -> set[str]:
    """Return the private names of a class that are those of a library's class below it, too."""
    below = [
        base
        for base in one.__mro__
        if base.__module__.partition(".")[0] not in (PACKAGE.name, "tests", *sys.stdlib_module_names)
    ]
    written = {
        name
        for node in ast.walk(ast.parse(Path(inspect.getfile(one)).read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and node.name == one.__name__
        for name in defined(ast.Module(node.body, []))
    }
    return {name for name in written if is_private(name) and any(hasattr(base, name) for base in below)}


class TakesOver(click.Command):
    """Has what must not be in the package."""

    def _main_shell_completion(self, *_: object) -> None:
        """Do what click does, until click calls it otherwise."""


@pytest.mark.heavy
def test_no_class_takes_over_a_private_name_of_a_library() -> None:
    classes = {
        one
        for module in modules()
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__
    }
    assert {one: names for one in classes if (names := overridden(one))} == {}
    assert overridden(TakesOver) == {"_main_shell_completion"}
