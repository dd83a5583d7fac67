"""What is said across the reports of one place: what can only grow and falls, leaps, superseded reports."""

import csv
import json
from collections.abc import Mapping
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.targets import Catalogue
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.quantity.parsing import read_quantity
from hubei_digecon.scoreboard.choice import FoundReport, StatedFigure
from hubei_digecon.scoreboard.over_time import CUMULATIVE_FALLS, LARGE_CHANGE, look_back
from hubei_digecon.text import LANGS

from ..building import FLOW, PROPERTY
from ..conftest import AS_OF, ROOT, Digecon
from ..places import Places

FALLS, LARGE, SUPERSEDED = "cumulative-falls", "large-change", "superseded-report"
ADDED = "platforms: {{value: {}, unit: 个, counting: {}}}"

Said = list[dict[str, Any]]
Periods = Mapping[str, str]


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.chdir(tmp_path)
    return Places(Path("."))


def said(places: Places, digecon: Digecon, *arguments: str) -> Said:
    board = json.loads(digecon(*places.score(*arguments), "--output-format", "json").out)
    return [one for one in board["diagnostics"] if one["id"] in (FALLS, LARGE, SUPERSEDED)]


def added(value: object, counting: str = "cumulative") -> str:
    return ADDED.format(value, counting)


def wrote(places: Places, reports: Periods) -> None:
    for period, line in reports.items():
        places.report("a", line, period=period, name=period)


def test_a_year_below_its_own_months_is_told_at_the_year_and_names_the_months(
    places: Places, digecon: Digecon
) -> None:
    wrote(places, {"2025-M09": "output: 409.6亿元", "2025": "output: 400.00亿元"})
    (one,) = said(places, digecon)
    assert (one["id"], one["severity"], one["path"]) == (FALLS, "warning", "reports/2025.yaml")
    assert (one["at"], one["line"], one["column"]) == ("observations.output.value", 5, 11)
    assert one["message"] == {
        "zh": "示例产值2025年为400.00亿元，小于2025年1—9月的409.6亿元（reports/2025-M09.yaml:5:11）；"
        "该指标只增不减，前后不衔接",
        "en": "Sample output is 400.00亿元 for 2025, less than the 409.6亿元 for 2025-M09 "
        "(reports/2025-M09.yaml:5:11), though it can only grow",
    }


@pytest.mark.parametrize(
    ("reports", "at"),
    [
        ({"2025-M09": "output: 4096000万元", "2025": "output: 400.00亿元"}, ["2025"]),
        ({"2025-M03": "output: 200亿元", "2025-M06": "output: 150亿元"}, ["2025-M06"]),
        ({"2024-M09": "output: 99亿元", "2024": "output: 90亿元", "2025": "output: 95亿元"}, ["2024"]),
        (
            {"2025-M03": "output: 410亿元", "2025-M09": "output: 约400亿元", "2025": "output: 400亿元"},
            ["2025"],
        ),
        ({"2025-M09": "output: 410亿元以上", "2025": "output: 400亿元"}, ["2025"]),
        (
            {
                "2025-M09": "output: {value: 410亿元, status: provisional}",
                "2025": "output: {value: 400亿元, status: final}",
            },
            ["2025"],
        ),
        ({"2024": added(6), "2025": added(5)}, ["2025"]),
        ({"2022": added(6), "2025": added(5)}, ["2025"]),
        ({"2024": "platforms: 6个", "2025": added(5)}, ["2025"]),
        ({"2024": "platforms: 6家以上", "2025": added(5)}, ["2025"]),
        ({"2025-M06": added(6), "2025-M11": added(5), "2025": added(7)}, ["2025-M11"]),
        ({"2025-M06": added(6, "this_year"), "2025": added(5, "this_year")}, ["2025"]),
        ({"2025-M09": "output: 410亿元", "2025": "output: {value: 400亿元, period: 2025-M10}"}, ["2025"]),
    ],
)
def test_what_can_only_grow_and_falls_is_told(
    reports: Periods, at: list[str], places: Places, digecon: Digecon
) -> None:
    wrote(places, reports)
    assert [one["path"] for one in said(places, digecon) if one["id"] == FALLS] == [
        f"reports/{period}.yaml" for period in at
    ]


@pytest.mark.parametrize(
    "reports",
    [
        {
            "2025-M09": "firms: {value: 21家, counting: in_force}",
            "2025": "firms: {value: 20家, counting: in_force}",
        },
        {
            "2024": "firms: {value: 21家, counting: in_force}",
            "2025": "firms: {value: 20家, counting: in_force}",
        },
        {"2024": "output: 410亿元", "2025": "output: 400亿元"},
        {"2024": "output: 410亿元", "2025-M09": "output: 300亿元"},
        {"2025-M09": "share: 12%", "2025": "share: 11%"},
        {"2025-M09": "output: 400.4亿元", "2025": "output: 400亿元"},  # 400 may be 400.49
        {"2025-M09": "output: 约410亿元", "2025": "output: 400亿元"},
        {"2025-M09": "output: 400亿元", "2025": "output: 400亿元"},
        {"2024": added(6, "this_year"), "2025": added(5, "this_year")},
        {"2024": added(6), "2025": added(5, "this_year")},
        {"2024": added(6, "in_force"), "2025": added(5, "in_force")},
        {"2025-M09": "output: 410亿元", "2025": "output: {value: 400亿元, period: 2024}"},
        {"2025-M09": "output: 410亿元", "2025": "output: {missing: not_published}"},
    ],
)
def test_what_may_well_fall_is_not_told(reports: Periods, places: Places, digecon: Digecon) -> None:
    wrote(places, reports)
    assert [one for one in said(places, digecon) if one["id"] == FALLS] == []


