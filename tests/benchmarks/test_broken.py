"""Broken files among many change nothing in the rows of the others, and are listed with their places."""

from pathlib import Path

import pytest
from benchmarks.broken import broken_cases, show_kept_apart
from benchmarks.commands import BenchError
from benchmarks.generate import write_reports

from ..conftest import TESTS

pytestmark = pytest.mark.heavy


def test_each_case_tells_its_errors() -> None:
    cases = {case.path.name: case.errors for case in broken_cases()}
    assert cases["alias.yaml"] == (("6:21", "alias"),)
    assert not [name for name, errors in cases.items() if not errors]


def test_they_are_kept_apart(tmp_path: Path) -> None:
    reports = write_reports(300, tmp_path / "reports")
    shown = show_kept_apart(tmp_path / "reports")
    assert (shown.rows, shown.broken) == (300, len(broken_cases()))
    assert sorted((tmp_path / "reports").iterdir()) == list(reports), "what was added is gone"


def test_a_report_that_is_broken_before_is_noticed(tmp_path: Path) -> None:
    paths = write_reports(3, tmp_path / "reports")
    paths[1].write_bytes((TESTS / "invalid" / "alias.yaml").read_bytes())
    with pytest.raises(BenchError, match="check -q --jobs 2 ended with exit code 3"):
        show_kept_apart(tmp_path / "reports")
