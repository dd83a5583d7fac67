"""What is wrong with the shape of a tree of values, each fault with its place.

A well-formed tree is recognised by the table compiled from the shapes. Any other goes to pydantic,
which says what is wrong and where.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, Path, diagnose
from ..shapes.compiled import compiled_table, lets_in
from ..text import Text
from .document import Document
from .faults import MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from .tree import Places

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def admit(document: Document, sort: str) -> list[Diagnostic]:
    """Return what is wrong with the shape of a file; cut off its tree whatever has a wrong shape.

    What is left can be read on, so that faults of values are told in the same run. A key that is
    missing stays missing.
    """
    root = document.root
    if lets_in(root, sort):
        return []
    from pydantic import ValidationError

    from ..shapes.files import FILES

    try:
        FILES[sort].model_validate(root)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = [_fault(document.places, root, sort, detail) for detail in details]
        for detail in details:
            _cut(root, detail)
        return faults
    return []


_EXPECTED = {
    "string_type": Text("文字", "text"),
    "list_type": Text("列表", "a list"),
}
_COMMA = Text(
    "花括号内的逗号会把数值断开，带逗号的数值要加引号。",
    "inside { } a comma ends a value: quote a number that has one; ",
)
_A_MAPPING = Text("“键: 值”", "keys and values")


def _fault(places: Places, root: dict[str, Any], sort: str, detail: "ErrorDetails") -> Diagnostic:
    at: Path = detail["loc"]
    key = str(at[-1])
    if detail["type"] == "extra_forbidden":
        shape = _shape_at(sort, at[:-1])
        return _unknown_key(places, at, list(compiled_table()[shape]["keys"]), shape)
    if detail["type"] == "missing":
        return diagnose(MISSING_KEY, at, places.key(at[:-1]), key=key)
    if detail["input"] is None and isinstance(_parent(root, at), dict):
        return diagnose(MISSING_KEY, at, places.key(at), key=key)
    expected = _EXPECTED.get(detail["type"], _A_MAPPING)
    found = _found(detail["input"])
    name = key if isinstance(at[-1], str) else f"[{key}]"
    return diagnose(WRONG_TYPE, at, places.value(at), key=name, expected=expected, found=found)


def _unknown_key(places: Places, at: Path, known: list[str], shape: str) -> Diagnostic:
    from .key_terms import key_meant

    key = str(at[-1])
    return diagnose(
        UNKNOWN_KEY,
        at,
        places.key(at),
        key=key,
        suggestion=_COMMA if _is_number(key) else partial(key_meant, key, shape, known),
        keys=Text.listed(known),
    )


def _is_number(key: str) -> bool:
    return key[:1].isdigit()


def _found(value: Any) -> Text:
    if value is None:
        return Text("空的", "empty")
    if isinstance(value, dict):
        return Text("“键: 值”", "keys and values")
    return Text("列表", "a list") if isinstance(value, list) else Text("文字", "text")


def _parent(root: dict[str, Any], at: Path) -> Any:
    node: Any = root
    for step in at[:-1]:
        node = node[step]
    return node


_HOLDERS = ("list", "dict", "form")


def _shape_at(sort: str, at: Path) -> str:
    """Return the name of the shape that the mapping at ``at`` should have."""
    table = compiled_table()
    spec: list[Any] = ["shape", sort]
    for step in at:
        spec = spec[1] if spec[0] in _HOLDERS else table[spec[1]]["keys"][step]
    return str(spec[1])


def _cut(root: dict[str, Any], detail: "ErrorDetails") -> None:
    """Take a value of a wrong shape off the tree; an element of a list leaves a gap."""
    at: Path = detail["loc"]
    if detail["type"] == "missing":
        return
    parent = _parent(root, at)
    if isinstance(parent, dict):
        parent.pop(str(at[-1]), None)
    elif isinstance(parent, list) and isinstance(at[-1], int):
        parent[at[-1]] = None
