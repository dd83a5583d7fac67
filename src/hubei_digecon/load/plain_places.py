"""Where the values of a plain text stand, found when somebody asks: of most values nothing is ever said.

In which line a value is, is known; where in its line, the line itself shows.
"""

from typing import Any

from ..diagnostics import Path, Place
from .plain_yaml import OPEN, QUOTES, PlainTree, read_line


class PlainPlaces:
    """The places of the values in a text that :mod:`.plain_yaml` has read: those that libyaml gives."""

    def __init__(self, tree: PlainTree) -> None:
        self._lines, self._rows = tree.lines, tree.rows

    def value(self, at: Path) -> Place | None:
        """Return the place of the value at ``at``, or of the last thing on the way that is there."""
        return self._find(at, wants_key=False)

    def key(self, at: Path) -> Place | None:
        """Return where the key at ``at`` stands; where the mapping begins that should have it."""
        return self._find(at, wants_key=True) or self._beginning(())

    def _find(self, at: Path, wants_key: bool) -> Place | None:
        for steps in range(len(at) - 1, -1, -1):
            row = self._rows.get(at[:steps], _NOWHERE).get(at[steps])
            if row is not None:
                return self._in_row(row, at[: steps + 1], at[steps + 1 :], wants_key)
        return None

    def _in_row(self, row: int, known: Path, rest: Path, wants_key: bool) -> Place | None:
        """Return the place of what the steps ``rest`` lead to from ``known``, which is in a row."""
        line = self._lines[row]
        read = read_line(line)
        assert read is not None
        column, _, key, key_column, value = read
        is_key = isinstance(known[-1], str)
        if key is not None and is_key and wants_key and not rest:
            return _place(row, key_column, len(key))
        if key is not None and not is_key:  # a mapping whose first key follows the hyphen
            return _place(row, key_column)
        if known in self._rows:
            return self._beginning(known)
        if value is OPEN or value is None:
            return self.value(known[:-1]) if key is None else _place(row, key_column, len(key))
        before = column if key is None else key_column + len(key)
        return _place(row, *_in_value(line, _next(line, before + 1), value, rest, wants_key))

    def _beginning(self, at: Path) -> Place:
        """Return where a mapping or a list over lines begins: its first line does, after the blanks."""
        row = next(iter(self._rows[at].values()))
        return _place(row, _next(self._lines[row], 0))


_NOWHERE: dict[str | int, int] = {}


def _in_value(line: str, begin: int, value: Any, rest: Path, wants_key: bool) -> tuple[int, int]:
    """Return the column of what ``rest`` leads to in a value that begins at ``begin``, and how wide it is."""
    if isinstance(value, str):
        quote = line[begin]
        return begin, line.index(quote, begin + 1) + 1 - begin if quote in QUOTES else len(value)
    steps: list[str | int] = list(value if isinstance(value, dict) else range(len(value)))
    if not rest or rest[0] not in steps:
        return begin, 1
    step, inside = rest[0], value[rest[0]]
    start = _start(line, begin, steps.index(step))
    if isinstance(step, str):
        if inside is None or (wants_key and len(rest) == 1):
            return start, len(step)
        start = _next(line, start + len(step) + 1)
    elif inside is None:
        return begin, 1
    return _in_value(line, start, inside, rest[1:], wants_key)


def _start(line: str, begin: int, number: int) -> int:
    """Return where part ``number`` begins of what stands in brackets from ``begin`` on."""
    start = begin + 1
    for part in line[start:].split(",")[:number]:
        start += len(part) + 1
    return _next(line, start)


def _next(line: str, start: int) -> int:
    """Return where something stands in a line from ``start`` on."""
    return len(line) - len(line[start:].lstrip(" "))


def _place(row: int, column: int, width: int = 1) -> Place:
    return Place(row + 1, column + 1, width)
