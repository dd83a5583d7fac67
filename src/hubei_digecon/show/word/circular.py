"""The circular (情况通报) on a scoreboard, as a document for Word."""

from ...domain.scoreboard import Scoreboard
from ..scoreboard.circular import circular_document
from ..view import View
from .drawing import written


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the circular as the bytes of a document."""
    document = circular_document(board, view)
    return written(document._replace(title=document.sections[0].title), board.as_of)
