"""Sheets, and what they hide."""

from pathlib import Path

from ....conftest import Digecon
from ....printed_diagnostics import ids_in
from ....spoiled_workbooks import whole, write_spoiled
from ....workbooks import saved


def test_what_is_wrong_is_told_and_nothing_else(tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "report.xlsx"
    write_spoiled("hidden-cells")(path)
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == ["hidden-cells"]


def test_of_a_form_in_order_nothing_is_told(tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(saved(whole()))
    assert ids_in(digecon("lint", str(path), "--lang", "en").out) == []
