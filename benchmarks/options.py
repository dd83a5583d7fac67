"""How often and how much is measured."""

import argparse
from collections.abc import Callable
from pathlib import Path

from .commands import ROOT, WORK
from .places import PLACES

RESULTS = Path("benchmarks/results.md")

FEWEST_REPORTS = 2 * len(PLACES)
"""Every place in both languages: fewer would leave some targets out of the proof."""

_SIZES = (
    ("runs", 31, 3, 1, "rounds on one report"),
    ("batch-runs", 5, 1, 1, "rounds on few and many reports"),
    ("most-runs", 2, 1, 1, "rounds on most reports"),
    ("few", 1000, 60, FEWEST_REPORTS, "reports that the proof and slow peers are given"),
    ("many", 10_000, 600, FEWEST_REPORTS, "reports that all others are given"),
    ("few-places", 300, 3, 1, "places of a table of sixty periods, also as CSV"),
    ("places", 6100, 6, 1, "places of a table of sixty periods, as many as a country has"),
    ("few-records", 1_000_000, 1000, 1, "records of a register"),
    ("records", 10_000_000, 5000, 1, "records of a large register"),
    ("most", 100_000, 2000, FEWEST_REPORTS, "reports to see how time and memory grow with them"),
)
"""Options: usual number, number of a quick run, least number, and what it is."""


def options(description: str | None) -> argparse.Namespace:
    """Return what the command line asks for; ``results`` is where to write them, seen from the root."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=description)
    parser.add_argument("--quick", action="store_true", help="small numbers, to see that it works")
    parser.add_argument("--results", type=Path, help=f"where to write what came out ({RESULTS})")
    for name, usual, quick, least, help in _SIZES:
        parser.add_argument(
            f"--{name}", type=_at_least(least), help=f"{help} ({usual}; with --quick {quick})"
        )
    chosen = parser.parse_args()
    for name, usual, quick, _least, _help in _SIZES:
        key = name.replace("-", "_")
        if getattr(chosen, key) is None:
            setattr(chosen, key, quick if chosen.quick else usual)
    chosen.results = ROOT / (chosen.results or (WORK / RESULTS.name if chosen.quick else RESULTS))
    return chosen


def _at_least(least: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from ``least`` on."""

    def number(text: str) -> int:
        if int(text) < least:
            raise argparse.ArgumentTypeError(f"{text} is fewer than {least}")
        return int(text)

    return number
