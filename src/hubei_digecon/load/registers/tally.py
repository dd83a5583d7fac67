"""A register → how many of its records count, for each count that is asked for, and why the others do not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import pyarrow as pa

from ...diagnostics import Diagnostic, diagnose
from ...domain.names import folded
from ...domain.registers import RegisterTally, WhyNotCounted
from ...domain.targets import Indicator
from ...judging.items import CountAsked, RegisterCounts
from ...shapes.columns import BY_KEY, CATEGORY, ENTITY
from ...text import Text
from ..place_names import place_named
from ..targets import TargetLibrary
from . import periods
from .diagnostics import REGISTER_CELL, REGISTER_CELLS, REGISTER_CODES, REGISTER_UNKNOWN
from .engine import Engine
from .facts import ReadingNotes, RecordReader, item_of
from .file import RegisterFile, unreadable
from .tangled import TangledRecord, sort_tangled

MOST_NAMES = 5
"""How many names that nobody knows are told."""

_ASKS = pa.schema(
    [
        ("ask", pa.int32()),
        ("cell", pa.int32()),
        *((day, pa.int32()) for day in ("since", "last_day", "known")),
        ("dated", pa.int8()),
        ("added", pa.int8()),
    ]
)
_LISTED = pa.schema(
    [
        *((key, pa.int32()) for key in ("ask", "cell", "position")),
        *((key, pa.string()) for key in ("name", "code")),
    ]
)
_WANTED = pa.schema([("entity", pa.string()), ("category", pa.string())])
_REJECTED = pa.schema([("cell", pa.int32()), ("name", pa.string())])
_STRUCK = pa.schema([("ask", pa.int32()), ("record", pa.int64()), ("past", pa.int32()), ("why", pa.int32())])
_NAME = Text("“{name}”（{number}条）", "“{name}” ({number})")
_FIRST = Text("（第一条为第{record}条记录）", ", record {record} first")
_NO_NAME = Text("空白（{number}条）", "none ({number})")
_ALL_WHYS = dict(enumerate(WhyNotCounted, 100))
_CODE_OF = {why: number for number, why in _ALL_WHYS.items()}


class NotCountedRecord(NamedTuple):
    """A record that is not counted, or not known to count, for what was asked."""

    asked: CountAsked
    record: int
    why: WhyNotCounted


class _RawCell(NamedTuple):
    """What stands in records for place and category, and how many have it; ``None`` for what is unknown."""

    entity: str | None
    category: str | None
    number: int
    place: str | None
    indicator: str | None


class Register:
    """A register that is open in an engine.

    Args:
        file: the register, whose records are the table ``register`` of the engine.
        engine: where its records are kept and counted; it goes away with them.
        library: the target files that have the places and indicators.

    Raises:
        InputError: where it cannot be read.
    """

    def __init__(self, file: RegisterFile, engine: Engine, library: TargetLibrary) -> None:
        self.file, self.engine, self.library = file, engine, library
        try:
            self.held = list(self._raw_cells())
        except engine.refusal as error:
            raise unreadable(self.file.source, error) from error
        self.asks: list[CountAsked] = []
        self._said = [*self.file.diagnostics, *self._unknown()]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the register."""
        return tuple(self._said)

    def count(self, asked: Iterable[CountAsked]) -> RegisterCounts:
        """Count the records for all that is asked of the register.

        Raises:
            InputError: where a record cannot be read.
        """
        known = self.library.catalogue.indicators
        self.asks = list(dict.fromkeys(asked))
        pairs = dict.fromkeys((one.entity, one.indicator) for one in self.asks)
        numbers = {pair: number for number, pair in enumerate(pairs)}
        counter = CellCounter(self.engine, [known[indicator] for _, indicator in pairs], self.asks, numbers)
        wanted = {
            (one.entity, one.category): numbers[one.place, one.indicator]
            for one in self.held
            if one.entity and one.category and one.place and one.indicator
            if (one.place, one.indicator) in numbers
        }
        try:
            notes = counter.read(wanted)
        except self.engine.refusal as error:
            raise unreadable(self.file.source, error) from error
        self._said.extend(_said(notes, self.file.is_numbered))
        categories = frozenset(one.indicator for one in self.held if one.indicator)
        return RegisterCounts(
            self.file.sha256, categories, dict(zip(self.asks, counter.tallies(), strict=True))
        )

    def not_counted(self) -> Iterator[list[NotCountedRecord]]:
        """Return the records that were not counted, or not known to count, by what was asked, in order."""
        sql = f"SELECT * FROM ({periods.NOT_COUNTED}) n UNION ALL SELECT * FROM struck ORDER BY ask, record"
        for batch in self.engine.ask(sql):
            columns = (batch.column(name).to_pylist() for name in ("ask", "record", "past", "why"))
            yield [
                NotCountedRecord(self.asks[ask], record, _why(code, past))
                for ask, record, past, code in zip(*columns, strict=True)
            ]

    def _raw_cells(self) -> Iterator[_RawCell]:
        indicators = _countable(self.library.catalogue.indicators)
        places: dict[str, str | None] = {}
        sql = "SELECT entity, category, COUNT(*) AS number FROM register GROUP BY entity, category"
        for batch in self.engine.ask(sql):
            for row in batch.to_pylist():
                entity, category = row["entity"], row["category"]
                if entity is not None and entity not in places:
                    places[entity] = place_named(entity.strip(), self.library)
                indicator = indicators.get(folded(category)) if category is not None else None
                yield _RawCell(entity, category, row["number"], places.get(entity), indicator)

    def _unknown(self) -> Iterator[Diagnostic]:
        """Return what there is to say of records whose place or category nobody knows."""
        for column, written, known in (
            (ENTITY, [one.entity for one in self.held], [one.place for one in self.held]),
            (CATEGORY, [one.category for one in self.held], [one.indicator for one in self.held]),
        ):
            numbers: Counter[str | None] = Counter()
            for one, text, meant in zip(self.held, written, known, strict=True):
                if meant is None:
                    numbers[text] += one.number
            if numbers:
                most = sorted(numbers.items(), key=lambda one: (-one[1], one[0] or ""))[:MOST_NAMES]
                names = [(_NAME if name else _NO_NAME).format(name=name, number=n) for name, n in most]
                if len(numbers) > MOST_NAMES:
                    names.append(Text("等", "and others"))
                values = {"heading": column.heading, "number": numbers.total()}
                yield diagnose(REGISTER_UNKNOWN, **values, names=Text.joined(names, "、", ", "))


