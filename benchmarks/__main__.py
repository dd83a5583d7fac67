"""Measure digecon beside its peers, in one run, and write down what came out: ``python -m benchmarks``."""

import argparse
import shutil
import sys
from pathlib import Path

from . import budgets, formats, memory, show
from .broken import show_kept_apart
from .commands import ROOT, WORK, BenchError
from .costs import cost_lines, placing_costs
from .filled_forms import form_lines
from .machine import machine
from .measured import (
    CHECK,
    MANY,
    MOST,
    PLACES_TO_SCORE,
    Reports,
    batch_commands,
    check,
    generated,
    generated_to_score,
    single_commands,
)
from .options import options
from .programs import PROCESSES
from .proof import prove
from .record import Record
from .registers import register_lines
from .scale import scale_lines
from .timing import Timing, take_turns


def main() -> int:
    """Generate, prove, measure and write; return 1 only where the bench itself cannot be relied on."""
    chosen = options(__doc__)
    record = Record()
    try:
        _run(chosen, record)
    except BenchError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    record.write(chosen.results)
    print(f"Written to {chosen.results}")
    return 0


def _run(chosen: argparse.Namespace, record: Record) -> None:
    record.tell("The machine", machine())
    shutil.rmtree(ROOT / WORK, ignore_errors=True)
    few, many = generated(chosen.few), generated(chosen.many)
    record.tell("Whether the peers do the same work", show.proof_lines(prove(few)))
    record.tell("Broken files among many", show.kept_apart_lines(show_kept_apart(Path(many.folder))))
    _measure_single(record, chosen.runs)
    alike = generated(chosen.many, alike=True)
    timing = _measure_batch(record, few, many, alike, chosen.batch_runs)
    shutil.rmtree(ROOT / alike.folder)
    steps = cost_lines(few, 1 / timing.a_second, PROCESSES)
    record.tell("Where the time of a report goes (processor time)", steps)
    placed = show.placed_lines(placing_costs(few))
    record.tell("Reading with places: the value of each observation (processor time)", placed)
    record.tell("A filled form (processor time)", form_lines(FORMS))
    _measure_formats(record, few, many, chosen.batch_runs)
    most = generated(chosen.most)
    _measure_growth(record, many, most, chosen.most_runs)
    shutil.rmtree(ROOT / most.folder)
    if memory.is_told():
        tables = scale_lines(chosen.few_places, chosen.places)
        record.tell("Tables of observations (processor time and memory of all processes)", tables)
        registers = register_lines(chosen.few_records, chosen.records)
        record.tell("Registers (processor time and memory)", registers)


def _measure_single(record: Record, runs: int) -> None:
    timings = take_turns(single_commands(), runs)
    title = f"One report: {runs} rounds, whole processes"
    record.tell(title, show.single_table(timings, budgets.SINGLE))


def _measure_batch(record: Record, few: Reports, many: Reports, alike: Reports, runs: int) -> Timing:
    """Measure all that works on many reports; return the timing of digecon."""
    timings = take_turns(batch_commands(few, many, alike, generated_to_score(many.files)), runs)
    record.tell(
        f"Many reports: {runs} rounds", (*_LEGEND, *show.batch_table(timings, budgets.batch(timings)))
    )
    return timings[CHECK]


def _measure_formats(record: Record, few: Reports, many: Reports, runs: int) -> None:
    title = f"Every format of {few.files} reports: {runs} rounds"
    record.tell(title, formats.time_lines(few, runs))
    if memory.is_told():
        least = generated(LEAST)
        title = "The most memory at once of every format, by that of few reports"
        record.tell(title, formats.memory_lines(least, many))


def _measure_growth(record: Record, many: Reports, most: Reports, runs: int) -> None:
    """Measure memory, then time; the first reads all files, so that neither size finds them cold."""
    commands = (check(MANY, many), check(MOST, most))
    if memory.is_told():
        peaks = {command.files: memory.peak(command) for command in commands}
        record.tell("The most memory at once (PSS of all processes)", show.memory_lines(peaks))
    timings = take_turns(commands, runs, warm=memory.is_told())
    record.tell(f"Growth: {runs} rounds", show.batch_table(timings, budgets.LINEAR))


FORMS = 60
"""How many copies of a form are judged."""

LEAST = 100
"""The fewest reports that several processes work on."""

_LEGEND = (
    "× 1, × 2: in so many processes; all others in one. The limit reads the bytes and",
    "runs libyaml's parser, building nothing. jsonschema-rs and fastjsonschema get",
    f"what CSafeLoader reads. score is of {PLACES_TO_SCORE} places. alike: reports in which nearly",
    "every line stands in others too. Relations are of the time for a file: of the",
    "medians, and the median of those within each round.",
    "",
)


if __name__ == "__main__":
    sys.exit(main())
