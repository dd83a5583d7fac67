"""CSV of a register, held to what CSV of reports is held to.

DuckDB wants all rows to end alike, and passes over characters that no text has, and quotes inside of cells.
The file may be large, so it is looked through in pieces, each of which ends where a line does.
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from ...diagnostics import Place
from ...late import late_pattern
from ...text import Text
from ..tables.separated import AFTER_QUOTE, CONTROL, NOT_CLOSED, QUOTE_INSIDE

PIECE = 2**22

_BOM = b"\xef\xbb\xbf"
_CONTROLS = bytes((*range(9), *range(0x0B, 0x20), 0x7F))
"""What no text has; of line breaks the copy has line feeds only."""

_QUOTED = rb'"[^"]*+(?:""[^"]*+)*+"'
_CELL = late_pattern(_QUOTED)


def ended_alike(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Return a text in pieces, with a line feed wherever it has a carriage return before one."""
    held = b""
    for piece in pieces:
        text = held + piece
        held = b"\r" if text.endswith(b"\r") else b""
        yield text.removesuffix(b"\r").replace(b"\r\n", b"\n") if b"\r" in text else text
    yield held


def problem_in(path: str, separator: str) -> tuple[Text, Place] | None:
    """Return what no CSV of a report may have, and where it stands; ``None`` for a file without it."""
    with open(path, "rb") as file:
        found = _first_problem(file, separator.encode())
        return (found[1], _place(file, found[0])) if found else None


def _first_problem(file: BinaryIO, separator: bytes) -> tuple[int, Text] | None:
    """Return a problem, with the number of bytes before it."""
    ends = re.escape(separator) + rb"\n"
    cells = re.compile(rb'(?:[^"]*+(?<![^%b])%b(?![^%b]))*+' % (ends, _QUOTED, ends))
    opened: int | None = None
    start = len(_BOM) if file.read(len(_BOM)) == _BOM else 0
    file.seek(start)
    while piece := file.read(PIECE) + file.readline(PIECE):
        if (control := _control(piece)) is not None:
            return start + control, CONTROL.format(code=f"{piece[control]:04X}")
        text, before = (piece, start) if opened is None else (b'"' + piece, start - 1)
        legal = cells.match(text)
        at = text.find(b'"', legal.end() if legal else 0)
        if at < 0:
            opened = None
        elif at and text[at - 1] not in separator + b"\n":
            return before + at, QUOTE_INSIDE
        elif closed := _CELL.match(text, at):
            return before + closed.end(), AFTER_QUOTE
        elif at or opened is None:
            opened = before + at
        if not piece.endswith(b"\n") and file.read(1):
            return None  # a line that is longer than any that is read
        start += len(piece)
    return None if opened is None else (opened, NOT_CLOSED)


def _control(piece: bytes) -> int | None:
    """Return where the first of the characters that no text has stands."""
    if len(piece.translate(None, _CONTROLS)) == len(piece):  # several times as fast as to search for one
        return None
    return next(at for at, byte in enumerate(piece) if byte in _CONTROLS)


def _place(file: BinaryIO, end: int) -> Place:
    """Return the place that has so many bytes before it."""
    lines, line = 0, b""
    file.seek(0)
    while piece := file.read(min(end, PIECE)):
        end -= len(piece)
        lines += piece.count(b"\n")
        line = piece.rpartition(b"\n")[2] if b"\n" in piece else line + piece
    return Place(lines + 1, len(line.decode("utf-8-sig")) + 1)
