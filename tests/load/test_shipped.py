"""The trees that come with the program are what its target files hold, and no other file is read from them."""

import shutil
from pathlib import Path

import pytest

from hubei_digecon.load.document import parsed, placed
from hubei_digecon.load.shape_faults import admit
from hubei_digecon.load.shipped import TABLE, compiled_text, shipped_tree
from hubei_digecon.load.source import read_source
from hubei_digecon.load.targets import TargetLibrary

from ..conftest import ROOT

LIBRARY = TargetLibrary(ROOT / "targets")
PATHS = sorted(LIBRARY.paths())


def test_the_table_is_made_from_the_target_files() -> None:
    assert Path(TABLE).read_text("utf-8") == compiled_text(PATHS), "run make shapes"


@pytest.mark.parametrize("path", PATHS)
def test_a_shipped_tree_is_what_its_file_holds(path: str) -> None:
    source = read_source(path)
    shipped, read = parsed(source), placed(source)
    assert shipped.root == shipped_tree(source.sha256)
    assert (shipped.root, shipped.faults) == (read.root, read.faults)
    assert _in_order(shipped.root) == _in_order(read.root)


def test_what_is_cut_off_a_tree_is_there_when_it_is_read_again() -> None:
    source = read_source(PATHS[-1])
    assert admit(parsed(source), "weights")
    assert parsed(source).root == placed(source).root


def _in_order(node: object) -> object:
    """Return a tree with its keys in their order: findings come in that of the file."""
    if isinstance(node, dict):
        return [(key, _in_order(value)) for key, value in node.items()]
    return [_in_order(value) for value in node] if isinstance(node, list) else node


def test_all_target_files_are_clean_so_that_none_is_read_twice() -> None:
    LIBRARY.check_all()
    assert LIBRARY.file_diagnostics == ()


def test_a_file_that_was_changed_is_read_itself(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    changed = tmp_path / "targets" / "cities" / "wuhan.yaml"
    changed.write_text(changed.read_text("utf-8").replace("zh: 武汉市", "zh: 江城市"), "utf-8")
    library = TargetLibrary(tmp_path / "targets")
    entity = library.entity("wuhan")
    assert entity is not None
    assert entity.name.zh == "江城市"
    assert library.digests["cities/wuhan.yaml"].sha256 == read_source(str(changed)).sha256
    assert shipped_tree(read_source(str(changed)).sha256) is None


def test_what_is_said_of_a_file_read_without_places_has_its_place(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    changed = tmp_path / "targets" / "zones" / "wuhan-wedz.yaml"
    lines = changed.read_text("utf-8").replace("within: wuhan", "within: wuham")
    changed.write_text(lines, "utf-8")
    library = TargetLibrary(tmp_path / "targets")
    library.entity("wuhan-wedz")
    (file,) = library.file_diagnostics
    (fault,) = file.diagnostics
    assert fault.place is not None
    line = fault.place.line
    assert lines.split("\n")[line - 1].lstrip().startswith("within: wuham")
    assert file.source.line(line) == lines.split("\n")[line - 1]
    assert file.source.find(("entity", "within")) == fault.place
