"""The shapes of files → JSON Schema: each shape once under ``$defs``, each key with what is told of it.

A shape under ``$defs`` says what stands in it; where it is used, beside ``$ref``, stands what it is
there and whether text, or nothing, may stand for it. No keyword but the title stands at both places,
as some editors take only one of the two. Keywords are those that draft-07 knows too, as not all editors
know later ones.
"""

import json
from collections.abc import Iterable
from typing import Any

from ...text import Text
from ..base import Form, Key, ListForm, MapForm, Shape, ShapeForm, TextForm, keys_of, name_of
from ..holds import ANY_TEXT, NOTHING, JsonSchema, in_both
from ..patterns import BLANK, NOT_BLANK, alternatives, padded

_A_LIST = Text("写成列表", "write a list")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class SchemaGenerator:
    """Make a schema of shapes; ``defs`` gathers those that stand inside others."""

    def __init__(self) -> None:
        self.defs: dict[str, JsonSchema] = {}

    def name(self, shape: Any) -> str:
        """Return what a shape is called under ``$defs``."""
        return name_of(shape)

    def define(self, shape: Any) -> None:
        """Put a shape, and all that stand inside it, under ``$defs``."""
        name = self.name(shape)
        if name not in self.defs:
            self.defs[name] = self.shape(shape)

    def shape(self, shape: type[Shape]) -> JsonSchema:
        """Return what stands in a shape: its keys, and no others."""
        keys = tuple(keys_of(shape))
        made: JsonSchema = {"title": in_both(shape.called, " / ")}
        made["properties"] = {key.name: self.key(key) for key in keys}
        if required := [key.name for key in keys if key.required]:
            made["required"] = required
        return made | {"additionalProperties": False}

    def root(self, shape: type[Shape]) -> JsonSchema:
        """Return what stands at the top of a file."""
        made = self.shape(shape)
        return {"title": made.pop("title"), "type": "object"} | made

    def key(self, key: Key) -> JsonSchema:
        """Return the schema of the value under a key, told in both languages."""
        return {"description": _told(key)} | self.value(key.form, empty=not key.required)

    def value(self, form: Form, empty: bool = False) -> JsonSchema:
        """Return the schema of a value; ``empty``: nothing, or blanks, may stand there as well."""
        match form:
            case TextForm(holds):
                return holds.schema(empty)
            case ShapeForm(shape, short):
                self.define(shape)
                return _of_type("object", empty, bool(short)) | ref(name_of(shape))
            case ListForm(of):
                items = {"items": self.value(of), "errorMessage": in_both(_A_LIST)}
                return _of_type("array", empty) | items
            case MapForm(of, gaps):
                return _of_type("object", empty) | {"additionalProperties": self.value(of, gaps)}

    def written(self, id: str, root: JsonSchema) -> str:
        """Return a whole schema as text."""
        head = {"$schema": DIALECT, "$id": id}
        return written(head | root | {"$defs": self.defs})


def _told(key: Key) -> str:
    """Return what an editor shows of a key: what it is for, and the words that can stand there."""
    form = key.form
    while isinstance(form, ListForm | MapForm):
        form = form.of
    meanings = form.holds.meanings if isinstance(form, TextForm) else ""
    return "\n".join(filter(None, (in_both(key.told), meanings)))


def of_some(shape: type[Shape], indicators: str) -> str:
    """Return the name of a shape as it is for some indicators, by the name for them."""
    return f"{name_of(shape)}-{indicators}"


def written(schema: JsonSchema) -> str:
    """Return a schema as text, the same for the same schema."""
    return json.dumps(_plain(schema), ensure_ascii=False, indent=1) + "\n"


def instead(key: JsonSchema, schema: JsonSchema) -> JsonSchema:
    """Return ``schema`` with what is told of a key that was of another."""
    return {"description": key["description"]} | schema


def ref(name: str) -> JsonSchema:
    """Return what stands for a shape under ``$defs``."""
    return {"$ref": f"#/$defs/{name}"}


def filled(key: str, none: Iterable[str] = ()) -> JsonSchema:
    """Return what holds where something stands under ``key`` that is not one of the words for ``none``."""
    words = alternatives(none)
    blank = {"anyOf": [NOTHING, {"type": "string", "pattern": padded(words)}]} if words else NOTHING
    return {"required": [key], "properties": {key: {"not": blank}}}


def nothing(*keys: str, because: Text) -> dict[str, JsonSchema]:
    """Return keys under which nothing may stand, and why, as an editor shows it where something does."""
    return dict.fromkeys(keys, NOTHING | {"errorMessage": in_both(because)})


def _of_type(type: str, empty: bool, short: bool = False) -> JsonSchema:
    """Return the types of a mapping or list: ``short``, plain text may stand for it; ``empty``, nothing."""
    if short:
        return {"type": [type, "string", *ANY_TEXT.typed["type"], *(["null"] if empty else [])]} | (
            {} if empty else {"pattern": NOT_BLANK}
        )
    return {"type": [type, *NOTHING["type"]], "pattern": BLANK} if empty else {"type": [type]}


def _plain(node: Any) -> Any:
    """Return a schema with a single type written as such."""
    if isinstance(node, dict):
        return {
            key: value[0] if key == "type" and isinstance(value, list) and len(value) == 1 else _plain(value)
            for key, value in node.items()
        }
    return [_plain(one) for one in node] if isinstance(node, list) else node
