"""What is said in words: the findings of a report with the words they cite, and remarks on files."""

from collections.abc import Iterable, Iterator

from ...diagnostics import Diagnostic, Severity, SourceFile
from ...findings import Assessment, Finding
from ...run import Run
from ...text import Text
from ..cited import cited_as
from ..parts import MARKS, words_of
from ..remarks import MEND
from ..view import View
from .model import Fact, Opinion, Remark
from .words import CITED, MESSAGE, NUMBERED, SOURCES

SEVERITY_MARKS = {Severity.ERROR: "missed", Severity.WARNING: "undecided", Severity.NOTE: "not_due"}
"""Which outcome a severity is coloured like."""


def outcome_in_short(finding: Finding, view: View) -> str:
    """Return the sign of an outcome and what it is called: never told by colour alone."""
    return f"{MARKS[finding.outcome][0]} {view.say(finding.called)}"


def opinions_of(assessment: Assessment, run: Run, view: View) -> tuple[Opinion, ...]:
    """Return every finding of a report in words."""
    documents = _documents(assessment)
    return tuple(
        _opinion(number, finding, documents, assessment.source, run, view)
        for number, finding in enumerate(assessment.findings, 1)
    )


def sources_of(assessment: Assessment, run: Run, view: View) -> Iterator[Fact]:
    """Return the documents that the findings cite, by the numbers they are cited with."""
    cited = {finding.target.source.document: finding.target for finding in assessment.findings}
    for number, id in enumerate(_documents(assessment), 1):
        values = {"number": number, **cited_as(cited[id], run.documents)}
        yield Fact(view.say(SOURCES), view.say(NUMBERED, **values))


def remarks_of(diagnostics: Iterable[Diagnostic], listed_with: SourceFile, view: View) -> Iterator[Remark]:
    """Return remarks without the lines they are about: those can name items that were counted."""
    for one in diagnostics:
        source, place = one.found_in(listed_with)
        yield Remark(
            path=f"{source.path}:" if place else source.path,
            place=str(place or ""),
            own=source is listed_with,
            severity=view.say(one.kind.severity.term),
            mark=SEVERITY_MARKS[one.kind.severity],
            id=one.kind.id,
            message=view.say(one.message),
            mend=view.say(MEND, mend=one.mend),
        )


def _documents(assessment: Assessment) -> list[str]:
    return list(dict.fromkeys(finding.target.source.document for finding in assessment.findings))


def _opinion(
    number: int, finding: Finding, documents: list[str], source: SourceFile, run: Run, view: View
) -> Opinion:
    target = finding.target
    said = outcome_in_short(finding, view)
    values = {**cited_as(target, run.documents), "number": documents.index(target.source.document) + 1}
    small = Text.joined((CITED.format(**values), *((target.note,) if target.note else ())))
    return Opinion(
        heading=f"{number} {view.say(MESSAGE, name=target.indicator.name, outcome=said)}",
        mark=finding.outcome.id,
        words=tuple(words_of(finding, source, view)),
        cited=view.say(small),
    )
