"""The list of what is to be done (督办清单): one task for each thing, carried from one round to the next."""

import datetime
from collections.abc import Collection, Iterable

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text

TASKS = Text("督办清单", "Tasks")
"""The sheet that holds the list."""

OPEN = Text("未销号", "open")
CLOSED = Text("已销号", "closed")

PLACE = Text("单位", "Place")
WHAT = Text("事项", "What is to be done")
BY = Text("责任单位", "By whom")
DEADLINE = Text("时限", "By when")
STATE = Text("销号状态", "State")
FIRST = Text("首次列入", "Listed since")
KEY = Text("对应编号", "Key")
BETWEEN = "|"
"""Stands between the parts of a key."""

HEADINGS = (PLACE, WHAT, BY, DEADLINE, STATE, FIRST, KEY)
"""The headings of its columns; a list is read by them whatever their order."""


@shown_briefly
class Task(NamedTuple):
    """One thing to be done. ``key`` tells it from every other: its place, its indicator, what is needed.

    An office fills in the ``deadline`` and who does it. ``first`` is the day of the list it was first in.
    """

    key: str
    place: str
    what: str
    by: str
    deadline: str
    first: datetime.date
    is_open: bool = True

    @property
    def of_place(self) -> str:
        """The place that the key names."""
        return self.key.partition(BETWEEN)[0]


def carried(earlier: Iterable[Task], now: Iterable[Task], judged: Collection[str]) -> tuple[Task, ...]:
    """Return an earlier list brought up to date: what is no longer needed of a place that was ``judged`` is
    closed, what still is stays open with its first day, deadline and whoever does it; what is new follows.
    """
    needed = {task.key: task for task in now}
    kept = {task.key: _brought_up(task, needed.get(task.key), judged) for task in earlier}
    return (*kept.values(), *(task for key, task in needed.items() if key not in kept))


def _brought_up(task: Task, now: Task | None, judged: Collection[str]) -> Task:
    if now is None:
        return task._replace(is_open=False) if task.of_place in judged else task
    return now._replace(by=task.by or now.by, deadline=task.deadline, first=task.first)
