"""Breaks lines by the columns they take: between Chinese characters, at blanks elsewhere."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_PIECES = re.compile(
    rf"[^\s{_WIDE}]*[0-9][亿万千百元家户个项]+"  # a number and its unit stay together
    rf"|(?<![{_WIDE}])[{_WIDE}]{{1,4}}(?![{_WIDE}])"  # so does a short Chinese word among others
    rf"|[{_WIDE}]|[^\s{_WIDE}]+|\s+"
)
_NEVER_FIRST = "，。；：！？、）》」』】”’…％%,.;:!?)"
_NEVER_LAST = "（《「『【“‘("


def wrapped(text: str, width: int, indent: int = 0) -> Iterator[str]:
    """Return the lines of ``text``, none wider than ``width`` columns, ``indent`` included.

    Closing marks never begin a line and opening ones never end one; a word too long for a line is cut.
    """
    room, line = width - indent, ""
    for piece in _pieces(text, room):
        if cell_len(line + piece.rstrip()) > room and line.strip():
            yield " " * indent + line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield " " * indent + line.rstrip()


def _pieces(text: str, room: int) -> Iterator[str]:
    """Return what must stay together: a word or character with the marks that cling to it."""
    held = ""
    for piece in _PIECES.findall(text):
        clings = piece[0] in _NEVER_FIRST or (held and held[-1] in _NEVER_LAST)
        if held and not clings:
            yield from _cut(held, room)
            held = ""
        held += piece
    yield from _cut(held, room)


def _cut(piece: str, room: int) -> Iterator[str]:
    while cell_len(piece) > room:
        end = next(n for n in range(len(piece), 0, -1) if n == 1 or cell_len(piece[:n]) <= room)
        yield piece[:end]
        piece = piece[end:]
    if piece:
        yield piece
