"""What is to be done after a run, from what its findings need and what they miss (督办清单)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..diagnostics import written
from ..domain.assessments import Assessment
from ..domain.outcomes import Outcome, Party, Verdict
from ..domain.run import Run
from ..domain.tasks import (
    BETWEEN,
    BY,
    CLOSED,
    DEADLINE,
    FIRST,
    KEY,
    OPEN,
    PLACE,
    STATE,
    WHAT,
    Task,
    carried,
)
from ..text import Text
from .document import Column, PageFact
from .page.section import name_of
from .page.words import AS_OF, PERIOD
from .view import View

TITLE = Text("补充材料通知（督办清单）", "What is needed (tasks)")
FOR = Text("送达单位", "To")
ASKED = Text(
    "请各责任单位在时限前补齐下列材料、说明有关情况；已销号的事项不再办理。",
    "Please hand in or explain what is listed by the day given; what is closed needs nothing more.",
)
NOTHING = Text(
    "没有需要补充的材料，也没有需要说明的事项。", "Nothing is needed, and nothing is to be explained."
)

_MISSED = Text(
    "{indicator}未完成，说明原因及下一步措施", "{indicator} is missed: the cause and the next measures"
)
_NEEDED = Text("{indicator}：{what}", "{indicator}: {what}")
_TO_FIX = Text("更正：{message}", "to be fixed: {message}")


class ReportTasks(NamedTuple):
    """What is to be done after one report, of a place of this name in this period in words.

    ``judged`` is the place where the report could be read.
    """

    tasks: tuple[Task, ...]
    name: str
    period: str
    judged: str | None
    illustrative: bool

    @classmethod
    def of(cls, assessment: Assessment, run: Run, view: View) -> "ReportTasks":
        """Return what is to be done after a report."""
        readable = assessment.verdict is not Verdict.INVALID
        return cls(
            tuple(_tasks_of(assessment, run, view)),
            name_of(assessment, view),
            view.written(assessment.period) if assessment.period else "",
            assessment.entity or "" if readable else None,
            assessment.illustrative,
        )


class TaskList(NamedTuple):
    """What is to be done after a run, each thing once, carried on from the earlier list of the run; whom the
    list is for, the periods and the day. ``illustrative``: values of a report are not published.
    """

    tasks: tuple[Task, ...]
    facts: tuple[PageFact, ...]
    illustrative: bool

    @classmethod
    def of(cls, parts: Iterable[ReportTasks], run: Run, view: View) -> "TaskList":
        """Return the list after reports, of each of which only what is new is kept."""
        gathered = _TasksGathered()
        tasks = carried(run.earlier_tasks, gathered.each(parts), gathered.judged)
        told = ((FOR, gathered.names), (PERIOD, gathered.periods), (AS_OF, (view.written(run.as_of),)))
        between = view.say(Text("、", ", "))
        facts = (PageFact(view.say(label), between.join(values)) for label, values in told if values)
        return cls(tasks, tuple(facts), gathered.illustrative)

    @classmethod
    def of_run(cls, run: Run, view: View) -> "TaskList":
        """Return the list after a run that holds its reports."""
        return cls.of((ReportTasks.of(one, run, view) for one in run.assessments), run, view)


class _TasksGathered:
    """What is known so far of the reports whose tasks are listed."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self.periods: dict[str, None] = {}
        self.judged: set[str] = set()
        self.illustrative = False

    def each(self, parts: Iterable[ReportTasks]) -> Iterator[Task]:
        """Return the tasks after reports one by one, and note the rest."""
        for one in parts:
            yield from one.tasks
            self.names[one.name] = None
            if one.period:
                self.periods[one.period] = None
            if one.judged is not None:
                self.judged.add(one.judged)
            self.illustrative = self.illustrative or one.illustrative


def _tasks_of(assessment: Assessment, run: Run, view: View) -> Iterator[Task]:
    place = assessment.entity or assessment.source.path

    def task(key: tuple[str, str], what: Text, by: Party) -> Task:
        keyed = BETWEEN.join((place, *key))
        return Task(keyed, name_of(assessment, view), view.say(what), view.say(by.term), "", run.as_of)

    for one in assessment.diagnostics:
        if one.is_error:
            yield task((one.kind.id, written(one.at)), _TO_FIX.format(message=one.message), Party.SUBMITTER)
    for finding in assessment.findings:
        name, needed = finding.target.indicator.name, finding.needed
        if needed:
            key = finding.target.key, written(needed.at)
            yield task(key, _NEEDED.format(indicator=name, what=needed.what), needed.by)
        elif finding.outcome is Outcome.MISSED and finding.weighs:
            yield task((finding.target.key, "deviation"), _MISSED.format(indicator=name), Party.SUBMITTER)


COLUMNS: tuple[Column[Task], ...] = (
    Column("place", PLACE, lambda row, _: row.place, most=22),
    Column("what", WHAT, lambda row, _: row.what, most=60),
    Column("by", BY, lambda row, _: row.by, most=18),
    Column("deadline", DEADLINE, lambda row, _: row.deadline, most=14),
    Column("state", STATE, lambda row, view: view.say(OPEN if row.is_open else CLOSED)),
    Column("first", FIRST, lambda row, _: row.first),
    Column("key", KEY, lambda row, _: row.key, most=60),
)
"""The columns of the list."""
