"""Parquet: the rows of CSV in columns that have types, for programs that read millions of them.

Exact numbers stand as text, and beside it as decimals, where these hold them. Sentences are left out unless
they are asked for: their ids are there.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..shapes.result import written_text
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

AT_ONCE = 10_000
"""Rows that are held at a time, and make a row group."""

_IN_WORDS = tuple(f"_{lang}" for lang in LANGS)
_STEP = Decimal(1).scaleb(-DECIMALS)
_MOST = Decimal(10) ** (DIGITS - DECIMALS)
_WIDE = Context(prec=DIGITS)


class ParquetFormat:
    """Shows what was found as Parquet; ``worded``: with sentences in both languages."""

    def __init__(self, worded: bool = False) -> None:
        self.worded = worded

    def part(self, assessment: Assessment, run: Run, view: View) -> list[list[object]]:
        """Return the rows of a report, one a finding."""
        return csv.rows_of_report(assessment, run)

    def whole(self, parts: Iterable[list[list[object]]], run: RunInParts, view: View) -> Iterator[bytes]:
        """Return a run bit by bit."""
        return self._bits(csv.column_kinds(), chain.from_iterable(parts))

    def scored(self, board: "Scoreboard", view: View) -> bytes:
        """Return a scoreboard, a row a place."""
        from .scoreboard import csv as rows

        return b"".join(self._bits(rows.column_kinds(), rows.rows_of(board)))

    def trended(self, trend: "Trend", view: View) -> bytes:
        """Return a trend, a row a point."""
        from .trend import csv as rows

        return b"".join(self._bits(rows.column_kinds(), rows.rows_of(trend)))

    def _bits(self, kinds: Mapping[str, Kind], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
        """Return a file of rows bit by bit, so that only some rows are held at a time."""
        from pyarrow import parquet  # no other format needs it

        sink, waiting = _Sink(), iter(rows)
        schema = typed_table(kinds, (), self.worded).schema
        with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
            while some := list(islice(waiting, AT_ONCE)):
                writer.write_table(typed_table(kinds, some, self.worded))
                yield sink.taken()
        yield sink.taken()


class _Sink:
    """What is written to, and gives what was written since it was last asked."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._written = 0

    def write(self, data: Any) -> int:
        """Take some bytes."""
        piece = bytes(data)
        self._pieces.append(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        """Return how many bytes have been written."""
        return self._written

    def flush(self) -> None:
        """Do nothing: what is written is here."""

    def close(self) -> None:
        """Do nothing: what was written last is still to be taken."""

    def taken(self) -> bytes:
        """Return what was written since this was last asked."""
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


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


def _text(value: object) -> str:
    """Return a text as UTF-8 can hold it: a path may be none, and stands as in JSON."""
    return written_text(str(value))


_AS: dict[Kind, Callable[[Any], Any]] = {
    Kind.DAY: datetime.date.fromisoformat,
    Kind.NUMBER: str,
    Kind.TEXT: _text,
    Kind.TEXTS: _text,
}
"""What a value becomes; what is not here stays as it is."""


def _decimal(text: str) -> Decimal | None:
    """Return an exact number as a decimal of the column; nothing where that does not hold it exactly."""
    number = Decimal(text)
    return number if abs(number) < _MOST and number == number.quantize(_STEP, context=_WIDE) else None