def _countable(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """Return the ids of indicators that take items, by each of their names, folded."""
    return {
        folded(name): id
        for id, one in indicators.items()
        if one.kind.takes_items
        for name in (one.name.zh, one.name.en, one.short.zh, one.short.en, id)
    }


def _why(code: int, past: int) -> WhyNotCounted:
    if code < 0:
        return WhyNotCounted.HISTORY if past else WhyNotCounted.DUPLICATE
    return periods.WHY_OF.get(code) or _ALL_WHYS[code]


class CellCounter:
    """Counts the records of some cells, each a place and an indicator.

    Args:
        engine: where the records are; its table ``register`` has them.
        indicators: the indicator of each cell.
        asks: what is asked.
        numbers: the numbers of cells, by place and indicator.
    """

    def __init__(
        self,
        engine: Engine,
        indicators: Sequence[Indicator],
        asks: Sequence[CountAsked],
        numbers: Mapping[tuple[str, str], int],
    ) -> None:
        self.engine, self.indicators, self.asks = engine, indicators, asks
        self.cells = [numbers[one.entity, one.indicator] for one in asks]
        self.records: dict[int, int] = {}
        self.found: list[Counter[WhyNotCounted | None]] = [Counter() for _ in asks]

    def read(self, wanted: Mapping[tuple[str, str], int]) -> ReadingNotes:
        """Read the records of cells and count them; return what there is to say of them."""
        reader = RecordReader(wanted, self.indicators)
        texts = [{"entity": entity, "category": category} for entity, category in wanted]
        self.engine.add("wanted", pa.Table.from_pylist(texts, _WANTED))
        self.engine.read(periods.WANTED, reader)
        for batch in self.engine.ask("SELECT cell, COUNT(*) AS records FROM facts GROUP BY cell"):
            self.records |= zip(
                *(batch.column(name).to_pylist() for name in ("cell", "records")), strict=True
            )
        self._sort()
        self._count()
        return reader.notes

    def tallies(self) -> Iterator[RegisterTally]:
        """Return what the records come to, for each ask."""
        for cell, found, missing in zip(self.cells, self.found, self._missing(), strict=True):
            whys = {why: found[why] for why in WhyNotCounted if found[why]}
            yield RegisterTally(self.records.get(cell, 0), found[None], whys, missing=missing)

    def _missing(self) -> Iterator[tuple[int, ...]]:
        """Return the positions of listed items that the register does not hold, for each ask."""
        listed = [
            {"ask": ask, "cell": self.cells[ask], "position": position, "name": name, "code": code}
            for ask, asked in enumerate(self.asks)
            for position, (name, code) in enumerate(asked.listed)
        ]
        held: list[set[int]] = [set() for _ in self.asks]
        if listed:
            self.engine.add("listed", pa.Table.from_pylist(listed, _LISTED))
            for batch in self.engine.ask(periods.LISTED):
                for row in batch.to_pylist():
                    held[row["ask"]].add(row["position"])
        for asked, found in zip(self.asks, held, strict=True):
            yield tuple(at for at in range(len(asked.listed)) if at not in found)

    def _sort(self) -> None:
        """Tell which records are of one thing, and which things may be one."""
        rejected = [
            {"cell": cell, "name": folded(one.name)}
            for cell, asked in zip(self.cells, self.asks, strict=True)
            for one in asked.rejected
        ]
        self.engine.add("rejected", pa.Table.from_pylist(rejected, _REJECTED))
        self.engine.add("asks", pa.Table.from_pylist(list(self._asked()), _ASKS))
        self.engine.make("near", periods.NEAR)
        self.engine.make("near_facts", periods.NEAR_FACTS)
        self.engine.make("things", periods.THINGS)
        self.engine.make("tangled", periods.TANGLED)

    def _asked(self) -> Iterator[dict[str, object]]:
        for ask, (cell, asked) in enumerate(zip(self.cells, self.asks, strict=True)):
            days, added = asked.days, self.indicators[cell].is_added
            yield {
                "ask": ask,
                "cell": cell,
                "since": days.since.toordinal() if days.since and added else None,
                "last_day": days.end.toordinal(),
                "known": days.known.toordinal(),
                "dated": int(days.dated),
                "added": int(added),
            }

    def _count(self) -> None:
        for batch in self.engine.ask(periods.COUNTS):
            for row in batch.to_pylist():
                self._add(**row)
        self.engine.add("struck", _STRUCK.empty_table())
        for cell, records in groupby(self._tangled(), key=lambda one: one.cell):
            self._add_tangled(cell, list(records))

    def _add(self, ask: int, tail: int, things: int, records: int, past: int) -> None:
        """Add the things represented by records of one sort, and the records beside these."""
        found, code = self.found[ask], tail % periods.PAST
        found[periods.WHY_OF.get(code)] += things
        earlier = past - (things if tail >= periods.PAST else 0)
        found[WhyNotCounted.HISTORY] += earlier
        found[WhyNotCounted.DUPLICATE] += records - things - earlier

    def _tangled(self) -> Iterator[TangledRecord]:
        """Return the records of things that may be one with others, in the order of cells and records."""
        self.engine.make("tangled_records", periods.TANGLED_RECORDS)
        sql = (
            "SELECT t.cell, r.* FROM register r JOIN tangled_records t ON r.record = t.record "
            "ORDER BY t.cell, t.record"
        )
        for batch in self.engine.ask(sql):
            for row in batch.to_pylist():
                yield TangledRecord(row["cell"], row["record"], *item_of(row))

    def _add_tangled(self, cell: int, records: list[TangledRecord]) -> None:
        struck = []
        for ask, asked in enumerate(self.asks):
            if self.cells[ask] != cell:
                continue
            whys = sort_tangled(records, self.indicators[cell], asked)
            self.found[ask].update(whys)
            struck += [
                {"ask": ask, "record": one.record, "past": 0, "why": _CODE_OF[why]}
                for one, why in zip(records, whys, strict=True)
                if why
            ]
        self.engine.add("struck", pa.Table.from_pylist(struck, _STRUCK))


def _said(notes: ReadingNotes, is_numbered: bool) -> Iterator[Diagnostic]:
    """Return what there is to say of the cells of records, which are named only where they have numbers."""
    told = notes.unread if is_numbered else []
    for record, key, text in told:
        heading = BY_KEY[f"item.{key}"].heading
        yield diagnose(REGISTER_CELL, record=record, heading=heading, text=text)
    if more := notes.unread_more + len(notes.unread) - len(told):
        yield diagnose(REGISTER_CELLS, number=more)
    if notes.bad_codes:
        first = _FIRST.format(record=notes.first_bad) if is_numbered else Text.same("")
        yield diagnose(REGISTER_CODES, number=notes.bad_codes, spoiled=notes.spoiled, first=first)
