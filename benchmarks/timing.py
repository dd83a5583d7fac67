"""Runs commands in turn and says how their times relate.

Each time is that of the whole process, start to exit. Commands take turns (A B C A B C …), so that
whatever slows the machine for a while slows all of them alike.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .commands import Command


@dataclass(frozen=True, slots=True)
class Timing:
    """The seconds that one command took, one number for each round."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one command takes as another.

    ``of_medians`` compares the two medians; ``of_pairs`` is the median of the ratios within each
    round, which a machine that speeds up or slows down meanwhile disturbs less.
    """

    of_medians: float
    of_pairs: float


def take_turns(commands: Sequence[Command], rounds: int) -> dict[str, Timing]:
    """Run every command once unmeasured, then all of them in turn, ``rounds`` times.

    The first run writes the bytecode and fills the caches of the file system.
    """
    for command in commands:
        command.run()
    taken = [[_seconds(command) for command in commands] for _ in range(rounds)]
    return {
        command.name: Timing(command.name, seconds)
        for command, seconds in zip(commands, zip(*taken, strict=True), strict=True)
    }


def ratio(timing: Timing, other: Timing) -> Ratio:
    """Return how many times as long ``timing`` is as ``other``; both from the same rounds."""
    pairs = zip(timing.seconds, other.seconds, strict=True)
    return Ratio(timing.median / other.median, median(one / another for one, another in pairs))


def _seconds(command: Command) -> float:
    start = time.perf_counter()
    command.run()
    return time.perf_counter() - start
