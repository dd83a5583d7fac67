"""Decide when two names mean the same: one fold for all names, and what names look like.

Names of items, reviewers, submitters and places, and headings, are compared as :func:`folded`. The tables
behind it are imported when they are first needed, and each character is looked up once.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache

from ...late import late_pattern

_FULL_STOPS = ".。"
_STROKES = late_pattern("''+")
"""What a quote looks like, folded to its sign: as one stroke it is what apostrophes and primes look like."""
_KEPT = 4096
"""How many names are kept as they are compared: the reports of a place name the same things each time."""

_PLAIN, _IDEOGRAPHS = late_pattern("[0-9a-z\u4e00-\u9fff]+"), late_pattern("[\u4e00-\u9fff]+")
"""Names that are compared as they are written: small letters, digits and ideographs, which nothing folds."""

_IN_BRACKETS = late_pattern("(.*)（(.*)）(.*)")
_RUNS = late_pattern(r'([-"(·])\1+')


@lru_cache(_KEPT)
def folded(name: str) -> str:
    """Return a name as it is compared; names that fold to the same text are the same.

    Invisible characters and blanks are dropped, widths and forms are unified (NFKC), case is folded, and
    radicals become the characters they stand for. Brackets, quotes, dashes and middle dots become one sign
    each, and repeated signs one. A final full stop is dropped.
    """
    return _composed(name.translate(_FOLDS))


def folded_each(names: Iterable[str]) -> list[str]:
    """Return many names as :func:`folded` returns each. Plain ones are as they are compared already, and none
    is kept: those of a register are millions.
    """
    is_plain, fold = _PLAIN.fullmatch, folded.__wrapped__
    return [name if is_plain(name) else fold(name) for name in names]


def looks_each(names: Iterable[str], folds: Iterable[str]) -> list[tuple[str, ...]]:
    """Return what many names look like, as :func:`looks` returns it of each."""
    from .look_alikes import BROAD, CHARACTERS

    is_plain, is_itself = _IDEOGRAPHS.fullmatch, frozenset(CHARACTERS + BROAD).isdisjoint
    return [
        (fold,) if is_plain(fold) and is_itself(fold) else looks(name, fold)
        for name, fold in zip(names, folds, strict=True)
    ]


def looks(name: str, fold: str) -> tuple[str, ...]:
    """Return what a name looks like; ``fold`` is the folded name. Names that look alike may be the same.

    Traditional characters are compared as simplified ones, and letters by their shape, in small letters, in
    capitals and as written.
    """
    capital = fold.upper()
    if fold == capital:
        return (_look(fold),)
    return _look(fold), _look(capital), _look(_composed(name.translate(_WRITTEN)))


def meant_by(fold: str, known: Collection[str]) -> str:
    """Return which of some known names a name in traditional characters is, all of them folded; else the
    name.
    """
    if fold.isascii() or fold in known:
        return fold
    look = _look(fold)
    return next((name for name in known if len(name) == len(fold) and _look(name) == look), fold)


def _composed(name: str) -> str:
    """Return a name whose characters are folded in one normal form, with repeated signs reduced to one."""
    name = unicodedata.normalize("NFKC", name)
    return name if name.isalnum() else _RUNS.sub(r"\1", name).rstrip(_FULL_STOPS)


def _look(name: str) -> str:
    look = unicodedata.normalize("NFD", name).translate(_LOOKS)
    return _STROKES.sub("'", look) if "''" in look else look


class _FoldingTable(dict[int, str]):
    """A table for ``str.translate`` that looks up a character when it first occurs.

    Args:
        stands_for: returns what a character is replaced by.
    """

    def __init__(self, stands_for: Callable[[str], str]) -> None:
        self.stands_for = stands_for

    def __missing__(self, code: int) -> str:
        self[code] = made = self.stands_for(chr(code))
        return made


def _without_case(character: str) -> str:
    return "".join(map(_sign, unicodedata.normalize("NFKC", character).casefold()))


def _as_written(character: str) -> str:
    return "".join(map(_sign, unicodedata.normalize("NFKC", character)))


def _sign(character: str) -> str:
    """Return the sign or ideograph that a character is a form of; an empty text for an invisible one."""
    from . import folding

    code = ord(character)
    if character in folding.BLANKS or any(first <= code <= last for first, last in folding.IGNORED):
        return ""
    sorts = ((folding.BRACKETS, "("), (folding.QUOTES, '"'), (folding.DASHES, "-"), (folding.DOTS, "·"))
    radical = folding.RADICALS.find(character)
    if radical >= 0:
        return folding.IDEOGRAPHS[radical]
    return next((one for signs, one in sorts if character in signs), character)


def _looking(character: str) -> str:
    """Return what a character looks like. Of thousands in the table few occur, so it is searched."""
    from .look_alikes import BROAD, CHARACTERS, LOOKS

    at = CHARACTERS.find(character)
    if at >= 0:
        return LOOKS[at]
    at = BROAD.find(character)
    return _spelt_looks()[at] if at >= 0 else character


@cache
def _spelt_looks() -> list[str]:
    from .look_alikes import SPELT

    return SPELT.split("\n")


_FOLDS, _WRITTEN, _LOOKS = _FoldingTable(_without_case), _FoldingTable(_as_written), _FoldingTable(_looking)


def parts_of_name(name: str) -> tuple[str, ...]:
    """Return the further readings of a name: two words, the second in brackets, are each read alone."""
    found = _IN_BRACKETS.fullmatch(name)
    return (f"{found[1]}{found[3]}", f"{found[2]}{found[3]}") if found and found[3] else ()
