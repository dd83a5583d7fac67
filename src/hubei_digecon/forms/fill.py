"""The keys that an observation can have, as a form shows them: what stands there, and what to write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..model.targets import Indicator
from ..model.words import Counting, Level, Missing, Nature, State, Status
from ..text import Text
from ..units import IndicatorKind


@dataclass(frozen=True, slots=True)
class Blank:
    """A key to fill: ``given`` is what a form already writes there, ``told`` what it is or can be.

    ``items``: keys of the things listed there, where it is a list; a key that holds others has them
    in ``keys``.
    """

    key: str
    given: str = ""
    told: Text | None = None
    keys: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


def _words(words: Iterable[Any], but: Any = None) -> Text:
    kept = [word for word in words if word is not but]
    return Text("、".join(word.term.zh for word in kept), ", ".join(word.id for word in kept))


STATUS = Text("数据性质：{words}", "one of: {words}").format(words=_words(Status, but=Status.UNSTATED))
STATE = Text("进展情况：{words}", "one of: {words}").format(words=_words(State, but=State.NOT_ACHIEVED))
MISSING = _words(Missing)
COUNTING = Text("统计方式：{words}", "one of: {words}").format(words=_words(Counting))
LEVEL = Text("级别：{words}", "level: {words}").format(words=_words(Level))
SCOPE = Text("统计口径", "the statistical scope")
VALUE = Text("完成值", "the number")
SOURCE = Text("数据来源：名称、发布单位、日期", "where the figure comes from")
EVIDENCE = Text("佐证材料：名称、出具单位、文件、日期", "the documents behind it")
ITEMS = Text("清单，每项一行", "the things counted, a line each")

_SOURCE = ("title", "issuer", "dated")
_EVIDENCE = ("title", "issuer", "document", "dated")


def blanks(indicator: Indicator) -> Iterator[Blank]:
    """Return the keys that matter for an indicator of its kind, in the order of a report."""
    if indicator.kind is IndicatorKind.MILESTONE:
        yield Blank("state", told=STATE)
        yield Blank("evidence", told=EVIDENCE, items=_EVIDENCE)
        return
    yield Blank("value", told=VALUE)
    yield Blank("unit", given=indicator.unit or "")
    if indicator.kind is not IndicatorKind.COUNT:
        yield Blank("status", told=STATUS)
    if indicator.scopes:
        yield Blank("scope", given=indicator.scopes[0], told=SCOPE)
    if indicator.counting:
        yield Blank("counting", given=indicator.counting.id, told=COUNTING)
    yield Blank("source", told=SOURCE, keys=_SOURCE)
    if indicator.kind is IndicatorKind.COUNT:
        yield Blank("items", told=_items_told(indicator), items=_item_keys(indicator))


def _item_keys(indicator: Indicator) -> tuple[str, ...]:
    """Return the keys an item of a count should have: what makes it eligible, and its document.

    The date is asked for in any case: a report for a later year is held to the due year by it.
    """
    until = () if indicator.nature is Nature.ADDED else ("valid_until",)
    return tuple(dict.fromkeys(("name", *indicator.item_fields, "recognised_on", *until, "document")))


def _items_told(indicator: Indicator) -> Text:
    if "level" not in _item_keys(indicator):
        return ITEMS
    return Text.joined((ITEMS, LEVEL), "；", "; ")
