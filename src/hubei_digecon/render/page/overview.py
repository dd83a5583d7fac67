"""The table over all reports: of a scoreboard the scored form, else the verdict and the counts of each."""

from collections.abc import Iterator, Mapping

from ...findings import Assessment, Outcome, Verdict
from ...run import Run
from ...scoreboard.board import Scoreboard
from ..board import words as board_words
from ..verdicts import closing_lines
from ..view import View
from .model import Cell, Column, Table
from .rows import NOTHING
from .section import VERDICT_MARKS, name_of
from .words import FILE, OVERVIEW, PERIOD

Links = Mapping[str, str]
"""The id of the section on each report, by its path."""


def of_board(board: Scoreboard, links: Links, view: View) -> Table:
    """Return the scoreboard, a row a place, then the inputs that could not be read."""
    columns = board_words.columns_of(board)
    names = [column.id for column in columns]
    assessments = [*(row.assessment for row in board.rows), *board.unread]
    rows = zip(board_words.rows_of(board, view), assessments, strict=True)
    return Table(
        view.say(board_words.TITLE),
        tuple(Column(view.say(one.heading), "number" if one.number else "") for one in columns),
        tuple(tuple(_cells(texts, names, one, links)) for texts, one in rows),
    )


def ends_of_board(board: Scoreboard, view: View) -> tuple[str, ...]:
    """Return what stands below a scoreboard: which places it is without, and what was found."""
    return tuple(board_words.ends(board, view))


def of_run(run: Run, links: Links, view: View) -> Table:
    """Return the verdict and the counts of every report."""
    outcomes = [Column(view.say(outcome.term), "number") for outcome in Outcome]
    columns = [Column(view.say(heading)) for heading in (board_words.COLUMNS[0].heading, PERIOD, FILE)]
    verdict = Column(view.say(_VERDICT))
    rows = tuple(tuple(_of_report(one, links, view)) for one in run.assessments)
    return Table(view.say(OVERVIEW), (*columns, verdict, *outcomes), rows)


def ends_of_run(run: Run, view: View) -> tuple[str, ...]:
    """Return what stands below: the verdicts over all reports."""
    return tuple(closing_lines(run.tally, view))


_VERDICT = next(column.heading for column in board_words.COLUMNS if column.id == "verdict")


def _cells(texts: list[str], names: list[str], assessment: Assessment | None, links: Links) -> Iterator[Cell]:
    for name, text in zip(names, texts, strict=True):
        mark = VERDICT_MARKS[assessment.verdict] if assessment and name == "verdict" else ""
        link = links.get(assessment.source.path, "") if assessment and name == "entity" else ""
        yield Cell((text,), mark, link)


def _of_report(assessment: Assessment, links: Links, view: View) -> Iterator[Cell]:
    name = name_of(assessment, view)
    marked = view.say(board_words.MARKED, name=name) if assessment.illustrative else name
    yield Cell((marked,), link=links[assessment.source.path])
    yield Cell((str(assessment.period or NOTHING),))
    yield Cell((board_words.where(assessment),))
    yield Cell((board_words.verdict_in_short(assessment, view),), VERDICT_MARKS[assessment.verdict])
    judged = assessment.verdict is not Verdict.INVALID
    for number in assessment.counts.values():
        yield Cell((str(number) if judged else NOTHING,))
