"""Runs one target in a process of its own, again and again until its time is up, and reads its log."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.own_inputs import ROOT

TARGETS = ("reading", "checking", "workbooks", "configuring")
WORK = ROOT / "fuzz" / "work"
"""Where everything goes that fuzzing writes; what is found there by one run, the next goes on from."""

SEEDS, WORDS = "seeds", "words.dict"
"""What all targets start from."""

CORPUS, CRASHES, UNCONFIRMED, LOG, ALONE = "corpus", "crashes", "unconfirmed", "log", "alone.log"
"""What each target leaves in its folder."""

SECONDS_AN_INPUT = 2
MEGABYTES = 300
MOST_BYTES = 20_000
"""What one input may take, and how long it may be."""

LOOKED_AFTER = 1
"""Seconds between looks at how long an input takes: short enough that none of two seconds is missed."""

LIMITS = (f"-timeout={LOOKED_AFTER}", f"-rss_limit_mb={MEGABYTES}", f"-max_len={MOST_BYTES}")

SECONDS_A_PROCESS = 300
"""How long a process fuzzes before a fresh one goes on: the fuzzer itself grows with every input."""


@dataclass
class Outcome:
    """What came of fuzzing a target.

    ``unconfirmed`` are inputs that took too long or too much once, and not when they were tried alone.
    """

    target: str
    executions: int = 0
    coverage: int = 0
    peak: int = 0
    seconds: float = 0
    crashes: list[Path] = field(default_factory=list)
    unconfirmed: list[Path] = field(default_factory=list)


def run(target: str, seconds: int) -> Outcome:
    """Fuzz a target for so many seconds, or until an input is found that crashes it."""
    begun, outcome, folder = time.monotonic(), Outcome(target), WORK / target
    for name in (CORPUS, CRASHES, UNCONFIRMED):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for path in (folder / CRASHES).iterdir():
        path.replace(folder / CORPUS / path.name)  # so that it is tried first
    while not outcome.crashes and (left := seconds - (time.monotonic() - begun)) >= 1:
        _fuzz(outcome, min(int(left), SECONDS_A_PROCESS))
    outcome.seconds = time.monotonic() - begun
    return outcome


def _fuzz(outcome: Outcome, seconds: int) -> None:
    """Run a target once, which ends when the time is up or an input ends it."""
    folder = WORK / outcome.target
    code = _process(
        outcome.target,
        str(folder / CORPUS),
        str(WORK / SEEDS),
        f"-max_total_time={seconds}",
        f"-dict={WORK / WORDS}",
        f"-artifact_prefix={folder / CRASHES}/",
        "-print_final_stats=1",
        log=folder / LOG,
    )
    _count(outcome, (folder / LOG).read_text("utf-8", "replace"))
    blamed = sorted((folder / CRASHES).iterdir())
    for path in blamed:
        _confirm(outcome, path)
    if code and not blamed:
        outcome.crashes.append(folder / LOG)  # it broke down without an input to blame


def _confirm(outcome: Outcome, path: Path) -> None:
    """Note a crash. What took too long or too much is tried alone first: the machine may have been busy."""
    if path.name.startswith("crash-") or _does_it_again(outcome.target, path):
        outcome.crashes.append(path)
    else:
        outcome.unconfirmed.append(path.replace(path.parents[1] / UNCONFIRMED / path.name))


_ALONE = re.compile(r"^Executed .* in (\d+) ms$", re.MULTILINE)


def _does_it_again(target: str, path: Path) -> bool:
    """Whether an input takes too long or too much when it is tried alone."""
    log = path.parents[1] / ALONE
    code = _process(target, str(path), log=log)
    took = max(map(int, _ALONE.findall(log.read_text("utf-8", "replace"))), default=0)
    return code != 0 or took > SECONDS_AN_INPUT * 1000


_RUN = re.compile(r"^(?:#|stat::number_of_executed_units: )(\d+)\b", re.MULTILINE)
_COVERED = re.compile(r" cov: (\d+) ")
_PEAK = re.compile(r"(?:stat::peak_rss_mb:\s+| rss: )(\d+)")


def _count(outcome: Outcome, log: str) -> None:
    """Add up what a log of libFuzzer says."""
    outcome.executions += max(map(int, _RUN.findall(log)), default=0)
    outcome.coverage = max(map(int, _COVERED.findall(log)), default=0)
    outcome.peak = max(outcome.peak, *map(int, _PEAK.findall(log)), 0)


def _process(target: str, *arguments: str, log: Path) -> int:
    command = (sys.executable, "-m", f"fuzz.targets.{target}", *arguments, *LIMITS)
    with open(log, "wb") as output:
        return subprocess.run(
            command, stdout=output, stderr=subprocess.STDOUT, check=False, cwd=ROOT
        ).returncode
