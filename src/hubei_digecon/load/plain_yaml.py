"""The plain YAML that nearly all reports are written in → the values that libyaml gives, in a third of its
time, but without their places.

Read here are lines that are a key with its value, an element of a list, or a comment; a value is one
scalar, or one ``{…}`` of scalars. Whatever else there is, and whatever may be wrong, is declined: then
:mod:`.yaml_text` reads the whole text. What is read is exactly what that gives, which tests hold.
"""

from functools import lru_cache
from typing import Any, NamedTuple

_MOST = 60_000
"""Characters of a text: so few that it cannot hold more values than a file may."""

_LONGEST_LINE = 1000
"""Characters of a line: libyaml takes no key of more than 1024."""

_DEEPEST = 40

_NOT_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""Characters that no scalar without quotes begins with; the hyphen can, but begins elements too."""

_NOT_LAST = ("", ":")
_QUOTES = ("'", '"')
_OPENING = ("{", "[", *_QUOTES)


class _DeclinedError(Exception):
    """There is something that is not plain, or not right."""


class _Line(NamedTuple):
    """What a line says, wherever it stands: where it begins, whether it is an element of a list, its key,
    where that stands, and its value: :data:`_OPEN` where that may follow in the next lines.
    """

    column: int
    is_element: bool
    key: str | None
    key_column: int
    value: Any


_OPEN = object()


def plain_yaml(text: str) -> dict[str, Any] | None:
    """Return the mapping that a text in plain YAML holds, to be read only: other texts share what is in
    brackets. ``None`` where libyaml must read it.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if len(text) > _MOST:
        return None
    try:
        return _root(text.split("\n")) or None
    except _DeclinedError:
        return None


def _root(lines: list[str]) -> dict[str, Any]:
    """Return the mapping that the lines of a text hold, in one pass over them.

    ``here`` is the mapping or list that a line goes on with, ``indent`` where its lines begin, ``open_key``
    its last key while nothing has come after that, and ``outer`` what it stands in.
    """
    root: dict[str, Any] = {}
    here: Any = root
    indent, in_list, open_key = 0, False, ""
    outer: list[tuple[Any, int, bool]] = []
    for line in lines:
        read = _line(line)
        if read is None:
            continue
        column, is_element, key, key_column, value = read
        if column != indent or is_element is not in_list:
            if open_key and (column > indent or (is_element and column == indent)):
                outer.append((here, indent, in_list))
                here[open_key] = here = [] if is_element else {}
                indent, in_list = column, is_element
            else:
                while indent > column or (in_list and not is_element and outer):
                    here, indent, in_list = outer.pop()
                if column != indent or is_element is not in_list:
                    raise _DeclinedError
        open_key = ""
        if key is None:
            here.append(value)
            continue
        if is_element:
            outer.append((here, indent, in_list))
            here.append({})
            here, indent, in_list = here[-1], key_column, False
        if key in here or len(outer) > _DEEPEST:
            raise _DeclinedError
        if value is _OPEN:
            open_key, value = key, None
        here[key] = value
    return root


@lru_cache(4096)  # the lines of forms that were filled in are much alike
def _line(line: str) -> _Line | None:
    """Return what a line says; ``None`` where that is nothing."""
    if len(line) > _LONGEST_LINE or not line.isprintable():
        raise _DeclinedError
    body = line.lstrip(" ")
    if not body or body[0] == "#":
        return None
    column = len(line) - len(body)
    if body[:2] != "- ":
        return _Line(column, False, *_entry(body, column))
    element = body[2:].lstrip(" ")
    if not _begins_mapping(element):
        return _Line(column, True, None, 0, _value(element))
    return _Line(column, True, *_entry(element, len(line) - len(element)))


def _entry(text: str, column: int) -> tuple[str, int, Any]:
    """Return a key, where it stands, and its value."""
    name, colon, value = text.partition(": ")
    if not colon:
        name, value = name[:-1], name[-1]
        if value != ":":
            raise _DeclinedError
        return _key(name), column, _OPEN
    value = value.strip(" ")
    return _key(name), column, _OPEN if not value or value[0] == "#" else _value(value)


def _key(name: str) -> str:
    """Return a plain key, which digits may begin."""
    if name and f"_{name}".isidentifier():
        return name
    raise _DeclinedError


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
    if first in _QUOTES:
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
        key = _key(name.strip(" "))
        if key in node:
            raise _DeclinedError
        node[key] = _scalar(value.strip(" "))
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
    if quote not in _QUOTES or len(text) < 2 or text[-1] != quote or text.count(quote) != 2 or "\\" in text:
        raise _DeclinedError
    inside = text[1:-1]
    return None if not inside or inside.isspace() else inside
