"""Parquet files and tables of Arrow, opened: digest, columns, and rows that have the numbers of their table."""

import hashlib
from contextlib import ExitStack
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from hubei_digecon.load.document import Document
from hubei_digecon.load.faults import InputError
from hubei_digecon.load.tables.arrow.files import ROW, ArrowFile, TableColumns, arrow_file, parquet_in
from hubei_digecon.load.tables.arrow.ordered import parts_of_file
from hubei_digecon.load.tables.arrow.parts import read_table
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.shapes.columns import ENTITY, VALUE

from ....building import LIBRARY
from .tables import figure, table


def texts(cells: list[str]) -> Any:
    return pyarrow.table({name: pyarrow.array(cells, pyarrow.string()) for name in "ab"})


COLUMNS = TableColumns(table(figure("gdp", "1亿元")).schema, LIBRARY)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5))
def test_rows_are_numbered_through_all_tables(lengths: list[int]) -> None:
    tables = [texts([str(at)] * rows) for at, rows in enumerate(lengths)]
    file = ArrowFile(tables[0].schema, sum(lengths), "", tables)
    rows = file.batches(COLUMNS, (0,)).read_all()
    assert rows.schema.names == ["c0", ROW]
    assert rows.column(ROW).to_pylist() == list(range(sum(lengths)))
    assert rows.column("c0").to_pylist() == [str(at) for at, many in enumerate(lengths) for _ in range(many)]


def test_columns_that_are_chosen_come_in_the_order_asked_for_wherever_they_stand(tmp_path: Path) -> None:
    path, held = tmp_path / "data.parquet", table(figure("gdp", "1亿元"))
    parquet.write_table(held.select(["period", "entity", *held.schema.names[2:]]), path)
    with ExitStack() as stack:
        file = arrow_file(str(path), stack)
        columns = TableColumns(file.schema, LIBRARY)
        rows = file.batches(columns, (1, 0)).read_all().to_pylist()
    assert rows == [{"c1": "wuhan", "c0": "2025", ROW: 0}]


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


@pytest.mark.parametrize("name", ["decimals", "guide", ROW])
def test_two_columns_of_one_name_are_told_whatever_is_read_of_them(name: str, library: TargetLibrary) -> None:
    held = table(figure("gdp", "1亿元"))
    for _ in range(1 if name == ROW else 2):
        held = held.append_column(name, pyarrow.array(["1"]))
    (fault,) = TableColumns.of_table(held.schema, library).faults
    assert (fault.kind.id, fault.values["text"], fault.values["first"]) == ("duplicate-column", name, 7)


def test_decimals_are_found_however_they_are_spelt(library: TargetLibrary) -> None:
    held = table(figure("gdp", "1亿元")).append_column("Decimals", pyarrow.array([1]))
    assert TableColumns(held.schema, library).decimals == 6


# One table in files whose types differ

TEXT, FLOAT = pyarrow.string(), pyarrow.float64()
EXACT = pyarrow.decimal128(12, 2)


def _folder(folder: Path, *kinds: Any, decimals: Any = None) -> str:
    """Write a table of two files, of a place each, whose values are 13 with a decimal of 0, by their types."""
    (folder / "all.parquet").mkdir()
    for number, kind in enumerate(kinds):
        entity = ("wuhan", "wuhan-wedz")[number]
        rows = table(figure("core_share_of_gdp", None, unit="%", entity=entity))
        value: Any = {TEXT: "13.0", pyarrow.int64(): 13, pyarrow.null(): None}.get(kind, Decimal("13.00"))
        rows = rows.set_column(5, "value", pyarrow.array([float(value) if kind == FLOAT else value], kind))
        rows = rows.append_column(
            "decimals", pyarrow.array(["1"]).cast((decimals or [pyarrow.int64()] * 2)[number])
        )
        parquet.write_table(rows, folder / "all.parquet" / f"{number}.parquet")
    return str(folder / "all.parquet")


@pytest.mark.parametrize("other", [TEXT, EXACT, pyarrow.int64(), pyarrow.null()])
@pytest.mark.parametrize("at", [0, 1])
def test_a_type_that_is_refused_is_refused_in_every_file(tmp_path: Path, other: Any, at: int) -> None:
    kinds = [other, other]
    kinds[at] = FLOAT
    with pytest.raises(InputError) as raised:
        _read(_folder(tmp_path, *kinds))
    (fault,) = raised.value.faults
    assert fault.kind.id == "column-type"
    assert fault.values["type"] == "double"


@pytest.mark.parametrize("kinds", list(permutations([TEXT, EXACT, pyarrow.int64(), pyarrow.null()], 2)))
def test_files_whose_types_differ_say_what_each_says_alone(tmp_path: Path, kinds: tuple[Any, Any]) -> None:
    expected = {TEXT: "13.0", EXACT: "13.0", pyarrow.int64(): "13.0", pyarrow.null(): None}
    assert _read(_folder(tmp_path, *kinds)) == [expected[kind] for kind in kinds]


@pytest.mark.parametrize("decimals", list(permutations([pyarrow.int8(), TEXT, FLOAT], 2)))
def test_decimals_of_other_types_are_the_same_decimals(tmp_path: Path, decimals: Any) -> None:
    assert _read(_folder(tmp_path, EXACT, EXACT, decimals=decimals)) == ["13.0", "13.0"]


def _read(path: str) -> list[str | None]:
    """Return the texts of the values that the reports of a table have, in the order of places."""
    read = []
    for part in parts_of_file(path, LIBRARY):
        for document in read_table(path, part.data, LIBRARY):
            assert isinstance(document, Document)
            read.append(document.root["observations"]["core_share_of_gdp"].get("value"))
    return read
