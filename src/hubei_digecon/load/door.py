"""The door: a tree of values is let in if it has the shape of its sort of file, else told every fault.

A well-formed tree is recognised by a table made from the pydantic models (``admission.json``, by
``make admission``), without importing pydantic, whose start costs as much as all the rest of a
check. Whatever the table does not let in goes to pydantic, which says what is wrong and where.
A test holds that both let in the same.
"""

import json
from collections.abc import Callable, Collection, Set
from functools import cache, partial
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, Path, remark
from ..text import Text
from .faults import MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from .later import NOT_YET, is_later_key
from .tree import Mapping, Sequence, find, key_place, place_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

TABLE = FilePath(__file__).with_name("admission.json")


def admit(root: Mapping, sort: str) -> list[Diagnostic]:
    """Return what is wrong with the shape of ``root``; cut off it whatever has a wrong shape.

    What is left can be read on, so that faults of values are told in the same run. A key that is
    missing stays missing.
    """
    if lets_in(root, sort):
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


def lets_in(root: Any, sort: str) -> bool:
    """Whether ``root`` has the shape of its sort of file."""
    return _shape_of(sort)(root)


def lets_in_but_for(root: Any, sort: str, key: str) -> bool:
    """Whether ``root`` has the shape of its sort of file, whatever the mapping under ``key`` holds."""
    if not isinstance(root, dict) or not isinstance(root.get(key), dict | None):
        return False
    return _shape_of(sort)({**root, key: None})


def is_shaped(value: Any, key: str) -> bool:
    """Whether a value, which is not left empty, is text or has a shape of the table by its name."""
    return isinstance(value, str) or _shape_of(key)(value)


def keys_of(sort: str) -> Collection[str]:
    """Return the keys at the top of a sort of file."""
    keys: dict[str, Any] = _table()[sort]["keys"]
    return keys.keys()


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(TABLE.read_text("utf-8"))
    return table


_Fits = Callable[[Any], bool]
"""Whether a value, which is not left empty, has a shape."""


@cache
def _shape_of(name: str) -> _Fits:
    """Return whether a value has a named shape of the table, as a function of the value."""
    shape = _table()[name]
    fits = {key: _fits(spec) for key, spec in shape["keys"].items()}
    required = shape["required"]
    if all(fit is _is_text for fit in fits.values()):
        return partial(_has_texts, fits.keys(), required)

    def has_shape(node: Any) -> bool:
        if not isinstance(node, dict):
            return False
        for key in required:
            if node.get(key) is None:
                return False
        for key, value in node.items():
            fit = fits.get(key)
            if fit is None or (value is not None and not fit(value)):
                return False
        return True

    return has_shape


def _has_texts(keys: Set[str], required: list[str], node: Any) -> bool:
    """Whether a value is a mapping of texts: one shape in two, and the one that stands there most often."""
    if not isinstance(node, dict) or not node.keys() <= keys:
        return False
    for value in node.values():
        if value is not None and not isinstance(value, str):
            return False
    return all(node.get(key) is not None for key in required)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _fits(spec: list[Any]) -> _Fits:
    """Return whether a value fits the spec of its key: text, a shape, or a list or mapping of such."""
    match spec:
        case ["text"]:
            return _is_text
        case ["shape", name]:
            return _shape_of(name)
        case ["short", name]:
            shape = _shape_of(name)
            return lambda value: isinstance(value, str) or shape(value)
        case ["list", of]:
            fits = _fits(of)
            return lambda value: (
                isinstance(value, list) and all(one is not None and fits(one) for one in value)
            )
        case [sort, of]:
            fits, gaps = _fits(of), sort == "form"
            return lambda value: (
                isinstance(value, dict) and all(gaps if one is None else fits(one) for one in value.values())
            )
    raise LookupError(spec)


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
        shape = _shape_at(sort, at[:-1])
        if is_later_key(shape, key):
            return remark(NOT_YET, at, key_place(parent, key), text=key)
        return _unknown_key(parent, at, list(_table()[shape]["keys"]), shape)
    if detail["type"] == "missing":
        return remark(MISSING_KEY, at, _own_place(root, at[:-1]), key=key)
    if detail["input"] is None and isinstance(parent, Mapping):
        return remark(MISSING_KEY, at, key_place(parent, key), key=key)
    expected = _EXPECTED.get(detail["type"], _A_MAPPING)
    found = _found(detail["input"])
    name = key if isinstance(at[-1], str) else f"[{key}]"
    return remark(WRONG_TYPE, at, find(root, at), key=name, expected=expected, found=found)


def _unknown_key(parent: Mapping, at: Path, known: list[str], shape: str) -> Diagnostic:
    from .key_terms import key_meant

    key = str(at[-1])
    return remark(
        UNKNOWN_KEY,
        at,
        key_place(parent, key),
        key=key,
        suggestion=_COMMA if _is_number(key) else partial(key_meant, key, shape, known),
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


def _shape_at(sort: str, at: Path) -> str:
    """Return the name of the shape that the mapping at ``at`` should have."""
    table = _table()
    spec: list[Any] = ["shape", sort]
    for step in at:
        spec = spec[1] if spec[0] in _HOLDERS else table[spec[1]]["keys"][step]
    return str(spec[1])


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
