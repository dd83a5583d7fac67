"""How each sort of file that holds reports is read: one row each, known by its suffix."""

import os
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

from ..diagnostics import Diagnostic, SourceFile, diagnose
from ..diagnostics.extras import TABLE, Extra
from ..records import NamedTuple
from ..text import Text
from .document import Document, parsed
from .faults import NEEDS_EXTRA, InputError, RefusedInput, refused_by
from .source import MAX_BYTES, MAX_TABLE_BYTES, STANDARD_INPUT, HeldFile, bounded, decoded, read_bytes
from .targets import TargetLibrary


class Reader(NamedTuple):
    """A sort of file; ``table`` is the module that reads it, where it is a table of cells, which can hold
    many reports. Without one it holds one report, read as YAML or JSON.

    ``named`` are suffixes by which a file is read only if it is named, not where a folder holds it;
    ``extra`` is what must be installed. ``by_one``: its module reads one of many reports without the others.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: Text
    table: str | None = None
    named: tuple[str, ...] = ()
    extra: Extra | None = None
    by_one: bool = False

    @property
    def most(self) -> int:
        """How many bytes such a file may have."""
        return MAX_BYTES if self.table is None else MAX_TABLE_BYTES

    def documents(self, path: str, data: bytes, library: TargetLibrary) -> Sequence[Document | RefusedInput]:
        """Return the reports in the bytes of the file at ``path``; one that cannot be relied on is refused.

        Raises:
            InputError: where nothing of the file can be read.
        """
        if self.table is None:
            return (parsed(decoded(path, data)),)
        read: Sequence[Document | RefusedInput] = _table(self.table).read_table(path, data, library)
        return read

    def document(
        self, path: str, data: bytes, library: TargetLibrary, number: int
    ) -> Document | RefusedInput:
        """Return one of the reports that :meth:`documents` returns.

        Raises:
            InputError: where nothing of the file can be read.
        """
        if not self.by_one:
            return self.documents(path, data, library)[number]
        read: Document | RefusedInput = _table(self.table or "").read_one(path, data, library, number)
        return read


READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        Reader("yaml", (".yaml", ".yml"), Text("YAML，每个文件一份报告", "YAML, a report a file")),
        Reader("json", (".json",), Text("JSON，每个文件一份报告", "JSON, a report a file")),
        Reader(
            "csv",
            (".csv",),
            Text("CSV，每行一项指标，可有多份报告", "CSV, a row an observation, for one report or many"),
            table="csv",
            named=(".tsv", ".tab"),
        ),
        Reader(
            "xlsx",
            (".xlsx",),
            Text(
                "Excel工作簿（填报表），每个文件一份报告", "a workbook that is a filled form, a report a file"
            ),
            table="workbook",
            named=(".xlsm", ".xls"),
        ),
        Reader(
            "parquet",
            (".parquet",),
            Text(
                "Parquet文件或文件夹，每行一项指标，可有千万行",
                "Parquet, a file or a folder of files, a row an observation, tens of millions of them",
            ),
            table="arrow.parts",
            extra=TABLE,
            by_one=True,
        ),
    )
}
"""The sorts of files that hold reports."""

SUFFIXES = tuple(suffix for reader in READERS.values() for suffix in reader.suffixes)
"""The suffixes of files that a folder is searched for."""

NAMED_SUFFIXES = tuple(suffix for reader in READERS.values() for suffix in reader.named)
"""The suffixes of files that are read only where they are named."""


def reader_of(path: str) -> Reader:
    """Return how the file at ``path`` is read; one of no suffix that is known is taken for YAML."""
    if isinstance(path, HeldFile):
        return READERS[path.reader]
    lower = path.lower()
    for reader in READERS.values():
        if lower.endswith((*reader.suffixes, *reader.named)):
            return reader
    return READERS["yaml"]


PARQUET = b"PAR1"
"""How Parquet begins."""


def is_folder_of_table(path: str) -> bool:
    """Whether a path is a folder of Parquet files that make up one table, as engines write it."""
    suffixes = READERS["parquet"].suffixes
    return path.rstrip("/\\").lower().endswith(suffixes) and os.path.isdir(path)


def read_file(path: str) -> bytes | RefusedInput:
    """Return the bytes of one file that holds reports, or of standard input for ``-``; refuse it where what
    reading it needs is not installed.
    """
    try:
        if is_told_by_content(path):
            return read_bytes(path, MAX_TABLE_BYTES)
        reader = reader_of(path)
        if reader.extra and reader.extra.missing:
            return RefusedInput(SourceFile(path), (_not_installed(reader.extra),))
        return read_bytes(path, reader.most)
    except InputError as error:
        return refused_by(error)


def documents_in(
    path: str, data: bytes, library: TargetLibrary
) -> Sequence[Document | RefusedInput] | RefusedInput:
    """Return the reports in the bytes of one file, or of standard input for ``-``; one that cannot be relied
    on is refused, and so is the file where nothing of it can be read.
    """
    try:
        if is_told_by_content(path):
            return _piped(path, data, library)
        return reader_of(path).documents(path, data, library)
    except InputError as error:
        return refused_by(error)


def is_told_by_content(path: str) -> bool:
    """Whether nothing but its bytes tells what sort of file it is."""
    return path == STANDARD_INPUT or (isinstance(path, HeldFile) and not path.reader)


def _piped(path: str, data: bytes, library: TargetLibrary) -> Sequence[Document | RefusedInput]:
    """Return the reports of what has no suffix, told by what it holds: a table, or else YAML or JSON."""
    if data.startswith(PARQUET):
        return READERS["parquet"].documents(path, data, library)
    csv = _table("csv")
    with suppress(InputError):
        source, said = csv.decoded_table(path, data)
        if csv.begins_table(source):
            read: Sequence[Document | RefusedInput] = csv.tabled(source, library, said)
            return read
    return (parsed(decoded(path, bounded(path, data))),)


def _not_installed(extra: Extra) -> Diagnostic:
    return diagnose(NEEDS_EXTRA, modules=Text.listed(extra.missing), command=extra.command)


def _table(name: str) -> Any:
    return import_module(f".tables.{name}", __package__)
