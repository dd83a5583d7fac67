"""What is read at once, and without places, is what is read value by value, with everything noted."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.load.fields import Fields
from hubei_digecon.load.observations import Setting, observation_at_once, read_observation
from hubei_digecon.load.office_words import COUNTINGS, LEVELS, STATES, STATUSES
from hubei_digecon.load.reports import load_report, read_plainly
from hubei_digecon.load.targets import TargetLibrary

from ..mutating import mutant
from ..own import own_files
from .reading import HEAD, QUICK

REPORTS = [
    path
    for path in own_files()
    if path.suffix == ".yaml" and not {"targets", "faulty_targets", "reviews"} & set(path.parts)
]


def _read_alike(path: Path, library: TargetLibrary) -> bool:
    """Whether a file is read plainly; if so the report is held against the one that is read with places."""
    plainly = read_plainly(str(path), library)
    if plainly is None:
        return False
    placed = load_report(str(path), library)
    for part in ("entity", "period", "submitted", "observations", "illustrative", "unfilled"):
        assert getattr(plainly, part) == getattr(placed, part)
    assert list(plainly.observations) == list(placed.observations)
    assert sorted(map(_said, plainly.remarks)) == sorted(map(_said, placed.remarks))
    assert plainly.source.path == placed.source.path
    for one in placed.remarks:
        assert plainly.source.find(one.at) == one.place
    return True


def _said(one: Diagnostic) -> tuple[str, str, str, str]:
    return one.kind.id, str(one.at), one.message.zh, one.mend.en


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
    assert read_plainly(str(path), library) is None


def test_a_file_that_is_not_there_is_left_to_be_told_of(library: TargetLibrary, tmp_path: Path) -> None:
    assert read_plainly(str(tmp_path / "none.yaml"), library) is None


_VALUES: dict[str, list[Any]] = {
    "value": ["1000", "1000亿元", "12.50", "3家", "约3", "3 家", "1亿", "-1", "１", "3.0家", " 5 ", "已实现"],
    "unit": ["亿元", "%", "家", "万", "亿 元"],
    "state": [*list(STATES)[:4], "核定"],
    "missing": ["not_published", "无"],
    "status": [*list(STATUSES)[:5], "核定"],
    "scope": ["core-2021", "gazelle-digital", "其他"],
    "counting": [*list(COUNTINGS)[:3], "x"],
    "period": ["2025", "2025-M09", "2025-12"],
    "source": [{"title": "a", "dated": "2025-01-02"}, "b", {}, {"dated": "2025-02-30"}, {"document": "../a"}, {"title": None}],
    "evidence": [[{"title": "a"}], ["b", {"issuer": "c"}], [{}], [{"document": "docs/1.pdf"}], []],
    "items": [
        [{"name": " a ", "level": next(iter(LEVELS)), "year": "2024"}, {"name": "b", "recognised_on": "2024-01-01"}],
        [{"name": "a", "year": "２０２４"}], [{"name": "a", "document": "/a"}], [{"name": None}], [None], [],
    ],
    "base": [{"value": "1", "year": "2020"}, {"year": "x"}],
    "deviation": [{"cause": " a ", "measures": None}, {"measures": "b"}, {}],
    "explanation": ["a "], "note": ["b"], "target": ["50亿元"],
}  # fmt: skip


@st.composite
def _node(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an observation that would be let in: mostly what there is nothing to say of."""
    keys = draw(st.lists(st.sampled_from(sorted(_VALUES)), unique=True, max_size=6))
    first = draw(st.sampled_from((["value"], ["value", "unit"], ["state"], [])))
    return {
        key: draw(st.one_of(st.just(_VALUES[key][0]), st.sampled_from([*_VALUES[key], None])))
        for key in dict.fromkeys([*first, *keys])
    }


@settings(QUICK, max_examples=400)
@given(_node(), st.sampled_from(("gdp", "core_share_of_gdp", "gazelle_firms", "manufacturing_path")))
def test_an_observation_that_is_read_at_once_is_read_alike_with_nothing_noted(
    library: TargetLibrary, node: dict[str, Any], id: str
) -> None:
    indicator = library.catalogue.indicators[id]
    at_once = observation_at_once(node, indicator, library.catalogue)
    if at_once is not None:
        noted: list[Diagnostic] = []
        read = read_observation(
            Fields(node, ("observations", id), noted),
            indicator,
            Setting(library.catalogue, 2025, lambda _: False),
        )
        assert (at_once, []) == (read, noted)


def test_most_observations_are_read_at_once(library: TargetLibrary) -> None:
    node = {"value": "1000", "unit": "亿元", "status": "快报", "source": {"title": "a"}, "note": "b"}
    read = observation_at_once(node, library.catalogue.indicators["gdp"], library.catalogue)
    assert read is not None
    assert [text for _, text in read.told] == ["b"]
    state = observation_at_once(
        {"state": "已实现", "deviation": {"cause": "a"}},
        library.catalogue.indicators["manufacturing_path"],
        library.catalogue,
    )
    assert state is not None
    assert [(label.en, text) for label, text in state.told] == [("cause of deviation", "a")]


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
    """The door is not asked of what is read at once, so that must refuse all that the door refuses."""
    path = tmp_path / "report.yaml"
    for key in KEYS:
        for shape in SHAPES:
            path.write_text(f"{HEAD}observations:\n  {indicator}:\n    {key}: {shape}\n", "utf-8")
            _read_alike(path, library)
    for shape in SHAPES:
        path.write_text(f"{HEAD}observations:\n  {indicator}: {shape}\n", "utf-8")
        _read_alike(path, library)
