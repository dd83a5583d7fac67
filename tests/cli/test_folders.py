"""Where a run stands: the working directory, paths from there, and the folders above it."""

from pathlib import Path

import pytest

from hubei_digecon.cli.folders import folders_to_look_in, repository_root, seen, working_directory


def test_a_working_directory_that_is_gone_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert working_directory() == str(Path.cwd())
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert working_directory() == ""
    assert seen("/a/b") == "/a/b"
    assert list(folders_to_look_in("")) == []


def test_a_path_is_seen_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert seen(str(tmp_path / "b" / "c")) == "../b/c"
    assert seen(str(tmp_path / "a")) == "."


def test_the_root_is_that_of_the_nearest_repository(tmp_path: Path) -> None:
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    assert repository_root(str(tmp_path / "a")) is None
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b" / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert repository_root(str(tmp_path / "a" / "b" / "c")) == str(tmp_path / "a" / "b")
    assert repository_root(str(tmp_path / "a")) == str(tmp_path)


def test_folders_are_looked_in_up_to_the_root_and_to_none_that_is_shared(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert list(folders_to_look_in(str(inner))) == [str(inner)]
    (tmp_path / ".git").mkdir()
    assert list(folders_to_look_in(str(inner))) == [str(inner), str(tmp_path / "a"), str(tmp_path)]
    (tmp_path / "a").chmod(0o1777)
    assert list(folders_to_look_in(str(inner))) == [str(inner)]
    assert list(folders_to_look_in(str(tmp_path / "a"))) == [str(tmp_path / "a"), str(tmp_path)]
