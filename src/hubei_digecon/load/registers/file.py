"""The file of a register: copied while its SHA-256 is taken, so that what is read is what was digested."""

import codecs
import csv
import glob
import hashlib
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import pyarrow as pa
from pyarrow import parquet, types

from ...diagnostics import Diagnostic, Place, SourceFile, diagnose
from ...domain.names import folded
from ...domain.reports import Item
from ...domain.targets import Catalogue
from ...shapes.columns import CATEGORY, ENTITY, ITEM_NAME, TableColumn, register_headings
from ...text import Text
from ..faults import InputError
from ..source import HeldFile, MadeOf, pieces_of
from ..tables.arrow.packing import unpacked, write_parquet
from ..tables.csv import READ_AS_GB18030
from ..tables.heading import DUPLICATE_COLUMN, MISSING_COLUMN
from .diagnostics import REGISTER_COLUMNS_LEFT, REGISTER_UNREADABLE
from .engine import DuckDB
from .strict import PIECE, ended_alike, problem_in

PARQUET = (".parquet", ".pq")
NEEDED = (ENTITY, CATEGORY, ITEM_NAME)
NO_HEADING = Text("第一行没有列名", "its first row has no headings")
NOT_TEXT = Text("不是UTF-8，也不是GB18030", "it is neither UTF-8 nor GB18030")
SEPARATORS = (",", ";", "\t", "|")
_MAGIC = b"PAR1"
"""How Parquet begins."""

_PLAIN = (
    types.is_string, types.is_large_string, types.is_string_view, types.is_date, types.is_boolean,
    types.is_integer, types.is_decimal, types.is_null,
)  # fmt: skip
"""The types of columns of Parquet whose values are texts as they are."""


class RegisterFile(NamedTuple):
    """A register that can be asked: what is shown of its file, and what there is to say of it.

    Its records are the table ``register`` of the engine that it was opened in: each has a number, with a
    column for each key of an item, and for entity and category: all of them text. Where they are
    ``is_numbered``, they have the numbers of their rows, from 1.
    """

    source: SourceFile
    diagnostics: tuple[Diagnostic, ...]
    is_numbered: bool = True

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was read."""
        return self.source.sha256 or ""


def open_register(path: str, engine: DuckDB, catalogue: Catalogue) -> RegisterFile:
    """Copy a register into the folder of an engine, and find its columns.

    Raises:
        InputError: where it cannot be read, or lacks a column.
    """
    copy = os.path.join(engine.folder, "register")
    digest = _copied(path, copy)
    source = SourceFile(path, digest)
    said = () if _is_parquet(copy) else _as_utf8(source, copy)
    raw = _parquet(source, copy) if _is_parquet(copy) else _csv(source, copy, catalogue)
    found, left = columns_of(source, raw.headings, raw.texts, catalogue)
    texts = ", ".join(f'{found[key]} AS "{key}"' for key in KEYS)
    try:
        engine.view("register", f"SELECT {raw.number} AS record, {texts} FROM {raw.rows}")
    except engine.refusal as error:
        raise unreadable(source, error) from error
    return RegisterFile(source, (*said, *left))


def _quoted(text: str) -> str:
    """Return a text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def _file_in_sql(path: str) -> str:
    """Return the path of one file as SQL: DuckDB takes a path for a pattern."""
    return _quoted(glob.escape(path))


class _RawTable(NamedTuple):
    """A table as its file has it: its headings, SQL that returns its rows as they are, and the expressions
    that turn its columns into text.
    """

    headings: tuple[str, ...]
    rows: str
    texts: tuple[str, ...]
    number: str


def _copied(path: str, copy: str) -> str:
    """Copy a file, and return the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    if isinstance(path, HeldFile) and path.made_of is MadeOf.ROWS:
        digest.update(path.data)
        write_parquet(unpacked(path.data), copy)
        return digest.hexdigest()
    with open(copy, "wb") as target:
        read = _digested(pieces_of(path, PIECE), digest)
        first = next(read, b"")
        pieces = chain((first,), read)
        target.writelines(pieces if first.startswith(_MAGIC) else ended_alike(pieces))
    return digest.hexdigest()


def _digested(pieces: Iterable[bytes], digest: "hashlib._Hash") -> Iterator[bytes]:
    """Return pieces once they are digested."""
    for piece in pieces:
        digest.update(piece)
        yield piece


def _is_parquet(copy: str) -> bool:
    with open(copy, "rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _as_utf8(source: SourceFile, copy: str) -> tuple[Diagnostic, ...]:
    """Make sure that a copy is UTF-8: one in GB18030 is written anew."""
    if _transcoded(copy, "utf-8-sig", None):
        return ()
    other = f"{copy}.utf8"
    with open(other, "w", encoding="utf-8", newline="") as target:
        is_read = _transcoded(copy, "gb18030", target)
    if not is_read:
        raise refused(source, NOT_TEXT)
    os.replace(other, copy)
    return (diagnose(READ_AS_GB18030),)


def _transcoded(copy: str, encoding: str, target: io.TextIOWrapper | None) -> bool:
    """Decode a file strictly; return whether it can be decoded."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with open(copy, "rb") as file:
            while piece := file.read(PIECE):
                text = decoder.decode(piece)
                if target:
                    target.write(text)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _csv(source: SourceFile, copy: str, catalogue: Catalogue) -> _RawTable:
    with open(copy, encoding="utf-8-sig", newline="") as file:
        first = file.readline(2**20)
        known = register_headings(catalogue)
        read = {sign: next(csv.reader([first], delimiter=sign), []) for sign in SEPARATORS if sign in first}
        found = {sign: sum(folded(cell) in known for cell in cells) for sign, cells in read.items()}
        sign = max(found, key=found.__getitem__, default=",")
        headings = tuple(read.get(sign) or [first.strip()])
    if not any(heading.strip() for heading in headings):
        raise refused(source, NO_HEADING)
    if problem := problem_in(copy, sign):
        raise refused(source, *problem)
    columns = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(len(headings)))
    rows = (
        f"read_csv({_file_in_sql(copy)}, delim='{sign}', quote='\"', escape='\"', header=true, "
        f"auto_detect=false, columns={{{columns}}}, nullstr='', strict_mode=true, null_padding=false)"
    )
    texts = tuple(f"c{index}" for index in range(len(headings)))
    return _RawTable(headings, rows, texts, "row_number() OVER ()")


