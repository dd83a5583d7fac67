"""A table of Arrow, or a Parquet file or folder, opened: its columns, its rows batch by batch, its digest."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Any

import pyarrow
from pyarrow import parquet, types

from ....diagnostics import Diagnostic, SourceFile, diagnose
from ....domain.names import folded
from ....shapes.columns import TableColumn, are_headings, headings_of
from ....text import Text
from ...faults import SYNTAX, UNREADABLE, InputError
from ...readers import is_folder_of_table
from ...source import opened
from ...targets import TargetLibrary
from ...tree import NamedPoint, Scalar, place_of
from ..csv import NOT_READ
from ..heading import DUPLICATE_COLUMN, is_read, read_heading
from .diagnostics import NOT_EXACT
from .texts import DECIMALS, EXACT, numbers_of, texts_of, why_not_exact

ROW = "__digecon_row__"
"""The column with the number of each row in its table, counted from 0."""

_NUMBERS = pyarrow.field(ROW, pyarrow.int64())

SUFFIX = ".parquet"
BATCH = 20_000
"""Rows that are read at a time."""

_OF_PANDAS = "__index_level_"
"""How pandas calls an index that has no name: it is no column of ours."""


class TableColumns:
    """The columns of a table that are read, each with its number; and what is wrong with its headings.

    ``decimals`` is the number of the column that says how many decimals were reported, if there is one.
    """

    __slots__ = ("are_ours", "decimals", "faults", "read")

    def __init__(self, schema: Any, library: TargetLibrary) -> None:
        names = [str(name) for name in schema.names]
        plain = list(map(folded, names))
        self.are_ours = are_headings(names)
        self.decimals = plain.index(DECIMALS) if DECIMALS in plain else None
        beside = (ROW, DECIMALS, *NOT_READ, *(name for name in names if name.startswith(_OF_PANDAS)))
        heading = [_head(name, number) for number, name in enumerate(names)]
        columns, self.faults = read_heading(
            heading, headings_of(library.catalogue), computed=[folded(name) for name in beside]
        )
        self.read = [(number, column) for number, column in enumerate(columns) if column and is_read(column)]
        read = {number for number, _ in self.read}
        for number, name in enumerate(plain):
            if number not in read and (first := plain.index(name)) < number:
                place = place_of(heading[number])
                self.faults.append(diagnose(DUPLICATE_COLUMN, (), place, text=names[number], first=first + 1))
        self.faults.extend(self.not_exact(schema))

    @classmethod
    def of_table(cls, schema: Any, library: TargetLibrary) -> "TableColumns":
        """Return the columns of a table whose rows have no numbers yet."""
        return cls(schema.append(_NUMBERS), library)

    def not_exact(self, schema: Any, file: str = "") -> Iterator[Diagnostic]:
        """Return what is wrong with the types of the columns in a table, or in one ``file`` of it."""
        for number, column in self.read:
            name, kind = schema.names[number], schema.types[number]
            if why := why_not_exact(column, kind, self.decimals is not None):
                place = place_of(_head(name, number, file))
                yield diagnose(NOT_EXACT, (), place, text=name, type=str(kind), why=why)

    def number_of(self, column: TableColumn) -> int:
        """Return the number of a column that every table of reports has."""
        return next(number for number, one in self.read if one is column)


def _head(name: str, number: int, file: str = "") -> Scalar:
    cell, called = Scalar(name), f"{file}: column {name}" if file else f"column {name}"
    cell.start, cell.end = (NamedPoint(0, number + at, called) for at in (0, 1))
    return cell


class ArrowFile:
    """A table of Arrow that is open: its schema, and its rows in batches, each with its number.

    ``files`` are the names of the Parquet files that make it up, each with the number of its first row,
    where they are several. A column whose type is not the same in all of them is one of texts.
    """

    def __init__(
        self, schema: Any, rows: int, sha256: str, tables: Sequence[Any], names: Sequence[str] = ()
    ) -> None:
        self.schema, self.rows, self.sha256 = schema, rows, sha256
        self._tables = tables
        self.files = _numbered(names, tables) if len(names) > 1 else ()

    @property
    def numbered_schema(self) -> Any:
        """The schema of rows with their numbers."""
        return self.schema.append(_NUMBERS)

    def not_exact(self, columns: TableColumns) -> Iterator[Diagnostic]:
        """Return what is wrong with the types of the columns in files that have others than the table."""
        for (name, _), table in zip(self.files, self._tables, strict=False):
            if table.schema_arrow.types != self.schema.types:
                yield from columns.not_exact(table.schema_arrow, name)

    def batches(self, columns: TableColumns, chosen: Sequence[int] | None = None) -> Any:
        """Return the rows, batch by batch, as a reader of Arrow; of some columns only where they are chosen.

        The columns are called by their numbers, the last one is :data:`ROW`.
        """
        chosen = range(len(self.schema)) if chosen is None else chosen
        fields = [pyarrow.field(f"c{number}", _sorted_as(self.schema.types[number])) for number in chosen]
        schema = pyarrow.schema([*fields, _NUMBERS])
        return pyarrow.RecordBatchReader.from_batches(schema, self._numbered_batches(columns, schema, chosen))

    def _numbered_batches(self, columns: TableColumns, schema: Any, chosen: Sequence[int]) -> Iterator[Any]:
        row, names = 0, [self.schema.names[number] for number in chosen]
        for table in self._tables:
            for batch in _batches_of(table, names):
                cells = [
                    _of_type(
                        batch.column(name), kind, partial(_texts, columns, number, batch.column(name), batch)
                    )
                    for name, kind, number in zip(names, schema.types, chosen, strict=False)
                ]
                numbers = pyarrow.array(range(row, row + batch.num_rows), pyarrow.int64())
                yield pyarrow.record_batch([*cells, numbers], schema=schema)
                row += batch.num_rows


def _texts(columns: TableColumns, number: int, cells: Any, batch: Any) -> Sequence[str | None]:
    """Return the cells of a column as texts; those of one that is not read are nothing. A batch that has
    figures has all columns of its table, in their order.
    """
    if number == columns.decimals:
        return [None if one is None else str(one) for one in numbers_of(cells)]
    column = dict(columns.read).get(number)
    if column is None:
        return [None] * len(cells)
    has_decimals = column in EXACT and columns.decimals is not None
    return texts_of(column, cells, numbers_of(batch.column(columns.decimals)) if has_decimals else None)


def _sorted_as(kind: Any) -> Any:
    """Return the type by which a column is sorted: views of texts, which Polars has, are not taken by row."""
    if types.is_string_view(kind):
        return pyarrow.string()
    if types.is_list(kind) or types.is_large_list(kind):
        return pyarrow.list_(_sorted_as(kind.value_type))
    return kind


def _of_type(cells: Any, kind: Any, texts: Callable[[], Sequence[str | None]]) -> Any:
    """Return cells as a type, which is that of texts where they have another than the rest of the table."""
    if cells.type == kind:
        return cells
    if types.is_null(cells.type):
        return pyarrow.nulls(len(cells), kind)
    return pyarrow.array(texts(), kind) if types.is_string(kind) else cells.cast(kind)


def _batches_of(table: Any, names: Sequence[str]) -> Iterator[Any]:
    if isinstance(table, parquet.ParquetFile):
        yield from table.iter_batches(BATCH, columns=list(names))
    else:
        yield from table.select(list(names)).to_batches(BATCH)


def _numbered(names: Sequence[str], tables: Sequence[Any]) -> tuple[tuple[str, int], ...]:
    starts, row = [], 0
    for name, table in zip(names, tables, strict=True):
        starts.append((name, row))
        row += table.metadata.num_rows
    return tuple(starts)


def arrow_file(path: str, stack: ExitStack, digest: bool = True) -> ArrowFile:
    """Open the Parquet file at a path, or the files of a folder that make up one table, until ``stack`` ends;
    its digest is only made where it is asked for.

    Raises:
        InputError: where one of them cannot be opened, is no Parquet, or has other columns than the first.
    """
    names = _files_in(path) if is_folder_of_table(path) else (path,)
    tables, digests = [], []
    for name in names:
        file = stack.enter_context(os.fdopen(os.dup(stack.enter_context(opened(name))), "rb"))
        digests.append(hashlib.file_digest(file, "sha256").hexdigest() if digest else "")
        file.seek(0)
        tables.append(stack.enter_context(_parquet(path, file)))
    if not tables:
        raise InputError(SourceFile(path), (diagnose(UNREADABLE, why=_NO_FILES),))
    headings = tables[0].schema_arrow.names
    for name, table in zip(names, tables, strict=True):
        if table.schema_arrow.names != headings:
            raise _no_parquet(path, _OTHER_COLUMNS.format(file=os.path.basename(name)))
    kinds = zip(*(table.schema_arrow.types for table in tables), strict=True)
    schema = pyarrow.schema(list(zip(headings, map(_joint, kinds), strict=True)))
    listing = "".join(
        f"{digest}  {os.path.relpath(name, path)}\n" for name, digest in zip(names, digests, strict=True)
    )
    whole = digests[0] if names == (path,) else hashlib.sha256(listing.encode()).hexdigest()
    rows = sum(table.metadata.num_rows for table in tables)
    return ArrowFile(schema, rows, whole, tables, [os.path.relpath(name, path) for name in names])


def _joint(kinds: Sequence[Any]) -> Any:
    """Return the type of a column that has these in the files of a table: text where they differ."""
    held = dict.fromkeys(kind for kind in kinds if not types.is_null(kind))
    return pyarrow.string() if len(held) > 1 else next(iter(held), kinds[0])


_NO_FILES = Text("文件夹中没有Parquet文件", "there is no Parquet file in the folder")
_OTHER_COLUMNS = Text("{file}的列与第一个文件不同", "{file} has other columns than the first file")
_NO_PARQUET = Text("不是Parquet文件，或已损坏", "it is no Parquet, or is damaged")


def _files_in(folder: str) -> tuple[str, ...]:
    """Return the Parquet files of a folder and of those below it, in the order of names; hidden ones and
    what engines leave beside them are none.
    """
    found: list[str] = []
    for here, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith((".", "_")))
        found.extend(
            os.path.join(here, name)
            for name in sorted(files)
            if name.lower().endswith(SUFFIX) and not name.startswith((".", "_"))
        )
    return tuple(found)


def _parquet(path: str, file: Any) -> Any:
    try:
        return parquet.ParquetFile(file)
    except (pyarrow.ArrowException, OSError, ValueError):
        raise _no_parquet(path, _NO_PARQUET) from None


def _no_parquet(path: str, problem: Text) -> InputError:
    fault: Diagnostic = diagnose(SYNTAX, language="Parquet", problem=problem)
    return InputError(SourceFile(str(path)), (fault,))


def parquet_in(path: str, data: bytes) -> Any:
    """Return the table in the bytes of a Parquet file.

    Raises:
        InputError: where they are none.
    """
    try:
        return parquet.read_table(pyarrow.BufferReader(data))
    except (pyarrow.ArrowException, OSError, ValueError):
        raise _no_parquet(path, _NO_PARQUET) from None
