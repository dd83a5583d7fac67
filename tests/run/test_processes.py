"""Parts of a run in processes side by side: in order, with few on their way, and none left behind."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence

import pytest

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.assessments import FileDiagnostics
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.load.targets import TargetsError
from hubei_digecon.run.interruptions import WorkerLostError
from hubei_digecon.run.processes import Work, Worker, side_by_side
from hubei_digecon.run.worker_faults import WorkerFaultError


def parts(number: int) -> Iterator[Sequence[Input]]:
    """Return parts of one input each."""
    return ((Input(str(one)),) for one in range(number))


def paths(inputs: Sequence[Input]) -> list[str]:
    """Return the paths of some inputs."""
    return [one.path for one in inputs]


def end_at_five(inputs: Sequence[Input]) -> list[str]:
    """Return the paths of some inputs; at the sixth, end this process by force."""
    if inputs[0].path == "5":
        os.kill(os.getpid(), signal.SIGKILL)
    return paths(inputs)


def test_parts_come_back_in_order() -> None:
    assert list(side_by_side(paths, parts(40), 2)) == [(1, [str(one)]) for one in range(40)]
    assert multiprocessing.active_children() == []


def test_no_more_parts_are_taken_than_keep_all_busy() -> None:
    taken: list[int] = []

    def following() -> Iterator[Sequence[Input]]:
        for number, part in enumerate(parts(40)):
            taken.append(number)
            yield part

    made = side_by_side(paths, following(), 2)
    assert isinstance(made, Generator)
    next(made)
    assert len(taken) == 7
    made.close()
    assert multiprocessing.active_children() == []


def test_a_process_that_is_no_more_ends_the_run() -> None:
    made: list[tuple[int, list[str]]] = []
    with pytest.raises(WorkerLostError) as error:
        made.extend(side_by_side(end_at_five, parts(40), 2))
    assert error.value.done == len(made) <= 5
    assert error.value.ended_by == "SIGKILL"
    assert multiprocessing.active_children() == []


def test_a_fault_of_the_work_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(side_by_side(_divide, parts(3), 2))


def _divide(inputs: Sequence[Input]) -> float:
    return 1 / len(inputs[1:])


class OddError(Exception):
    """An exception that is made of other arguments than it has."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def raise_what_is_named(inputs: Sequence[Input]) -> None:
    """Raise what the first input names."""
    raise {
        "lambda": Exception("told", lambda: None),
        "odd": OddError("the", "message"),
        "exit": SystemExit(3),
        "interrupt": KeyboardInterrupt("in the work"),
        "memory": MemoryError("no room"),
        "recursion": RecursionError("too deep"),
        "key": KeyError("absent"),
        "targets": TargetsError((FileDiagnostics(SourceFile("t.yaml"), ()),)),
    }[inputs[0].path]


def raised_by(path: str) -> BaseException:
    """Return what a run raises whose work raises what is named."""
    try:
        list(side_by_side(raise_what_is_named, iter([[Input(path)]]), 2))
    except Exception as error:
        assert multiprocessing.active_children() == []
        return error
    pytest.fail("nothing was raised")


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("odd", "OddError: the message"),
        ("exit", "SystemExit: 3"),
        ("interrupt", "KeyboardInterrupt: in the work"),
    ],
)
def test_what_cannot_be_sent_is_told_as_what_it_was(path: str, fault: str) -> None:
    error = raised_by(path)
    assert isinstance(error, WorkerFaultError)
    assert error.fault == fault
    assert error.at.startswith("raise_what_is_named (")
    assert error.trace.endswith(fault)


def test_an_exception_with_what_no_process_can_be_sent_is_told_by_its_words() -> None:
    error = raised_by("lambda")
    assert isinstance(error, WorkerFaultError)
    assert error.fault.startswith("Exception: ('told', <function")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("memory", MemoryError), ("recursion", RecursionError), ("key", KeyError), ("targets", TargetsError)],
)
def test_what_can_be_sent_is_raised_with_where_it_was_raised_first(path: str, kind: type[Exception]) -> None:
    error = raised_by(path)
    assert type(error) is kind
    assert isinstance(error.__cause__, WorkerFaultError)
    assert error.__cause__.at.startswith("raise_what_is_named (")
    assert error.__cause__.fault == f"{kind.__name__}: {error}"


def test_a_result_that_cannot_be_sent_is_no_lost_process() -> None:
    with pytest.raises(Exception, match="pickle"):
        list(side_by_side(make_a_function, parts(3), 2))


def make_a_function(inputs: Sequence[Input]) -> object:
    """Return what no process can be sent."""
    return lambda: inputs


def leave(inputs: Sequence[Input]) -> None:
    """End this process, as no work should."""
    os._exit(7)


def test_a_process_that_ends_by_itself_is_told_with_its_exit_code() -> None:
    with pytest.raises(WorkerLostError) as error:
        list(side_by_side(leave, parts(3), 2))
    assert (error.value.code, error.value.ended_by) == (7, "")


LARGE = 100_000_000
"""Bytes of a result: so many that it is on its way for a while."""


def large_result(inputs: Sequence[Input]) -> bytes:
    """Return a result that no pipe takes at once."""
    return bytes(LARGE)


def end_while_sending(inputs: Sequence[Input]) -> bytes:
    """Return a large result, and end this process by force while it is sent."""
    threading.Timer(0.02, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return bytes(LARGE)


def test_a_run_that_stops_early_waits_for_no_result_on_its_way() -> None:
    made = side_by_side(large_result, parts(40), 2)
    assert isinstance(made, Generator)
    next(made)
    made.close()
    assert multiprocessing.active_children() == []


def test_a_process_that_is_no_more_in_the_middle_of_a_result_ends_the_run() -> None:
    with pytest.raises(WorkerLostError):
        list(side_by_side(end_while_sending, parts(40), 2))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("work", [paths, large_result])
def test_a_process_ends_with_its_pipe_in_silence_whoever_is_born_later(
    work: Work[object], capfd: pytest.CaptureFixture[str]
) -> None:
    workers: list[Worker] = []
    for _ in range(3):
        workers.append(Worker(work, workers))
    first = workers[0]
    first.take(0, [Input("0")])
    assert first.pipe.poll(60)
    first.pipe.close()
    first.process.join(60)
    assert first.process.exitcode == 1
    assert [one.process.is_alive() for one in workers[1:]] == [True, True]
    for one in workers:
        one.end()
    assert capfd.readouterr().err == ""


def test_an_error_of_the_system_in_the_work_is_no_lost_process() -> None:
    with pytest.raises(ConnectionError, match="of the work"):
        list(side_by_side(_break, parts(3), 2))


def _break(inputs: Sequence[Input]) -> None:
    raise ConnectionError("of the work")
