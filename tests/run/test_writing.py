"""A file is written whole or not at all, and never over what was read."""

import os
from pathlib import Path

import pytest

from hubei_digecon.run.writing import exists, over_inputs, write_whole


def test_a_file_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "result.txt"
    path.write_text("older", "utf-8")
    path.chmod(0o640)
    write_whole("新\ud800", str(path))
    assert path.read_text("utf-8") == "新\\ud800"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["result.txt"]


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_whole(b"x", str(tmp_path / "folder"))
    assert os.listdir(tmp_path) == ["folder"]
    with pytest.raises(FileNotFoundError):
        write_whole(b"x", str(tmp_path / "no" / "x"))


def test_an_input_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    report, link = tmp_path / "report.yaml", tmp_path / "link"
    report.write_text("x", "utf-8")
    link.symlink_to(report)
    assert over_inputs((str(link),), [str(report)]) == str(link)
    assert over_inputs((str(tmp_path / "other"),), [str(report)]) is None
    assert over_inputs((), [str(report)]) is None


def test_what_stands_in_a_folder_that_is_one_table_is_an_input(tmp_path: Path) -> None:
    table, beside = tmp_path / "all.parquet", tmp_path / "all.parquet.csv"
    (table / "2025").mkdir(parents=True)
    for path in (table / "a.parquet", table / "2025" / "new.parquet"):
        assert over_inputs((str(beside), str(path)), [str(table)]) == str(path)
    assert over_inputs((str(beside),), [str(table)]) is None


def test_a_broken_link_is_there_and_a_pipe_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    assert [exists(str(tmp_path / name)) for name in ("link", "pipe", "none", ".")] == [
        True,
        False,
        False,
        True,
    ]
