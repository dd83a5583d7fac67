"""Many inputs judged by processes side by side: reading YAML holds on to the interpreter, so threads
would gain nothing. What comes back is small: verdicts and counts.
"""

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from ..findings import Assessment, FileRemarks
from ..load.inputs import Input
from ..load.source import STANDARD_INPUT
from .judge import Judge

_AT_ONCE = 50
"""How many inputs a process takes at a time: few enough that all end at about the same moment."""

_VALUES_BETWEEN_COLLECTIONS = 50_000

_judge: Judge | None = None


def judge_side_by_side(judge: Judge, inputs: Sequence[Input]) -> Iterator[Assessment | FileRemarks]:
    """Judge ``inputs`` in their order; standard input stays with this process.

    Raises:
        TargetsError: where a target file that is needed cannot be relied on.
    """
    workers = processors()
    if workers < 2 or any(one.path == STANDARD_INPUT for one in inputs):
        yield from (said for one in inputs for said in judge.judge(one))
        return
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(judge,))
    try:
        with _interruptions_held():
            judged = pool.map(_judge_one, inputs, chunksize=_AT_ONCE)
        for said in judged:
            yield from said
    finally:
        pool.shutdown(cancel_futures=True)  # what is not begun when a run ends early is never begun


@contextmanager
def _interruptions_held() -> Iterator[None]:
    """Hold interruptions back while processes start: one that comes before a process has learnt to
    leave it to its parent would end it, and the run would look broken rather than interrupted.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(judge: Judge) -> None:
    """Make a process ready: it knows by what to judge, and leaves an interruption to its parent.

    What is read and judged holds no cycles, so looking for some after every few hundred values, as
    is usual, would only cost time.
    """
    global _judge  # set once, as the process starts
    _judge = judge
    gc.freeze()
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _judge_one(one: Input) -> list[Assessment | FileRemarks]:
    assert _judge is not None
    return list(_judge.judge(one))
