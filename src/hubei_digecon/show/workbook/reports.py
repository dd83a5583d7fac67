"""A run as a workbook: the opinions in print; then a row a report, the findings, diagnostics and notes.

Needs openpyxl, the extra ``excel``. No text of a report becomes a formula or a link.
"""

from collections.abc import Callable

from ...diagnostics import Severity
from ...domain.assessments import Assessment
from ...domain.outcomes import INTERIM, Outcome, Verdict
from ...domain.run import Run
from ..document import Column, Marks, Table, Value
from ..page.section import document_of, name_of
from ..page.words import FILE, JUDGED_BY, PERIOD, REVISION, TITLE
from ..scoreboard.columns import PLACE, VERDICT, VERDICT_MARKS, short
from ..verdicts import closing_lines
from ..view import View
from . import notes, words
from .annexes import annex_sheets, task_sheets
from .book import AnySheet, written
from .changes import changes_sheets
from .diagnostics import diagnostics_sheet
from .findings import findings_sheet, illustrative_marks, is_illustrative, marked
from .opinions import opinions_sheets
from .schedule import schedule_sheets


def render(run: Run, view: View) -> bytes:
    """Return the workbook on what was judged."""
    told = [
        *notes.what_it_is(is_illustrative(run), view),
        *notes.what_was_asked(run, len(run.assessments), view),
        *notes.what_it_came_to(closing_lines(run.counts, view)),
        *notes.files_read(run, None, view),
    ]
    sheets: tuple[AnySheet, ...] = (
        *opinions_sheets(run, view),
        Table(words.SUMMARY, columns_of(run), run.assessments, repeated=2, illustrative=is_illustrative(run)),
        findings_sheet(run),
        *changes_sheets(run),
        *schedule_sheets(run),
        *task_sheets(run, view),
        *annex_sheets(run),
        diagnostics_sheet(run),
        notes.notes_sheet(told),
    )
    return written(view.say(TITLE), sheets, run.as_of, view)


def columns_of(run: Run) -> tuple[Column[Assessment], ...]:
    """Return the columns of the summary, the document judged by among them where outputs name it."""
    if not run.names_documents:
        return REPORTS
    entity, *others = REPORTS
    return (entity, Column("document", JUDGED_BY, document_of, most=36), *others)


def verdict_marks(view: View) -> Marks:
    """Return the colours of verdicts."""
    return {view.say(short(verdict)): mark for verdict, mark in VERDICT_MARKS.items()}


def interim(assessment: Assessment, view: View) -> str:
    """Return that a verdict is interim; empty for a final verdict and for an unreadable report."""
    settled = assessment.final or assessment.verdict is Verdict.INVALID
    return "" if settled else view.say(INTERIM)


def counted(assessment: Assessment, outcome: Outcome) -> Value:
    """Return how many findings have an outcome; ``None`` for a report that was not judged."""
    return None if assessment.verdict is Verdict.INVALID else assessment.counts[outcome]


def _count(outcome: Outcome) -> Callable[[Assessment, View], Value]:
    return lambda row, _: counted(row, outcome)


def _weighing(severity: Severity) -> Callable[[Assessment, View], Value]:
    return lambda row, _: sum(one.kind.severity is severity for one in row.diagnostics)


REPORTS: tuple[Column[Assessment], ...] = (
    Column("entity", PLACE, name_of),
    Column("illustrative", words.ILLUSTRATIVE, marked, marks=illustrative_marks),
    Column("period", PERIOD, lambda row, _: str(row.period or "")),
    Column("revision", REVISION, lambda row, _: row.revision),
    Column("verdict", VERDICT, lambda row, view: view.say(short(row.verdict)), marks=verdict_marks),
    Column("interim", words.INTERIM, interim),
    Column("all", words.ALL, lambda row, _: len(row.outcomes)),
    Column("judged", words.JUDGED, lambda row, _: row.judged),
    *(Column(outcome.id, outcome.term, _count(outcome)) for outcome in Outcome),
    Column("errors", words.ERRORS, _weighing(Severity.ERROR)),
    Column("warnings", words.WARNINGS, _weighing(Severity.WARNING)),
    Column("path", FILE, lambda row, _: row.source.path, most=40),
    Column("sha256", words.DIGEST, lambda row, _: row.source.sha256, most=64),
)
"""The columns of the summary of a check."""
