"""The keys that an observation can have, as a form shows them: what stands there, and what to write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.targets import Indicator, Scope
from ..model.words import Arrival, Counting, Level, Missing, State, Status
from ..text import Text
from ..units import IndicatorKind

_NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Blank:
    """A key to fill: ``given`` is what a form already writes there, ``told`` what it is or can be.

    ``items``: keys of the things listed there, where it is a list; a key that holds others has them
    in ``keys``.
    """

    key: str
    given: Text = _NOTHING
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
WORDS_OF_ITEMS = {"level": _words(Level), "arrival": _words(Arrival, but=Arrival.SIGNED)}
"""What can be written under some keys of an item."""

SCOPE = Text("统计口径", "the statistical scope")
VALUE = Text("完成值", "the number")
SOURCE = Text("数据来源：名称、发布单位、日期", "where the figure comes from")
EVIDENCE = Text("佐证材料：名称、出具单位、文件、日期", "the documents behind it")
ITEMS = Text("清单，每项一行：{fields}", "the things counted, a line each: {fields}")

_SOURCE = ("title", "issuer", "dated")
_EVIDENCE = ("title", "issuer", "document", "dated")


def blanks(indicator: Indicator, scopes: Sequence[Scope] = ()) -> Iterator[Blank]:
    """Return the keys that matter for an indicator of its kind, in the order of a report; ``scopes`` are
    those its figure can be of, the usual one first.
    """
    if indicator.kind is IndicatorKind.MILESTONE:
        yield Blank("state", told=STATE)
        yield Blank("evidence", told=EVIDENCE, items=_EVIDENCE)
        return
    yield Blank("value", told=VALUE)
    yield Blank("unit", given=Text.same(indicator.unit or ""))
    if indicator.kind is not IndicatorKind.COUNT:
        yield Blank("status", told=STATUS)
    if scopes:
        yield Blank("scope", given=scopes[0].name, told=SCOPE)
    if counting := indicator.counting:
        yield Blank("counting", given=Text(counting.term.zh, counting.id), told=COUNTING)
    yield Blank("source", told=SOURCE, keys=_SOURCE)
    if indicator.kind is IndicatorKind.COUNT:
        fields = (field_told(indicator, key) for key in indicator.item_columns)
        told = ITEMS.format(fields=Text.joined(fields, "、", ", "))
        yield Blank("items", told=told, items=indicator.item_columns)


def field_told(indicator: Indicator, key: str) -> Text:
    """Return what a field of an item is called, and what can be written there."""
    term, words = indicator.item_term(key), WORDS_OF_ITEMS.get(key)
    return _FIELD.format(term=term, words=words) if words else term


_FIELD = Text("{term}（{words}）", "{term} ({words})")
