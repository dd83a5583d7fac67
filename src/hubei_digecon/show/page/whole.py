"""The HTML page: one that needs nothing beside it, to be read in a browser, on a phone, or printed on A4.

Needs Jinja2, the extra ``html``. Names of items that were counted stay out of it.
"""

from collections.abc import Iterator

from ...domain.run import Run
from ...domain.scoreboard import Scoreboard
from ...summaries import board_problems, board_summary
from ...text import LANGS
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
from ..redaction import redacted, redacted_board
from ..report import BESIDE, illustrative_paragraph
from ..scoreboard.document import ILLUSTRATIVE, ends, recipe_listing
from ..scoreboard.matrix import matrices_of
from ..verdicts import closing_lines
from ..view import View
from .appendix import appendix_of, digests_of, numbered
from .over_time import charts_over_time
from .overview import overview_of_board, overview_of_run
from .section import section_of
from .template import filled
from .words import AS_OF, BOARD_TITLE, MORE_PROBLEMS, NOTHING, PERIOD, REPORTS, TITLE, TOOL

MOST_PROBLEMS = 12
"""How many problems of all places stand above the table; those of each place stand in its own opinion."""


def render(run: Run, view: View) -> str:
    """Return a section a report; over several, a table above them."""
    return filled(page_documents(redacted(run, counted_only=True), view))


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard and the recipe, then a section a report."""
    shown = redacted_board(board, counted_only=True)
    return filled(page_documents(Run.of_board(shown), view, shown))


def page_documents(run: Run, view: View, board: Scoreboard | None = None) -> tuple[ShownDocument, ...]:
    """Return the page in both languages, that of the view first."""
    langs = sorted(LANGS, key=lambda lang: lang != view.lang)
    return tuple(
        _document(run, board, view._replace(lang=lang, encoding="utf-8", quiet=False, verbose=False))
        for lang in langs
    )


def _document(run: Run, board: Scoreboard | None, view: View) -> ShownDocument:
    ids = [f"r{number}-{view.lang}" for number in range(1, len(run.assessments) + 1)]
    made = (
        section_of(one, run, view, id, charts_over_time(one, run, view))
        for id, one in zip(ids, run.assessments, strict=True)
    )
    beside = Diagnostics(view.say(BESIDE), tuple(diagnostics_of(run.file_diagnostics)))
    sections, beside, listed = numbered(made, beside)
    weights = board.recipe.weights_file if board else None
    return ShownDocument(
        view,
        view.say(BOARD_TITLE if board else TITLE),
        tuple(_lead(run, board, view)),
        tuple(_overview(run, board, ids)),
        notes=recipe_listing(board, view) if board else None,
        sections=sections,
        beside=beside,
        ends=tuple(ends(board, view) if board else closing_lines(run.counts, view)),
        facts=tuple(_facts(run, board, view)),
        appendix=appendix_of(listed, digests_of(run, weights)),
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
