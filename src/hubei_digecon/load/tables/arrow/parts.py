"""Some whole reports as Arrow has them → the same trees as CSV gives, whose cells know row and column."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from itertools import repeat
from typing import Any

import pyarrow

from ....diagnostics import Diagnostic, SourceFile, diagnose
from ....shapes.columns import ENTITY, INDICATOR, PERIOD, REVISION, SIGNED, TableColumn
from ....text import Text
from ...document import Document, LatePlaces, listed
from ...faults import EMPTY, SYNTAX, TOO_MANY_VALUES, InputError, RefusedInput
from ...readers import PARQUET
from ...source import Source
from ...targets import TargetLibrary
from ...tree import Mapping, NamedPoint, Point, Scalar, TreePlaces, place_of
from ..csv import is_result_heading
from ..grouping import MOST_ROWS, FaultyRow, KnownNames, Row, grouped, known_names
from .files import ROW, TableColumns, parquet_in
from .packing import digest_of, files_of, unpacked
from .plain import PlainCells
from .texts import NOT_IN_TEXTS, numbers_of, texts_of

_IN_DECIMALS = "_decimal"
"""How the column of decimals beside that of an exact number is called in results."""

_OPEN = 4
"""How many parts are kept open of which reports are read again one by one: a place stands in few of them."""

_CONTROL = Text("不允许的字符U+{code}", "the character U+{code} is not allowed")


class PlacedCell(Scalar):
    """A cell of a table that is no text: it stands in a row, counted from 0, under a heading of ``table``."""

    __slots__ = ("column", "row", "table")

    row: int
    column: int
    table: "TableNames"

    def __reduce__(self) -> tuple[Any, ...]:
        return str, (str(self),)  # its place is of no use elsewhere, where the table is not

    @property
    def start(self) -> NamedPoint:  # type: ignore[override]
        """Where it begins."""
        return NamedPoint(self.row, self.column, self.table.place(self.row, self.column))

    @property
    def end(self) -> NamedPoint:  # type: ignore[override]
        """Where it ends."""
        return NamedPoint(self.row, self.column + 1, self.table.place(self.row, self.column))


class TableNames:
    """What places in a table are called: by row and heading; where it is in several files, each has its own
    rows.
    """

    __slots__ = ("files", "headings")

    def __init__(self, table: Any) -> None:
        self.headings: list[str] = table.schema.names
        self.files = files_of(table)

    def place(self, row: int, column: int) -> str:
        """Return what a cell is called; row and column are counted from 0."""
        heading, at = self.headings[column], row
        if not self.files:
            return f"row {at + 1}, {heading}"
        name, first = self.files[bisect_right(self.files, row, key=_first_row) - 1]
        return f"{name}: row {row - first + 1}, {heading}"


def _first_row(file: tuple[str, int]) -> int:
    return file[1]


def read_table(path: str, data: bytes, library: TargetLibrary) -> list[Document | RefusedInput]:
    """Read the reports in some rows of a table of Arrow, or in the bytes of a Parquet file; what cannot be
    said to belong to one of them is a :class:`~hubei_digecon.load.faults.RefusedInput` in their place.

    Raises:
        InputError: where nothing of it can be read as a table of reports.
    """
    source, table = opened_part(path, data)
    columns = TableColumns(table.schema, library)
    if _are_of_result(table.schema.names):
        return [Document(source, _nothing(), (), sort="result")]
    if not columns.are_ours:
        return [Document(source, _nothing(), (), sort="table")]
    file = SourceFile(source.path, source.sha256)
    if columns.faults:
        raise InputError(file, listed(tuple(columns.faults)))
    if not table.num_rows:
        raise InputError(file, (diagnose(EMPTY),))
    return _read_rows(source, table, columns, library)


def _read_rows(
    source: Source, table: Any, columns: TableColumns, library: TargetLibrary
) -> list[Document | RefusedInput]:
    """Return the reports in rows, without places where they are plain: these are found when somebody asks."""
    known = known_names(library)
    cells = PlainCells(table, columns, known)
    read: list[Document | RefusedInput] = []
    lost: list[Diagnostic] = []
    for rows, _ in rows_of_reports(table, columns, known):
        placed = partial(_documents, source, table, rows, columns, library)
        if tree := cells.tree(rows):
            places = _PlacesOfRows(partial(_only, placed))
            read.append(Document(source, tree, (), is_headed=True, found_by=places))
            continue
        for one in placed():
            if isinstance(one, RefusedInput):
                lost.extend(one.faults)
            else:
                read.append(one)
    if lost:
        read.append(RefusedInput(SourceFile(source.path, source.sha256), listed(tuple(lost))))
    return read


def _are_of_result(names: Sequence[str]) -> bool:
    """Whether columns are those of a result, which are those in CSV, some of them as decimals too."""
    beside = {ROW, *(f"{name}{_IN_DECIMALS}" for name in names)}
    return is_result_heading(",".join(name for name in names if name not in beside))


class _PlacesOfRows(LatePlaces):
    """The places of a report whose rows are at hand in this process."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Send it without the rows: what is said of a report that is sent has its place already."""
        return TreePlaces, ({},)


def _documents(
    source: Source, table: Any, rows: Sequence[int], columns: TableColumns, library: TargetLibrary
) -> list[Document | RefusedInput]:
    return documents_in(source, table.take(rows), columns, library)


def _only(placed: Callable[[], list[Document | RefusedInput]]) -> Document:
    """Return the one report that plain rows are of."""
    (document,) = placed()
    assert isinstance(document, Document)
    return document


