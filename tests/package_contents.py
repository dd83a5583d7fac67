"""Every module of the package, everything of it that can be reached, and its source as a tree."""

import ast
import dataclasses
import enum
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import Any

import click

import hubei_digecon

PACKAGE = Path(hubei_digecon.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))


def modules() -> list[ModuleType]:
    """Import and return every module of the package, but for the one that runs it."""
    names = (one.name for one in pkgutil.walk_packages([str(PACKAGE)], f"{PACKAGE.name}."))
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def reachable() -> Iterator[tuple[str, Any]]:
    """Return every value that can be reached from a module's names, each once, with where it was found.

    Goes through containers, dataclasses, enumerations, classes, functions with what they close over,
    and click's commands.
    """
    seen: set[int] = set()
    kept: list[Any] = []  # so that no id is used again
    for module in modules():
        waiting = [(f"{module.__name__}.{name}", value) for name, value in vars(module).items()]
        while waiting:
            where, value = waiting.pop()
            if id(value) in seen or isinstance(value, ModuleType):
                continue
            seen.add(id(value))
            kept.append(value)
            if isinstance(value, type | FunctionType):
                where = f"{value.__module__}.{value.__qualname__}"
            yield where, value
            waiting.extend((f"{where}{step}", inner) for step, inner in _inside(value))


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        yield from ((f"[{key!r}]", inner) for key, inner in value.items())
        yield from (("[key]", key) for key in value)
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((f"[{index}]", inner) for index, inner in enumerate(value))
    elif isinstance(value, FunctionType):
        cells = value.__closure__ or ()
        yield from (("()", cell.cell_contents) for cell in cells if _is_filled(cell))
        yield from (
            ("()", inner) for inner in (*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values())
        )
    elif isinstance(value, MethodType):
        yield "()", value.__func__
    elif isinstance(value, click.Command):
        yield ".callback", value.callback
        yield ".params", value.params
    elif isinstance(value, type):
        if value.__module__.startswith(PACKAGE.name):
            yield from ((f".{name}", inner) for name, inner in vars(value).items())
        if issubclass(value, enum.Enum):
            yield from ((f".{member.name}", vars(member)) for member in value)
    elif dataclasses.is_dataclass(value) or type(value).__module__.startswith(PACKAGE.name):
        names = (
            [field.name for field in dataclasses.fields(value)]
            if dataclasses.is_dataclass(value)
            else _attributes(value)
        )
        yield from ((f".{name}", getattr(value, name, None)) for name in names)


def _attributes(value: object) -> list[str]:
    """Return the names of what an object of ours holds, in its dictionary or in slots."""
    slots = [name for one in type(value).__mro__ for name in getattr(one, "__slots__", ())]
    return [*getattr(value, "__dict__", {}), *slots]


def _is_filled(cell: Any) -> bool:
    try:
        _ = cell.cell_contents
    except ValueError:
        return False
    return True


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    """Return the source of every module as a tree, parsed once a process."""
    return tuple((path, ast.parse(path.read_text("utf-8"), str(path))) for path in SOURCES)


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Return every call of ``name`` in the source, with its place."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node
