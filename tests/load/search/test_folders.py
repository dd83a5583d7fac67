"""Folders searched for reports."""

from pathlib import Path

import pytest

from hubei_digecon.load.search.folders import is_hidden, is_wanted, search


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.yaml", True),
        ("a.yml", True),
        ("a.json", True),
        ("a.csv", True),
        ("a.xlsx", True),
        ("a.txt", False),
    ],
)
def test_files_are_wanted_by_their_endings(name: str, wanted: bool) -> None:
    assert is_wanted(name) is wanted


def test_what_begins_with_a_point_is_hidden() -> None:
    assert (is_hidden(".git"), is_hidden("a.b")) == (True, False)


def test_a_folder_gives_its_own_files_before_those_below(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yaml", "z.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [one.path for one in search(str(tmp_path)) if not one.left]
    assert found == [str(tmp_path / name) for name in ("b.yaml", "z.yaml", "a/c.yaml")]


def test_a_pattern_leaves_files_out(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).touch()
    found = [one.path for one in search(str(tmp_path), ["a*"]) if not one.left]
    assert found == [str(tmp_path / "b.yaml")]
