"""The folder of target files."""

from pathlib import Path

import pytest

from hubei_digecon.load.targets import TargetLibrary, TargetsError, find_targets

from ..conftest import ROOT
from ..small_targets import Small


def test_a_folder_without_a_catalogue_is_refused() -> None:
    with pytest.raises(TargetsError):
        find_targets(str(ROOT / "docs"))


def test_the_places_are_those_of_the_files() -> None:
    folder = ROOT / "targets"
    library = TargetLibrary(find_targets(str(folder)))
    found = {path.stem for path in folder.glob("*/*.yaml") if path.parent.name != "documents"}
    assert {one.id for one in library.entities()} == found


def test_the_widest_kind_of_place_comes_first(tmp_path: Path) -> None:
    small = Small(tmp_path)
    city = (small.targets / "cities" / "one.yaml").read_text("utf-8")
    for name, kind in (("zone", "zone"), ("province", "province"), ("all", "nation")):
        (small.targets / kind).mkdir()
        place = city.replace("id: one, kind: city", f"id: {name}, kind: {kind}")
        named = place.replace("一市", name).replace("Oneville", name)
        (small.targets / kind / f"{name}.yaml").write_text(named, "utf-8")
    places = TargetLibrary(small.targets).entities()
    assert [one.id for one in places] == ["all", "province", "one", "two", "zone"]
