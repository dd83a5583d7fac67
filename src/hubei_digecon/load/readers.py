"""How each sort of file that holds reports is read: one row each, known by its suffix."""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic, SourceFile, remark
from ..extras import EXCEL_IN, Extra
from ..text import Text
from .document import Document, parsed, read_document
from .faults import NEEDS_EXTRA, InputError
from .source import STANDARD_INPUT, bounded, decoded, read_bytes
from .targets import TargetLibrary


class Reader(NamedTuple):
    """A sort of file; ``table`` is the module that reads it, where it is a table of cells, which can hold
    many reports. Without one it holds one report, read as YAML or JSON.

    ``named`` are suffixes by which a file is read only if it is named, not where a folder holds it;
    ``extra`` is what must be installed.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: Text
    table: str | None = None
    named: tuple[str, ...] = ()
    extra: Extra | None = None

    def read(self, path: str, library: TargetLibrary) -> Sequence[Document | InputError]:
        """Return the reports of the file at ``path``; an error stands where one cannot be relied on.

        Raises:
            InputError: where nothing of the file can be read, or what that needs is not installed.
        """
        if self.extra and self.extra.missing:
            raise InputError(SourceFile(path), (_not_installed(self.extra),))
        if self.table is None:
            return (read_document(path),)
        read: Sequence[Document | InputError] = _table(self.table).read_table(path, library)
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
            extra=EXCEL_IN,
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
    lower = path.lower()
    for reader in READERS.values():
        if lower.endswith((*reader.suffixes, *reader.named)):
            return reader
    return READERS["yaml"]


def read_documents(path: str, library: TargetLibrary) -> Sequence[Document | InputError]:
    """Return the reports of one file, or of standard input for ``-``; see :meth:`Reader.read`.

    Raises:
        InputError: where nothing of the file can be read.
    """
    if path != STANDARD_INPUT:
        return reader_of(path).read(path, library)
    return _piped(library)


def _piped(library: TargetLibrary) -> Sequence[Document | InputError]:
    """Return the reports of standard input, told by what it holds: a table, or else YAML or JSON."""
    csv = _table("csv")
    data = read_bytes(STANDARD_INPUT, csv.MAX_BYTES)
    with suppress(InputError):
        source, said = csv.decoded_table(STANDARD_INPUT, data)
        if csv.begins_table(source):
            read: Sequence[Document | InputError] = csv.tabled(source, library, said)
            return read
    return (parsed(decoded(STANDARD_INPUT, bounded(STANDARD_INPUT, data))),)


def _not_installed(extra: Extra) -> Diagnostic:
    return remark(NEEDS_EXTRA, modules=", ".join(extra.missing), command=extra.command)


def _table(name: str) -> Any:
    return import_module(f".tables.{name}", __package__)
