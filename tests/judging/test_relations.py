"""Figures held against each other."""

from pathlib import Path

import pytest

from ..conftest import AS_OF, Digecon
from ..printed_diagnostics import ids_in

HEAD = "entity: wuhan-wedz\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nobservations:\n"


@pytest.mark.parametrize(
    ("figures", "ids"),
    [
        (
            "  core_share_of_gdp: {value: 20%, scope: core-2021}\n  gdp: 2000亿元\n  core_value_added: {value: 400亿元, scope: core-2021}\n",
            [],
        ),
        (
            "  core_share_of_gdp: {value: 20%, scope: core-2021}\n  gdp: 2000亿元\n  core_value_added: {value: 2400亿元, scope: core-2021}\n",
            ["ratio-mismatch", "exceeds-whole", "share-above-whole"],
        ),
    ],
)
def test_parts_are_no_larger_than_their_whole(
    figures: str, ids: list[str], tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(HEAD + figures, "utf-8")
    out = digecon(
        "check", str(path), "--as-of", AS_OF, "--lang", "en", "--select", ",".join(ids or ["ratio-mismatch"])
    ).out
    assert ids_in(out) == ids
