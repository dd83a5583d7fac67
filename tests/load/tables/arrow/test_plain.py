"""Reports of a part that are read without places are those that are read with them."""

from collections.abc import Iterable

import pytest
from benchmarks.places import PLACES

from hubei_digecon.domain.reports import Report
from hubei_digecon.load.document import Document
from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.reports import read_plainly, read_report
from hubei_digecon.load.source import HeldFile, MadeOf
from hubei_digecon.load.tables.arrow.packing import packed
from hubei_digecon.load.tables.arrow.parts import read_table
from hubei_digecon.load.targets import TargetLibrary

from ....dirty_rows import IN_ROWS, IN_VALUES, Dirt, dirty_rows
from ....reports_as_rows import table_of

PERIODS = ["2021", "2024-M09", "2025"]
KINDS: dict[str, Dirt] = IN_VALUES | IN_ROWS


def _told(read: Iterable[Report | RefusedInput]) -> list[object]:
    told: list[object] = []
    for one in read:
        faults = one.faults if isinstance(one, RefusedInput) else one.diagnostics
        said = sorted(
            (fault.kind.id, str(fault.at), fault.message.en, one.source.find(fault.at) or fault.place)
            for fault in faults
        )
        if isinstance(one, Report):
            told.append((one[1:6], one.unfilled, one.source.path, said))
        else:
            told.append((one.entity, one.period, said))
    return told


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_part_is_read_alike_with_and_without_places(kind: Dirt, library: TargetLibrary) -> None:
    rows = [row for report in dirty_rows(PLACES, PERIODS, [kind]) for row in report]
    data = packed(table_of(rows))
    path = HeldFile("data.parquet", data, "parquet", MadeOf.PART)
    placed = [
        read_report(one, library) if isinstance(one, Document) else one
        for one in read_table(path, data, library)
    ]
    plainly = read_plainly(path, data, library)
    assert plainly is not None
    assert _told(plainly) == _told(placed)


def test_a_part_with_a_character_that_no_text_has_is_left(library: TargetLibrary) -> None:
    (rows,) = dirty_rows(PLACES[:1], PERIODS[:1], [IN_VALUES["nothing"]])
    rows[0]["note"] = "a\x00"
    data = packed(table_of(rows))
    assert read_plainly(HeldFile("d.parquet", data, "parquet", MadeOf.PART), data, library) is None
