"""The sheets of a workbook → the tree of the report that they make up."""

import hashlib
from collections import abc
from collections.abc import Iterator, Sequence

from ....diagnostics import Diagnostic, Place, diagnose
from ....shapes.columns import (
    ENTITY,
    INDICATOR,
    ITEM_NAME,
    PERIOD,
    VALUE,
    TableColumn,
    headings_of,
    is_sheet_of_result,
)
from ....text import Text
from ...document import Document, listed
from ...faults import EMPTY, InputError
from ...source import Source, source_file
from ...targets import TargetLibrary
from ...tree import Mapping, Point
from ..grouping import Row, grouped
from .archive import Archive
from .cover import read_cover
from .diagnostics import NO_SHEET, UNKNOWN_SHEET
from .documents import read_documents, with_documents
from .layout import COVER, DOCUMENTS, INDICATORS, ITEMS, MILESTONES, FormSheet, sheet_named
from .origin import is_made_here
from .rounding import RoundedCell, told_rounded
from .sheets import SheetRead, WorkbookRead, read_workbook
from .tables import lists_of, sheet_meant, table_of
from .values import SheetCells

_MEANT = Text("是否应为“{name}”？", "is it “{name}”? ")

_NEEDED = {INDICATORS: (INDICATOR, VALUE), MILESTONES: (INDICATOR, VALUE), ITEMS: (ITEM_NAME,)}
"""The columns that the table of each sheet must have."""

Named = tuple[FormSheet | None, SheetRead]
"""A sheet, and which of the form's it is by its name."""


def read_report_sheets(path: str, data: bytes, library: TargetLibrary) -> Document:
    """Read the report in the workbook at ``path``, which holds ``data``.

    Raises:
        InputError: where nothing of it can be relied on.
    """
    source = Source(path, "", hashlib.sha256(data).hexdigest())
    file = source_file(source)
    archive = Archive(file, data)
    book = read_workbook(archive)
    named = [(sheet_named(sheet.name), sheet) for sheet in book.sheets]
    if all(is_sheet_of_result(sheet.name) for sheet in book.sheets) and is_made_here(archive):
        return Document(source, _nothing(), (), sort="result")
    if not any(sheet_meant(sheet) for sheet in book.sheets):
        return Document(source, _nothing(), (), sort="table")
    faults = list(_wrong_names(named))
    rows, rounded = _rows(book, named, faults, headings_of(library.catalogue))
    groups, lost = grouped(rows, library)
    faults.extend(lost)
    if not groups:
        raise InputError(file, listed(tuple(faults) or (diagnose(EMPTY),)))
    told = told_rounded(groups[0].root, rounded, library)
    return Document(source, groups[0].root, (*faults, *groups[0].faults, *told), is_headed=True)


def _nothing() -> Mapping:
    root = Mapping()
    root.start = root.end = Point(0, 0)
    return root


def _wrong_names(named: Sequence[Named]) -> Iterator[Diagnostic]:
    """Tell of sheets that are none of the form and hold something, and of sheets that are not there."""
    there = {known for known, _ in named}
    for known, sheet in named:
        if known is None and sheet.rows:
            meant = sheet_meant(sheet)
            there.add(meant)
            values = {"name": sheet.name, "suggestion": _did_you_mean(meant)}
            yield diagnose(UNKNOWN_SHEET, (), Place(1, 1, sheet=sheet.name), **values)
    if COVER not in there:
        yield diagnose(NO_SHEET, name=COVER.name)
    if there.isdisjoint((INDICATORS, MILESTONES)):
        yield diagnose(NO_SHEET, name=INDICATORS.name)


def _parts(known: FormSheet, named: Sequence[Named]) -> Iterator[SheetRead]:
    """Return the tables on the sheets of a name, each as a sheet: one has several lists."""
    for name, sheet in named:
        if name is known:
            yield from lists_of(sheet) if known is ITEMS else (sheet,)


def _did_you_mean(sheet: FormSheet | None) -> Text:
    """Return a question whether it is the sheet that it must be by what it holds, or nothing."""
    return Text.joined([_MEANT.format(name=sheet.name)] if sheet else [])


def _rows(
    book: WorkbookRead,
    named: Sequence[Named],
    faults: list[Diagnostic],
    headings: abc.Mapping[str, TableColumn],
) -> tuple[list[Row], list[RoundedCell]]:
    """Return the rows of all tables, each with what the cover tells of the report; and the cells that show
    their numbers rounded.
    """
    cover: Row = {}
    rows: list[Row] = []
    rounded: list[RoundedCell] = []
    documents = None
    for known in (COVER, DOCUMENTS, *_NEEDED):
        for sheet in _parts(known, named):
            cells = SheetCells(book, sheet, faults)
            if known is COVER:
                cover = read_cover(cells)
            elif known is DOCUMENTS:
                documents = read_documents(cells)
            else:
                rows.extend(table_of(cells, known, _NEEDED[known], headings))
            rounded.extend(cells.rounded)
    if documents is not None:
        rows = [with_documents(row, documents, faults) for row in rows]
    told = ENTITY in cover and PERIOD in cover
    return [{**cover, **row} for row in rows] if told else [], rounded
