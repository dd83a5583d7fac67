"""What came out, as plain text of at most 80 columns."""

import operator
import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from .commands import BARE, BATCH, IMPORTS, JSON, PEER, PEER_BATCH, TABLE, BenchError
from .proof import Proof
from .timing import Timing, ratio

Timings = Mapping[str, Timing]

_LIBRARIES = ("hubei-digecon", "click", "pydantic", "PyYAML", "rich", "check-jsonschema", "ruamel.yaml")
_HOLDS = {"at most": operator.le, "below": operator.lt, "at least": operator.ge}


@dataclass(frozen=True, slots=True)
class Budget:
    """How many times as long ``name`` takes as ``than``, and what it should hold to, if anything."""

    name: str
    than: str
    relation: str = ""
    bound: float = 0

    def said(self, measured: float) -> str:
        """Return the budget in words, and whether ``measured`` keeps to it."""
        if not self.relation:
            return "-"
        kept = _HOLDS[self.relation](measured, self.bound)
        return f"{self.relation} {self.bound:g}: {'kept' if kept else 'NOT KEPT'}"


SINGLE_BUDGETS = (
    Budget(TABLE, IMPORTS, "at most", 1.75),
    Budget(JSON, IMPORTS, "at most", 1.45),
    Budget(TABLE, PEER, "below", 1),
    Budget(JSON, PEER, "below", 1),
    Budget(TABLE, BARE),
    Budget(JSON, BARE),
)
BATCH_BUDGETS = (Budget(PEER_BATCH, BATCH, "at least", 10),)


def machine() -> Iterator[str]:
    """Return what it runs on, in short."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{python}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    versions = [f"{library} {_version(library)}" for library in _LIBRARIES]
    yield ", ".join(versions[:5])
    parser = "with" if find_spec("_ruamel_yaml") else "without"
    yield f"{', '.join(versions[5:])} ({parser} its C parser)"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        raise BenchError(f"{library} is not installed beside this Python; make bench installs it") from None


def proof_lines(proof: Proof) -> Iterator[str]:
    """Return what was shown before anything was timed."""
    outcomes = ", ".join(f"{name} {number}" for name, number in proof.outcomes.most_common())
    yield "check-jsonschema does the same work:"
    yield f"  its schema holds the {proof.lines} numeric targets that digecon judges by;"
    yield f"  it accepts the sample and refuses {proof.refused} copies, each just short of one line;"
    yield f"  it agrees on all {proof.decided} numbers that digecon decides in the batch"
    yield f"  (findings: {outcomes})"


def table(timings: Timings, budgets: tuple[Budget, ...]) -> Iterator[str]:
    """Return the times, then how they relate, beside the budgets."""
    yield f"  {'':24}{'median':>12}{'least':>12}{'most':>12}"
    yield from map(_row, timings.values())
    yield ""
    yield f"  {'':37}{'medians':>7}{'pairs':>7}  budget"
    for budget in budgets:
        yield _relation(timings, budget)


def _row(timing: Timing) -> str:
    numbers = (timing.median, min(timing.seconds), max(timing.seconds))
    return f"  {timing.name:24}" + "".join(f"{number * 1000:9.1f} ms" for number in numbers)


def _relation(timings: Timings, budget: Budget) -> str:
    measured = ratio(timings[budget.name], timings[budget.than])
    both = f"{measured.of_medians:7.2f}{measured.of_pairs:7.2f}"
    return f"  {f'{budget.name} / {budget.than}':37}{both}  {budget.said(measured.of_medians)}"
