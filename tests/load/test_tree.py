"""Trees of values."""

from pathlib import Path

import pytest

from ..conftest import Digecon
from ..printed_diagnostics import ids_in


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "entity: wuhan\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nobservations: {gdp: 20000亿元}\n",
            [],
        ),
        (
            "entity: wuhan\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nperiod: 2024\nobservations: {gdp: 20000亿元}\n",
            ["duplicate-key"],
        ),
        ("- a\n", ["not-a-mapping"]),
    ],
)
def test_a_tree_is_a_mapping_of_keys_that_are_given_once(
    text: str, ids: list[str], tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, "utf-8")
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ids
