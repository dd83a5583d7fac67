"""Read the values of one mapping as its shape declares them, and note each fault with its place.

Nothing here stops at a fault: it is noted, the value counts as absent, and reading goes on, so that
all faults of a file are told in one run.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Path, diagnose
from ..shapes.compiled import NOT_PLAIN, CompiledShape, ListSpec, MapSpec, ShapeSpec, Spec, shape_of
from ..shapes.dates import Readings
from ..shapes.text_kinds import NOT_READ, TextKind, two_readings
from ..text import Text
from .document import Document
from .faults import MISSING_KEY
from .shape_faults import admit
from .tree import Places


class Faults(list[Diagnostic]):
    """What is wrong with a file, noted as it is read; and where its values stand. Where a value stands that
    is there, its steps tell as well.
    """

    def __init__(self, places: Places, faults: Iterable[Diagnostic] = ()) -> None:
        super().__init__(faults)
        self.places = places

    def located(self) -> list[Diagnostic]:
        """Return all that is wrong, each with its place."""
        find = self.places.value
        return [one if one.place else one._replace(place=find(one.at)) for one in self]


class Fields:
    """The values of one mapping of a shape, and where faults in them are noted. ``short``: plain text stood
    for the mapping.
    """

    __slots__ = ("at", "faults", "node", "shape", "short")

    def __init__(
        self,
        node: dict[str, Any],
        at: Path,
        faults: Faults,
        shape: CompiledShape,
        short: bool = False,
    ) -> None:
        self.node, self.at, self.faults, self.shape, self.short = node, at, faults, shape, short

    def __contains__(self, key: str) -> bool:
        return self.node.get(key) is not None

    def text(self, key: str) -> str | None:
        """Return the text under ``key``, without blanks around it; ``None`` where nothing is left."""
        value = self.node.get(key)
        return value.strip() or None if isinstance(value, str) else None

    def value(self, key: str) -> Any:
        """Return what stands under ``key``, read as the shape declares it; ``None`` without anything, and
        where a fault is noted. A list of records is a tuple of those that say something.
        """
        spec = self.shape.specs[key]
        if isinstance(spec, TextKind):
            return self.read(key, spec)
        node = self.node.get(key)
        if not isinstance(spec, ListSpec):
            return self._record(node, spec, key)
        records = [self._record(one, spec.of, key, index) for index, one in enumerate(node or ())]
        return tuple(one for one in records if one is not None)

    def read(self, key: str, kind: TextKind, called: str = "") -> Any:
        """Return the text under ``key``, read as one of a kind. A short form stands under another key than
        the one it is ``called`` in full.
        """
        text = self.node.get(key)
        if not isinstance(text, str):
            return None
        try:
            value = kind.read(text)
        except NOT_READ:
            fault, values = kind.problem(called or key, text.strip())
            self.fault(fault, key, **values)
            return None
        if value is None and key in self.shape.required:
            self.fault(MISSING_KEY, key, key=key)
        return value

    def record(self) -> Any:
        """Return the value of the domain that the whole mapping holds."""
        return self.shape.made({key: self.value(key) for key, node in self.node.items() if node is not None})

    def ask(self, key: str, text: str, readings: Readings) -> None:
        """Note that what stands under ``key`` can mean two things and counts as not given."""
        fault, values = two_readings(text, readings)
        self.fault(fault, key, **values)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts listed under ``key``."""
        return tuple(str(text).strip() for text in self.node.get(key) or () if text)

    def elements(self, key: str) -> Iterator[tuple[int, str]]:
        """Return the texts listed under ``key``, each with the step that leads to it."""
        listed = enumerate(self.node.get(key) or ())
        return ((step, text.strip()) for step, text in listed if isinstance(text, str))

    def both(self, key: str) -> Text | None:
        """Return words given in both languages, ``{zh: …, en: …}``."""
        inside = self.inside(key)
        return inside.as_text() if inside else None

    def as_text(self) -> Text:
        """Return this mapping itself as words in both languages."""
        return Text(self.text("zh") or "", self.text("en") or "")

    def inside(self, key: str) -> "Fields | None":
        """Return the mapping under ``key``."""
        return self._fields(self.node.get(key), (*self.at, key), self.shape.specs[key])

    def each(self, key: str) -> "Iterator[Fields]":
        """Return the mappings listed under ``key``."""
        spec = self.shape.specs[key]
        assert isinstance(spec, ListSpec)
        for index, node in enumerate(self.node.get(key) or ()):
            if fields := self._fields(node, (*self.at, key, index), spec.of):
                yield fields

    def entries(self, key: str) -> "Iterator[tuple[str, Fields]]":
        """Return the mappings under the keys of ``key``, by key; those left empty are not there."""
        for name, node in (self.node.get(key) or {}).items():
            if fields := self.entry(key, name, node):
                yield str(name), fields

    def entry(self, key: str, name: str, node: Any) -> "Fields | None":
        """Return the mapping ``node``, which stands under the key ``name`` of ``key``."""
        spec = self.shape.specs[key]
        assert isinstance(spec, MapSpec)
        return self._fields(node, (*self.at, key, str(name)), spec.of)

    def fault_at(self, kind: DiagnosticKind, key: str, step: int, /, **values: object) -> None:
        """Note a fault at one element of the list under ``key``."""
        at = (*self.at, key)
        self.faults.append(diagnose(kind, at, self.faults.places.value((*at, step)), **values))

    def fault_of_key(self, kind: DiagnosticKind, *steps: str, **values: object) -> None:
        """Note a fault of a key itself, whatever stands under it."""
        at = (*self.at, *steps)
        self.faults.append(diagnose(kind, at, self.faults.places.key(at), **values))

    def fault(self, kind: DiagnosticKind, key: str = "", /, **values: object) -> None:
        """Note a fault at ``key``, or at the mapping itself."""
        at = (*self.at, key) if key else self.at
        is_there = at and (not key or self.node.get(key) is not None)
        place = None if is_there else self.faults.places.key(at)
        self.faults.append(diagnose(kind, at, place, **values))

    def _record(self, node: Any, spec: Spec, *steps: str | int) -> Any:
        """Return the record of one node; what is plain needs no place."""
        assert isinstance(spec, ShapeSpec)
        try:
            return spec.shape.plain(node)
        except NOT_PLAIN:
            fields = self._fields(node, (*self.at, *steps), spec)
            return fields.record() if fields else None

    def _fields(self, node: Any, at: Path, spec: Spec) -> "Fields | None":
        assert isinstance(spec, _OF_MAPPINGS)
        if isinstance(node, dict):
            return Fields(node, at, self.faults, spec.shape)
        if not isinstance(node, str) or isinstance(spec, MapSpec):
            return None
        return Fields({spec.short: node}, at, self.faults, spec.shape, short=True)


_OF_MAPPINGS = (ShapeSpec, MapSpec)


def fields_of(document: Document, sort: str) -> Fields:
    """Return the values at the top of a file of a sort. What is wrong with its shape is noted and cut off,
    and so is a format that there is not.
    """
    faults = Faults(document.places, (*document.faults, *admit(document, sort)))
    fields = Fields(document.root, (), faults, shape_of(sort))
    fields.value("format")
    return fields
