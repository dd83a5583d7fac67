"""Make ``compiled.json``, the table of shapes by which well-formed files are let in, from the models.

Run as ``python -m hubei_digecon.shapes.compiling``; a test fails when the file is stale.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..domain.names import parts_of_name
from ..domain.reports import ITEM_TERMS
from .base import Form, Key, ListForm, MapForm, Shape, ShapeForm, TextForm, keys_of, name_of
from .compiled import TABLE
from .files import FILES
from .report import ReportShape
from .text_kinds import TEXT


def written_table() -> str:
    """Return the table as JSON: a line a shape, with its keys and those required, and a line a column."""
    table: dict[str, Any] = {}
    for sort, shape in FILES.items():
        _describe(sort, shape, table)
    shapes = (f"{json.dumps(name)}: {json.dumps(shape)}" for name, shape in table.items())
    columns = (json.dumps(column, ensure_ascii=False) for column in columns_of(ReportShape))
    return f'{{"shapes": {{\n{_lines(shapes)}\n}},\n"columns": [\n{_lines(columns)}\n]}}\n'


def _lines(lines: Iterable[str]) -> str:
    return ",\n".join(lines)


def columns_of(shape: type[Shape]) -> list[dict[str, Any]]:
    """Return the columns of a report that is a table, in the order in which forms have them."""
    placed: list[dict[str, Any]] = []
    behind: dict[str, list[dict[str, Any]]] = {}
    for column, after in _columns(shape, (), "report"):
        (behind.setdefault(after, []) if after else placed).append(column)
    for after, columns in behind.items():
        at = next(index for index, column in enumerate(placed) if column["key"] == after) + 1
        placed[at:at] = columns
    of_items = [f"item.{key}" for key in ITEM_TERMS]
    return sorted(
        placed, key=lambda column: of_items.index(column["key"]) if column["level"] == "item" else -1
    )


def _columns(
    shape: type[Shape], path: tuple[str, ...], level: str, short: str = ""
) -> Iterator[tuple[dict[str, Any], str]]:
    """Return the column of each key of a shape, and the column that it stands behind."""
    for key in keys_of(shape):
        heading, form, at = key.heading, key.form, (*path, key.name)
        kind = form.kind.name if isinstance(form, TextForm) else TEXT.name
        if level == "item":
            yield _item_column(key, kind), ""
        elif heading:
            named = heading.en or ".".join(path if key.name == short else at)
            of = "observation" if isinstance(form, MapForm) else level
            where = (named,) if isinstance(form, MapForm) else at
            listed = isinstance(form, ListForm)
            yield _column(named, heading.zh, of, where, kind, heading.others, listed), heading.after
        if isinstance(form, MapForm) and isinstance(form.of, ShapeForm):
            yield from _columns(form.of.shape, (), "observation")
        elif isinstance(form, ListForm) and isinstance(form.of, ShapeForm) and not heading:
            yield from _columns(form.of.shape, (), "item")
        elif isinstance(form, ShapeForm):
            yield from _columns(form.shape, at, level, form.short)


def _item_column(key: Key, kind: str) -> dict[str, Any]:
    """Return the column of a field of items, which is headed by what the domain calls it."""
    zh, others = ITEM_TERMS[key.name].zh, key.heading.others if key.heading else ()
    return _column(f"item.{key.name}", zh, "item", (key.name,), kind, (*parts_of_name(zh), *others))


def _column(
    key: str,
    zh: str,
    level: str,
    path: tuple[str, ...],
    kind: str,
    others: tuple[str, ...],
    listed: bool = False,
) -> dict[str, Any]:
    return {
        "key": key, "zh": zh, "level": level, "path": path, "kind": kind, "others": others, "listed": listed,
    }  # fmt: skip


def _describe(name: str, shape: type[Shape], table: dict[str, Any]) -> None:
    if name in table:
        return
    entry: dict[str, Any] = {"required": [], "keys": {}}
    if shape.record:
        entry["record"] = f"{shape.record.__module__}:{shape.record.__name__}"
    table[name] = entry
    for key in keys_of(shape):
        entry["keys"][key.name] = _spec(key.form, table)
        if key.required:
            entry["required"].append(key.name)


def _spec(form: Form, table: dict[str, Any]) -> list[Any]:
    """Return the spec of one key's type: text, short, shape, list, dict, or form (with gaps)."""
    match form:
        case TextForm(_, kind):
            return ["text", kind.name]
        case ShapeForm(shape, short):
            name = name_of(shape)
            _describe(name, shape, table)
            return ["short", name, short] if short else ["shape", name]
        case ListForm(of):
            return ["list", _spec(of, table)]
        case MapForm(of, gaps):
            return ["form" if gaps else "dict", _spec(of, table)]


if __name__ == "__main__":
    Path(TABLE).write_text(written_table(), "utf-8")
