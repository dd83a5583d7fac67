"""Parquet read back by DuckDB, which did not write it: its columns with their types, and its rows."""

import json
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
from pyarrow import parquet as pyarrow_parquet

from hubei_digecon.domain.outcomes import Outcome, Verdict

from .reader_checks import UnreadableError, holds

_OUTCOMES = {None, *(one.id for one in Outcome)}
_VERDICTS = {None, *(one.id for one in Verdict)}


@dataclass(frozen=True, slots=True)
class Rows:
    """What a Parquet file holds."""

    types: dict[str, str]
    rows: list[dict[str, Any]]

    @property
    def outline(self) -> str:
        """The columns with their types, and of each row what stands in it, for golden files."""
        types = [f"{name}: {kind}" for name, kind in self.types.items()]
        filled = ({name: one for name, one in row.items() if one is not None} for row in self.rows)
        rows = [json.dumps(row, ensure_ascii=False, default=str) for row in filled]
        return "\n".join((*types, "", *rows, ""))


def parquet(data: bytes) -> Rows:
    """Read the bytes of a Parquet file; exact numbers stand in decimals as they do in texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.parquet"
        path.write_bytes(data)
        try:
            read = duckdb.read_parquet(str(path))
            types = dict(zip(read.columns, map(str, read.types), strict=True))
            rows = [dict(zip(read.columns, row, strict=True)) for row in read.fetchall()]
        except duckdb.Error as error:
            raise UnreadableError(str(error)) from None
    for name in types:
        for row in rows if f"{name}_decimal" in types else ():
            decimal = row[f"{name}_decimal"]
            holds(decimal is None or decimal == Decimal(row[name] or ""), f"{name} is not exact")
    for row in rows:
        holds(row.get("outcome") in _OUTCOMES, "an outcome that there is not")
        holds(row.get("verdict") in _VERDICTS, "a verdict that there is not")
    return Rows(types, rows)


def changed(data: bytes, old: str, new: str) -> bytes:
    """Return a Parquet file in which a text is replaced in the first cell that has it, and there is one."""
    table = pyarrow_parquet.read_table(pyarrow.BufferReader(data))
    cells = {name: table.column(name).to_pylist() for name in table.schema.names}
    name = next(name for name, column in cells.items() if old in column)
    cells[name][cells[name].index(old)] = new
    table = pyarrow.table(cells, schema=table.schema)
    sink = BytesIO()
    pyarrow_parquet.write_table(table, sink)
    return sink.getvalue()
