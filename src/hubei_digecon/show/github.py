"""Workflow commands of GitHub Actions: annotations on the lines of a pull request, worst first.

The grammar is that of the runner: ``::error file=F,line=N,col=N,endColumn=N,title=T::message``.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from ..diagnostics import Severity
from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..domain.run_counts import FilesRead
from ..text import Text
from .annotations import Annotation, annotations, of_files, worst_first
from .escape import github_data, github_property, not_a_command, visible
from .lint import last_lines
from .paths import from_root
from .verdicts import closing_lines, verdict_line
from .view import View

MOST_SHOWN = 10
"""The most annotations that GitHub shows of one step."""

MORE = Text(
    "另有{number}处未作标注，见运行摘要或其他格式。",
    "{number} more are not annotated; see the step summary or another format.",
)
_WEIGHTS = list(Severity)
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Told(NamedTuple):
    """What is told of a report, or of other files: how many annotations there are, and the worst of them,
    each with its weight; then the lines of the log.
    """

    number: int
    worst: list[tuple[int, str]]
    log: str

    @classmethod
    def of(cls, told: Iterable[Annotation], log: Iterable[str], view: View) -> "Told":
        """Return annotations as commands, and lines as they stand in a log."""
        ordered = worst_first(told)
        worst = [(_WEIGHTS.index(one.severity), _command(one, view)) for one in ordered[:MOST_SHOWN]]
        return cls(len(ordered), worst, "".join(f"{not_a_command(visible(line))}\n" for line in log))


def part(assessment: Assessment, run: Run, view: View) -> Told:
    """Return the annotations of a report, and its verdict."""
    return Told.of(annotations(assessment, run, view), [verdict_line(assessment, view)], view)


def whole(parts: Iterable[Told], run: RunInParts, view: View) -> Iterator[str]:
    """Return the annotations, then the verdicts as plain lines of a log."""
    return _commands(
        Told.of(of_files(run.file_diagnostics), (), view), parts, closing_lines(run.counts, view), view
    )


def linted(files: FilesRead, view: View) -> str:
    """Return the annotations of files that were only read."""
    return "".join(
        _commands(Told.of(of_files(files), (), view), (), last_lines(files, view).splitlines(), view)
    )


def _commands(beside: Told, parts: Iterable[Told], ends: Iterable[str], view: View) -> Iterator[str]:
    number, worst = 0, list[tuple[int, str]]()
    for told in chain([beside], parts):
        number += told.number
        worst = sorted(worst + told.worst, key=itemgetter(0))[:MOST_SHOWN]
    yield from (f"{command}\n" for _weight, command in worst)
    more = [view.say(MORE, number=number - MOST_SHOWN)] if number > MOST_SHOWN else []
    yield Told.of((), more, view).log
    yield from (told.log for told in parts)
    yield Told.of((), ends, view).log


def _command(one: Annotation, view: View) -> str:
    file, message = from_root(one.source.path, view), view.say(one.message)
    if one.place and one.place.sheet:  # a workbook has no lines to annotate
        properties = {"file": file, "title": f"{one.place} {one.id}"}
    else:
        properties = {"file": file, **_lines(one), "title": one.id}
    said = ",".join(f"{key}={github_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[one.severity]} {said}::{github_data(message)}"


def _lines(one: Annotation) -> dict[str, str]:
    return {
        "line": str(one.line),
        "col": str(one.column),
        "endColumn": str(one.column + max(one.place.width if one.place else 1, 1) - 1),
    }
