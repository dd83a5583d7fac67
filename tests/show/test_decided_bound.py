"""A number that is decided on as no more than a bound is called so in every form: at least, or at most, so many."""

import csv
import datetime
import json
from io import StringIO
from pathlib import Path

import pytest

from hubei_digecon import check
from hubei_digecon.show.findings import COLUMNS, JudgedFinding
from hubei_digecon.show.page.rows import COLUMNS as COLUMNS_OF_PAGE
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.findings import FINDINGS

from ..conftest import AS_OF, Digecon
from ..shown_formats import cells_of

HEAD = "entity: {place}\nperiod: 2025\nsubmitted: {{by: 示例, date: 2026-01-20}}\nobservations:\n"
ELIGIBLE = "{{name: 示例平台{number}, level: 省级, by: 示例机构, recognised_on: 2025-03-01}}"
OPEN = "{{name: 示例平台{number}, level: 省级, by: 示例机构}}"


def listed(eligible: int, lacking: int) -> str:
    """Return platforms of which some count and some may count."""
    kinds = [ELIGIBLE] * eligible + [OPEN] * lacking
    items = ", ".join(kind.format(number=chr(ord("甲") + at)) for at, kind in enumerate(kinds))
    value = eligible + lacking
    return f"new_innovation_platforms: {{value: {value}家, counting: cumulative, items: [{items}]}}"


CASES: dict[str, tuple[str, str, str, tuple[str, str, str], tuple[str, str, str]]] = {
    "a list that proves a hit": (
        "wuhan-wedz", listed(7, 1), "at_least",
        ("8家\n认定值\n至少7家", "+1家", "至少116.7%"),
        ("8家\ndecided on\nat least 7家", "+1家", "at least 116.7%"),
    ),
    "a list that proves a miss": (
        "wuhan-wedz", listed(3, 1), "at_most",
        ("4家\n认定值\n至多4家", "-2家", "至多66.7%"),
        ("4家\ndecided on\nat most 4家", "-2家", "at most 66.7%"),
    ),
    "a narrower counting": (
        "wuhan-wedz", "new_innovation_platforms: {value: 7家, counting: this_year}", "at_least",
        ("7家\n认定值\n至少7家", "+1家", "至少116.7%"),
        ("7家\ndecided on\nat least 7家", "+1家", "at least 116.7%"),
    ),
    "a list that settles the number": (
        "wuhan-wedz", listed(7, 0), "",
        ("7家", "+1家", "116.7%"),
        ("7家", "+1家", "116.7%"),
    ),
}  # fmt: skip


@pytest.fixture(params=list(CASES))
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A report, and the name of its case."""
    place, observations, *_ = CASES[request.param]
    path = tmp_path / "report.yaml"
    path.write_text(f"{HEAD.format(place=place)}  {observations}\n", "utf-8")
    return path, request.param


def test_tables_and_pages_call_it_so(case: tuple[Path, str]) -> None:
    path, name = case
    _, _, _, zh, en = CASES[name]
    (assessment,) = check(path, as_of=datetime.date.fromisoformat(AS_OF))
    finding = next(one for one in assessment.findings if one.target.key == "new_innovation_platforms")
    for view, expected in ((View("zh"), zh), (View("en"), en)):
        assert tuple(cells_of(COLUMNS, finding, view)[3:6]) == expected
        decided, gap, rate = cells_of(COLUMNS_OF_PAGE, finding, view)[5:8]
        assert (decided, gap, rate) == (expected[0].split("\n")[-1], *expected[1:])


def test_json_and_csv_have_a_key_for_it_and_verifying_holds(
    case: tuple[Path, str], digecon: Digecon, tmp_path: Path
) -> None:
    path, name = case
    bound = CASES[name][2]
    said = digecon("check", str(path), "--as-of", AS_OF, "--output-format", "json").out
    (finding,) = (
        one for one in json.loads(said)["assessments"][0]["findings"] if "platforms" in one["target"]
    )
    assert finding["decided_bound"] == (bound or None)
    table = digecon("check", str(path), "--as-of", AS_OF, "--output-format", "csv").out
    (row,) = (one for one in csv.DictReader(StringIO(table, newline="")) if "platforms" in one["target"])
    assert row["decided_bound"] == bound
    result = tmp_path / "result.json"
    result.write_text(said, "utf-8")
    assert digecon("verify", str(result)).code == 0


def test_a_workbook_keeps_it_a_number_and_says_it_in_the_format(case: tuple[Path, str]) -> None:
    path, name = case
    (assessment,) = run = check(path, as_of=datetime.date.fromisoformat(AS_OF))
    finding = next(one for one in assessment.findings if one.target.key == "new_innovation_platforms")
    row = JudgedFinding(1, finding, assessment, run)
    by_key = {column.id: column.value(row, View("zh")) for column in FINDINGS}
    word = {"at_least": '"至少"', "at_most": '"至多"', "": ""}[CASES[name][2]]
    assert by_key["decided_on"].format == f'{word}0"家"'  # type: ignore[union-attr]
    assert by_key["attainment"].format == f"{word}0.0%"  # type: ignore[union-attr]
