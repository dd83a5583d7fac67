"""Rows of cells → the trees of the reports they make up, one for each place, period and submission."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from functools import lru_cache

from ...diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, Sort, diagnose
from ...domain.names import folded
from ...quantity.kinds import IndicatorKind
from ...shapes.columns import (
    ENTITY,
    INDICATOR,
    PERIOD,
    REVISION,
    SCOPE,
    SIGNED,
    VALUE,
    ColumnLevel,
    TableColumn,
)
from ...shapes.office_words import BLANK_MARKS
from ...text import Text
from ..faults import DUPLICATE_KEY
from ..place_names import place_named
from ..targets import TargetLibrary
from ..tree import Mapping, Scalar, Sequence, between, place_of

CELLS_DIFFER = DiagnosticKind(
    "cells-differ",
    Severity.ERROR,
    Text(
        "同一份报告的“{heading}”前后不一：此处是“{text}”，第{first}行是“{before}”",
        "rows of one report differ on “{heading}”: here it is “{text}”, on line {first} it is “{before}”",
    ),
    Text("改成一致，或只在第一行填写", "make them alike, or give it in the first row only"),
    example=Example(
        Text("两行的填报单位不同", "two rows that name different offices under submitted.by"),
        Text("两行的填报单位相同", "two rows that name the same office"),
        Sort.FILE,
    ),
)
NO_ROW_HEAD = DiagnosticKind(
    "row-without-name",
    Severity.ERROR,
    Text("这一行没有填写“{heading}”", "this row has nothing under “{heading}”"),
    Text(
        "每一行都要写明考核对象、报告期和指标；同一报告期报送过几次的，还要写明第几次报送",
        "every row names its place, its period and its indicator, and its submission where there are several",
    ),
    example=Example(
        Text("考核对象留空的一行", "a row with nothing under entity"),
        Text("每一行都写明考核对象", "a row that names its place"),
        Sort.FILE,
    ),
)
KINDS = (CELLS_DIFFER, NO_ROW_HEAD)

MOST_ROWS = 20_000
"""Rows that one report may have."""

Row = Table[TableColumn, Scalar]
"""The cells of one row that hold something, by their column."""


class FaultyRow(dict[TableColumn, Scalar]):
    """The cells of a row with faults of their own, which are those of its report."""

    __slots__ = ("faults",)

    def __init__(self, cells: Row, faults: Iterable[Diagnostic]) -> None:
        super().__init__(cells)
        self.faults = tuple(faults)


class CellOfElements(Scalar):
    """A cell that stands for elements of a list, such as documents by their numbers in another table."""

    __slots__ = ("elements",)

    elements: Sequence


@dataclass(slots=True)
class ReportGroup:
    """One report on its way: its tree, where the rows of its observations stand, and its faults."""

    root: Mapping
    rows: int
    faults: list[Diagnostic] = field(default_factory=list)
    differing: set[tuple[Path, str]] = field(default_factory=set)

    @property
    def observations(self) -> Mapping:
        """The observations of the report."""
        observations: Mapping = self.root["observations"]
        return observations


def grouped(rows: Iterable[Row], library: TargetLibrary) -> tuple[list[ReportGroup], list[Diagnostic]]:
    """Return the reports that ``rows`` make up, whatever their order; and the faults of rows of which nobody
    can tell to what report they belong.
    """
    names = known_names(library)
    of_place: dict[tuple[str, str], list[Row]] = {}
    lost: list[Diagnostic] = []
    for row in filter(None, rows):
        missing = [column for column in (ENTITY, PERIOD, INDICATOR) if column not in row]
        if missing:
            lost.extend(_headless(row, column) for column in missing)
        else:
            place = names.place_of(row[ENTITY]), PERIOD.meaning(row[PERIOD])
            of_place.setdefault(place, []).append(row)
    submitted = (one for kept in of_place.values() for one in _submitted(kept, lost))
    return [_report(one, names) for one in submitted], lost


def _submitted(rows: list[Row], lost: list[Diagnostic]) -> list[list[Row]]:
    """Return the rows of each submission. Those that do not say of which they are belong to the only one;
    where there are several, they are lost.
    """
    revisions = [REVISION.meaning(row[REVISION]) if REVISION in row else None for row in rows]
    stated = list(dict.fromkeys(one for one in revisions if one is not None))
    if len(stated) < 2:
        return [rows]
    lost.extend(_headless(row, REVISION) for row, one in zip(rows, revisions, strict=True) if one is None)
    return [[row for row, one in zip(rows, revisions, strict=True) if one == said] for said in stated]


def _is_of_item_only(row: Row) -> bool:
    """Whether a row gives no value, but an item, or nothing yet beside the names of report and indicator."""
    levels = {column.level for column in row if column is not INDICATOR}
    return VALUE not in row and (ColumnLevel.ITEM in levels or ColumnLevel.OBSERVATION not in levels)


class KnownNames:
    """The names of places, indicators and scopes: what a cell calls by name has an id in the tree of a
    report.
    """

    def __init__(self, library: TargetLibrary) -> None:
        catalogue = library.catalogue
        self._library = library
        self._places: dict[str, str] = {}
        self._indicators = catalogue.indicators
        self._ids, self._scopes = catalogue.indicator_ids, catalogue.scope_ids

    def place_of(self, written: str) -> str:
        """Return the id of a place by any of its names; of none that is known, what is written."""
        name = written.strip()
        if name not in self._places:  # every row of a table names its place
            self._places[name] = place_named(name, self._library) or folded(name)
        return self._places[name]

    def indicator(self, written: str) -> str:
        """Return the id of an indicator by any of its names; of none that is known, what is written."""
        return self._ids.get(folded(written), str(written))

    def kind(self, id: str) -> IndicatorKind | None:
        """Return the kind of an indicator, ``None`` of one that is not known."""
        return self._indicators[id].kind if id in self._indicators else None

    def scope_of(self, written: str) -> str:
        """Return the id of a scope by its name; of none that is known, what is written."""
        return self._scopes.get(folded(written), written)

    def scope(self, written: Scalar) -> Scalar:
        """Return the id of a scope by its name, in the place of the name; else what is written."""
        id = self.scope_of(written)
        if id is written:
            return written
        scope = Scalar(id)
        scope.start, scope.end = written.start, written.end
        return scope


@lru_cache(8)
def known_names(library: TargetLibrary) -> KnownNames:
    """Return the names that a library knows; a table comes in many parts."""
    return KnownNames(library)


def _report(rows: list[Row], names: KnownNames) -> ReportGroup:
    """Put the rows of one report together, those that only name an item after those that give a value."""
    group = ReportGroup(_new_root(rows[0][ENTITY]), len(rows))
    for row in sorted(rows, key=_is_of_item_only):
        _add(group, row, names)
    for column in SIGNED:
        _ask(group, column, rows[0][ENTITY])
    return group


def _headless(row: Row, column: TableColumn) -> Diagnostic:
    first = min(row.values(), key=lambda cell: (cell.start.line, cell.start.column))
    return diagnose(NO_ROW_HEAD, (), place_of(first), heading=column.heading)


def _new_root(at: Scalar) -> Mapping:
    root = _mapping(at)
    _set(root, "observations", _mapping(at), at)
    return root


def _mapping(at: Scalar) -> Mapping:
    mapping = Mapping()
    mapping.start = mapping.end = at.start
    return mapping


def _set(mapping: Mapping, key: str, value: object, at: Scalar) -> None:
    mapping[key] = value
    mapping.keys_at[key] = (at.start, at.end)


def _add(group: ReportGroup, row: Row, names: KnownNames) -> None:
    """Add what a row says to its report."""
    if isinstance(row, FaultyRow):
        group.faults.extend(row.faults)
    for column, cell in row.items():
        if column.level is ColumnLevel.REPORT:
            _tell(group, column, cell)
    id = names.indicator(row[INDICATOR])
    observation = _observation(group, id, row)
    if observation is None:
        return
    kind = names.kind(id)
    for column, cell in row.items():
        if column.level is ColumnLevel.OBSERVATION and column is not INDICATOR:
            said = names.scope(cell) if column is SCOPE else cell
            path = _path(column, kind)
            before = _at(observation, path)
            if before is None:
                _put(observation, path, said, column.listed)
            elif folded(before) != folded(said):
                _differs(group, column, cell, before, ("observations", id, *path))
    item = {column: cell for column, cell in row.items() if column.level is ColumnLevel.ITEM}
    if any(cell.strip() not in BLANK_MARKS for cell in item.values()):
        _add_item(observation, item)


def _tell(group: ReportGroup, column: TableColumn, cell: Scalar) -> None:
    """Tell what a row says of the whole report; where it was said before, it must be the same. A cell that
    is blank says nothing, but that something is to stand there.
    """
    before = _at(group.root, column.path)
    if not cell.strip():
        _ask(group, column, cell)
    elif before is None:
        _put(group.root, column.path, cell)
    elif column is not ENTITY and column.meaning(before) != column.meaning(cell):
        _differs(group, column, cell, before, column.path)  # a place may be called by several names


def _ask(group: ReportGroup, column: TableColumn, at: Scalar) -> None:
    """Leave a key empty where it is to be filled, unless something is known of it."""
    above, key = column.path
    if above not in group.root:
        _set(group.root, above, _mapping(at), at)
    if key not in group.root[above]:
        _set(group.root[above], key, None, at)


def _differs(group: ReportGroup, column: TableColumn, cell: Scalar, before: Scalar, at: Path) -> None:
    """Note that a cell says something else than another row of the same report: once for what it says, so
    that there are as many faults whichever row comes first.
    """
    if (at, folded(cell)) in group.differing:
        return
    group.differing.add((at, folded(cell)))
    values = {"text": str(cell), "before": str(before), "first": before.start.line + 1}
    group.faults.append(diagnose(CELLS_DIFFER, at, place_of(cell), heading=column.heading, **values))


def _at(node: Mapping, path: tuple[str, ...]) -> Scalar | None:
    found: object = node
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found if isinstance(found, Scalar) else None


def _observation(group: ReportGroup, id: str, row: Row) -> Mapping | None:
    """Return the observation a row is of; ``None`` where another row has given its value before.

    A row that names an item and no value adds the item to what was said before.
    """
    observations = group.observations
    if id not in observations:
        _set(observations, id, _mapping(row[INDICATOR]), row[INDICATOR])
    elif not _is_of_item_only(row):
        at = row[INDICATOR]
        first = observations.keys_at[id][0].line + 1
        group.faults.append(
            diagnose(DUPLICATE_KEY, ("observations", id), between(at.start, at.end), key=str(at), first=first)
        )
        return None
    observation: Mapping = observations[id]
    return observation


def _path(column: TableColumn, kind: IndicatorKind | None) -> tuple[str, ...]:
    """Return where a cell goes: what is under the value of a milestone is its state."""
    return (kind.value_key,) if column is VALUE and kind else column.path


def _put(node: Mapping, path: tuple[str, ...], cell: Scalar, listed: bool = False) -> None:
    *steps, key = path
    for step in steps:
        if step not in node:
            _set(node, step, _mapping(cell), cell)
        node = node[step]
    if node.get(key) is None:
        _set(node, key, _lines(cell) if listed else cell, cell)


def _lines(cell: Scalar) -> Sequence:
    """Return the lines of a cell as a list; each is known to stand in the cell."""
    if isinstance(cell, CellOfElements):
        return cell.elements
    lines = Sequence()
    lines.start = lines.end = cell.start
    for text in cell.splitlines():
        if text.strip():
            line = Scalar(text)
            line.start, line.end = cell.start, cell.end
            lines.append(line)
    return lines


def _add_item(observation: Mapping, row: Row) -> None:
    first = next(iter(row.values()))
    if "items" not in observation:
        items = Sequence()
        items.start = items.end = first.start
        _set(observation, "items", items, first)
    item = _mapping(first)
    for column, cell in row.items():
        _put(item, column.path, cell)
    observation["items"].append(item)