def opened_part(path: str, data: bytes) -> tuple[Source, Any]:
    """Return the rows in the bytes of a part, or of a Parquet file, each with its number; and their source.

    Raises:
        InputError: where they are none.
    """
    table = parquet_in(path, data) if data.startswith(PARQUET) else unpacked(data)
    if data.startswith(PARQUET) or table.schema.names[-1:] != [ROW]:
        table = table.append_column(ROW, pyarrow.array(range(table.num_rows), pyarrow.int64()))
    source = Source(str(path), "", digest_of(table) or sha256(data).hexdigest())
    source.lines = []  # rows are no lines of a text
    return source, table


def documents_in(
    source: Source, table: Any, columns: TableColumns, library: TargetLibrary
) -> list[Document | RefusedInput]:
    """Return the reports in rows with their numbers, whose columns are known to be those of reports."""
    groups, lost = grouped(_rows(table, columns), library)
    read: list[Document | RefusedInput] = []
    for group in groups:
        faults = tuple(group.faults)
        if group.rows > MOST_ROWS:
            faults = (*faults, diagnose(TOO_MANY_VALUES, limit=MOST_ROWS))
        read.append(Document(source, group.root, faults, is_headed=True))
    if lost:
        read.append(RefusedInput(SourceFile(source.path, source.sha256), listed(tuple(lost))))
    return read


def read_one(path: str, data: bytes, library: TargetLibrary, number: int) -> Document | RefusedInput:
    """Return one of the reports that :func:`read_table` returns, without reading the others.

    Raises:
        InputError: where nothing of it can be read as a table of reports.
    """
    source, table, columns, reports = _sorted_part(path, data, library)
    for rows, submissions in reports:
        if number < submissions:
            return _read_rows(source, table.take(rows), columns, library)[number]
        number -= submissions
    raise IndexError(number)


@lru_cache(_OPEN)
def _sorted_part(
    path: str, data: bytes, library: TargetLibrary
) -> tuple[Source, Any, TableColumns, list[tuple[list[int], int]]]:
    """Return an opened part, its columns, and which of its rows are of which report."""
    source, table = opened_part(path, data)
    columns = TableColumns(table.schema, library)
    return source, table, columns, rows_of_reports(table, columns, known_names(library))


def rows_of_reports(table: Any, columns: TableColumns, names: KnownNames) -> list[tuple[list[int], int]]:
    """Return the rows of each place and period with how many submissions they are of, at last those of which
    nobody can tell whose they are.
    """
    texts = {
        column: texts_of(column, table.column(number)) for number, column in columns.read if column in _HEADS
    }
    places = _meanings(texts[ENTITY], names.place_of)
    periods = _meanings(texts[PERIOD], PERIOD.meaning)
    indicators = _meanings(texts[INDICATOR], str)
    revisions = _meanings(texts.get(REVISION, ()), REVISION.meaning)
    said = map(revisions.get, texts.get(REVISION) or repeat(None))
    found: dict[tuple[str, str], list[int]] = {}
    stated: dict[tuple[str, str], set[str]] = {}
    lost: list[int] = []
    heads = zip(texts[ENTITY], texts[PERIOD], texts[INDICATOR], said, strict=False)
    for row, (entity, period, indicator, revision) in enumerate(heads):
        place, of, indicated = places.get(entity), periods.get(period), indicators.get(indicator)
        if place is None or of is None or indicated is None:
            lost.append(row)
            continue
        found.setdefault((place, of), []).append(row)
        if revision is not None:
            stated.setdefault((place, of), set()).add(revision)
    every = [(rows, len(stated.get(key, "1"))) for key, rows in found.items()]
    return [*every, (lost, 1)] if lost else every


def _meanings(texts: Iterable[str | None], meaning: Callable[[str], str]) -> dict[str | None, str]:
    """Return what each text that says something means."""
    return {text: meaning(text) for text in set(texts) if text and not text.isspace()}


_HEADS = (ENTITY, PERIOD, INDICATOR, REVISION)


def _nothing() -> Mapping:
    root = Mapping()
    root.start = root.end = Point(0, 0)
    return root


def _rows(table: Any, columns: TableColumns) -> list[Row]:
    """Return the cells of each row that hold something, by their columns."""
    numbers, names = table.column(ROW).to_pylist(), TableNames(table)
    rows: list[dict[TableColumn, Scalar]] = [{} for _ in numbers]
    faults: dict[int, list[Diagnostic]] = {}
    decimals = None if columns.decimals is None else numbers_of(table.column(columns.decimals))
    for at, column in columns.read:
        texts = texts_of(column, table.column(at), decimals)
        is_signed = column in SIGNED
        for index, text in enumerate(texts):
            if not text or text.isspace():
                if not is_signed:
                    continue
                text = text or ""
            cell = PlacedCell(text)
            cell.row, cell.column, cell.table = numbers[index], at, names
            rows[index][column] = cell
            if not text.isprintable() and (refused := NOT_IN_TEXTS.search(text)):
                faults.setdefault(index, []).append(_refused(cell, refused.group()))
    rows = [row if any(map(str.strip, row.values())) else {} for row in rows]
    return [FaultyRow(row, faults[index]) if index in faults else row for index, row in enumerate(rows)]


def _refused(cell: Scalar, character: str) -> Diagnostic:
    problem = _CONTROL.format(code=f"{ord(character):04X}")
    return diagnose(SYNTAX, (), place_of(cell), language="Parquet", problem=problem)
