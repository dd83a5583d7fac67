"""The list of what is to be done as a document for Word, to be handed over by itself (督办清单)."""

import datetime
from collections.abc import Iterable, Iterator

from ...domain.assessments import Assessment
from ...domain.run import Run, RunInParts
from ...domain.scoreboard import Scoreboard
from ...domain.tasks import TASKS
from ..document import Paragraph, Part, Section, Table
from ..tasks import ASKED, COLUMNS, NOTHING, TITLE, ReportTasks, TaskList
from ..view import View
from . import words
from .blocks import blocks_of
from .drawing import DrawnSection, Letter, bits_of

_SHOWN = tuple(one for one in COLUMNS if one.id not in ("first", "key"))
"""The columns that an office reads; the others are for the next round, which reads the workbook."""


def part(assessment: Assessment, run: Run, view: View) -> ReportTasks:
    """Return what is to be done after a report."""
    return ReportTasks.of(assessment, run, view)


def whole(parts: Iterable[ReportTasks], run: RunInParts, view: View) -> Iterator[bytes]:
    """Return the list of a run."""
    return _drawn(TaskList.of(parts, run, view), run.as_of, view)


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the list of the places of a scoreboard."""
    run = Run.of_board(board)
    return b"".join(_drawn(TaskList.of_run(run, view), run.as_of, view))


def _drawn(listed: TaskList, day: datetime.date, view: View) -> Iterator[bytes]:
    view = view._replace(encoding="utf-8", quiet=False, verbose=False)
    section = tasks_section(listed, view)
    sections = (DrawnSection(blocks_of(section, view), section.running),)
    return bits_of(Letter(view, section.title, sections, day))


def tasks_section(listed: TaskList, view: View) -> Section:
    """Return the list with whom it is for and where it is signed, or that nothing is needed."""
    tasks, marked = listed.tasks, listed.illustrative
    lead = Paragraph((view.say(ASKED if tasks else NOTHING),))
    table = Table(TASKS, _SHOWN, tasks, marks_gaps=False, repeated=1, illustrative=marked)
    signed = Paragraph((view.say(words.ISSUER), view.say(words.SIGNED_ON)))
    return Section(
        view.say(TITLE),
        facts=listed.facts,
        parts=(
            Part(lead=(lead,), tables=(table,) if tasks else ()),
            Part(lead=(signed,), sort="signature"),
        ),
        running=view.say(words.RUNNING) if marked else "",
    )
