"""The keys that an observation can have, as a form shows them: what stands there, and what to write."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..domain.targets import Indicator, Scope
from ..domain.words import Counting
from ..shapes import text_kinds
from ..shapes.columns import COLUMNS, ColumnLevel
from ..shapes.text_kinds import TextKind
from ..text import Text

_NOTHING = Text("", "")


class Blank(NamedTuple):
    """A key to fill: ``given`` is what a form already writes there, ``told`` what it is or can be.

    ``items``: keys of the things listed there, where it is a list; a key that holds others has them
    in ``keys``.
    """

    key: str
    given: Text = _NOTHING
    told: Text | None = None
    keys: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


def _words(kind: TextKind) -> Text:
    choices = kind.choices
    return Text("、".join(word.term.zh for word in choices), ", ".join(word.id for word in choices))


STATUS = Text("数据性质：{words}", "one of: {words}").format(words=_words(text_kinds.STATUS))
STATE = Text("进展情况：{words}", "one of: {words}").format(words=_words(text_kinds.STATE))
MISSING = _words(text_kinds.MISSING)
COUNTING = Text("统计方式：{words}", "one of: {words}").format(words=_words(text_kinds.COUNTING))
WORDS_OF_ITEMS = {
    column.path[0]: _words(column.kind)
    for column in COLUMNS
    if column.level is ColumnLevel.ITEM and column.kind.choices
}
"""What can be written under some keys of an item."""

SCOPE = Text("统计口径", "the statistical scope")
VALUE = Text("完成值：{how}", "{how}")
UNITS = Text("可用：{units}", "one of: {units}")
SOURCE = Text("数据来源：名称、发布单位、日期", "where the figure comes from")
PREVIOUS = Text("对比期数值：{periods}的数值", "the earlier figure: that of {periods}")
BEFORE = Text("上年同期值", "the figure of the same period of the year before")
DEVIATION = Text("未完成的：原因、下一步措施、完成时限", "where it is missed: why, what is done, by when")
OFFICE = Text("责任单位（牵头处室）、联系人及电话", "the office that answers for it, and whom to call there")
EVIDENCE = Text("佐证材料：名称、出具单位、文件、日期", "the documents behind it")
ITEMS = Text("清单，每项一行：{fields}", "the things counted, a line each: {fields}")

_SOURCE = ("title", "issuer", "dated")
_DEVIATION, _OFFICE = ("cause", "measures", "deadline"), ("name", "contact")
_EVIDENCE = ("title", "issuer", "document", "dated")


def blanks(
    indicator: Indicator,
    scopes: Sequence[Scope] = (),
    rates: Sequence[Indicator] = (),
    counting: Counting | None = None,
    is_target: bool = True,
) -> Iterator[Blank]:
    """Return the keys that matter for an indicator of its kind, in the order of a report; ``scopes`` are
    those its figure can be of, the usual one first, and ``rates`` those that are computed from its figures;
    another ``counting`` than its own may be asked for. ``is_target``: it can be missed.
    """
    if indicator.kind.takes_state:
        yield Blank("state", told=STATE)
    else:
        yield from _of_number(indicator, scopes, rates, counting)
    yield Blank("evidence", told=EVIDENCE, items=_EVIDENCE)
    if is_target:
        yield Blank("deviation", told=DEVIATION, keys=_DEVIATION)
    yield Blank("office", told=OFFICE, keys=_OFFICE)


def _of_number(
    indicator: Indicator, scopes: Sequence[Scope], rates: Sequence[Indicator], counting: Counting | None
) -> Iterator[Blank]:
    yield Blank("value", told=VALUE.format(how=indicator.kind.how_written))
    if indicator.unit:
        others = UNITS.format(units=indicator.units.listed) if len(indicator.units.full) > 1 else None
        yield Blank("unit", given=Text.same(indicator.unit), told=others)
    if indicator.kind.is_revised:
        yield Blank("status", told=STATUS)
    if scopes:
        yield Blank("scope", given=scopes[0].name, told=SCOPE)
    if counting := counting or indicator.counting:
        yield Blank("counting", given=Text(counting.term.zh, counting.id), told=COUNTING)
    if rates:
        yield Blank("previous", told=_previous(rates), keys=("period", "value", "unit"))
    else:
        yield Blank("previous", told=BEFORE, keys=("value",))
    yield Blank("source", told=SOURCE, keys=_SOURCE)
    if indicator.is_listed:
        fields = (field_told(indicator, key) for key in indicator.item_columns)
        told = ITEMS.format(fields=Text.joined(fields, "、", ", "))
        yield Blank("items", told=told, items=indicator.item_columns)


def _previous(rates: Sequence[Indicator]) -> Text:
    """Return for which periods an earlier figure is asked for."""
    starts = [one.change.since for one in rates if one.change]
    periods = dict.fromkeys(since.words if since else _YEAR_BEFORE for since in starts)
    return PREVIOUS.format(periods=Text.joined(tuple(periods), "或", " or "))


_YEAR_BEFORE = Text("上年同期", "the same period of the year before")


def field_told(indicator: Indicator, key: str) -> Text:
    """Return what a field of an item is called, and what can be written there."""
    term, words = indicator.item_term(key), WORDS_OF_ITEMS.get(key)
    return _FIELD.format(term=term, words=words) if words else term


_FIELD = Text("{term}（{words}）", "{term} ({words})")
