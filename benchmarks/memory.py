"""How much memory a command takes at most: of its process and of all that it started, together.

A page that several processes share counts once among them (PSS, the proportional set size), as the
Linux kernel tells in ``/proc/PID/smaps_rollup``. Asking slows a command down, so it is not timed then.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .commands import Command
from .progress import doing

EVERY = 0.03
"""Seconds from one look to the next."""

_PROCESSES = Path("/proc")
_PSS = re.compile(rb"(?m)^Pss:\s+(\d+) kB$")


@dataclass(frozen=True, slots=True)
class Peak:
    """The most bytes that were seen at once, in how many processes, in how many looks."""

    bytes: int
    processes: int
    looks: int


def is_told() -> bool:
    """Whether this system tells the memory of processes."""
    return (_PROCESSES / "self" / "smaps_rollup").exists()


def peak(command: Command) -> Peak:
    """Run a command to its end and return the most memory it took.

    Raises:
        BenchError: where it ends in another code than expected.
    """
    doing(f"{command.name}, its memory")
    most, processes, looks = 0, 0, 0
    with command.start() as process:
        while process.poll() is None:
            taken = [_pss(one) for one in _tree(process.pid)]
            looks += 1
            if sum(taken) > most:
                most, processes = sum(taken), len(taken)
            time.sleep(EVERY)
    command.see_that_it_ended_well(process.returncode)
    return Peak(most, processes, looks)


def _tree(process: int) -> Iterator[int]:
    """Return a process and all that it, and they, have started."""
    yield process
    for children in (_PROCESSES / str(process) / "task").glob("*/children"):
        for child in _read(children).split():
            yield from _tree(int(child))


def _pss(process: int) -> int:
    """Return the bytes of a process; 0 for one that has ended."""
    found = _PSS.search(_read(_PROCESSES / str(process) / "smaps_rollup"))
    return int(found[1]) * 1024 if found else 0


def _read(path: Path) -> bytes:
    """Return what a file says; nothing where its process has ended."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
