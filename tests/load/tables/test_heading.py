"""The headings of a table."""

from pathlib import Path

import pytest

from ...conftest import Digecon
from ...printed_diagnostics import ids_in


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "entity,period,submitted.by,submitted.date,indicator,value,unit\nwuhan,2025,示例单位,2026-01-20,gdp,20000,亿元\n",
            [],
        ),
        (
            "entity,period,submitted.by,submitted.date,indicator,value,unit,bogus\nwuhan,2025,示例单位,2026-01-20,gdp,20000,亿元,x\n",
            ["unknown-column"],
        ),
        (
            "entity,period,submitted.by,submitted.date,indicator,value,value,unit\nwuhan,2025,示例单位,2026-01-20,gdp,20000,1,亿元\n",
            ["duplicate-column"],
        ),
        (
            "entity,submitted.by,submitted.date,indicator,value,unit\nwuhan,示例单位,2026-01-20,gdp,20000,亿元\n",
            ["missing-column"],
        ),
    ],
)
def test_headings_are_held_against_the_known_ones(
    text: str, ids: list[str], tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / "file.csv"
    path.write_text(text, "utf-8")
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ids
