"""Reads texts as if they stood in a file, for tests of what stands before judging."""

from collections.abc import Iterator
from typing import Any

from hypothesis import settings

from hubei_digecon.diagnostics import Path, Place
from hubei_digecon.domain.reports import Observation, Report
from hubei_digecon.load.document import Document, parsed, placed
from hubei_digecon.load.faults import InputError, accepted
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import TargetLibrary

QUICK = settings(derandomize=True, database=None)
"""How properties are tried in every run: the same examples."""

HEAD = "entity: wuhan-wedz\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\n"


def document(text: str | bytes, name: str = "report.yaml") -> Document:
    """Read a text into its tree."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return parsed(decoded(name, data))


def placed_document(text: str | bytes) -> Document:
    """Read a text into its tree by libyaml, plain or not."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return placed(decoded("report.yaml", data))


def report(text: str, library: TargetLibrary, name: str = "report.yaml") -> Report:
    """Read a whole report."""
    return accepted(read_report(document(text, name), library))


def observation(library: TargetLibrary, written: str) -> Observation:
    """Read a report of one observation, ``indicator: value``, and return it."""
    read = report(f"{HEAD}observations:\n  {written}\n", library)
    (found,) = read.observations.values()
    return found


def refused(text: str | bytes, name: str = "report.yaml") -> list[str]:
    """Return the kinds of the faults for which a text is refused before anything in it is understood."""
    try:
        document(text, name)
    except InputError as error:
        return [fault.kind.id for fault in error.faults]
    raise AssertionError("the text was read")


def faults(text: str, library: TargetLibrary, name: str = "report.yaml") -> list[tuple[str, int, int]]:
    """Return what is wrong with a report: kinds with line and column."""
    try:
        report(text, library, name)
    except InputError as error:
        return [(one.kind.id, *_at(one.place)) for one in error.faults]
    raise AssertionError("the report was read")


def _at(place: Place | None) -> tuple[int, int]:
    return (place.line, place.column) if place else (0, 0)


def steps_in(node: Any, at: Path = ()) -> Iterator[Path]:
    """Return the steps that lead to each value of a tree, and to some that are not there."""
    yield at
    yield from ((*at, "nothing"), (*at, 99))
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in steps:
        yield from steps_in(value, (*at, step))
