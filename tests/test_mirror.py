"""Every module of the package has a test module of its name, under the same path."""

import ast
from collections.abc import Iterator
from pathlib import Path

from .changed import PACKAGE, ROOT, mirror_of


def _is_bare(module: Path) -> bool:
    """Whether a module holds imports and words about itself, and no more."""
    return all(
        isinstance(node, ast.Import | ast.ImportFrom)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for node in ast.parse(module.read_text("utf-8")).body
    )


def untested() -> Iterator[str]:
    """Return the modules without a test module of their name, by their paths in the package."""
    for module in sorted((ROOT / PACKAGE).rglob("*.py")):
        path = module.relative_to(ROOT)
        if not (ROOT / mirror_of(path)).exists() and not _is_bare(module):
            yield path.relative_to(PACKAGE).as_posix()


def test_every_module_has_tests_under_its_path_and_name() -> None:
    assert list(untested()) == []
