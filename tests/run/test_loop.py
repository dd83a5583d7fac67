"""The loop: inputs in order, in parts, here or in processes, each part gathered once."""

import os
from collections.abc import Iterable

import pytest

from hubei_digecon.load.search.inputs import Input
from hubei_digecon.run.loop import AT_ONCE, WORTH_PROCESSES, processors, run_inputs

MANY = WORTH_PROCESSES + AT_ONCE + 7


def numbered(number: int) -> list[Input]:
    """Return inputs named by their numbers."""
    return [Input(str(one)) for one in range(number)]


def twice(one: Input) -> list[str]:
    """Tell two things of an input."""
    return [one.path, one.path]


def with_process(told: Iterable[str]) -> tuple[int, list[str]]:
    """Join what is told, with the process that did."""
    return os.getpid(), list(told)


@pytest.mark.parametrize(("jobs", "number"), [(1, 7), (1, MANY), (2, 7), (2, MANY), (None, MANY)])
def test_all_that_is_told_is_gathered_in_the_order_of_the_inputs(jobs: int | None, number: int) -> None:
    gathered: list[str] = []
    followed: list[int] = []
    run_inputs(numbered(number), twice, list, gathered.extend, jobs=jobs, follow=followed.append)
    assert gathered == [str(one // 2) for one in range(2 * number)]
    assert sum(followed) == number


def test_one_process_takes_as_many_at_once_as_it_is_told() -> None:
    parts: list[list[str]] = []
    run_inputs(numbered(7), lambda one: [one.path], list, parts.append, at_once=3)
    assert parts == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


def test_processes_are_started_where_it_pays() -> None:
    for number, here in ((WORTH_PROCESSES - 1, True), (WORTH_PROCESSES, False)):
        parts: list[tuple[int, list[str]]] = []
        run_inputs(numbered(number), twice, with_process, parts.append, jobs=2, at_once=AT_ONCE)
        assert all((process == os.getpid()) is here for process, _ in parts)
        assert [len(told) for _, told in parts] == [100, 2 * number - 100]


def test_inputs_are_taken_one_by_one() -> None:
    taken: list[str] = []

    def inputs() -> Iterable[Input]:
        for one in numbered(3):
            yield one
            taken.append(one.path)

    told: list[tuple[str, tuple[str, ...]]] = []
    run_inputs(inputs(), lambda one: [(one.path, tuple(taken))], list, told.extend)
    assert told == [("0", ()), ("1", ("0",)), ("2", ("0", "1"))]


def test_there_is_a_processor() -> None:
    assert processors() >= 1
