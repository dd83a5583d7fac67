"""The HTML page: one that needs nothing beside it, to be read in a browser, on a phone, or printed on A4.

Needs Jinja2, the extra ``html``. Names of items that were counted stay out of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...domain.assessments import Assessment
from ...domain.run import Run, RunInParts
from ...domain.scoreboard import Scoreboard
from ...summaries import board_problems, board_summary
from ...text import LANGS, Lang
from ...version import VERSION
from ..document import (
    AnyTable,
    Diagnostics,
    Entry,
    PageFact,
    Paragraph,
    ShownDocument,
    Summarised,
    diagnostics_of,
)
from ..redaction import redacted, redacted_board, redacted_report
from ..report import BESIDE, illustrative_paragraph
from ..scoreboard.document import ILLUSTRATIVE, ends, recipe_listing
from ..scoreboard.matrix import matrices_of
from ..verdicts import closing_lines
from ..view import View
from .appendix import NamedId, appendix_of, digests_of, named_ids, numbered, numbered_from
from .over_time import charts_over_time
from .overview import overview_of_board, overview_of_run
from .section import opinion_of
from .template import ID_HOLE, PageSection, filled, number_hole, page, section_of
from .words import AS_OF, BOARD_TITLE, MORE_PROBLEMS, NOTHING, PERIOD, REPORTS, TITLE, TOOL

MOST_PROBLEMS = 12
"""How many problems of all places stand above the table; those of each place stand in its own opinion."""


class PagePart(NamedTuple):
    """What a page has of a report: the report in brief, the section on it in each language, and the ids of
    its diagnostics, numbered from 1.
    """

    brief: Assessment
    sections: dict[Lang, PageSection]
    ids: tuple[NamedId, ...]


def part(assessment: Assessment, run: Run, view: View) -> PagePart:
    """Return a section on a report, but for its id and the numbers of its diagnostics."""
    shown = redacted_report(assessment, counted_only=True)
    listed = numbered_from(1, diagnostics_of([shown]))
    sections = {lang: _section(shown, run, in_language(lang, view)) for lang in LANGS}
    return PagePart(shown.in_brief(), sections, tuple(named_ids(listed)))


def _section(shown: Assessment, run: Run, view: View) -> PageSection:
    made = opinion_of(shown, run, view, ID_HOLE, charts_over_time(shown, run, view))
    listed = (one._replace(number=number_hole(at)) for at, one in enumerate(made.diagnostics.listed, 1))
    return section_of(made._replace(diagnostics=made.diagnostics._replace(listed=tuple(listed))), view)


def whole(parts: Iterable[PagePart], run: RunInParts, view: View) -> Iterator[str]:
    """Return a section a report; over several, a table above them."""
    ids = tuple(_numbered_ids(parts))
    shown = redacted(run, counted_only=True)
    told = numbered_from(len(ids) + 1, diagnostics_of(shown.file_diagnostics))
    named = (*ids, *named_ids(told))
    all_reports = run.with_all(part.brief for part in parts)
    langs = languages(view)
    documents = [
        _document(all_reports, None, one, Diagnostics(one.say(BESIDE), told), named)
        for one in (in_language(lang, view) for lang in langs)
    ]
    return page(documents, [_Sections(parts, lang) for lang in langs], run.reports)


class _Sections:
    """The sections of a page in one language, as often as they are gone through."""

    def __init__(self, parts: Iterable[PagePart], lang: Lang) -> None:
        self._parts, self._lang = parts, lang

    def __iter__(self) -> Iterator[PageSection]:
        """Return the sections with their ids, and their diagnostics with their numbers."""
        before = 0
        for number, part in enumerate(self._parts, 1):
            yield part.sections[self._lang].filled(section_id(number, self._lang), before)
            before += len(part.ids)


def _numbered_ids(parts: Iterable[PagePart]) -> Iterator[NamedId]:
    every = (one for part in parts for one in part.ids)
    return (one._replace(number=number) for number, one in enumerate(every, 1))


def section_id(number: int, lang: Lang) -> str:
    """Return the id of the section on a report by its place among all reports."""
    return f"r{number}-{lang}"


def languages(view: View) -> list[Lang]:
    """Return the languages of a page, that of the view first."""
    return sorted(LANGS, key=lambda lang: lang != view.lang)


def in_language(lang: Lang, view: View) -> View:
    """Return the view of a page in one of its languages."""
    return view._replace(lang=lang, encoding="utf-8", quiet=False, verbose=False)


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard and the recipe, then a section a report."""
    shown = redacted_board(board, counted_only=True)
    return filled(page_documents(Run.of_board(shown), view, shown))


