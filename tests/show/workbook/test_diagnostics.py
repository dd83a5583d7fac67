"""The sheet of diagnostics: a row each, with its place and how to fix it."""

import datetime
from pathlib import Path

from hubei_digecon import check
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.diagnostics import DIAGNOSTICS, diagnostics_sheet

from ...conftest import AS_OF
from ...small_targets import Small

EN = View("en")


def test_a_diagnostic_is_told_with_its_place_and_its_fix(small: Small) -> None:
    path = Path(small.report("invalid")).name
    run = check(path, targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF))
    sheet = diagnostics_sheet(run)
    (row,) = (dict(zip(sheet.headings(EN), cells, strict=True)) for cells in sheet.cells(EN))
    assert row["File"].text == "invalid.yaml"
    assert (row["Place in the file"].text, row["Severity"].text) == ("5:18", "error")
    assert row["Key"].text == "observations.firms.value"
    assert row["How to fix it"].text != "–"


def test_severities_are_coloured() -> None:
    (severity,) = (column for column in DIAGNOSTICS if column.id == "severity")
    assert severity.marks is not None
    assert list(severity.marks(EN)) == ["error", "warning", "note"]


def test_a_run_without_diagnostics_has_no_rows(small: Small) -> None:
    path = Path(small.report("compliant")).name
    run = check(path, targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF))
    assert [row for row in diagnostics_sheet(run).rows if row.diagnostic.kind.severity.id == "error"] == []
