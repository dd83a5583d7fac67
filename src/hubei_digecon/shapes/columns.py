"""The columns of a report that is a table, and the headings by which they are known.

They are compiled from the shapes of a report. A heading in English is the path of the key in a report file,
as in ``source.dated``; in Chinese it is the term of the forms. A column says for which of three things it
stands: the report, an observation, an item.

A workbook that the program writes as a result is known again by the names of its sheets.
"""

from collections.abc import Iterable, Sequence
from enum import Enum

from ..domain.names import folded, meant_by, parts_of_name
from ..domain.targets import Catalogue
from ..domain.tasks import TASKS as TASKS
from ..text import LANGS, Text
from .compiled import compiled
from .text_kinds import DATE, DATED, NOT_READ, TEXT, TEXT_KINDS, VALID_UNTIL, TextKind


class ColumnLevel(Enum):
    """What the cell of a column is about."""

    REPORT = "report"
    OBSERVATION = "observation"
    ITEM = "item"


class TableColumn:
    """A column: its heading in both languages, where its cell goes in the tree of a report, the kind of text
    in it, and other Chinese headings it is known by. ``listed``: each line of the cell is an element of a
    list.
    """

    __slots__ = ("heading", "kind", "level", "listed", "others", "path")

    def __init__(
        self,
        key: str,
        zh: str,
        level: str,
        path: Sequence[str],
        kind: str = TEXT.name,
        others: Sequence[str] = (),
        listed: bool = False,
    ) -> None:
        self.heading, self.level, self.path = Text(zh, key), ColumnLevel(level), tuple(path)
        self.kind: TextKind = TEXT_KINDS[kind]
        self.others, self.listed = tuple(others), listed

    def __repr__(self) -> str:
        return f"TableColumn({self.key!r})"

    @property
    def key(self) -> str:
        """The heading in English, which names the column in the code too."""
        return self.heading.en

    @property
    def names(self) -> tuple[str, ...]:
        """The headings in English: the key, and the key as databases can call a column."""
        return tuple(dict.fromkeys((self.key, self.key.replace(".", "_"))))

    @property
    def holds_day(self) -> bool:
        """Whether its cells hold a day."""
        return self.kind in (DATE, DATED, VALID_UNTIL)

    def meaning(self, cell: str) -> str:
        """Return what a cell means, written in one form; of what cannot be read, the plain text."""
        try:
            read = None if self.kind is TEXT else self.kind.read(cell)
        except NOT_READ:
            read = None
        return folded(cell) if read is None else str(read)


COLUMNS: tuple[TableColumn, ...] = tuple(TableColumn(**column) for column in compiled()["columns"])
"""Every column, in the order in which forms have them."""

BY_KEY: dict[str, TableColumn] = {column.key: column for column in COLUMNS}
"""The columns by their keys."""

ENTITY, PERIOD, INDICATOR = BY_KEY["entity"], BY_KEY["period"], BY_KEY["indicator"]
VALUE, UNIT, SCOPE = BY_KEY["value"], BY_KEY["unit"], BY_KEY["scope"]
REVISION, ITEM_NAME = BY_KEY["submitted.revision"], BY_KEY["item.name"]
SIGNED = (BY_KEY["submitted.by"], BY_KEY["submitted.date"])
"""What a report must say of who hands it in; where it does not, the cells that are blank are asked for."""

BY_HEADING: dict[str, TableColumn] = {
    folded(heading): column
    for column in COLUMNS
    for heading in (*column.names, column.heading.zh, *column.others)
}
"""The columns by every heading they are known by, folded."""


def headings_of(catalogue: Catalogue) -> dict[str, TableColumn]:
    """Return the columns by every heading, those too by which the catalogue calls the fields of items."""
    called = {
        folded(heading): BY_KEY[f"item.{key}"]
        for one in catalogue.indicators.values()
        for key, term in (one.eligible.terms if one.eligible else ())
        for heading in (term.zh, term.en, *parts_of_name(term.zh))
        if f"item.{key}" in BY_KEY
    }
    return called | BY_HEADING


