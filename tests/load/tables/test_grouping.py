"""Rows that make up reports."""

from pathlib import Path

import pytest

from ...conftest import Digecon
from ...printed_diagnostics import ids_in


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "entity,period,submitted.by,submitted.date,indicator,value,unit\nwuhan,2025,示例单位,2026-01-20,gdp,20000,亿元\nwuhan,2025,示例单位,2026-01-20,core_value_added,2000,亿元\n",
            [],
        ),
        (
            "entity,period,submitted.by,submitted.date,indicator,value,unit\nwuhan,2025,示例单位,2026-01-20,gdp,20000,亿元\nwuhan,2025,别的单位,2026-01-20,core_value_added,20000,亿元\n",
            ["cells-differ"],
        ),
        (
            "entity,period,submitted.by,submitted.date,indicator,value,unit\n,2025,示例单位,2026-01-20,gdp,20000,亿元\n",
            ["row-without-name"],
        ),
    ],
)
def test_rows_of_one_report_agree(text: str, ids: list[str], tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "file.csv"
    path.write_text(text, "utf-8")
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ids
