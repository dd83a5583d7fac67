"""Makes ``admission.json``, the table of shapes by which well-formed files are let in, from the models.

Run as ``python -m hubei_digecon.load.admission``; a test fails when the file is stale.
"""

import json
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from .door import TABLE
from .schemas import FILES, Shape, ShortForm


def admission_table() -> str:
    """Return the table as JSON: a line a shape, with its keys and those required."""
    table: dict[str, Any] = {}
    for sort, shape in FILES.items():
        _describe(sort, shape, table)
    lines = (f"{json.dumps(name)}: {json.dumps(shape)}" for name, shape in table.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _describe(name: str, shape: type[Shape], table: dict[str, Any]) -> None:
    if name in table:
        return
    entry: dict[str, Any] = {"required": [], "keys": {}}
    table[name] = entry
    hints = shape.__annotations__
    for key, field in shape.model_fields.items():
        entry["keys"][key] = _spec(hints[key], table)
        if field.is_required():
            entry["required"].append(key)


def _spec(hint: Any, table: dict[str, Any]) -> list[Any]:
    """Return the spec of one key's type: text, short, shape, list, dict, or form (with gaps)."""
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    if len(choices) == 1 and len(get_args(hint)) == 2 and get_origin(hint) is not dict:
        hint = choices[0]
    if hint is str:
        return ["text"]
    if get_origin(hint) is Annotated:
        shape, *marks = get_args(hint)
        assert any(isinstance(mark, ShortForm) for mark in marks)
        return ["short", _named(shape, table)]
    if get_origin(hint) is list:
        return ["list", _spec(get_args(hint)[0], table)]
    if get_origin(hint) is dict:
        value = get_args(hint)[1]
        return ["form" if NoneType in get_args(value) else "dict", _spec(value, table)]
    return ["shape", _named(hint, table)]


def _named(shape: type[Shape], table: dict[str, Any]) -> str:
    name = shape.__name__
    _describe(name, shape, table)
    return name


if __name__ == "__main__":
    TABLE.write_text(admission_table(), "utf-8")
