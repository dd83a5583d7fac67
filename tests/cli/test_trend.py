"""``digecon trend``: options, what is refused, exit codes, and that it agrees with ``check``."""

import json
from pathlib import Path
from typing import Any

import pytest

from ..conftest import AS_OF, Digecon
from ..places import Places

PUBLISHED = ("trend", "sample_reports/published", "--as-of", AS_OF)
WUHAN = (*PUBLISHED, "--entity", "wuhan", "--indicator", "core_share_of_gdp", "--base", "2020")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


def trended(digecon: Digecon, *arguments: str) -> tuple[int, dict[str, Any]]:
    ran = digecon(*arguments, "--output-format", "json")
    return ran.code, json.loads(ran.out)


def test_wuhan_is_behind_in_2021_and_there_in_2024(digecon: Digecon) -> None:
    code, trend = trended(digecon, *WUHAN)
    (series,) = trend["series"]
    assert (code, trend["method"], series["base"]["value"]) == (0, "schedule", "8.7")
    told = {one["period"]: (one["value"], one["pace"]["state"]) for one in series["points"]}
    assert told == {"2020": ("8.7", None), "2021": ("9.2", "behind"), "2024": ("14.6", "reached")}


@pytest.mark.parametrize(
    ("method", "ratio", "state"),
    [
        ("schedule", "0.581395", "behind"),
        ("cagr", "0.687131", "acceleration_needed"),
        ("projection", "0.652175", "fair"),
    ],
)
def test_each_method(method: str, ratio: str, state: str, digecon: Digecon) -> None:
    _, trend = trended(digecon, *WUHAN, "--method", method)
    pace = trend["series"][0]["points"][1]["pace"]
    assert (pace["method"], pace["ratio"], pace["state"]) == (method, ratio, state)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--indicator", "core_share"), "--indicator: there is no “core_share”"),
        (("--entity", "wuhann"), "--entity: there is no “wuhann”. did you mean “wuhan”?"),
        (("--method", "best"), "schedule"),
        (("--base", "soon"), "soon"),
    ],
)
def test_what_is_not_known_is_refused(arguments: tuple[str, ...], said: str, digecon: Digecon) -> None:
    ran = digecon(*PUBLISHED, *arguments, "--lang", "en")
    assert ran.code == 2
    assert said in ran.err


def test_exit_codes(places: Places, digecon: Digecon) -> None:
    asked = ("trend", str(places.reports), *places.options)
    assert digecon(*asked).code == 4
    places.report("a", "output: 1亿元")
    assert digecon(*asked).code == 0  # far below its target, which is for check to say
    places.report("a", "output: one", period="2024")
    assert digecon(*asked).code == 3
    assert digecon("trend", "--lang", "en").code == 2


def test_the_trend_of_one_report_equals_check(places: Places, digecon: Digecon) -> None:
    path = places.report("a", *places.numbers(output=90), "model: {state: partial}", period="2025")
    _, trend = trended(digecon, "trend", path, *places.options)
    checked = json.loads(digecon("check", path, *places.options, "--output-format", "json").out)
    findings = {one["target"]: one["outcome"] for one in checked["assessments"][0]["findings"]}
    points = {one["target"]: point["outcome"] for one in trend["series"] for point in one["points"]}
    assert points == findings


def test_errors_are_told_beside_csv(places: Places, digecon: Digecon) -> None:
    places.report("a", "output: one")
    ran = digecon("trend", str(places.reports), *places.options, "--output-format", "csv")
    assert (ran.code, "not-a-number" in ran.err) == (3, True)


def test_nothing_is_written_over_a_report(places: Places, digecon: Digecon) -> None:
    path = places.report("a", "output: 1亿元")
    ran = digecon("trend", path, *places.options, "--output-format", f"json={path}")
    assert ran.code == 2


def test_a_place_without_targets_in_the_documents_has_its_series(places: Places, digecon: Digecon) -> None:
    other = "documents/other.yaml"
    text = (places.targets / "documents/sample.yaml").read_text("utf-8")
    (places.targets / other).write_text(text.replace("id: sample", "id: other"), "utf-8")
    for year, value in ((2023, 60), (2024, 66)):
        places.report("a", f"output: {value}亿元", period=str(year))
    asked = ("trend", str(places.reports), *places.options, "--indicator", "output")
    _, by_sample = trended(digecon, *asked, "--document", "sample")
    _, by_other = trended(digecon, *asked, "--document", "other")
    ((with_target,), (without,)) = by_sample["series"], by_other["series"]
    assert (with_target["target"], without["target"]) == ("a.output", None)
    assert [one["value"] for one in without["points"]] == ["60", "66"]
    assert without["points"][1]["change"] == {"absolute": "6", "relative": "0.1"}


def test_adding_a_document_changes_nothing_in_the_series_of_another(digecon: Digecon) -> None:
    _, notice = trended(digecon, *WUHAN, "--document", "notice")
    _, every = trended(digecon, *WUHAN, "--document", "all")
    of_notice = [one for one in every["series"] if one["document"] == "notice"]
    assert of_notice == notice["series"]


@pytest.mark.parametrize(
    ("method", "ratio", "state"),
    [
        ("schedule", "0.968511", "behind"),
        ("cagr", "1.08354", "on_track"),
        ("projection", "1.09743", "on_track"),
    ],
)
def test_online_retail_sales_of_china_are_behind_schedule_and_on_track_by_growth(
    method: str, ratio: str, state: str, digecon: Digecon
) -> None:
    asked = (*PUBLISHED, "--document", "all", "--entity", "china", "--indicator", "online_retail_sales")
    _, trend = trended(digecon, *asked, "--method", method)
    (series,) = trend["series"]
    assert series["base"] == {"period": "2020", "value": "11.76", "source": "document"}
    (pace,) = (point["pace"] for point in series["points"] if point["period"] == "2022")
    assert (pace["ratio"], pace["state"], pace["months"], pace["of"]) == (ratio, state, 24, 60)


def test_nothing_is_said_of_places_that_are_not_asked_for(places: Places, digecon: Digecon) -> None:
    for zone in "ab":
        for year, value in ((2023, 30), (2024, 90)):
            places.report(zone, f"output: {value}亿元", period=str(year))
    _, trend = trended(digecon, "trend", str(places.reports), *places.options, "--entity", "a")
    assert [one["id"] for one in trend["diagnostics"]] == ["large-change"]
