"""Break lines by the columns that they take: between Chinese words, at blanks elsewhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

from .chinese import words_in

_RUNS = re.compile("W+|O+|S+|M")
"""The runs of a text by the sorts of its characters. A class of all wide characters takes a twentieth of a
check to compile."""

_NEVER_FIRST = "，。；：！？、）》」』】”’…％%,.;:!?)/—–"
_NEVER_LAST = "（《「『【“‘(/第—–"
_WIDE_MARKS = "，。；：！？、（）《》「」『』【】％—…　＝＋－／"


class _Sorts(dict[int, str]):
    """The sort of each character by its code: ``W`` Chinese, ``M`` a wide mark, ``S`` blank, ``O`` other."""

    def __missing__(self, code: int) -> str:
        self[code] = sort = _sort_of(chr(code))
        return sort


class _Columns(dict[int, str]):
    """As many signs as each character takes columns, by its code."""

    def __missing__(self, code: int) -> str:
        self[code] = signs = "x" * cell_len(chr(code))
        return signs


_CHARACTERS = re.compile("(?s:.)\ufe0f*")
_SORTS, _COLUMNS = _Sorts(), _Columns()
_JOINING = ("\u200d", "\ufe0f")
"""What makes another of the character before it (ZWJ, variation selector 16)."""


def columns(text: str) -> int:
    """Return the columns of a terminal that a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    if any(one in text for one in _JOINING):
        return cell_len(text)
    return len(text.translate(_COLUMNS))


def characters(text: str) -> list[str]:
    """Return the characters of a text, each with what makes another of it."""
    return _CHARACTERS.findall(text)


def wrapped(text: str, width: int, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Return the lines of ``text``, none wider than ``width`` columns, ``indent`` included.

    Lines after the first are ``hanging`` further in. Closing marks never begin a line and opening ones never
    end one; a number and its unit stay together, as a Chinese word does; what is too long for a line is cut.
    """
    start, room = " " * indent, width - indent
    if columns(text) <= room:
        yield start + text.rstrip()
        return
    line, taken = "", 0
    for piece in _pieces(text, room - hanging):
        size = columns(piece)
        kept = columns(piece.rstrip()) if piece[-1].isspace() else size
        if taken + kept > room and line.strip():
            yield start + line.rstrip()
            line, start, room = piece.lstrip(), " " * (indent + hanging), width - indent - hanging
            taken = columns(line)
        else:
            line += piece
            taken += size
    yield start + line.rstrip()


def widest_piece(text: str) -> int:
    """Return the columns that the widest part of a text takes that is not broken."""
    return max((columns(piece.strip()) for piece in _together(text)), default=0)


def _pieces(text: str, room: int) -> Iterator[str]:
    """Return what stays together, cut where it is wider than ``room``."""
    for piece in _together(text):
        yield from (piece,) if columns(piece) <= room else _cut(piece, room)


def _together(text: str) -> Iterator[str]:
    """Return what must stay together: a word, a number with its unit, and the marks that cling to them."""
    held = ""
    for piece in _words(text):
        if held and not _clings(piece, held):
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _clings(piece: str, held: str) -> bool:
    """Whether a piece stays with what is before it."""
    if held[-1].isspace():
        return False
    is_unit = held[-1] in "0123456789" and _sort_of(piece[0]) == "W"
    return is_unit or piece[0] in _NEVER_FIRST or held[-1] in _NEVER_LAST


def _words(text: str) -> Iterator[str]:
    """Return the words, marks and blanks of a text."""
    sorts = text.translate(_SORTS)
    for found in _RUNS.finditer(sorts):
        start, end = found.span()
        yield from _chinese_words(text[start:end]) if sorts[start] == "W" else (text[start:end],)


@lru_cache(4096)
def _chinese_words(run: str) -> tuple[str, ...]:
    return tuple(words_in(run))


def _cut(piece: str, room: int) -> Iterator[str]:
    """Cut a piece that is wider than a line; a path after a slash where one is near."""
    start = 0
    while (end := _reach(piece, start, room)) < len(piece):
        slash = piece.rfind("/", (start + end) // 2, end) + 1
        yield piece[start : slash or end]
        start = slash or end
    yield piece[start:]


def _reach(piece: str, start: int, room: int) -> int:
    """Return where the line that begins at ``start`` is full; it takes one character at least."""
    taken = 0
    for found in _CHARACTERS.finditer(piece, start):
        taken += columns(found[0])
        if taken > room and found.start() > start:
            return found.start()
    return len(piece)


def _sort_of(character: str) -> str:
    """Return the sort of a character: ``W`` Chinese, ``M`` a wide mark, ``S`` blank, ``O`` other."""
    if character.isspace():
        return "S"
    if character in _WIDE_MARKS:
        return "M"
    is_wide = (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uffef"
    )
    return "W" if is_wide else "O"
