"""A session of Spark Connect as the engine of a register: it runs the SQL, and executors read the records."""

import pickle
import re
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING
from uuid import uuid4

import pyarrow as pa

from ..load.registers.facts import FACTS, LOOKS, RecordReader
from .work import ONE_AT_A_TIME

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

READ = pa.schema([*FACTS, ("said", pa.binary())])
"""What comes of records: the facts of each; a further look of one, which has no name; and, with ``said``
alone, what there is to say of those of a partition."""


_TABLE = re.compile(r"\b(FROM|JOIN)\s+(\w+)")


class ReadRecords:
    """Reads the records of a register on executors, which it is sent to as it is."""

    def __init__(self, reader: RecordReader) -> None:
        self.reader = reader

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Return what comes of the records in batches."""
        for batch in batches:
            with ONE_AT_A_TIME:
                made = self.reader.facts(batch)
            for table in made:
                yield from _widened(table).to_batches()
        said = pa.table({"said": [pickle.dumps(self.reader.notes)]})
        yield from _widened(said).to_batches()


def _widened(table: pa.Table) -> pa.Table:
    """Return a table with all columns of :data:`READ`."""
    empty = {field.name: pa.nulls(table.num_rows, field.type) for field in READ}
    columns = {**empty, **dict(zip(table.column_names, table.columns, strict=True))}
    return pa.table([columns[field.name] for field in READ], READ)


class SparkEngine:
    """Runs the SQL of registers in a session of Spark Connect, by views of its own, which go away with it.

    Spark keeps each table where it was made. An engine that keeps none, as Sail, would make it again each
    time: there the rows come here and go back.
    """

    def __init__(self, session: "SparkSession") -> None:
        from pyspark.errors import AnalysisException

        self.refusal: type[Exception] = AnalysisException
        self._session, self._prefix = session, f"digecon_{uuid4().hex}_"
        self._frames: dict[str, DataFrame] = {}
        self._added: dict[str, list[pa.Table]] = {}
        self._keeps = _keeps_tables(session)

    def __enter__(self) -> "SparkEngine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in self._frames:
            self._session.catalog.dropTempView(self._prefix + name)
        self._frames.clear()

    def view(self, name: str, frame: "DataFrame") -> None:
        """Give a DataFrame a name."""
        self._frames[name] = frame
        frame.createOrReplaceTempView(self._prefix + name)

    def add(self, name: str, rows: pa.Table) -> None:
        """Add rows to a table, which begins with the first; they are sent when they are asked for."""
        self._added.setdefault(name, []).append(rows)

    def make(self, name: str, sql: str) -> None:
        """Make a table of what a query returns."""
        self.view(name, self._kept(self._asked(sql)))

    def ask(self, sql: str) -> Iterator[pa.RecordBatch]:
        """Return what a query returns, batch by batch."""
        yield from self._asked(sql).toArrow().to_batches()

    def read(self, sql: str, reader: RecordReader) -> None:
        """Make the tables ``facts`` and ``looks`` of the records that a query returns, read by a reader on
        executors. These records alone are the register from then on, with the numbers that they had then.
        """
        from pyspark.sql.pandas.types import from_arrow_schema

        self.make("register", sql)
        read = self._kept(self._frames["register"].mapInArrow(ReadRecords(reader), from_arrow_schema(READ)))
        told = read.where("said IS NOT NULL").select("said").toArrow()
        for (notes,) in zip(*told.to_pydict().values(), strict=True):
            reader.notes.merge(pickle.loads(notes))
        self.view("facts", read.where("name IS NOT NULL").select(*FACTS.names))
        self.view("looks", read.where("said IS NULL AND name IS NULL").select(*LOOKS.names))

    def _asked(self, sql: str) -> "DataFrame":
        return self._session.sql(_TABLE.sub(self._named, sql))

    def _named(self, found: re.Match[str]) -> str:
        """Return the words that name a table with what its view is called, where it is one of ours."""
        word, name = found.groups()
        if rows := self._added.pop(name, None):
            frame = self._local(pa.concat_tables(rows))
            self.view(name, self._frames[name].unionAll(frame) if name in self._frames else frame)
        return f"{word} {self._prefix}{name}" if name in self._frames else found[0]

    def _kept(self, frame: "DataFrame") -> "DataFrame":
        return frame.localCheckpoint() if self._keeps else self._local(frame.toArrow())

    def _local(self, rows: pa.Table) -> "DataFrame":
        from pyspark.sql.pandas.types import from_arrow_schema

        return self._session.createDataFrame(rows if rows.num_rows else [], from_arrow_schema(rows.schema))


def _keeps_tables(session: "SparkSession") -> bool:
    """Whether an engine can keep a table where it was made."""
    from pyspark.errors import PySparkException

    try:
        session.range(1).localCheckpoint()
    except PySparkException:
        return False
    return True
