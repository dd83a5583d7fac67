"""The ways in which a run is shown: formats in a view, and what is told beside formats."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..records import NamedTuple
from ..text import Text
from .format import Format, RunFormat
from .view import View


def _verdicts() -> RunFormat:
    from . import verdicts

    return verdicts


def _errors() -> RunFormat:
    from .verdicts import ErrorsAlone

    return ErrorsAlone()


def _counts() -> RunFormat:
    from .verdicts import CountsAlone

    return CountsAlone()


_BESIDE = Text("在标准错误上说明", "told on standard error")
VERDICTS = Format("verdicts", _BESIDE, data=False, runs=_verdicts)
"""The verdicts, as they are told beside formats that go into files."""

COUNTS = Format("counts", _BESIDE, data=False, runs=_counts)
"""What a run comes to, without a line a report."""

ERRORS = Format("errors", _BESIDE, data=False, runs=_errors)
"""The errors of all files, as they are told beside formats that have no room for them."""


class FormatInView(NamedTuple):
    """A way to show a run: a format in a view."""

    format: Format
    view: View

    def part(self, assessment: Assessment, run: Run) -> Any:
        """Return what the whole needs of a report."""
        return self.format.shows(self.view).part(assessment, run, self.view)

    def whole(self, parts: Iterable[Any], run: RunInParts) -> Iterator[str | bytes]:
        """Return the run bit by bit."""
        return self.format.whole(parts, run, self.view)
