"""Values that know their places, and the builder that parsers hand them to piece by piece.

Mappings are dicts, sequences lists, scalars text; a key with nothing after it is ``None``.
The builder holds what is common to YAML and JSON: duplicate keys, bounded depth and size.
"""

from typing import Any, NamedTuple, Protocol

from ..diagnostics import Diagnostic, DiagnosticKind, Path, Place, remark
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


class Scalar(str):
    """Text that knows where it stands: from ``start`` up to, not including, ``end``."""

    __slots__ = ("end", "start")
    start: Mark
    end: Mark


class Mapping(dict[str, Any]):
    """Keys, each a :class:`Scalar`, and values; knows where it begins, its ``end`` being its ``start``."""

    __slots__ = ("_keys", "end", "start")
    start: Mark
    end: Mark
    _keys: dict[str, Scalar]

    def key(self, name: str) -> Scalar | None:
        """Return the key ``name`` as it stands in the file, ``None`` without one.

        A dict does not give back its keys, so an index of them is made when it is first asked for.
        """
        found = getattr(self, "_keys", {}).get(name)
        if found is None and name in self:
            self._keys = {key: key for key in self if isinstance(key, Scalar)}
            found = self._keys.get(name)
        return found


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
        self.fault = remark(kind, (), place, **values)


def place_of(node: Node) -> Place:
    """Return where a value begins, and how much of its line to underline."""
    return between(node.start, node.end)


def between(start: Mark, end: Mark) -> Place:
    """Return the place from ``start`` up to ``end``; of what goes on on the next line, its beginning."""
    width = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))


def key_place(mapping: Mapping, name: str) -> Place:
    """Return where the key ``name`` of a mapping stands; where the mapping begins, without it."""
    key = mapping.key(name)
    return place_of(mapping if key is None else key)


def find(root: Node, at: Path) -> Place | None:
    """Return the place of the value at ``at``, or of the last thing on the way that is there."""
    node: Any = root
    place: Place | None = None
    for step in at:
        try:
            found = node[step]
        except (KeyError, IndexError, TypeError):
            break
        if found is not None:
            place = place_of(found)
        elif isinstance(node, Mapping):
            place = key_place(node, str(step))
        node = found
    return place


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
        """Take a scalar: a key where a key is due, else a value. ``None``, or blank: nothing is there."""
        wants_key = self._key is _NO_KEY and type(self._in) is Mapping
        if text is None or ((not text or text.isspace()) and not wants_key):
            if wants_key:
                self._refuse(KEY_NOT_TEXT, start)
            self._add(None, start)
            return
        node = Scalar(text)
        node.start, node.end = start, end
        if wants_key:
            self._take_key(node)
        else:
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
        self.faults.append(remark(kind, (), between(start, end), **values))
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

    def _take_key(self, key: Scalar) -> None:
        inside: Any = self._in
        if key in inside:
            first = key_place(inside, key).line
            self.fault(DUPLICATE_KEY, key.start, key.end, key=str(key), first=first)
            self._key = _DROPPED
        else:
            self._key = key
            inside[key] = None

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
