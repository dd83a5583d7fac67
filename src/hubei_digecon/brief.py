"""How a value is shown to whoever looks at it in a console: what it is in a few words, never all of it."""

import datetime
import enum
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any, TypeVar

Shown = TypeVar("Shown", bound=type)

MOST = 180
"""Characters that are shown of a value, about."""

_MOST_OF_A_TEXT = 40


def shown_briefly(cls: Shown) -> Shown:
    """Give a class a short ``repr``."""
    cls.__repr__ = brief  # type: ignore[assignment, method-assign]
    return cls


def brief(value: Any) -> str:
    """Return the type of a value with its first fields that say something, each in a few words."""
    if isinstance(value, enum.Enum):
        return f"<{type(value).__name__}.{value.name}>"
    if isinstance(value, dict):
        return f"{type(value).__name__}({_in_short(', '.join(map(str, value)))})"
    told, room = [], MOST
    for name, text in _fields(value):
        room -= len(name) + len(text) + 3
        told.append(f"{name}={text}" if room > 0 else "…")
        if room <= 0:
            break
    return f"{type(value).__name__}({', '.join(told)})"


def _fields(value: Any) -> Iterator[tuple[str, str]]:
    for name in _names(value):
        held = getattr(value, name)
        if held is not None and not (hasattr(held, "__len__") and len(held) == 0):
            yield name, _in_short(held)


def _names(value: Any) -> Iterable[str]:
    if is_dataclass(value):
        return [one.name for one in fields(value)]
    names: tuple[str, ...] = getattr(value, "_fields", ()) or getattr(value, "__slots__", ())
    return names


def _in_short(value: Any) -> str:
    """Return a field in a few words: of many things how many there are, of a thing with an id that."""
    if isinstance(value, str):
        return repr(value if len(value) <= _MOST_OF_A_TEXT else f"{value[:_MOST_OF_A_TEXT]}…")
    if isinstance(value, bool | int | Fraction | datetime.date):
        return str(value)
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if hasattr(value, "zh"):
        return _in_short(value.en)
    named = next((one for name in ("id", "path") if isinstance(one := getattr(value, name, None), str)), "")
    if named:
        return f"<{type(value).__name__} {named[-_MOST_OF_A_TEXT:]}>"
    if "__str__" in vars(type(value)):
        return str(value)[:_MOST_OF_A_TEXT]
    if hasattr(value, "__len__") and not hasattr(value, "_fields"):
        return f"<{len(value)}>"
    return f"<{type(value).__name__}>"
