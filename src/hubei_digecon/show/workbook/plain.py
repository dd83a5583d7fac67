"""Rows of sheets as plain values, as they stand in cells: so another process can make them."""

from collections.abc import Callable, Sequence
from typing import Any

from ..document import AnyTable, Column, Value
from ..view import View
from .printed import Block

Values = list[Value]
"""The values of a row, one a column."""


def plain_rows(table: AnyTable, view: View) -> list[Values]:
    """Return the rows of a table as plain values."""
    return [_values(row, table.columns, view) for row in table.rows]


def plain_block(block: Block, columns: Sequence[Column[Any]], view: View) -> Block:
    """Return a block of a printed sheet with plain values in place of its rows."""
    return block._replace(rows=[_values(row, columns, view) for row in block.rows])


def of_plain(table: AnyTable) -> AnyTable:
    """Return a table for rows of plain values."""
    return table._replace(columns=of_plain_columns(table.columns))


def of_plain_columns(columns: Sequence[Column[Any]]) -> tuple[Column[Any], ...]:
    """Return columns that take their value out of plain ones, by their place."""
    return tuple(column._replace(value=_at(at)) for at, column in enumerate(columns))


def _values(row: Any, columns: Sequence[Column[Any]], view: View) -> Values:
    return [column.value(row, view) for column in columns]


def _at(at: int) -> Callable[[Values, View], Value]:
    return lambda values, _view: values[at]