CATEGORY = TableColumn("category", "类别", "item", ("category",), others=("指标类别", "所属指标"))
"""The column of a register that says for which indicator a record counts."""


def register_headings(catalogue: Catalogue) -> dict[str, TableColumn]:
    """Return the columns of a register of items by every heading, folded: an item needs no prefix there."""
    item = {heading: one for heading, one in headings_of(catalogue).items() if one.level is ColumnLevel.ITEM}
    bare = {folded(one.path[0]): one for one in item.values()}
    entity = {heading: one for heading, one in BY_HEADING.items() if one is ENTITY}
    category = {heading: CATEGORY for heading, one in BY_HEADING.items() if one is INDICATOR}
    category |= {
        folded(heading): CATEGORY for heading in (CATEGORY.key, CATEGORY.heading.zh, *CATEGORY.others)
    }
    return {**item, **bare, **category, **entity}


_AMBIGUOUS = ("单位", "进展情况", "state")
"""Headings that stand over other things too: tables of statistics have a column “单位” for units."""

_TELLING = {
    heading: column
    for heading, column in BY_HEADING.items()
    if column in (ENTITY, PERIOD, INDICATOR, VALUE) and heading not in _AMBIGUOUS
}
"""The headings that tell a report: with hardly any of them it is a table of something else."""

_AT_LEAST = 2


def are_headings(cells: Iterable[str]) -> bool:
    """Whether cells are the headings of a report: two that every report has, one of them the indicator or its
    value.
    """
    known = _told(cells)
    return len(known) >= _AT_LEAST and not known.isdisjoint((INDICATOR, VALUE))


def are_whole_headings(cells: Iterable[str]) -> bool:
    """Whether cells are the headings of a report that name its place or its period too."""
    known = _told(cells)
    return not known.isdisjoint((ENTITY, PERIOD)) and not known.isdisjoint((INDICATOR, VALUE))


def _told(cells: Iterable[str]) -> set[TableColumn]:
    return {column for cell in cells if (column := _TELLING.get(_named(cell)))}


def _named(heading: str) -> str:
    """Return the name in a heading, folded: without the note or the unit in brackets behind it, and in
    simplified characters where it is one of ours in these.
    """
    fold = folded(heading)
    if fold in BY_HEADING or not fold:
        return fold
    bare = fold.partition("(")[0]
    return bare if bare in BY_HEADING else meant_by(bare, _TELLING)


OPINIONS = Text("核验意见", "Opinions")
OVERVIEW = Text("总体情况", "Overview")
SUMMARY = Text("汇总", "Summary")
FINDINGS = Text("逐项核验", "Findings")
CHANGES = Text("较上年同期", "Changes")
SCHEDULE = Text("序时进度", "Schedule")
EVIDENCE = Text("佐证材料目录", "Evidence")
NOT_COUNTED = Text("核减清单", "Not counted")
DIAGNOSTICS = Text("数据审核情况", "Diagnostics")
POINTS = Text("历年数值", "Values by period")
CHARTS = Text("进展图", "Charts")
NOTES = Text("说明", "Notes")

MARKED = Text("{name}（示例）", "{name} (illustrative)")
"""How what is illustrative is named."""

FORMER_SHEETS = ("填报问题",)
"""What sheets were called by earlier versions."""

SHEETS = (
    OVERVIEW, OPINIONS, SUMMARY, FINDINGS, CHANGES, SCHEDULE, POINTS, CHARTS, TASKS, EVIDENCE, NOT_COUNTED,
    DIAGNOSTICS, NOTES,
)  # fmt: skip
"""Every sheet, in the order in which they stand; notes are in every result."""


def is_sheet_of_result(name: str) -> bool:
    """Whether ``name`` is one of these sheets, in either language."""
    sheets = (*SHEETS, *map(Text.same, FORMER_SHEETS))
    named = (*sheets, *(MARKED.format(name=sheet) for sheet in sheets))
    return any(name == sheet.pick(lang) for sheet in named for lang in LANGS)
