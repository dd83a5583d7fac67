"""The cover of the form → what it tells of the whole report."""

from ....diagnostics import Place, diagnose
from ....shapes.columns import ENTITY, PERIOD, SIGNED, TableColumn
from ..grouping import NO_ROW_HEAD, Row
from .cells import At
from .diagnostics import NO_LABEL
from .layout import ON_COVER, OPTIONAL, label
from .sheets import filled_rows
from .tables import tell_hidden, value_beside
from .values import SheetCells

NEEDED = (ENTITY, PERIOD)
"""What must be filled for the rows of the tables to be of a report at all."""


def read_cover(cells: SheetCells) -> Row:
    """Return what stands beside the labels of the cover; a label that is not there is told."""
    read, labels = {}, _labels(cells)
    for column in ON_COVER:
        at = labels.get(column)
        if at is None:
            if column not in OPTIONAL:
                place = Place(1, 1, sheet=cells.sheet.name)
                cells.faults.append(diagnose(NO_LABEL, (), place, heading=column.heading))
            continue
        found = value_beside(cells, *at)
        scalar = cells.read(*found, column) if found else None
        if scalar is not None:
            read[column] = scalar
        elif column in SIGNED:
            read[column] = cells.scalar(At(at.row, at.column + 1), "")
        elif column in NEEDED:
            place = Place(at.row + 1, at.column + 1, sheet=cells.sheet.name)
            cells.faults.append(diagnose(NO_ROW_HEAD, (), place, heading=column.heading))
    tell_hidden(cells, 0, [column for row in cells.sheet.rows.values() for column in row])
    return read


def _labels(cells: SheetCells) -> dict[TableColumn, At]:
    """Return where each label of the cover stands, the first of equal ones."""
    found: dict[TableColumn, At] = {}
    for row, held in filled_rows(cells.sheet):
        for column, one in held.items():
            known = label(one.text)
            if known in ON_COVER:
                found.setdefault(known, At(row, column))
    return found
