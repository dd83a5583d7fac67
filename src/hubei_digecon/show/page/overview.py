"""The table over all reports: of a scoreboard its own table, else the verdict and the counts of each."""

from collections.abc import Callable, Mapping

from ...domain.assessments import Assessment
from ...domain.outcomes import Outcome, Verdict
from ...domain.run import Run
from ...domain.scoreboard import Scoreboard
from ...shapes.columns import MARKED
from ..document import Column, Table
from ..scoreboard.columns import (
    PLACE,
    VERDICT,
    VERDICT_MARKS,
    BoardLine,
    assessment_of,
    verdict_in_short,
    where,
)
from ..scoreboard.document import board_table
from ..view import View
from .section import document_of, name_of
from .words import FILE, JUDGED_BY, OVERVIEW, PERIOD

Links = Mapping[int, str]
"""The id of the section on each report, by the identity of its assessment: a file can hold several."""


CHOSEN_BY = ("kind", "verdict")
"""The columns by whose cells rows can be chosen."""


def overview_of_board(board: Scoreboard, links: Links) -> Table[BoardLine]:
    """Return the table of a scoreboard, each place linked to the section on its report."""

    def link(line: BoardLine) -> str:
        assessment = assessment_of(line)
        return links.get(id(assessment), "") if assessment else ""

    table = board_table(board)
    entity, *others = table.columns
    return table._replace(columns=(entity._replace(link=link), *others), chosen_by=CHOSEN_BY)


def overview_of_run(run: Run, links: Links | None = None) -> Table[Assessment]:
    """Return the verdict and the counts of every report."""
    link = (lambda row: links[id(row)]) if links is not None else None
    entity = Column("entity", PLACE, _marked_name, link=link)
    documents = (_DOCUMENT,) if run.names_documents else ()
    return Table(OVERVIEW, (entity, *documents, *_COLUMNS), run.assessments, chosen_by=CHOSEN_BY)


def _marked_name(row: Assessment, view: View) -> str:
    name = name_of(row, view)
    return view.say(MARKED, name=name) if row.illustrative else name


def _count(outcome: Outcome) -> Callable[[Assessment, View], int | None]:
    return lambda row, _: None if row.verdict is Verdict.INVALID else row.counts[outcome]


_DOCUMENT: Column[Assessment] = Column("document", JUDGED_BY, document_of)
_COLUMNS: tuple[Column[Assessment], ...] = (
    Column("period", PERIOD, lambda row, view: view.say(row.period.words) if row.period else ""),
    Column("path", FILE, lambda row, _: where(row)),
    Column("verdict", VERDICT, verdict_in_short, mark=lambda row: VERDICT_MARKS[row.verdict]),
    *(Column(outcome.id, outcome.term, _count(outcome), role="number") for outcome in Outcome),
)
