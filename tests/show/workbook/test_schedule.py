"""The sheet of the schedule: numbers, the ratio as a percentage, the word beside its cut-offs."""

from pathlib import Path

import pytest

from hubei_digecon.show.workbook.schedule import SCHEDULE

from ...conftest import AS_OF, Digecon
from ...run.test_beside import NOW, THEN
from ...xlsx_reader import xlsx
from ...years import Years


@pytest.mark.parametrize("command", ["check", "score"])
def test_each_target_has_a_row(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digecon: Digecon
) -> None:
    monkeypatch.chdir(tmp_path)
    years = Years(tmp_path)
    years.report("2025-M09", **NOW)
    years.report("2024", **THEN)
    asked = ("--schedule", "--schedule-cutoffs", "0.95,0.8", "--history", "2024.yaml", "--lang", "en")
    options = ("--targets", "targets", "--as-of", AS_OF, "--output-format", "xlsx=book.xlsx")
    digecon(command, "2025-M09.yaml", *options, *asked)
    sheet = xlsx(Path("book.xlsx").read_bytes()).sheets["Schedule"]
    assert len(sheet.headings) == len(SCHEDULE)
    rows = [[str(row.get(heading, "")) for heading in sheet.headings] for row in sheet.rows]
    assert [row[2] for row in rows] == [
        "Sample output",
        "Sample share",
        "Sample firms",
        "Sample platforms added",
    ]
    assert rows[0][6:] == ["1.02667  0.0%", "on course (≥0.95)", "770 ÷ (1000 × 9/12)"]
    assert rows[1][4:8] == ['11  0"%"', '12.5  0.0"%"', "0.733333  0.0%", "lagging (<0.8)"]
