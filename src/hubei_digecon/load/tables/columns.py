"""The columns of a report that is a table, and the headings by which they are known.

A heading in English is the path of the key in a report file, as in ``source.dated``; in Chinese it is the
term of the forms. A column says for which of three things it stands: the report, an observation, an item.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ...model.targets import Catalogue
from ...model.words import ITEM_TERMS
from ...names import folded, meant_by
from ...text import Text


class Level(Enum):
    """What the cell of a column is about."""

    REPORT = "report"
    OBSERVATION = "observation"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in both languages, where its cell goes in the tree of a report, and other
    Chinese headings it is known by. ``listed``: each line of the cell is an element of a list.
    """

    heading: Text
    level: Level
    path: tuple[str, ...]
    others: tuple[str, ...] = ()
    listed: bool = False

    @property
    def key(self) -> str:
        """The heading in English, which names the column in the code too."""
        return self.heading.en


def _of_report(en: str, zh: str, *others: str) -> Column:
    return Column(Text(zh, en), Level.REPORT, tuple(en.split(".")), others)


def _of_observation(en: str, zh: str, *others: str, path: str = "", listed: bool = False) -> Column:
    return Column(Text(zh, en), Level.OBSERVATION, tuple((path or en).split(".")), others, listed)


_EITHER = re.compile("(.*)（(.*)）(.*)")


def _spelt(term: str) -> tuple[str, ...]:
    """Return what a term is read as besides: of two words, the second in brackets, each alone."""
    found = _EITHER.fullmatch(term)
    return (f"{found[1]}{found[3]}", f"{found[2]}{found[3]}") if found and found[3] else ()


def _of_item(key: str, *others: str) -> Column:
    zh = ITEM_TERMS[key].zh
    return Column(Text(zh, f"item.{key}"), Level.ITEM, (key,), (*_spelt(zh), *others))


ENTITY = _of_report("entity", "考核对象", "单位", "城市（园区）")
PERIOD = _of_report("period", "报告期")
REVISION = _of_report("submitted.revision", "报送次数")
SIGNED = (_of_report("submitted.by", "填报单位"), _of_report("submitted.date", "填报日期"))
"""What a report must say of who hands it in; where it does not, the cells that are blank are asked for."""

INDICATOR = _of_observation("indicator", "指标名称", "指标", path="")
VALUE = _of_observation("value", "完成值", "实际完成值", "进展情况", "state")
UNIT = _of_observation("unit", "计量单位", "单位（计量）")
SCOPE = _of_observation("scope", "统计口径")

_ITEM_OTHERS = {
    "name": ("名称",),
    "by": ("认定（批准）机关", "认定机关", "批准机关"),
    "document": ("文号", "佐证材料（清单项）"),
}
"""Headings of lists that are read besides the terms of the fields."""

COLUMNS: tuple[Column, ...] = (
    ENTITY,
    PERIOD,
    *SIGNED,
    REVISION,
    _of_report("illustrative", "示例数据"),
    INDICATOR,
    VALUE,
    UNIT,
    _of_observation("status", "数据性质"),
    _of_observation("figure_period", "数据所属期", path="period"),
    SCOPE,
    _of_observation("counting", "统计方式", "计数方式"),
    _of_observation("missing", "无数据原因"),
    _of_observation("source", "数据来源", path="source.title"),
    _of_observation("source.issuer", "数据发布单位"),
    _of_observation("source.document", "数据来源文件"),
    _of_observation("source.dated", "数据来源日期"),
    _of_observation("target", "目标值（原文）", "目标值"),
    _of_observation("base.value", "基期值"),
    _of_observation("base.year", "基期年份"),
    _of_observation("deviation.cause", "偏差原因及改进措施", "偏差原因", "未完成原因"),
    _of_observation("deviation.measures", "改进措施", "下一步措施"),
    _of_observation("evidence", "佐证材料", listed=True),
    _of_observation("explanation", "情况说明"),
    _of_observation("note", "备注"),
    *(_of_item(key, *_ITEM_OTHERS.get(key, ())) for key in ITEM_TERMS),
)
"""Every column, in the order in which forms have them."""

BY_KEY: dict[str, Column] = {column.key: column for column in COLUMNS}
"""The columns by their keys."""

ITEM_NAME = BY_KEY["item.name"]


BY_HEADING: dict[str, Column] = {
    folded(heading): column
    for column in COLUMNS
    for heading in (column.heading.en, column.heading.zh, *column.others)
}
"""The columns by every heading they are known by, folded."""


def headings_of(catalogue: Catalogue) -> dict[str, Column]:
    """Return the columns by every heading, those too by which the catalogue calls the fields of items."""
    called = {
        folded(heading): BY_KEY[f"item.{key}"]
        for one in catalogue.indicators.values()
        for key, term in (one.eligible.terms if one.eligible else ())
        for heading in (term.zh, term.en, *_spelt(term.zh))
        if f"item.{key}" in BY_KEY
    }
    return called | BY_HEADING


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


def _told(cells: Iterable[str]) -> set[Column]:
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
