"""Formats that draw documents: whatever can be made a document is shown by one of them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..domain.run_counts import FilesRead
from .view import View

if TYPE_CHECKING:
    from ..domain.differences import Comparison
    from ..domain.scoreboard import Scoreboard
    from ..trends.values import Trend
    from .document import Section, ShownDocument
    from .targets import TargetList


class Drawing(Protocol):
    """Draws documents, and their sections one by one."""

    def draw(self, document: "ShownDocument") -> str:
        """Return a document."""

    def section(self, shown: "Section", view: View) -> str:
        """Return one section of a document."""

    def drawn(self, document: "ShownDocument", sections: Iterable[str]) -> Iterator[str]:
        """Return a document bit by bit, with its sections as they are drawn."""


class Drawn:
    """A format that draws documents: it shows whatever can be made one."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing, self.draw = drawing, drawing.draw

    def part(self, assessment: Assessment, run: Run, view: View) -> str:
        """Draw one report of a run."""
        from .report import quiet_document, section_of

        if view.quiet:
            return self.draw(quiet_document(assessment, view))
        return self.drawing.section(section_of(assessment, run, view), view)

    def whole(self, parts: Iterable[str], run: RunInParts, view: View) -> Iterator[str]:
        """Draw a run, with its reports as they are drawn."""
        from .report import run_document

        return self.drawing.drawn(run_document(run, view), parts)

    def linted(self, files: FilesRead, view: View) -> str:
        """Draw what reading files found."""
        from .lint import files_document

        return self.draw(files_document(files, view))

    def scored(self, board: "Scoreboard", view: View) -> str:
        """Draw a scoreboard."""
        from .scoreboard.document import board_document

        return self.draw(board_document(board, view))

    def trended(self, trend: "Trend", view: View) -> str:
        """Draw a trend."""
        from .trend.document import trend_document

        return self.draw(trend_document(trend, view))

    def differed(self, comparison: "Comparison", view: View) -> str:
        """Draw what differs."""
        from .differences import difference_document

        return self.draw(difference_document(comparison, view))

    def listed(self, targets: "TargetList", view: View) -> str:
        """Draw published targets."""
        from .targets import targets_document

        return self.draw(targets_document(targets, view))


class DrawnCircular(Drawn):
    """Draws the circular on a scoreboard in place of its table."""

    def scored(self, board: "Scoreboard", view: View) -> str:
        """Draw the circular."""
        from .scoreboard.circular import circular_document

        return self.draw(circular_document(board, view._replace(quiet=False)))
