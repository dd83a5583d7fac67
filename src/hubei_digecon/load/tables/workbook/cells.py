"""The XML of one sheet → what each of its cells holds, as it is stored."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from .archive import local
from .strings import unescaped

MOST_ROWS, MOST_COLUMNS = 2**20, 2**14
"""The size of a sheet, by the standard."""

_NAME = re.compile("([A-Z]{1,3})([0-9]{1,7})")


class At(NamedTuple):
    """A cell by its row and its column, which count from 0."""

    row: int
    column: int


class Range(NamedTuple):
    """A block of cells by its first and its last."""

    first: At
    last: At


@dataclass(frozen=True, slots=True)
class Held:
    """What a cell holds: the ``sort`` of it as the format has it, its text as stored, and its style.

    ``sort``: ``n`` a number, ``s`` a text, ``b`` a truth value, ``e`` an error, ``d`` a date in ISO 8601.
    ``formula``: the text is what the formula came to when the file was saved last.
    """

    sort: str
    text: str
    style: int = 0
    formula: bool = False


def at_of(name: str) -> At:
    """Return the cell of a name such as ``E7``.

    Raises:
        ValueError: where it is the name of none.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise ValueError(name)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    at = At(int(match[2]) - 1, column - 1)
    if not (0 <= at.row < MOST_ROWS and at.column < MOST_COLUMNS):
        raise ValueError(name)
    return at


def range_of(name: str) -> Range:
    """Return the block of cells of a name such as ``B2:E7``.

    Raises:
        ValueError: where it is the name of none.
    """
    first, _, last = name.partition(":")
    return Range(at_of(first), at_of(last or first))


class CellTaker:
    """Takes the elements of a sheet and hands on each cell that holds something, and other elements.

    ``strings`` are the texts that cells share. Where a cell or a row names no place, it follows the one
    before it; what the sheet says of its own size is not believed.
    """

    def __init__(
        self,
        put: Callable[[At, Held], None],
        strings: list[str],
        take: Callable[[str, dict[str, str]], None],
    ) -> None:
        self._put, self._strings, self._take = put, strings, take
        self._at = At(-1, -1)
        self._attributes: dict[str, str] = {}
        self._pieces: dict[str, list[str]] = {}
        self._into: list[str] | None = None
        self._spoken = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        name = local(tag)
        if name == "c":
            ref = attributes.get("r")
            self._at = at_of(ref) if ref else At(self._at.row, self._at.column + 1)
            self._attributes, self._pieces = attributes, {}
        elif name in ("v", "f", "t"):
            self._into = None if self._spoken else self._pieces.setdefault(name, [])
        elif name == "row":
            self._at = At(int(attributes.get("r", self._at.row + 2)) - 1, -1)
            self._take(name, {**attributes, "r": str(self._at.row + 1)})
        elif name == "rPh":
            self._spoken += 1
        else:
            self._take(name, attributes)

    def end(self, tag: str) -> None:
        """End an element."""
        name = local(tag)
        self._into = None
        if name == "c":
            held = self._held()
            if held is not None:
                self._put(self._at, held)
        elif name == "rPh":
            self._spoken -= 1

    def data(self, text: str) -> None:
        """Take text inside an element."""
        if self._into is not None:
            self._into.append(text)

    def _held(self) -> Held | None:
        """Return what the cell that ends here holds; ``None`` where that is nothing."""
        pieces, attributes = self._pieces, self._attributes
        formula = "f" in pieces
        sort = attributes.get("t", "n")
        text = "".join(pieces.get("t" if sort == "inlineStr" else "v", ()))
        if not text and not formula:
            return None
        style = int(attributes.get("s", 0))
        if sort == "s":
            return Held("s", self._strings[int(text)], style, formula)
        if sort in ("str", "inlineStr"):
            return Held("s", unescaped(text), style, formula)
        return Held(sort, text.strip(), style, formula)
