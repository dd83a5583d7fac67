"""The sheets of annexes: what is to be done, the documents that reports name, the items left out."""

from collections.abc import Callable
from typing import Any

from ...domain.assessments import Assessment
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
from ..tasks import TaskList
from ..view import View
from . import words
from .findings import is_illustrative

_OF_PLACE: Column[Any] = Column("entity", PLACE, lambda row, view: name_of(row.assessment, view), most=18)
_DIGEST: Column[EvidenceDocument] = Column("sha256", words.DIGEST, lambda row, _: row.sha256, most=66)


def task_sheets(run: Run, view: View) -> tuple[Table[Task], ...]:
    """Return what is to be done, carried on from the earlier list; nothing where there is nothing."""
    return sheet_of_tasks(TaskList.of_run(run, view))


def sheet_of_tasks(listed: TaskList) -> tuple[Table[Task], ...]:
    """Return tasks as a sheet; nothing where there are none."""
    made = Table(TASKS, TASK_COLUMNS, listed.tasks, repeated=1, illustrative=listed.illustrative)
    return (made,) if listed.tasks else ()


def annex_sheets(run: Run) -> tuple[Table[Any], ...]:
    """Return the documents that reports name and the items that do not count, each where there are any."""
    marked = is_illustrative(run)
    sheets = (
        table._replace(
            rows=tuple(row for one in run.assessments for row in rows_of(one, run)), illustrative=marked
        )
        for table, rows_of in ANNEXES
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


ANNEXES: tuple[tuple[Table[Any], Callable[[Assessment, Run], tuple[Any, ...]]], ...] = (
    (Table(words.EVIDENCE, (_OF_PLACE, *EVIDENCE_COLUMNS, _DIGEST), ()), evidence_of),
    (Table(words.NOT_COUNTED, (_OF_PLACE, *LEFT_OUT_COLUMNS), ()), lambda one, _: items_left_out(one)),
)
"""The sheets of annexes, and what stands in each for a report."""
