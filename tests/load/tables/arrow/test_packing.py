"""Rows as bytes and back, with what they are a part of."""

import pyarrow

from hubei_digecon.load.tables.arrow.packing import digest_of, files_of, packed, unpacked

ROWS = pyarrow.table({"entity": ["武汉", None], "revision": [1, 2]})


def test_rows_come_back_as_they_were() -> None:
    assert unpacked(packed(ROWS)).to_pylist() == ROWS.to_pylist()


def test_what_they_are_a_part_of_goes_along() -> None:
    back = unpacked(packed(ROWS, "abc", [("a.parquet", 0), ("b.parquet", 7)]))
    assert digest_of(back) == "abc"
    assert files_of(back) == [("a.parquet", 0), ("b.parquet", 7)]


def test_what_is_no_part_has_neither() -> None:
    assert digest_of(ROWS) == ""
    assert files_of(ROWS) == []
