"""A hedge that was reported stands beside its number in every form, so that nobody reads 超149家 as 149."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from ..conftest import AS_OF, Digecon


class Hedged(NamedTuple):
    """A place, an indicator with its value, and what is told of it."""

    place: str
    indicator: str
    said: str
    observed: str
    hedge: str
    outcome: str
    cell: str


HEDGED = {
    "more than 149 firms where 150 are required": Hedged(
        "wuhan-wedz",
        "integration_certified_firms",
        "{value: 超149家, counting: in_force, scope: gbt-23001-certified, source: 名单}",
        *("149", "more_than", "met", "超149家"),
    ),
    "less than 12.95% where more than 20% is required": Hedged(
        "wuhan-wedz",
        "core_share_of_gdp",
        "{value: 不足12.95%, source: 年报, scope: core-2021}",
        *("12.95", "less_than", "missed", "不足12.95%"),
    ),
    "400 or more where more than 400 is required": Hedged(
        "wuhan-wedz",
        "core_value_added",
        "{value: 400亿元以上, source: 年报, scope: core-2021}",
        *("400", "at_least", "undecided", "400亿元以上"),
    ),
    "at least 182 firms where 170 are required": Hedged(
        "wuhan-east-lake",
        "gazelle_firms",
        "{value: 不低于182家, counting: in_force, scope: gazelle-digital}",
        *("182", "at_least", "met", "不低于182家"),
    ),
    "at most 169 firms where 170 are required": Hedged(
        "wuhan-east-lake",
        "gazelle_firms",
        "{value: 169家以下, counting: in_force, scope: gazelle-digital}",
        *("169", "at_most", "missed", "169家以下"),
    ),
    "about 13.5% where 13% is required": Hedged(
        "wuhan",
        "core_share_of_gdp",
        "{value: 13.5%左右, scope: core-2021}",
        *("13.5", "about", "undecided", "13.5%左右"),
    ),
}


@pytest.mark.parametrize("name", HEDGED)
def test_a_hedge_is_told_beside_its_number(name: str, digecon: Digecon, tmp_path: Path) -> None:
    one = HEDGED[name]
    report = tmp_path / "report.yaml"
    head = f"entity: {one.place}\nperiod: 2025\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\n"
    report.write_text(f"{head}observations:\n  {one.indicator}: {one.said}\n", "utf-8")
    shown = {
        format: digecon("check", str(report), "--as-of", AS_OF, "--lang", "zh", "--output-format", format).out
        for format in ("json", "csv", "table")
    }
    findings = json.loads(shown["json"])["assessments"][0]["findings"]
    rows = csv.DictReader(StringIO(shown["csv"], newline=""))
    for told in (*findings, *rows):
        if told["indicator"] == one.indicator:
            assert (told["observed"], told["hedge"], told["outcome"]) == (
                one.observed,
                one.hedge,
                one.outcome,
            )
    assert one.cell in shown["table"]
