"""Print figures of the package's own source: ``python -m benchmarks.figures``.

Lines are all lines of its files, statements those of Python's syntax without docstrings. The length of a
function is its lines from ``def`` to its end, without its docstring.
"""

import ast
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "hubei_digecon"
SHORT = 30
"""Lines that a file has at least, so that it is worth one."""

OF_A_KIND = {"__init__.py", "__main__.py", "version.py"}

Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Return each file of the package with its tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function, without its docstring."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def short_files() -> list[str]:
    """Return the files that are too short to be worth one."""
    return [
        path.relative_to(PACKAGE).as_posix()
        for path, _ in trees()
        if path.name not in OF_A_KIND and len(path.read_text("utf-8").splitlines()) < SHORT
    ]


def class_names_used_twice() -> dict[str, list[str]]:
    """Return the names of classes that stand in several places, with the files.

    What the public functions return has the name of the class that it extends, imported as ``Domain…``.
    """
    places: dict[str, list[str]] = {}
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and f"Domain{node.name}" not in map(ast.unparse, node.bases):
                places.setdefault(node.name, []).append(path.relative_to(PACKAGE).as_posix())
    return {name: files for name, files in places.items() if len(files) > 1}


def statements(tree: ast.Module) -> int:
    """Return how many statements a module has, docstrings aside."""
    docstrings = sum(
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in ast.walk(tree)
    )
    return sum(isinstance(node, ast.stmt) for node in ast.walk(tree)) - docstrings


def public(node: ast.Module | Defined) -> Iterator[Defined]:
    """Return what a module or class defines under a public name, at any depth but within functions."""
    for inner in node.body:
        if isinstance(inner, Defined) and not inner.name.startswith("_"):
            yield inner
            if isinstance(inner, ast.ClassDef):
                yield from public(inner)


def figures() -> dict[str, str]:
    """Return the figures by what they are of."""
    modules = [tree for _, tree in trees()]
    lengths = sorted(
        length(node)
        for tree in modules
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    documented = Counter(ast.get_docstring(node) is not None for tree in modules for node in public(tree))
    return {
        "files": str(len(modules)),
        "lines": str(sum(len(path.read_text("utf-8").splitlines()) for path, _ in trees())),
        "statements": str(sum(map(statements, modules))),
        "lines of a function: median, 90th percentile, longest": (
            f"{statistics.median(lengths):g}, {lengths[len(lengths) * 9 // 10]}, {lengths[-1]}"
        ),
        f"files under {SHORT} lines": str(len(short_files())),
        "class names used twice": str(len(class_names_used_twice())),
        "public definitions with a docstring": f"{documented[True] / documented.total():.1%}",
    }


def main() -> None:
    """Print the figures, a line each."""
    for of, figure in figures().items():
        print(f"{of}: {figure}")


if __name__ == "__main__":
    main()
