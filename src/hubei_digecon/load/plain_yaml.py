"""The plain YAML that nearly all files are written in → the values that libyaml gives, in a quarter of its
time; and in which line each of them stands, for whoever asks (:mod:`.plain_places`).

Read here are lines that are a key with its value, an element of a list, or a comment; a value is one
scalar, or one ``{…}`` of scalars. Whatever else there is, and whatever may be wrong, is declined: then
:mod:`.yaml_text` reads the whole text. What is read is exactly what that gives, which tests hold.
"""

from functools import lru_cache
from typing import Any

from ..diagnostics import Path
from ..records import NamedTuple

_MOST = 60_000
"""Characters of a text: so few that it cannot hold more values than a file may."""

_LONGEST_LINE = 1000
"""Characters of a line: libyaml takes no key of more than 1024."""

_DEEPEST = 40

_NOT_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""Characters that no scalar without quotes begins with; the hyphen can, but begins elements too."""

_NOT_LAST = ("", ":")
QUOTES = ("'", '"')
_OPENING = ("{", "[", *QUOTES)


class _DeclinedError(Exception):
    """There is something that is not plain, or not right."""


OPEN: Any = object()
"""What stands for a value that may follow in the next lines."""

Line = tuple[int, bool, str | None, int, Any]
"""What a line says, wherever it stands: where it begins, whether it is an element of a list, its key, where
that stands, and its value.
"""


Rows = dict[Path, dict[str | int, int]]
"""In which line each key or element of a mapping or a list over lines is, by the steps to that."""


class PlainTree(NamedTuple):
    """The mapping that a text holds, and its lines with what stands in which."""

    root: dict[str, Any]
    lines: list[str]
    rows: Rows


def plain_yaml(text: str) -> PlainTree | None:
    """Return what a text in plain YAML holds; ``None`` where libyaml must read it."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if len(text) > _MOST:
        return None
    lines = text.split("\n")
    try:
        root, rows = _root(lines)
    except _DeclinedError:
        return None
    return PlainTree(root, lines, rows) if root else None


def _root(lines: list[str]) -> tuple[dict[str, Any], Rows]:
    """Return the mapping that the lines of a text hold, and where, in one pass over them.

    ``here`` is the mapping or list that a line goes on with, ``rows_here`` its rows, ``at`` the steps to it,
    ``indent`` where its lines begin, ``open_key`` its last key while nothing has come after that, and
    ``outer`` what it stands in.
    """
    root: dict[str, Any] = {}
    here: Any = root
    rows_here: dict[str | int, int] = {}
    at: Path = ()
    rows: Rows = {at: rows_here}
    indent, in_list, open_key = 0, False, ""
    outer: list[tuple[Any, dict[str | int, int], Path, int, bool]] = []
    for row, line in enumerate(lines):
        read = read_line(line)
        if read is None:
            continue
        column, is_element, key, key_column, value = read
        if column != indent or is_element is not in_list:
            if open_key and (column > indent or (is_element and column == indent)):
                outer.append((here, rows_here, at, indent, in_list))
                here[open_key] = here = [] if is_element else {}
                at, indent, in_list = (*at, open_key), column, is_element
                rows[at] = rows_here = {}
            else:
                while indent > column or (in_list and not is_element and outer):
                    here, rows_here, at, indent, in_list = outer.pop()
                if column != indent or is_element is not in_list:
                    raise _DeclinedError
        open_key = ""
        if value.__class__ is dict or value.__class__ is list:
            value = _copied(value)
        if key is None:
            rows_here[len(here)] = row
            here.append(value)
            continue
        if is_element:
            outer.append((here, rows_here, at, indent, in_list))
            rows_here[len(here)] = row
            at = (*at, len(here))
            rows[at] = rows_here = {}
            here.append({})
            here, indent, in_list = here[-1], key_column, False
        if key in here or len(outer) > _DEEPEST:
            raise _DeclinedError
        if value is OPEN:
            open_key, value = key, None
        here[key] = value
        rows_here[key] = row
    return root, rows