def _parquet(source: SourceFile, copy: str) -> _RawTable:
    try:
        schema = parquet.read_schema(copy)
    except (pa.ArrowException, OSError) as error:
        raise unreadable(source, error) from None
    names = tuple(f"c{index}" for index in range(len(schema)))
    rows = f"read_parquet({_file_in_sql(copy)}, file_row_number=true) AS raw({', '.join(names)})"
    texts = tuple(_as_text(*one) for one in zip(names, schema.types, strict=True))
    return _RawTable(tuple(schema.names), rows, texts, "file_row_number + 1")


def _as_text(name: str, kind: pa.DataType) -> str:
    """Return SQL for a column as text; a moment at the start of a day is that day, in the time zone of the
    column; nested values are none.
    """
    if types.is_dictionary(kind):
        kind = kind.value_type
    if types.is_floating(kind):
        return float_as_text(name)
    if types.is_timestamp(kind):
        moment = f"{name} AT TIME ZONE {_quoted(_zone(kind.tz))}" if kind.tz else name
        return f"regexp_replace(CAST({moment} AS VARCHAR), ' 00:00:00$', '')"
    return f"CAST({name} AS VARCHAR)" if any(is_one(kind) for is_one in _PLAIN) else ""


def _zone(name: str) -> str:
    """Return a time zone as DuckDB knows it, which Arrow names or says as hours and minutes from UTC."""
    return f"GMT{name}" if name[0] in "+-" else name


def float_as_text(name: str) -> str:
    """Return SQL for a column of floats as text: whole numbers, as which a column with gaps has become one,
    as these are written while a float is exact; of a NaN nothing.
    """
    return (
        f"CASE WHEN isnan({name}) THEN NULL WHEN abs({name}) < {2**53} AND {name} = floor({name}) "
        f"THEN CAST(CAST({name} AS BIGINT) AS STRING) ELSE CAST({name} AS STRING) END"
    )


def columns_of(
    source: SourceFile, headings: Sequence[str], texts: Sequence[str], catalogue: Catalogue
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return the SQL of each key that a record has, which is NULL where no column is for it and in a blank
    cell, and what there is to say of the headings that are not read.

    Args:
        source: the file of the register.
        headings: what its columns are called.
        texts: SQL for each column as text; empty where it cannot be text.
        catalogue: the indicators that a category may name.

    Raises:
        InputError: where a column is missing, or stands there twice.
    """
    found, left = _columns(source, headings, texts, register_headings(catalogue))
    said = (diagnose(REGISTER_COLUMNS_LEFT, columns=Text.listed(left)),) if left else ()
    blank = {key: f"nullif({text}, '')" for key, text in found.items()}
    return {key: blank.get(key, _NOTHING) for key in KEYS}, said


KEYS = ("entity", "category", *Item._fields)
"""The columns of a record."""

_NOTHING = "CAST(NULL AS STRING)"


def _columns(
    source: SourceFile, headings: Sequence[str], texts: Sequence[str], known: Mapping[str, TableColumn]
) -> tuple[dict[str, str], list[str]]:
    """Return the SQL of each key that a column is for, and the headings of those that are not read."""
    found: dict[str, str] = {}
    left, faults = [], []
    first: dict[str, int] = {}
    for index, (heading, text) in enumerate(zip(headings, texts, strict=True), 1):
        column = known.get(folded(heading))
        key = column.path[0] if column and column.path else column.key if column else ""
        if not key or not text:
            left.extend([heading] if heading.strip() else [])
        elif key in found:
            place = Place(1, index)
            faults.append(diagnose(DUPLICATE_COLUMN, (), place, text=heading, first=first[key]))
        else:
            found[key], first[key] = text, index
    faults += [
        diagnose(MISSING_COLUMN, (), Place(1, 1), heading=column.heading)
        for column in NEEDED
        if column.path[0] not in found
    ]
    if faults:
        raise InputError(source, tuple(faults))
    return found, left


_LINE = re.compile(r"\bLine: ([0-9]+)")


def unreadable(source: SourceFile, error: Exception) -> InputError:
    """Return the refusal of a register that the engine could not read, with the line where it is known."""
    said = str(error).strip()
    line = _LINE.search(said)
    why = " ".join(said.partition("\n")[0].split())
    return refused(source, Text.same(why), Place(int(line[1]), 1) if line else None)


def refused(source: SourceFile, why: Text, place: Place | None = None) -> InputError:
    """Return the refusal of a register, with why it cannot be read, and where."""
    return InputError(source, (diagnose(REGISTER_UNREADABLE, (), place, why=why),))
