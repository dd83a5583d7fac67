"""Names in reports."""

from pathlib import Path

import pytest

from ..conftest import Digecon
from ..printed_diagnostics import ids_in


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "entity: 武汉市\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nobservations: {gdp: 20000亿元}\n",
            [],
        ),
        (
            "entity: nowhere\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nobservations: {gdp: 20000亿元}\n",
            ["unknown-entity"],
        ),
        (
            "entity: wuhan\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nobservations: {gdpp: 20000亿元}\n",
            ["unknown-indicator"],
        ),
    ],
)
def test_a_name_is_of_something_that_exists(
    text: str, ids: list[str], tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, "utf-8")
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ids
