"""A session of Spark as the engine of a register: tables of its own, and records read on executors."""

import pickle
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

from hubei_digecon.load.registers.engine import DuckDB
from hubei_digecon.load.registers.facts import FACTS, RecordReader
from hubei_digecon.load.registers.file import KEYS
from hubei_digecon.spark.engine import READ, ReadRecords, SparkEngine

from ..load.registers.cells import LIBRARY, drawn, firm
from ..load.registers.test_periods import counted

RECORDS = [firm("ab(甲("), firm("乙", valid_until="soon"), firm("丙", code="9.14201E+17")]


def reader() -> RecordReader:
    """Return a reader of the gazelle firms of East Lake."""
    indicator = LIBRARY.catalogue.indicators["gazelle_firms"]
    return RecordReader({("wuhan-east-lake", "gazelle_firms"): 0}, [indicator])


def batch(first: int, records: list[dict[str, str]]) -> pa.RecordBatch:
    """Return records as a batch, numbered from ``first``."""
    columns = {key: pa.array([one.get(key) for one in records], pa.string()) for key in KEYS}
    numbers = pa.array(range(first, first + len(records)), pa.int64())
    return pa.record_batch({"record": numbers, **columns})


@pytest.fixture
def spark(engine: Any) -> Iterator[SparkEngine]:
    with SparkEngine(engine) as opened:
        yield opened


def test_facts_looks_and_what_there_is_to_say_come_in_one_table() -> None:
    work = pickle.loads(pickle.dumps(ReadRecords(reader())))
    made = pa.Table.from_batches(work([batch(1, RECORDS[:1]), batch(2, RECORDS[1:])]), READ).to_pylist()
    assert [one["record"] for one in made if one["name"] is not None] == [1, 2, 3]
    assert {one["record"] for one in made if one["name"] is None and one["said"] is None} == {1}
    (said,) = [pickle.loads(one["said"]) for one in made if one["said"]]
    assert (len(said.unread), said.bad_codes, said.spoiled, said.first_bad) == (1, 1, 1, 3)


def test_a_partition_without_records_has_nothing_to_say() -> None:
    (said,) = pa.Table.from_batches(ReadRecords(reader())([]), READ).column("said").to_pylist()
    assert pickle.loads(said) == reader().notes


@pytest.mark.heavy
def test_tables_are_added_to_made_and_asked(spark: SparkEngine) -> None:
    for numbers in ([1, 2], [3]):
        spark.add("numbers", pa.table({"number": numbers}))
    spark.make("doubled", "SELECT number * 2 AS numbers FROM numbers")
    spark.add("numbers", pa.table({"number": [4]}))
    for sql, expected in (
        ("SELECT numbers AS n FROM doubled ORDER BY 1", [2, 4, 6]),
        ("SELECT a.number AS n FROM numbers a JOIN doubled b ON a.number = b.numbers ORDER BY 1", [2, 4]),
        ("SELECT ' ' || number AS n FROM numbers WHERE number > 3", [" 4"]),
    ):
        assert [one["n"] for part in spark.ask(sql) for one in part.to_pylist()] == expected


@pytest.mark.heavy
def test_records_are_read_on_executors_as_they_are_here(spark: SparkEngine) -> None:
    here = reader()
    expected, _ = here.facts(batch(0, RECORDS))
    spark.add("register", pa.Table.from_batches([batch(0, RECORDS)]))
    there = reader()
    spark.read("SELECT * FROM register", there)
    found = [one for part in spark.ask("SELECT * FROM facts ORDER BY record") for one in part.to_pylist()]
    assert found == expected.select(FACTS.names).to_pylist()
    assert there.notes == here.notes
    assert sum(part.num_rows for part in spark.ask("SELECT * FROM looks")) > 0


@pytest.mark.heavy
@pytest.mark.parametrize("alike", [True, False])
def test_the_sql_comes_to_what_it_does_in_duckdb(spark: SparkEngine, alike: bool) -> None:
    records = drawn(1, 1500, alike=alike)
    with DuckDB() as engine:
        expected = counted(engine, records)
    assert counted(spark, records) == expected
    assert sum(tally.eligible for tally in expected) > 100
