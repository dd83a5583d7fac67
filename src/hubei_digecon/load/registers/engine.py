"""What runs the SQL over the records of a register: DuckDB, within its memory, or another engine."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Protocol

import pyarrow as pa

from .facts import FACTS, LOOKS, RecordReader

MEMORY = "1GB"
"""How much DuckDB may hold at a time; it spills the rest into a temporary folder."""

_AT_ONCE = 65_536


class Engine(Protocol):
    """Runs SQL over tables by their names. All tables are its own, and go with it.

    ``refusal`` is what it raises where a query cannot be run.
    """

    refusal: type[Exception]

    def add(self, name: str, rows: pa.Table) -> None:
        """Add rows to a table, which begins with the first."""

    def make(self, name: str, sql: str) -> None:
        """Make a table of what a query returns."""

    def ask(self, sql: str) -> Iterator[pa.RecordBatch]:
        """Return what a query returns, batch by batch."""

    def read(self, sql: str, reader: RecordReader) -> None:
        """Make the tables ``facts`` and ``looks`` of the records that a query returns, read by a reader."""


class DuckDB:
    """DuckDB in a folder of its own, which goes away when it is closed.

    Args:
        memory: how much it may hold at a time, as it writes that.
        threads: how many threads work; ``None``: as many as there are processors.
    """

    def __init__(self, memory: str = MEMORY, threads: int | None = None) -> None:
        import duckdb

        self.folder = tempfile.mkdtemp(prefix="digecon-register-")
        try:
            self._connection = duckdb.connect(
                ":memory:",  # a file of its own would be written, and compressed, even where all has room
                config={
                    "memory_limit": memory,
                    "temp_directory": os.path.join(self.folder, "spilled"),
                    "autoinstall_known_extensions": False,
                    "autoload_known_extensions": False,
                    **({"threads": threads} if threads else {}),
                },
            )
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self.refusal: type[Exception] = duckdb.Error
        self._made: set[str] = set()

    def __enter__(self) -> "DuckDB":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, name: str, rows: pa.Table) -> None:
        """Add rows to a table, which begins with the first."""
        self._connection.register("added", rows)
        first = name not in self._made
        self._made.add(name)
        into = f"CREATE TABLE {name} AS" if first else f"INSERT INTO {name}"
        self._connection.execute(f"{into} SELECT * FROM added")
        self._connection.unregister("added")

    def make(self, name: str, sql: str) -> None:
        """Make a table of what a query returns."""
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def view(self, name: str, sql: str) -> None:
        """Give a query a name."""
        self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {sql}")

    def ask(self, sql: str) -> Iterator[pa.RecordBatch]:
        """Return what a query returns, batch by batch."""
        cursor = self._connection.cursor()
        try:
            found = cursor.sql(sql)
            read = getattr(found, "to_arrow_reader", None) or found.fetch_arrow_reader  # before DuckDB 2
            yield from read(_AT_ONCE)
        finally:
            cursor.close()

    def read(self, sql: str, reader: RecordReader) -> None:
        """Make the tables ``facts`` and ``looks`` of the records that a query returns, read by a reader."""
        self.add("facts", FACTS.empty_table())
        self.add("looks", LOOKS.empty_table())
        for batch in self.ask(sql):
            facts, looks = reader.facts(batch)
            self.add("facts", facts)
            if looks.num_rows:
                self.add("looks", looks)
