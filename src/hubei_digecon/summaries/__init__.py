"""What came out, as an official writes it: a paragraph, and the problems, worst first. All pure.

Those of scoreboards and trends are imported when they are asked for: a check needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .problems import NO_PROBLEMS as NO_PROBLEMS
from .problems import Problem as Problem
from .problems import problems_of as problems_of
from .reports import summary_of as summary_of

if TYPE_CHECKING:
    from .boards import board_problems as board_problems
    from .boards import board_summary as board_summary
    from .trends import trend_summaries as trend_summaries

_LATER = {"board_problems": "boards", "board_summary": "boards", "trend_summaries": "trends"}


def __getattr__(name: str) -> Any:
    """Return what a module of scoreboards or trends defines; it is imported for that."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
