"""What is told one by one, each at its place: remarks on files, and targets that are not met.

Lines for editors, annotations of CI systems and code scanners all come from here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Path, Place, Severity, SourceFile, written
from ..findings import Assessment, FileRemarks, Finding, Outcome
from ..run import Run
from ..text import Text
from .cited import cited_as
from .view import View

SEVERITIES: dict[Outcome, Severity | None] = {
    Outcome.MET: None,
    Outcome.MISSED: Severity.ERROR,
    Outcome.UNDECIDED: Severity.WARNING,
    Outcome.NO_DATA: Severity.WARNING,
    Outcome.NOT_DUE: Severity.NOTE,
    Outcome.WAIVED: Severity.NOTE,
}
"""How much an outcome weighs where remarks and outcomes stand in one list; ``None``: nothing to tell."""

FINDING = Text("{illustrative}{name}：{outcome}。{message}", "{illustrative}{name}: {outcome}. {message}")
ILLUSTRATIVE = Text("（示例，数值未经公布）", "(illustrative, values not published) ")
CITED = Text(
    "{message}原文：“{wording}”（{document}第{paragraph}段）。",
    "{message} Words: “{wording}”, {document}, paragraph {paragraph}.",
)
REMARK = Text("{message}。{mend}", "{message}; {mend}")
_MOST_OF_A_PLACE = 300
"""Characters of a symbolic place, which may hold a key of any length, that are shown."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something told of one place in one file. ``id`` is that of a kind of remark, or of a target.

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
        """The place; the beginning of the file where the whole file is meant."""
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
        """The symbolic place as people read it; of a very long one only the beginning."""
        where = written(self.at)
        return where if len(where) <= _MOST_OF_A_PLACE else f"{where[:_MOST_OF_A_PLACE]}…"


def annotations(run: Run, view: View) -> list[Annotation]:
    """Return what there is to tell of a run, file by file, each file from its top to its end."""
    told = [*of_files(run.remarks)]
    for assessment in run.assessments:
        of_it = [*_of_findings(assessment, run, view), *_of_remarks(assessment)]
        told.extend(sorted(of_it, key=lambda one: (one.line, one.column)))
    return told


def of_files(files: Iterable[FileRemarks]) -> Iterator[Annotation]:
    """Return the remarks on files that nothing was judged by."""
    for file in files:
        yield from (of_remark(one, file.source) for one in file.diagnostics)


def worst_first(told: Iterable[Annotation]) -> list[Annotation]:
    """Return errors before warnings before notes, else in the order given."""
    weights = list(Severity)
    return sorted(told, key=lambda one: weights.index(one.severity))


def place_of(finding: Finding) -> Path:
    """Return where a finding is told: at its observation, else where one would stand."""
    if finding.at is not None:
        return finding.at
    return ("observations", finding.target.indicator.id)


def _of_findings(assessment: Assessment, run: Run, view: View) -> Iterator[Annotation]:
    for finding in assessment.findings:
        severity = SEVERITIES[finding.outcome]
        if severity is not None:
            at = place_of(finding)
            message = message_of(finding, assessment, run, view)
            place = assessment.source.find(at)
            yield Annotation(severity, finding.target.id, message, assessment.source, place, at)


def message_of(finding: Finding, assessment: Assessment, run: Run, view: View) -> Text:
    """Return a finding in words, its citation with it where the view is verbose."""
    message = FINDING.format(
        illustrative=ILLUSTRATIVE if assessment.illustrative else "",
        name=finding.target.indicator.name,
        outcome=finding.called,
        message=finding.message,
    )
    if not view.verbose:
        return message
    return CITED.format(message=message, **cited_as(finding.target, run.documents))


def _of_remarks(assessment: Assessment) -> Iterator[Annotation]:
    yield from (of_remark(one, assessment.source) for one in assessment.diagnostics)


def of_remark(diagnostic: Diagnostic, listed_with: SourceFile) -> Annotation:
    """Return a remark, what to do about it with it."""
    source, place = diagnostic.found_in(listed_with)
    message = REMARK.format(message=diagnostic.message, mend=diagnostic.mend)
    return Annotation(diagnostic.kind.severity, diagnostic.kind.id, message, source, place, diagnostic.at)
