"""The rows of one report as Arrow has them → the tree that CSV gives, without places.

What is not plain has to be read with places: figures given twice, cells that differ, lists of items.
"""

from collections.abc import Sequence
from typing import Any

from ....shapes.columns import ENTITY, INDICATOR, PERIOD, SCOPE, SIGNED, VALUE, ColumnLevel, TableColumn
from ..grouping import MOST_ROWS, KnownNames
from .files import TableColumns
from .texts import NOT_IN_TEXTS, numbers_of, texts_of

Tree = dict[str, Any]


class PlainCells:
    """The texts of some rows, column by column, ``None`` where nothing stands."""

    def __init__(self, table: Any, columns: TableColumns, names: KnownNames) -> None:
        self.names = names
        decimals = None if columns.decimals is None else numbers_of(table.column(columns.decimals))
        texts = {
            column: [
                None if not text or text.isspace() else text
                for text in texts_of(column, table.column(number), decimals)
            ]
            for number, column in columns.read
        }
        self.texts = texts
        joined = ("".join(filter(None, one)) for one in texts.values())
        self.has_no_text = any(not one.isprintable() and NOT_IN_TEXTS.search(one) for one in joined)
        self.of_report = _of(ColumnLevel.REPORT, texts)
        self.of_item = _of(ColumnLevel.ITEM, texts)
        self.of_observation = [one for one in _of(ColumnLevel.OBSERVATION, texts) if one[0] is not INDICATOR]

    def tree(self, rows: Sequence[int]) -> Tree | None:
        """Return the tree of the report that rows make up; ``None`` where they are not plain."""
        is_named = self.texts[ENTITY][rows[0]] and self.texts[PERIOD][rows[0]]
        if not is_named or self.has_no_text or len(rows) > MOST_ROWS:
            return None
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
            elif len(column.path) == 1 and not column.listed:
                node[column.path[0]] = text
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
