"""How the keys of a report are read: the words that can stand there; sources, evidence and items.

What is read with nothing to note, as nearly all is, is read at once; only where something may be wrong
does it matter where that stands.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..model.reports import Evidence, Item
from ..model.words import Counting, Level, Missing, State, Status
from .attached import document_of, leads_out
from .dates import YEARS, dated_of, valid_until_of
from .fields import Fields, whole_of, words_of

STATUSES = words_of(Status, Status.UNSTATED) | {
    "年报": Status.FINAL,
    "定案": Status.FINAL,
    "最终核实": Status.FINAL,
    "快报": Status.PROVISIONAL,
    "公报": Status.PROVISIONAL,
    "初步": Status.PROVISIONAL,
    "初步核算": Status.PROVISIONAL,
    "预计": Status.ESTIMATED,
    "预测": Status.ESTIMATED,
    "测算": Status.ESTIMATED,
}
"""How a submitter can say how settled a figure is; 核定 is the assessor's word and not among them."""

STATES = words_of(State, State.NOT_ACHIEVED)
COUNTINGS = words_of(Counting)
MISSINGS = words_of(Missing)
LEVELS = words_of(Level)


Read = Callable[[Fields, str], Any]
"""Reads what stands under a key, and notes what is wrong with it."""

NOT_AT_ONCE = (AttributeError, KeyError, TypeError, ValueError)
"""What reading at once fails with where there is something to note, a short form, or no shape of ours."""


class _Text(NamedTuple):
    """How the text under a key is read: at once, failing with one of :data:`NOT_AT_ONCE`; and noted."""

    at_once: Callable[[str], Any]
    noted: Read


def present(fields: Fields, readers: dict[str, Read]) -> dict[str, Any]:
    """Read the keys that are there; one that is not costs nothing."""
    return {
        key: readers[key](fields, key)
        for key, value in fields.node.items()
        if value is not None and key in readers
    }


def one_of(words: Mapping[str, Any]) -> Read:
    """Return how a word of a closed list is read."""
    return lambda fields, key: fields.word(key, words)


def evidence_at_once(node: Any) -> Evidence:
    """Read a source; fail where that is not all there is to do."""
    read = {key: _EVIDENCE_AT_ONCE[key](text) for key, text in node.items() if text is not None}
    if not read:
        raise KeyError
    return Evidence(**read)


def item_at_once(node: Any) -> Item:
    """Read an item; fail where that is not all there is to do."""
    read = {key: _ITEM_AT_ONCE[key](text) for key, text in node.items() if text is not None}
    return Item(read.pop("name"), **read)


def source_of(fields: Fields, key: str) -> Evidence | None:
    """Return the source under a key."""
    try:
        return evidence_at_once(fields.node[key])
    except NOT_AT_ONCE:
        return _evidence(fields.inside(key, short="title"))


def evidence_of(fields: Fields, key: str) -> tuple[Evidence, ...]:
    """Return the evidence listed under a key."""
    return tuple(filter(None, map(_evidence, fields.each(key, short="title"))))


def items_of(fields: Fields, key: str) -> tuple[Item, ...]:
    """Return the items listed under a key."""
    items = []
    for index, node in enumerate(fields.node[key]):
        try:
            items.append(item_at_once(node))
        except NOT_AT_ONCE:
            if (item := fields.element(key, index, node)) is not None:
                items.append(Item(**{"name": "", **present(item, _ITEM_NOTED)}))
    return tuple(items)


def _evidence(fields: Fields | None) -> Evidence | None:
    if fields is None:
        return None
    read = present(fields, _EVIDENCE_NOTED)
    return Evidence(**read) if any(read.values()) else None


def _document(text: str) -> str:
    if leads_out(text.strip()):
        raise ValueError(text)
    return text.strip()


_TEXT = _Text(str.strip, Fields.text)
_DATED = _Text(dated_of, lambda fields, key: fields.dated(key, dated_of))
_DOCUMENT = _Text(_document, document_of)
_EVIDENCE = {"title": _TEXT, "issuer": _TEXT, "document": _DOCUMENT, "dated": _DATED}
_ITEM = {
    "name": _Text(str.strip, lambda fields, key: fields.needed(key) or ""),
    "code": _TEXT,
    "level": _Text(LEVELS.__getitem__, one_of(LEVELS)),
    "recognised_on": _DATED,
    "valid_until": _Text(valid_until_of, lambda fields, key: fields.dated(key, valid_until_of)),
    "by": _TEXT,
    "list": _TEXT,
    "publisher": _TEXT,
    "year": _Text(lambda text: whole_of(text, *YEARS), lambda fields, key: fields.whole(key, *YEARS)),
    "certificate": _TEXT,
    "document": _DOCUMENT,
}
"""How each key of an item is read."""

_EVIDENCE_AT_ONCE, _ITEM_AT_ONCE = (
    {key: text.at_once for key, text in keys.items()} for keys in (_EVIDENCE, _ITEM)
)
_EVIDENCE_NOTED, _ITEM_NOTED = (
    {key: text.noted for key, text in keys.items()} for keys in (_EVIDENCE, _ITEM)
)