def test_an_illustrative_figure_is_never_held_against_a_published_one(
    places: Places, digecon: Digecon
) -> None:
    for period, value in (("2025-M09", 410), ("2025", 100)):
        path = Path(places.report("a", f"output: {value}亿元", period=period))
        if period == "2025":
            path.write_text(f"illustrative: true\n{path.read_text('utf-8')}", "utf-8")
    assert said(places, digecon) == []


def test_figures_of_two_scopes_are_never_held_against_each_other(digecon: Digecon, tmp_path: Path) -> None:
    def told(scope: str) -> list[str]:
        for period, value in (
            ("2025-M09", f"409.6亿元, scope: {scope}"),
            ("2025", "400亿元, scope: core-2021"),
        ):
            head = f"entity: wuhan\nperiod: {period}\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\n"
            line = f"observations:\n  core_value_added: {{value: {value}}}\n"
            (tmp_path / f"{period}.yaml").write_text(head + line, "utf-8")
        board = json.loads(digecon("score", str(tmp_path), "--as-of", AS_OF, "--output-format", "json").out)
        return [one["id"] for one in board["diagnostics"] if one["id"] == FALLS]

    assert (told("digital-economy-broad"), told("core-2021")) == ([], [FALLS])


def test_only_the_highest_revision_counts_and_the_others_stay_visible(
    places: Places, digecon: Digecon
) -> None:
    wrote(places, {"2025-M09": "output: 390亿元"})
    places.report("a", "output: 380亿元", name="first")
    places.report("a", "output: 400亿元", name="second", revision=2)
    (one,) = said(places, digecon)
    assert (one["id"], one["severity"], one["path"]) == (SUPERSEDED, "note", "reports/first.yaml")
    assert one["message"]["en"] == (
        "this report of a for 2025, revision 1, is superseded by revision 2, reports/second.yaml, "
        "and is not judged"
    )
    assert "reports/second.yaml" in one["message"]["zh"]


@pytest.mark.parametrize("revisions", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_every_superseded_report_is_named_in_whatever_order_they_come(
    revisions: tuple[int, ...], places: Places, digecon: Digecon
) -> None:
    for number, revision in enumerate(revisions):
        places.report("a", "output: 400亿元", name=f"{number}-r{revision}", revision=revision)
    told = said(places, digecon)
    assert sorted(one["path"][-6] for one in told) == ["1", "2"]
    assert all("r3.yaml" in one["message"]["en"] for one in told)


def test_nothing_is_held_against_a_report_whose_revision_is_open(places: Places, digecon: Digecon) -> None:
    wrote(places, {"2025-M09": "output: 410亿元", "2025": "output: 400亿元"})
    places.report("a", "output: 400亿元", name="again")
    assert said(places, digecon) == []


def test_a_report_after_the_period_asked_for_is_not_looked_at(places: Places, digecon: Digecon) -> None:
    wrote(places, {"2023": added(5), "2024": added(6), "2025": added(5)})
    assert said(places, digecon, "--period", "2024") == []


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("output: 100亿元", "output: 150亿元", True),
        ("output: 100亿元", "output: 149.9亿元", False),
        ("output: 100亿元", "output: 50亿元", True),
        ("output: 100亿元", "output: 50.1亿元", False),
        ("output: 1000000万元", "output: 15亿元", True),
        ("share: 10%", "share: 15%", True),
        ("share: 10%", "share: 14.9%", False),
        ("firms: {value: 2家, counting: in_force}", "firms: {value: 3家, counting: in_force}", True),
        ("firms: {value: 2家, counting: in_force}", "firms: {value: 0家, counting: in_force}", True),
        ("firms: {value: 0家, counting: in_force}", "firms: {value: 3家, counting: in_force}", False),
        ("output: 100亿元", "output: 150亿元以上", True),
        ("output: 100亿元以上", "output: 200亿元", False),
        ("output: 100亿元以下", "output: 200亿元", True),
        ("output: 100亿元", "output: 约200亿元", False),
        (added(4), added(6), True),
        (added(4), added(6, "this_year"), False),
    ],
)
def test_a_change_of_half_or_more_on_the_year_before_is_noted(
    then: str, now: str, told: bool, places: Places, digecon: Digecon
) -> None:
    wrote(places, {"2024": then, "2025": now})
    large = [(one["path"], one["severity"]) for one in said(places, digecon) if one["id"] == LARGE]
    assert large == [("reports/2025.yaml", "note")] * told


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [("2024-M09", "2025-M09", True), ("2024", "2025-M09", False), ("2023", "2025", False)],
)
def test_a_change_is_on_the_same_months_of_the_year_before(
    earlier: str, later: str, told: bool, places: Places, digecon: Digecon
) -> None:
    wrote(places, {earlier: "output: 100亿元", later: "output: 300亿元"})
    assert [one["id"] for one in said(places, digecon)] == [LARGE] * told


