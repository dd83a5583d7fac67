"""Of which sort a file is that could not be read."""

from pathlib import Path

import pytest

from hubei_digecon.diagnostics import DiagnosticKind, SourceFile, diagnose
from hubei_digecon.load.faults import EMPTY, NEEDS_EXTRA, NOT_A_FILE, TOO_LARGE, UNREADABLE, RefusedInput
from hubei_digecon.load.search.unreadable import is_result, sort_of_unread
from hubei_digecon.load.targets import TargetLibrary

from ...conftest import ROOT

RESULT = '{"format": "digecon/result/v1", "assessments": ['
REPORT = "entity: wuhan\nperiod: 2025\nobservations: [\n"


def sort(path: Path, text: str, kind: DiagnosticKind = EMPTY) -> str | None:
    """Write a file, and return the sort of it once it was refused with a fault of a kind."""
    path.write_text(text, "utf-8")
    return sort_of_unread(str(path), RefusedInput(SourceFile(str(path)), (diagnose(kind),)))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.yaml", REPORT, None),
        ("a.yaml", "name: [\n", "other"),
        ("a.yaml", "", "other"),
        ("a.json", RESULT, "result"),
        ("a.json", '{"entity": "wuhan", "observations": {', None),
        ("a.csv", "some,thing\n1,2\n", "table"),
        ("a.csv", "entity,period,indicator,value\n", None),
    ],
)
def test_a_file_that_may_be_a_report_stays_an_error(
    name: str, text: str, found: str | None, tmp_path: Path
) -> None:
    assert sort(tmp_path / name, text) == found


@pytest.mark.parametrize("kind", [NEEDS_EXTRA, NOT_A_FILE, UNREADABLE], ids=lambda kind: kind.id)
def test_of_what_could_not_be_opened_no_sort_is_told(kind: DiagnosticKind, tmp_path: Path) -> None:
    assert sort(tmp_path / "a.yaml", "name: [\n", kind) is None


def test_what_is_too_large_is_told_apart_unless_it_may_be_ours(tmp_path: Path) -> None:
    texts = ("name: [\n", REPORT, RESULT)
    assert [sort(tmp_path / "a.yaml", text, TOO_LARGE) for text in texts] == ["large", None, "result"]


def test_a_result_is_known_whether_it_can_be_read_or_not(tmp_path: Path, library: TargetLibrary) -> None:
    whole, cut = tmp_path / "whole.json", tmp_path / "cut.json"
    whole.write_text(f"{RESULT}]}}", "utf-8")
    cut.write_text(RESULT, "utf-8")
    report = ROOT / "sample_reports" / "published" / "wuhan-2024.yaml"
    assert [is_result(str(path), library) for path in (whole, cut, report)] == [True, True, False]
