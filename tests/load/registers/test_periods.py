"""The SQL of registers is one text for DuckDB, Spark and Sail, and says of dates what the judge says."""

import datetime
from collections.abc import Sequence

import pyarrow as pa

from hubei_digecon.domain.registers import RegisterTally, WhyNotCounted
from hubei_digecon.load.registers import periods
from hubei_digecon.load.registers.engine import Engine
from hubei_digecon.load.registers.file import KEYS
from hubei_digecon.load.registers.tally import CellCounter

from .cells import COUNTS, LIBRARY, PLACES, Record, asked
from .test_tally import REJECTING

TEXTS = (
    periods.WANTED, periods.NEAR, periods.NEAR_FACTS, periods.THINGS, periods.TANGLED, periods.TANGLED_RECORDS, periods.LISTED, periods.COUNTS,
    periods.NOT_COUNTED,
)  # fmt: skip


def counted(engine: Engine, records: Sequence[Record]) -> list[RegisterTally]:
    """Return what records come to in an engine, for all that is asked of all cells."""
    columns = [pa.array([record.get(key) or None for record in records], pa.string()) for key in KEYS]
    numbers = pa.array(range(1, len(records) + 1), pa.int64())
    engine.add("register", pa.Table.from_arrays([numbers, *columns], ["record", *KEYS]))
    asks = [
        one._replace(listed=(("示例甲一", None), ("没有这一家", None))) for one in asked(rejecting=REJECTING)
    ]
    cells = {
        (place, count): number for number, (place, count) in enumerate((p, c) for p in PLACES for c in COUNTS)
    }
    indicators = [LIBRARY.catalogue.indicators[count] for _, count in cells]
    counter = CellCounter(engine, indicators, asks, cells)
    counter.read(cells)
    return list(counter.tallies())


def test_reasons_have_numbers_that_fit_their_bits() -> None:
    assert 0 < min(periods.WHY_OF) <= max(periods.WHY_OF) < periods.PAST
    assert {why for why in WhyNotCounted if why not in periods.CODE_OF} == {
        WhyNotCounted.REJECTED, WhyNotCounted.DUPLICATE, WhyNotCounted.HISTORY, WhyNotCounted.SIMILAR,
        WhyNotCounted.SAME_BAD_CODE, WhyNotCounted.PERHAPS_REJECTED,
    }  # fmt: skip


def test_days_are_numbers_in_the_sql() -> None:
    for text in TEXTS:
        assert "DATE" not in text.upper().split()
        assert "LIKE" not in text.upper().split()
        assert "LOWER(" not in text.upper()
    assert datetime.date.max.toordinal() < 2**31
