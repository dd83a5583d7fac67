"""The change since the year before, by indicator and uncapped, with both values and both periods."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.load.source import read_source

from ...conftest import AS_OF, Digecon
from ...html_reader import html
from ...shown_formats import shown
from ...xlsx_reader import xlsx

HEAD = "entity: {entity}\nperiod: {period}\nsubmitted: {{by: 示例, date: {date}}}\nillustrative: {illustrative}\nobservations:\n"
CORE = "core_share_of_gdp: {{value: {value}%, scope: core-2021}}"
FIRMS = "integration_certified_firms: {{value: {value}家, counting: in_force, scope: gbt-23001-certified}}"
SCALE = "core_industry_scale: {{value: {value}亿元}}"

CASES: dict[str, tuple[str, str, str, tuple[str, str], str]] = {
    "a fall above the target": ("wuhan", "core_share_of_gdp", CORE, ("14.6", "13"), "-1.6百分点"),
    "a rise above the target": ("wuhan", "core_share_of_gdp", CORE, ("14.6", "15.1"), "+0.5百分点"),
    "no change": ("wuhan", "core_share_of_gdp", CORE, ("13.2", "13.2"), "0百分点"),
    "across the target": ("wuhan", "core_share_of_gdp", CORE, ("12.9", "13.4"), "+0.5百分点"),
    "a count that falls above its target": (
        "wuhan-wedz", "integration_certified_firms", FIRMS, ("190", "160"), "-30家",
    ),
    "an amount that falls above its target": (
        "wuhan-east-lake", "core_industry_scale", SCALE, ("4500.5", "4300"), "-200.5亿元",
    ),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(desk: Path, case: str, illustrative: tuple[str, str] = ("false", "true")) -> tuple[str, str]:
    """Write the reports of 2024 and 2025, and return both values."""
    entity, _, line, values, _ = CASES[case]
    for year, value, marked in zip((2024, 2025), values, illustrative, strict=True):
        head = HEAD.format(entity=entity, period=year, date=f"{year + 1}-01-20", illustrative=marked)
        (desk / f"{year}.yaml").write_text(f"{head}  {line.format(value=value)}\n", "utf-8")
    return values


def scored(digecon: Digecon, desk: Path, format: str, lang: str = "zh") -> Any:
    content, _ = shown(digecon, format, desk, "score", ".", "--as-of", AS_OF, "--lang", lang)
    return content


def together(text: str) -> str:
    """Return a text without blanks and the breaks of lines."""
    return "".join(text.split())


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_people_read_both_values_both_periods_and_the_difference(
    case: str, format: str, desk: Path, digecon: Digecon
) -> None:
    before, now = write(desk, case)
    content = scored(digecon, desk, format)
    text = together(html(content).outline if format == "html" else content.replace("\\", ""))
    difference = CASES[case][4]
    unit = difference.lstrip("+-0123456789.").replace("百分点", "%")
    for part in ("2025年（示例）比2024年", f"由{before}{unit}到{now}{unit}，{difference}"):
        assert part in text
    assert "29.2" not in text


@pytest.mark.parametrize("case", CASES)
def test_programs_read_them_too(case: str, desk: Path, digecon: Digecon) -> None:
    before, now = write(desk, case)
    board = json.loads(scored(digecon, desk, "json"))
    (place,) = (one for one in board["places"] if one["change"])
    (value,) = (
        one for one in place["change"]["values"] if one["target"] == f"{CASES[case][0]}.{CASES[case][1]}"
    )
    assert (value["earlier"], value["now"]) == (before, now)
    assert value["difference"] == CASES[case][4].rstrip("百分点家亿元").lstrip("+")
    assert (board["period"], place["change"]["period"]) == ("2025", "2024")
    assert (place["assessment"]["illustrative"], place["change"]["illustrative"]) == (True, False)
    (row,) = (one for one in csv.DictReader(StringIO(scored(digecon, desk, "csv"))) if one["change_since"])
    assert f"{value['target']} {before} {now} {value['difference']} {value['unit']}" in row["change_values"]
    assert row["change_path"] == "./2024.yaml"


@pytest.mark.parametrize("case", CASES)
def test_a_workbook_has_them_in_numbers(case: str, desk: Path, digecon: Digecon) -> None:
    before, now = write(desk, case)
    outline = xlsx(scored(digecon, desk, "xlsx")).outline
    (row,) = (one for one in outline.split("\n--- ") if "上一期报告: ./2024.yaml" in one and before in one)
    difference = CASES[case][4].rstrip("百分点家亿元").lstrip("+")
    for part in ("上一期: 2024年\n", f"上一期数值: {before}  ", "本期: 2025年（示例）", f"本期数值: {now}  "):
        assert part in row
    assert f"增减: {difference}  " in row


@pytest.mark.parametrize("illustrative", [("false", "true"), ("true", "false"), ("true", "true")])
def test_each_year_says_whether_it_is_published(
    illustrative: tuple[str, str], desk: Path, digecon: Digecon
) -> None:
    write(desk, "no change", illustrative)
    years = [
        f"{year}年（示例）" if marked == "true" else f"{year}年"
        for year, marked in zip(("2024", "2025"), illustrative, strict=True)
    ]
    assert f"{years[1]}比{years[0]}：" in together(scored(digecon, desk, "table"))


@pytest.mark.parametrize("format", ["html", "xlsx", "json", "csv"])
def test_the_report_compared_with_is_listed_with_its_digest(
    format: str, desk: Path, digecon: Digecon
) -> None:
    write(desk, "a fall above the target")
    digest = read_source("2024.yaml").sha256
    content = scored(digecon, desk, format)
    text = xlsx(content).outline if format == "xlsx" else content
    assert "./2024.yaml" in text
    assert digest in text


PLATFORMS = "new_innovation_platforms: {{value: {value}家, counting: {counting}}}"
VALUE_ADDED = "core_value_added: {{value: {value}亿元, scope: {scope}}}"


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (PLATFORMS.format(value=9, counting="cumulative"), PLATFORMS.format(value=7, counting="this_year")),
        (
            VALUE_ADDED.format(value=900, scope="digital-economy-broad"),
            VALUE_ADDED.format(value=410, scope="core-2021"),
        ),
        (VALUE_ADDED.format(value=410, scope="core-2021"), VALUE_ADDED.format(value=900, scope="某口径")),
    ],
    ids=["another counting", "a wider scope", "an unrelated scope"],
)
def test_no_change_is_reckoned_between_figures_of_different_things(
    before: str, now: str, desk: Path, digecon: Digecon
) -> None:
    for year, line in ((2024, before), (2025, now)):
        head = HEAD.format(entity="wuhan-wedz", period=year, date=f"{year + 1}-01-20", illustrative="false")
        (desk / f"{year}.yaml").write_text(f"{head}  {line}\n", "utf-8")
    board = json.loads(scored(digecon, desk, "json"))
    (place,) = (one for one in board["places"] if one["change"])
    assert [one for one in place["change"]["values"] if one["difference"] is not None] == []
    assert "比2024" not in together(scored(digecon, desk, "markdown"))
