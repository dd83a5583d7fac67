"""The schema of the JSON result, from the type that writes it and that ``digecon verify`` reads."""

import dataclasses
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter

from ... import result
from ...result import FORMAT, Result
from ...text import Text
from ..schemas import Words, keys_of
from ..schemas.holds import JsonSchema, in_both
from .shapes import DIALECT, written

_TYPES: dict[str, Any] = {
    name: one for name, one in vars(result).items() if isinstance(one, type) and hasattr(one, "called")
}
"""The types that a result is made of, by name."""


def result_schema() -> str:
    """Return the schema of the JSON result."""
    schema: JsonSchema = TypeAdapter(Result).json_schema()
    definitions = schema.pop("$defs")
    for name, one in _TYPES.items():
        _tell(schema if one is Result else definitions[name], one.called, _told(one))
    words = {key.name: key.told for key in keys_of(Words)}
    _tell(definitions[Text.__name__], Words.called, words)
    return written({"$schema": DIALECT, "$id": FORMAT} | schema | {"$defs": definitions})


def _told(one: Any) -> dict[str, Text]:
    """Return what is told of each key of a type."""
    hints = get_type_hints(one, include_extras=True)
    return {
        field.name: next(mark for mark in get_args(hints[field.name]) if isinstance(mark, Text))
        for field in dataclasses.fields(one)
    }


def _tell(shape: JsonSchema, called: Text, told: dict[str, Text]) -> None:
    """Say of a shape and its keys what they are, and that it has no others."""
    shape.pop("description", None)
    shape |= {"title": in_both(called, " / "), "additionalProperties": False}
    for key, text in told.items():
        schema = shape["properties"][key]
        schema.pop("title", None)
        schema["description"] = in_both(text)
