"""The sheets of annexes: what is to be done, the documents that reports name, the items left out."""

from typing import Any

from ...domain.run import Run
from ...domain.tasks import TASKS, Task
from ..annexes import (
    EVIDENCE_COLUMNS,
    LEFT_OUT_COLUMNS,
    EvidenceDocument,
    evidence_of,
    items_left_out,
)
from ..document import Column, Table
from ..page.section import name_of
from ..scoreboard.columns import PLACE
from ..tasks import COLUMNS as TASK_COLUMNS
from ..tasks import tasks_of
from ..view import View
from . import words
from .findings import is_illustrative

_OF_PLACE: Column[Any] = Column("entity", PLACE, lambda row, view: name_of(row.assessment, view), most=18)
_DIGEST: Column[EvidenceDocument] = Column("sha256", words.DIGEST, lambda row, _: row.sha256, most=66)


def task_sheets(run: Run, view: View) -> tuple[Table[Task], ...]:
    """Return what is to be done, carried on from the earlier list; nothing where there is nothing."""
    tasks = tasks_of(run, view)
    made = Table(TASKS, TASK_COLUMNS, tasks, repeated=1, illustrative=is_illustrative(run))
    return (made,) if tasks else ()


def annex_sheets(run: Run) -> tuple[Table[Any], ...]:
    """Return the documents that reports name and the items that do not count, each where there are any."""
    documents = tuple(row for one in run.assessments for row in evidence_of(one, run))
    left_out = tuple(row for one in run.assessments for row in items_left_out(one))
    marked = is_illustrative(run)
    sheets = (
        Table(words.EVIDENCE, (_OF_PLACE, *EVIDENCE_COLUMNS, _DIGEST), documents, illustrative=marked),
        Table(words.NOT_COUNTED, (_OF_PLACE, *LEFT_OUT_COLUMNS), left_out, illustrative=marked),
    )
    return tuple(sheet for sheet in sheets if sheet.rows)
