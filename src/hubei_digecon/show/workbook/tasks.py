"""The list of what is to be done as a workbook, to be handed over by itself and carried on (督办清单)."""

import datetime
from collections.abc import Iterable, Iterator

from ...domain.assessments import Assessment
from ...domain.run import Run, RunInParts
from ...domain.scoreboard import Scoreboard
from ...domain.tasks import TASKS
from ..scoreboard.document import ILLUSTRATIVE
from ..tasks import ASKED, COLUMNS, NOTHING, TITLE, ReportTasks, TaskList
from ..view import View
from . import words
from .book import written_in_bits
from .printed import Block, PrintedLine, PrintedSheet


def part(assessment: Assessment, run: Run, view: View) -> ReportTasks:
    """Return what is to be done after a report."""
    return ReportTasks.of(assessment, run, view)


def whole(parts: Iterable[ReportTasks], run: RunInParts, view: View) -> Iterator[bytes]:
    """Return the list of a run: a sheet that is printed, and that the next round reads."""
    return _drawn(TaskList.of(parts, run, view), run.as_of, view)


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the list of the places of a scoreboard."""
    run = Run.of_board(board)
    return b"".join(_drawn(TaskList.of_run(run, view), run.as_of, view))


def _drawn(listed: TaskList, day: datetime.date, view: View) -> Iterator[bytes]:
    facts = (view.say(words.SAID_OF, name=one.label, told=one.value) for one in listed.facts)
    above = (
        PrintedLine(view.say(TITLE), "title"),
        *map(PrintedLine, facts),
        *((PrintedLine(view.say(ILLUSTRATIVE), "warning"),) if listed.illustrative else ()),
        PrintedLine(view.say(ASKED if listed.tasks else NOTHING)),
    )
    block = Block(above, listed.tasks)
    sheet = PrintedSheet(TASKS, COLUMNS, (block,), listed.illustrative, repeats=True, beside=1)
    return written_in_bits(view.say(TITLE), (sheet,), day, view)
