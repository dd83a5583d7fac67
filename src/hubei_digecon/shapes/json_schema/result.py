"""The schemas of what the program writes, from the types that write it; ``digecon verify`` reads by one."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from ...records import NamedTuple
from ...text import Text
from ..base import Key, ListForm, MapForm, ShapeForm, WordsShape, keys_of, name_of
from ..diff_result import FORMAT as DIFF_FORMAT
from ..diff_result import DiffResult
from ..holds import JsonSchema, in_both
from ..result import FORMAT, Keyword, Result
from ..scoreboard_result import FORMAT as BOARD_FORMAT
from ..scoreboard_result import BoardResult
from ..target_list import FORMAT as LISTING_FORMAT
from ..target_list import Listing
from ..trend_result import FORMAT as TREND_FORMAT
from ..trend_result import TrendResult
from .generator import SchemaGenerator, ref


class ValueForm(NamedTuple):
    """A value that the program writes, and what JSON Schema says of it."""

    schema: JsonSchema


class NullForm(NamedTuple):
    """A value that the program writes, or ``null``."""

    of: Any


class DefaultForm(NamedTuple):
    """A value that earlier versions do not write, and what stands for it there."""

    of: Any
    default: Any


_TYPES = {str: "string", int: "integer", bool: "boolean"}


def result_schema() -> str:
    """Return the schema of the JSON result."""
    return _schema(Result, FORMAT)


def scoreboard_schema() -> str:
    """Return the schema of the scoreboard in JSON."""
    return _schema(BoardResult, BOARD_FORMAT)


def listing_schema() -> str:
    """Return the schema of the published targets in JSON."""
    return _schema(Listing, LISTING_FORMAT)


def trend_schema() -> str:
    """Return the schema of the trend in JSON."""
    return _schema(TrendResult, TREND_FORMAT)


def diff_schema() -> str:
    """Return the schema of what differs in JSON."""
    return _schema(DiffResult, DIFF_FORMAT)


def _schema(written_as: Any, format: str) -> str:
    schemas = ResultSchemas()
    root = schemas.shape(written_as)
    schemas.defs = {name: schemas.defs[name] for name in sorted(schemas.defs)}
    return schemas.written(format, root)


class ResultSchemas(SchemaGenerator):
    """Make the schema of what the program writes: later versions may add keys, so others may stand there."""

    def name(self, shape: Any) -> str:
        """Return what a shape is called; words in both languages are a type of the program's own."""
        return Text.__name__ if shape is WordsShape else name_of(shape)

    def shape(self, shape: Any) -> JsonSchema:
        """Return what stands in a shape: its keys."""
        keys = tuple(keys_of(shape) if shape is WordsShape else _keys_of(shape))
        return {
            "properties": {key.name: self.key(key) for key in keys},
            "required": [key.name for key in keys if key.required],
            "title": in_both(shape.called, " / "),
            "type": "object",
        }

    def key(self, key: Key) -> JsonSchema:
        """Return the schema of the value under a key, told in both languages."""
        value = self.value(key.form)
        return {name: value[name] for name in sorted(value)} | {"description": in_both(key.told)}

    def value(self, form: Any, empty: bool = False) -> JsonSchema:
        """Return the schema of a value."""
        match form:
            case ValueForm(schema):
                made = dict(schema)
            case DefaultForm(of, default):
                made = {**self.value(of), "default": default}
            case NullForm(of):
                made = {"anyOf": [self.value(of), {"type": "null"}]}
            case ListForm(of, exactly):
                bounds = {"maxItems": exactly, "minItems": exactly} if exactly else {}
                made = {"items": self.value(of), **bounds, "type": "array"}
            case MapForm(of):
                made = {"additionalProperties": self.value(of), "type": "object"}
            case ShapeForm(shape):
                self.define(shape)
                made = ref(self.name(shape))
            case _:
                made = {"type": "string"}
        return made


def _keys_of(written_as: Any) -> Iterator[Key]:
    """Return the keys of a type that the program writes."""
    hints = get_type_hints(written_as, include_extras=True)
    for field in fields(written_as):
        hint, *marks = get_args(hints[field.name])
        told = next(mark for mark in marks if isinstance(mark, Text))
        required, form = field.default is field.default_factory is MISSING, _form(hint, marks)
        stated: Any = form if field.default is MISSING else DefaultForm(form, field.default)
        yield Key(field.name, told, required, stated)


def _form(hint: Any, marks: Any = ()) -> Any:
    if NoneType in get_args(hint):
        (there,) = (choice for choice in get_args(hint) if choice is not NoneType)
        return NullForm(_form(there, marks))
    if get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
    known = (mark.schema for mark in marks if isinstance(mark, Keyword))
    keywords = {key: value for schema in known for key, value in schema.items()}
    if get_origin(hint) is list:
        return ListForm(_form(*get_args(hint)), keywords.get("exactly", 0))
    if get_origin(hint) is dict:
        return MapForm(_form(get_args(hint)[1]))
    if get_origin(hint) is Literal:
        (const,) = get_args(hint)
        return ValueForm({"const": const, "type": _TYPES[type(const)]})
    if hint in _TYPES:
        return ValueForm({**keywords, "type": _TYPES[hint]})
    return ShapeForm(WordsShape if hint is Text else hint)
