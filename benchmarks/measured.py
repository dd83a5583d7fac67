"""What is measured, under the names that it is shown by."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path

from .commands import ROOT, WORK, Command
from .entities import write_targets
from .generate import write_all_periods, write_reports
from .programs import JUDGED, PROCESSES, check_jsonschema, digecon, limit_in_c, peer, sourcemeta, yamllint
from .progress import doing

SAMPLE = Path("sample_reports/illustrative/wuhan-east-lake-2025.yaml")
IMPORTS_ONLY = Path("benchmarks/peers/imports_only.py")

TABLE, JSON = "check (table)", "check (json)"
BARE, IMPORTS, PEER = "(a) python -c pass", "(b) imports only", "(c) check-jsonschema"

CHECK, CHECK_FEW, SCORE = f"check -q × {PROCESSES}", "check -q × 1", f"score × {PROCESSES}"
MANY, MOST = "check -q on many", "check -q on most"
LIMIT, LIMIT_IN_C = f"limit × {PROCESSES}", f"limit in C × {PROCESSES}"
CHECK_ALIKE = "check -q, alike"
RUST, RUST_SPREAD = "jsonschema-rs", f"jsonschema-rs × {PROCESSES}"
FAST, FAST_SPREAD = "fastjsonschema", f"fastjsonschema × {PROCESSES}"
NATIVE, SCHEMA_PEER, YAMLLINT = "sourcemeta, native", "check-jsonschema", "yamllint, reading"

PLACES_TO_SCORE = 100


@dataclass(frozen=True, slots=True)
class Reports:
    """A folder of generated reports, seen from the root, and how many it holds."""

    folder: str
    files: int

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the reports, seen from the root."""
        return tuple(sorted(str(path.relative_to(ROOT)) for path in (ROOT / self.folder).iterdir()))


def generated(number: int, alike: bool = False) -> Reports:
    """Write ``number`` reports into a fresh folder of their own; ``alike``: but for their figures."""
    doing(f"writing {number} reports")
    folder = WORK / f"reports-{number}{'-alike' if alike else ''}"
    write_reports(number, ROOT / folder, alike)
    return Reports(str(folder), number)


@dataclass(frozen=True, slots=True)
class Scoring:
    """What is scored: reports of every place for every period, and the target files of those places."""

    targets: str
    reports: Reports


def generated_to_score(number: int) -> Scoring:
    """Write the targets of made-up places, and about ``number`` reports of them, into fresh folders."""
    targets, folder = WORK / "targets", WORK / "reports-to-score"
    places = write_targets(PLACES_TO_SCORE, ROOT / targets)
    periods = tuple(islice(_periods(), max(1, number // len(places))))
    paths = write_all_periods(places, periods, ROOT / folder)
    return Scoring(str(targets), Reports(str(folder), len(paths)))


def _periods() -> Iterator[str]:
    """Return 2025 and its months, then those of the years before."""
    for year in count(2025, -1):
        yield str(year)
        yield from (f"{year}-M{month:02}" for month in range(1, 12))


def score(scoring: Scoring) -> Command:
    """Return the scoring of all places side by side."""
    line = digecon("score", "--targets", scoring.targets, "--jobs", str(PROCESSES), "--fail-on", "never")
    return Command(SCORE, (*line, scoring.reports.folder), JUDGED, scoring.reports.files)


def single_commands() -> tuple[Command, ...]:
    """Return what is timed on one report; a sample that digecon cannot fully decide must not fail."""
    check = digecon("check", "--fail-on", "never")
    return (
        Command(TABLE, (*check, "--output-format", "table", str(SAMPLE)), JUDGED),
        Command(JSON, (*check, "--output-format", "json", str(SAMPLE)), JUDGED),
        Command(BARE, (sys.executable, "-c", "pass")),
        Command(IMPORTS, (sys.executable, str(IMPORTS_ONLY))),
        Command(PEER, (*check_jsonschema(), str(SAMPLE))),
    )


def check(name: str, reports: Reports, processes: int = PROCESSES) -> Command:
    """Return the quiet judging of reports, all of which are readable."""
    line = digecon("check", "-q", "--jobs", str(processes), "--fail-on", "never", reports.folder)
    return Command(name, line, JUDGED, reports.files)


def limits(reports: Reports) -> Iterator[Command]:
    """Return the limit that every reader of YAML by libyaml has; in C too where that can be compiled."""
    yield Command(LIMIT, peer("limit", reports.folder, PROCESSES), files=reports.files)
    compiled = limit_in_c()
    if compiled is not None:
        yield Command(LIMIT_IN_C, (compiled, reports.folder, str(PROCESSES)), files=reports.files)


def on_alike(limit: str) -> str:
    """Return the name of a limit on reports that are alike."""
    return limit.replace(f" × {PROCESSES}", ", alike")


PEERS: dict[str, Callable[[Reports], Command]] = {
    RUST: lambda reports: _script(RUST, "jsonschema_rs_peer", reports),
    FAST: lambda reports: _script(FAST, "fastjsonschema_peer", reports),
    RUST_SPREAD: lambda reports: _script(RUST_SPREAD, "jsonschema_rs_peer", reports, PROCESSES),
    FAST_SPREAD: lambda reports: _script(FAST_SPREAD, "fastjsonschema_peer", reports, PROCESSES),
    NATIVE: lambda reports: Command(NATIVE, sourcemeta(reports.folder), (0, 2), reports.files),
}
"""Peers that hold the reports of a folder against the same thresholds, and print which they refuse."""


def schema_peer(reports: Reports) -> Command:
    """Return check-jsonschema, which takes no folder, on reports."""
    return Command(SCHEMA_PEER, (*check_jsonschema("-q"), *reports.paths()), (0, 1), reports.files)


def reading_peer(reports: Reports) -> Command:
    """Return yamllint, which reads the reports of a folder and judges nothing."""
    return Command(YAMLLINT, (*yamllint(), reports.folder), files=reports.files)


def batch_commands(few: Reports, many: Reports, alike: Reports, scoring: Scoring) -> tuple[Command, ...]:
    """Return what is timed on many reports; slow peers work on few of them, and are compared by the file."""
    return (
        check(CHECK, many),
        *limits(many),
        check(CHECK_ALIKE, alike),
        *(replace(limit, name=on_alike(limit.name)) for limit in limits(alike)),
        *(command(many) for command in PEERS.values()),
        score(scoring),
        check(CHECK_FEW, few, processes=1),
        schema_peer(few),
        reading_peer(few),
    )


def _script(name: str, script: str, reports: Reports, processes: int = 1) -> Command:
    return Command(name, peer(script, reports.folder, processes), files=reports.files)
