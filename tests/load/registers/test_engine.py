"""DuckDB works in a folder of its own, within its memory, and leaves nothing behind."""

import os

import pyarrow as pa
import pytest

from hubei_digecon.load.registers.engine import DuckDB


def test_tables_are_added_to_made_and_asked() -> None:
    with DuckDB() as engine:
        for numbers in ([1, 2], [3]):
            engine.add("numbers", pa.table({"number": numbers}))
        engine.make("doubled", "SELECT number * 2 AS number FROM numbers")
        found = [
            row["number"]
            for batch in engine.ask("SELECT * FROM doubled ORDER BY 1")
            for row in batch.to_pylist()
        ]
    assert found == [2, 4, 6]


def test_its_folder_goes_away_whatever_happens() -> None:
    with pytest.raises(ZeroDivisionError), DuckDB() as engine:  # noqa: PT012
        folder = engine.folder
        assert os.path.isdir(folder)
        raise ZeroDivisionError
    assert not os.path.exists(folder)
    before = set(os.listdir(os.path.dirname(folder)))
    with pytest.raises(Exception, match="Memory"):
        DuckDB(memory="much")
    left = set(os.listdir(os.path.dirname(folder))) - before
    assert not [name for name in left if name.startswith("digecon-register-")]


def test_more_than_its_memory_is_spilled() -> None:
    with DuckDB(memory="64MB", threads=1) as engine:
        engine.make("many", "SELECT range AS number, CAST(range AS VARCHAR) AS text FROM range(1000000)")
        sql = "SELECT COUNT(*) AS n FROM (SELECT text, MIN(number) AS least FROM many GROUP BY text) AS x"
        ((row,),) = (batch.to_pylist() for batch in engine.ask(sql))
    assert row == {"n": 1_000_000}
