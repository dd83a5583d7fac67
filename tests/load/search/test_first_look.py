"""The beginning of a file says whether it may be a report."""

import gzip
from pathlib import Path

import pytest

from hubei_digecon.load.search.first_look import (
    Look,
    decoded_beginning,
    has_headings,
    is_lock,
    look_into,
    text_looks_like_report,
)

REPORT = "entity: a\nperiod: 2025\nobservations: {}\n"


def test_a_file_is_looked_into_whatever_its_name(tmp_path: Path) -> None:
    for name, content in (
        ("a.txt", REPORT.encode()),
        ("a.gz", gzip.compress(REPORT.encode())),
        ("b.txt", b"a"),
    ):
        (tmp_path / name).write_bytes(content)
    looks = [look_into(str(tmp_path / name)) for name in ("a.txt", "a.gz", "b.txt")]
    assert looks == [Look.REPORT, Look.REPORT, Look.NOTHING]


@pytest.mark.parametrize(("name", "lock"), [("~$a.xlsx", True), (".~lock.a.xlsx#", True), ("a.xlsx", False)])
def test_lock_files_are_told_by_their_names(name: str, lock: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"name")
    assert is_lock(str(tmp_path / name)) is lock


@pytest.mark.parametrize(
    ("text", "looks"),
    [(REPORT, True), ("考核对象,报告期,指标名称,完成值\n", True), ("# Notes\n\nentity\n", False)],
)
def test_a_report_has_keys_or_headings_of_its_own(text: str, looks: bool) -> None:
    assert text_looks_like_report(text) is looks


def test_headings_may_stand_in_rows_of_a_page() -> None:
    assert has_headings("<table><tr><td>指标名称</td><td>完成值</td></tr></table>")
    assert not has_headings("<table><tr><td>name</td></tr></table>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_a_beginning_is_decoded_as_it_looks(encoding: str) -> None:
    assert decoded_beginning("考核对象：示例园区，报告期：二〇二五年".encode(encoding)).startswith("考核对象")
