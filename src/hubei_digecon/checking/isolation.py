"""Sentences are put together only when they are shown: a fault of the program there stays with its report."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..evaluate import invalid
from ..findings import Assessment, Settings
from ..internal import internal_fault
from ..run import Run

Shown = TypeVar("Shown")


class IsolatedRun:
    """A run that is shown; ``run`` is without the reports that cannot be put into words."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def show(self, render: Callable[[Run], Shown]) -> Shown:
        """Return the run as ``render`` shows it, reports that cannot be shown told as faults of the program.

        Raises:
            Exception: what ``render`` raises, where that is no report's doing.
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
    """Return an assessment, or in its place what the program failed at as it was put into words."""
    try:
        for finding in assessment.findings:
            _ = finding.message, finding.needed
        for diagnostic in assessment.diagnostics:
            _ = diagnostic.message, diagnostic.mend
    except Exception as error:
        fault = (internal_fault(error),)
        return invalid(assessment.source, fault, settings, assessment.entity, assessment.period)
    return assessment
