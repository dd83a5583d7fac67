"""One table with the reports of fifteen places for five periods scores like the folder of YAML files it holds."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from benchmarks.entities import write_targets
from benchmarks.generate import write_all_periods

from .conftest import AS_OF, Digecon
from .reports_as_rows import as_csv, rows_of_report

NUMBER = 15
PERIODS = ("2024", "2025-M03", "2025-M06", "2025-M09", "2025")
OF_THE_FILE = ("path", "sha256", "line", "column", "sheet", "files", "diagnostics")
"""What tells one file from another, and the order of what is said of them."""
LINE = re.compile("第[0-9]+行|line [0-9]+")


def without_places(node: Any) -> Any:
    """Return a scoreboard without what belongs to the files that it was read from."""
    if isinstance(node, dict):
        return {key: without_places(value) for key, value in node.items() if key not in OF_THE_FILE}
    if isinstance(node, str):
        return LINE.sub("LINE", node)  # a finding tells where in the file its items stand
    return [without_places(one) for one in node] if isinstance(node, list) else node


def ids_in(node: Any) -> list[str]:
    """Return the ids of all diagnostics, sorted."""
    if isinstance(node, dict):
        said = [one["id"] for one in node.get("diagnostics") or ()]
        return sorted([*said, *(id for value in node.values() for id in ids_in(value))])
    return sorted(id for one in node for id in ids_in(one)) if isinstance(node, list) else []


@pytest.mark.heavy
def test_a_gb18030_table_with_chinese_headings_scores_like_the_folder(
    tmp_path: Path, digecon: Digecon
) -> None:
    targets = tmp_path / "targets"
    reports = write_all_periods(write_targets(NUMBER, targets), PERIODS, tmp_path / "reports")
    table = tmp_path / "all.csv"
    rows = [row for report in reports for row in rows_of_report(report)]
    table.write_bytes(as_csv(rows, "zh").encode("gb18030"))
    for period in PERIODS:
        options = ("--targets", str(targets), "--as-of", AS_OF, "--period", period, "--output-format", "json")
        of_folder = digecon("score", str(tmp_path / "reports"), *options)
        of_table = digecon("score", str(table), *options)
        assert of_table.code == of_folder.code
        folder, read = json.loads(of_folder.out), json.loads(of_table.out)
        assert len(read["places"]) == NUMBER
        assert without_places(read) == without_places(folder)
        assert set(ids_in(read)) - set(ids_in(folder)) <= {"read-as-gb18030"}
        assert [id for id in ids_in(read) if id != "read-as-gb18030"] == ids_in(folder)
