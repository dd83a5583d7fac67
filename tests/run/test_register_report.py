"""The records of a register that were not counted are written with their reasons, whole or not at all."""

import csv
import datetime
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from hubei_digecon.domain.registers import WhyNotCounted
from hubei_digecon.judging.items import CountAsked, CountedDays
from hubei_digecon.load.registers.tally import NotCountedRecord
from hubei_digecon.run.register_report import COLUMNS, write_register_report

DAYS = CountedDays(datetime.date(2024, 1, 1), datetime.date(2025, 9, 30), datetime.date(2026, 2, 28))
ASKED = CountAsked("wuhan", "new_innovation_platforms", DAYS)
WHOLE = ASKED._replace(days=DAYS._replace(since=None, end=datetime.date(2025, 12, 31)))


def batches() -> Iterator[list[NotCountedRecord]]:
    """Return two records in two batches."""
    yield [NotCountedRecord(ASKED, 3, WhyNotCounted.EXPIRED)]
    yield [NotCountedRecord(WHOLE, 12_000_000, WhyNotCounted.SIMILAR)]


def test_csv_has_a_row_a_record(tmp_path: Path) -> None:
    write_register_report(batches(), str(tmp_path / "out.csv"), str(tmp_path))
    first, second = csv.DictReader((tmp_path / "out.csv").read_text("utf-8").splitlines())
    assert tuple(first) == COLUMNS
    assert list(first.values()) == [
        "wuhan", "new_innovation_platforms", "2025-M09", "2024-01-01", "3", "expired", "false", "已失效", "expired",
    ]  # fmt: skip
    assert (second["period"], second["since"], second["record"], second["in_question"]) == (
        "2025", "", "12000000", "true",
    )  # fmt: skip


def test_parquet_has_the_same_with_types(tmp_path: Path) -> None:
    write_register_report(batches(), str(tmp_path / "out.parquet"), str(tmp_path))
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [(one["record"], one["since"], one["in_question"]) for one in rows] == [
        (3, datetime.date(2024, 1, 1), False),
        (12_000_000, None, True),
    ]


@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_nothing_is_written_of_no_records_but_the_headings(tmp_path: Path, name: str) -> None:
    write_register_report(iter([[]]), str(tmp_path / name), str(tmp_path))
    assert (tmp_path / name).stat().st_size > 0


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("before", "utf-8")

    def failing() -> Iterator[list[NotCountedRecord]]:
        yield from batches()
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        write_register_report(failing(), str(tmp_path / "out.csv"), str(tmp_path))
    assert (tmp_path / "out.csv").read_text("utf-8") == "before"
