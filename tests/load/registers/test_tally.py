"""A register comes to what the same records come to as lists, whatever is wrong with them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from hubei_digecon.domain.registers import RegisterTally, WhyNotCounted
from hubei_digecon.judging.items import CountAsked
from hubei_digecon.load.registers.engine import DuckDB
from hubei_digecon.load.registers.tally import NotCountedRecord, Register

from .cells import LIBRARY, Record, asked, by_list, drawn, each_by_list, write_csv

REJECTING = {
    "gazelle_firms": ("示例甲一", "示例AI公司二", "示例科技有限公司"),
    "new_innovation_platforms": ("示例乙",),
    "integration_certified_firms": ("示例（武汉）公司三",),
}


def tallied(
    folder: Path, records: Sequence[Record], asks: Sequence[CountAsked]
) -> tuple[list[RegisterTally], list[NotCountedRecord]]:
    """Return what a register of records comes to, and the records that are not counted."""
    with DuckDB() as engine:
        register = Register(write_csv(folder / "register.csv", records), engine, LIBRARY)
        counts = register.count(asks)
        struck = [one for batch in register.not_counted() for one in batch]
    return [counts.tallies[one] for one in asks], struck


@pytest.mark.parametrize("seed", range(4))
def test_cells_come_to_what_lists_do(tmp_path: Path, seed: int) -> None:
    records, asks = drawn(seed, 900 * (seed + 1)), list(asked(rejecting=REJECTING))
    tallies, struck = tallied(tmp_path, records, asks)
    assert len(asks) == 64
    for one, tally in zip(asks, tallies, strict=True):
        expected = by_list(records, one)
        assert tally.eligible == expected.pop(None, 0), one
        assert tally.not_counted == expected, one
        assert tally.records == tally.eligible + sum(tally.not_counted.values())
    told = {(one.asked, one.record): one.why for one in struck}
    assert len(told) == len(struck)
    assert told == {
        (one, number): why for one in asks for number, why in each_by_list(records, one) if why is not None
    }
    assert set(WhyNotCounted) - {one.why for one in struck} <= {WhyNotCounted.UNREADABLE}
