"""The rows of a table of Arrow, in any order → parts of some whole reports each, in the order of places.

DuckDB sorts them, out of memory where they are many. It only puts rows together that are of one place and
period, by whatever names: which those are is told by the readers, once for each text.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from hashlib import sha256
from typing import Any

import duckdb
import pyarrow

from ....shapes.columns import ENTITY, PERIOD
from ...source import HeldFile, MadeOf
from ...targets import TargetLibrary
from ..grouping import MOST_ROWS, known_names
from .files import BATCH, ROW, ArrowFile, TableColumns, arrow_file
from .packing import packed, unpacked

PART = 400
"""Rows of a part, or as many more as the last report in it has."""

MEMORY = "256MiB"
"""What sorting takes of memory by default; what is more goes to a temporary folder."""

_PLACE, _PERIOD = "__digecon_place__", "__digecon_period__"
_NAMES = "SELECT CAST({entity} AS VARCHAR) AS e, CAST({period} AS VARCHAR) AS p FROM rows"
_DISTINCT = f"SELECT e, p FROM ({_NAMES}) GROUP BY GROUPING SETS ((e), (p))"
_ORDERED = f"""
SELECT rows.*, coalesce(places.rank, -1) AS {_PLACE}, coalesce(periods.rank, -1) AS {_PERIOD}
FROM rows
LEFT JOIN places ON places.text = CAST({{entity}} AS VARCHAR)
LEFT JOIN periods ON periods.text = CAST({{period}} AS VARCHAR)
ORDER BY {_PLACE}, {_PERIOD}, {ROW}
"""


def parts_of_file(path: str, library: TargetLibrary, memory: str = MEMORY) -> Iterator[HeldFile]:
    """Return the parts of a Parquet file, or of a folder of them that is one table.

    Raises:
        InputError: where it cannot be opened.
    """
    with ExitStack() as stack:
        yield from parts_of(path, MadeOf.PART, arrow_file(path, stack), library, memory)


def parts_of_table(held: HeldFile, library: TargetLibrary, memory: str = MEMORY) -> Iterator[HeldFile]:
    """Return the parts of a table that a program holds in memory."""
    table = unpacked(held.data)
    file = ArrowFile(table.schema, table.num_rows, sha256(held.data).hexdigest(), (table,))
    yield from parts_of(str(held), MadeOf.ROWS, file, library, memory)


def parts_of(
    path: str, made_of: MadeOf, file: ArrowFile, library: TargetLibrary, memory: str = MEMORY
) -> Iterator[HeldFile]:
    """Return the parts of a table of Arrow, each of some whole reports, in the order of places and periods."""
    columns = TableColumns(file.schema, library)

    def part(table: Any) -> HeldFile:
        return HeldFile(path, packed(table, file.sha256, file.files), "parquet", made_of)

    if columns.faults or not columns.are_ours or not file.rows:
        yield part(file.schema.empty_table())  # of which reading says what is wrong
        return
    for table in _whole_reports(_sorted_batches(file, columns, library, memory)):
        yield part(table.rename_columns([*file.schema.names, ROW]))


def _sorted_batches(
    file: ArrowFile, columns: TableColumns, library: TargetLibrary, memory: str
) -> Iterator[Any]:
    """Return the rows in order, with the numbers of place and period behind their columns."""
    entity, period = (columns.number_of(column) for column in (ENTITY, PERIOD))
    named = {"entity": f"c{entity}", "period": f"c{period}"}
    with (
        tempfile.TemporaryDirectory(prefix="digecon-") as folder,
        closing(_engine(memory, folder)) as engine,
    ):
        engine.register("rows", file.batches((entity, period)))
        found = engine.sql(_DISTINCT.format(**named)).fetchall()
        names = known_names(library)
        places = _ranked((e for e, _ in found), names.place_of)
        periods = _ranked((p for _, p in found), PERIOD.meaning)
        engine.register("rows", file.batches())
        engine.register("places", places)
        engine.register("periods", periods)
        yield from engine.sql(_ORDERED.format(**named)).to_arrow_reader(BATCH)


def _engine(memory: str, folder: str) -> Any:
    return duckdb.connect(
        ":memory:",
        config={"memory_limit": memory, "temp_directory": folder, "enable_external_access": "true"},
    )


def _ranked(texts: Iterator[str | None], meaning: Callable[[str], str]) -> Any:
    """Return each text with the rank of what it means; what is blank means nothing."""
    meanings = {text: meaning(text) for text in texts if text and not text.isspace()}
    ranks = {meant: rank for rank, meant in enumerate(sorted(set(meanings.values())))}
    return pyarrow.table(
        {
            "text": pyarrow.array(list(meanings), pyarrow.string()),
            "rank": pyarrow.array([ranks[one] for one in meanings.values()], pyarrow.int32()),
        }
    )


def _whole_reports(batches: Iterator[Any]) -> Iterator[Any]:
    """Return tables of at least :data:`PART` rows, but the last, none of which ends within a report. Of a
    report of more rows than any may have, only so many are kept that reading says so.
    """
    waiting = _Waiting()
    same, last = 0, None
    for batch in batches:
        keys = zip(batch.column(_PLACE).to_pylist(), batch.column(_PERIOD).to_pylist(), strict=True)
        batch, begin = batch.drop_columns([_PLACE, _PERIOD]), 0
        for at, key in enumerate(keys):
            same = same + 1 if key == last else 1
            if same > 1 and -1 not in key:  # of rows without a name nobody knows whose they are
                if same > MOST_ROWS + 1:
                    waiting.add(batch, begin, at)
                    begin = at + 1
            elif waiting.rows + at - begin >= PART:
                waiting.add(batch, begin, at)
                begin = at
                yield waiting.taken()
            last = key
        waiting.add(batch, begin, batch.num_rows)
    if waiting.rows:
        yield waiting.taken()


class _Waiting:
    """Rows that wait until they make a part."""

    __slots__ = ("pieces", "rows")

    def __init__(self) -> None:
        self.pieces: list[Any] = []
        self.rows = 0

    def add(self, batch: Any, begin: int, end: int) -> None:
        """Add the rows of a batch from ``begin`` up to, not including, ``end``."""
        if end > begin:
            self.pieces.append(batch.slice(begin, end - begin))
            self.rows += end - begin

    def taken(self) -> Any:
        """Return what waits as a table, and begin anew."""
        table = pyarrow.Table.from_batches(self.pieces)
        self.pieces, self.rows = [], 0
        return table
