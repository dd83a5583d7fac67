"""Shows that broken files among many change nothing in the rows of the others, and are listed themselves.

The broken ones are the cases of ``tests/invalid`` that nobody can judge, each with the places that
stand beside it there.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from hubei_digecon.load.readers import SUFFIXES

from .commands import ROOT, BenchError, Command
from .programs import JUDGED, PROCESSES, digecon
from .progress import doing

CASES = Path("tests/invalid")
ONE_IN = 100

_INVALID = "exit 3"
_NO_FAULT_IN_A_FOLDER = ("given-as-report", "empty-file", "not-a-mapping", "not-utf8")
"""Cases that a folder leaves out and names, where a path that is given is an error."""

_ERROR = re.compile(r"(?m)^[\w-]+\.(?:yaml|json|csv):(?:(\d+:\d+):)? error ([\w-]+)")
_THE_FILE = "1:1"
"""The place of an error about a file as a whole."""


@dataclass(frozen=True, slots=True)
class Case:
    """A broken file, and the places and ids of all errors it has."""

    path: Path
    errors: tuple[tuple[str, str], ...]

    def listed(self, path: Path) -> Iterator[str]:
        """Return how each line begins that tells of an error of the case, where it stands at ``path``."""
        yield from (f"{path}:{place}: error {id} " for place, id in self.errors)


@dataclass(frozen=True, slots=True)
class KeptApart:
    """What was shown, in numbers: broken files, their errors, and rows of others that stayed the same."""

    broken: int
    kinds: int
    errors: int
    rows: int


def broken_cases() -> tuple[Case, ...]:
    """Return the cases, in the order of their names."""
    cases = sorted(path for path in (ROOT / CASES).iterdir() if path.suffix in SUFFIXES)
    told = ((path, path.with_suffix(".en.txt").read_text("utf-8")) for path in cases)
    return tuple(
        Case(path, tuple((place or _THE_FILE, id) for place, id in _ERROR.findall(text)))
        for path, text in told
        if _INVALID in text.splitlines() and not path.stem.startswith(_NO_FAULT_IN_A_FOLDER)
    )


"""What a run that only counts ends with: the reports made leave some targets open."""

_BROKEN = (3,)


def show_kept_apart(folder: Path) -> KeptApart:
    """Judge the reports of a folder by themselves and with broken files among them, then remove those.

    Raises:
        BenchError: where a row of a report changes, or an error of a broken file is not listed.
    """
    doing("mixing in broken files")
    rows = _rows(folder, JUDGED)
    added = _add(folder, len(rows))
    try:
        mixed, listed = _rows(folder, _BROKEN), _told(folder, _BROKEN, "--output-format", "text")
    finally:
        for path in added:
            path.unlink()
    others = [row for path, row in mixed.items() if Path(path) not in added]
    _hold(others == list(rows.values()), "broken files change what is said of the others")
    lost = [path for path in added if "Verdict: invalid" not in mixed.get(str(path), "")]
    _hold(not lost, f"broken and not listed: {lost[:3]}")
    beginnings = [line for path, case in added.items() for line in case.listed(path)]
    missing = _not_begun(beginnings, listed)
    _hold(not missing, f"errors not listed: {missing[:3]}")
    kinds = {id for case in added.values() for _place, id in case.errors}
    return KeptApart(len(added), len(kinds), len(beginnings), len(rows))


def _not_begun(beginnings: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Return the beginnings that no line has."""
    in_lines = {" ".join(line.split(" ", 3)[:3]) + " " for line in lines}
    return [beginning for beginning in beginnings if beginning not in in_lines]


def _add(folder: Path, reports: int) -> dict[Path, Case]:
    """Add every case to the folder, and again until one file in so many is broken, spread evenly."""
    cases = broken_cases()
    number = max(len(cases), reports // ONE_IN)
    added = {}
    for index, case in enumerate(islice(cycle(cases), number)):
        path = folder / f"{index * reports // number:06}-{index:06}-{case.path.name}"
        shutil.copyfile(case.path, path)
        added[path] = case
    return added


def _rows(folder: Path, codes: tuple[int, ...]) -> dict[str, str]:
    """Return what a quiet run says of each file, by its path."""
    lines = _told(folder, codes, "-q", "--jobs", str(PROCESSES))
    return {line.partition(": ")[0]: line for line in lines if line.startswith(f"{folder}/")}


def _told(folder: Path, codes: tuple[int, ...], *options: str) -> list[str]:
    line = digecon("check", "--lang", "en", "--fail-on", "never", *options, str(folder))
    said = Command(f"check {' '.join(options)}", line, codes).run(subprocess.PIPE, subprocess.STDOUT)
    return said.decode().splitlines()


def _hold(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BenchError(otherwise)
