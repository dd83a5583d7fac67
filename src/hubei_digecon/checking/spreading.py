"""Many inputs in parts: worked on one after the other, or by processes where there are enough of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from ..load.inputs import Input
from ..load.source import STANDARD_INPUT

Made = TypeVar("Made")
Work = Callable[[Sequence[Input]], Made]
"""What is done with some inputs; for processes of their own it must be possible to send it there."""

AT_ONCE = 50
"""How many inputs are worked on at a time: few enough that all processes end at about the same moment."""

WORTH_WORKERS = 100
"""How many inputs it takes before starting processes pays."""


class WorkerLostError(Exception):
    """A process that worked on inputs was ended by somebody else, so the run cannot be completed.

    ``done`` is how many inputs had been worked on.
    """

    def __init__(self, done: int) -> None:
        super().__init__(done)
        self.done = done


def spread(work: Work[Made], inputs: Iterable[Input], jobs: int | None = None) -> Iterator[tuple[int, Made]]:
    """Work on ``inputs`` in parts, by ``jobs`` processes where that pays: as many as this process may
    use, where nobody says.

    Returns the parts in order: how many inputs each has, and what was made of it.

    Raises:
        WorkerLostError: where one of the processes is no more.
    """
    waiting = iter(inputs)
    first = list(islice(waiting, WORTH_WORKERS))
    parts = _parts(chain(first, waiting))
    processes = processors() if jobs is None else jobs
    if processes < 2 or len(first) < WORTH_WORKERS:
        return ((len(part), work(part)) for part in parts)
    from .workers import side_by_side  # starting processes takes modules that few runs need

    return side_by_side(work, parts, processes)


def _parts(inputs: Iterable[Input]) -> Iterator[Sequence[Input]]:
    waiting = iter(inputs)
    while part := tuple(islice(waiting, AT_ONCE)):
        yield part


def jobs_for(paths: Sequence[str], jobs: int | None) -> int | None:
    """Return how many processes may work on ``paths``: standard input stays with this one."""
    return 1 if STANDARD_INPUT in paths else jobs


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
