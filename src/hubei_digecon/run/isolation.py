"""Show a run so that a fault of the program stays with its report: sentences are made only when shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..diagnostics.internal import internal_fault
from ..domain.assessments import Assessment, Settings
from ..domain.run import Run
from ..judging import invalid

Shown = TypeVar("Shown")


class IsolatedRun:
    """A run that is being shown. In ``run`` a report that cannot be put into words is invalid."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def show(self, render: Callable[[Run], Shown]) -> Shown:
        """Return the run as ``render`` shows it. A report that cannot be shown becomes an internal fault.

        Raises:
            Exception: what ``render`` raises, where no report is the cause.
        """
        try:
            return render(self.run)
        except Exception:
            isolated = [_isolated(one, self.run.settings) for one in self.run.assessments]
            if all(new is old for new, old in zip(isolated, self.run.assessments, strict=True)):
                raise
            self.run = replace(self.run, assessments=isolated)
            return render(self.run)


def _isolated(assessment: Assessment, settings: Settings) -> Assessment:
    """Return an assessment, or an invalid one in its place where it cannot be put into words."""
    try:
        assessment.put_into_words()
    except Exception as error:
        fault = (internal_fault(error),)
        made = invalid(assessment.source, fault, settings, assessment.entity, assessment.period)
        return made._replace(document=assessment.document, document_title=assessment.document_title)
    return assessment
