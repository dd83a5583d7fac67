"""Measure ``digecon check`` beside its peers, in one run: ``python -m benchmarks``."""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterable

from . import show
from .commands import ROOT, WORK, BenchError, batch_commands, single_commands
from .generate import PLACES, write_reports
from .proof import prove
from .timing import take_turns

FEWEST_REPORTS = 2 * len(PLACES)
"""Every place in both languages: fewer would leave some targets out of the proof."""


def main() -> int:
    """Generate, prove, measure and print; return 1 only where the bench itself cannot be relied on."""
    chosen = _options()
    try:
        _tell(show.machine())
        reports = _generated(chosen.reports)
        _tell(["", *show.proof_lines(prove(reports))])
        _measure_single(chosen.runs)
        _measure_batch(reports, chosen.batch_runs)
    except BenchError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


def _generated(number: int) -> tuple[str, ...]:
    """Write the reports of the batch in a fresh folder; return their paths, seen from the root."""
    shutil.rmtree(ROOT / WORK, ignore_errors=True)
    return tuple(str(path.relative_to(ROOT)) for path in write_reports(number, ROOT / WORK / "reports"))


def _measure_single(runs: int) -> None:
    timings = take_turns(single_commands(), runs)
    _tell(["", f"One report, each command {runs} times in turn, whole processes:"])
    _tell(show.table(timings, show.SINGLE_BUDGETS))


def _measure_batch(reports: tuple[str, ...], runs: int) -> None:
    timings = take_turns(batch_commands(reports), runs)
    _tell(["", f"{len(reports)} reports in one process, each command {runs} times in turn:"])
    _tell(show.table(timings, show.BATCH_BUDGETS))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=_at_least(1), default=31, help="rounds on one report (%(default)s)")
    parser.add_argument(
        "--batch-runs", type=_at_least(1), default=5, help="rounds on many reports (%(default)s)"
    )
    parser.add_argument(
        "--reports", type=_at_least(FEWEST_REPORTS), default=1000, help="how many those are (%(default)s)"
    )
    return parser.parse_args()


def _at_least(least: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from ``least`` on."""

    def number(text: str) -> int:
        if int(text) < least:
            raise argparse.ArgumentTypeError(f"{text} is fewer than {least}")
        return int(text)

    return number


def _tell(lines: Iterable[str]) -> None:
    """Print at once, so that what is known stands there while the next part is measured."""
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    sys.exit(main())
