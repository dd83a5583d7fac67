"""What a program holds in memory → a file with its bytes, which is then read as any other.

A mapping becomes JSON, a table what Arrow makes of it; both keep where a value stood. What cannot be written
exactly, or has no place in a file, is refused with ``TypeError``: it is the program that is wrong, not a
report.
"""

import datetime
import json
import math
import numbers
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

from ..brief import shown_briefly
from ..diagnostics import Path, written
from ..diagnostics.extras import TABLE
from ..domain.names import folded
from ..quantity.numbers import plain
from ..shapes.columns import BY_HEADING
from .readers import PARQUET, READERS, reader_of
from .source import MAX_TABLE_BYTES, HeldFile, MadeOf
from .tree import MAX_DEPTH, MAX_VALUES

_EXACT_BELOW = 2**53
"""Whole numbers below this a float holds exactly."""

_MOST_DIGITS = 4300
"""Digits that Python writes of a whole number; no figure has as many."""

_TRUTHS = ("bool", "bool_")
"""What numpy calls its own."""

_NOT_A_VALUE = ("NAType", "NaTType")
"""What pandas has in place of a missing value."""

_INDEX = "__index_level_"
"""How Arrow calls an index of pandas that has no name: it is no column of ours."""


@runtime_checkable
class ArrowTable(Protocol):
    """A table or a DataFrame that gives its columns through Arrow's C stream interface."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Return the stream."""


@runtime_checkable
class _PandasFrame(Protocol):
    """A DataFrame of pandas, or of what is made like it."""

    index: Any

    def items(self) -> Iterable[tuple[Any, Iterable[Any]]]:
        """Return the name and the cells of each column."""

    def itertuples(self) -> Any:
        """Return the rows; a Series has none."""


@runtime_checkable
class OpenFile(Protocol):
    """A file that is open for reading."""

    def read(self, size: int = -1, /) -> Any:
        """Return the next bytes, or the next text."""


