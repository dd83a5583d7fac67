"""What a sheet is made of: columns that say what stands in them, and rows that they are asked about."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from ...text import Text
from ..view import View

Row = TypeVar("Row")


class Number(NamedTuple):
    """A number by its digits, which are stored as they are, and the number format that shows it."""

    digits: str
    format: str


Value = str | int | Number | datetime.date | None
"""What stands in a cell; nothing for ``None`` and for an empty text."""

Marks = Mapping[str, str]
"""The texts of a column that are coloured, and like which outcome."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, what stands in it for a row, and the texts that are coloured.

    ``most`` is how wide it gets at most, in columns of a terminal. In print ``begins_page`` sets it and
    what follows on a page of their own.
    """

    id: str
    heading: Text
    cell: Callable[[Row, View], Value]
    marks: Callable[[View], Marks] | None = None
    most: int = 24
    begins_page: bool = False


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """A sheet: one row of headings and the rows below it. ``repeated`` columns are printed on every page."""

    title: Text
    columns: tuple[Column[Row], ...]
    rows: Iterable[Row]
    repeated: int = 0
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: what is printed above every page, the day it is of, and its sheets."""

    title: Text
    day: datetime.date
    sheets: tuple[Sheet, ...] = field(default_factory=tuple)  # type: ignore[type-arg]
