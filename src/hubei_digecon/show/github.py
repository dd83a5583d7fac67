"""Workflow commands of GitHub Actions: annotations on the lines of a pull request, worst first.

The grammar is that of the runner: ``::error file=F,line=N,col=N,endColumn=N,title=T::message``.
"""

from collections.abc import Iterable

from ..diagnostics import Severity
from ..domain.run import Run
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
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(run: Run, view: View) -> str:
    """Return the annotations, then the verdicts as plain lines of a log."""
    log = [verdict_line(assessment, view) for assessment in run.assessments]
    return _commands(annotations(run, view), [*log, *closing_lines(run.counts, view)], view)


def linted(files: FilesRead, view: View) -> str:
    """Return the annotations of files that were only read."""
    return _commands(of_files(files), last_lines(files, view).splitlines(), view)


def _commands(told: Iterable[Annotation], log: list[str], view: View) -> str:
    ordered = worst_first(told)
    lines = [_command(one, view) for one in ordered[:MOST_SHOWN]]
    if len(ordered) > MOST_SHOWN:
        log = [view.say(MORE, number=len(ordered) - MOST_SHOWN), *log]
    lines.extend(not_a_command(visible(line)) for line in log)
    return "".join(f"{line}\n" for line in lines)


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
