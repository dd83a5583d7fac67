"""What the columns of a data format hold, told by the types of the JSON results, and their values."""

import datetime
import enum
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ..shapes.result import Day, Number
from ..text import Text


class Kind(enum.Enum):
    """What a column holds, beside nothing."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    FLAG = "flag"
    NUMBER = "number"
    DAY = "day"
    LIST = "list"


_PLAIN = {str: Kind.TEXT, int: Kind.INTEGER, bool: Kind.FLAG, Text: Kind.TEXTS}
_MARKED = {Number.__metadata__[0]: Kind.NUMBER, Day.__metadata__[0]: Kind.DAY}  # type: ignore[attr-defined]


def kinds_of(form: type, columns: Mapping[str, str] | None = None) -> dict[str, Kind]:
    """Return what the fields of a form hold; under the names of ``columns`` where these are given.

    What is a form itself counts as a text: its own fields have columns in its place.
    """
    hints = get_type_hints(form, include_extras=True)
    named = columns or {field.name: field.name for field in fields(form)}
    return {column: _kind(hints[field]) for column, field in named.items()}


def typed(value: Any, kind: Kind) -> Any:
    """Return a value of a JSON result as Python has it: an exact number as a Decimal, a day as a date."""
    if value is None:
        return None
    if kind is Kind.NUMBER:
        return Decimal(value)
    return datetime.date.fromisoformat(value) if kind is Kind.DAY else value


def _kind(hint: Any) -> Kind:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        marked = next((_MARKED[one] for one in hint.__metadata__ if one in _MARKED), None)
        return marked or _kind(parts[0])
    if origin in (Union, UnionType):
        return _kind(parts[0])
    if origin is list:
        inner = _kind(parts[0])
        return inner if inner is Kind.NUMBER else Kind.LIST
    return _PLAIN.get(hint, Kind.TEXT)
