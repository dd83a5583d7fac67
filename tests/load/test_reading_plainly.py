"""A report that is read without places is what is read with them."""

from pathlib import Path

import pytest

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.domain.reports import Report
from hubei_digecon.load.reports import load_report, read_plainly
from hubei_digecon.load.targets import TargetLibrary

from ..mutations import mutant
from ..own_inputs import own_files
from .reading import HEAD

REPORTS = [
    path
    for path in own_files()
    if path.suffix == ".yaml" and not {"targets", "faulty_targets", "reviews"} & set(path.parts)
]


def _read_alike(path: Path, library: TargetLibrary) -> bool:
    """Whether a file is read plainly; if so the report is held against the one that is read with places."""
    read = read_plainly(str(path), path.read_bytes(), library)
    if read is None:
        return False
    (plainly,) = read
    assert isinstance(plainly, Report)
    placed = load_report(str(path), library)
    for part in ("entity", "period", "submitted", "observations", "illustrative", "unfilled"):
        assert getattr(plainly, part) == getattr(placed, part)
    assert list(plainly.observations) == list(placed.observations)
    assert sorted(map(_said, plainly.diagnostics)) == sorted(map(_said, placed.diagnostics))
    assert plainly.source.path == placed.source.path
    for one in placed.diagnostics:
        assert plainly.source.find(one.at) == one.place
    return True


def _said(one: Diagnostic) -> tuple[str, str, str, str]:
    return one.kind.id, str(one.at), one.message.zh, one.fix.en


def test_our_own_reports_are_read_alike(library: TargetLibrary) -> None:
    assert sum(_read_alike(path, library) for path in REPORTS) >= 30


def test_mutants_are_read_alike(library: TargetLibrary, tmp_path: Path) -> None:
    assert _mutants_read_alike(400, library, tmp_path) >= 20


@pytest.mark.heavy
def test_very_many_mutants_are_read_alike(library: TargetLibrary, tmp_path: Path) -> None:
    assert _mutants_read_alike(10_000, library, tmp_path) >= 500


def _mutants_read_alike(number: int, library: TargetLibrary, folder: Path) -> int:
    seeds = [path.read_text("utf-8", "surrogateescape") for path in REPORTS]
    path, alike = folder / "mutant.yaml", 0
    for one in range(number):
        path.write_bytes(mutant(seeds, one))
        alike += _read_alike(path, library)
    return alike


WRITTEN = {
    "an error": f"{HEAD}observations: {{gdp: 1亿圆}}\n",
    "a wrong shape": f"{HEAD}observations:\n  gdp:\n    - 1亿元\n",
    "a key that is not known": f"{HEAD}authors: a\n",
    "one in an observation, with nothing after it": f"{HEAD}observations: {{gdp: {{value: 1亿元, unitt: }}}}\n",
    "what is not plain": f"{HEAD}observations: {{gdp: &a 1亿元}}\n",
    "bytes that are not UTF-8": "\udcff",
    "a review": f"{HEAD}reviewer: a\n",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=list(WRITTEN))
def test_what_is_wrong_is_left_to_be_told_with_its_place(
    written: str, library: TargetLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(written, "utf-8", "surrogateescape")
    assert read_plainly(str(path), path.read_bytes(), library) is None


SHAPES = (
    "[]", "{}", "a", "[a]", "{a: b}", "~", "[{name: x}]", "{name: x}", "1", "{title: x}", "[[x]]", "{cause: x}",
    "{cause: [x]}", "{cause: }", "{year: 2020, value: 3}",
)  # fmt: skip
KEYS = (
    "value", "unit", "state", "status", "scope", "counting", "source", "items", "evidence", "deviation",
    "explanation", "note", "base", "target", "period", "missing", "bogus",
)  # fmt: skip


@pytest.mark.parametrize("indicator", ["gdp", "gazelle_firms", "optics_valley_model"])
def test_whatever_shape_stands_under_a_key_it_is_read_alike(
    indicator: str, library: TargetLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "report.yaml"
    for key in KEYS:
        for shape in SHAPES:
            path.write_text(f"{HEAD}observations:\n  {indicator}:\n    {key}: {shape}\n", "utf-8")
            _read_alike(path, library)
    for shape in SHAPES:
        path.write_text(f"{HEAD}observations:\n  {indicator}: {shape}\n", "utf-8")
        _read_alike(path, library)
