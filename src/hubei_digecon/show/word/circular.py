"""The circular on a scoreboard (情况通报) as a document for Word.

It is what is sent: on paper it has room for a seal and a day.
"""

from ...domain.scoreboard import Scoreboard
from ...text import Text
from ..document import Paragraph, Part, ShownDocument
from ..scoreboard.circular import circular_document
from ..view import View
from . import words
from .drawing import written

ISSUER = Text("印发单位（盖章）：", "Office (seal):")


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the circular as the bytes of a document."""
    return written(circular_letter(board, view), board.as_of)


def circular_letter(board: Scoreboard, view: View) -> ShownDocument:
    """Return the circular under the title of its one section, to be signed at its end.

    Where values are illustrative, every page says so.
    """
    document = circular_document(board, view._replace(encoding="utf-8", quiet=False, verbose=False))
    (section,) = document.sections
    signed = Part(lead=(Paragraph((view.say(ISSUER), view.say(words.SIGNED_ON))),), sort="signature")
    running = view.say(words.RUNNING) if board.illustrative else ""
    letter = section._replace(parts=(*section.parts, signed), running=running)
    return document._replace(title=section.title, sections=(letter,))
