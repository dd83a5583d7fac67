"""Parquet: the rows of CSV in columns that have types, for programs that read millions of them.

Exact numbers stand as text, and beside it as decimals, where these hold them. Sentences are left out unless
they are asked for: their ids are there.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..domain.run import Run
from ..text import LANGS
from . import csv
from .records import Kind
from .view import View

if TYPE_CHECKING:
    from ..domain.scoreboard import Scoreboard
    from ..trends.values import Trend

DIGITS, DECIMALS = 38, 12
"""Digits of the columns of decimals, and how many of them stand behind the point."""

DECIMAL = "{column}_decimal"
"""What the column of decimals is called beside that of an exact number as text."""

_IN_WORDS = tuple(f"_{lang}" for lang in LANGS)
_STEP = Decimal(1).scaleb(-DECIMALS)
_MOST = Decimal(10) ** (DIGITS - DECIMALS)


class ParquetFormat:
    """Shows what was found as Parquet; ``worded``: with sentences in both languages."""

    def __init__(self, worded: bool = False) -> None:
        self.worded = worded

    def render(self, run: Run, view: View) -> bytes:
        """Return a run, a row a finding."""
        return self._file(csv.column_kinds(), csv.rows_of(run))

    def scored(self, board: "Scoreboard", view: View) -> bytes:
        """Return a scoreboard, a row a place."""
        from .scoreboard import csv as rows

        return self._file(rows.column_kinds(), rows.rows_of(board))

    def trended(self, trend: "Trend", view: View) -> bytes:
        """Return a trend, a row a point."""
        from .trend import csv as rows

        return self._file(rows.column_kinds(), rows.rows_of(trend))

    def _file(self, kinds: Mapping[str, Kind], rows: Iterable[Sequence[object]]) -> bytes:
        from pyarrow import parquet  # no other format needs it

        sink = BytesIO()
        parquet.write_table(typed_table(kinds, rows, self.worded), sink, compression="zstd")
        return sink.getvalue()


def typed_table(kinds: Mapping[str, Kind], rows: Iterable[Sequence[object]], worded: bool = False) -> Any:
    """Return rows as an Arrow table whose columns have the types of ``kinds``; ``worded``: with the columns
    of sentences.
    """
    import pyarrow

    types = {
        Kind.INTEGER: pyarrow.int64(),
        Kind.FLAG: pyarrow.bool_(),
        Kind.DAY: pyarrow.date32(),
        Kind.LIST: pyarrow.list_(pyarrow.string()),
    }
    cells = list(zip(*rows, strict=True)) or [()] * len(kinds)
    columns: dict[str, Any] = {}
    for (name, kind), values in zip(kinds.items(), cells, strict=True):
        if name.endswith(_IN_WORDS) and not worded:
            continue
        kept = _AS.get(kind)
        made = [one if one is None or kept is None else kept(one) for one in values]
        columns[name] = pyarrow.array(made, types.get(kind, pyarrow.string()))
        if kind is Kind.NUMBER:
            decimals = [None if one is None else _decimal(str(one)) for one in values]
            columns[DECIMAL.format(column=name)] = pyarrow.array(
                decimals, pyarrow.decimal128(DIGITS, DECIMALS)
            )
    return pyarrow.table(columns)


_AS: dict[Kind, Callable[[Any], Any]] = {
    Kind.DAY: datetime.date.fromisoformat,
    Kind.NUMBER: str,
    Kind.TEXT: str,
    Kind.TEXTS: str,
}
"""What a value becomes; what is not here stays as it is."""


def _decimal(text: str) -> Decimal | None:
    """Return an exact number as a decimal of the column; nothing where that does not hold it exactly."""
    number = Decimal(text)
    if abs(number) >= _MOST or number != number.quantize(_STEP):
        return None
    return number
