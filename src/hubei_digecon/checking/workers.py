"""Parts of a run worked on by processes side by side: reading YAML holds on to the interpreter, so threads
would gain nothing. What comes back is small, and no more inputs are on their way than keep all busy.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import Any

from ..interruptions import stopping_signals
from ..load.inputs import Input
from .spreading import Made, Work, WorkerLostError

_WAITING = 3
"""How many parts of the work wait for each process, so that none is ever idle."""

_VALUES_BETWEEN_COLLECTIONS = 50_000

_work: Work[Any] | None = None


def side_by_side(work: Work[Made], parts: Iterator[Sequence[Input]], jobs: int) -> Iterator[tuple[int, Made]]:
    """Work on ``parts`` by ``jobs`` processes; return in order how many inputs each has, and what it made.

    Raises:
        WorkerLostError: where one of the processes is no more.
    """
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,))
    under_way: deque[tuple[int, Future[Any]]] = deque()
    done = 0
    try:
        with _interruptions_held():
            _submit(pool, under_way, parts, jobs * _WAITING)
        while under_way:
            number, future = under_way.popleft()
            made = future.result()
            _submit(pool, under_way, parts, 1)
            done += number
            yield number, made
        pool.shutdown()
    except BrokenProcessPool:
        raise WorkerLostError(done) from None
    finally:
        _end(pool, others)


def _submit(
    pool: ProcessPoolExecutor,
    under_way: deque[tuple[int, Future[Any]]],
    parts: Iterator[Sequence[Input]],
    most: int,
) -> None:
    for part in islice(parts, most):
        under_way.append((len(part), pool.submit(_work_on, part)))


def _end(pool: ProcessPoolExecutor, others: set[BaseProcess]) -> None:
    """End a run, also one that stops early: what was begun is broken off, what was not never is;
    ``others`` are processes of whoever called, and none of ours.
    """
    for process in set(multiprocessing.active_children()) - others:
        process.terminate()
    pool.shutdown(cancel_futures=True)


@contextmanager
def _interruptions_held() -> Iterator[None]:
    """Hold interruptions back while processes start: one that comes before a process has learnt to
    leave it to its parent would end it, and the run would look broken rather than interrupted.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, stopping_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Work[Any]) -> None:
    """Make a process ready: it knows what to do, and leaves an interruption to its parent.

    What is read and judged holds no cycles, so looking for some after every few hundred values, as
    is usual, would only cost time.
    """
    global _work  # set once, as the process starts
    _work = work
    gc.freeze()
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS)
    _leave_signals_to_parent()
    _end_with_parent()


def _leave_signals_to_parent() -> None:
    """Ignore what asks the whole run to stop, but for the signal by which the parent ends a process."""
    for number in stopping_signals():
        signal.signal(number, signal.SIG_DFL if number is signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping_signals())


def _end_with_parent() -> None:
    """End this process as soon as its parent is no more, however that ended: nobody would take what it makes,
    and it would hold the output of the run open.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _work_on(part: Sequence[Input]) -> Any:
    assert _work is not None
    return _work(part)
