"""Which place is meant by a name: its id, its name in either language, an alias; and which is near."""

from collections.abc import Iterator
from functools import lru_cache

from ..domain.names import folded
from ..text import Text
from .targets import TargetLibrary

_MEANT = Text("是否想写“{name}”？", "did you mean “{name}”? ")
_NAMED = Text("是否指“{name}”（{id}）？", "did you mean “{name}” ({id})? ")

_CLOSE, _CLOSE_OF_SHORT, _SHORT = 0.6, 0.5, 3
"""How alike names must be, of 1; and those that are so short that one character is much of them."""


def place_named(name: str, library: TargetLibrary) -> str | None:
    """Return the id of the place that has this id, name or alias; ``None`` where none has."""
    if name in library.files:
        return name
    asked = folded(name)
    return next(
        (id for id, others in library.names().items() if asked in map(folded, (id, *others))),
        None,
    )


@lru_cache(1024)
def place_meant(name: str, library: TargetLibrary) -> Text:
    """Return “did you mean …?” with the place whose name is most like this one, or nothing."""
    near = max(_likenesses(name, library), default=None)
    if near is None:
        return Text.same("")
    _, meant, id = near
    return (_MEANT if meant == id else _NAMED).format(name=meant, id=id)


def _likenesses(name: str, library: TargetLibrary) -> Iterator[tuple[float, str, str]]:
    """Return every name that is like this one: how alike, the name, and the id of its place."""
    asked = _letters(name[:100])
    if len(asked) < 2:  # one character is like too much
        return
    least = _CLOSE_OF_SHORT if len(asked) <= _SHORT else _CLOSE
    for id, others in library.names().items():
        for known in (id, *others):
            alike = _alike(asked, _letters(known))
            if alike >= least:
                yield alike, known, id


def _alike(asked: str, known: str) -> float:
    """Return how alike two names are, from 0 to 1; the beginning or a part of a name is more like it."""
    from difflib import SequenceMatcher

    ratio = SequenceMatcher(None, asked, known, autojunk=False).ratio()
    if len(asked) > 1 and asked in known:
        return max(ratio, _CLOSE + (1 - _CLOSE) * len(asked) / len(known))
    return ratio


def _letters(name: str) -> str:
    """Return a name as it is likened to others: hyphens and other signs make no difference either."""
    return "".join(filter(str.isalnum, folded(name)))
