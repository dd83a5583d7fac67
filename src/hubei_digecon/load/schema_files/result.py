"""The schemas of what the program writes, from the types that write it; ``digecon verify`` reads by one."""

import dataclasses
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter

from ... import listing, result, scoreboard_result
from ...listing import FORMAT as LISTING_FORMAT
from ...listing import Listing
from ...result import FORMAT, Result
from ...scoreboard_result import FORMAT as BOARD_FORMAT
from ...scoreboard_result import BoardResult
from ...text import Text
from ..schemas import Words, keys_of
from ..schemas.holds import JsonSchema, in_both
from .shapes import DIALECT, written

_TYPES: dict[str, Any] = {
    name: one
    for module in (result, scoreboard_result, listing)
    for name, one in vars(module).items()
    if isinstance(one, type) and hasattr(one, "called")
}
"""The types that results are made of, by name."""


def result_schema() -> str:
    """Return the schema of the JSON result."""
    return _schema(Result, FORMAT)


def scoreboard_schema() -> str:
    """Return the schema of the scoreboard in JSON."""
    return _schema(BoardResult, BOARD_FORMAT)


def listing_schema() -> str:
    """Return the schema of the published targets in JSON."""
    return _schema(Listing, LISTING_FORMAT)


def _schema(written_as: Any, format: str) -> str:
    schema: JsonSchema = TypeAdapter(written_as).json_schema()
    definitions = schema.pop("$defs")
    _tell(schema, written_as.called, _told(written_as))
    for name, one in _TYPES.items():
        if name in definitions:
            _tell(definitions[name], one.called, _told(one))
    words = {key.name: key.told for key in keys_of(Words)}
    _tell(definitions[Text.__name__], Words.called, words)
    return written({"$schema": DIALECT, "$id": format} | schema | {"$defs": definitions})


def _told(one: Any) -> dict[str, Text]:
    """Return what is told of each key of a type."""
    hints = get_type_hints(one, include_extras=True)
    return {
        field.name: next(mark for mark in get_args(hints[field.name]) if isinstance(mark, Text))
        for field in dataclasses.fields(one)
    }


def _tell(shape: JsonSchema, called: Text, told: dict[str, Text]) -> None:
    """Say of a shape and its keys what they are; later versions may add keys, so others may stand there."""
    shape.pop("description", None)
    shape |= {"title": in_both(called, " / ")}
    for key, text in told.items():
        schema = shape["properties"][key]
        schema.pop("title", None)
        schema["description"] = in_both(text)
