"""What reading found, as data."""

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.run.lint import lint_paths
from hubei_digecon.show.linted import column_kinds, files_result, rows_of

FAULTY = "sample_reports/illustrative/reading-faults.yaml"


def test_each_diagnostic_is_a_row(library: TargetLibrary) -> None:
    files = lint_paths((FAULTY,), library, Settings())
    rows = [dict(zip(column_kinds(), row, strict=True)) for row in rows_of(files)]
    assert len(rows) == 30
    assert rows[0] == {
        "path": FAULTY, "id": "unknown-format", "severity": "error", "at": "format", "line": 3, "column": 9,
        "sheet": None, "message_zh": "不认识的格式“digecon/report/v2”",
        "message_en": "unknown format “digecon/report/v2”",
    }  # fmt: skip


def test_what_was_left_out_says_why(library: TargetLibrary) -> None:
    made = files_result(lint_paths(("targets/documents",), library, Settings()))
    assert made["ignored"] == 0
    assert isinstance(made["files"], list)
    assert {one.left_out for one in made["files"]} == {None}
