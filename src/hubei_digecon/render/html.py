"""One HTML page that needs nothing beside it: to be read in a browser, on a phone, or printed on A4.

Needs Jinja2, the extra ``html``. Names of items that were counted stay out of it.
"""

from ..redaction import redacted, redacted_board
from ..run import Run
from ..scoreboard.board import Scoreboard
from .page.template import filled
from .page.whole import versions_of
from .view import View


def render(run: Run, view: View) -> str:
    """Return a section a report; over several, a table above them."""
    return filled(versions_of(redacted(run, counted_only=True), view))


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard and the recipe, then a section a report."""
    shown = redacted_board(board, counted_only=True)
    return filled(versions_of(Run.of_board(shown), view, shown))
