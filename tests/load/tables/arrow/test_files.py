"""Parquet files and tables of Arrow, opened: digest, columns, and rows that have the numbers of their table."""

import hashlib
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from hubei_digecon.load.faults import InputError
from hubei_digecon.load.tables.arrow.files import ROW, ArrowFile, TableColumns, arrow_file, parquet_in
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.shapes.columns import ENTITY, VALUE

from .tables import figure, table


def texts(cells: list[str]) -> Any:
    return pyarrow.table({name: pyarrow.array(cells, pyarrow.string()) for name in "ab"})


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5))
def test_rows_are_numbered_through_all_tables(lengths: list[int]) -> None:
    tables = [texts([str(at)] * rows) for at, rows in enumerate(lengths)]
    file = ArrowFile(tables[0].schema, sum(lengths), "", tables)
    rows = file.batches((0,)).read_all()
    assert rows.schema.names == ["c0", ROW]
    assert rows.column(ROW).to_pylist() == list(range(sum(lengths)))
    assert rows.column("c0").to_pylist() == [str(at) for at, many in enumerate(lengths) for _ in range(many)]


def test_a_file_has_the_digest_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "data.parquet"
    parquet.write_table(table(figure("gdp", "1亿元")), path)
    with ExitStack() as stack:
        file = arrow_file(str(path), stack)
        assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert (file.rows, file.files) == (1, ())
    assert parquet_in(str(path), path.read_bytes()).num_rows == 1


def test_a_folder_has_one_digest_whatever_it_is_called(tmp_path: Path) -> None:
    digests = []
    for name in ("one.parquet", "two.parquet"):
        for part in ("b", "a"):
            (tmp_path / name).mkdir(exist_ok=True)
            parquet.write_table(table(figure("gdp", f"{ord(part)}亿元")), tmp_path / name / f"{part}.parquet")
        (tmp_path / name / "_SUCCESS").write_bytes(b"")
        with ExitStack() as stack:
            file = arrow_file(str(tmp_path / name), stack)
            assert file.files == (("a.parquet", 0), ("b.parquet", 1))
            digests.append(file.sha256)
    assert digests[0] == digests[1]


def test_a_folder_without_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data.parquet").mkdir()
    with ExitStack() as stack, pytest.raises(InputError, match="there is no Parquet file in the folder"):
        arrow_file(str(tmp_path / "data.parquet"), stack)


def test_columns_are_found_by_any_heading_and_what_is_none_of_ours_is_left(library: TargetLibrary) -> None:
    rows: Any = table(figure("gdp", "1亿元")).rename_columns(
        ["考核对象", "period", "submitted.by", "submitted_date", "指标", "value"]
    )
    columns = TableColumns(rows.append_column("__index_level_0__", pyarrow.array([7])).schema, library)
    assert (columns.faults, columns.are_ours, columns.decimals) == ([], True, None)
    assert (columns.number_of(ENTITY), columns.number_of(VALUE)) == (0, 5)
    assert len(columns.read) == 6


def test_a_column_of_decimals_is_exact_beside_how_many_were_reported(library: TargetLibrary) -> None:
    held = table(figure("gdp", None), value=pyarrow.decimal128(20, 4))
    assert [one.kind.id for one in TableColumns(held.schema, library).faults] == ["column-type"]
    counted = held.append_column("decimals", pyarrow.array([1]))
    assert TableColumns(counted.schema, library).faults == []
