"""Sail, a server of Spark Connect, as an engine of registers."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql.pandas.types import from_arrow_schema


class Sail:
    """Runs the SQL of registers on Spark Connect.

    Args:
        session: a session of Spark.
    """

    def __init__(self, session: Any) -> None:
        self.session = session
        self._rows: dict[str, list[pa.Table]] = {}

    def add(self, name: str, rows: pa.Table) -> None:
        """Add rows to a table, which begins with the first."""
        self._rows.setdefault(name, []).append(rows)
        table = pa.concat_tables(self._rows[name])
        data = table if table.num_rows else []
        frame = self.session.createDataFrame(data, from_arrow_schema(table.schema))
        frame.createOrReplaceTempView(name)

    def make(self, name: str, sql: str) -> None:
        """Make a table of what a query returns."""
        self._rows.pop(name, None)
        self.add(name, self.session.sql(sql).toArrow())

    def ask(self, sql: str) -> Iterator[pa.RecordBatch]:
        """Return what a query returns, batch by batch."""
        yield from self.session.sql(sql).toArrow().to_batches()
