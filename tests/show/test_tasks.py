"""What is to be done after a run: each thing needed once, carried on from an earlier list."""

import datetime
from dataclasses import replace

from hubei_digecon.domain.tasks import OPEN
from hubei_digecon.show.tasks import COLUMNS, TaskList
from hubei_digecon.show.view import View

from ..building import run_over
from ..conftest import ROOT

SAMPLES = ROOT / "sample_reports" / "illustrative"
WEDZ = SAMPLES / "wuhan-wedz-2025.yaml"
DAY, LATER = datetime.date(2026, 2, 28), datetime.date(2026, 3, 31)
ZH = View("zh")


def test_what_is_needed_and_what_is_missed_is_to_be_done() -> None:
    run = run_over([WEDZ], DAY)
    tasks = TaskList.of_run(run, ZH).tasks
    keys = [task.key for task in tasks]
    assert "wuhan-wedz|manufacturing_path|attestations.manufacturing_path" in keys
    assert "wuhan-wedz|core_share_of_gdp|deviation" in keys
    assert len(keys) == len(set(keys))
    assert {column.value(tasks[0], ZH) for column in COLUMNS if column.id == "state"} == {OPEN.zh}


def test_the_next_round_closes_what_a_review_has_settled_and_keeps_the_first_day() -> None:
    first = TaskList.of_run(run_over([WEDZ], DAY), ZH).tasks
    run = replace(run_over([WEDZ], LATER, reviews=[SAMPLES / "reviews"]), earlier_tasks=first)
    now = {task.key: task for task in TaskList.of_run(run, ZH).tasks}
    assert not now["wuhan-wedz|manufacturing_path|attestations.manufacturing_path"].is_open
    kept = now["wuhan-wedz|core_share_of_gdp|deviation"]
    assert (kept.is_open, kept.first) == (True, DAY)


def test_tasks_of_a_place_that_is_not_in_the_run_stay_as_they_are() -> None:
    first = TaskList.of_run(run_over([WEDZ], DAY), ZH).tasks
    other = replace(run_over([SAMPLES / "wuhan-2025.yaml"], LATER), earlier_tasks=first)
    assert TaskList.of_run(other, ZH).tasks[: len(first)] == first
