"""Work on the parts of a run in several processes: reading YAML holds the interpreter lock, so threads would
gain nothing. Results are small, and no more parts are sent than keep all processes busy.

Each worker has a pipe of its own, which this process reads without a thread. A worker that is ended in the
middle of a result so ends its pipe; at a queue that workers share, the rest of that result would be awaited
forever.
"""

import gc
import multiprocessing
import os
import pickle
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection
from multiprocessing.connection import Connection as Pipe
from typing import Any, TypeVar

from ..load.search.inputs import Input
from .interruptions import WorkerLostError, stopping_signals
from .worker_faults import WorkerFaultError, sendable

Part = TypeVar("Part")
Work = Callable[[Sequence[Input]], Part]

_WAITING = 3
"""How many parts wait for each process, so that none is ever idle."""

_VALUES_BETWEEN_COLLECTIONS = 50_000

_ENDING = 10
"""Seconds until a process whose pipe has ended is over at the latest."""


class _EndedError(Exception):
    """A worker process has ended. ``code`` is what it ended with; ``None`` where it has not quite."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


class Worker:
    """A process that works on parts one after another. ``under_way`` are the numbers of those it has.

    It closes the copies that it is born with of the parent's ends of pipes, its own and those of ``earlier``
    workers, so that each pipe ends where the parent does.
    """

    __slots__ = ("pipe", "process", "under_way")

    def __init__(self, work: Work[Any], earlier: Sequence["Worker"] = ()) -> None:
        self.pipe, far_end = multiprocessing.Pipe()
        ends = [self.pipe, *(one.pipe for one in earlier)]
        self.process = multiprocessing.Process(target=_serve, args=(far_end, ends, work), daemon=True)
        self.process.start()
        far_end.close()  # so that the pipe ends where the worker does
        self.under_way = deque[int]()

    def take(self, number: int, part: Sequence[Input]) -> None:
        """Send it a part.

        Raises:
            _EndedError: where the process has ended.
        """
        self.under_way.append(number)
        try:
            self.pipe.send(part)
        except OSError:
            raise self._ended() from None

    def result(self) -> tuple[int, bytes]:
        """Wait for its next result, and return it with the number of its part.

        Raises:
            _EndedError: where the process has ended, also in the middle of a result.
        """
        try:
            packed = self.pipe.recv_bytes()
        except (EOFError, OSError):
            raise self._ended() from None
        return self.under_way.popleft(), packed

    def _ended(self) -> "_EndedError":
        self.process.join(_ENDING)
        return _EndedError(self.process.exitcode)

    def end(self) -> None:
        """End the process, whatever it is at."""
        self.process.terminate()
        self.process.join()
        self.pipe.close()


class Crew:
    """The workers of a run, and what they have made that is not yet told.

    ``sizes`` are the numbers of inputs of the parts that are not told, ``told`` is how many parts are.
    """

    __slots__ = ("made", "sizes", "told", "workers")

    def __init__(self, workers: Sequence[Worker]) -> None:
        self.workers, self.told = workers, 0
        self.sizes, self.made = deque[int](), dict[int, bytes]()

    def hand_out(self, parts: Iterator[Sequence[Input]]) -> None:
        """Give each part to the worker that has the fewest."""
        for part in parts:
            worker = min(self.workers, key=lambda one: len(one.under_way))
            worker.take(self.told + len(self.sizes), part)
            self.sizes.append(len(part))

    def next_result(self) -> tuple[int, bytes]:
        """Return how many inputs the next part has, and what a worker made of it."""
        while self.told not in self.made:
            ready = connection.wait([worker.pipe for worker in self.workers])
            self.made.update(worker.result() for worker in self.workers if worker.pipe in ready)
        self.told += 1
        return self.sizes.popleft(), self.made.pop(self.told - 1)


def side_by_side(work: Work[Part], parts: Iterator[Sequence[Input]], jobs: int) -> Iterator[tuple[int, Part]]:
    """Work on ``parts`` in ``jobs`` processes. Return in order how many inputs each has, and its result.

    Raises:
        WorkerLostError: where one of the processes ended early.
        Exception: what the work raised, with what tells of it as its cause; that alone where what was raised
            cannot be sent.
    """
    workers: list[Worker] = []
    try:
        with _interruptions_held():
            for _ in range(jobs):
                workers.append(Worker(work, workers))
        for size, packed in _packed_results(Crew(workers), parts):
            yield size, _unpacked(packed)
    finally:
        for worker in workers:
            worker.end()


def _packed_results(crew: Crew, parts: Iterator[Sequence[Input]]) -> Iterator[tuple[int, bytes]]:
    """Return the results in the order of the parts, and keep all workers busy."""
    done = 0
    most = len(crew.workers) * _WAITING
    try:
        crew.hand_out(islice(parts, most))
        while crew.sizes:
            size, packed = crew.next_result()
            crew.hand_out(islice(parts, 1))
            done += size
            yield size, packed
    except _EndedError as ended:
        raise WorkerLostError(done, ended.code) from None


@contextmanager
def _interruptions_held() -> Iterator[None]:
    """Hold interruptions back while processes start. An interruption would end a process that does not ignore
    it yet, and the run would look broken rather than interrupted.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, stopping_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Pipe, of_parent: Sequence[Pipe], work: Work[Any]) -> None:
    """Work on the parts that come through ``pipe``, and send back each result, until the parent ends this.

    What is read and judged holds no reference cycles, so collecting them as often as usual only costs time.
    """
    for end in of_parent:
        end.close()
    gc.freeze()
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS)
    _leave_signals_to_parent()
    waiting = queue.SimpleQueue[Sequence[Input] | Exception]()
    threading.Thread(target=_receive, args=(pipe, waiting), daemon=True).start()
    try:
        while True:
            pipe.send_bytes(_packed_result(work, waiting.get()))
    except OSError:  # what the work itself raises is part of the result
        os._exit(1)


def _receive(pipe: Pipe, waiting: "queue.SimpleQueue[Sequence[Input] | Exception]") -> None:
    """Take parts as they come, so that sending one never holds the parent up. End this process as soon as the
    parent has ended in any way: it would work for nobody, and hold the output of the run open.
    """
    try:
        while True:
            waiting.put(pipe.recv())
    except (EOFError, OSError):  # the latter in the middle of a part
        os._exit(1)
    except (
        Exception
    ) as error:  # a part that cannot be taken is told of, or its result would be awaited forever
        waiting.put(error)


def _packed_result(work: Work[Any], part: Sequence[Input] | Exception) -> bytes:
    """Return the result of the work as bytes, or in its place the exception it raised and what tells of it.

    Nothing that work may raise ends the process: it is told as what it was.
    """
    try:
        if isinstance(part, Exception):
            raise part
        return pickle.dumps((work(part), None, None), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:
        return pickle.dumps((None, sendable(error), WorkerFaultError.of(error)), pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes) -> Any:
    """Return a result, or raise what the work raised."""
    made, error, fault = pickle.loads(packed)
    if error is not None:
        raise pickle.loads(error) from fault
    if fault is not None:
        raise fault
    return made


def _leave_signals_to_parent() -> None:
    """Ignore the signals that stop a run, except the one by which the parent ends a process."""
    for number in stopping_signals():
        signal.signal(number, signal.SIG_DFL if number is signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping_signals())
