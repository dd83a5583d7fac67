"""A register is CSV or Parquet, its columns go by the headings of items, and what is read is what was digested."""

import datetime
import hashlib
import os
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hubei_digecon.domain.registers import WhyNotCounted
from hubei_digecon.load.faults import InputError
from hubei_digecon.load.registers.engine import DuckDB
from hubei_digecon.load.registers.file import open_register

from .cells import LIBRARY, code_of, firm, in_2025, open_here, write_csv

CHINESE = (
    "考核对象,类别,清单项名称,统一社会信用代码,认定机关,认定（批准）日期,联系地址\n"
    "光谷,数字经济瞪羚企业,甲,,示例机构,2025年3月1日,某路\n"
)


def eligible(path: Path) -> int:
    """Return how many firms of a register count."""
    with DuckDB() as engine:
        return open_here(str(path), engine).count([in_2025()]).tallies[in_2025()].eligible


def texts(path: Path, key: str) -> list[str | None]:
    """Return what the records of a register have under a key."""
    with DuckDB() as engine:
        open_register(str(path), engine, LIBRARY.catalogue)
        found = engine.ask(f"SELECT {key} FROM register ORDER BY record")
        return [text for batch in found for text in batch.column(key).to_pylist()]


def refused(path: Path) -> list[str]:
    """Return what is said of a register that is refused, with the line where it is known."""
    with DuckDB() as engine, pytest.raises(InputError) as error:
        open_here(str(path), engine).count([in_2025()])
    told = error.value.faults
    return [f"{one.place.line if one.place else '-'}: {one.kind.id}" for one in told]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_chinese_headings_are_those_of_items(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "名录.csv"
    path.write_text(CHINESE.replace(",", sign), encoding)
    assert eligible(path) == 1
    with DuckDB() as engine:
        opened = open_register(str(path), engine, LIBRARY.catalogue)
        assert opened.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    told = [one.kind.id for one in opened.diagnostics]
    assert told == (["read-as-gb18030"] if encoding == "gb18030" else []) + ["register-columns-not-read"]


def test_parquet_comes_to_what_csv_does(tmp_path: Path) -> None:
    records = [firm("甲", code=code_of(1), valid_until=""), firm("乙"), firm("丙", valid_until="2025-01-01")]
    table = pa.Table.from_pylist(records)
    table = table.set_column(
        table.schema.get_field_index("recognised_on"),
        "recognised_on",
        pa.array([datetime.datetime(2025, 3, 1)] * 3, pa.timestamp("us")),
    )
    table = table.append_column("year", pa.array([2025, 2025, 2025], pa.int32()))
    pq.write_table(table, tmp_path / "register.parquet")
    assert (
        eligible(tmp_path / "register.parquet") == eligible(Path(write_csv(tmp_path / "r.csv", records))) == 2
    )


@pytest.mark.parametrize("kind", [pa.float64(), pa.float32(), pa.float16()])
def test_whole_numbers_of_a_column_with_gaps_are_read(tmp_path: Path, kind: pa.DataType) -> None:
    records = [firm("甲"), firm("乙"), firm("丙"), firm("丁")]
    table = pa.Table.from_pylist(records)
    table = table.append_column("year", pa.array([2024.0, None, float("nan"), 0.5], kind))
    pq.write_table(table, tmp_path / "register.parquet")
    assert texts(tmp_path / "register.parquet", "year") == ["2024", None, None, "0.5"]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize(
    ("zone", "hours"),
    [(None, 0), ("UTC", 0), ("Asia/Shanghai", 8), ("+08:00", 8), ("-03:30", -3.5), ("America/New_York", -5)],
)
def test_midnight_is_a_day_in_the_time_zone_of_its_column(
    tmp_path: Path, unit: str, zone: str | None, hours: float
) -> None:
    midnight = datetime.datetime(2025, 3, 1) - datetime.timedelta(hours=hours)
    moments = [midnight, midnight + datetime.timedelta(hours=9), None]
    table = pa.Table.from_pylist([firm(name) for name in "甲乙丙"]).drop_columns(["recognised_on"])
    table = table.append_column("recognised_on", pa.array(moments, pa.timestamp(unit, zone)))
    pq.write_table(table, tmp_path / "register.parquet")
    found = texts(tmp_path / "register.parquet", "recognised_on")
    assert found == ["2025-03-01", "2025-03-01 09:00:00", None]


def test_a_column_with_nothing_in_it_is_read(tmp_path: Path) -> None:
    table = pa.Table.from_pylist([firm()]).append_column("valid_until", pa.nulls(1))
    pq.write_table(table, tmp_path / "register.parquet")
    with DuckDB() as engine:
        assert open_register(str(tmp_path / "register.parquet"), engine, LIBRARY.catalogue).diagnostics == ()
    assert texts(tmp_path / "register.parquet", "valid_until") == [None]


def test_a_code_that_is_a_number_is_told(tmp_path: Path) -> None:
    table = pa.Table.from_pylist([firm()]).append_column("code", pa.array([9.14201006822330012e17]))
    pq.write_table(table, tmp_path / "register.parquet")
    with DuckDB() as engine:
        register = open_here(str(tmp_path / "register.parquet"), engine)
        tally = register.count([in_2025()]).tallies[in_2025()]
    assert tally.eligible == 1
    assert register.diagnostics[-1].values["spoiled"] == 1


def test_a_cell_of_a_column_of_lists_is_not_read(tmp_path: Path) -> None:
    table = pa.Table.from_pylist([firm()]).append_column("document", pa.array([["a"]]))
    pq.write_table(table, tmp_path / "register.parquet")
    with DuckDB() as engine:
        (said,) = open_register(str(tmp_path / "register.parquet"), engine, LIBRARY.catalogue).diagnostics
    assert said.message.en == "these columns of the register are not read: document"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("entity,name\nwuhan,甲\n", ["1: missing-column"]),
        ("a,b\n1,2\n", ["1: missing-column"] * 3),
        ("entity,category,name,名称\n", ["1: duplicate-column"]),
        ("", ["-: register-unreadable"]),
        ('entity,category,name\nwuhan-east-lake,gazelle_firms,"甲\n', ["2: register-unreadable"]),
        ("entity,category,name\nwuhan-east-lake,gazelle_firms\n", ["2: register-unreadable"]),
        ("entity,category,name\nwuhan-east-lake,gazelle_firms,甲,乙\n", ["2: register-unreadable"]),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str, said: list[str]) -> None:
    path = tmp_path / "register.csv"
    path.write_text(text, "utf-8")
    assert refused(path) == said


