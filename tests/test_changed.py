"""What changed is tested by the modules of its name."""

from pathlib import Path

import pytest

from .changed import mirror_of, mirrors_of


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("text.py", "test_text.py"),
        ("judging/message.py", "judging/test_message.py"),
        ("domain/names/__init__.py", "domain/names/test_names.py"),
        ("__init__.py", "test_package.py"),
        ("__main__.py", "test_main.py"),
    ],
)
def test_the_tests_of_a_module_stand_under_its_path_and_name(module: str, tests: str) -> None:
    assert mirror_of(Path("src/hubei_digecon") / module) == Path("tests") / tests


def test_changed_files_ask_for_the_tests_of_modules_and_for_themselves() -> None:
    changed = [
        "README.md",
        "src/hubei_digecon/text.py",
        "tests/test_text.py",
        "tests/cli/test_new.py",
        "tests/laws.py",
    ]
    assert mirrors_of(map(Path, changed)) == [Path("tests/cli/test_new.py"), Path("tests/test_text.py")]
