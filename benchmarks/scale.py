"""What an observation costs where there are very many: tables of all places for sixty periods."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from . import memory
from .budgets import bound_line
from .commands import ROOT, WORK, Command
from .entities import write_targets
from .memory import Peak
from .programs import digecon
from .progress import doing
from .tables import PERIODS, write_csv, write_parquet

HALF, AIM, MEMORY, SAIL, GROWTH = 0.5, 60, 2**30, 1.25, 1.15


@dataclass(frozen=True, slots=True)
class Tables:
    """Reports of made-up places for all periods, as Parquet and, where that was asked for, as CSV."""

    folder: Path
    rows: int

    def paths(self, name: str) -> tuple[str, str]:
        """Return a table, and the targets that it is held against, seen from the root."""
        return str(self.folder / name), str(self.folder / "targets")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: the processor time of all its processes, in seconds, and the most memory."""

    name: str
    rows: int
    seconds: float
    peak: Peak

    @property
    def each(self) -> float:
        """Microseconds of processor time for an observation."""
        return self.seconds / self.rows * 1e6


def tables_of(places: int, with_csv: bool = False) -> Tables:
    """Write the tables of so many places into a new folder."""
    doing(f"writing the tables of {places} places")
    folder = WORK / f"tables-{places}"
    (ROOT / folder).mkdir(parents=True)
    made = write_targets(places, ROOT / folder / "targets")
    rows = write_parquet(made, PERIODS, ROOT / folder / "data.parquet")
    if with_csv:
        write_csv(made, PERIODS, ROOT / folder / "csv")
    return Tables(folder, rows)


def cost(name: str, command: str, tables: Tables, table: str = "data.parquet", *words: str) -> Cost:
    """Return what a command on a table took."""
    path, targets = tables.paths(table)
    line = digecon(command, "--fail-on", "never", "--jobs", "2", "--targets", targets, *words, path)
    return _cost(Command(name, line, codes=(0, 1, 4)), tables.rows)


def cost_of_script(name: str, script: str, tables: Tables) -> Cost:
    """Return what a script of ours took on the Parquet file."""
    line = (sys.executable, "-m", f"benchmarks.peers.{script}", *tables.paths("data.parquet"))
    return _cost(Command(name, line, codes=(0, 1, 4)), tables.rows)


def _cost(command: Command, rows: int) -> Cost:
    before = _of_children()
    peak = memory.peak(command)
    return Cost(command.name, rows, _of_children() - before, peak)


def _of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def scale_lines(few: int, many: int) -> Iterator[str]:
    """Return what tables of few places and of many cost, beside what the issue of scale asks."""
    small = tables_of(few, with_csv=True)
    as_csv = cost("check -q, CSV", "check", small, "csv", "-q")
    checked = cost("check -q, Parquet", "check", small, "data.parquet", "-q")
    scored = cost("score, Parquet", "score", small)
    yield from _table((as_csv, checked, scored))
    large = tables_of(many)
    most = cost("score, Parquet", "score", large)
    yield from _table((most,))
    yield ""
    yield bound_line("score / check -q on CSV, an observation", most.each / as_csv.each, HALF)
    yield bound_line("score of many / score of few, an observation", most.each / scored.each, GROWTH)
    yield bound_line("score of many, its memory in GiB", most.peak.bytes / MEMORY, 1)
    yield bound_line("score of many, µs an observation (aim)", most.each, AIM)
    if find_spec("pysail") is None:
        yield "  Sail is not installed: not measured"
        return
    alone, on_sail = (cost_of_script(name, name, small) for name in ("in_process", "on_sail"))
    yield from _table((alone, on_sail))
    yield bound_line("Sail / in this process, findings of all", on_sail.seconds / alone.seconds, SAIL)


def _table(costs: tuple[Cost, ...]) -> Iterator[str]:
    yield f"  {'':20}{'observations':>13}{'seconds':>9}{'µs each':>9}{'MB':>7}"
    for one in costs:
        megabytes = one.peak.bytes / 1e6
        yield f"  {one.name:20}{one.rows:13}{one.seconds:9.1f}{one.each:9.1f}{megabytes:7.0f}"
