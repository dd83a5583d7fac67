"""Earlier reports: which are taken, what they change of a run, and that it is nothing else."""

import datetime
import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import check, score, trend
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.run import Run

from ..conftest import AS_OF, Digecon
from ..years import GROWING, Years

DAY = datetime.date.fromisoformat(AS_OF)
NOW = {
    "value": "1048.3亿元",
    "share": "31.2%",
    "firms": "182家",
    "added": "{value: 44个, counting: cumulative}",
}
THEN = {
    "value": "1000亿元",
    "share": "30.4%",
    "firms": "160家",
    "added": "{value: 30个, counting: cumulative}",
}


@pytest.fixture
def years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Years:
    monkeypatch.chdir(tmp_path)
    return Years(tmp_path)


def compared(years: Years, report: str, *history: str, reviews: tuple[str, ...] = ()) -> Run:
    return check(report, targets=years.targets, history=history, reviews=reviews, as_of=DAY)


def changes(run: Run) -> dict[str, tuple[str, str | None]]:
    """Return each change told: absolute with its unit, and relative."""
    return {
        one.indicator.id: (
            f"{one.change.difference}{one.change.difference_suffix.zh}" if one.change else str(one.why_not),
            None if one.change is None or one.change.relative is None else str(one.change.relative),
        )
        for assessment in run
        for one in assessment.changes
    }


def given(*history: str) -> list[str]:
    return [part for one in history for part in ("--history", one)]


def ids(run: Run) -> list[str]:
    return [one.kind.id for one in run.diagnostics]


def own_ids(run: Run) -> set[str]:
    return {one.kind.id for assessment in run for one in assessment.diagnostics}


