"""A file read into a tree of values with places, or refused with every fault found."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from ..diagnostics import Diagnostic, Path, Place, SourceFile, diagnose
from ..records import NamedTuple
from ..text import Text
from .faults import EMPTY, MORE_FAULTS, NOT_A_MAPPING, InputError, RefusedInput, refused_by
from .plain_places import PlainPlaces
from .plain_yaml import plain_yaml
from .shipped import shipped_tree
from .source import HeldFile, MadeOf, Source, has_no_file, is_made_of, read_source, source_file
from .tree import (
    MAX_FAULTS,
    Mapping,
    Places,
    RefusedError,
    Sequence,
    TreeBuilder,
    TreePlaces,
    name_places,
    place_of,
)


class Document(NamedTuple):
    """A file's tree of values, and the faults of its syntax that left one; or, of a table, one of the
    reports in it. ``sort`` is what sort of file it is, where its keys do not tell; ``is_headed``: it was a
    table, whose values stand under headings. ``found_by`` finds the places of a tree that does not know them.
    """

    source: Source
    root: dict[str, Any]
    faults: tuple[Diagnostic, ...]
    sort: str = ""
    is_headed: bool = False
    found_by: Places | None = None

    @property
    def places(self) -> Places:
        """Where the values of the tree stand."""
        return self.found_by or TreePlaces(self.root)

    def file(self) -> SourceFile:
        """Return the file as assessments know it, able to find places in its tree."""
        source = self.source
        return SourceFile(source.path, source.sha256, self.places.value, source.line, self.is_headed)


class LatePlaces:
    """The places of the values of a tree that does not know them, found by reading it once more when somebody
    asks. ``read`` returns the document with places.
    """

    def __init__(self, read: Callable[[], Document]) -> None:
        self._read = read

    def __reduce__(self) -> tuple[Any, ...]:
        """Send it without the tree that it has read."""
        return LatePlaces, (self._read,)

    @cached_property
    def _places(self) -> Places:
        return self._read().places

    def value(self, at: Path) -> Place | None:
        """Return the place of the value at ``at``, or of the last thing on the way that is there."""
        return self._places.value(at)

    def key(self, at: Path) -> Place | None:
        """Return where the key at ``at`` stands; where the mapping begins that should have it."""
        return self._places.key(at)


def read_document(path: str) -> Document | RefusedInput:
    """Open, decode and read one YAML or JSON file, or standard input for ``-``."""
    try:
        return parsed(read_source(path))
    except InputError as error:
        return refused_by(error)


def parsed(source: Source) -> Document:
    """Read the text of a file into its tree.

    Raises:
        InputError: where no mapping of keys and values could be read.
    """
    if _is_json(source):
        return placed(source, is_json=True)
    if shipped := shipped_tree(source.sha256):
        return Document(source, shipped, (), found_by=LatePlaces(partial(placed, source)))
    plain = plain_yaml(source.text)
    return Document(source, plain.root, (), found_by=PlainPlaces(plain)) if plain else placed(source)


def placed(source: Source, is_json: bool = False) -> Document:
    """Read the text of a file, whatever it holds, into a tree whose nodes know their places.

    Raises:
        InputError: where no mapping of keys and values could be read.
    """
    builder = TreeBuilder()
    try:
        _build(source, builder, is_json)
    except RefusedError as refusal:
        faults = (*listed(tuple(builder.faults)), refusal.fault)  # that reading stopped is never cut off
        raise InputError(source_file(source), faults) from None
    root = builder.root
    if isinstance(root, Mapping):
        if is_made_of(source.path, MadeOf.KEYS):
            name_places(root)
        return Document(source, root, tuple(builder.faults))
    if root is None:
        fault = diagnose(EMPTY, (), Place(1, 1))
    else:
        found = Text("列表", "a list") if isinstance(root, Sequence) else Text("一段文字", "plain text")
        fault = diagnose(NOT_A_MAPPING, (), place_of(root), found=found)
    raise InputError(source_file(source), listed((*builder.faults, fault)))


def listed(faults: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the faults in the order of the file, at most :data:`MAX_FAULTS` of them."""
    ordered = sorted(faults, key=lambda fault: _in_order(fault.place or Place(0, 0)))
    if len(ordered) > MAX_FAULTS:
        more = diagnose(MORE_FAULTS, number=len(ordered) - MAX_FAULTS)
        return (*ordered[:MAX_FAULTS], more)
    return tuple(ordered)


def _in_order(place: Place) -> tuple[str, int, int]:
    return place.sheet, place.line, place.column


def _build(source: Source, builder: TreeBuilder, is_json: bool) -> None:
    if is_json:
        from .json_text import build_json

        build_json(source, builder)
    else:
        from .yaml_text import build_yaml

        build_yaml(source, builder)


def _is_json(source: Source) -> bool:
    """Whether to read by JSON's rules: by the file's suffix, or how standard input begins."""
    if isinstance(source.path, HeldFile) and source.path.reader:
        return source.path.reader == "json"
    if has_no_file(source.path):
        start = source.text.lstrip()
        return start.startswith("{") and start[1:].lstrip().startswith(('"', "}"))
    return source.path.lower().endswith(".json")
