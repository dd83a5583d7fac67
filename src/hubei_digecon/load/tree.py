"""Values that know their places, and the builder that parsers hand them to piece by piece.

Mappings are dicts, sequences lists, scalars text; a key with nothing after it is ``None``.
The builder holds what is common to YAML and JSON: duplicate keys, bounded depth and size.
"""

from typing import Any, Protocol

from ..diagnostics import Diagnostic, DiagnosticKind, Path, Place, diagnose, written
from ..records import NamedTuple
from .faults import DUPLICATE_KEY, KEY_NOT_TEXT, TOO_DEEP, TOO_MANY_FAULTS, TOO_MANY_VALUES

MAX_DEPTH = 64
MAX_VALUES = 60_000
MAX_FAULTS = 200


class Mark(Protocol):
    """A point in a text, as parsers give it: line and column counted from 0, in characters."""

    @property
    def line(self) -> int:
        """The line, counted from 0."""

    @property
    def column(self) -> int:
        """The column, counted from 0."""


class Point(NamedTuple):
    """A mark of our own making."""

    line: int
    column: int


class NamedPoint(NamedTuple):
    """A mark in what is no file, with what the place is called."""

    line: int
    column: int
    called: str


class CellPoint(NamedTuple):
    """A cell of a workbook as a mark; ``line`` and ``column`` count its rows and columns from 0."""

    line: int
    column: int
    sheet: str


class Scalar(str):
    """Text that knows where it stands: from ``start`` up to, not including, ``end``."""

    __slots__ = ("end", "start")
    start: Mark
    end: Mark


class Mapping(dict[str, Any]):
    """Keys and values; knows where it begins, its ``end`` being its ``start``, and where its keys stand.

    The keys are plain text, by which a dict is looked up fastest; ``keys_at`` has their places.
    """

    __slots__ = ("end", "keys_at", "start")
    start: Mark
    end: Mark
    keys_at: dict[str, tuple[Mark, Mark]]

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        super().__init__(values or ())
        self.keys_at = {}


class Sequence(list[Any]):
    """Values in order; knows where it begins, its ``end`` being its ``start``."""

    __slots__ = ("end", "start")
    start: Mark
    end: Mark


Node = Scalar | Mapping | Sequence


class RefusedError(Exception):
    """A fault after which nothing more of the file can be read."""

    def __init__(self, kind: DiagnosticKind, place: Place | None, **values: object) -> None:
        super().__init__(kind.id)
        self.fault = diagnose(kind, (), place, **values)


def place_of(node: Any) -> Place | None:
    """Return where a value begins, and how much of its line to underline; of one that was read without
    its place, nothing.
    """
    return between(node.start, node.end) if isinstance(node, Node) else None


def between(start: Mark, end: Mark) -> Place:
    """Return the place from ``start`` up to ``end``; of what goes on on the next line, its beginning."""
    width = end.column - start.column if end.line == start.line else 1
    named = (getattr(start, "sheet", ""), getattr(start, "called", ""))
    return Place(start.line + 1, start.column + 1, max(width, 1), *named)


class Places(Protocol):
    """Where the values of a file stand, by the steps that lead to them."""

    def value(self, at: Path) -> Place | None:
        """Return the place of the value at ``at``, or of the last thing on the way that is there; of a key
        with nothing after it, that of the key.
        """

    def key(self, at: Path) -> Place | None:
        """Return where the key at ``at`` stands; where the mapping begins that should have it."""


class TreePlaces:
    """The places of the values of a tree whose nodes know where they stand."""

    def __init__(self, root: Any) -> None:
        self._root = root

    def value(self, at: Path) -> Place | None:
        """Return the place of the value at ``at``, or of the last thing on the way that is there."""
        return self._walk(at)[1]

    def key(self, at: Path) -> Place | None:
        """Return where the key at ``at`` stands; where the mapping begins that should have it."""
        above, place = self._walk(at[:-1])
        if at and isinstance(above, Mapping) and at[-1] in above.keys_at:
            return between(*above.keys_at[str(at[-1])])
        if at and isinstance(above, Sequence):
            return self.value(at)
        return place or place_of(self._root)

    def _walk(self, at: Path) -> tuple[Any, Place | None]:
        """Return the last thing that is there on the way, and its place."""
        node: Any = self._root
        place: Place | None = None
        for step in at:
            if isinstance(node, str):  # in a text are no steps, though it has characters
                return None, place
            try:
                found = node[step]
            except (KeyError, IndexError, TypeError):
                return None, place
            if found is not None:
                place = place_of(found)
            elif isinstance(node, Mapping):
                place = between(*node.keys_at[str(step)])
            node = found
        return node, place


