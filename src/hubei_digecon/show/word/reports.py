"""A run as a document for Word: an opinion a report, and what is to be told of the run itself."""

from collections.abc import Iterator

from ...domain.run import Run
from ..document import Paragraph, Part, Section, ShownDocument, diagnostics_of
from ..page.overview import overview_of_run
from ..page.words import OVERVIEW, TITLE
from ..report import BESIDE
from ..verdicts import closing_lines
from ..view import View
from . import words
from .drawing import written
from .needs import diagnostics_parts
from .opinion import opinion_of


def render(run: Run, view: View) -> bytes:
    """Return the document on what was judged."""
    return written(run_document(run, view), run.as_of)


def run_document(run: Run, view: View) -> ShownDocument:
    """Return an opinion a report; over several, or where files were left out, a section on the run itself."""
    view = view._replace(encoding="utf-8", quiet=False, verbose=False)
    opinions = tuple(opinion_of(one, run, view) for one in run.assessments)
    parts = tuple(_of_run(run, view))
    about = (Section(view.say(words.RUN), parts=parts),) if parts else ()
    sections = (*about, *opinions) if len(opinions) > 1 else (*opinions, *about)
    return ShownDocument(view, view.say(TITLE), sections=sections)


def _of_run(run: Run, view: View) -> Iterator[Part]:
    """Return what the run ends with, the table over several reports, and what is said of other files."""
    lines = tuple(closing_lines(run.counts, view))
    if lines:
        yield Part(view.say(OVERVIEW), (Paragraph(lines),))
    if len(run.assessments) > 1:
        table = overview_of_run(run, {id(one): "" for one in run.assessments})
        yield Part(view.say(words.REPORTS), tables=(table._replace(title=words.REPORTS),))
    yield from diagnostics_parts(BESIDE, diagnostics_of(run.file_diagnostics), view)