def result(digecon: Digecon, *arguments: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(digecon(*arguments, "--output-format", "json").out)
    return made


def test_each_figure_is_told_against_the_year_before(years: Years) -> None:
    run = compared(years, years.report("2025", **NOW), years.report("2024", **THEN))
    assert changes(run) == {
        "value": ("483/10亿元", "483/10000"),
        "share": ("4/5百分点", None),
        "firms": ("22家", "11/80"),
        "added": ("14个", "7/15"),
    }
    assert [Path(file.path).name for file in run.history] == ["2024.yaml"]


def test_numbers_grow_unless_they_are_told_in_percent_and_ranks_never_do(years: Years) -> None:
    now = years.report("2025", index="1.2", reach="120%", place="第3位")
    run = compared(years, now, years.report("2024", index="1.5", reach="100%", place="第5位"))
    assert changes(run) == {
        "index": ("-3/10", "-1/5"),
        "reach": ("20百分点", None),
        "place": ("-2个位次", None),
    }


def test_a_missing_year_before_gives_nothing(years: Years) -> None:
    run = compared(years, years.report("2025", **NOW), years.report("2023", **THEN))
    assert changes(run) == {}


def test_part_of_a_year_is_compared_with_the_same_part(years: Years) -> None:
    past = [years.report("2024", **THEN), years.report("2024-M09", value="700亿元")]
    run = compared(years, years.report("2025-M09", value="770亿元"), *past)
    assert changes(run) == {"value": ("70亿元", "1/10")}


def test_a_figure_stated_beside_another_report_is_taken_where_no_report_of_the_year_is(years: Years) -> None:
    beside = years.report("2025-M06", value="{value: 990, unit: 亿元, period: 2024}")
    now = years.report("2025", value="1089亿元")
    assert changes(compared(years, now, beside)) == {"value": ("99亿元", "1/10")}
    own = years.report("2024", value="1000亿元")
    assert changes(compared(years, now, beside, own)) == {"value": ("89亿元", "89/1000")}


@pytest.mark.parametrize(
    ("now", "then", "why"),
    [
        ("{value: 12亿元, scope: narrow}", "{value: 10亿元, scope: wide}", "WhyNoChange.SCOPE"),
        ("{value: 12亿元, scope: narrow}", "约10亿元", "WhyNoChange.HEDGED"),
        ("超12亿元", "10亿元", "WhyNoChange.HEDGED"),
    ],
)
def test_what_cannot_be_compared_is_told_with_its_reason(years: Years, now: str, then: str, why: str) -> None:
    run = compared(years, years.report("2025", value=now), years.report("2024", value=then))
    assert changes(run) == {"value": (why, None)}


def test_counts_of_another_counting_are_not_compared(years: Years) -> None:
    now = years.report("2025", added="{value: 44个, counting: cumulative}")
    then = years.report("2024", added="{value: 10个, counting: this_year}")
    assert changes(compared(years, now, then)) == {"added": ("WhyNoChange.COUNTING", None)}


def test_a_scope_that_is_not_stated_is_not_known_to_differ(years: Years) -> None:
    now = years.report("2025", value="{value: 12亿元, scope: narrow}")
    assert changes(compared(years, now, years.report("2024", value="10亿元"))) == {"value": ("2亿元", "1/5")}


def test_what_was_verified_takes_the_place_of_what_was_reported(years: Years) -> None:
    review = years.folder / "review.yaml"
    review.write_text(
        "entity: one\nperiod: 2024\nreviewer: {name: 核验组}\n"
        "verified:\n  value: {value: 980, unit: 亿元, basis: 示例}\n",
        "utf-8",
    )
    now, then = years.report("2025", value="1078亿元"), years.report("2024", value="1000亿元")
    run = compared(years, now, then, reviews=(str(review),))
    assert changes(run) == {"value": ("98亿元", "1/10")}
    assert "unused-review" not in ids(run)


def test_history_of_an_illustrative_report_says_so(years: Years) -> None:
    then = years.report("2024", head="illustrative: true\n", **THEN)
    run = compared(years, years.report("2025", **NOW), then)
    assert {one.is_illustrative for assessment in run for one in assessment.changes} == {True}


def test_figures_that_do_not_fit_earlier_ones_are_told_at_the_later(years: Years) -> None:
    past = years.report("2025-M09", value="1100亿元"), years.report("2024", added=NOW["added"], firms="60家")
    now = years.report("2025", value="1050亿元", firms="182家", added=THEN["added"])
    assert {"cumulative-falls", "large-change"} <= own_ids(compared(years, now, *past))
    assert not {"cumulative-falls", "large-change"} & own_ids(compared(years, now))


def test_what_does_not_fit_among_earlier_reports_alone_is_not_told(years: Years) -> None:
    past = years.report("2024", value="500亿元"), years.report("2023", value="2000亿元")
    assert own_ids(compared(years, years.report("2025", value="510亿元"), *past)) & {"large-change"} == set()


def test_the_highest_revision_counts(years: Years) -> None:
    past = years.report("2024", value="900亿元"), years.revised(2, "2024", "again", "", {"value": "1000亿元"})
    assert changes(compared(years, years.report("2025", value="1100亿元"), *past)) == {
        "value": ("100亿元", "1/10")
    }


def test_equal_revisions_leave_open_which_counts(years: Years) -> None:
    past = years.report("2024", value="900亿元"), years.report("2024", name="again", value="1000亿元")
    run = compared(years, years.report("2025", value="1100亿元"), *past)
    assert (ids(run), changes(run), run.exit_code) == (["same-revision"], {}, Exit.INVALID)


def test_a_copy_of_an_earlier_report_is_the_same_report(years: Years) -> None:
    past = years.report("2024", value="1000亿元"), years.report("2024", name="copy", value="1000亿元")
    run = compared(years, years.report("2025", value="1100亿元"), *past)
    assert (ids(run), len(run.history)) == ([], 2)
    assert changes(run) == {"value": ("100亿元", "1/10")}


def test_a_fault_of_one_earlier_report_ends_neither_the_others_nor_the_run(years: Years) -> None:
    broken = years.report("2023", value="many")
    run = compared(
        years, years.report("2025", value="1100亿元"), broken, years.report("2024", value="1000亿元")
    )
    assert (ids(run), run.exit_code) == (["not-a-number"], Exit.INVALID)
    assert changes(run) == {"value": ("100亿元", "1/10")}
    assert len(run.history) == 2


def test_a_folder_without_a_report_is_told(years: Years) -> None:
    (years.folder / "past").mkdir()
    run = compared(years, years.report("2025", **NOW), str(years.folder / "past"))
    assert ids(run) == ["no-history"]


# Laws


def test_order_and_repetition_make_no_difference(years: Years, digecon: Digecon) -> None:
    past = [
        years.report("2024", **THEN),
        years.report("2023", **THEN),
        years.report("2025-M06", value="400亿元"),
    ]
    now = years.report("2025", **NOW)
    made = {
        digecon(
            "check",
            now,
            *years.options,
            *given(*order),
            "--output-format",
            "json",
        ).out
        for order in (*permutations(past), [*past, *past])
    }
    assert len(made) == 1


@pytest.mark.parametrize("command", ["check", "score"])
def test_history_changes_nothing_but_what_it_was_asked_for(
    years: Years, digecon: Digecon, command: str
) -> None:
    now, past = years.report("2025", **NOW), years.report("2024", **THEN)
    plain = result(digecon, command, now, *years.options)
    told = result(digecon, command, now, *years.options, "--history", past)
    for made in (plain, told):
        made["history"] = []
        for one in made.get("assessments") or [row["assessment"] for row in made["places"]]:
            one["changes"] = []
        for row in made.get("places", ()):
            row["change"] = None
    assert told == plain


def test_history_of_another_place_or_of_later_years_is_listed_and_no_more(years: Years) -> None:
    now = years.report("2023", **THEN)
    assert changes(compared(years, now, years.report("2024", **NOW))) == {}


def test_a_file_given_by_two_paths_is_one(years: Years) -> None:
    past = years.report("2024", **THEN)
    run = compared(years, years.report("2025", **NOW), past, "2024.yaml", str(years.folder))
    assert [Path(file.path).name for file in run.history] == ["2024.yaml", "2025.yaml"]
    assert len(changes(run)) == 4


def test_a_report_may_be_judged_and_compared_with(years: Years) -> None:
    both = years.report("2024", **THEN), years.report("2025", **NOW)
    run = check(*both, targets=years.targets, history=both, as_of=DAY)
    assert len(run.assessments) == 2
    assert len(changes(run)) == 4
    assert [len(one.changes) for one in run] == [0, 4]


# Rates


@pytest.mark.parametrize(
    ("heads", "outcome", "code"),
    [
        (("", ""), "met", Exit.COMPLIANT),
        (("illustrative: true\n", "illustrative: true\n"), "met", Exit.COMPLIANT),
        (("", "illustrative: true\n"), "no_data", Exit.UNDECIDED),
    ],
)
def test_a_rate_that_was_not_reported_is_derived_of_published_figures(
    heads: tuple[str, str], outcome: str, code: Exit, tmp_path: Path, digecon: Digecon
) -> None:
    years = Years(tmp_path, GROWING)
    now = years.report("2025", head=heads[0], firms="{value: 107家, counting: in_force}")
    past = years.report("2024", head=heads[1], firms="{value: 100家, counting: in_force}")
    (made,) = compared(years, now, past)
    assert [one.outcome.id for one in made.findings] == [outcome]
    assert digecon("check", "-q", now, *years.options, "--history", past).code == code
    assert digecon("check", "-q", now, *years.options).code == Exit.UNDECIDED


# Score


def test_the_scoreboard_takes_its_change_from_history(years: Years) -> None:
    now, past = years.report("2025", **NOW), years.report("2024", **THEN)
    board = score(now, targets=years.targets, history=past, as_of=DAY).scoreboard
    assert board is not None
    (row,) = board.rows
    assert row.change is not None
    assert (row.found, str(row.change.earlier.period)) == (1, "2024")
    moved = {one.finding.target.key: one.change for one in row.change.values}
    assert moved["share"] is not None
    assert moved["firms"] is not None
    assert moved["firms"].absolute == 22
    assert moved["share"].relative is None
    assert row.assessment is not None
    assert len(row.assessment.changes) == 4
    assert [Path(file.path).name for file in board.history] == ["2024.yaml"]


def test_a_report_that_is_scored_comes_before_one_of_the_history(years: Years) -> None:
    now, scored = years.report("2025", value="1100亿元"), years.report("2024", value="1000亿元")
    past = years.report("2024", name="other", value="900亿元")
    board = score(now, scored, targets=years.targets, history=past, as_of=DAY).scoreboard
    assert board is not None
    change = board.rows[0].change
    assert change is not None
    assert change.earlier.source.path == scored


def test_a_doubt_is_told_once_where_a_report_is_scored_and_of_the_history(
    years: Years, digecon: Digecon
) -> None:
    both = years.report("2025", value="1000亿元"), years.report("2024", value="100亿元")
    out = digecon("score", *both, *years.options, "--history", both[1], "--output-format", "json").out
    assert out.count('"large-change"') == 1


# Verify, and what is written where


def test_what_earlier_reports_changed_is_verified(years: Years, digecon: Digecon) -> None:
    now, past = years.report("2025", **NOW), years.report("2024", **THEN)
    Path("result.json").write_text(
        digecon("check", now, *years.options, "--history", past, "--output-format", "json").out, "utf-8"
    )
    verify = ("verify", "result.json", "--targets", str(years.targets), "--lang", "en")
    assert digecon(*verify).code == Exit.COMPLIANT
    years.report("2024", **THEN | {"value": "999亿元"})
    ran = digecon(*verify)
    assert (ran.code, "earlier report" in ran.out, "has changed" in ran.out) == (
        Exit.MISSED,
        True,
        True,
    )
    Path(past).unlink()
    assert "is no longer there" in digecon(*verify).out


def test_no_output_goes_over_an_earlier_report(years: Years, digecon: Digecon) -> None:
    now, past = years.report("2025", **NOW), years.report("2024", **THEN)
    for more in ((), ("-q",)):
        ran = digecon(
            "check", now, *years.options, *more, "--history", past, "--output-format", f"table={past}"
        )
        assert ran.code == Exit.USAGE


def test_the_scoreboard_tells_the_change_of_each_indicator_without_a_cap(
    years: Years, digecon: Digecon
) -> None:
    now, past = (
        years.report("2025", value="3000亿元", share="20%"),
        years.report("2024", value="1200亿元", share="14%"),
    )
    given = ("score", now, "--targets", "targets", "--as-of", AS_OF, "--history", past)
    board = result(digecon, *given)["places"][0]["change"]
    assert board["mean"] == "0"  # both are above their targets in both years, and each counts for 1
    assert [(one["indicator"], one["difference"], one["relative"]) for one in board["values"][:2]] == [
        ("value", "1800", "1.5"),
        ("share", "6", None),
    ]
    shown = digecon(*given, "--lang", "zh", "--output-format", "markdown").out.replace("\\", "")
    assert "示例产值由1200亿元到3000亿元，+1800亿元（现价增速+150%）；示例比重由14%到20%，+6百分点" in shown


def test_a_trend_is_compared_with_history_and_never_shows_it(years: Years) -> None:
    now, past = years.report("2025", value="1000亿元"), years.report("2024", value="100亿元")
    made = trend(now, targets=years.targets, history=past, as_of=DAY)
    assert [one.indicator.id for told in made.assessments for one in told.changes] == ["value"]
    assert {str(point.period) for one in made for point in one.points} == {"2025"}
