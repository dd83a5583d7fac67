"""The list of what is to be done, carried from round to round: nothing is lost, nothing stands twice."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.tasks import Task, carried

from ..building import PROPERTY

DAYS = st.sampled_from([datetime.date(2026, 1, day) for day in (1, 2, 3)])
TASKS = st.builds(
    Task,
    key=st.sampled_from([f"{place}|{what}" for place in "ab" for what in "xyz"]),
    place=st.just("place"),
    what=st.text(max_size=3),
    by=st.sampled_from(["", "one", "other"]),
    deadline=st.sampled_from(["", "3月底"]),
    first=DAYS,
    is_open=st.booleans(),
)
LISTS = st.lists(TASKS, max_size=6, unique_by=lambda task: task.key)
NOW = LISTS.map(lambda tasks: [task._replace(is_open=True, deadline="") for task in tasks])
JUDGED = st.sets(st.sampled_from("ab"))


@PROPERTY
@given(LISTS, NOW, JUDGED)
def test_to_carry_a_list_over_to_the_same_run_changes_nothing(
    earlier: list[Task], now: list[Task], judged: set[str]
) -> None:
    once = carried(earlier, now, judged)
    assert carried(once, now, judged) == once


@PROPERTY
@given(LISTS, NOW, JUDGED)
def test_everything_stands_in_the_list_once_and_nothing_is_lost(
    earlier: list[Task], now: list[Task], judged: set[str]
) -> None:
    keys = [task.key for task in carried(earlier, now, judged)]
    assert sorted(keys) == sorted({task.key for task in (*earlier, *now)})
    assert keys[: len(earlier)] == [task.key for task in earlier]


@PROPERTY
@given(LISTS, NOW, JUDGED)
def test_what_is_needed_is_open_and_the_rest_of_a_judged_place_is_closed(
    earlier: list[Task], now: list[Task], judged: set[str]
) -> None:
    needed, before = {task.key for task in now}, {task.key: task for task in earlier}
    for task in carried(earlier, now, judged):
        if task.key in needed:
            assert task.is_open
        elif task.of_place in judged:
            assert not task.is_open
        else:
            assert task == before[task.key]
        if task.key in before:
            old = before[task.key]
            assert (task.first, task.deadline) == (old.first, old.deadline)
