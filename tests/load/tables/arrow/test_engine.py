"""The engine that puts tables in order: a bound of memory, a folder that is gone, faults as diagnostics."""

from pathlib import Path

import pytest

from hubei_digecon.load.faults import InputError
from hubei_digecon.load.tables.arrow.engine import engine


def test_it_takes_no_more_memory_than_it_is_given_and_leaves_nothing() -> None:
    with engine("data.parquet", "64MiB") as opened:
        memory, folder = opened.sql(
            "SELECT current_setting('memory_limit'), current_setting('temp_directory')"
        ).fetchall()[0]
        assert memory == "64.0 MiB"
        assert Path(folder).is_dir()
    assert not Path(folder).exists()


def test_what_fails_is_told_of_the_table_and_leaves_nothing() -> None:
    folders = []

    def ask() -> None:
        with engine("data.parquet") as opened:
            folders.extend(opened.sql("SELECT current_setting('temp_directory')").fetchall()[0])
            opened.sql("SELECT CAST('a' AS INTEGER)").fetchall()

    with pytest.raises(InputError) as raised:
        ask()
    assert raised.value.source.path == "data.parquet"
    (fault,) = raised.value.faults
    assert fault.kind.id == "table-not-in-order"
    assert "\n" not in fault.message.en
    (folder,) = folders
    assert not Path(folder).exists()
