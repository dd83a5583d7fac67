"""Runs commands in turn and says how their times relate.

Each time is that of the whole process, start to exit. Commands take turns (A B C A B C …), so that
whatever slows the machine for a while slows all of them alike.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .commands import Command
from .progress import doing


@dataclass(frozen=True, slots=True)
class Timing:
    """The seconds that one command took on its files, one number for each round."""

    name: str
    seconds: tuple[float, ...]
    files: int = 1

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)

    @property
    def a_second(self) -> float:
        """How many files a second it does, by the middle one."""
        return self.files / self.median


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one command takes for a file as another.

    ``of_medians`` compares the two medians; ``of_pairs`` is the median of the ratios within each
    round, which a machine that speeds up or slows down meanwhile disturbs less.
    """

    of_medians: float
    of_pairs: float


def take_turns(commands: Sequence[Command], rounds: int, warm: bool = False) -> dict[str, Timing]:
    """Run every command once unmeasured, then all of them in turn, ``rounds`` times.

    The first run writes the bytecode and fills the caches of the file system; ``warm`` says that this
    was done.
    """
    for command in () if warm else commands:
        doing(f"{command.name}, not timed")
        command.run()
    taken = [_round(commands, f"{number} of {rounds}") for number in range(1, rounds + 1)]
    return {
        command.name: Timing(command.name, seconds, command.files)
        for command, seconds in zip(commands, zip(*taken, strict=True), strict=True)
    }


def ratio(timing: Timing, other: Timing) -> Ratio:
    """Return how many times as long ``timing`` is for a file as ``other``; both from the same rounds."""
    pairs = zip(timing.seconds, other.seconds, strict=True)
    by_the_file = other.files / timing.files
    return Ratio(
        timing.median / other.median * by_the_file,
        median(one / another for one, another in pairs) * by_the_file,
    )


def _round(commands: Sequence[Command], which: str) -> list[float]:
    doing(f"round {which}")
    return [_seconds(command) for command in commands]


def _seconds(command: Command) -> float:
    start = time.perf_counter()
    command.run()
    return time.perf_counter() - start
