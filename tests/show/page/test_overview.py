"""The table over all reports: each leads to its section, and its verdict is coloured."""

import datetime
from pathlib import Path

from hubei_digecon import check, score
from hubei_digecon.show.page.overview import overview_of_board, overview_of_run
from hubei_digecon.show.view import View

from ...conftest import AS_OF
from ...small_targets import Small
from ...two_documents import TwoDocuments

EN = View("en")
DAY = datetime.date.fromisoformat(AS_OF)


def test_every_report_of_a_run_has_its_verdict_and_its_counts(small: Small) -> None:
    paths = [Path(small.report(name)).name for name in ("missed", "invalid")]
    run = check(*paths, targets=small.targets, as_of=DAY)
    links = {id(one): f"r{number}" for number, one in enumerate(run.assessments, 1)}
    rows = overview_of_run(run, links).cells(EN)
    assert [[cell.text for cell in row] for row in rows] == [
        ["Oneville", "2025", "missed.yaml", "noncompliant (interim)", "0", "1", "0", "0", "0", "0"],
        ["one", "2025", "invalid.yaml:5:18", "invalid", *("–" for _ in range(6))],
    ]
    assert [(row[0].link, row[3].mark) for row in rows] == [("r1", "missed"), ("r2", "missed")]


def test_only_a_place_with_a_report_leads_somewhere(small: Small) -> None:
    run = score(Path(small.report("missed")).name, targets=small.targets, as_of=DAY)
    assert run.scoreboard
    rows = overview_of_board(run.scoreboard, {id(run.assessments[0]): "r1"}).cells(EN)
    assert [(row[0].text, row[0].link) for row in rows] == [("Oneville", "r1"), ("Twotown", "")]


def test_several_reports_of_one_file_lead_each_to_its_own_section(tmp_path: Path) -> None:
    two = TwoDocuments(tmp_path)
    run = check(two.both, targets=two.targets, as_of=DAY, documents="all")
    links = {id(one): f"r{number}" for number, one in enumerate(run.assessments, 1)}
    rows = overview_of_run(run, links).cells(EN)
    assert [(row[0].link, row[1].text, row[4].mark) for row in rows] == [
        ("r1", "Sample plan", "missed"),
        ("r2", "Sample notice", "met"),
    ]
