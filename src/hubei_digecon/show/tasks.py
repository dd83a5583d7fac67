"""What is to be done after a run, from what its findings need and what they miss (督办清单)."""

from collections.abc import Iterable, Iterator

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


def tasks_of(run: Run, view: View) -> tuple[Task, ...]:
    """Return what is to be done, each thing once, carried on from the earlier list of the run."""
    now = (task for assessment in run.assessments for task in tasks_of_report(assessment, run, view))
    return carried_on(now, run)


def carried_on(now: Iterable[Task], run: Run) -> tuple[Task, ...]:
    """Return what is to be done ``now``, carried on from the earlier list of a run."""
    readable = (one for one in run.assessments if one.verdict is not Verdict.INVALID)
    return carried(run.earlier_tasks, now, {one.entity or "" for one in readable})


def facts_of(run: Run, view: View) -> tuple[PageFact, ...]:
    """Return whom the list is for, the periods and the day of the run."""
    places = dict.fromkeys(name_of(one, view) for one in run.assessments)
    periods = dict.fromkeys(view.written(one.period) for one in run.assessments if one.period)
    told = ((FOR, places), (PERIOD, periods), (AS_OF, (view.written(run.as_of),)))
    between = view.say(Text("、", ", "))
    return tuple(PageFact(view.say(label), between.join(values)) for label, values in told if values)


def tasks_of_report(assessment: Assessment, run: Run, view: View) -> Iterator[Task]:
    """Return what is to be done after one report."""
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
