"""Some whole reports as Arrow has them → reports without places, in a third of the time: for a run that shows
nothing of them but what they come to, and finds the place of what it tells when it tells it.

What is not plain is read as any table is, report by report: figures given twice, cells that differ, lists.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from ....diagnostics import Diagnostic, Path, Place, SourceFile
from ....domain.reports import Report
from ....shapes.columns import INDICATOR, SCOPE, SIGNED, VALUE, ColumnLevel, TableColumn
from ...document import Document, listed
from ...faults import InputError, RefusedInput
from ...source import Source
from ...targets import TargetLibrary
from ...tree import find
from ..grouping import KnownNames, known_names
from .files import TableColumns
from .parts import NO_TEXT, documents_in, opened_part, rows_of_reports
from .texts import texts_of

Tree = dict[str, Any]
ReadTree = Callable[[SourceFile, Tree], Report | None]
"""Reads a plain tree; ``None`` where there is anything to say of it."""

ReadDocument = Callable[[Document], Report | RefusedInput]


def reports_in_part(
    path: str, data: bytes, library: TargetLibrary, read_tree: ReadTree, read_document: ReadDocument
) -> list[Report | RefusedInput] | None:
    """Return the reports of a part; ``None`` where it is no table of reports, or has a character that no text
    has.
    """
    try:
        source, table = opened_part(path, data)
    except InputError:
        return None
    columns = TableColumns(table.schema, library)
    if columns.faults or not columns.are_ours or not table.num_rows:
        return None
    cells = _PlainCells(table, columns, known_names(library))
    if cells.has_no_text:
        return None
    read: list[Report | RefusedInput] = []
    lost: list[Diagnostic] = []
    for rows, _ in rows_of_reports(table, columns, known_names(library)):
        documents = partial(_documents, source, table, rows, columns, library)
        tree = cells.tree(rows)
        file = SourceFile(source.path, source.sha256, partial(_find_later, documents))
        report = read_tree(file, tree) if tree else None
        if report:
            read.append(report)
            continue
        for one in documents():
            if isinstance(one, RefusedInput):
                lost.extend(one.faults)
            else:
                read.append(read_document(one))
    if lost:
        read.append(RefusedInput(SourceFile(source.path, source.sha256), listed(tuple(lost))))
    return read


def _documents(
    source: Source, table: Any, rows: Sequence[int], columns: TableColumns, library: TargetLibrary
) -> list[Document | RefusedInput]:
    return documents_in(source, table.take(rows), columns, library)


def _find_later(documents: Callable[[], list[Document | RefusedInput]], at: Path) -> Place | None:
    (document,) = documents()
    assert isinstance(document, Document)
    return find(document.root, at)


class _PlainCells:
    """The texts of some rows, column by column, ``None`` where nothing stands."""

    def __init__(self, table: Any, columns: TableColumns, names: KnownNames) -> None:
        self.names = names
        decimals = None if columns.decimals is None else table.column(columns.decimals).to_pylist()
        texts = {
            column: [
                None if not text or text.isspace() else text
                for text in texts_of(column, table.column(number), decimals)
            ]
            for number, column in columns.read
        }
        self.texts = texts
        joined = ("".join(filter(None, one)) for one in texts.values())
        self.has_no_text = any(not one.isprintable() and NO_TEXT.search(one) for one in joined)
        self.of_report = _of(ColumnLevel.REPORT, texts)
        self.of_item = _of(ColumnLevel.ITEM, texts)
        self.of_observation = [one for one in _of(ColumnLevel.OBSERVATION, texts) if one[0] is not INDICATOR]

    def tree(self, rows: Sequence[int]) -> Tree | None:
        """Return the tree of the report that rows make up; ``None`` where they are not plain."""
        root: Tree = {}
        for column, texts in self.of_report:
            first = texts[rows[0]]
            if any(texts[row] != first for row in rows):
                return None
            if first is not None or column in SIGNED:
                _put(root, column.path, first)
        observations = root["observations"] = {}
        for row in rows:
            id = self.names.indicator(self.texts[INDICATOR][row] or "")
            if not id or id in observations or any(texts[row] is not None for _, texts in self.of_item):
                return None
            observations[id] = self._observation(id, row)
        return root

    def _observation(self, id: str, row: int) -> Tree | None:
        node: Tree = {}
        for column, texts in self.of_observation:
            text = texts[row]
            if text is None:
                continue
            if column is VALUE and (kind := self.names.kind(id)):
                node[kind.value_key] = text
            elif column is SCOPE:
                node["scope"] = self.names.scope_of(text)
            else:
                _put(node, column.path, _lines(text) if column.listed else text)
        return node


def _of(level: ColumnLevel, texts: dict[TableColumn, Any]) -> list[tuple[TableColumn, Any]]:
    return [(column, cells) for column, cells in texts.items() if column.level is level]


def _put(node: Tree, path: Sequence[str], value: Any) -> None:
    for step in path[:-1]:
        node = node.setdefault(step, {})
    node[path[-1]] = value


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
