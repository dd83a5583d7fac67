"""Makes ``admission.json``, the table of shapes by which well-formed files are let in, from the models.

Run as ``python -m hubei_digecon.load.admission``; a test fails when the file is stale.
"""

import json
from typing import Any

from .door import TABLE
from .schemas import FILES, Form, ListForm, MapForm, Shape, ShapeForm, TextForm, keys_of


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
    for key in keys_of(shape):
        entry["keys"][key.name] = _spec(key.form, table)
        if key.required:
            entry["required"].append(key.name)


def _spec(form: Form, table: dict[str, Any]) -> list[Any]:
    """Return the spec of one key's type: text, short, shape, list, dict, or form (with gaps)."""
    match form:
        case TextForm():
            return ["text"]
        case ShapeForm(shape, short):
            name = shape.__name__
            _describe(name, shape, table)
            return ["short" if short else "shape", name]
        case ListForm(of):
            return ["list", _spec(of, table)]
        case MapForm(of, gaps):
            return ["form" if gaps else "dict", _spec(of, table)]


if __name__ == "__main__":
    TABLE.write_text(admission_table(), "utf-8")
