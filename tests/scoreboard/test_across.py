"""What cannot hold between two reports: one code in two places, a zone larger than its city."""

import json
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Digecon
from ..places import Places

CODE, OTHER = "91420100MA4K0000XJ", "91420100MA4K0001XK"
ITEMS = "firms: {{value: {value}, unit: 家, counting: in_force, items: [{items}]}}"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.chdir(tmp_path)
    return Places(Path("."))


def firms(*codes: str) -> str:
    items = ", ".join(f"{{name: 企业{code[-4:]}, code: {code}}}" for code in codes)
    return ITEMS.format(value=len(codes), items=items)


def said(places: Places, digecon: Digecon, *ids: str) -> list[dict[str, Any]]:
    board = json.loads(digecon(*places.score(), "--output-format", "json").out)
    return [one for one in board["diagnostics"] if one["id"] in ids]


def test_a_code_in_two_zones_is_told_at_the_second_and_names_the_first(
    places: Places, digecon: Digecon
) -> None:
    places.report("a", firms(CODE), name="a")
    places.report("b", firms(OTHER, CODE), name="b")
    (one,) = said(places, digecon, "item-elsewhere")
    # b stands before a in the notice
    assert (one["path"], one["at"], one["severity"]) == (
        "reports/a.yaml",
        "observations.firms.items[0].code",
        "warning",
    )
    assert one["message"]["en"] == (
        f"the credit code {CODE} is also listed in the report of Place b (reports/b.yaml:5:121)"
    )
    line = Path("reports/b.yaml").read_text("utf-8").splitlines()[4]
    assert line[120:].startswith(CODE)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (f"{CODE[:8]} {CODE[8:]}", 1),
        (f'"\'{CODE.lower()}"', 1),
        ("无", 0),
        (f"{CODE[:17]}{'0' if CODE[17] != '0' else '1'}", 0),
    ],
    ids=["with a blank", "after an apostrophe", "none", "with a wrong check"],
)
def test_only_a_valid_code_is_held_against_others_however_it_is_written(
    written: str, told: int, places: Places, digecon: Digecon
) -> None:
    for zone in "ab":
        places.report(
            zone,
            f"firms: {{value: 1家, counting: in_force, items: [{{name: 企业{zone}, code: {written}}}]}}",
            name=zone,
        )
    assert len(said(places, digecon, "item-elsewhere")) == told


def test_a_code_in_three_zones_is_told_at_both_later_ones(places: Places, digecon: Digecon) -> None:
    for zone in "abc":
        places.report(zone, firms(CODE), name=zone)
    assert [one["path"] for one in said(places, digecon, "item-elsewhere")] == [
        "reports/b.yaml",
        "reports/a.yaml",
    ]


def test_a_city_and_a_zone_within_it_may_list_one_code(places: Places, digecon: Digecon) -> None:
    places.report("town", firms(CODE))
    places.report("a", firms(CODE))
    assert said(places, digecon, "item-elsewhere") == []


def test_one_place_may_list_a_code_twice_as_far_as_others_go(places: Places, digecon: Digecon) -> None:
    places.report("a", firms(CODE, CODE))
    assert said(places, digecon, "item-elsewhere") == []


def test_a_report_that_does_not_count_is_not_looked_at(places: Places, digecon: Digecon) -> None:
    places.report("a", firms(CODE), period="2024", date="2025-01-20")
    places.report("b", firms(CODE))
    assert said(places, digecon, "item-elsewhere") == []


@pytest.mark.parametrize(
    ("town", "zone", "told"),
    [
        ("output: 100亿元", "output: 102亿元", True),
        ("output: 100亿元", "output: 101亿元", False),
        ("output: 100亿元", "output: 100.4亿元", False),  # 100 may be 100.49
        ("output: 100.0亿元", "output: 100.2亿元", True),
        ("output: 100亿元", "output: 1010000万元", True),
        ("output: 100亿元", "output: 100亿元", False),
        ("output: 100亿元以上", "output: 500亿元", False),
        ("share: 10%", "share: 40%", False),
        ("firms: {value: 20家, counting: in_force}", "firms: {value: 21家, counting: in_force}", True),
        ("output: {value: 100亿元, period: 2024}", "output: 200亿元", False),
        ("output: {missing: not_published}", "output: 200亿元", False),
    ],
)
def test_a_zone_is_larger_than_its_city_beyond_what_rounding_explains(
    town: str, zone: str, told: bool, places: Places, digecon: Digecon
) -> None:
    places.report("town", town)
    places.report("a", zone)
    assert len(said(places, digecon, "larger-than-city")) == told


def test_a_larger_zone_is_told_with_both_places(places: Places, digecon: Digecon) -> None:
    places.report("town", "output: 100亿元", name="town")
    places.report("a", "output: 102亿元", name="zone")
    (one,) = said(places, digecon, "larger-than-city")
    assert (one["path"], one["line"], one["column"]) == ("reports/zone.yaml", 5, 11)
    assert one["message"] == {
        "zh": "示例产值为102亿元，大于所在的town区的100亿元（reports/town.yaml:5:11）",
        "en": "Sample output is 102亿元, more than the 100亿元 of Place town, which it lies in (reports/town.yaml:5:11)",
    }


def test_zones_are_never_added_to_their_city(places: Places, digecon: Digecon) -> None:
    places.report("town", *places.numbers(output=100))
    for zone in "abc":
        places.report(zone, *places.numbers(output=60))
    board = json.loads(digecon(*places.score(), "--output-format", "json").out)
    assert board["diagnostics"] == []
    decided = {row["entity"]: row["assessment"]["findings"][0]["decided_on"] for row in board["places"]}
    assert decided == {"c": "60", "b": "60", "a": "60", "town": "100"}
