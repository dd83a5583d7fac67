"""The rows of a table of Arrow, in any order → parts of some whole reports each, in the order of places.

DuckDB sorts them, out of memory where they are many. It only puts rows together that are of one place and
period, by whatever names: which those are is told by the readers, once for each text.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from typing import Any

from ....shapes.columns import ENTITY, PERIOD
from ...memory import MEMORY
from ...source import HeldFile, MadeOf
from ...targets import TargetLibrary
from ..grouping import known_names
from .engine import engine
from .files import BATCH, ROW, ArrowFile, TableColumns, arrow_file
from .packing import packed, unpacked
from .ranks import ranks_of
from .whole import PERIOD_RANK, PLACE_RANK, whole_reports

_NAMES = "SELECT CAST({entity} AS VARCHAR) AS e, CAST({period} AS VARCHAR) AS p FROM rows"
_DISTINCT = f"SELECT e, p FROM ({_NAMES}) GROUP BY GROUPING SETS ((e), (p))"
_ORDERED = f"""
SELECT rows.*, coalesce(places.rank, -1) AS {PLACE_RANK}, coalesce(periods.rank, -1) AS {PERIOD_RANK}
FROM rows
LEFT JOIN places ON places.text = CAST({{entity}} AS VARCHAR)
LEFT JOIN periods ON periods.text = CAST({{period}} AS VARCHAR)
ORDER BY {PLACE_RANK}, {PERIOD_RANK}, {ROW}
"""
_RANKED = f"SELECT * FROM rows ORDER BY {PLACE_RANK}, {PERIOD_RANK}"


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
    """Return the parts of a table, each of some whole reports, in the order of places and periods."""
    columns = TableColumns(file.schema, library)

    def part(table: Any) -> HeldFile:
        return HeldFile(path, packed(table, file.sha256, file.files), "parquet", made_of)

    if columns.faults or not columns.are_ours or not file.rows:
        yield part(file.schema.empty_table())  # of which reading says what is wrong
        return
    for table in whole_reports(_sorted_batches(path, file, columns, library, memory)):
        yield part(table.rename_columns([*file.schema.names, ROW]))


def _sorted_batches(
    path: str, file: ArrowFile, columns: TableColumns, library: TargetLibrary, memory: str
) -> Iterator[Any]:
    """Return the rows in order, with the numbers of place and period behind their columns."""
    entity, period = (columns.number_of(column) for column in (ENTITY, PERIOD))
    named = {"entity": f"c{entity}", "period": f"c{period}"}
    with engine(path, memory) as database:
        database.register("rows", file.batches((entity, period)))
        found = database.sql(_DISTINCT.format(**named)).fetchall()
        places = ranks_of((e for e, _ in found), known_names(library).place_of)
        periods = ranks_of((p for _, p in found), PERIOD.meaning)
        database.register("rows", file.batches())
        database.register("places", places)
        database.register("periods", periods)
        yield from database.sql(_ORDERED.format(**named)).to_arrow_reader(BATCH)


def ranked_in_order(path: str, batches: Any, memory: str = MEMORY) -> Iterator[Any]:
    """Return the rows of a reader of Arrow that have their ranks already in the order of these."""
    with engine(path, memory) as database:
        database.register("rows", batches)
        yield from database.sql(_RANKED).to_arrow_reader(BATCH)
