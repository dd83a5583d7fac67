"""The tables of the bench hold reports that can be judged, and what they cost is told beside its bounds."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.entities import write_targets
from benchmarks.memory import Peak
from benchmarks.scale import Cost, scale_lines
from benchmarks.tables import PERIODS, write_csv, write_parquet

from benchmarks import scale
from hubei_digecon import check


def test_both_tables_hold_the_same_reports_none_of_which_is_invalid(tmp_path: Path) -> None:
    places = write_targets(3, tmp_path / "targets")
    rows = write_parquet(places, PERIODS[-2:], tmp_path / "data.parquet")
    assert write_csv(places, PERIODS[-2:], tmp_path / "csv") == rows == 3 * 2 * 8
    for table in ("data.parquet", "csv"):
        run = check(tmp_path / table, targets=tmp_path / "targets")
        verdicts = [one.verdict.id for one in run]
        assert len(verdicts) == 6
        assert "invalid" not in verdicts


def test_costs_are_told_beside_their_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    tables: Any = object()
    seconds = iter((20.0, 8.0, 9.0, 90.0, 10.0, 12.0))

    def cost(name: str, *_: Any) -> Cost:
        return Cost(name, 100_000, next(seconds), Peak(2**29, 3, 9))

    for name, fake in (("tables_of", lambda *_, **__: tables), ("cost", cost), ("cost_of_script", cost)):
        monkeypatch.setattr(scale, name, fake)
    monkeypatch.setattr(scale, "find_spec", lambda _name: object())
    told = "\n".join(scale_lines(3, 6))
    assert "score / check -q on CSV, an observation           4.50  at most 0.5: NOT KEPT" in told
    assert "score of many, its memory in GiB                  0.50  at most 1: kept" in told
    assert "Sail / in this process, findings of all           1.20  at most 1.25: kept" in told
