"""The XML of one sheet → what each of its cells holds, as it is stored."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from .archive import main_name
from .strings import RichText, TextRun, TextTaker, unescaped

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


class Held(NamedTuple):
    """What a cell holds: the ``sort`` of it as the format has it, its text as stored, and its style.

    ``sort``: ``n`` a number, ``s`` a text, ``b`` a truth value, ``e`` an error, ``d`` a date in ISO 8601.
    ``formula``: the text is what the formula came to when the file was saved last. ``runs``: the parts of
    a text that look each in its own way. ``several``: it holds more than the one value that it can have.
    """

    sort: str
    text: str
    style: int = 0
    formula: bool = False
    runs: tuple[TextRun, ...] = ()
    several: tuple[str, ...] = ()


@lru_cache(8192)
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


_CELL = ("worksheet", "sheetData", "row", "c")
_DATA, _ROW = _CELL[:2], _CELL[:3]
_SORTS = ("n", "s", "str", "inlineStr", "b", "e", "d")
RANGES = "other:sqref"
"""The element in which a later edition of the format names the cells that a rule is about."""

_AROUND = "other:AlternateContent"


_EMPTY = re.compile(rb'<c r="[A-Z]{1,2}[1-9][0-9]{0,5}"(?: s="[0-9]{1,6}")?(?: t="n")?(?: ?/>|></c>)')
_CELLS, _NAMED = re.compile(rb"<c[\s/>]"), re.compile(rb'<c r="')


def without_empty_cells(sheet: bytes) -> bytes:
    """Return the XML of a sheet without cells that hold nothing: of a form most are only framed.

    Where a cell names no place it follows the one before it, and where a text can hold what looks like a cell
    there is no telling: then all stay.
    """
    if b"<!" in sheet or len(_CELLS.findall(sheet)) != len(_NAMED.findall(sheet)):
        return sheet
    return _EMPTY.sub(b"", sheet)


class CellTaker:
    """Takes the elements of a sheet and hands on each cell that holds something, and other elements.

    ``strings`` are the texts that cells share. Where a cell or a row names no place, it follows the one
    before it; what the sheet says of its own size is not believed. A cell is one where the standard has
    cells, and of the standard's own namespace: whatever else is like one is none.
    """

    def __init__(
        self,
        put: Callable[[At, Held], None],
        strings: Sequence[RichText],
        take: Callable[[str, dict[str, str]], None],
    ) -> None:
        self._put, self._strings, self._take = put, strings, take
        self._at = At(-1, -1)
        self._path: list[str] = []
        self._known = 0
        """How many elements of the path are those that lead to a cell."""
        self._attributes: dict[str, str] = {}
        self._stored: list[list[str]] = []
        self._inline: list[TextTaker] = []
        self._formula = False
        self._into: list[str] | None = None
        self._ranges: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element.

        Raises:
            ValueError: where it stands where no spreadsheet puts it.
        """
        name, path, known = main_name(tag), self._path, self._known
        depth = len(path)
        if known == len(_CELL):
            self._in_cell(name, attributes)
        elif known == depth == len(_ROW) and name == "c":
            self._begin(attributes)
        elif known == depth == len(_DATA) and name == "row":
            self._at = At(int(attributes.get("r", self._at.row + 2)) - 1, -1)
            self._take(name, {**attributes, "r": str(self._at.row + 1)})
        elif known >= len(_DATA) and name in ("c", "row", _AROUND):
            raise ValueError(name)
        elif name not in ("row", "c"):
            self._take(name, attributes)
        if name == RANGES:
            self._into = self._ranges = []
        if known == depth < len(_CELL) and name == _CELL[depth]:
            self._known = depth + 1
        path.append(name)

    def _begin(self, attributes: dict[str, str]) -> None:
        ref = attributes.get("r")
        self._at = at_of(ref) if ref else At(self._at.row, self._at.column + 1)
        self._attributes, self._formula = attributes, False
        if self._stored:
            self._stored = []
        if self._inline:
            self._inline = []

    def _in_cell(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element inside a cell."""
        if self._path[len(_CELL) :] == ["v"]:
            raise ValueError(name)
        if len(self._path) > len(_CELL):
            if self._path[len(_CELL)] == "is":
                self._inline[-1].start(name, attributes)
        elif name == "v":
            self._into = []
            self._stored.append(self._into)
        elif name == "is":
            self._inline.append(TextTaker())
        self._formula |= name == "f" and len(self._path) == len(_CELL)

    def end(self, _tag: str) -> None:
        """End an element."""
        name, depth, known = self._path.pop(), len(self._path), self._known
        self._into = None
        if name == RANGES:
            self._take(name, {"sqref": "".join(self._ranges)})
        if known > depth:
            self._known = depth
            if depth == len(_ROW):
                held = self._held()
                if held is not None:
                    self._put(self._at, held)
        elif depth > len(_CELL) == known and self._path[len(_CELL)] == "is":
            self._inline[-1].end()

    def data(self, text: str) -> None:
        """Take text inside an element."""
        if self._into is not None:
            self._into.append(text)
        elif self._inline and self._known == len(_CELL) < len(self._path) and self._path[len(_CELL)] == "is":
            self._inline[-1].data(text)

    def _held(self) -> Held | None:
        """Return what the cell that ends here holds; ``None`` where that is nothing.

        Raises:
            ValueError: where it is of no sort that there is, or names a text that is none.
        """
        sort = self._attributes.get("t", "n")
        if sort not in _SORTS:
            raise ValueError(sort)
        style = int(self._attributes.get("s", 0))
        if not (self._stored or self._inline or self._formula):
            return None
        values = [unescaped("".join(one)) for one in self._stored]
        inline = [one.rich for one in self._inline]
        rich = self._rich(sort, values, inline)
        several = _several(sort, values, inline, rich)
        text = rich.text if rich else values[0] if values else ""
        if not (text or self._formula or several):
            return None
        kind = "s" if sort in ("s", "str", "inlineStr") else sort
        runs = tuple(rich.runs) if rich else ()
        return Held(kind, text if kind == "s" else text.strip(), style, self._formula, runs, several)

    def _rich(self, sort: str, values: Sequence[str], inline: Sequence[RichText]) -> RichText | None:
        """Return the text that a cell shares with others, or has inside."""
        if sort == "s" and values:
            return self._strings[_index(values[0])]
        return inline[0] if sort == "inlineStr" and inline else None


def _index(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _several(
    sort: str, values: Sequence[str], inline: Sequence[RichText], rich: RichText | None
) -> tuple[str, ...]:
    """Return all that a cell holds where that is more than the one value that its sort can have."""
    others = values if sort == "inlineStr" else [one.text for one in inline]
    main = [one.text for one in inline] if sort == "inlineStr" else values
    if len(main) > 1 or any(others):
        return (*main, *others)
    return tuple(run.text for run in rich.runs) if rich and rich.is_doubled else ()
