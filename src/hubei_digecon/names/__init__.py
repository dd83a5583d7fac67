"""When two names mean the same: one fold for all of them, and what names look like.

Names of items, reviewers, submitters and places, and headings, are compared as :func:`folded`. The tables
behind it are imported when a character is met for the first time, and each character is looked up once.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import cache, lru_cache

_FULL_STOPS = ".。"
_STROKES = re.compile("''+")
"""What a quote looks like, folded to its sign: as one stroke it is what apostrophes and primes look like."""
_KEPT = 4096
"""How many names are kept as they are compared: the reports of a place name the same things each time."""

_RUNS = re.compile(r'([-"(·])\1+')


@lru_cache(_KEPT)
def folded(name: str) -> str:
    """Return a name as it is compared; names that fold to the same text are the same.

    Characters that take no room and blanks are dropped, widths and forms made one (NFKC), letters compared
    without their case, radicals as the characters they stand for. Brackets, quotes, dashes and middle dots
    are one sign each, however many stand in a row; a full stop at the end says nothing.
    """
    return _composed(name.translate(_FOLDS))


def looks(name: str, fold: str) -> tuple[str, ...]:
    """Return what a name looks like, ``fold`` being how it is compared; names that look alike are perhaps the
    same.

    Traditional characters are compared as simplified ones, and letters by what they look like, in small
    letters, in capitals and as written.
    """
    capital = fold.upper()
    if fold == capital:
        return (_look(fold),)
    return _look(fold), _look(capital), _look(_composed(name.translate(_WRITTEN)))


def meant_by(fold: str, known: Collection[str]) -> str:
    """Return which of some known names one is in traditional characters, all of them folded; else itself."""
    if fold.isascii() or fold in known:
        return fold
    look = _look(fold)
    return next((name for name in known if len(name) == len(fold) and _look(name) == look), fold)


def _composed(name: str) -> str:
    """Return a name, its characters each being folded, in one form and with its signs counted once."""
    name = unicodedata.normalize("NFKC", name)
    return name if name.isalnum() else _RUNS.sub(r"\1", name).rstrip(_FULL_STOPS)


def _look(name: str) -> str:
    look = unicodedata.normalize("NFD", name).translate(_LOOKS)
    return _STROKES.sub("'", look) if "''" in look else look


class _Table(dict[int, str]):
    """A table for ``str.translate`` that asks what stands for a character when it is met.

    Args:
        stands_for: returns what stands for a character.
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
    """Return the sign or ideograph that a character is a form of; nothing for one that is not seen."""
    from . import folding

    code = ord(character)
    if character in folding.BLANKS or any(first <= code <= last for first, last in folding.IGNORED):
        return ""
    sorts = ((folding.BRACKETS, "("), (folding.QUOTES, '"'), (folding.DASHES, "-"), (folding.DOTS, "·"))
    radical = folding.RADICALS.find(character)
    if radical >= 0:
        return folding.IDEOGRAPHS[radical]
    return next((one for signs, one in sorts if character in signs), character)


@cache
def _read_looks() -> dict[int, str]:
    from .look_alikes import BROAD, CHARACTERS, LOOKS, SPELT

    looks = (*LOOKS, *SPELT.split("\n"))
    return dict(zip(map(ord, CHARACTERS + BROAD), looks, strict=True))


def _looking(character: str) -> str:
    return _read_looks().get(ord(character), character)


_FOLDS, _WRITTEN, _LOOKS = _Table(_without_case), _Table(_as_written), _Table(_looking)
