"""The sheet of changes on the year before: numbers that can be checked against one another."""

from pathlib import Path

import pytest

from hubei_digecon.show.workbook.changes import CHANGES

from ...conftest import AS_OF, Digecon
from ...run.test_history import NOW, THEN
from ...xlsx_reader import xlsx
from ...years import Years


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digecon: Digecon) -> list[list[str]]:
    monkeypatch.chdir(tmp_path)
    years = Years(tmp_path)
    years.report("2025", **NOW | {"total": "超2400亿元"})
    years.report("2024", **THEN | {"total": "2000亿元"})
    options = ("--targets", "targets", "--as-of", AS_OF, "--lang", "en", "--output-format", "xlsx=book.xlsx")
    digecon("check", "2025.yaml", *options, "--history", "2024.yaml")
    sheet = xlsx(Path("book.xlsx").read_bytes()).sheets["Changes"]
    return [[str(row.get(heading, "")) for heading in sheet.headings] for row in sheet.rows]


def test_each_change_has_a_row_with_both_figures(rows: list[list[str]]) -> None:
    assert {len(row) for row in rows} == {len(CHANGES)}
    assert [row[2] for row in rows] == [
        "Sample output",
        "Sample share",
        "Sample firms",
        "Sample platforms added",
        "Sample total",
    ]
    assert rows[0][3:] == [
        '1048.3  0.0"亿元"',
        "2024",
        '1000  0"亿元"',
        '48.3  +0.0"亿元";-0.0"亿元";0.0"亿元"',
        '4.83  +0.00"%";-0.00"%";0.00"%"',
        "growth at current prices",
        "2024.yaml",
    ]


def test_a_share_has_no_growth_and_a_hedged_figure_no_change(rows: list[list[str]]) -> None:
    assert rows[1][6:9] == ['0.8  +0.0" pp";-0.0" pp";0.0" pp"', "", ""]
    assert rows[4][6:9] == ["a hedged figure is not compared", "", ""]
