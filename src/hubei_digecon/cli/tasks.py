"""The option that names an earlier list of what is to be done, and the tasks in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..text import Text
from .options import option
from .proposals import files

if TYPE_CHECKING:
    from ..domain.tasks import Task

EARLIER_TASKS = Text(
    "上一轮的工作簿（核验工作簿、汇总工作簿或督办清单），其督办清单接续到本轮（已销号／未销号）",
    "the workbook or the list of an earlier round, whose tasks are carried on (closed or open)",
)


def tasks_option() -> Callable[[Any], Any]:
    """Return the option ``--earlier-tasks``."""
    return option(
        "--earlier-tasks", "earlier_tasks", metavar="FILE", shell_complete=files, help=EARLIER_TASKS
    )


def tasks_in(path: str | None) -> "tuple[Task, ...]":
    """Return the tasks of an earlier list; nothing without one.

    Raises:
        InputError: where the workbook is unreadable or none with such a list.
    """
    if path is None:
        return ()
    from ..load.tasks import read_tasks  # few runs carry a list on

    return read_tasks(path)
