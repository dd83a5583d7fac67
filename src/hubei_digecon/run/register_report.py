"""Writes the records of a register that were not counted, as CSV or as Parquet, batch by batch."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from ..domain.reports import Period
from .writing import bits_of, write_lines, write_whole

if TYPE_CHECKING:
    from ..load.registers.tally import NotCountedRecord

COLUMNS = (
    "entity", "category", "period", "since", "record", "reason", "in_question", "reason_zh", "reason_en",
)  # fmt: skip
"""The columns of the report: for what a record was not counted, which it is, and why. A ``record`` is known
by its number in the register, counted from 1 without the headings."""

PARQUET = ".parquet"


class ReportNotWrittenError(OSError):
    """The report of a register cannot be written to its path; ``why`` is what was raised."""

    def __init__(self, path: str, why: OSError | ValueError) -> None:
        super().__init__(f"{path}: {why}")
        self.path, self.why = path, why


def write_register_report(batches: Iterator[list["NotCountedRecord"]], path: str, folder: str) -> None:
    """Write the records that were not counted to a file, which appears whole or not at all, or to a device.

    Args:
        batches: the records.
        path: the file; one that ends in ``.parquet`` is Parquet.
        folder: where the file is made.

    Raises:
        ReportNotWrittenError: where it cannot be written. An older file is then unchanged.
    """
    made = os.path.join(folder, "register-report")
    try:
        (_write_parquet if path.lower().endswith(PARQUET) else _write_csv)(batches, made)
        write_whole(bits_of(made), path)
    except (OSError, ValueError) as error:
        raise ReportNotWrittenError(path, error) from None


def _row(one: "NotCountedRecord") -> tuple[str, str, str, date | None, int, str, bool, str, str]:
    asked, why = one.asked, one.why
    end = asked.days.end
    period = str(Period(end.year) if end.month == 12 else Period(end.year, end.month))
    return (
        asked.entity, asked.indicator, period, asked.days.since, one.record, why.id, why.in_question,
        why.term.zh, why.term.en,
    )  # fmt: skip


def _write_csv(batches: Iterator[list["NotCountedRecord"]], made: str) -> None:
    from ..show.csv import cell_of, csv_line

    rows = (_row(one) for batch in batches for one in batch)
    write_lines(chain((csv_line(COLUMNS),), (csv_line(map(cell_of, row)) for row in rows)), made)


def _write_parquet(batches: Iterator[list["NotCountedRecord"]], made: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    text = pa.string()
    types = (text, text, text, pa.date32(), pa.int64(), text, pa.bool_(), text, text)
    schema = pa.schema(list(zip(COLUMNS, types, strict=True)))
    with pq.ParquetWriter(made, schema) as writer:
        for batch in batches:
            columns: Sequence[Sequence[object]] = list(zip(*map(_row, batch), strict=True)) or [()] * len(
                COLUMNS
            )
            arrays = [pa.array(column, type) for column, type in zip(columns, types, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
