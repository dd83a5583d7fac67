"""Columns of Arrow → the texts that a file would hold in their place; and which columns hold none exactly."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

import pyarrow
from pyarrow import types

from ....late import late_pattern
from ....quantity.parsing import MAX_DIGITS
from ....shapes.columns import BY_KEY, TableColumn
from ....text import Text

DECIMALS = "decimals"
"""The column that says with how many decimals a number was reported: a column of decimals has one number of
them for all."""

EXACT = tuple(BY_KEY[key] for key in ("value", "target", "base.value", "previous.value"))
"""Columns of figures as they were reported: 13.0 says more than 13 does."""

Texts = Sequence[str | None]

NOT_IN_TEXTS = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]|\r(?!\n)")
"""Characters that no text of a table has; CSV and YAML refuse them too."""

_MIDNIGHT = late_pattern(r"(.*) 00:00:00(?:\.0*)?(?:Z|[+-][0-9]{4})?")

NO_FLOAT = Text(
    "浮点数分不清13和13.0；请改为文本，或改为定点小数（decimal）并另设一列decimals，写明每个数报了几位小数",
    "floats cannot tell 13 from 13.0; give text, or decimals with a column “decimals” that says how many "
    "each number was reported with",
)
NO_DECIMALS = Text(
    "定点小数（decimal）列的位数全列相同；请另设一列decimals，写明每个数报了几位小数，或改为文本",
    "all numbers of a column of decimals have as many of them; add a column “decimals” that says how many "
    "each was reported with, or give text",
)
NO_TEXT = Text("这种类型没有对应的文字；请改为文本", "there is no text for values of this type; give text")


def why_not_exact(column: TableColumn, kind: Any, has_decimals: bool) -> Text | None:
    """Return why a column of a type does not hold what was reported; ``None`` where it does."""
    if types.is_dictionary(kind):
        kind = kind.value_type
    if types.is_floating(kind):
        return NO_FLOAT if column in EXACT else None
    if types.is_decimal(kind):
        return NO_DECIMALS if column in EXACT and kind.scale > 0 and not has_decimals else None
    if column.listed and (types.is_list(kind) or types.is_large_list(kind)):
        kind = kind.value_type
    return None if _is_read(kind) else NO_TEXT


def is_kept(kind: Any) -> bool:
    """Whether a column of Arrow is as exact as a column of texts."""
    return _is_text(kind) or bool(types.is_decimal(kind))


def numbers_of(cells: Any) -> list[int | None]:
    """Return the cells of :data:`DECIMALS`, whatever their type; ``None`` for what is no whole number."""
    written = (_whole(one) if isinstance(one, float) else str(one) for one in cells.to_pylist())
    return [int(one) if one and one.isdecimal() else None for one in written]


def texts_of(column: TableColumn, cells: Any, decimals: Sequence[int | None] | None = None) -> Texts:
    """Return the cells of a column as texts, ``None`` for nothing.

    ``decimals`` are with how many decimals the numbers of :data:`EXACT` columns were reported.
    """
    kind = cells.type
    if types.is_dictionary(kind):
        cells = cells.cast(kind.value_type)
        kind = kind.value_type
    if _is_text(kind) or types.is_null(kind):
        read: list[str | None] = cells.to_pylist()
        return read
    if types.is_decimal(kind) or (types.is_integer(kind) and column in EXACT and decimals):
        return _decimal_texts(cells, decimals if column in EXACT else None)
    if types.is_integer(kind) or types.is_date(kind) or types.is_boolean(kind):
        return _cast(cells)
    if types.is_timestamp(kind):
        return _each(_cast(cells), _day)
    if types.is_floating(kind):
        return _each(cells.to_pylist(), _whole)
    return _each(cells.to_pylist(), _lines)


def _is_text(kind: Any) -> bool:
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _is_read(kind: Any) -> bool:
    return _is_text(kind) or any(
        is_one(kind)
        for is_one in (types.is_null, types.is_integer, types.is_date, types.is_boolean, types.is_timestamp)
    )


def _cast(cells: Any) -> Texts:
    texts: list[str | None] = cells.cast(pyarrow.string()).to_pylist()
    return texts


def _each(cells: Iterable[Any], text_of: Callable[[Any], str | None]) -> Texts:
    return [None if one is None else text_of(one) for one in cells]


def _day(text: str) -> str:
    """Return a moment as it is written; a day where it is midnight, in the time zone of the column."""
    midnight = _MIDNIGHT.fullmatch(text)
    return midnight[1] if midnight else text


def _whole(number: float) -> str | None:
    """Return a float as a whole number, as which a column with gaps has become one; of a NaN nothing."""
    if number != number:
        return None
    return str(int(number)) if number.is_integer() else repr(number)


def _lines(elements: Iterable[str | None]) -> str:
    return "\n".join(one or "" for one in elements)


def _decimal_texts(cells: Any, decimals: Sequence[int | None] | None) -> Texts:
    numbers = [None if one is None else Decimal(one) for one in cells.to_pylist()]
    if decimals is None:
        return _each(numbers, "{:f}".format)
    return [
        None if one is None else _reported(one, places) for one, places in zip(numbers, decimals, strict=True)
    ]


def _reported(number: Decimal, places: int | None) -> str:
    """Return a number with as many decimals as it was reported with; one that has others is no number."""
    written = format(number, "f")
    if places is None:
        return written if number.as_tuple().exponent == 0 else f"{written} (decimals: ?)"
    whole, _, decimals = written.partition(".")
    if not 0 <= places <= MAX_DIGITS or decimals[places:].strip("0"):
        return f"{written} (decimals: {places})"
    return f"{whole}.{decimals[:places]:0<{places}}" if places else whole
