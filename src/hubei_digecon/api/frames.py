"""Records → an Arrow table, and the DataFrames that are made of it; what they need is imported only here."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from ..diagnostics.extras import PANDAS, POLARS, TABLE
from ..show.records import Kind

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Numbers = Literal["decimal", "text"]
"""What exact numbers become."""

MOST_DIGITS = 38
"""Digits that a decimal of Arrow holds."""

Records = Sequence[Mapping[str, Any]]


def arrow_table(kinds: Mapping[str, Kind], records: Records, numbers: Numbers) -> "pyarrow.Table":
    """Return records as an Arrow table, a column for each kind.

    Raises:
        ImportError: where pyarrow is not installed; says what to run.
        ValueError: where a number has more digits than a decimal of Arrow holds.
    """
    TABLE.require("to_arrow")
    if numbers not in ("decimal", "text"):
        raise ValueError(f"numbers: decimal or text, not {numbers!r:.40}")
    import pyarrow

    columns = {name: [record[name] for record in records] for name in kinds}
    if numbers == "text":
        for name in (name for name, kind in kinds.items() if kind is Kind.NUMBER):
            columns[name] = [None if one is None else format(one, "f") for one in columns[name]]
    schema = pyarrow.schema(
        [(name, _type(name, kind, columns[name], numbers)) for name, kind in kinds.items()]
    )
    return pyarrow.table(columns, schema=schema)


def pandas_frame(kinds: Mapping[str, Kind], records: Records, numbers: Numbers) -> "pandas.DataFrame":
    """Return records as a DataFrame of pandas with Arrow's types.

    Raises:
        ImportError, ValueError: as :func:`arrow_table` does.
    """
    PANDAS.require("to_pandas")
    import pandas

    frame: pandas.DataFrame = arrow_table(kinds, records, numbers).to_pandas(types_mapper=pandas.ArrowDtype)
    return frame


def polars_frame(kinds: Mapping[str, Kind], records: Records, numbers: Numbers) -> "polars.DataFrame":
    """Return records as a DataFrame of Polars.

    Raises:
        ImportError, ValueError: as :func:`arrow_table` does.
    """
    POLARS.require("to_polars")
    import polars

    return polars.DataFrame(arrow_table(kinds, records, numbers))


def _type(name: str, kind: Kind, values: Iterable[Any], numbers: Numbers) -> Any:
    import pyarrow

    if kind is Kind.NUMBER and numbers == "decimal":
        return pyarrow.decimal128(MOST_DIGITS, _scale(name, values))
    if kind is Kind.LIST:
        return pyarrow.list_(pyarrow.string())
    types = {Kind.INTEGER: pyarrow.int64(), Kind.FLAG: pyarrow.bool_(), Kind.DAY: pyarrow.date32()}
    return types.get(kind, pyarrow.string())


def _scale(name: str, values: Iterable[Decimal | None]) -> int:
    """Return how many decimals a column needs for its numbers to be exact."""
    read = [(one.as_tuple(), one) for one in values if one is not None]
    scale = max((max(-int(parts.exponent), 0) for parts, _ in read), default=0)
    for parts, one in read:
        if len(parts.digits) + int(parts.exponent) + scale > MOST_DIGITS or scale > MOST_DIGITS:
            raise ValueError(
                f'{name}: {one} does not fit into {MOST_DIGITS} digits beside the others; take numbers="text"'
            )
    return scale
