"""Generated reports can be read, are of the size of real ones, and come to every outcome."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.drafts import SIZE
from benchmarks.generate import report_text, write_all_periods, write_reports
from benchmarks.places import PLACES

from hubei_digecon.domain.outcomes import Outcome

from ..conftest import AS_OF, Digecon

REPORTS = 120


@pytest.mark.parametrize("alike", [False, True])
def test_they_can_be_read_and_come_to_every_outcome(alike: bool, tmp_path: Path, digecon: Digecon) -> None:
    write_reports(REPORTS, tmp_path / "reports", alike)
    options = ("--as-of", AS_OF, "--fail-on", "never", "--output-format", "json")
    said = json.loads(digecon("check", *options, str(tmp_path / "reports")).out)
    assert len(said["assessments"]) == REPORTS
    assert not [one for one in said["assessments"] if one["verdict"] == "invalid"]
    outcomes = {finding["outcome"] for one in said["assessments"] for finding in one["findings"]}
    assert outcomes == {outcome.id for outcome in Outcome} - {"waived"}, "no report can waive"


def test_a_report_is_the_same_however_many_are_written(tmp_path: Path) -> None:
    few, many = write_reports(3, tmp_path / "few"), write_reports(9, tmp_path / "many")
    assert [path.read_bytes() for path in few] == [path.read_bytes() for path in many[:3]]
    assert [path.name for path in few] == ["000000.yaml", "000001.yaml", "000002.yaml"]


@pytest.mark.parametrize("alike", [False, True])
def test_names_titles_and_notes_are_those_of_one_report_unless_reports_are_to_be_alike(alike: bool) -> None:
    texts = [report_text(index, alike) for index in range(REPORTS)]
    told = Counter(
        (index % 2, words)
        for index, text in enumerate(texts)
        for words in set(re.findall(r"(?:by|title|issuer|name|cause|measures|explanation): ([^,}\n]+)", text))
        if words not in INSTITUTIONS
    )
    assert len(told) > 100
    assert (max(told.values()) == 1) is not alike


INSTITUTIONS = {
    "示例认定机构",
    "示例厅局",
    "示例领导小组办公室",
    "Example Authority",
    "Example Body",
    "Example Office",
}
"""What is named in many reports of a province."""


def test_they_are_in_both_languages_and_of_all_places() -> None:
    texts = [report_text(index) for index in range(2 * len(PLACES))]
    assert {len(text.encode()) in SIZE for text in texts} == {True}
    assert ["示例市数字经济工作专班" in text for text in texts] == [True, False] * len(PLACES)
    assert {place.entity for place in PLACES} == {
        line.removeprefix("entity: ") for text in texts for line in text.splitlines() if "entity:" in line
    }


def test_each_place_reports_for_each_period_after_it_has_ended(tmp_path: Path) -> None:
    paths = write_all_periods(PLACES, ("2025-M11", "2025"), tmp_path / "reports")
    assert [path.stem for path in paths] == [
        f"{place.entity}-{period}" for period in ("2025-M11", "2025") for place in PLACES
    ]
    assert "date: 2025-12-20," in paths[0].read_text("utf-8")
    assert "date: 2026-01-20," in paths[-1].read_text("utf-8")
