"""The rows of a table of Arrow, in any order → parts of some whole reports each, in the order of places.

DuckDB sorts them, out of memory where they are many. It only puts rows together that are of one place and
period, by whatever names: which those are is told by the readers, once for each text.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from hashlib import sha256
from typing import Any

import duckdb

from ....shapes.columns import ENTITY, PERIOD
from ...source import HeldFile, MadeOf
from ...targets import TargetLibrary
from ..grouping import known_names
from .files import BATCH, ROW, ArrowFile, TableColumns, arrow_file
from .packing import packed, unpacked
from .ranks import ranks_of
from .whole import PERIOD_RANK, PLACE_RANK, whole_reports

MEMORY = "256MiB"
"""What sorting takes of memory by default; what is more goes to a temporary folder."""

_NAMES = "SELECT CAST({entity} AS VARCHAR) AS e, CAST({period} AS VARCHAR) AS p FROM rows"
_DISTINCT = f"SELECT e, p FROM ({_NAMES}) GROUP BY GROUPING SETS ((e), (p))"
_ORDERED = f"""
SELECT rows.*, coalesce(places.rank, -1) AS {PLACE_RANK}, coalesce(periods.rank, -1) AS {PERIOD_RANK}
FROM rows
LEFT JOIN places ON places.text = CAST({{entity}} AS VARCHAR)
LEFT JOIN periods ON periods.text = CAST({{period}} AS VARCHAR)
ORDER BY {PLACE_RANK}, {PERIOD_RANK}, {ROW}
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
    for table in whole_reports(_sorted_batches(file, columns, library, memory)):
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
        places = ranks_of((e for e, _ in found), known_names(library).place_of)
        periods = ranks_of((p for _, p in found), PERIOD.meaning)
        engine.register("rows", file.batches())
        engine.register("places", places)
        engine.register("periods", periods)
        yield from engine.sql(_ORDERED.format(**named)).to_arrow_reader(BATCH)


def _engine(memory: str, folder: str) -> Any:
    return duckdb.connect(
        ":memory:",
        config={"memory_limit": memory, "temp_directory": folder, "enable_external_access": "true"},
    )
