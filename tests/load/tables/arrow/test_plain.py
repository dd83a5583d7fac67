"""Reports of a part that are read without places are those that are read with them."""

from collections.abc import Iterable

import pytest
from benchmarks.places import PLACES

from hubei_digecon.domain.reports import Report
from hubei_digecon.load.document import Document
from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.tables.arrow.files import TableColumns
from hubei_digecon.load.tables.arrow.packing import packed
from hubei_digecon.load.tables.arrow.parts import documents_in, opened_part, read_table
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.load.tree import Mapping

from ....dirty_rows import IN_ROWS, IN_VALUES, Dirt, dirty_rows
from ....reports_as_rows import table_of

PERIODS = ["2021", "2024-M09", "2025"]
KINDS: dict[str, Dirt] = IN_VALUES | IN_ROWS


def _told(read: Iterable[Document | RefusedInput], library: TargetLibrary) -> list[object]:
    return [_report(read_report(one, library) if isinstance(one, Document) else one) for one in read]


def _report(one: Report | RefusedInput) -> object:
    faults = one.faults if isinstance(one, RefusedInput) else one.diagnostics
    said = sorted(
        (fault.kind.id, str(fault.at), fault.message.en, fault.place or one.source.find(fault.at))
        for fault in faults
    )
    if isinstance(one, RefusedInput):
        return one.entity, one.period, said
    places = [one.source.find(("observations", id, "value")) for id in one.observations]
    return one[1:6], one.unfilled, one.source.path, said, places


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_part_is_read_alike_with_and_without_places(kind: Dirt, library: TargetLibrary) -> None:
    data = packed(table_of([row for report in dirty_rows(PLACES, PERIODS, [kind]) for row in report]))
    source, table = opened_part("data.parquet", data)
    placed = documents_in(source, table, TableColumns(table.schema, library), library)
    assert all(isinstance(one, RefusedInput) or isinstance(one.root, Mapping) for one in placed)
    assert _told(read_table("data.parquet", data, library), library) == _told(placed, library)


def test_most_reports_are_plain(library: TargetLibrary) -> None:
    rows = [row for report in dirty_rows(PLACES, PERIODS, [IN_VALUES["nothing"]]) for row in report]
    read = read_table("data.parquet", packed(table_of(rows)), library)
    assert len(read) == len(PLACES) * len(PERIODS)
    assert all(isinstance(one, Document) and not isinstance(one.root, Mapping) for one in read)
