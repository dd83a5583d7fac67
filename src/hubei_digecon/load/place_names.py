"""Which place is meant by a name: its id, its name in either language, an alias; and which is near."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from ..domain.names import folded
from ..text import Text
from .targets import TargetLibrary

_MEANT = Text("是否想写“{name}”？", "did you mean “{name}”? ")
_NAMED = Text("是否指“{name}”（{id}）？", "did you mean “{name}” ({id})? ")

_CLOSE, _CLOSE_OF_SHORT, _SHORT = 0.6, 0.5, 3
"""How alike names must be, of 1; and those that are so short that one character is much of them."""


def place_named(name: str, library: TargetLibrary) -> str | None:
    """Return the id of the place that has this id, name or alias; ``None`` where none has.

    The id alone is known by the name of its file; for any other name all files of places are read, once.
    """
    return name if name in library.files else library.ids_by_name.get(folded(name))


@lru_cache(1024)
def place_meant(name: str, library: TargetLibrary) -> Text:
    """Return “did you mean …?” with the place whose name is most like this one, or nothing."""
    asked = _letters(name[:100])
    if len(asked) < 2:  # one character is like too much
        return Text.same("")
    near = _known_to(library).most_like(asked)
    if near is None:
        return Text.same("")
    meant, id = near
    return (_MEANT if meant == id else _NAMED).format(name=meant, id=id)


@lru_cache(8)
def _known_to(library: TargetLibrary) -> "_PlaceNames":
    return _PlaceNames((name, id) for id, others in library.names().items() for name in (id, *others))


class _PlaceNames:
    """All names of places, by the letters in them: few of thousands have letters enough in common with a
    text that they have to be compared with it.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._names = [(_letters(name), name, id) for name, id in names]
        self._with: dict[str, list[int]] = {}
        for number, (letters, *_) in enumerate(self._names):
            for letter in set(letters):
                self._with.setdefault(letter, []).append(number)

    def most_like(self, asked: str) -> tuple[str, str] | None:
        """Return the name most like some letters, and the id of its place; ``None`` where none is alike."""
        least = _CLOSE_OF_SHORT if len(asked) <= _SHORT else _CLOSE
        best: tuple[float, str, str] | None = None
        for most, number in self._ordered(asked, least):
            if best and most < best[0]:
                break  # and so is all that follows
            letters, name, id = self._names[number]
            alike = _alike(asked, letters)
            if alike >= least:
                best = max(best or (alike, name, id), (alike, name, id))
        return best[1:] if best else None

    def _ordered(self, asked: str, least: float) -> list[tuple[float, int]]:
        """Return the numbers of names that may be like some letters with how alike they are at most, by the
        letters they share, the most alike first.
        """
        shared = Counter[int]()
        for letter in set(asked):
            shared.update(self._with.get(letter, ()))
        every, again = Counter(asked), len(asked) - len(set(asked))
        found: list[tuple[float, int]] = []
        for number, common in shared.items():
            letters = self._names[number][0]
            both = len(asked) + len(letters)
            if asked in letters:
                found.append((1.0, number))
            elif 2 * (common + again) / both >= least:  # which costs less to see, and shuts out most
                most = 2 * (every & Counter(letters)).total() / both
                found += [(most, number)] if most >= least else []
        return sorted(found, reverse=True)


def _alike(asked: str, known: str) -> float:
    """Return how alike two names are, from 0 to 1; the beginning or a part of a name is more like it."""
    from difflib import SequenceMatcher

    ratio = SequenceMatcher(None, asked, known, autojunk=False).ratio()
    if asked in known:
        return max(ratio, _CLOSE + (1 - _CLOSE) * len(asked) / len(known))
    return ratio


def _letters(name: str) -> str:
    """Return a name as it is likened to others: hyphens and other signs make no difference either."""
    return "".join(filter(str.isalnum, folded(name)))
