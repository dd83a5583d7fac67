"""The sheets of a workbook → the tree of the report that they make up."""

import hashlib
from collections import abc
from collections.abc import Iterator, Sequence

from ....diagnostics import Diagnostic, Place, remark
from ....result_sheets import is_sheet_of_result
from ....text import Text
from ...document import Document, listed
from ...faults import EMPTY, InputError
from ...source import Source, read_bytes, source_file
from ...targets import TargetLibrary
from ...tree import Mapping, Point
from ..columns import ENTITY, INDICATOR, ITEM_NAME, PERIOD, VALUE, Column, headings_of
from ..grouping import Row, grouped
from .archive import Archive
from .cover import read_cover
from .layout import COVER, INDICATORS, ITEMS, MILESTONES, Sheet, sheet_named
from .origin import is_made_here
from .remarks import NO_SHEET, UNKNOWN_SHEET
from .rounding import RoundedCell, told_rounded
from .sheets import SheetRead, WorkbookRead, read_workbook
from .tables import sheet_meant, table_of
from .values import Cells

_MEANT = Text("是否应为“{name}”？", "is it “{name}”? ")

_NEEDED = {INDICATORS: (INDICATOR, VALUE), MILESTONES: (INDICATOR, VALUE), ITEMS: (ITEM_NAME,)}
"""The columns that the table of each sheet must have."""

Named = tuple[Sheet | None, SheetRead]
"""A sheet, and which of the form's it is by its name."""


def read_report_sheets(path: str, most: int, library: TargetLibrary) -> Document:
    """Read the report in the workbook at ``path``, of at most ``most`` bytes.

    Raises:
        InputError: where nothing of it can be relied on.
    """
    data = read_bytes(path, most)
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
        raise InputError(file, listed(tuple(faults) or (remark(EMPTY),)))
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
            yield remark(UNKNOWN_SHEET, (), Place(1, 1, sheet=sheet.name), **values)
    if COVER not in there:
        yield remark(NO_SHEET, name=COVER.name)
    if there.isdisjoint((INDICATORS, MILESTONES)):
        yield remark(NO_SHEET, name=INDICATORS.name)


def _did_you_mean(sheet: Sheet | None) -> Text:
    """Return a question whether it is the sheet that it must be by what it holds, or nothing."""
    return Text.joined([_MEANT.format(name=sheet.name)] if sheet else [])


def _rows(
    book: WorkbookRead,
    named: Sequence[Named],
    faults: list[Diagnostic],
    headings: abc.Mapping[str, Column],
) -> tuple[list[Row], list[RoundedCell]]:
    """Return the rows of all tables, each with what the cover tells of the report; and the cells that show
    their numbers rounded.
    """
    cover: Row = {}
    rows: list[Row] = []
    rounded: list[RoundedCell] = []
    for known in (COVER, *_NEEDED):
        for sheet in (sheet for name, sheet in named if name is known):
            cells = Cells(book, sheet, faults)
            if known is COVER:
                cover = read_cover(cells)
            else:
                rows.extend(table_of(cells, known, _NEEDED[known], headings))
            rounded.extend(cells.rounded)
    told = ENTITY in cover and PERIOD in cover
    return [{**cover, **row} for row in rows] if told else [], rounded