def name_places(root: Mapping) -> None:
    """Call every place of a tree by the keys that lead there: who gave it knows no lines."""
    waiting: list[tuple[Path, Mapping | Sequence]] = [((), root)]
    while waiting:
        at, node = waiting.pop()
        if isinstance(node, Mapping):
            node.keys_at = {key: _both_named(*marks, (*at, key)) for key, marks in node.keys_at.items()}
        steps = node.items() if isinstance(node, Mapping) else enumerate(node)
        for step, value in steps:
            if isinstance(value, Node):
                value.start, value.end = _both_named(value.start, value.end, (*at, step))
            if isinstance(value, Mapping | Sequence):
                waiting.append(((*at, step), value))


def _both_named(start: Mark, end: Mark, at: Path) -> tuple[NamedPoint, NamedPoint]:
    name = written(at)
    return NamedPoint(start.line, start.column, name), NamedPoint(end.line, end.column, name)


_NO_KEY: Any = object()
_DROPPED: Any = object()


class TreeBuilder:
    """Builds the tree from what a parser reports in order; needs no recursion.

    Faults that leave a usable tree are kept in ``faults``, so that all are told in one run;
    ``root`` is the finished tree, ``None`` before there is one.
    """

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[Diagnostic] = []
        self._open: list[tuple[Mapping | Sequence | None, Any]] = []
        self._in: Mapping | Sequence | None = None
        self._key: Any = _NO_KEY
        self._values = 0

    def scalar(self, text: str | None, start: Mark, end: Mark) -> None:
        """Take a scalar: a key where a key is due, else a value. ``None``, or blank: nothing is there.

        Nearly all that a file holds comes this way, so the usual key of a mapping is taken here.
        """
        inside: Any = self._in
        if self._key is _NO_KEY and type(inside) is Mapping:
            if text is None or text in inside:
                self._refuse_key(text, start, end)
            else:
                self._key = text
                inside[text] = None
                inside.keys_at[text] = (start, end)
        elif not text or text.isspace():
            self._add(None, start)
        else:
            node = Scalar(text)
            node.start, node.end = start, end
            self._add(node, start)

    def mapping(self, start: Mark) -> None:
        """Begin a mapping."""
        self._begin(Mapping(), start)

    def sequence(self, start: Mark) -> None:
        """Begin a sequence."""
        self._begin(Sequence(), start)

    def end(self) -> None:
        """End the innermost mapping or sequence."""
        self._in, self._key = self._open.pop()

    def fault(self, kind: DiagnosticKind, start: Mark, end: Mark, /, **values: object) -> None:
        """Note a fault that leaves a usable tree; after very many of them reading stops."""
        self.faults.append(diagnose(kind, (), between(start, end), **values))
        if len(self.faults) >= MAX_FAULTS:
            self._refuse(TOO_MANY_FAULTS, end)

    def drop_value(self) -> None:
        """Read on, but keep nothing of the value that comes next."""
        self._key = _DROPPED

    @property
    def wants_key(self) -> bool:
        """Whether a key of a mapping comes next."""
        return self._key is _NO_KEY and type(self._in) is Mapping

    def _begin(self, node: Mapping | Sequence, start: Mark) -> None:
        if self.wants_key:
            self._refuse(KEY_NOT_TEXT, start)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(TOO_DEEP, start, limit=MAX_DEPTH)
        node.start = node.end = start
        self._add(node, start)
        self._open.append((self._in, self._key))
        self._in, self._key = node, _NO_KEY

    def _refuse_key(self, key: str | None, start: Mark, end: Mark) -> None:
        """Refuse a key that is no text, or that was given before; its value is then dropped."""
        inside: Any = self._in
        if key is None:
            self._refuse(KEY_NOT_TEXT, start)
        else:
            first, _ = inside.keys_at[key]
            self.fault(DUPLICATE_KEY, start, end, key=key, first=first.line + 1)
            self._key = _DROPPED

    def _add(self, node: Node | None, start: Mark) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            self._refuse(TOO_MANY_VALUES, start, limit=MAX_VALUES)
        inside: Any = self._in
        if inside is None:
            self.root = node
        elif type(inside) is Sequence:
            inside.append(node)
        else:
            if self._key is not _DROPPED:
                inside[self._key] = node
            self._key = _NO_KEY

    def _refuse(self, kind: DiagnosticKind, start: Mark, **values: object) -> None:
        raise RefusedError(kind, between(start, start), **values)