def test_of_many_doubts_about_a_place_the_first_are_told_and_the_rest_counted(
    places: Places, digecon: Digecon
) -> None:
    for year in range(2000, 2026):
        wrote(places, {f"{year}-M09": "output: 410亿元", f"{year}": "output: 400亿元"})
    board = json.loads(digecon(*places.score(), "--output-format", "json").out)
    *told, more = [one for one in board["diagnostics"] if one["id"] in (FALLS, "more-diagnostics")]
    assert [one["id"] for one in told] == [FALLS] * 20
    assert (more["id"], more["message"]["en"]) == ("more-diagnostics", "6 more are not listed")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format", ["table", "markdown", "html", "json"])
def test_every_format_shows_what_falls(format: str, lang: str, places: Places, digecon: Digecon) -> None:
    wrote(places, {"2025-M09": "output: 409.6亿元", "2025": "output: 400.00亿元"})
    ran = digecon(*places.score("--output-format", format), "--lang", lang)
    assert "409.6亿元" in f"{ran.out}{ran.err}"


@pytest.mark.parametrize("lang", LANGS)
def test_csv_holds_all_that_is_said_of_a_report_and_between_reports(
    lang: str, places: Places, digecon: Digecon
) -> None:
    wrote(places, {"2025-M09": "output: 409.6亿元", "2025": "output: 400.00亿元"})
    formats = ("--output-format", "json=board.json", "--output-format", "csv=board.csv")
    digecon(*places.score(*formats))
    board = json.loads(Path("board.json").read_text("utf-8"))
    rows = list(csv.DictReader(StringIO(Path("board.csv").read_text("utf-8"), newline="")))
    told = "; ".join(row[f"diagnostics_{lang}"] for row in rows)
    every = [
        one for place in board["places"] if place["assessment"] for one in place["assessment"]["diagnostics"]
    ]
    every += [one for file in board["unread"] for one in file["diagnostics"]] + board["diagnostics"]
    assert FALLS in [one["id"] for one in every]
    for one in every:
        where = f"{one['path']}:{one['line']}:{one['column']}" if one["line"] else one["path"]
        assert f"{one['id']} {where}: {one['message'][lang]}" in told


def test_reports_in_one_table_are_held_against_each_other(places: Places, digecon: Digecon) -> None:
    rows = ["考核对象,报告期,填报单位,填报日期,指标,完成值,计量单位"]
    rows += [
        f"a,{period},示例单位,2026-01-20,output,{value},亿元"
        for period, value in (("2025", 400), ("2025-M09", 410))
    ]
    (places.reports / "all.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (one,) = said(places, digecon)
    assert (one["id"], one["path"], one["line"]) == (FALLS, "reports/all.csv", 2)
    assert "reports/all.csv:3:" in one["message"]["en"]


def test_the_samples_hold_together(digecon: Digecon) -> None:
    folder = str(ROOT / "sample_reports")
    board = json.loads(digecon("score", folder, "--as-of", AS_OF, "--output-format", "json").out)
    assert [one for one in board["diagnostics"] if one["id"] in (FALLS, SUPERSEDED)] == []


CATALOGUE = Catalogue({FLOW.id: FLOW}, {}, ())
MONTHS = st.lists(
    st.tuples(st.sampled_from((*range(1, 12), None)), st.integers(0, 999), st.integers(0, 2)),
    unique_by=lambda one: one[0],
    max_size=6,
)


@PROPERTY
@given(MONTHS)
def test_a_fall_is_told_exactly_where_no_rounding_explains_it(
    months: list[tuple[int | None, int, int]],
) -> None:
    reports = [_flow(*one) for one in months]
    told = {one.later.period for one in look_back(reports, CATALOGUE) if one.kind is CUMULATIVE_FALLS}
    ends = [
        (Period(2025, month), Fraction(digits, 10**decimals), Fraction(1, 2 * 10**decimals))
        for month, digits, decimals in months
    ]
    expected = {
        period
        for period, value, half in ends
        if any(old.end < period.end and value + half < was - step for old, was, step in ends)
    }
    assert told == expected
    assert all(one.kind is not LARGE_CHANGE for one in look_back(reports, CATALOGUE))


def _flow(month: int | None, digits: int, decimals: int) -> FoundReport:
    whole, rest = divmod(digits, 10**decimals)
    text = f"{whole}.{rest:0{decimals}}亿元" if decimals else f"{whole}亿元"
    quantity = read_quantity(text, INDICATOR_KINDS["amount"]).quantity
    return FoundReport("a.yaml", "a", Period(2025, month), 1, stated=(StatedFigure(FLOW.id, quantity),))
