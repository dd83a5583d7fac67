"""The rows of a table in any order → the same parts, each of whole reports in the order of places."""

from pathlib import Path
from random import Random
from typing import Any

import pyarrow
import pytest
from benchmarks.places import PLACES
from pyarrow import parquet

from hubei_digecon.load.faults import InputError
from hubei_digecon.load.source import HeldFile, MadeOf
from hubei_digecon.load.tables.arrow import whole
from hubei_digecon.load.tables.arrow.files import ROW
from hubei_digecon.load.tables.arrow.ordered import parts_of_file, parts_of_table, ranked_in_order
from hubei_digecon.load.tables.arrow.packing import digest_of, files_of, packed, unpacked
from hubei_digecon.load.tables.arrow.whole import PERIOD_RANK, PLACE_RANK
from hubei_digecon.load.targets import TargetLibrary

from ....dirty_rows import IN_ROWS, dirty_rows
from ....reports_as_rows import table_of

ROWS = [
    row
    for report in dirty_rows(
        PLACES, ["2023", "2024", "2025"], [IN_ROWS["several names"], IN_ROWS["a row without a name"]]
    )
    for row in report
]
NAMES = {"wuhan-east-lake": "东湖高新区"}


def groups(parts: list[HeldFile]) -> list[list[tuple[Any, Any]]]:
    return [[(row["entity"], row["period"]) for row in unpacked(one.data).to_pylist()] for one in parts]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(whole, "PART", 4)
    return tmp_path


def test_rows_in_any_order_make_the_same_reports(folder: Path, library: TargetLibrary) -> None:
    found = []
    for seed in range(3):
        rows = list(ROWS)
        Random(seed).shuffle(rows)
        parquet.write_table(table_of(rows), folder / "data.parquet")
        parts = list(parts_of_file(str(folder / "data.parquet"), library))
        assert all(one.made_of is MadeOf.PART and one.reader == "parquet" for one in parts)
        found.append([sorted(map(repr, one)) for one in groups(parts)])
        numbers = [row[ROW] for one in parts for row in unpacked(one.data).to_pylist()]
        assert sorted(numbers) == list(range(len(rows)))
    assert found[0] == found[1] == found[2]


def test_a_folder_of_files_is_one_table(folder: Path, library: TargetLibrary) -> None:
    data = folder / "data.parquet"
    (data / "_temporary").mkdir(parents=True)
    for number, start in enumerate(range(0, len(ROWS), 10)):
        parquet.write_table(table_of(ROWS[start : start + 10]), data / f"part-{number}.parquet")
    (data / "_SUCCESS").touch()
    (data / ".part-0.parquet.crc").write_bytes(b"crc")
    parts = list(parts_of_file(str(data), library))
    assert sum(unpacked(one.data).num_rows for one in parts) == len(ROWS)
    assert [name for name, _ in files_of(unpacked(parts[0].data))] == sorted(
        one.name for one in data.glob("p*.parquet")
    )
    assert len({digest_of(unpacked(one.data)) for one in parts}) == 1


def test_a_table_in_memory_has_the_parts_of_a_file(folder: Path, library: TargetLibrary) -> None:
    held = HeldFile("<Table 1>", packed(table_of(ROWS)), "parquet", MadeOf.ROWS)
    parquet.write_table(table_of(ROWS), folder / "data.parquet")
    assert groups(list(parts_of_table(held, library))) == groups(
        list(parts_of_file(str(folder / "data.parquet"), library))
    )


def test_little_memory_is_enough(folder: Path, library: TargetLibrary) -> None:
    parquet.write_table(table_of(ROWS * 50), folder / "data.parquet")
    parts = parts_of_file(str(folder / "data.parquet"), library, "64MiB")
    assert sum(unpacked(one.data).num_rows for one in parts) == len(ROWS) * 50


BROKEN = {"no Parquet": b"entity,period\n", "nothing": b"", "the beginning alone": b"PAR1\0\0\0\0"}


@pytest.mark.parametrize("data", BROKEN.values(), ids=list(BROKEN))
def test_what_is_no_parquet_is_told(data: bytes, folder: Path, library: TargetLibrary) -> None:
    (folder / "data.parquet").write_bytes(data)
    with pytest.raises(InputError) as raised:
        list(parts_of_file(str(folder / "data.parquet"), library))
    assert [one.kind.id for one in raised.value.faults] == ["syntax"]


def test_a_file_that_is_damaged_in_its_middle_is_told(folder: Path, library: TargetLibrary) -> None:
    path = folder / "data.parquet"
    parquet.write_table(table_of(ROWS * 200), path, compression="none", use_dictionary=False)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4000] = b"\xff" * 4000
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        list(parts_of_file(str(path), library))
    assert [one.kind.id for one in raised.value.faults] == ["table-not-in-order"]


def test_files_with_other_columns_are_no_one_table(folder: Path, library: TargetLibrary) -> None:
    data = folder / "data.parquet"
    data.mkdir()
    parquet.write_table(table_of(ROWS), data / "a.parquet")
    parquet.write_table(table_of(ROWS).drop_columns(["note"]), data / "b.parquet")
    with pytest.raises(InputError, match=r"b\.parquet has other columns than the first file"):
        list(parts_of_file(str(data), library))


def test_an_empty_folder_is_no_table(folder: Path, library: TargetLibrary) -> None:
    (folder / "data.parquet").mkdir()
    with pytest.raises(InputError, match="no Parquet file in the folder"):
        list(parts_of_file(str(folder / "data.parquet"), library))


def test_rows_that_have_their_ranks_are_put_in_order() -> None:
    ranks = pyarrow.table({"row": [0, 1, 2], PLACE_RANK: [2, -1, 2], PERIOD_RANK: [1, 0, 0]})
    rows = [row["row"] for batch in ranked_in_order(ranks.to_reader()) for row in batch.to_pylist()]
    assert rows == [1, 2, 0]
