"""Count the records of a register, and write what each step took: ``register_steps REGISTER JSON``.

Written are seconds of processor time of all threads, by step.
"""

import datetime
import json
import sys
import time
from pathlib import Path

import pyarrow as pa

from benchmarks.registers import CATEGORIES, ENTITIES
from hubei_digecon.domain.reports import Period
from hubei_digecon.judging.items import CountAsked, CountedDays
from hubei_digecon.load.registers import facts, tally
from hubei_digecon.load.registers.engine import DuckDB
from hubei_digecon.load.registers.file import open_register
from hubei_digecon.load.registers.tally import Register
from hubei_digecon.load.targets import library_in_use

PERIODS = (Period(2024), Period(2025, 6), Period(2025, 9), Period(2025))
AS_OF = datetime.date(2026, 2, 28)
SINCE = datetime.date(2024, 6, 15)
SCAN = "SELECT bit_xor(hash(COLUMNS(*))) FROM read_parquet(?)"
"""A query that looks at every value of a file, and at nothing else."""


def asks() -> list[CountAsked]:
    """Return what is asked of the register: each count of each place in each period."""
    return [
        CountAsked(entity, category, CountedDays(SINCE, period.end, AS_OF))
        for entity in ENTITIES
        for category in CATEGORIES
        for period in PERIODS
    ]


class TimedReader(facts.RecordReader):
    """A reader of records that adds up what it takes, and how many records it was given."""

    taken, records = 0.0, 0

    def facts(self, rows: pa.RecordBatch) -> tuple[pa.Table, pa.Table]:
        """Return what the reader returns."""
        start = time.thread_time()
        read = super().facts(rows)
        TimedReader.taken += time.thread_time() - start
        TimedReader.records += rows.num_rows
        return read


def main(path: str, told: str) -> None:
    """Write the seconds of each step, how many records there were, and how many things counted."""
    tally.RecordReader = TimedReader  # type: ignore[attr-defined]  # the steps lie within one another
    start = time.process_time()
    library = library_in_use(None)
    with DuckDB() as engine:
        register = Register(open_register(path, engine, library.catalogue), engine, library)
        opened = time.process_time()
        counts = register.count(asks())
        counted = time.process_time()
        scan(path)
        scanned = time.process_time()
    steps = {
        "scan": scanned - counted,
        "open": opened - start,
        "read": TimedReader.taken,
        "sql": counted - opened - TimedReader.taken,
        "records": TimedReader.records,
        "eligible": sum(one.eligible for one in counts.tallies.values()),
    }
    Path(told).write_text(json.dumps(steps), "ascii")


def scan(path: str) -> None:
    """Look at every value of a file by DuckDB alone."""
    import duckdb

    with duckdb.connect() as connection:
        connection.execute(SCAN, [path]).fetchall()


if __name__ == "__main__":
    main(*sys.argv[1:])
