"""Lines for editors and grep, one a diagnostic: ``file:line:col: severity id message``."""

from collections.abc import Iterable

from ..diagnostics import located
from ..domain.run import Run
from ..domain.run_counts import FilesRead
from .annotations import Annotation, annotations, of_files
from .escape import visible
from .lint import last_lines
from .verdicts import closing_lines, verdict_line
from .view import View


def render(run: Run, view: View) -> str:
    """Return a line a diagnostic and a line a target that is not met, then the verdicts."""
    lines = list(lines_of(annotations(run, view), view))
    lines.extend(verdict_line(assessment, view) for assessment in run.assessments)
    lines.extend(closing_lines(run.counts, view))
    return "".join(f"{visible(line)}\n" for line in lines)


def linted(files: FilesRead, view: View) -> str:
    """Return a line a diagnostic on files that were only read, then the counts; quiet, only the counts."""
    lines = [] if view.quiet else lines_of(of_files(files), view)
    return "".join(f"{visible(line)}\n" for line in lines) + last_lines(files, view)


def lines_of(told: Iterable[Annotation], view: View) -> Iterable[str]:
    """Return the lines. The severity is in English in every language, for programs look for it."""
    for one in told:
        where = located(one.source.path, one.spot)
        yield f"{where}: {one.severity.id} {one.id} {view.say(one.message)}"