@pytest.mark.parametrize("second", ["name", "Name", "清单项名称"])
def test_a_column_that_parquet_has_twice_is_refused(tmp_path: Path, second: str) -> None:
    table = pa.Table.from_pylist([firm()]).append_column(second, pa.array(["乙"]))
    pq.write_table(table, tmp_path / "register.parquet")
    with DuckDB() as engine, pytest.raises(InputError) as error:
        open_register(str(tmp_path / "register.parquet"), engine, LIBRARY.catalogue)
    (fault,) = error.value.faults
    assert fault.message.en == f"the column “{second}” stands here a second time, after column 5"


def test_columns_that_are_not_read_may_stand_there_twice(tmp_path: Path) -> None:
    table = pa.Table.from_pylist([firm()])
    for heading in ("address", "Address"):
        table = table.add_column(0, heading, pa.array(["某路"]))
    pq.write_table(table, tmp_path / "register.parquet")
    assert eligible(tmp_path / "register.parquet") == 1
    with DuckDB() as engine:
        (said,) = open_register(str(tmp_path / "register.parquet"), engine, LIBRARY.catalogue).diagnostics
    assert said.message.en == "these columns of the register are not read: Address, address"


@pytest.mark.parametrize("folder", ["a'b", "a[b]", *([] if os.name == "nt" else ["*"])])
def test_a_temporary_folder_may_be_called_anything(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / folder).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / folder))
    records = [firm("甲"), firm("乙")]
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "register.parquet")
    assert eligible(tmp_path / "register.parquet") == 2
    assert eligible(Path(write_csv(tmp_path / "register.csv", records))) == 2


@pytest.mark.parametrize(
    "data", [b"PAR1 and no more", b"PAR1damaged\x07\0\0\0PAR1", b"entity,category,name\n\xff\xff\xff\n"]
)
def test_bytes_that_are_no_register_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(data)
    assert refused(path) == ["-: register-unreadable"]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == ["-: not-a-file"]
    assert refused(tmp_path / "none.csv") == ["-: unreadable"]


def test_a_register_that_changes_while_it_is_read_is_read_as_it_was(tmp_path: Path) -> None:
    path = Path(write_csv(tmp_path / "register.csv", [firm("甲"), firm("乙")]))
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with DuckDB() as engine:
        register = open_here(str(path), engine)
        write_csv(path, [firm("甲")])
        counts = register.count([in_2025()])
    assert (counts.sha256, counts.tallies[in_2025()].eligible) == (before, 2)


def test_rows_may_end_in_two_ways(tmp_path: Path) -> None:
    path = Path(write_csv(tmp_path / "register.csv", [firm("甲"), firm("乙\n丙")]))
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n", 2))
    assert eligible(path) == 2
    with DuckDB() as engine:
        opened = open_register(str(path), engine, LIBRARY.catalogue)
    assert opened.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize(
    ("name", "why"),
    [
        (
            '甲"乙',
            "2:3: the register cannot be read: a cell that does not begin with a quote cannot hold one",
        ),
        (
            '"甲"乙',
            "2:5: the register cannot be read: "
            'after a closing quote a separator or a new line has to come; " itself is written twice',
        ),
        ("甲\0乙", "2:3: the register cannot be read: the character U+0000 is not allowed"),
        ("甲\r乙", "2:3: the register cannot be read: the character U+000D is not allowed"),
        ('"甲', "2:2: the register cannot be read: a quote is never closed"),
    ],
)
def test_what_no_csv_of_a_report_may_have_is_refused(
    tmp_path: Path, encoding: str, name: str, why: str
) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(f"entity,name,category\r\n,{name},\r\n".encode(encoding))
    with DuckDB() as engine, pytest.raises(InputError) as error:
        open_register(str(path), engine, LIBRARY.catalogue)
    (fault,) = error.value.faults
    assert fault.place
    assert f"{fault.place.line}:{fault.place.column}: {fault.message.en}" == why


def test_cells_may_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    records = [firm('甲,"乙"\n丙'), firm("丁", valid_until="2025-01-01")]
    with DuckDB() as engine:
        register = open_here(write_csv(tmp_path / "register.csv", records), engine)
        tally = register.count([in_2025()]).tallies[in_2025()]
        struck = [one.record for batch in register.not_counted() for one in batch]
    assert (tally.eligible, tally.not_counted, struck) == (1, {WhyNotCounted.EXPIRED: 1}, [2])
