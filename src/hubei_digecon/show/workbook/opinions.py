"""The opinions on reports, as they are printed: a block a report, on two pages at most."""

from collections.abc import Iterator

from ...domain.assessments import Assessment
from ...domain.outcomes import Outcome
from ...domain.run import Run
from ...domain.targets import cited_in
from ...summaries import problems_of, summary_of
from ..document import Column
from ..findings import JudgedFinding, findings_of, required_cell, words_of
from ..page.section import name_of
from ..report import BY_DOCUMENT, DIAGNOSTICS, ILLUSTRATIVE, REASONS, SUBTITLE
from ..verdicts import last_line
from ..view import View
from . import words
from .findings import FINDINGS, is_illustrative
from .opening import listed, opening, problem_lines
from .printed import Block, PrintedLine, PrintedSheet

_SHOWN = ("observed", "decided_on", "gap", "attainment", "outcome", "evidence")
_OF_FINDING = {column.id: column for column in FINDINGS}

PRINTED: tuple[Column[JudgedFinding], ...] = (
    _OF_FINDING["number"],
    _OF_FINDING["indicator"]._replace(most=32),
    Column("required", words.TARGET, lambda row, view: required_cell(row.finding, view)),
    *(_OF_FINDING[id] for id in _SHOWN),
)
"""The columns in print: value and outcome side by side, nothing that only a program asks for."""

PRINTED_OF_PLACES = (_OF_FINDING["entity"], *PRINTED)
"""The same of several places."""


def opinions_sheets(run: Run, view: View) -> tuple[PrintedSheet, ...]:
    """Return the opinions on all reports as a sheet; none without reports."""
    blocks = (block for assessment in run.assessments for block in blocks_of(assessment, run, view))
    sheet = PrintedSheet(words.OPINIONS, PRINTED, blocks, is_illustrative(run))
    return (sheet,) if run.assessments else ()


def blocks_of(assessment: Assessment, run: Run, view: View) -> Iterator[Block]:
    """Return a page with what came out and the table, and one with what is said of it."""
    rows = tuple(findings_of(assessment, run))
    above = (
        *opening(
            _title(assessment, view),
            _facts(assessment, run, view),
            ILLUSTRATIVE if assessment.illustrative else None,
            (summary_of(assessment, run),),
            view,
        ),
        *problem_lines(problems_of(assessment, run), view),
    )
    yield Block(above, rows, (PrintedLine(last_line(assessment, view), "heading"),), pages=1, carries=True)
    said = (
        *listed(REASONS, _in_words(rows, view), view),
        *listed(DIAGNOSTICS, _diagnostics(assessment, view), view),
    )
    yield Block(said, (), pages=1)


def _title(assessment: Assessment, view: View) -> str:
    period = assessment.period.words if assessment.period else ""
    return view.say(words.OPINION_ON, name=name_of(assessment, view), period=period)


def _facts(assessment: Assessment, run: Run, view: View) -> Iterator[str]:
    if assessment.period:
        values = {"period": assessment.period, "revision": assessment.revision or "–"}
        yield view.say(SUBTITLE, as_of=run.as_of, **values)
    if assessment.document_title:
        yield view.say(BY_DOCUMENT, document=cited_in(assessment.document or "", run.documents))


def _in_words(rows: tuple[JudgedFinding, ...], view: View) -> Iterator[PrintedLine]:
    """Return what is said of each finding: of the targets met last, since these can be left out first."""
    for row in sorted(rows, key=lambda row: row.finding.outcome is Outcome.MET):
        name = view.say(row.finding.target.indicator.name)
        told = " ".join(words_of(row.finding, row.assessment.source, view))
        line = view.say(words.NUMBERED, number=row.number, text=view.say(words.SAID_OF, name=name, told=told))
        yield PrintedLine(line, dispensable=True)


def _diagnostics(assessment: Assessment, view: View) -> Iterator[PrintedLine]:
    for one in assessment.diagnostics:
        values = {"severity": one.kind.severity.term, "message": one.message, "fix": one.fix}
        yield PrintedLine(view.say(words.TOLD_AS, **values), dispensable=True)
