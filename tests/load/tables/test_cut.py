"""Numbers whose comma separated cells."""

from pathlib import Path

import pytest

from ...conftest import Digecon
from ...printed_diagnostics import ids_in


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            'entity,period,submitted.by,submitted.date,indicator,value,unit\nwuhan,2025,示例单位,2026-01-20,gdp,"20,000",亿元\n',
            [],
        ),
        (
            "entity,period,submitted.by,submitted.date,indicator,value,unit\nwuhan,2025,示例单位,2026-01-20,gdp,20,000,亿元\n",
            ["number-cut-at-comma"],
        ),
    ],
)
def test_a_number_cut_at_its_comma_is_told(
    text: str, ids: list[str], tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / "file.csv"
    path.write_text(text, "utf-8")
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ids
