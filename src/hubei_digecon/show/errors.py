"""The errors of a run, as they are told beside formats that have no room for diagnostics."""

from collections.abc import Iterable, Iterator

from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from .verdicts import beside_lines, errors_of
from .view import View


def part(assessment: Assessment, _run: Run, view: View) -> str:
    """Return the errors of a report."""
    return _lines(errors_of([assessment], view))


def whole(parts: Iterable[str], run: RunInParts, view: View) -> Iterator[str]:
    """Return the errors of other files, those of the reports, then what is told beside verdicts."""
    yield _lines(errors_of(run.file_diagnostics, view))
    yield from parts
    yield _lines(beside_lines(run.counts, view))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
