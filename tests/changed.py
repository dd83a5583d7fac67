"""Run the tests of what changed, and one golden sample: ``python -m tests.changed``.

What changed is what differs from where the branch left ``main``, committed or not. A module is tested by the
test module of its name under the same path.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = Path("src/hubei_digecon")
TESTS = Path("tests")
SAMPLE = "tests/test_samples.py"


def mirror_of(module: Path) -> Path:
    """Return where the tests of a module of the package stand, both paths from the root; those of a package
    itself stand in it, under its own name.
    """
    inside = module.relative_to(PACKAGE)
    if inside.name == "__init__.py":
        return TESTS / inside.parent / f"test_{inside.parent.name or 'package'}.py"
    return TESTS / inside.parent / f"test_{inside.stem.strip('_')}.py"


def mirrors_of(changed: Iterable[Path]) -> list[Path]:
    """Return the test modules, from the root, that some changed files ask for, whether they exist or not."""
    asked = set()
    for path in changed:
        if path.suffix == ".py" and path.is_relative_to(PACKAGE):
            asked.add(mirror_of(path))
        elif path.name.startswith("test_") and path.is_relative_to(TESTS):
            asked.add(path)
    return sorted(asked)


def changed_files() -> list[Path]:
    """Return the files that differ from where this branch left ``main``, from the root."""
    base = _git("merge-base", "HEAD", "main") or ["HEAD"]
    return [
        Path(name)
        for name in (
            *_git("diff", "--name-only", base[0]),
            *_git("ls-files", "--others", "--exclude-standard"),
        )
    ]


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stdout.split("\n")[:-1] if done.returncode == 0 else []


def main() -> int:
    """Run the tests, and return the exit code of pytest."""
    asked = [str(path) for path in mirrors_of(changed_files()) if (ROOT / path).exists()]
    return pytest.main(["-m", "not heavy", *dict.fromkeys([*asked, SAMPLE])])


if __name__ == "__main__":
    sys.exit(main())
