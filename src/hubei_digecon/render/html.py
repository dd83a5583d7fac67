"""One HTML page that needs nothing beside it: to be read in a browser, on a phone, or printed on A4.

Needs Jinja2, the extra ``html``. Names of items that were counted stay out of it.
"""

from ..findings import Batch
from ..redaction import redacted, redacted_board
from ..scoreboard.board import Scoreboard
from .page.template import filled
from .page.whole import batch_of, versions_of
from .view import View


def render(batch: Batch, view: View) -> str:
    """Return a section a report; over several, a table above them."""
    return filled(versions_of(redacted(batch, counted_only=True), view))


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard and the recipe, then a section a report."""
    shown = redacted_board(board, counted_only=True)
    return filled(versions_of(batch_of(shown), view, shown))
