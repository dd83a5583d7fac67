"""A scoreboard as a document for Word: the table of all places, then what came out for each."""

from collections.abc import Iterator

from ...domain.run import Run
from ...domain.scoreboard import Scoreboard, ScoreboardRow
from ...summaries import board_problems, board_summary, summary_of
from ..document import (
    Entry,
    EntryList,
    PageFact,
    Paragraph,
    Part,
    Section,
    ShownDocument,
    Summarised,
)
from ..page.appendix import digests_of
from ..page.words import AS_OF, PERIOD
from ..scoreboard.document import TITLE, board_table, ends, files_of, recipe_listing
from ..scoreboard.matrix import matrices_of
from ..view import View
from . import words
from .appendices import appendix_of, digests
from .drawing import written
from .needs import told_table
from .opinion import summary_parts


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the document on a scoreboard."""
    return written(scoreboard_document(board, view), board.as_of)


def scoreboard_document(board: Scoreboard, view: View) -> ShownDocument:
    """Return the table and the places; how places are scored only where that is asked for."""
    view = view._replace(encoding="utf-8", quiet=False, verbose=False)
    facts = [PageFact(view.say(AS_OF), view.written(board.as_of))]
    if board.period:
        facts.insert(0, PageFact(view.say(PERIOD), view.written(board.period)))
    section = Section(
        view.say(TITLE),
        facts=tuple(facts),
        parts=tuple(_parts(board, view)),
        running=view.say(words.RUNNING) if board.illustrative else "",
    )
    return ShownDocument(view, view.say(TITLE), sections=(section,))


def _parts(board: Scoreboard, view: View) -> Iterator[Part]:
    told = Summarised.of(board_summary(board), view, board_problems(board))
    yield from summary_parts(told, view)
    yield Part(view.say(TITLE), tables=(board_table(board), *matrices_of(board)))
    places = tuple(_of_place(row, board, view) for row in board.rows)
    yield Part(view.say(words.PLACES), listings=(EntryList("", places, is_numbered=True),))
    yield Part(view.say(words.RUN), (Paragraph(tuple(ends(board, view))),))
    if recipe := recipe_listing(board, view):
        yield Part(recipe.heading, listings=(recipe._replace(heading="", is_numbered=True),))
    told_of = told_table(files_of(board))
    if told_of.rows:
        yield appendix_of(told_of, view)
    yield appendix_of(digests(digests_of(Run.of_board(board), board.recipe.weights_file)), view)


def _of_place(row: ScoreboardRow, board: Scoreboard, view: View) -> Entry:
    """Return what came out for a place in a paragraph, or that it has not reported."""
    run = Run.of_board(board)
    said = summary_of(row.assessment, run) if row.assessment else words.ABSENT
    return Entry(view.say(row.entity.name), (view.say(said),))
