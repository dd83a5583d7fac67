"""One sheet of the form → its rows, each with its cells by their column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from ....diagnostics import Place, diagnose
from ....domain.names import folded
from ....shapes.columns import BY_HEADING, ENTITY, INDICATOR, PERIOD, UNIT, VALUE, TableColumn
from ....text import Text
from ...tree import MAX_FAULTS, Scalar
from ..grouping import NO_ROW_HEAD, Row
from ..heading import is_read, read_heading, under
from .cells import At, Held, Range
from .diagnostics import HIDDEN, MERGED, NO_HEADINGS
from .layout import COMPUTED, COVER, DOCUMENTS, INDICATORS, ITEMS, FormSheet, label
from .sheets import SheetRead, filled_rows
from .values import SheetCells

MOST_ABOVE = 30
"""Rows among which the headings are looked for."""

MOST_ROWS = 1_048_576
"""The most rows of a sheet."""

MOST_COLUMNS = 256
"""Columns that can have a heading."""

_AT_LEAST = 2
_ROW, _COLUMN, _SHEET = (
    Text("第{row}行是隐藏的", "row {row} is hidden"),
    Text("{name}列是隐藏的", "column {name} is hidden"),
    Text("整张工作表是隐藏的", "the sheet is hidden"),
)


def sheet_meant(sheet: SheetRead) -> FormSheet | None:
    """Return which sheet of the form this is by what it holds, its name aside; ``None`` where it is none."""
    known = [
        {label(held.text) or BY_HEADING.get(folded(held.text)) for held in cells.values()}
        for row, cells in filled_rows(sheet)
        if row < MOST_ABOVE
    ]
    if {ENTITY, PERIOD} <= set().union(*known):
        return COVER
    return INDICATORS if any({INDICATOR, VALUE} <= row for row in known) else None


def lists_of(sheet: SheetRead) -> Iterator[SheetRead]:
    """Return the lists that stand on a sheet one below the other, each with the name of its count above it;
    of one alone, the sheet itself.
    """
    starts = [row for row, held in filled_rows(sheet) if _names_indicator(held)]
    above = {row: held for row, held in sheet.rows.items() if starts and row < starts[0]}
    if heading_row(replace(sheet, rows=above)) is None:  # else a list stands there without a name
        starts = starts[1:]
    for first, after in pairwise((0, *starts, MOST_ROWS)):
        rows = {row: held for row, held in sheet.rows.items() if first <= row < after}
        merged = [block for block in sheet.merged if first <= block.first.row < after]
        yield replace(sheet, rows=rows, merged=merged)


def _names_indicator(held: Mapping[int, Held]) -> bool:
    """Whether a row tells of which count the list below it is, and is no row of headings."""
    known = [BY_HEADING.get(folded(one.text)) for one in held.values()]
    return label(next(iter(held.values())).text) is INDICATOR and known.count(None) == len(known) - 1


def heading_row(sheet: SheetRead, headings: Mapping[str, TableColumn] = BY_HEADING) -> int | None:
    """Return the row of a sheet that holds its headings: the first with at least two that are known."""
    first = min(sheet.rows, default=0)
    for row, cells in filled_rows(sheet):
        if row >= first + MOST_ABOVE:
            return None
        known = {headings.get(folded(held.text)) for held in cells.values()} - {None}
        if len(known) >= _AT_LEAST:
            return row
    return None


def table_of(
    cells: SheetCells, known: FormSheet, needed: Sequence[TableColumn], headings: Mapping[str, TableColumn]
) -> list[Row]:
    """Return the rows of a sheet of the form below its headings, of which some are ``needed``; ``headings``
    are the columns by all that are known.
    """
    sheet = cells.sheet
    top = heading_row(sheet, headings if known is DOCUMENTS else BY_HEADING)
    if top is None:
        place = Place(1, 1, sheet=sheet.name)
        cells.faults.append(diagnose(NO_HEADINGS, (), place, name=sheet.name, first=needed[0].heading))
        return []
    columns, faults = read_heading(_headings(cells, top), headings, needed, COMPUTED)
    cells.faults.extend(faults)
    rows = [row for at in sorted(sheet.rows) if at > top and (row := _row(cells, at, columns))]
    read = [index for index, column in enumerate(columns) if is_read(column)]
    tell_merged(cells, top + 1, read)
    tell_hidden(cells, top + 1, read)
    return _of_indicator(cells, top, rows) if known is ITEMS and rows else rows


def _of_indicator(cells: SheetCells, top: int, rows: Sequence[Row]) -> list[Row]:
    """Return rows of items, each with the indicator that their sheet names above its headings."""
    for row, held in filled_rows(cells.sheet):
        for column, one in held.items():
            found = value_beside(cells, row, column) if row < top and label(one.text) is INDICATOR else None
            indicator = cells.read(*found) if found else None
            if indicator is not None:
                return [{INDICATOR: indicator, **each} for each in rows]
    place = Place(1, 1, sheet=cells.sheet.name)
    cells.faults.append(diagnose(NO_ROW_HEAD, (), place, heading=INDICATOR.heading))
    return []


def value_beside(cells: SheetCells, row: int, column: int) -> tuple[At, Held] | None:
    """Return the first cell to the right of a label that holds something, up to the next label."""
    for beside, held in sorted(cells.sheet.rows[row].items()):
        if beside > column:
            return None if label(held.text) else (At(row, beside), held)
    return None


def _headings(cells: SheetCells, row: int) -> list[Scalar]:
    """Return the cells of the row of headings from the left, those that hold nothing too."""
    held = cells.sheet.rows[row]
    last = min(max(held), MOST_COLUMNS - 1)
    blank = Held("s", "")
    return [cells.words(At(row, column), held.get(column, blank)) for column in range(last + 1)]


def _row(cells: SheetCells, row: int, columns: Sequence[TableColumn | None]) -> Row:
    """Return the cells of one row by their column; those of columns that are computed are not read."""
    read = []
    held_by = cells.sheet.rows[row]
    at_unit = columns.index(UNIT) if UNIT in columns else -1
    unit = held_by[at_unit].text if at_unit in held_by else ""
    for column, held in sorted(held_by.items()):
        known = columns[column] if column < len(columns) else None
        if known is None or is_read(known):
            scalar = cells.read(At(row, column), held, known, unit)
            if scalar is not None:
                read.append((column, scalar))
    found, faults = under(columns, read)
    cells.faults.extend(faults)
    return found


def tell_merged(cells: SheetCells, top: int, columns: Sequence[int]) -> None:
    """Tell of merged cells in the body of a table; in a column that is not read they do no harm."""
    sheet = cells.sheet
    wrong = (block for block in sheet.merged if block.last.row >= top and _does_harm(block, columns))
    for first, last in islice(wrong, MAX_FAULTS):
        name = f"{sheet.mark(first)}:{sheet.mark(last)}"
        place = Place(first.row + 1, first.column + 1, sheet=sheet.name)
        cells.faults.append(diagnose(MERGED, (), place, range=name))


def _does_harm(block: Range, columns: Sequence[int]) -> bool:
    """Whether a block of cells that are one has cells of columns that are read; the heading of a section
    has, but begins in the column of numbers and is one row.
    """
    first, last = block
    if first.column not in columns and first.row == last.row:
        return False
    return any(first.column <= column <= last.column for column in columns)


def tell_hidden(cells: SheetCells, top: int, columns: Sequence[int]) -> None:
    """Tell of rows and columns that hold something and cannot be seen, and of a sheet that cannot."""
    sheet = cells.sheet
    if sheet.is_hidden:
        _hidden(cells, Place(1, 1, sheet=sheet.name), _SHEET)
    for row in sorted(sheet.hidden_rows.intersection(sheet.rows)):
        if row >= top and not sheet.rows[row].keys().isdisjoint(columns):
            _hidden(cells, Place(row + 1, 1, sheet=sheet.name), _ROW.format(row=row + 1))
    held = {column for row, cells_of in sheet.rows.items() if row >= top for column in cells_of}
    for column in sorted(held.intersection(columns)):
        if sheet.hides_column(column):
            place = Place(max(top, 1), column + 1, sheet=sheet.name)
            _hidden(cells, place, _COLUMN.format(name=sheet.mark(At(0, column))[:-1]))


def _hidden(cells: SheetCells, place: Place, what: Text) -> None:
    cells.faults.append(diagnose(HIDDEN, (), place, what=what))
