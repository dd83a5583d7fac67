"""The target files of places are read once a run, by several processes where there are many."""

import os
import pickle
import shutil
from pathlib import Path

import pytest

from hubei_digecon.load.search.inputs import Input
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.run.loop import WORTH_PROCESSES
from hubei_digecon.run.places import read_places, with_places

from ..conftest import AS_OF, ROOT, Digecon

REPORT = "entity: {}\nperiod: 2025\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\nobservations: {{core_share_of_gdp: 31%}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of targets with 120 more places, one of which has an error and one no tree."""
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    zones = tmp_path / "targets" / "zones"
    model = (zones / "wuhan-wedz.yaml").read_text("utf-8").split("targets:")[1]
    for number in range(120):
        id = f"zone-{number:03}"
        head = f"entity: {{id: {id}, kind: zone, name: {{zh: 示例{number}区, en: Zone No {number}}}, within: wuhan}}"
        (zones / f"{id}.yaml").write_text(f"{head}\ntargets:{model}", "utf-8")
    broken = zones / "zone-007.yaml"
    broken.write_text(broken.read_text("utf-8").replace("within: wuhan", "within: wuham"), "utf-8")
    (zones / "zone-008.yaml").write_text("entity: [\n", "utf-8")
    return tmp_path / "targets"


def test_what_processes_read_is_what_one_reads(folder: Path) -> None:
    alone, shared = TargetLibrary(folder), TargetLibrary(folder)
    alone.check_all()
    read_places(shared, 2)
    assert shared.unread == ()
    shared.check_all()
    assert shared.entities() == alone.entities()
    assert (shared.digests, shared.ids_by_name) == (alone.digests, alone.ids_by_name)
    assert _told(shared) == _told(alone)
    told = {Path(file.source.path).stem for file in shared.file_diagnostics}
    assert {"zone-007", "zone-008"} < told
    indicators = shared.catalogue.indicators
    for entity in shared.entities():
        assert all(target.indicator is indicators[target.indicator.id] for target in entity.targets)


def _told(library: TargetLibrary) -> list[object]:
    return [
        (file.source.path, file.source.sha256, one.message, one.place, file.source.find(one.at))
        for file in library.file_diagnostics
        for one in file.diagnostics
    ]


def test_no_worker_reads_what_was_read_before(
    folder: Path, tmp_path: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    for id in ("zone-007", "zone-008"):
        (folder / "zones" / f"{id}.yaml").unlink()
    reports, log = tmp_path / "reports", tmp_path / "opened"
    reports.mkdir()
    for number in range(130):
        id = f"zone-{number % 20 + 20:03}"
        name = id if number % 2 else f"示例{int(id[5:])}区"
        (reports / f"{number:03}.yaml").write_text(REPORT.format(name), "utf-8")
    opened = TargetLibrary._opened

    def logged(library: TargetLibrary, path: str) -> str:
        with log.open("a") as file:
            file.write(f"{os.path.basename(path)} {os.getpid()}\n")
        return opened(library, path)

    monkeypatch.setattr(TargetLibrary, "_opened", logged)
    arguments = ("check", str(reports), "--targets", str(folder), "--as-of", AS_OF, "--lang", "en", "-q")
    shared = digecon(*arguments, "--jobs", "2")
    read = [line.split()[0] for line in log.read_text().splitlines()]
    assert sorted(read) == sorted({*read})
    assert {f"zone-{number:03}.yaml" for number in range(20, 40)} <= {*read}
    alone = digecon(*arguments, "--jobs", "1")
    assert (shared.code, shared.out, shared.err) == (alone.code, alone.out, alone.err)


def test_of_few_inputs_none_is_read_that_may_not_be_needed(folder: Path) -> None:
    library = TargetLibrary(folder)
    inputs = [Input(str(number)) for number in range(WORTH_PROCESSES)]
    assert list(with_places(library, iter(inputs), 2)) == inputs
    assert len(library.unread) == len(library.files)
    inputs = [Input(str(number)) for number in range(len(library.files))]
    assert list(with_places(library, iter(inputs), 1)) == inputs
    assert len(library.unread) == len(library.files)
    assert list(with_places(library, iter(inputs), 2)) == inputs
    assert library.unread == ()


def test_a_library_goes_to_processes_without_trees(folder: Path) -> None:
    library = TargetLibrary(folder)
    library.check_all()
    sent = pickle.loads(pickle.dumps(library))
    assert sent.entities() == library.entities()
    assert _told(sent) == _told(library)
