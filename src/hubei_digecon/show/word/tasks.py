"""The list of what is to be done as a document for Word, to be handed over by itself (督办清单)."""

from ...domain.run import Run
from ...domain.scoreboard import Scoreboard
from ...domain.tasks import TASKS
from ..document import Paragraph, Part, Section, ShownDocument, Table
from ..tasks import ASKED, COLUMNS, NOTHING, TITLE, facts_of, tasks_of
from ..view import View
from . import words
from .drawing import written

_SHOWN = tuple(one for one in COLUMNS if one.id not in ("first", "key"))
"""The columns that an office reads; the others are for the next round, which reads the workbook."""


def render(run: Run, view: View) -> bytes:
    """Return the list of a run."""
    return written(tasks_document(run, view), run.as_of)


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the list of the places of a scoreboard."""
    return render(Run.of_board(board), view)


def tasks_document(run: Run, view: View) -> ShownDocument:
    """Return the list with whom it is for and where it is signed, or that nothing is needed."""
    view = view._replace(encoding="utf-8", quiet=False, verbose=False)
    tasks = tasks_of(run, view)
    marked = any(one.illustrative for one in run.assessments)
    lead = Paragraph((view.say(ASKED if tasks else NOTHING),))
    table = Table(TASKS, _SHOWN, tasks, marks_gaps=False, repeated=1, illustrative=marked)
    signed = Paragraph((view.say(words.ISSUER), view.say(words.SIGNED_ON)))
    section = Section(
        view.say(TITLE),
        facts=facts_of(run, view),
        parts=(
            Part(lead=(lead,), tables=(table,) if tasks else ()),
            Part(lead=(signed,), sort="signature"),
        ),
        running=view.say(words.RUNNING) if marked else "",
    )
    return ShownDocument(view, view.say(TITLE), sections=(section,))
