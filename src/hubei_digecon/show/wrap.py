"""Break lines by the columns that they take: between Chinese words, at blanks elsewhere."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from .chinese import words_in

_RUNS = re.compile("W+|O+|S+|M")
"""The runs of a text by the sorts of its characters. A class of all wide characters takes a twentieth of a
check to compile."""

_NEVER_FIRST = "，。；：！？、）》」』】”’…％%,.;:!?)/—–"
_NEVER_LAST = "（《「『【“‘(/第—–"
_WIDE_MARKS = "，。；：！？、（）《》「」『』【】％—…　＝＋－／"


def wrapped(text: str, width: int, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Return the lines of ``text``, none wider than ``width`` columns, ``indent`` included.

    Lines after the first are ``hanging`` further in. Closing marks never begin a line and opening ones never
    end one; a number and its unit stay together, as a Chinese word does; what is too long for a line is cut.
    """
    start, line = " " * indent, ""
    room = width - indent
    for piece in _pieces(text, room - hanging):
        if line.strip() and cell_len(line + piece.rstrip()) > room:
            yield start + line.rstrip()
            line, start, room = piece.lstrip(), " " * (indent + hanging), width - indent - hanging
        else:
            line += piece
    yield start + line.rstrip()


def widest_piece(text: str) -> int:
    """Return the columns that the widest part of a text takes that is not broken."""
    return max((cell_len(piece.strip()) for piece in _together(text)), default=0)


def _pieces(text: str, room: int) -> Iterator[str]:
    """Return what stays together, cut where it is wider than ``room``."""
    for piece in _together(text):
        yield from _cut(piece, room)


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
    sorts = "".join(map(_sort_of, text))
    for found in _RUNS.finditer(sorts):
        run = text[found.start() : found.end()]
        yield from words_in(run) if found[0][0] == "W" else (run,)


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
    for at in range(start, len(piece)):
        taken += cell_len(piece[at])
        if taken > room and at > start:
            return at
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
