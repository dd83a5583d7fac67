"""Tables of many reports stand among other inputs as parts of whole reports."""

from pathlib import Path

import pytest
from benchmarks.places import PLACES
from pyarrow import parquet

from hubei_digecon.diagnostics.extras import Extra
from hubei_digecon.load.search.in_parts import in_parts
from hubei_digecon.load.search.inputs import Input, find_inputs
from hubei_digecon.load.source import HeldFile, MadeOf
from hubei_digecon.load.tables.arrow.packing import packed
from hubei_digecon.load.targets import TargetLibrary

from ...dirty_rows import IN_VALUES, dirty_rows
from ...reports_as_rows import table_of

TABLE = table_of([row for report in dirty_rows(PLACES, ["2025"], [IN_VALUES["nothing"]]) for row in report])


def test_a_table_is_parts_and_other_files_stay(tmp_path: Path, library: TargetLibrary) -> None:
    parquet.write_table(TABLE, tmp_path / "b.parquet")
    for name in ("a.yaml", "c.csv"):
        (tmp_path / name).write_text("a", "utf-8")
    found = list(in_parts(find_inputs([str(tmp_path)]), library))
    assert [Path(one.path).name for one in found] == ["a.yaml", "b.parquet", "c.csv"]
    assert [isinstance(one.path, HeldFile) for one in found] == [False, True, False]
    assert all(one.found for one in found)


def test_a_folder_that_is_a_table_is_read_and_not_searched(tmp_path: Path, library: TargetLibrary) -> None:
    table = tmp_path / "deep" / "data.parquet"
    table.mkdir(parents=True)
    parquet.write_table(TABLE, table / "part-0.parquet")
    for path in (tmp_path, table):
        (one,) = in_parts(find_inputs([str(path)]), library)
        assert isinstance(one.path, HeldFile)
        assert str(one.path) == str(table)


def test_a_table_in_memory_is_parts(library: TargetLibrary) -> None:
    held = HeldFile("<Table 1>", packed(TABLE), "parquet", MadeOf.ROWS)
    (one,) = in_parts([Input(held)], library)
    assert isinstance(one.path, HeldFile)
    assert (str(one.path), one.path.made_of) == ("<Table 1>", MadeOf.ROWS)


def test_what_is_no_table_is_refused_as_an_input(tmp_path: Path, library: TargetLibrary) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"no table")
    (one,) = in_parts([Input(str(path))], library)
    assert one.refused is not None
    assert [fault.kind.id for fault in one.refused.faults] == ["syntax"]


def test_without_the_extra_a_table_is_left_to_be_told(
    library: TargetLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Extra, "missing", ("duckdb",))
    assert list(in_parts([Input("a.parquet")], library)) == [Input("a.parquet")]
