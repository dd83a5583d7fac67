"""What came out, as plain text of at most 80 columns."""

from collections.abc import Iterator

from .broken import KeptApart
from .budgets import GROWTH, MEMORY, PLACED, Budget, Timings
from .memory import Peak
from .proof import Proof
from .timing import Timing, ratio


def proof_lines(proof: Proof) -> Iterator[str]:
    """Return what was shown before anything was timed."""
    outcomes = ", ".join(f"{name} {number}" for name, number in proof.outcomes.most_common())
    yield "check-jsonschema"
    yield f"  has a schema with the {proof.lines} numeric targets that digecon judges by;"
    yield f"  accepts the sample and refuses {proof.refused} copies, each just short of one line;"
    yield f"  agrees on all {proof.decided} numbers that digecon decides in {proof.files} reports"
    yield f"  (findings: {outcomes})."
    yield f"These refuse the same {proof.refused_files} of {proof.files} reports as check-jsonschema:"
    yield from (f"  {name}" for name in proof.peers)
    yield "These judge nothing, but stop at a file that is no YAML:"
    yield from (f"  {name}" for name in proof.readers)


def kept_apart_lines(kept: KeptApart) -> Iterator[str]:
    """Return what was shown of broken files among many."""
    yield f"{kept.broken} broken files were put among {kept.rows} reports:"
    yield f"  the rows of all {kept.rows} stayed the same bytes;"
    yield f"  all {kept.errors} errors of {kept.kinds} kinds were listed with line and column."


def single_table(timings: Timings, budgets: tuple[Budget, ...]) -> Iterator[str]:
    """Return the times of commands on one report, then how they relate, beside the budgets."""
    yield f"  {'':24}{'median':>12}{'least':>12}{'most':>12}"
    for timing in timings.values():
        yield f"  {timing.name:24}" + "".join(f"{number * 1000:9.1f} ms" for number in _numbers(timing))
    yield from _relations(timings, budgets)


def batch_table(timings: Timings, budgets: tuple[Budget, ...]) -> Iterator[str]:
    """Return the times of commands on many reports, then how those for a file relate."""
    yield f"  {'':21}{'files':>7}{'median':>9}{'least':>9}{'most':>9}{'files/s':>9}{'a file':>11}"
    for timing in timings.values():
        seconds = "".join(f"{number:7.2f} s" for number in _numbers(timing))
        speed = f"{timing.a_second:9.0f}{1e6 / timing.a_second:8.0f} µs"
        yield f"  {timing.name:21}{timing.files:7}{seconds}{speed}"
    yield from _relations(timings, budgets)


def _numbers(timing: Timing) -> tuple[float, float, float]:
    return timing.median, min(timing.seconds), max(timing.seconds)


def _relations(timings: Timings, budgets: tuple[Budget, ...]) -> Iterator[str]:
    yield ""
    yield f"  {'':37}{'medians':>8}{'pairs':>8}  budget"
    for budget in budgets:
        measured = ratio(timings[budget.name], timings[budget.than])
        both = f"{measured.of_medians:8.2f}{measured.of_pairs:8.2f}"
        yield f"  {f'{budget.name} / {budget.than}':37}{both}  {budget.bound.said(measured.of_medians)}"


def placed_lines(costs: tuple[float, float]) -> Iterator[str]:
    """Return what reading with places costs, by libyaml's parser alone."""
    for name, seconds in zip(("libyaml's parser alone", "reading, and places asked for"), costs, strict=True):
        yield f"  {name:48}{seconds * 1e6:8.1f} µs"
    parsing, reading = costs
    for bound in PLACED:
        yield f"  {'the second by the first':48}{reading / parsing:8.2f}     {bound.said(reading / parsing)}"


def memory_lines(peaks: dict[int, Peak]) -> Iterator[str]:
    """Return the most memory taken on so many reports, and how it grows with them."""
    for files, peak in peaks.items():
        megabytes = peak.bytes / 1e6
        said = f"{megabytes:7.1f} MB in {peak.processes} processes, {peak.looks} looks"
        yield f"  {files:6} reports: {said}; {MEMORY.said(megabytes)}"
    many, most = peaks.values()
    yield f"  the second by the first: {most.bytes / many.bytes:.2f}; {GROWTH.said(most.bytes / many.bytes)}"
