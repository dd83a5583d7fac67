"""The XML of a workbook → its sheets: which cells hold what, what is merged and what is hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from ....diagnostics import diagnose, letters
from ....text import Text
from ...faults import TOO_MANY_VALUES, InputError
from ..separated import MAX_CELLS
from .archive import Archive, Started, beside, local
from .cells import RANGES, At, CellTaker, Held, Range, range_of, without_empty_cells
from .strings import RichText, Strings
from .styles import CellStyle, Styles, read_styles

NO_SHEETS = Text("其中没有工作表", "it has no sheets")
MACROS = Text("它是带宏的工作簿", "it is a workbook with macros")

_WORKBOOK = "xl/workbook.xml"
_MACROS = "xl/vbaproject.bin"


@dataclass(slots=True)
class Rule:
    """A rule by which some cells are shown otherwise: the styles it names, and whether it
    itself changes or hides the value.
    """

    ranges: tuple[Range, ...]
    styles: list[int] = field(default_factory=list)
    changes_value: bool = False

    def covers(self, at: At) -> bool:
        """Whether the rule is about a cell."""
        return any(
            first.row <= at.row <= last.row and first.column <= at.column <= last.column
            for first, last in self.ranges
        )


@dataclass(slots=True)
class SheetRead:
    """One sheet: its cells that hold something, in the order of the file; rows and columns count from 0."""

    name: str
    is_hidden: bool
    rows: dict[int, dict[int, Held]] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    hides_zeros: bool = False
    rules: list[Rule] = field(default_factory=list)

    def mark(self, at: At) -> str:
        """Return the name of a cell of the sheet: ``E7``."""
        return f"{letters(at.column + 1)}{at.row + 1}"

    def hides_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


class WorkbookRead(NamedTuple):
    """The sheets of a workbook, the styles that its cells name by number, and how it counts days."""

    sheets: tuple[SheetRead, ...]
    styles: Styles
    since_1904: bool

    def style_of(self, cell: Held) -> CellStyle:
        """Return the style of a cell."""
        return self.styles[cell.style]


@dataclass(slots=True)
class _Listed:
    """What the part that lists the sheets says."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    since_1904: bool = False

    def take(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            id = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), id, is_hidden))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")


def read_workbook(archive: Archive) -> WorkbookRead:
    """Read every sheet of cells of a workbook.

    Raises:
        InputError: where it has none, has macros, is too large, or is not as the format has it.
    """
    if _MACROS in archive:
        raise archive.refused(MACROS)
    workbook = _workbook_part(archive)
    listed, parts = _Listed(), _related(archive, workbook)
    archive.parse(workbook, Started(listed.take))
    of_sort = dict(parts.values())
    strings = Strings()
    if "sharedStrings" in of_sort:
        archive.parse(of_sort["sharedStrings"], strings)
    sheets = [
        _sheet(archive, parts[id][1], SheetRead(name, is_hidden), strings.texts)
        for name, id, is_hidden in listed.sheets
        if id in parts and parts[id][0] == "worksheet"
    ]
    if not sheets:
        raise archive.refused(NO_SHEETS)
    if sum(len(row) for sheet in sheets for row in sheet.rows.values()) > MAX_CELLS:
        raise InputError(archive.source, (diagnose(TOO_MANY_VALUES, limit=MAX_CELLS),))
    styles = read_styles(archive, of_sort.get("styles"), of_sort.get("theme"))
    return WorkbookRead(tuple(sheets), styles, listed.since_1904)


def _workbook_part(archive: Archive) -> str:
    """Return the part that lists the sheets; usually it has one name."""
    related = _related(archive, "")
    return next((part for sort, part in related.values() if sort == "officeDocument"), _WORKBOOK)


def _related(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Return the sort and the path of what a part names, by the id that it uses."""
    folder, _, name = part.rpartition("/")
    listed = "/".join(filter(None, (folder, "_rels", f"{name}.rels")))
    found: dict[str, tuple[str, str]] = {}

    def take(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            sort = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = sort, beside(part, attributes.get("Target", ""))

    if listed in archive:
        archive.parse(listed, Started(take, local))
    return found


def _sheet(archive: Archive, part: str, sheet: SheetRead, strings: Sequence[RichText]) -> SheetRead:
    taker = CellTaker(partial(_put, sheet), strings, partial(_take, sheet))
    archive.parse(part, taker, without_empty_cells)
    return sheet


def _put(sheet: SheetRead, at: At, held: Held) -> None:
    row = sheet.rows.setdefault(at.row, {})
    if at.column in row:
        held = held._replace(several=(row[at.column].text, held.text))
    row[at.column] = held


def _take(sheet: SheetRead, name: str, attributes: dict[str, str]) -> None:
    """Take what a sheet says of itself beside its cells."""
    if name == "row" and _is_hidden(attributes, "ht", _LEAST_HEIGHT):
        sheet.hidden_rows.add(_number(attributes, "r") - 1)
    elif name == "col" and _is_hidden(attributes, "width", _LEAST_WIDTH):
        sheet.hidden_columns.append((_number(attributes, "min") - 1, _number(attributes, "max") - 1))
    elif name == "mergeCell":
        sheet.merged.append(range_of(attributes.get("ref", "")))
    elif name == "sheetFormatPr":
        sheet.is_hidden |= attributes.get("zeroHeight") in _TRUE
    elif name == "sheetView":
        sheet.hides_zeros |= attributes.get("showZeros") in _FALSE
    elif name in ("conditionalFormatting", "other:conditionalFormatting"):
        sheet.rules.append(Rule(_ranges(attributes)))
    elif sheet.rules:
        _take_rule(sheet.rules[-1], name, attributes)


def _ranges(attributes: dict[str, str]) -> tuple[Range, ...]:
    return tuple(map(range_of, attributes.get("sqref", "").split()))


def _take_rule(rule: Rule, name: str, attributes: dict[str, str]) -> None:
    if name == "cfRule" and "dxfId" in attributes:
        rule.styles.append(_number(attributes, "dxfId"))
    elif name == RANGES and not rule.ranges:
        rule.ranges = _ranges(attributes)
    elif name.removeprefix("other:") in ("dataBar", "iconSet"):
        rule.changes_value |= attributes.get("showValue") in _FALSE
    elif name in ("numFmt", "strike"):  # of a rule that holds its style itself
        rule.changes_value |= attributes.get("val") not in _FALSE


_TRUE, _FALSE = ("1", "true"), ("0", "false")
_LEAST_HEIGHT, _LEAST_WIDTH = 1, 0.25
"""A row of less than a point, or a column of less than a quarter of a character, cannot be seen."""


def _is_hidden(attributes: dict[str, str], size: str, least: float) -> bool:
    """Whether a row or a column cannot be seen; one of hardly any size cannot either."""
    return attributes.get("hidden") in _TRUE or float(attributes.get(size, least)) < least


def _number(attributes: dict[str, str], name: str) -> int:
    return int(attributes.get(name, 0))


def filled_rows(sheet: SheetRead) -> Iterator[tuple[int, dict[int, Held]]]:
    """Return the rows of a sheet that hold something, from the top, each with its cells from the left."""
    for row in sorted(sheet.rows):
        cells = sheet.rows[row]
        yield row, {column: cells[column] for column in sorted(cells)}
