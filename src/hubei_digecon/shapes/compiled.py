"""The table compiled from the shapes, by which well-formed files are recognised and read without pydantic.

``compiled.json`` is made from the pydantic models by ``make shapes``. Importing pydantic costs as much as all
the rest of a check, so only a file that the table does not let in is given to it. A test holds that both let
in the same.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from importlib import import_module
from typing import Any

from ..records import NamedTuple
from .text_kinds import NOT_READ, TEXT_KINDS, TextKind

TABLE = os.path.join(os.path.dirname(__file__), "compiled.json")

NOT_PLAIN = (*NOT_READ, AttributeError, TypeError)
"""What :meth:`CompiledShape.plain` raises where a mapping has to be read key by key."""

_KEPT = 1024
"""How many mappings are kept as they are read: reports of a place name the same sources and items."""

Fits = Callable[[Any], bool]
"""Whether a value, which is not left empty, has a shape."""


class ShapeSpec(NamedTuple):
    """A mapping of known keys; ``short``: the key that plain text may stand for."""

    shape: "CompiledShape"
    short: str = ""


class ListSpec(NamedTuple):
    """A list of values that are alike."""

    of: "Spec"


class MapSpec(NamedTuple):
    """A mapping of any keys; ``gaps``: an entry may be left empty. ``shape``: the same, key by key."""

    of: "Spec"
    gaps: bool
    shape: "CompiledShape"


Spec = TextKind | ShapeSpec | ListSpec | MapSpec
"""What stands under a key."""


class CompiledShape:
    """A mapping, with what stands under each of its keys. ``record`` makes the value of the domain that
    it holds, where all of its keys are fields of that.
    """

    __slots__ = ("_blank", "_kept", "_made", "_readers", "_required", "fits", "record", "required", "specs")

    def __init__(
        self,
        specs: Mapping[str, Spec],
        required: Iterable[str] = (),
        record: Any = None,
    ) -> None:
        self.specs, self.required, self.record = specs, frozenset(required), record
        self.fits = _fits_keys({key: _fits(spec) for key, spec in specs.items()}, self.required)
        self._kept = lru_cache(_KEPT)(self._read_texts)
        if record:
            self.fits = partial(_is_plain_or_fits, self._kept, self.fits)
            self._blank = [record._field_defaults.get(field) for field in record._fields]
            steps = {key: record._fields.index(key) for key in specs}
            texts = ((key, spec) for key, spec in specs.items() if isinstance(spec, TextKind))
            self._readers = {key: (steps[key], spec.read) for key, spec in texts}
            self._required = [steps[key] for key in self.required]
            self._made = record._make

    def plain(self, node: Any) -> Any:
        """Return the record that a mapping of texts holds, with nothing to say of any of them.

        Raises:
            Exception: one of :data:`NOT_PLAIN` where that is not all there is to do.
        """
        return self._kept(*node.items())

    def made(self, read: Mapping[str, Any]) -> Any:
        """Return the record of values that were read; nothing where none is given and none is required."""
        if not self.required and not any(read.values()):
            return None
        assert self.record is not None
        return self.record(**{**read, **{key: read.get(key) or "" for key in self.required}})

    def _read_texts(self, *texts: tuple[str, Any]) -> Any:
        values, says = list(self._blank), False
        for key, text in texts:
            step, read = self._readers[key]
            if text is not None:
                values[step] = value = read(text)
                says = says or bool(value)
        for step in self._required:
            if not values[step]:
                raise ValueError(texts)
        return self._made(values) if says or self._required else None


class _AnyKey(dict[str, Spec]):
    """What stands under every key of a mapping of any keys."""

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self._spec = spec

    def __missing__(self, key: str) -> Spec:
        return self._spec


@cache
def compiled() -> dict[str, Any]:
    """Return all that is compiled from the shapes: ``shapes`` by their names, and ``columns`` of tables."""
    with open(TABLE, encoding="utf-8") as file:
        table: dict[str, Any] = json.load(file)
    return table


def compiled_table() -> dict[str, Any]:
    """Return the keys of every shape, by its name."""
    shapes: dict[str, Any] = compiled()["shapes"]
    return shapes


@cache
def shape_of(name: str) -> CompiledShape:
    """Return a shape by its name, or the sort of file that it is of."""
    entry = compiled_table()[name]
    specs = {key: _spec(written) for key, written in entry["keys"].items()}
    return CompiledShape(specs, entry["required"], _record(entry.get("record")))


def lets_in(root: Any, sort: str) -> bool:
    """Whether ``root`` has the shape of its sort of file."""
    return shape_of(sort).fits(root)


def keys_of(sort: str) -> Iterable[str]:
    """Return the keys at the top of a sort of file."""
    keys: dict[str, Any] = compiled_table()[sort]["keys"]
    return keys.keys()


def _record(named: str | None) -> Callable[..., Any] | None:
    if named is None:
        return None
    module, _, name = named.partition(":")
    record: Callable[..., Any] = getattr(import_module(module), name)
    return record


def _spec(written: list[Any]) -> Spec:
    match written:
        case ["text", kind]:
            return TEXT_KINDS[kind]
        case ["shape", name]:
            return ShapeSpec(shape_of(name))
        case ["short", name, key]:
            return ShapeSpec(shape_of(name), key)
        case ["list", of]:
            return ListSpec(_spec(of))
        case [sort, of]:
            spec = _spec(of)
            return MapSpec(spec, sort == "form", CompiledShape(_AnyKey(spec)))
    raise LookupError(written)


def _fits(spec: Spec) -> Fits:
    """Return whether a value fits what stands under its key, as a function of the value."""
    match spec:
        case TextKind():
            return _is_text
        case ShapeSpec(shape, short):
            return partial(_fits_short, shape.fits) if short else shape.fits
        case ListSpec(of):
            return partial(_fits_list, _fits(of))
        case MapSpec(of, gaps, _):
            return partial(_fits_map, _fits(of), gaps)


def _fits_keys(fits: Mapping[str, Fits], required: Iterable[str]) -> Fits:
    """Return whether a value is a mapping with what is required, each of whose keys is known and fits."""
    keys, has_texts = fits.keys(), all(fit is _is_text for fit in fits.values())

    def fits_texts(node: Any) -> bool:
        if not isinstance(node, dict) or not node.keys() <= keys:
            return False
        for value in node.values():
            if value is not None and not isinstance(value, str):
                return False
        return all(node.get(key) is not None for key in required)

    def fits_keys(node: Any) -> bool:
        if not isinstance(node, dict):
            return False
        for key in required:
            if node.get(key) is None:
                return False
        for key, value in node.items():
            fit = fits.get(key)
            if fit is _is_text:  # as most are: a call for each takes as long as all the rest
                if value is None or isinstance(value, str):
                    continue
                return False
            if fit is None or not (value is None or fit(value)):
                return False
        return True

    return fits_texts if has_texts else fits_keys


def _is_plain_or_fits(plain: Callable[..., Any], fits: Fits, node: Any) -> bool:
    """Whether a mapping holds a record that is kept already, or has the shape of one."""
    try:
        plain(*node.items())
    except NOT_PLAIN:
        return fits(node)
    return True


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _fits_short(fits: Fits, value: Any) -> bool:
    return isinstance(value, str) or fits(value)


def _fits_list(fits: Fits, value: Any) -> bool:
    return isinstance(value, list) and all(one is not None and fits(one) for one in value)


def _fits_map(fits: Fits, gaps: bool, value: Any) -> bool:
    return isinstance(value, dict) and all(gaps if one is None else fits(one) for one in value.values())
