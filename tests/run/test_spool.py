"""What is kept until all is known: in order, as often as asked for, in little memory, and gone afterwards."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.run.spool import HELD, Spool, SpoolError, packed


@given(st.lists(st.lists(st.text() | st.tuples(st.integers(), st.text()), max_size=5)), st.integers(0, 4))
def test_all_values_come_back_in_order_as_often_as_asked_for(parts: list[list[object]], held: int) -> None:
    every = [one for part in parts for one in part]
    with Spool[object](held) as spool:
        for part in parts:
            spool.extend(part)
        assert list(spool) == list(spool) == every
        assert list(zip(spool, spool, strict=True)) == list(zip(every, every, strict=True))


@given(st.lists(st.tuples(st.booleans(), st.lists(st.text(), max_size=5))))
def test_values_that_were_packed_elsewhere_stand_in_their_order(parts: list[tuple[bool, list[str]]]) -> None:
    with Spool[str](2) as spool:
        for is_packed, part in parts:
            if is_packed:
                spool.extend_packed(packed(part))
            else:
                spool.extend(part)
        assert list(spool) == [one for _, part in parts for one in part]


def test_few_values_are_kept_as_they_are_and_need_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    one = object()
    with Spool[object]() as spool:
        spool.extend([one] * HELD)
        assert list(spool) == [one] * HELD


def test_the_file_has_no_name_and_ends_with_the_spool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    with Spool[int](0) as spool:
        spool.extend(range(1000))
        assert list(tmp_path.iterdir()) == []
        assert list(spool) == list(range(1000))
    if before:
        assert len(os.listdir("/proc/self/fd")) == before


def test_where_no_file_can_be_made_or_filled_is_an_error_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with Spool[int](0) as spool, pytest.raises(SpoolError) as error:
        spool.extend([1])
    assert error.value.why.errno == errno.ENOENT


def test_a_full_disk_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "r+b", buffering=0) as full:
        monkeypatch.setattr("tempfile.TemporaryFile", lambda: full)
        with Spool[int](0) as spool, pytest.raises(SpoolError) as error:
            spool.extend([1])
    assert error.value.why.errno == errno.ENOSPC
