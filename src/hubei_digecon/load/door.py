"""The door: a tree of values is let in if it has the shape of its sort of file, else told every fault.

A well-formed tree is recognised by a table made from the pydantic models (``admission.json``, by
``make admission``), without importing pydantic, whose start costs as much as all the rest of a
check. Whatever the table does not let in goes to pydantic, which says what is wrong and where.
A test holds that both let in the same.
"""

import json
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, Path, remark
from ..text import Text
from .faults import MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from .near import suggestion
from .tree import Mapping, Sequence, find, key_place, place_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

TABLE = FilePath(__file__).with_name("admission.json")


def admit(root: Mapping, sort: str) -> list[Diagnostic]:
    """Return what is wrong with the shape of ``root``; cut off it whatever has a wrong shape.

    What is left can be read on, so that faults of values are told in the same run. A key that is
    missing stays missing.
    """
    table = _table()
    if admits(table, table[sort], root):
        return []
    from pydantic import ValidationError

    from .schemas import FILES

    try:
        FILES[sort].model_validate(root)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = [_fault(root, sort, detail) for detail in details]
        for detail in details:
            _cut(root, detail)
        return faults
    return []


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(TABLE.read_text("utf-8"))
    return table


def admits(table: dict[str, Any], shape: dict[str, Any], node: Any) -> bool:
    """Whether ``node`` has ``shape``, whose nested shapes are named in ``table``."""
    if not isinstance(node, Mapping):
        return False
    keys = shape["keys"]
    for name, value in node.items():
        spec = keys.get(name)
        if spec is None or not _fits(table, spec, value):
            return False
    return all(node.get(name) is not None for name in shape["required"])


def _fits(table: dict[str, Any], spec: list[Any], node: Any) -> bool:
    """Whether a value fits the spec of its key: text, a shape, or a list or mapping of such."""
    if node is None:
        return True  # left empty; admits() sees to those that are required
    match spec[0]:
        case "text":
            return isinstance(node, str)
        case "short":
            return isinstance(node, str) or admits(table, table[spec[1]], node)
        case "shape":
            return admits(table, table[spec[1]], node)
        case "list":
            return isinstance(node, Sequence) and all(
                element is not None and _fits(table, spec[1], element) for element in node
            )
        case _:
            return isinstance(node, Mapping) and all(
                (element is not None or spec[0] == "form") and _fits(table, spec[1], element)
                for element in node.values()
            )


_EXPECTED = {
    "string_type": Text("文字", "text"),
    "list_type": Text("列表", "a list"),
}
_COMMA = Text(
    "花括号内的逗号会把数值断开，带逗号的数值要加引号。",
    "inside { } a comma ends a value: quote a number that has one; ",
)
_A_MAPPING = Text("“键: 值”", "keys and values")


def _fault(root: Mapping, sort: str, detail: "ErrorDetails") -> Diagnostic:
    at: Path = detail["loc"]
    parent = _parent(root, at)
    key = str(at[-1])
    if detail["type"] == "extra_forbidden":
        return _unknown_key(parent, at, _keys_at(sort, at[:-1]))
    if detail["type"] == "missing":
        return remark(MISSING_KEY, at, _own_place(root, at[:-1]), key=key)
    if detail["input"] is None and isinstance(parent, Mapping):
        return remark(MISSING_KEY, at, key_place(parent, key), key=key)
    expected = _EXPECTED.get(detail["type"], _A_MAPPING)
    found = _found(detail["input"])
    name = key if isinstance(at[-1], str) else f"[{key}]"
    return remark(WRONG_TYPE, at, find(root, at), key=name, expected=expected, found=found)


def _unknown_key(parent: Mapping, at: Path, known: list[str]) -> Diagnostic:
    key = str(at[-1])
    return remark(
        UNKNOWN_KEY,
        at,
        key_place(parent, key),
        key=key,
        suggestion=_COMMA if _is_number(key) else suggestion(key, known),
        keys=", ".join(known),
    )


def _is_number(key: str) -> bool:
    return key[:1].isdigit()


def _own_place(root: Mapping, at: Path) -> Any:
    """Return where a mapping that lacks a key stands: at its own key, where it has one."""
    if not at:
        return place_of(root)
    parent = _parent(root, at)
    return key_place(parent, str(at[-1])) if isinstance(parent, Mapping) else find(root, at)


def _found(value: Any) -> Text:
    if value is None:
        return Text("空的", "empty")
    if isinstance(value, Mapping):
        return Text("“键: 值”", "keys and values")
    return Text("列表", "a list") if isinstance(value, Sequence) else Text("文字", "text")


def _parent(root: Mapping, at: Path) -> Any:
    node: Any = root
    for step in at[:-1]:
        node = node[step]
    return node


_HOLDERS = ("list", "dict", "form")


def _keys_at(sort: str, at: Path) -> list[str]:
    """Return the keys that can stand in the mapping at ``at``."""
    table = _table()
    spec: list[Any] = ["shape", sort]
    for step in at:
        spec = spec[1] if spec[0] in _HOLDERS else table[spec[1]]["keys"][step]
    return list(table[spec[1]]["keys"])


def _cut(root: Mapping, detail: "ErrorDetails") -> None:
    """Take a value of a wrong shape off the tree; an element of a list leaves a gap."""
    at: Path = detail["loc"]
    if detail["type"] == "missing":
        return
    parent = _parent(root, at)
    if isinstance(parent, Mapping):
        parent.pop(str(at[-1]), None)
    elif isinstance(parent, Sequence) and isinstance(at[-1], int):
        parent[at[-1]] = None
