"""A run as a document for Word: an opinion a report, and what is to be told of the run itself."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...domain.assessments import Assessment
from ...domain.run import Run, RunInParts
from ..changes import paths_used
from ..document import Paragraph, Part, Section, diagnostics_of
from ..page.overview import overview_of_run
from ..page.words import OVERVIEW, TITLE
from ..report import BESIDE
from ..verdicts import closing_lines
from ..view import View
from . import words
from .appendices import appendix_of, digests, files_of
from .blocks import LetterBlock, appendix_blocks, blocks_of
from .drawing import DrawnSection, Letter, bits_of
from .needs import diagnostics_parts
from .opinion import opinion_of


class LetterPart(NamedTuple):
    """What a document has of a report: the report in brief, the opinion on it up to its last appendix, the
    number of that, the line on top of its pages, and the paths of the earlier reports it is compared with.

    The last appendix lists the files that it rests on, which are known when all reports are judged.
    """

    brief: Assessment
    blocks: tuple[LetterBlock, ...]
    last: int
    running: str
    past: frozenset[str]


def part(assessment: Assessment, run: Run, view: View) -> LetterPart:
    """Return what a document has of a report."""
    view = _as_file(view)
    made = opinion_of(assessment, run, view)
    return LetterPart(
        assessment.in_brief(),
        tuple(block.whole() for block in blocks_of(made, view)),
        1 + sum(part.sort == "appendix" for part in made.parts),
        made.running,
        frozenset(paths_used(assessment)),
    )


def whole(parts: Iterable[LetterPart], run: RunInParts, view: View) -> Iterator[bytes]:
    """Return an opinion a report; over several, or where files were left out, a section on the run itself."""
    view = _as_file(view)
    return bits_of(Letter(view, view.say(TITLE), _sections(parts, run, view), run.as_of))


def _as_file(view: View) -> View:
    """Return a view in which all is told in full, and every character can be written."""
    return view._replace(encoding="utf-8", quiet=False, verbose=False)


def _sections(parts: Iterable[LetterPart], run: RunInParts, view: View) -> Iterator[DrawnSection]:
    told = tuple(_of_run(parts, run, view))
    about = [DrawnSection(blocks_of(Section(view.say(words.RUN), parts=told), view))] if told else []
    yield from about if run.reports > 1 else ()
    entities = {entity for entity, _period in run.counts.reports}
    for one in parts:
        others = entities - {one.brief.entity}
        files = appendix_of(digests(files_of(one.brief, run, others, one.past)), view)
        yield DrawnSection((*one.blocks, *appendix_blocks(files, one.last, view)), one.running)
    yield from about if run.reports <= 1 else ()


def _of_run(parts: Iterable[LetterPart], run: RunInParts, view: View) -> Iterator[Part]:
    """Return what the run ends with, the table over several reports, and what is said of other files."""
    lines = tuple(closing_lines(run.counts, view))
    if lines:
        yield Part(view.say(OVERVIEW), (Paragraph(lines),))
    if run.reports > 1:
        table = overview_of_run(run)._replace(title=words.REPORTS, rows=_Briefs(parts))
        yield Part(view.say(words.REPORTS), tables=(table,))
    yield from diagnostics_parts(BESIDE, diagnostics_of(run.file_diagnostics), view)


class _Briefs:
    """The reports in brief, as often as they are gone through."""

    def __init__(self, parts: Iterable[LetterPart]) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[Assessment]:
        return (one.brief for one in self._parts)
