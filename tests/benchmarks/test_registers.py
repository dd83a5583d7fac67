"""A made-up register can be counted, with nothing to say of it, and its cost is told beside its bounds."""

from pathlib import Path

import pytest
from benchmarks.memory import Peak
from benchmarks.peers.register_steps import asks
from benchmarks.registers import RegisterCost, register_lines, write_register

from benchmarks import registers
from hubei_digecon.judging.items.credit_codes import valid_code
from hubei_digecon.load.registers.engine import DuckDB

from ..load.registers.cells import open_here

RECORDS = 400


def test_a_made_up_register_is_counted_without_a_complaint(tmp_path: Path) -> None:
    write_register(RECORDS, tmp_path / "register.parquet")
    with DuckDB() as engine:
        register = open_here(str(tmp_path / "register.parquet"), engine)
        tallies = register.count(asks()).tallies
        names, codes = zip(
            *(row.values() for batch in engine.ask(_THINGS) for row in batch.to_pylist()), strict=True
        )
    assert register.diagnostics == ()
    assert sum(one.records for one in tallies.values()) == 4 * RECORDS
    assert any(one.eligible for one in tallies.values())
    assert any(len(one.not_counted) > 1 for one in tallies.values())
    assert len(set(names)) == len(set(codes)) == RECORDS * 19 // 20
    assert all(valid_code(code) == code for code in codes)


_THINGS = "SELECT name, code FROM register"


def test_costs_are_told_beside_their_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = iter(
        (
            RegisterCost(1_000_000, 0.5, 1, 9, 6, 3, Peak(2**29, 1, 9)),
            RegisterCost(10_000_000, 4, 10, 90, 100, 3, Peak(2**30, 1, 9)),
        )
    )
    monkeypatch.setattr(registers, "find_spec", lambda _name: object())
    monkeypatch.setattr(registers, "register_cost", lambda _records: next(costs))
    told = list(register_lines(1_000_000, 10_000_000))
    assert told == [
        "  4 places × 4 counts × 4 periods                1000000 records    10000000 records",
        "  scan of all values by DuckDB                             0.5 s                 4.0 s",
        "  copy, digest and columns                                 1.0 s                10.0 s",
        "  names, codes and days in Python                          9.0 s                90.0 s",
        "  SQL                                                      6.0 s               100.0 s",
        "  all but the scan                                        16.0 s               200.0 s",
        "  most memory                                             537 MB               1074 MB",
        "  SQL by the scan, 1000000 records                 12.00  at most 20: kept",
        "  SQL by the scan, 10000000 records                25.00  at most 20: NOT KEPT",
        "  memory of many, in GiB                            1.00  at most 2: kept",
        "  a record of many by one of few                    1.25",
    ]
