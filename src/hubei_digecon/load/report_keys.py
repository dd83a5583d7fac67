"""How the keys of a report are read: the words that can stand there; sources, evidence and items.

What is read with nothing to note, as nearly all is, is read at once; only where something may be wrong
does it matter where that stands.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ..diagnostics import DiagnosticKind, Example, Severity
from ..model.reports import Evidence, Item
from ..text import Text
from .attached import document_of, leads_out
from .dates import YEARS, Readings, dated_of, valid_until_of
from .fields import BLANK_MARKS, Fields, whole_of
from .near import suggestion
from .office_words import ARRIVALS, LEVELS, LEVELS_ASKED

UNCLEAR_WORD = DiagnosticKind(
    "unclear-word",
    Severity.WARNING,
    Text(
        "“{text}”不能用于“{key}”，按未填写处理",
        "“{text}” is not a word for “{key}” and counts as not given",
    ),
    Text("{suggestion}可写：{words}", "{suggestion}words that can stand here: {words}"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, status: 核定}}",
        passes="observations: {gdp: {value: 1000亿元, status: 快报}}",
    ),
)
KINDS = (UNCLEAR_WORD,)

Read = Callable[[Fields, str], Any]
"""Reads what stands under a key, and notes what is wrong with it."""

NOT_AT_ONCE = (AttributeError, KeyError, TypeError, ValueError)
"""What reading at once fails with where there is something to note, a short form, or no shape of ours."""


_KEPT = 4096
"""How many sources and items are kept as they are read: reports of a place name the same each time."""


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


def one_of(words: Mapping[str, Any], asked: Mapping[str, Readings]) -> Read:
    """Return how a word of a closed list is read, and what is asked about."""
    return lambda fields, key: office_word(fields, key, words, asked)


def office_word(
    fields: Fields, key: str, words: Mapping[str, Any], asked: Mapping[str, Readings], called: str = ""
) -> Any:
    """Return what the word under ``key`` stands for; one that can mean two things, or nothing that is
    known, counts as not given. A short form stands under another key than the one it is ``called`` in full.
    """
    text = fields.text(key)
    if text is None or text in words or text in BLANK_MARKS:
        return words.get(text or "")
    if text in asked:
        fields.ask(key, text, asked[text])
    else:
        values = {"key": called or key, "suggestion": suggestion(text, words), "words": _listed(words)}
        fields.fault(UNCLEAR_WORD, key, text=text, **values)
    return None


def _listed(words: Mapping[str, Any]) -> Text:
    """Return what can stand at a key: of words that mean the same, the term in Chinese, the id in English."""
    meant = dict.fromkeys(words.values())
    return Text("、".join(one.term.zh for one in meant), ", ".join(one.id for one in meant))


def evidence_at_once(node: Any) -> Evidence:
    """Read a source; fail where that is not all there is to do."""
    return _evidence_at_once(*node.items())


@lru_cache(_KEPT)
def _evidence_at_once(*pairs: tuple[str, str]) -> Evidence:
    read = {key: _EVIDENCE_AT_ONCE[key](text) for key, text in pairs}
    if not any(read.values()):
        raise KeyError
    return Evidence(**read)


def item_at_once(node: Any) -> Item:
    """Read an item; fail where that is not all there is to do."""
    return _item_at_once(*node.items())


@lru_cache(_KEPT)
def _item_at_once(*pairs: tuple[str, str]) -> Item:
    read = {key: _ITEM_AT_ONCE[key](text) for key, text in pairs}
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


_BLANKS = frozenset(BLANK_MARKS)


def _document(text: str) -> str | None:
    text = text.strip()
    if text in _BLANKS:
        return None
    if leads_out(text):
        raise ValueError(text)
    return text


def _optional(text: str) -> str | None:
    text = text.strip()
    return None if text in _BLANKS else text


_TEXT = _Text(_optional, Fields.optional)
_DATED = _Text(dated_of, lambda fields, key: fields.dated(key, dated_of))
_DOCUMENT = _Text(_document, document_of)
_EVIDENCE = {"title": _TEXT, "issuer": _TEXT, "document": _DOCUMENT, "dated": _DATED}
_ITEM = {
    "name": _Text(str.strip, lambda fields, key: fields.needed(key) or ""),
    "code": _TEXT,
    "level": _Text(LEVELS.__getitem__, one_of(LEVELS, LEVELS_ASKED)),
    "arrival": _Text(ARRIVALS.__getitem__, one_of(ARRIVALS, {})),
    "recognised_on": _DATED,
    "valid_until": _Text(valid_until_of, lambda fields, key: fields.dated(key, valid_until_of)),
    "by": _TEXT,
    "list": _TEXT,
    "publisher": _TEXT,
    "year": _Text(
        lambda text: whole_of(text, *YEARS),
        lambda fields, key: fields.whole(key, *YEARS) if fields.optional(key) else None,
    ),
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
