"""Annotations: diagnostics on files and targets that are not met, each with its place.

Lines for editors, annotations of CI systems and results of code scanners are made of them.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..diagnostics import Diagnostic, Path, Place, Severity, SourceFile, written
from ..domain.assessments import Assessment, FileDiagnostics
from ..domain.findings import Finding
from ..domain.outcomes import Outcome
from ..domain.run import Run
from ..text import Text
from .findings import cited_as
from .view import View

SEVERITIES: dict[Outcome, Severity | None] = {
    Outcome.MET: None,
    Outcome.MISSED: Severity.ERROR,
    Outcome.UNDECIDED: Severity.WARNING,
    Outcome.NO_DATA: Severity.WARNING,
    Outcome.NOT_DUE: Severity.NOTE,
    Outcome.WAIVED: Severity.NOTE,
}
"""The severity of an outcome in a list with diagnostics; ``None`` where there is nothing to tell."""

FINDING = Text("{illustrative}{name}：{outcome}。{message}", "{illustrative}{name}: {outcome}. {message}")
BY_DOCUMENT = Text("{document}{name}", "{name}, {document}")
ILLUSTRATIVE = Text("（示例，数值未经公布）", "(illustrative, values not published) ")
CITED = Text(
    "{message}原文：“{wording}”（{told}）。",
    "{message} Words: “{wording}”, {told}.",
)
DIAGNOSTIC = Text("{message}。{fix}", "{message}; {fix}")
_MOST_OF_A_PLACE = 300
"""The most characters shown of a symbolic place: a key in it can have any length."""


class Annotation(NamedTuple):
    """A message about one place in one file. ``id`` is the id of a kind of diagnostic, or of a target.

    ``source`` is the file it is about; ``place`` is ``None`` where the file has none to show.
    """

    severity: Severity
    id: str
    message: Text
    source: SourceFile
    place: Place | None
    at: Path

    @property
    def spot(self) -> Place:
        """The place, or the beginning of the file where the whole file is meant."""
        return self.place or Place(1, 1)

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return self.spot.line

    @property
    def column(self) -> int:
        """The column in characters, counted from 1."""
        return self.spot.column

    @property
    def where(self) -> str:
        """The symbolic place as people read it; a very long one is cut."""
        where = written(self.at)
        return where if len(where) <= _MOST_OF_A_PLACE else f"{where[:_MOST_OF_A_PLACE]}…"


def annotations(assessment: Assessment, run: Run, view: View) -> list[Annotation]:
    """Return the annotations of a report, in the order of lines."""
    told = [*_of_findings(assessment, run, view), *_of_diagnostics(assessment)]
    return sorted(told, key=lambda one: (one.line, one.column))


def of_files(files: Iterable[FileDiagnostics]) -> Iterator[Annotation]:
    """Return the annotations of files that no verdict rests on."""
    for file in files:
        yield from (of_diagnostic(one, file.source) for one in file.diagnostics)


def worst_first(told: Iterable[Annotation]) -> list[Annotation]:
    """Return errors first, then warnings, then notes; the order within each stays."""
    weights = list(Severity)
    return sorted(told, key=lambda one: weights.index(one.severity))


def place_of(finding: Finding) -> Path:
    """Return the place of a finding: its observation, or where an observation would stand."""
    if finding.at is not None:
        return finding.at
    return ("observations", finding.target.indicator.id)


def severity_of(finding: Finding) -> Severity | None:
    """Return the severity of a finding; one that does not weigh is a note at most."""
    severity = SEVERITIES[finding.outcome]
    return severity if finding.weighs else severity and Severity.NOTE


def _of_findings(assessment: Assessment, run: Run, view: View) -> Iterator[Annotation]:
    for finding in assessment.findings:
        severity = severity_of(finding)
        if severity is not None:
            at = place_of(finding)
            message = message_of(finding, assessment, run, view)
            place = assessment.source.find(at)
            yield Annotation(severity, finding.target.id, message, assessment.source, place, at)


def message_of(finding: Finding, assessment: Assessment, run: Run, view: View) -> Text:
    """Return a finding in words, with its citation where the view is verbose."""
    message = FINDING.format(
        illustrative=ILLUSTRATIVE if assessment.illustrative else "",
        name=_name_of(finding, assessment),
        outcome=finding.called,
        message=finding.message,
    )
    if not view.verbose:
        return message
    return CITED.format(message=message, **cited_as(finding.target, run.documents))


def _name_of(finding: Finding, assessment: Assessment) -> Text:
    """Return what is measured, with the document judged by where outputs name it."""
    name, title = finding.target.indicator.name, assessment.document_title
    return BY_DOCUMENT.format(name=name, document=title) if title else name


def _of_diagnostics(assessment: Assessment) -> Iterator[Annotation]:
    yield from (of_diagnostic(one, assessment.source) for one in assessment.diagnostics)


def of_diagnostic(diagnostic: Diagnostic, listed_with: SourceFile) -> Annotation:
    """Return the annotation of a diagnostic: its message and how to fix it."""
    source, place = diagnostic.found_in(listed_with)
    message = DIAGNOSTIC.format(message=diagnostic.message, fix=diagnostic.fix)
    return Annotation(diagnostic.kind.severity, diagnostic.kind.id, message, source, place, diagnostic.at)
