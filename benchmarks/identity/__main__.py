"""Run two versions of the program over the same inputs and print every difference; exit with 1 on any."""

import argparse
import sys
import time
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from ..commands import BenchError
from ..progress import doing
from .command_lines import command_lines
from .compare import Comparison
from .inputs import write_answers, write_inputs
from .version import CommandLine, Version, copy_of_commit, copy_of_working_tree

REPORTS = 2000


def main() -> int:
    """Compare, print, and return 1 where any output differs."""
    chosen = _options()
    with TemporaryDirectory() as folder:
        try:
            return _compare(Path(folder), chosen)
        except BenchError as error:
            print(f"benchmarks.identity: {error}", file=sys.stderr)
            return 2


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks.identity", description=__doc__)
    parser.add_argument("old", metavar="OLD_COMMIT", help="the commit to compare with")
    parser.add_argument("--new", metavar="COMMIT", help="the commit to compare (default: the files at hand)")
    parser.add_argument("--reports", type=int, default=REPORTS, help=f"how many to generate ({REPORTS})")
    parser.add_argument("--only", default="", metavar="TEXT", help="run only command lines with TEXT in them")
    return parser.parse_args()


def _compare(folder: Path, chosen: argparse.Namespace) -> int:
    start = time.monotonic()
    old, new = folder / "old", folder / "new"
    copy_of_commit(chosen.old, old / "tree")
    if chosen.new:
        copy_of_commit(chosen.new, new / "tree")
    else:
        copy_of_working_tree(new / "tree")
    works = (old / "work", new / "work")
    write_inputs(old / "tree", works, chosen.reports)
    with Version(old) as before, Version(new) as after:
        write_answers(before, works)
        lines = [line for line in command_lines(before) if chosen.only in f"{line.group}: {line}"]
        comparison = Comparison()
        compare(before, after, lines, comparison)
    print(f"{comparison.summary()} {time.monotonic() - start:.0f} s.")
    return 1 if comparison.counts["differences"] else 0


def compare(old: Version, new: Version, lines: Iterable[CommandLine], comparison: Comparison) -> None:
    """Run every command line by both versions at once, and print each difference as it is found."""
    for group, members in groupby(lines, attrgetter("group")):
        doing(group)
        for line in members:
            old.begin(line)
            new.begin(line._replace(words=[comparison.substituted(word) for word in line.words]))
            for difference in comparison.differences(old.outputs(), new.outputs()):
                print(f"{line}\n{difference}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