def page_documents(run: Run, view: View, board: Scoreboard | None = None) -> tuple[ShownDocument, ...]:
    """Return the page in both languages, that of the view first."""
    return tuple(_with_sections(run, board, in_language(lang, view)) for lang in languages(view))


def _with_sections(run: Run, board: Scoreboard | None, view: View) -> ShownDocument:
    made = (
        opinion_of(one, run, view, section_id(number, view.lang), charts_over_time(one, run, view))
        for number, one in enumerate(run.assessments, 1)
    )
    beside = Diagnostics(view.say(BESIDE), tuple(diagnostics_of(run.file_diagnostics)))
    sections, beside, named = numbered(made, beside)
    return _document(run, board, view, beside, named)._replace(sections=sections)


def _document(
    run: Run, board: Scoreboard | None, view: View, beside: Diagnostics, named: Sequence[NamedId]
) -> ShownDocument:
    """Return what stands around the sections."""
    ids = [section_id(number, view.lang) for number in range(1, len(run.assessments) + 1)]
    weights = board.recipe.weights_file if board else None
    return ShownDocument(
        view,
        view.say(BOARD_TITLE if board else TITLE),
        tuple(_lead(run, board, view)),
        tuple(_overview(run, board, ids)),
        notes=recipe_listing(board, view) if board else None,
        beside=beside,
        ends=tuple(ends(board, view) if board else closing_lines(run.counts, view)),
        facts=tuple(_facts(run, board, view)),
        appendix=appendix_of(named, digests_of(run, weights)),
        summarised=(_summarised(board, view),) if board else (),
    )


def _summarised(board: Scoreboard, view: View) -> Summarised:
    """Return the summary of a scoreboard; of very many problems the first, and how many more there are."""
    told = Summarised.of(board_summary(board), view, board_problems(board))
    problems = told.problems
    if problems is None or len(problems.entries) <= MOST_PROBLEMS:
        return told
    more = Entry(view.say(MORE_PROBLEMS, number=len(problems.entries) - MOST_PROBLEMS))
    return told._replace(problems=problems._replace(entries=(*problems.entries[:MOST_PROBLEMS], more)))


def _overview(run: Run, board: Scoreboard | None, ids: list[str]) -> Iterator[AnyTable]:
    """Return the table over all reports; none over one report, which its own section tells all of."""
    links = {id(one): section for section, one in zip(ids, run.assessments, strict=True)}
    if board:
        yield overview_of_board(board, links)
        yield from matrices_of(board)
    elif len(run.assessments) > 1:
        yield overview_of_run(run, links)


def _facts(run: Run, board: Scoreboard | None, view: View) -> Iterator[PageFact]:
    if board:
        yield PageFact(view.say(PERIOD), view.written(board.period) if board.period else NOTHING)
    yield PageFact(view.say(AS_OF), view.written(run.as_of))
    yield PageFact(view.say(REPORTS), str(board.files if board else len(run.assessments)))
    yield PageFact(view.say(TOOL), f"digecon {VERSION}")


def _lead(run: Run, board: Scoreboard | None, view: View) -> Iterator[Paragraph]:
    if board.illustrative if board else any(one.illustrative for one in run.assessments):
        yield illustrative_paragraph(ILLUSTRATIVE, view)
