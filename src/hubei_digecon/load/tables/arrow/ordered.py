"""The rows of a table of Arrow, in any order → parts of some whole reports each, in the order of places.

They are sorted out of memory where they are many. Rows are put together that are of one place and period, by
whatever names: which those are is told by the readers, once for each text.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from typing import Any

import pyarrow
from pyarrow import compute

from ....diagnostics import SourceFile, diagnose
from ....shapes.columns import ENTITY, PERIOD
from ....text import Text
from ...document import listed
from ...faults import InputError
from ...memory import MEMORY, bytes_of
from ...source import HeldFile, MadeOf
from ...targets import TargetLibrary
from ..grouping import known_names
from .buckets import Ranks, in_order
from .diagnostics import NOT_IN_ORDER
from .files import BATCH, ArrowFile, TableColumns, arrow_file
from .packing import packed, unpacked
from .whole import PERIOD_RANK, PLACE_RANK, ranks_of, whole_reports


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
    """Return the parts of a table, each of some whole reports, in the order of places and periods.

    Raises:
        InputError: where a file of it has a column of a type that cannot be read.
    """
    columns = TableColumns.of_table(file.schema, library)

    def part(table: Any) -> HeldFile:
        return HeldFile(path, packed(table, file.sha256, file.files), "parquet", made_of)

    if columns.faults or not columns.are_ours or not file.rows:
        yield part(file.numbered_schema.empty_table())  # of which reading says what is wrong
        return
    if faults := tuple(file.not_exact(columns)):
        raise InputError(SourceFile(path, file.sha256), listed(faults))
    for table in whole_reports(_sorted_batches(path, file, columns, library, memory)):
        yield part(table.rename_columns(file.numbered_schema.names))


def _sorted_batches(
    path: str, file: ArrowFile, columns: TableColumns, library: TargetLibrary, memory: str
) -> Iterator[Any]:
    """Return the rows in order, with the ranks of place and period behind their columns.

    Raises:
        InputError: where reading the table fails on the way.
    """
    try:
        entity, period = (columns.number_of(column) for column in (ENTITY, PERIOD))
        names: tuple[Counter[str | None], Counter[str | None]] = Counter(), Counter()
        for batch in file.batches(columns, (entity, period)):
            for number, counted in enumerate(names):
                cells = compute.value_counts(_texts(batch.column(number)))
                counted.update({one["values"]: one["counts"] for one in cells.to_pylist()})
        places = Ranks(ranks_of(names[0], known_names(library).place_of), names[0])
        periods = Ranks(ranks_of(names[1], PERIOD.meaning), names[1])
        ranked = (_ranked(batch, entity, period, places, periods) for batch in file.batches(columns))
        yield from in_order(ranked, places.rows, bytes_of(memory))
    except (pyarrow.ArrowException, OSError) as error:
        why = Text.same(str(error).partition("\n")[0])
        raise InputError(SourceFile(str(path)), (diagnose(NOT_IN_ORDER, why=why),)) from None


def _ranked(batch: Any, entity: int, period: int, places: Ranks, periods: Ranks) -> Any:
    """Return rows with the ranks of their places and periods."""
    ranked = batch.append_column(PLACE_RANK, places.of(_texts(batch.column(entity))))
    return ranked.append_column(PERIOD_RANK, periods.of(_texts(batch.column(period))))


def _texts(cells: Any) -> Any:
    """Return the cells of a column as texts, by which they are known again."""
    return cells.cast(pyarrow.string())


def ranked_in_order(batches: Any) -> Iterator[Any]:
    """Return the rows of a reader of Arrow that have their ranks already in the order of these."""
    order = [(PLACE_RANK, "ascending"), (PERIOD_RANK, "ascending")]
    yield from batches.read_all().sort_by(order).to_batches(BATCH)