@shown_briefly
@dataclass(frozen=True, slots=True)
class ReportText:
    """The text of a file, or its bytes, and in which format it is: ``yaml``, ``json``, ``csv`` or ``xlsx``.

    ``name`` is what it is called where something is said of it.
    """

    text: str | bytes
    format: str = "yaml"
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse a format that there is not.

        Raises:
            TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        """
        if not isinstance(self.text, str | bytes):
            raise TypeError(f"text: a str or bytes, not {type(self.text).__name__}")
        if not isinstance(self.format, str):
            raise TypeError(f"format: a str, not {type(self.format).__name__}")
        if self.format not in READERS:
            raise ValueError(f"format: there is no {self.format}; there are {', '.join(READERS)}")


InMemory = Mapping[str, Any] | ReportText | OpenFile | ArrowTable
"""What may stand for a file."""


def is_in_memory(value: object) -> bool:
    """Whether a value stands for a file: a mapping, a text with its format, a table, an open file."""
    return isinstance(value, Mapping | ReportText | ArrowTable | OpenFile)


class Names:
    """The names of what one call is given, each only once: ``<dict 1>``, ``<dict 2>``, ``<report.yaml>``."""

    def __init__(self) -> None:
        self._given = Counter[str]()

    def of(self, sort: str, name: object = "") -> str:
        """Return a name for one more of a sort, or by a name of its own."""
        called = os.path.basename(name) if isinstance(name, str) else ""
        key = called or sort
        self._given[key] += 1
        number = self._given[key]
        return f"<{key}>" if called and number == 1 else f"<{key} {number}>"


def held(value: Any, argument: str, names: Names) -> HeldFile:
    """Return a value in memory as a file with its bytes.

    Raises:
        TypeError: where something in it cannot be written in a file; names the argument and the place.
        ImportError: where it is a table, and what reads one is not installed; says what to run.
    """
    sort = type(value).__name__
    if isinstance(value, ReportText):
        return HeldFile(names.of("text", value.name), _bytes(value.text), value.format)
    if isinstance(value, Mapping):
        name = names.of(sort)
        text = json.dumps(_Tree(argument).plain(value), ensure_ascii=False, indent=1)
        return HeldFile(name, _bytes(text), "json", MadeOf.KEYS)
    if isinstance(value, ArrowTable):
        return HeldFile(names.of(sort), _packed(value, argument), "parquet", MadeOf.ROWS)
    called = getattr(value, "name", "")
    known = isinstance(called, str) and called.lower().endswith(_SUFFIXES)
    data = _read(value, argument)
    return HeldFile(names.of("file", called), data, reader_of(called).name if known else _told_by(data))


_SUFFIXES = tuple(suffix for one in READERS.values() for suffix in (*one.suffixes, *one.named))
_PACKED = b"PK\x03\x04"


def _told_by(data: bytes) -> str:
    """Return the sort of a file without a name; empty where its text tells it."""
    if data.startswith(PARQUET):
        return "parquet"
    return "xlsx" if data.startswith(_PACKED) else ""


def _read(file: OpenFile, argument: str) -> bytes:
    """Read a file to its end, or just past what a file may have; a raw one gives a part at a time.

    Raises:
        TypeError, ValueError: where it gives neither text nor bytes, or is closed; names the argument.
    """
    read, left = b"", MAX_TABLE_BYTES + 1
    while left > 0:
        try:
            piece = file.read(left)
        except UnicodeDecodeError as error:
            raise ValueError(f"{argument}: {error}; open the file in binary, as by “rb”") from None
        except ValueError as error:
            raise ValueError(f"{argument}: a file open for reading ({error})") from None
        if not isinstance(piece, str | bytes):
            raise TypeError(f"{argument}: a file gives text or bytes, not {type(piece).__name__}")
        if not piece:
            break
        read += _bytes(piece)
        left -= len(piece)
    return read


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


class _Tree:
    """Turns what a mapping holds into texts. What goes deeper, or is more, than a file may hold is cut off
    just beyond that, so that the reader says so, whatever goes round in circles.
    """

    def __init__(self, argument: str) -> None:
        self._argument, self._left = argument, MAX_VALUES + 1

    def plain(self, value: Any, at: Path = ()) -> Any:
        self._left -= 1
        if self._left < 0 or len(at) > MAX_DEPTH:
            return None
        if isinstance(value, Mapping):
            self._refuse_keys(value, at)
            return {key: self.plain(one, (*at, key)) for key, one in value.items() if self._left >= 0}
        if isinstance(value, Sequence) and not isinstance(value, str | bytes):
            return [self.plain(one, (*at, number)) for number, one in enumerate(value) if self._left >= 0]
        return as_text(value, f"{self._argument}: {written(at)}")

    def _refuse_keys(self, mapping: Mapping[Any, Any], at: Path) -> None:
        for key in mapping:
            if not isinstance(key, str):
                where = f"{self._argument}: {written(at)}".rstrip(": ")
                raise TypeError(f"{where}: a key is a str, not {type(key).__name__} ({key!r:.40})")


def as_text(value: Any, where: str) -> str | None:
    """Return a value as a file writes it; ``None`` for nothing.

    Raises:
        TypeError: where it is not exact, or has no place in a file; says ``where`` and what to write.
    """
    if value is None or type(value).__name__ in _NOT_A_VALUE:
        return None
    if isinstance(value, str):
        return value
    if type(value).__name__ in _TRUTHS:
        return str(bool(value)).lower()
    if isinstance(value, numbers.Integral):
        return _written_out(int(value), where)
    if isinstance(value, Fraction):
        return _fraction(value, where)
    if isinstance(value, Decimal):
        return _decimal(value, where)
    if isinstance(value, numbers.Real):
        return _float(float(value), where)
    if isinstance(value, datetime.date):
        return _day(value, where)
    raise TypeError(f"{where}: text, a number or a day, not {type(value).__name__}")


def _written_out(value: int, where: str) -> str:
    if abs(value) >= 10**_MOST_DIGITS:
        raise _too_long(where)
    return str(value)


def _too_long(where: str) -> TypeError:
    return TypeError(f"{where}: a number of more than {_MOST_DIGITS} digits is no figure of a report")


def _fraction(value: Fraction, where: str) -> str:
    if max(abs(value.numerator), value.denominator) >= 10**_MOST_DIGITS:
        raise _too_long(where)
    try:
        return plain(value)
    except ValueError:
        raise TypeError(
            f"{where}: {value} has no end as a decimal; give the number as it is reported"
        ) from None


def _decimal(value: Decimal, where: str) -> str | None:
    if value.is_nan():
        return None
    if value.is_infinite():
        raise _no_number(value, where)
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    if len(digits) + abs(exponent) > _MOST_DIGITS:
        raise _too_long(where)
    return format(value, "f")


def _no_number(value: object, where: str) -> TypeError:
    return TypeError(f"{where}: {value} is no number that a report can hold")


def _float(value: float, where: str) -> str | None:
    """Return a float that is surely a whole number; whether another is exact, nobody can tell."""
    if value != value:
        return None
    if math.isinf(value):
        raise _no_number(value, where)
    if value.is_integer() and abs(value) < _EXACT_BELOW:
        return str(int(value))
    raise TypeError(
        f"{where}: {value!r} is a float, which holds no decimals exactly; give it as it is reported, as text "
        f'("{value!r}") or as decimal.Decimal("{value!r}")'
    )


def _day(value: datetime.date, where: str) -> str:
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time() or value.tzinfo:
            raise TypeError(f"{where}: a day, not a moment ({value})")
        return value.date().isoformat()
    return value.isoformat()


def _packed(table: ArrowTable, argument: str) -> bytes:
    """Return the columns of a table as Arrow has them, each of texts, or of what is as exact."""
    TABLE.require(argument)
    import pyarrow

    from .tables.arrow.packing import packed

    columns = _columns_of_pandas(table) if isinstance(table, _PandasFrame) else _columns(table, argument)
    if not columns:
        raise TypeError(f"{argument}: a table without columns")
    texts = [_texts(name, cells, argument) for name, cells in columns]
    made = pyarrow.Table.from_arrays(texts, names=[name for name, _ in columns])
    return packed(made)


def _columns(table: ArrowTable, argument: str) -> list[tuple[str, Any]]:
    """Return the columns of a table of Arrow.

    Raises:
        TypeError: where there is no such table, or a column does not hold what was reported.
    """
    import pyarrow

    from .tables.arrow.texts import DECIMALS, why_not_exact

    try:
        read = pyarrow.table(table)
    except (pyarrow.ArrowException, TypeError, ValueError) as error:
        cure = "give columns of one type each, numbers with decimals as text or as decimal.Decimal"
        raise TypeError(f"{argument}: no table that Arrow can hold ({error}); {cure}") from None
    columns = []
    for at, name in enumerate(map(str, read.column_names)):
        column, known = read.column(at), BY_HEADING.get(folded(name))
        is_decimal = pyarrow.types.is_decimal(column.type)
        why = (
            why_not_exact(known, column.type, DECIMALS in read.column_names) if known and is_decimal else None
        )
        if why:
            raise TypeError(f"{argument}: column {name}: {why.en}")
        if not name.startswith(_INDEX):
            columns.append((name, column))
    return columns


def _columns_of_pandas(frame: _PandasFrame) -> list[tuple[str, list[Any]]]:
    """Return the cells as they are. Arrow takes no column of several types, and gives all numbers of a column
    the decimals of that which has most. An index that has a name is a column like the others.
    """
    index = frame.index
    named = ((name, index.get_level_values(at)) for at, name in enumerate(index.names) if name is not None)
    return [(str(name), list(cells)) for name, cells in (*frame.items(), *named)]


def _texts(name: str, cells: Any, argument: str) -> Any:
    """Return a column as Arrow has texts; one that is as exact as it is."""
    import pyarrow

    from .tables.arrow.texts import is_kept

    if isinstance(cells, pyarrow.ChunkedArray) and is_kept(cells.type):
        return cells
    values = cells if isinstance(cells, list) else cells.to_pylist()
    texts = [_cell(one, f"{argument}: row {row}, {name}") for row, one in enumerate(values, 1)]
    return pyarrow.array(texts, pyarrow.string())


def _cell(value: Any, where: str) -> str | None:
    """Return a cell; the elements of a list stand in it line by line."""
    if not isinstance(value, list | tuple):
        return as_text(value, where)
    return "\n".join(as_text(one, where) or "" for one in value)
