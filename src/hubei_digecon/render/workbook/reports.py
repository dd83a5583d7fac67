"""The summary of a check: a row a report, its verdict and how many findings have each outcome."""

from collections.abc import Callable

from ...diagnostics import Severity
from ...findings import INTERIM, Assessment, Outcome, Verdict
from ...run import Run
from ..board import words as board_words
from ..page.section import VERDICT_MARKS, name_of
from ..page.words import FILE, PERIOD, REVISION
from ..view import View
from . import words
from .findings import PLACE, illustrative_marks, is_illustrative, marked
from .model import Column, Marks, Sheet, Value

VERDICT = next(column.heading for column in board_words.COLUMNS if column.id == "verdict")


def sheet_of(run: Run) -> Sheet[Assessment]:
    """Return the reports, in their order."""
    return Sheet(words.SUMMARY, REPORTS, run.assessments, 2, is_illustrative(run))


def verdict_marks(view: View) -> Marks:
    """Return how verdicts are coloured."""
    return {view.say(board_words.short(verdict)): mark for verdict, mark in VERDICT_MARKS.items()}


def interim(assessment: Assessment, view: View) -> str:
    """Return that a verdict is interim, where it is; one on what could not be read is neither."""
    settled = assessment.final or assessment.verdict is Verdict.INVALID
    return "" if settled else view.say(INTERIM)


def counted(assessment: Assessment, outcome: Outcome) -> Value:
    """Return how many findings have an outcome; nothing of what was not judged."""
    return None if assessment.verdict is Verdict.INVALID else assessment.counts[outcome]


def _count(outcome: Outcome) -> Callable[[Assessment, View], Value]:
    return lambda row, _: counted(row, outcome)


def _weighing(severity: Severity) -> Callable[[Assessment, View], Value]:
    return lambda row, _: sum(one.kind.severity is severity for one in row.diagnostics)


REPORTS: tuple[Column[Assessment], ...] = (
    Column("entity", PLACE, name_of),
    Column("illustrative", words.ILLUSTRATIVE, marked, illustrative_marks),
    Column("period", PERIOD, lambda row, _: str(row.period or "")),
    Column("revision", REVISION, lambda row, _: row.revision),
    Column("verdict", VERDICT, lambda row, view: view.say(board_words.short(row.verdict)), verdict_marks),
    Column("interim", words.INTERIM, interim),
    Column("all", words.ALL, lambda row, _: len(row.outcomes)),
    Column("judged", words.JUDGED, lambda row, _: row.judged),
    *(Column(outcome.id, outcome.term, _count(outcome)) for outcome in Outcome),
    Column("errors", words.ERRORS, _weighing(Severity.ERROR)),
    Column("warnings", words.WARNINGS, _weighing(Severity.WARNING)),
    Column("path", FILE, lambda row, _: row.source.path, most=40, begins_page=True),
    Column("sha256", words.DIGEST, lambda row, _: row.source.sha256, most=64),
)
"""What stands on the summary of a check."""