def _copied(value: Any) -> Any:
    """Return what is in brackets anew: what a line says is remembered, and a tree may be changed."""
    if isinstance(value, dict):
        return value.copy()
    return [_copied(one) if isinstance(one, dict) else one for one in value]


@lru_cache(1024)  # the lines of forms that were filled in are much alike
def read_line(line: str) -> Line | None:
    """Return what a line says; ``None`` where that is nothing."""
    if len(line) > _LONGEST_LINE or not line.isprintable():
        raise _DeclinedError
    body = line.lstrip(" ")
    if not body or body[0] == "#":
        return None
    column = len(line) - len(body)
    is_element = body[:2] == "- "
    key_column = column
    if is_element:
        body = body[2:].lstrip(" ")
        if not _begins_mapping(body):
            return column, True, None, 0, _value(body)
        key_column = len(line) - len(body)
    name, colon, value = body.partition(": ")
    if not colon:
        if name[-1] != ":":
            raise _DeclinedError
        name = name[:-1]
    if not (name.isidentifier() or _is_key(name)):
        raise _DeclinedError
    value = value.strip(" ")
    return column, is_element, name, key_column, _value(value) if value and value[0] != "#" else OPEN


def _is_key(name: str) -> bool:
    """Whether a name is a plain key, which digits may begin."""
    return name != "" and f"_{name}".isidentifier()


def _begins_mapping(element: str) -> bool:
    """Whether an element is the first key of a mapping, and its value."""
    return element[:1] not in _OPENING and (": " in element or element[-1:] == ":")


def _value(text: str) -> Any:
    """Return what a text holds to the end of its line: a scalar, or what is in its brackets."""
    first = text[:1]
    if first == "{":
        return _in_braces(text)
    if first == "[":
        return _in_brackets(text)
    if first in QUOTES:
        return _quoted(text)
    if "#" in text:
        text = text.partition(" #")[0]
    text = text.rstrip(" ")
    if first in _NOT_FIRST or ": " in text or text[-1:] in _NOT_LAST:
        raise _DeclinedError
    return text


def _in_braces(text: str) -> dict[str, Any]:
    """Return the keys and scalars of a ``{…}``."""
    node: dict[str, Any] = {}
    for pair in _inside(text, "}").split(","):
        name, _, value = pair.partition(": ")
        name, value = name.strip(" "), value.strip(" ")
        if name in node or not value or ":" in value or not (name.isidentifier() or _is_key(name)):
            raise _DeclinedError
        node[name] = _quoted(value) if value[0] in _NOT_FIRST else value
    return node


def _in_brackets(text: str) -> list[Any]:
    """Return the scalars of a ``[…]``, or the one ``{…}`` in it."""
    only = text[1:-1].strip(" ")
    if only[:1] == "{" and text[-1] == "]":
        return [_in_braces(only)]
    return [_scalar(element.strip(" ")) for element in _inside(text, "]").split(",")]


def _inside(text: str, end: str) -> str:
    """Return what stands between brackets that have no more brackets, comments or ``?`` in them."""
    inside = text[1:-1]
    if (
        text[-1] != end
        or "{" in inside
        or "}" in inside
        or "[" in inside
        or "]" in inside
        or "#" in inside
        or "?" in inside
    ):
        raise _DeclinedError
    return inside


def _scalar(text: str) -> str | None:
    """Return a scalar between brackets."""
    if ":" in text or not text:
        raise _DeclinedError
    return _quoted(text) if text[0] in _NOT_FIRST else text


def _quoted(text: str) -> str | None:
    """Return what stands between quotes; blanks are nothing, as everywhere."""
    quote = text[0]
    if quote not in QUOTES or len(text) < 2 or text[-1] != quote or text.count(quote) != 2 or "\\" in text:
        raise _DeclinedError
    inside = text[1:-1]
    return None if not inside or inside.isspace() else inside
