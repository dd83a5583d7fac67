"""The second judge itself, on cases whose outcome the design states in so many words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from .assessment import Assessment, assess
from .comparing import dump
from .reading import Review, read_library, read_report, read_review
from .steps import Case

LIBRARY = read_library(Path(__file__).parents[2] / "targets")
FINAL: dict[str, Any] = {"status": "final", "source": "年报"}


def _judge(folder: Path, report: dict[str, Any], review: dict[str, Any] | None, as_of: str) -> Assessment:
    (folder / "report.yaml").write_text(dump(report), "utf-8")
    (folder / "review.yaml").write_text(dump(review or {}), "utf-8")
    read = read_report(folder / "report.yaml", LIBRARY.catalogue)
    reviewed = read_review(folder / "review.yaml", LIBRARY.catalogue) if review else Review()
    return assess(Case(read, reviewed, date.fromisoformat(as_of), "claimed", LIBRARY))


SHARE = "core_share_of_gdp"
TOP100 = "attracted_top100_firms"
SAID = [
    # "Compared unrounded … and exactly …: 12.96 misses 13; 13.0 meets 13"
    ("wuhan", "2025", {SHARE: {"value": "12.96", "unit": "%"}}, {}, SHARE, "missed"),
    ("wuhan", "2025", {SHARE: {"value": "13.0", "unit": "%"}}, {}, SHARE, "met"),
    # "an earlier year, whole or part | not_due early"
    ("wuhan", "2024", {SHARE: {"value": "20.5", "unit": "%"}}, {}, SHARE, "not_due"),
    # "if they do not meet: in question are both"; verifying a part at what was reported settles nothing
    (
        "wuhan",
        "2025",
        {
            SHARE: {"value": "12.0", "unit": "%"} | FINAL,
            "core_value_added": {"value": "250.0", "unit": "亿元"} | FINAL,
            "gdp": {"value": "1000.0", "unit": "亿元"} | FINAL,
        },
        {"core_value_added": {"value": "250.0", "unit": "亿元"}},
        SHARE,
        "undecided",
    ),
    # "if the intervals … meet, the quotient decides where its interval settles the target, else the reported share"
    (
        "wuhan",
        "2025",
        {
            SHARE: {"value": "13.001", "unit": "%"} | FINAL,
            "core_value_added": {"value": "260", "unit": "亿元"} | FINAL,
            "gdp": {"value": "2000", "unit": "亿元"} | FINAL,
        },
        {"core_value_added": {"value": "260", "unit": "亿元"}},
        SHARE,
        "met",
    ),
    # "the quotient decides … if one is [verified], its number differs … or there was none"
    (
        "wuhan",
        "2025",
        {
            SHARE: {"value": "41.0", "unit": "%"} | FINAL,
            "core_value_added": {"value": "3150.0", "unit": "亿元"} | FINAL,
        },
        {"gdp": {"value": "21000.0", "unit": "亿元"}},
        SHARE,
        "met",
    ),
    # "a share whose whole interval lies above 100 %: … it decides nothing"
    (
        "wuhan",
        "2025",
        {},
        {"core_value_added": {"value": "500", "unit": "亿元"}, "gdp": {"value": "50", "unit": "亿元"}},
        SHARE,
        "undecided",
    ),
    # "a narrower one (this_year …) a lower bound, and the comparator decides what a bound proves"
    (
        "wuhan-wedz",
        "2025",
        {TOP100: {"value": "2", "unit": "家", "counting": "this_year"}},
        {},
        TOP100,
        "undecided",
    ),
    (
        "wuhan-wedz",
        "2025",
        {TOP100: {"value": "3", "unit": "家", "counting": "this_year"}},
        {},
        TOP100,
        "met",
    ),
    # "a relation broken … by a figure that the outcome rests on: a hit becomes doubtful"
    (
        "wuhan-wedz",
        "2025",
        {
            "core_value_added": {"value": "500", "unit": "亿元"},
            "core_industry_scale": {"value": "450", "unit": "亿元"},
        },
        {},
        "core_value_added",
        "undecided",
    ),
    # "a fraction under %: × 100 … would bring it to the target and below 100 times it: then undecided"
    ("wuhan-wedz", "2025", {SHARE: {"value": "0.212", "unit": "%"}}, {}, SHARE, "undecided"),
    # "A count being whole, 超169家 is at least 170."
    ("wuhan-east-lake", "2025", {"gazelle_firms": {"value": "超169家"}}, {}, "gazelle_firms", "met"),
]


@pytest.mark.parametrize(("place", "period", "observations", "verified", "key", "outcome"), SAID)
def test_what_the_design_says(
    place: str,
    period: str,
    observations: dict[str, Any],
    verified: dict[str, Any],
    key: str,
    outcome: str,
    tmp_path: Path,
) -> None:
    report = {
        "entity": place,
        "period": period,
        "submitted": {"by": "示例单位", "date": f"{int(period) + 1}-01-20"},
        "observations": observations,
    }
    review = {"entity": place, "period": period, "reviewer": {"name": "核验组"}, "verified": verified}
    judged = _judge(tmp_path, report, review, "2026-02-28")
    assert {finding.target: finding.outcome for finding in judged.findings}[key] == outcome
