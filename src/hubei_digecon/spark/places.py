"""A DataFrame of observations → one whose partitions have whole places."""

from typing import TYPE_CHECKING, Any

from ..diagnostics import SourceFile
from ..load.document import listed
from ..load.faults import InputError
from ..load.targets import TargetLibrary
from ..shapes.columns import ENTITY, PERIOD, TableColumn

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

NAME = "<DataFrame>"
"""What a DataFrame is called where something is said of its reports: its rows have no numbers."""

_ROWS, _LEAST = 20_000, 2
"""Rows of a partition, which take a second or two; and how many partitions there are at least."""


def by_place(df: "DataFrame", library: TargetLibrary) -> "DataFrame":
    """Return the rows with the ranks of their place and period, those of a place in one partition.

    A place may be called by several names, and a period be written in several ways: what is meant is asked
    once for each text that stands there.

    Raises:
        InputError: where the columns are not those of reports, or one does not hold what was reported.
    """
    from ..load.tables.arrow.whole import PERIOD_RANK, PLACE_RANK
    from ..load.tables.grouping import known_names

    columns = _columns(df, library)
    ranked = df
    for column, rank, meaning in (
        (ENTITY, PLACE_RANK, known_names(library).place_of),
        (PERIOD, PERIOD_RANK, PERIOD.meaning),
    ):
        ranked = _ranked(ranked, columns[column], rank, meaning)
    return ranked.repartition(max(_LEAST, df.count() // _ROWS), PLACE_RANK)


def _columns(df: "DataFrame", library: TargetLibrary) -> dict[TableColumn, str]:
    """Return what the columns of a table of reports are called in a DataFrame."""
    from ..load.tables.arrow.files import TableColumns

    schema = df.limit(0).toArrow().schema
    columns = TableColumns.of_table(schema, library)
    if columns.faults:
        raise InputError(SourceFile(NAME), listed(tuple(columns.faults)))
    return {column: schema.names[number] for number, column in columns.read}


def _ranked(df: "DataFrame", name: str, rank: str, meaning: Any) -> "DataFrame":
    """Return the rows with the rank of what stands in a column; -1 where that is nothing."""
    from pyspark.sql import functions

    from ..load.tables.arrow.whole import ranks_of

    text = functions.col(f"`{name}`").cast("string")
    found = df.select(text.alias("text")).distinct().toArrow().column("text").to_pylist()
    ranks = df.sparkSession.createDataFrame(ranks_of(found, meaning)).withColumnsRenamed(
        {"text": f"{rank}text", "rank": rank}
    )
    joined = df.join(ranks, text == functions.col(f"{rank}text"), "left").drop(f"{rank}text")
    return joined.withColumn(rank, functions.coalesce(functions.col(rank), functions.lit(-1)))
