"""The widths of the columns of a table: each has room for what must not be broken, and the rest is shared."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from ..document import AnyTable, Cell, Role


class _Letters(NamedTuple):
    """What letters take in a font, in columns of a terminal: a letter or digit, a sign, and the gap that some
    programs leave between a letter and a Chinese character.
    """

    letter: float
    sign: float
    gap: float


_USUAL = _Letters(1.05, 1.2, 0)
"""The fonts of an office."""

_WIDEST = _Letters(1.3, 1.9, 0.5)
"""The widest of those that stand in."""

_SIGNS = "%+−±≥≤><=÷×"
_WORDS = re.compile("[\x21-\x7e]+")
_UNBROKEN = ("number", "short", "id")
_LEAST, _FEW, _FEW_OF_A_NAME, _MOST_WORD, _BOLD = 5, 8, 10, 14, 1.2
_MOST_UNBROKEN = 20
PADDING = 4
"""What the margins of a cell take beside its text, in points."""


class Wanted(NamedTuple):
    """What a column takes, in columns of a terminal: a Chinese character takes two.

    With ``least`` it can be read in the fonts of an office, with ``safe`` in any, with ``whole`` no line is
    broken.
    """

    least: float
    safe: float
    whole: float


class _Longest:
    """The longest of the lines of a column, and of their words, so far."""

    __slots__ = ("is_ascii", "usual", "widest", "word")

    def __init__(self) -> None:
        self.usual = self.widest = self.word = 0.0
        self.is_ascii = True

    def take(self, line: str) -> None:
        """Take in a line."""
        usual, widest, word = _lengths(line)
        self.usual, self.widest = max(self.usual, usual), max(self.widest, widest)
        self.word = max(self.word, word)
        self.is_ascii = self.is_ascii and line.isascii()

    def wanted(self, role: Role, heading: str) -> Wanted:
        """Return what a column wants that has such lines."""
        if role in _UNBROKEN:
            tiers = [min(one, _MOST_UNBROKEN) for one in (self.usual, self.widest)]
        else:
            few = _LEAST if self.is_ascii else _FEW_OF_A_NAME if role == "name" else _FEW
            tiers = [max(min(one, few), min(self.word, _MOST_WORD)) for one in (self.usual, self.widest)]
        head = _of_heading(heading)
        return Wanted(*(max(one, head, _LEAST) for one in (*tiers, self.widest)))


def wanted_of(table: AnyTable, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[Wanted]:
    """Return what every column of a table wants: of words at least a few characters, and the longest word up
    to a bound.
    """
    longest = [_Longest() for _ in table.columns]
    for row in rows:
        for column, cell in zip(longest, row, strict=True):
            for line in cell.lines:
                column.take(line)
    columns = zip(longest, table.columns, headings, strict=True)
    return [one.wanted(column.role, heading) for one, column, heading in columns]


@lru_cache(1024)
def _lengths(line: str) -> tuple[float, float, float]:
    """Return the length of a line in the fonts of an office and in the widest, and of its longest word."""
    return _length(line, _USUAL), _length(line, _WIDEST), _widest(_WORDS.findall(line))


def _widest(texts: Iterable[str]) -> float:
    """Return the length of the longest text in the widest fonts."""
    return max((_length(text, _WIDEST) for text in texts), default=0)


def _length(text: str, letters: _Letters) -> float:
    gaps = sum(_is_wide(one) != _is_wide(other) for one, other in pairwise(text))
    return gaps * letters.gap + sum(_width(one, letters) for one in text)


def _width(character: str, letters: _Letters) -> float:
    if _is_wide(character):
        return cell_len(character)
    return letters.sign if character in _SIGNS else letters.letter


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"


def _of_heading(text: str) -> float:
    """Return the least width of a heading: half of it, or its longest word."""
    if text.isascii():
        return _widest(text.split()) * _BOLD
    return 2 * -(-cell_len(text) // 4) if cell_len(text) > _LEAST else cell_len(text)


def fits(wanted: Sequence[Wanted], room: float, size: float) -> bool:
    """Whether columns fit on a line ``room`` points long, in type of a ``size``."""
    return sum(one.least for one in wanted) <= _columns(len(wanted), room, size)


def widths_of(wanted: Sequence[Wanted], room: float, size: float) -> list[float]:
    """Return the width of every column in points; together they fill the room."""
    columns = _columns(len(wanted), room, size)
    tiers = list(zip(*wanted, strict=True))
    first, last = sum(tiers[0]), sum(tiers[-1])
    base, total = (tiers[0], first) if first > columns else (tiers[-1], last)
    shares = [one * columns / total for one in base]
    for low, high in pairwise(tiers):
        if sum(low) <= columns < sum(high):
            part = (columns - sum(low)) / (sum(high) - sum(low))
            shares = [one + (other - one) * part for one, other in zip(low, high, strict=True)]
    return [share * size / 2 + PADDING for share in shares]


def _columns(number: int, room: float, size: float) -> float:
    """Return how many columns of a terminal stand on a line beside what the margins of cells take."""
    return max(room - number * PADDING, size) / (size / 2)
