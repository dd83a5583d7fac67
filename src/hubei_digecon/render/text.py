"""One line a remark, as editors and grep read it: ``file:line:col: severity id message``."""

from collections.abc import Iterable

from ..diagnostics import located
from ..run import Run
from ..tally import FilesRead
from .annotations import Annotation, annotations, of_files
from .escape import visible
from .linted import summary
from .verdicts import closing_lines, verdict_line
from .view import View


def render(run: Run, view: View) -> str:
    """Return a line a remark and a line a target that is not met, then the verdicts."""
    lines = list(lines_of(annotations(run, view), view))
    lines.extend(verdict_line(assessment, view) for assessment in run.assessments)
    lines.extend(closing_lines(run.tally, view))
    return "".join(f"{visible(line)}\n" for line in lines)


def linted(files: FilesRead, view: View) -> str:
    """Return a line a remark on files that were only read, then how many there are; quiet, only that."""
    lines = [] if view.quiet else lines_of(of_files(files), view)
    return "".join(f"{visible(line)}\n" for line in lines) + summary(files, view)


def lines_of(told: Iterable[Annotation], view: View) -> Iterable[str]:
    """Return the lines. The severity is in English in every language, for programs look for it."""
    for one in told:
        where = located(one.source.path, one.spot)
        yield f"{where}: {one.severity.id} {one.id} {view.say(one.message)}"
