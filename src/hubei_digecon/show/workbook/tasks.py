"""The list of what is to be done as a workbook, to be handed over by itself and carried on (督办清单)."""

from ...domain.run import Run
from ...domain.scoreboard import Scoreboard
from ...domain.tasks import TASKS
from ..scoreboard.document import ILLUSTRATIVE
from ..tasks import ASKED, COLUMNS, NOTHING, TITLE, facts_of, tasks_of
from ..view import View
from . import words
from .book import written
from .findings import is_illustrative
from .printed import Block, PrintedLine, PrintedSheet


def render(run: Run, view: View) -> bytes:
    """Return the list of a run: a sheet that is printed, and that the next round reads."""
    tasks = tasks_of(run, view)
    marked = is_illustrative(run)
    facts = (view.say(words.SAID_OF, name=one.label, told=one.value) for one in facts_of(run, view))
    above = (
        PrintedLine(view.say(TITLE), "title"),
        *map(PrintedLine, facts),
        *((PrintedLine(view.say(ILLUSTRATIVE), "warning"),) if marked else ()),
        PrintedLine(view.say(ASKED if tasks else NOTHING)),
    )
    sheet = PrintedSheet(TASKS, COLUMNS, (Block(above, tasks),), marked, repeats=True, beside=1)
    return written(view.say(TITLE), (sheet,), run.as_of, view)


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the list of the places of a scoreboard."""
    return render(Run.of_board(board), view)
