"""Records of a register → what identifies each, and what of it bears on eligibility but for the dates.

The rules are those of listed items, by the same code: each combination of what is static is examined once, as
an item whose dates are in time. A batch is read column by column, and each distinct cell once.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc

from ...domain.names import folded, folded_each, looks_each
from ...domain.registers import WhyNotCounted
from ...domain.reports import Item, first_day, last_day
from ...domain.targets import Indicator
from ...judging.items import CountedDays, why_not_counted
from ...judging.items.credit_codes import code_written, is_spoiled, valid_code
from ...judging.items.eligibility import EligibilityCheck, is_sum, names_nothing
from ...shapes.columns import BY_KEY
from ...shapes.text_kinds import NOT_READ
from .periods import CODE_OF

FACTS = pa.schema(
    [
        ("record", pa.int64()),
        ("cell", pa.int32()),
        ("name", pa.string()),
        ("code", pa.string()),
        ("look", pa.string()),
        ("look_key", pa.int64()),
        ("code_key", pa.int64()),
        ("before", pa.int8()),
        ("after", pa.int8()),
        *((day, pa.int32()) for day in ("on_first", "on_last", "until_first", "until_last")),
    ]
)
LOOKS = pa.schema(
    [("cell", pa.int32()), ("record", pa.int64()), ("look", pa.string()), ("look_key", pa.int64())]
)
"""What further looks a record has beside its first: names with letters, and codes with a wrong check."""

MOST_CELLS = 20
"""How many cells that cannot be read are told one by one."""

_ALWAYS = CountedDays(None, datetime.date.max, datetime.date.max)
_IN_TIME, _NO_DAY = datetime.date.min, datetime.date.max
_NAMED, _SUM, _NOTHING = range(3)
_NAMES = {_NAMED: "甲", _SUM: "合计", _NOTHING: "无"}
_LONG, _SHORT = "有限责任公司", "有限公司"
_UNREAD = "?"
"""Stands for a cell that cannot be read."""

_KINDS = {key: BY_KEY[f"item.{key}"].kind for key in Item._fields}
_DATES = ("recognised_on", "valid_until")
_MAY_FAIL = ("level", "arrival", *_DATES, "year")
"""Columns of which a cell that cannot be read leaves it open whether the record counts."""


class UnreadCell(NamedTuple):
    """A cell that cannot be read: the record, the key of its column, and its text."""

    record: int
    key: str
    text: str


@dataclass(slots=True)
class ReadingNotes:
    """What there is to say of the cells that were read: those that cannot be, the first few one by one, and
    the codes that are not valid, those that a spreadsheet spoiled among them, with the first record of one.
    """

    unread: list[UnreadCell] = field(default_factory=list)
    unread_more: int = 0
    bad_codes: int = 0
    spoiled: int = 0
    first_bad: int = 0

    def add_unread(self, cell: UnreadCell) -> None:
        """Add a cell that cannot be read."""
        if len(self.unread) < MOST_CELLS:
            self.unread.append(cell)
        else:
            self.unread_more += 1

    def add_code(self, record: int, code: str) -> None:
        """Add a code that is not valid."""
        self.first_bad = min(self.first_bad or record, record)
        self.bad_codes += 1
        self.spoiled += is_spoiled(code)

    def merge(self, other: "ReadingNotes") -> None:
        """Add what there is to say of other records."""
        cells = sorted((*self.unread, *other.unread))
        self.unread = cells[:MOST_CELLS]
        self.unread_more += other.unread_more + len(cells) - len(self.unread)
        self.bad_codes += other.bad_codes
        self.spoiled += other.spoiled
        self.first_bad = min(filter(None, (self.first_bad, other.first_bad)), default=0)


class _Batch:
    """Records, with the distinct values of a column and which of them each has."""

    def __init__(self, rows: pa.RecordBatch) -> None:
        self.rows, self.records = rows, rows.column("record")
        self._found: dict[str, tuple[list[Any], pa.Array]] = {}

    def distinct(self, key: str) -> tuple[list[Any], pa.Array]:
        """Return the distinct values of a column, and the number of that in each record."""
        if key not in self._found:
            self._found[key] = _distinct(self.rows.column(key))
        return self._found[key]


class RecordReader:
    """Reads the records of some cells, each a place and an indicator.

    Args:
        cells: the number of each cell, by what stands in its records for place and category.
        indicators: the indicator of each cell, by its number.
    """

    def __init__(self, cells: Mapping[tuple[str, str], int], indicators: Sequence[Indicator]) -> None:
        self.cells, self.indicators = cells, indicators
        self.checks = [EligibilityCheck(one, (), _ALWAYS) for one in indicators]
        stated = {key for check in self.checks for key in check.needed}
        self.stated = [key for key in Item._fields if key in stated and key not in ("name", *_DATES)]
        self.wanted = tuple(dict.fromkeys(check.certificate for check in self.checks if check.certificate))
        self.all_wanted = " ".join(self.wanted)
        self.notes = ReadingNotes()
        self._read: dict[str, dict[str | None, Any]] = {key: {} for key in Item._fields}
        self._found: dict[tuple[Any, ...], tuple[int, int]] = {}

    def facts(self, rows: pa.RecordBatch) -> tuple[pa.Table, pa.Table]:
        """Return the facts of the records of a batch, and their further looks."""
        batch = _Batch(rows)
        records = batch.records
        cell = self._cell(batch)
        name, look, sort, more = self._names(batch)
        code, mistyped = self._codes(batch)
        days = [self._days(batch, key, of) for key in _DATES for of in (first_day, last_day)]
        before, after = self._standing(batch, cell, sort)
        keys = (_keyed(cell, look), _keyed(cell, code))
        columns = [records, cell, name, code, look, *keys, before, after, *days]
        facts = pa.Table.from_arrays(columns, schema=FACTS)
        return facts, self._looks(batch, cell, [*more, *mistyped])

    def _looks(self, batch: "_Batch", cell: pa.Array, further: Sequence[tuple[int, str]]) -> pa.Table:
        """Return the further looks of records, each by the row of its record."""
        rows = pa.array([row for row, _ in further], pa.int64())
        look = pa.array([one for _, one in further], pa.string())
        cells = pc.take(cell, rows)
        columns = [cells, pc.take(batch.records, rows), look, _keyed(cells, look)]
        return pa.Table.from_arrays(columns, schema=LOOKS)

    def _cell(self, batch: "_Batch") -> pa.Array:
        pairs = zip(*(batch.rows.column(key).to_pylist() for key in ("entity", "category")), strict=True)
        return pa.array([self.cells[pair] for pair in pairs], pa.int32())

    def _names(self, batch: "_Batch") -> tuple[pa.Array, pa.Array, pa.Array, list[tuple[int, str]]]:
        """Return what names are compared by, what they look like, what sorts of names they are, and how else
        they look.
        """
        distinct, at = batch.distinct("name")
        written = [(one or "").strip() for one in distinct]
        folds = folded_each(written)
        forms = [
            tuple(dict.fromkeys(form.replace(_LONG, _SHORT) for form in each))
            for each in looks_each(written, folds)
        ]
        name, look = (pc.take(pa.array(one, pa.string()), at) for one in (folds, [one[0] for one in forms]))
        several = {index: each[1:] for index, each in enumerate(forms) if len(each) > 1}
        sort = pc.take(pa.array(map(_sort_of_name, folds), pa.int32()), at)
        more = [
            (row, form)
            for row, index in enumerate(at.to_pylist() if several else ())
            for form in several.get(index, ())
        ]
        if "" in written:  # nothing tells whether two records without a name are of one thing
            nameless = pc.take(pa.array([not one for one in written]), at)
            unique = pa.array([f" {number}" for number in batch.records.to_pylist()])
            name, look = (pc.if_else(nameless, unique, one) for one in (name, look))
        return name, look, sort, more

    def _codes(self, batch: "_Batch") -> tuple[pa.Array, list[tuple[int, str]]]:
        """Return the valid codes, and the looks that codes with a wrong check give."""
        distinct, at = batch.distinct("code")
        stated = [self._value("code", one) for one in distinct]
        codes = [one and valid_code(one) for one in stated]
        wrong = {index for index, one in enumerate(stated) if one and not codes[index]}
        mistyped: list[tuple[int, str]] = []
        if wrong:
            numbers = batch.records.to_pylist()
            for row, index in enumerate(at.to_pylist()):
                if index in wrong:
                    self.notes.add_code(numbers[row], stated[index])
                    if formed := code_written(stated[index]):
                        mistyped.append((row, f" {formed}"))
        return pc.take(pa.array(codes, pa.string()), at), mistyped

    def _standing(self, batch: "_Batch", cell: pa.Array, sort: pa.Array) -> tuple[pa.Array, pa.Array]:
        """Return why each record is not counted before its dates are looked at, and after."""
        parts = [cell, sort]
        keys = list(dict.fromkeys((*_MAY_FAIL, "certificate", *self.stated)))
        codings: list[list[Any]] = []
        for key in keys:
            coding, coded = self._coded(batch, key)
            codings.append(coding)
            parts.append(coded)
        mixed, sizes = parts[0].cast(pa.int64()), [len(self.indicators), 3, *map(len, codings)]
        for part, size in zip(parts[1:], sizes[1:], strict=True):
            mixed = pc.add(pc.multiply(mixed, size), part.cast(pa.int64()))
        distinct, at = _distinct(mixed)
        found = [self._examined(self._unmixed(one, sizes), codings, keys) for one in distinct]
        before, after = ([one[side] for one in found] for side in (0, 1))
        return pc.take(pa.array(before, pa.int8()), at), pc.take(pa.array(after, pa.int8()), at)

    def _unmixed(self, mixed: int, sizes: Sequence[int]) -> list[int]:
        parts = []
        for size in reversed(sizes):
            mixed, part = divmod(mixed, size)
            parts.append(part)
        return parts[::-1]

    def _examined(
        self, parts: Sequence[int], codings: Sequence[Sequence[Any]], keys: Sequence[str]
    ) -> tuple[int, int]:
        values = {key: coding[at] for key, coding, at in zip(keys, codings, parts[2:], strict=True)}
        known = (*parts[:2], *values.values())
        if known not in self._found:
            self._found[known] = self._examine(parts[0], _NAMES[parts[1]], values)
        return self._found[known]

    def _examine(self, cell: int, name: str, values: dict[str, Any]) -> tuple[int, int]:
        """Return why an item with these values is not counted, before and after its dates."""
        check = self.checks[cell]
        stated: dict[str, Any] = {key: None if value is _UNREAD else value for key, value in values.items()}
        stated |= {key: None if stated[key] is None else day for key, day in _WHEN.items()}
        found = check.examine(0, Item(name, **stated))
        why = why_not_counted(found)
        if why is None:
            return 0, CODE_OF[WhyNotCounted.UNREADABLE] if _UNREAD in values.values() else 0
        is_before = why in _BEFORE_DATES
        return (CODE_OF[why], 0) if is_before else (0, CODE_OF[why])

    def _coded(self, batch: "_Batch", key: str) -> tuple[list[Any], pa.Array]:
        """Return the values that bear on the standing of items, and the number of that of each record."""
        distinct, at = batch.distinct(key)
        values = [self._bearing(key, one) for one in distinct]
        coding = list(dict.fromkeys(values))
        numbers = pa.array([coding.index(one) for one in values], pa.int32())
        coded = pc.take(numbers, at)
        if _UNREAD in coding:
            self._tell_unread(batch, key, distinct, at)
        return coding, coded

    def _bearing(self, key: str, text: str | None) -> Any:
        """Return a value as it bears on the standing of an item: of most fields, whether there is one."""
        value = self._value(key, text)
        if value is None or value is _UNREAD or key in ("level", "arrival"):
            return value
        if key == "certificate":
            return self._certificate(value)
        return _IN_TIME if key in _DATES else 1

    def _certificate(self, text: str) -> str:
        """Return a certificate, or what stands for all that name the standards which are asked for."""
        if not self.wanted:
            return "1"
        if text.isascii() and all(standard in text for standard in self.wanted):
            return self.all_wanted  # letters, digits and strokes of ASCII are folded one by one
        fold = folded_each((text,))[0]
        return self.all_wanted if all(folded(one) in fold for one in self.wanted) else text

    def _days(self, batch: "_Batch", key: str, of: Callable[[Any], datetime.date]) -> pa.Array:
        """Return days as numbers."""
        distinct, at = batch.distinct(key)
        days = [_ordinal(of, self._value(key, one)) for one in distinct]
        return pc.take(pa.array(days, pa.int32()), at)

    def _value(self, key: str, text: str | None) -> Any:
        """Return what a cell says, as it is read in a report; ``None`` for nothing."""
        if text is None:
            return None
        read = self._read[key]
        if text in read:
            return read[text]
        try:
            value = _KINDS[key].read(text)
        except NOT_READ:
            value = _UNREAD if key in _MAY_FAIL else text
        if len(read) < _KEPT:
            read[text] = value
        return value

    def _tell_unread(self, batch: "_Batch", key: str, distinct: Sequence[Any], at: pa.Array) -> None:
        wrong = {index for index, one in enumerate(distinct) if self._value(key, one) is _UNREAD}
        for record, index in zip(batch.records.to_pylist(), at.to_pylist(), strict=True):
            if index in wrong:
                self.notes.add_unread(UnreadCell(record, key, distinct[index]))


_KEPT = 100_000
"""How many cells of a column are kept as they are read."""

_WHEN = {"recognised_on": _IN_TIME, "valid_until": _NO_DAY}
_BEFORE_DATES = (WhyNotCounted.NO_ITEM, WhyNotCounted.WRONG_LEVEL, WhyNotCounted.ONLY_SIGNED)
"""What is looked at before the dates of an item; see :class:`EligibilityCheck`."""


def item_of(texts: Mapping[str, str | None]) -> tuple[Item, bool]:
    """Return a record as an item, and whether all of its cells could be read."""
    values: dict[str, Any] = {}
    is_read = True
    for key, kind in _KINDS.items():
        text = texts.get(key)
        try:
            values[key] = None if text is None else kind.read(text)
        except NOT_READ:
            values[key] = None if key in _MAY_FAIL else text
            is_read = is_read and key not in _MAY_FAIL
    return Item(**{**values, "name": values["name"] or ""}), is_read


def _sort_of_name(name: str) -> int:
    if is_sum(name):
        return _SUM
    return _NOTHING if names_nothing(name) else _NAMED


def _ordinal(of: Callable[[Any], datetime.date], value: Any) -> int | None:
    return None if value is None or value is _UNREAD else of(value).toordinal()


_KEYS = 2**32
"""More than any short number of a text."""


def key_of(text: str) -> int:
    """Return a short number of a text; other texts may have the same."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def _keyed(cells: pa.Array, texts: pa.Array) -> pa.Array:
    """Return a short number of each text in its cell, which no text of another cell has."""
    keys = pa.array([None if one is None else key_of(one) for one in texts.to_pylist()], pa.int64())
    return pc.add(pc.multiply(cells.cast(pa.int64()), _KEYS), keys)


def _distinct(column: pa.Array) -> tuple[list[Any], pa.Array]:
    """Return the distinct values of a column, and which of them stands in each row."""
    encoded = column.dictionary_encode(null_encoding="encode")
    return encoded.dictionary.to_pylist(), encoded.indices
