"""Lines for editors and grep, one a diagnostic: ``file:line:col: severity id message``."""

from collections.abc import Iterable, Iterator

from ..diagnostics import located
from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..domain.run_counts import FilesRead
from .annotations import Annotation, annotations, of_files
from .escape import visible
from .lint import last_lines
from .verdicts import closing_lines, verdict_line
from .view import View


def part(assessment: Assessment, run: Run, view: View) -> tuple[str, str]:
    """Return a line a diagnostic and a line a target that is not met; then the verdict of the report."""
    told = "".join(f"{visible(line)}\n" for line in lines_of(annotations(assessment, run, view), view))
    return told, f"{visible(verdict_line(assessment, view))}\n"


def whole(parts: Iterable[tuple[str, str]], run: RunInParts, view: View) -> Iterator[str]:
    """Return the lines on all files, then the verdicts."""
    yield from (f"{visible(line)}\n" for line in lines_of(of_files(run.file_diagnostics), view))
    yield from (told for told, _verdict in parts)
    yield from (verdict for _told, verdict in parts)
    yield from (f"{visible(line)}\n" for line in closing_lines(run.counts, view))


def linted(files: FilesRead, view: View) -> str:
    """Return a line a diagnostic on files that were only read, then the counts; quiet, only the counts."""
    lines = [] if view.quiet else lines_of(of_files(files), view)
    return "".join(f"{visible(line)}\n" for line in lines) + last_lines(files, view)


def lines_of(told: Iterable[Annotation], view: View) -> Iterable[str]:
    """Return the lines. The severity is in English in every language, for programs look for it."""
    for one in told:
        where = located(one.source.path, one.spot)
        yield f"{where}: {one.severity.id} {one.id} {view.say(one.message)}"
