"""Reviews."""

from pathlib import Path

import pytest

from ..conftest import Digecon
from ..printed_diagnostics import ids_in


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "entity: wuhan\nperiod: 2025\nreviewer: {name: 核验组, organisation: 核验单位}\nverified: {gdp: {value: 20000亿元, basis: 示例}}\n",
            [],
        ),
        (
            "entity: wuhan\nperiod: 2025\nreviewer: {name: 核验组}\nverified: {gdp: {value: 20000亿元}}\n",
            ["missing-key"],
        ),
    ],
)
def test_a_verified_value_has_a_basis(text: str, ids: list[str], tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, "utf-8")
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ids


@pytest.mark.parametrize(
    ("entry", "ids"),
    [
        ("core_share_of_gdp: {value: 12, unit: '%'", []),
        ("wuhan.core_share_of_gdp: {value: 120, unit: ‰", []),
        ("core_share_of_gdp: {value: 约12, unit: '%'", ["bare-number"]),
        ("core_share_of_gdp: {value: 12, unit: 亿元", ["unit-of-kind"]),
        ("demonstration_outcomes: {value: 1, unit: 项", ["not-to-be-adjusted"]),
        ("core_share_of_gdp: {value: 12", ["missing-key"]),
        ("nothing: {value: 1, unit: 项", ["no-such-target"]),
    ],
)
def test_only_a_number_of_a_target_is_adjusted(
    entry: str, ids: list[str], tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / "file.yaml"
    head = "entity: wuhan\nperiod: 2025\nreviewer: {name: 核验组}\n"
    approved = "approved_by: 机关, approved_on: 2025-09-01}"
    path.write_text(f"{head}adjusted_targets:\n  {entry}, {approved}\n", "utf-8")
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ids
