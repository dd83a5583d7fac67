"""Runs every target for some seconds and says what came of it: ``python -m fuzz SECONDS``."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from .running import SEEDS, TARGETS, WORDS, WORK, Outcome, run
from .seeds import write_seeds, write_words


def main(seconds: int) -> int:
    """Run the targets, side by side where there are processors for it; return 1 where one found a crash."""
    seeds, words = write_seeds(WORK / SEEDS), write_words(WORK / WORDS)
    print(f"fuzzing from {seeds} inputs and {words} words, {seconds} s a target", flush=True)
    with ThreadPoolExecutor(min(os.cpu_count() or 1, len(TARGETS))) as pool:
        outcomes = list(pool.map(lambda name: run(name, seconds), TARGETS))
    for outcome in outcomes:
        print(_said(outcome))
    return 1 if any(outcome.crashes for outcome in outcomes) else 0


def _said(outcome: Outcome) -> str:
    lines = [
        f"{outcome.target}: {outcome.executions} inputs in {outcome.seconds:.0f} s, "
        f"{outcome.coverage} edges covered, {outcome.peak} MB at most, {len(outcome.crashes)} crashes"
    ]
    for path in outcome.crashes:
        lines.append(f"  {path}")
        lines.append(f"    again: {sys.executable} -m fuzz.targets.{outcome.target} {path}")
    lines.extend(f"  not so when tried alone: {path}" for path in outcome.unconfirmed)
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
