"""The one loop: inputs → read and judge, in this process or in several → gather."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from ..load.search.inputs import Input

Told = TypeVar("Told")
Part = TypeVar("Part")
Work = Callable[[Sequence[Input]], Part]
"""The work on one part of the inputs."""

Follow = Callable[[int], object]
"""Takes the number of inputs that are done since the last call."""

AT_ONCE = 50
"""How many inputs make a part for a worker process: few enough that all end at about the same moment."""

WORTH_PROCESSES = 100
"""How many inputs there must be before starting processes pays."""


def follow_nothing(_number: int) -> None:
    """Follow a run that nobody watches."""


def run_inputs(
    inputs: Iterable[Input],
    take: Callable[[Input], Iterable[Told]],
    join: Callable[[Iterable[Told]], Part],
    gather: Callable[[Part], object],
    *,
    jobs: int | None = 1,
    at_once: int = 1,
    many: bool = False,
    follow: Follow = follow_nothing,
) -> None:
    """Work on all inputs in parts, and gather the parts in the order of the inputs.

    ``take`` and ``join`` run in worker processes where there are inputs enough, so they must be picklable.

    Args:
        inputs: the inputs to work on.
        take: reads one input, judges it where that is asked for, and returns the results.
        join: puts the results of one part together.
        gather: takes the next part, in this process.
        jobs: how many processes work. ``None``: as many as this one may use.
        at_once: how many inputs make a part where this process works alone.
        many: whether it is known that there are inputs enough. Processes are then started before the first
            input is asked for: while a table is brought into order, much memory and many threads are in use.
        follow: called with the number of inputs that are done since the last call.

    Raises:
        WorkerLostError: where a worker process ended early.
    """
    for number, part in _spread(inputs, partial(_work, take, join), jobs, at_once, many):
        follow(number)
        gather(part)


def _work(
    take: Callable[[Input], Iterable[Told]], join: Callable[[Iterable[Told]], Part], inputs: Sequence[Input]
) -> Part:
    return join(chain.from_iterable(map(take, inputs)))


def _spread(
    inputs: Iterable[Input], work: Work[Part], jobs: int | None, at_once: int, many: bool
) -> Iterator[tuple[int, Part]]:
    """Return the parts in order: how many inputs each has, and the result of the work on it."""
    processes = processors() if jobs is None else jobs
    waiting = iter(inputs)
    first = list(islice(waiting, WORTH_PROCESSES if processes > 1 and not many else 0))
    every = chain(first, waiting)
    if processes == 1 or (len(first) < WORTH_PROCESSES and not many):
        return ((len(part), work(part)) for part in _parts(every, at_once))
    from .processes import side_by_side  # few runs need the modules that start processes

    return side_by_side(work, _parts(every, AT_ONCE), processes)


def _parts(inputs: Iterator[Input], number: int) -> Iterator[Sequence[Input]]:
    while part := tuple(islice(inputs, number)):
        yield part


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
