"""``digecon score``: which reports count, what the rows say, and with which code a run ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.text import LANGS

from ..conftest import AS_OF, ROOT, Digecon
from ..places import Places

PUBLISHED = ("score", "sample_reports/published", "--as-of", AS_OF)
ALL = ("score", "sample_reports", "--as-of", AS_OF)
FORMATS = ("table", "markdown", "csv", "json")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


def scored(digecon: Digecon, *arguments: str) -> tuple[int, dict[str, Any]]:
    ran = digecon(*arguments, "--output-format", "json")
    return ran.code, json.loads(ran.out)


def rows(board: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["entity"]: row for row in board["places"]}


def test_published_reports_of_2024_show_wuhan_and_its_change_since_2021(digecon: Digecon) -> None:
    code, board = scored(digecon, *PUBLISHED, "--period", "2024")
    wuhan, *others = board["places"]
    assert (code, board["period"], board["named"], board["unpublished"]) == (4, "2024", 15, 12)
    assert (wuhan["entity"], wuhan["reports"], wuhan["verdict"]) == ("wuhan", 3, "incomplete")
    change = wuhan["change"]
    assert (change["period"], change["mean"], change["targets"]) == ("2021", "0.292308", 1)
    assert change["values"] == [
        {
            "target": "wuhan.core_share_of_gdp",
            "unit": "%",
            "earlier": "9.2",
            "now": "14.6",
            "difference": "5.4",
            "indicator": "core_share_of_gdp",
            "relative": None,
        }
    ]
    verdicts = [(one["entity"], one["reports"], one["verdict"]) for one in others]
    assert verdicts == [
        ("wuhan-east-lake", 4, "incomplete"),
        ("wuhan-wedz", 0, None),
        ("china", 5, "incomplete"),
    ]
    table = digecon(*PUBLISHED, "--period", "2024", "--lang", "zh").out
    assert table.count("未报送") == 5  # the summary, its problem (twice), the row, and the last line
    assert "2024年比2021年：核心产业增加值占地区生产总值比重由9.2%到14.6%，+5.4百分点" in "".join(
        table.split()
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format", FORMATS)
def test_all_samples_show_three_places_for_2025_marked_illustrative(
    format: str, lang: str, digecon: Digecon
) -> None:
    code, board = scored(digecon, *ALL)
    assert (code, board["period"], board["illustrative"]) == (3, "2025", True)
    assert [row["assessment"]["illustrative"] for row in board["places"]] == [True] * 3
    ran = digecon(*ALL, "--output-format", format, "--lang", lang, "--index")
    mark = {"json": '"illustrative": true', "csv": ",true,"}.get(
        format, {"zh": "（示例", "en": "(illustrative"}[lang]
    )
    assert ran.out.count(mark) >= 3
    assert {"zh": "非官方", "en": "nofficial"}[lang] in ran.out


def test_places_stand_in_the_order_of_the_notice(places: Places, digecon: Digecon) -> None:
    _, board = scored(digecon, *places.score())
    assert [row["entity"] for row in board["places"]] == ["c", "b", "a", "town"]
    assert [row["within"] for row in board["places"]] == ["town", "town", "town", None]
    assert (board["named"], board["unpublished"], board["period"], board["files"]) == (10, 6, None, 0)


def test_nothing_found_is_4_and_says_so(places: Places, digecon: Digecon) -> None:
    ran = digecon(*places.score())
    assert ran.code == 4
    assert "No report that can be read was found.\n" in ran.out
    assert "0 of 4 places reported, 4 did not." in ran.out
    assert digecon(*places.score(), "--fail-on", "never").code == 4


def test_the_highest_revision_counts(places: Places, digecon: Digecon) -> None:
    places.report("a", *places.numbers(output=50), revision=1)
    best = places.report("a", *places.numbers(output=120), revision=3)
    places.report("a", *places.numbers(output=70), revision=2)
    row = rows(scored(digecon, *places.score())[1])["a"]
    assert (row["reports"], row["assessment"]["path"], row["assessment"]["revision"]) == (3, best, 3)


def test_equal_revisions_are_an_error_that_names_both_and_stops_no_other(
    places: Places, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    places.report("b", *places.numbers())
    _, before = scored(digecon, *places.score())
    one, two = (places.report("a", *places.numbers(), revision=2) for _ in range(2))
    code, board = scored(digecon, *places.score())
    row = rows(board)["a"]
    assert (code, row["verdict"], row["score"], row["reports"]) == (3, "invalid", None, 2)
    (said,) = row["assessment"]["diagnostics"]
    assert (said["id"], said["path"]) == ("same-revision", one)
    assert said["message"]["en"] == (
        f"2 reports of a for 2025 are revision 2, {one} and {two} among them, so it is open which of them counts"
    )
    assert rows(board)["b"] == rows(before)["b"]
    assert f"{one}: error same-revision: " in digecon(*places.score()).out


def test_equal_revisions_of_the_earlier_period_leave_the_change_open(
    places: Places, digecon: Digecon
) -> None:
    places.report("a", *places.numbers())
    for _ in range(2):
        places.report("a", *places.numbers(), period="2024", date="2025-01-20")
    code, board = scored(digecon, *places.score())
    assert (code, rows(board)["a"]["change"], rows(board)["a"]["verdict"]) == (3, None, "incomplete")
    assert [said["id"] for said in board["diagnostics"]] == ["same-revision"]


def test_a_file_named_and_found_in_its_folder_is_one_report(places: Places, digecon: Digecon) -> None:
    path = places.report("a", *places.numbers())
    code, board = scored(digecon, *places.score(path))
    assert (code, rows(board)["a"]["reports"]) == (4, 1)


def test_unreadable_files_are_rows_of_their_own_with_their_place(places: Places, digecon: Digecon) -> None:
    places.report("a", *places.numbers())
    code, before = scored(digecon, *places.score())
    assert code == 4
    broken = places.report("b", "output: 90", name="broken")
    unknown = places.report("nowhere", *places.numbers(), name="unknown")
    code, board = scored(digecon, *places.score())
    assert (code, board["places"]) == (3, before["places"])
    assert [one["path"] for one in board["unread"]] == [broken, unknown]
    table = digecon(*places.score(), "-q").out
    assert f"{broken}:5:11: invalid; why: “90” has no unit\n{unknown}:1:9: invalid; why: " in table
    csv = digecon(*places.score(), "--output-format", "csv")
    assert f",{broken}," in csv.out
    assert f"{broken}:5:11: error missing-unit: " in csv.err
    for format in ("table", "markdown"):
        shown = digecon(*places.score(), "--output-format", format).out
        assert "missing-unit" in shown
        assert "unknown-entity" in shown


def test_reports_alone_decide_the_code_and_no_report_counts_as_4(places: Places, digecon: Digecon) -> None:
    for place in ("town", "a", "b"):
        places.report(place, *places.numbers(output=900 if place == "town" else 100, firms=20))
    assert digecon(*places.score()).code == 4
    places.report("c", *places.numbers(output=90))
    assert digecon(*places.score()).code == 1
    assert digecon(*places.score(), "--fail-on", "never").code == 0


def test_no_report_passes_where_only_misses_fail(places: Places, digecon: Digecon) -> None:
    places.report("a", *places.numbers())
    assert digecon(*places.score()).code == 4
    assert digecon(*places.score(), "--fail-on", "missed").code == 0


def test_counts_mean_bounds_and_the_largest_gap(places: Places, digecon: Digecon) -> None:
    places.report("a", "output: {value: 80, unit: 亿元}", 'share: {value: 5, unit: "%"}')
    row = rows(scored(digecon, *places.score())[1])["a"]
    counts = row["assessment"]["counts"]
    assert (counts["met"], counts["missed"], counts["no_data"]) == (0, 2, 2)
    assert row["score"] == {
        "mean": "0.65",
        "lower": "0.433333",
        "upper": "0.766667",
        "coverage": "0.666667",
        "valued": 2,
        "numeric": 3,
    }
    assert row["largest_gap"] == "a.share"
    table = digecon(*places.score(), "--lang", "zh").out
    assert "65%" not in table
    assert "示例比重 -5百分点" in table
    assert "65%（43.3%—76.7%）" in digecon(*places.score(), "--lang", "zh", "--index").out


def test_weights_of_an_office_change_the_mean_and_stand_in_the_recipe(
    places: Places, tmp_path: Path, digecon: Digecon
) -> None:
    places.report("a", "output: {value: 80, unit: 亿元}", 'share: {value: 5, unit: "%"}')
    weights = tmp_path / "weights.yaml"
    weights.write_text(
        "format: digecon/weights/v1\nissued: {by: 示例核验单位, date: 2026-02-01}\n"
        "weights: {output: 3, share: 1, firms: 0}\n",
        "utf-8",
    )
    _, board = scored(digecon, *places.score("--weights", str(weights)))
    score = rows(board)["a"]["score"]
    assert (score["mean"], score["lower"], score["upper"]) == ("0.725", "0.725", "0.725")
    recipe = board["recipe"]
    assert recipe["weights"] == {"output": "3", "share": "1", "firms": "0"}
    assert (recipe["official"], recipe["weights_file"]["path"]) == (False, str(weights))


def test_a_weights_file_that_cannot_be_read_stops_the_run(
    places: Places, tmp_path: Path, digecon: Digecon
) -> None:
    weights = tmp_path / "weights.yaml"
    weights.write_text("weights: {output: much}\n", "utf-8")
    ran = digecon(*places.score("--weights", str(weights)))
    assert (ran.code, ran.out) == (3, "")
    assert f"{weights}:1:19: error bad-weight: " in ran.err


def test_ranks_are_given_where_five_of_a_kind_can_be_compared(tmp_path: Path, digecon: Digecon) -> None:
    places = Places(tmp_path, "abcdef")
    for number, zone in enumerate("abcde"):
        places.report(zone, *places.numbers(output=60 + 10 * number))
    places.report("f", "output: {value: 100, unit: 亿元}")
    _, board = scored(digecon, *places.score("--rank"))
    ranks = {id: row["rank"] and row["rank"]["rank"] for id, row in rows(board).items()}
    assert ranks == {"f": None, "e": 1, "d": 2, "c": 3, "b": 4, "a": 5, "town": None}
    assert [(note["kind"], note["entity"]) for note in board["recipe"]["notes"]] == [
        ("zone", "f"),
        ("city", None),
    ]
    table = digecon(*places.score("--rank")).out
    assert "1 of 5" in table
    assert "seed" in table
    for column in ("Rank", "Interval", "Coverage"):
        assert column in table
    assert table == digecon(*places.score("--rank")).out


def test_there_is_no_rank_unless_it_is_asked_for(places: Places, digecon: Digecon) -> None:
    ran = digecon(*places.score())
    assert "Rank" not in ran.out
    assert "unofficial" not in ran.out
    indexed = digecon(*places.score(), "--index").out
    assert "Rank" not in indexed
    assert "No ranks: places have different targets" in indexed


def test_many_files_are_spread_over_processes_with_the_same_bytes(places: Places, digecon: Digecon) -> None:
    for number in range(120):
        places.report("abc"[number % 3], *places.numbers(output=number + 1), revision=number + 1)
    places.report("a", "output: 1", name="broken")
    alone, together = (digecon(*places.score("--jobs", jobs)) for jobs in ("1", "2"))
    assert alone == together
    assert alone.code == 3


def test_standard_input_is_scored_too(places: Places, digecon: Digecon) -> None:
    text = Path(places.report("a", *places.numbers(), name="x")).read_bytes()
    (places.reports / "x.yaml").unlink()
    ran = digecon("score", "-", *places.options, "--output-format", "json", stdin=text)
    assert rows(json.loads(ran.out))["a"]["assessment"]["path"] == "-"


def test_a_report_is_never_overwritten(places: Places, digecon: Digecon) -> None:
    path = places.report("a", *places.numbers())
    before = Path(path).read_bytes()
    ran = digecon(*places.score(), "--output-format", f"json={path}")
    assert (ran.code, ran.out) == (2, "")
    assert "is an input and will not be overwritten" in ran.err
    target = places.targets / "zones" / "a.yaml"
    assert digecon(*places.score(), "--output-format", f"json={target}").code == 2
    assert Path(path).read_bytes() == before


def test_reviews_are_followed_and_unused_ones_told(places: Places, tmp_path: Path, digecon: Digecon) -> None:
    places.report("a", *places.numbers(output=90))
    review = tmp_path / "review.yaml"
    review.write_text(
        "entity: a\nperiod: 2025\nreviewer: {name: 核验组, organisation: 示例核验单位}\n"
        "verified:\n  output: {value: 130, unit: 亿元, basis: 核对, document: a.pdf}\n",
        "utf-8",
    )
    _, board = scored(digecon, *places.score("--review", str(review)))
    assert rows(board)["a"]["score"]["mean"] == "1"
    assert [one["path"] for one in board["reviews"]] == [str(review)]
    _, board = scored(digecon, *places.score("--review", str(review), "--period", "2024"))
    assert [said["id"] for said in board["diagnostics"]] == ["unused-review"]


@pytest.mark.parametrize("text", ["2025-12", "25", "2025-M13", "二〇二五", ""])
def test_a_period_that_is_none_is_refused(text: str, digecon: Digecon) -> None:
    ran = digecon("score", "sample_reports", "--period", text, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert f"--period: “{text}” is not a period; write it as 2025 or 2025-M09" in ran.err


@pytest.mark.parametrize("text", ["0", "-1", "two", "1.5", "10000", "２"])
@pytest.mark.parametrize("command", ["check", "score"])
def test_a_number_of_jobs_that_is_none_is_refused(command: str, text: str, digecon: Digecon) -> None:
    ran = digecon(command, "sample_reports", "--jobs", text, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert f"--jobs: “{text}” is no whole number from 1 to 9999" in ran.err


def test_without_paths_it_says_what_to_do(digecon: Digecon) -> None:
    ran = digecon("score", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "name the folder of reports, as in: digecon score reports/" in ran.err


def test_a_format_without_scoreboard_is_not_offered(digecon: Digecon) -> None:
    ran = digecon("score", "sample_reports", "--output-format", "sarif", "--lang", "en")
    assert ran.code == 2
    assert "there is no format “sarif”" in ran.err


def test_a_target_file_with_an_error_stops_the_run(places: Places, digecon: Digecon) -> None:
    places.report("a", *places.numbers())
    broken = places.targets / "zones" / "b.yaml"
    broken.write_text(broken.read_text("utf-8").replace("value: 100", "value: 101"), "utf-8")
    ran = digecon(*places.score())
    assert (ran.code, ran.out) == (3, "")
    assert "value-not-in-wording" in ran.err


def test_diagnostics_left_out_are_counted(digecon: Digecon) -> None:
    ran = digecon(*PUBLISHED, "--period", "2024", "--ignore", "scope-unstated", "--lang", "en")
    assert "scope-unstated" not in ran.out
    assert "warnings and notes left out, as asked for: 1." in ran.out


def test_the_page_of_the_repository_is_scored_from_anywhere(tmp_path: Path, digecon: Digecon) -> None:
    out = tmp_path / "board.json"
    ran = digecon(*ALL, "--output-format", f"json={out}", "--lang", "en")
    assert ran.out == ""
    assert "3 of 3 places reported, 0 did not." in ran.err
    assert json.loads(out.read_text("utf-8"))["files"] == len(list(ROOT.glob("sample_reports/*/*.yaml")))
