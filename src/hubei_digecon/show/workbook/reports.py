"""A run as a workbook: the opinions in print; then a row a report, the findings, diagnostics and notes.

Needs openpyxl, the extra ``excel``. No text of a report becomes a formula or a link.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from ...diagnostics import Severity
from ...domain.assessments import Assessment
from ...domain.outcomes import INTERIM, Outcome, Verdict
from ...domain.run import Run, RunInParts
from ...text import Text
from ..document import AnyTable, Column, Marks, Table, Value
from ..page.section import document_of, name_of
from ..page.words import FILE, JUDGED_BY, PERIOD, REVISION, TITLE
from ..scoreboard.columns import PLACE, VERDICT, VERDICT_MARKS, short
from ..tasks import ReportTasks, TaskList
from ..verdicts import closing_lines
from ..view import View
from . import notes, words
from .annexes import ANNEXES, sheet_of_tasks
from .book import AnySheet, written_in_bits
from .changes import CHANGES, changes_sheets
from .diagnostics import diagnostics_sheet
from .findings import findings_sheet, illustrative_marks, is_illustrative, marked
from .opinions import PRINTED, blocks_of
from .plain import of_plain, of_plain_columns, plain_block, plain_rows
from .printed import Block, PrintedSheet
from .schedule import SCHEDULE, schedule_sheets


class SheetParts(NamedTuple):
    """What the sheets have of a report: the report in brief, its opinion, its rows by the title of their
    sheet, and what is to be done; values as they stand in cells. ``illustrative``: an earlier value is not
    published.
    """

    brief: Assessment
    opinion: list[Block]
    rows: dict[Text, list[list[Value]]]
    tasks: ReportTasks
    illustrative: bool


def part(assessment: Assessment, run: Run, view: View) -> SheetParts:
    """Return what the sheets have of a report."""
    alone = replace(run, assessments=(assessment,), file_diagnostics=())
    changes = changes_sheets(alone)
    tables: tuple[AnyTable, ...] = (
        Table(words.SUMMARY, WITH_DOCUMENT, (assessment,)),
        findings_sheet(alone),
        *changes,
        *schedule_sheets(alone),
        *(table._replace(rows=rows_of(assessment, run)) for table, rows_of in ANNEXES),
        diagnostics_sheet(alone),
    )
    return SheetParts(
        assessment.in_brief(),
        [plain_block(block, PRINTED, view) for block in blocks_of(assessment, run, view)],
        {table.title: plain_rows(table, view) for table in tables},
        ReportTasks.of(assessment, run, view),
        any(table.illustrative for table in changes),
    )


def whole(parts: Iterable[SheetParts], run: RunInParts, view: View) -> Iterator[bytes]:
    """Return the workbook on what was judged."""
    every = run.with_all(one.brief for one in parts)
    return written_in_bits(view.say(TITLE), _sheets(parts, every, run, view), run.as_of, view)


def _sheets(parts: Iterable[SheetParts], every: Run, run: RunInParts, view: View) -> Iterator[AnySheet]:
    """Return the sheets; ``every`` has the reports in brief."""
    is_marked = is_illustrative(every)

    def filled(table: AnyTable) -> AnyTable:
        rows = (row for one in parts for row in one.rows.get(table.title, ()))
        return of_plain(table)._replace(rows=rows, illustrative=is_marked)

    def has(table: AnyTable) -> bool:
        return any(one.rows.get(table.title) for one in parts)

    if run.reports:
        blocks = (block for one in parts for block in one.opinion)
        yield PrintedSheet(words.OPINIONS, of_plain_columns(PRINTED), blocks, is_marked)
    yield _without_document(filled(Table(words.SUMMARY, WITH_DOCUMENT, (), repeated=2)), run)
    yield filled(findings_sheet(run))
    changes = Table(words.CHANGES, CHANGES, (), repeated=3)
    if has(changes):
        yield filled(changes)._replace(illustrative=is_marked or any(one.illustrative for one in parts))
    schedule = Table(words.SCHEDULE, SCHEDULE, (), repeated=3)
    if has(schedule):
        yield filled(schedule)
    yield from sheet_of_tasks(TaskList.of((one.tasks for one in parts), run, view))
    yield from (filled(table) for table, _ in ANNEXES if has(table))
    told = filled(diagnostics_sheet(run))
    yield told._replace(rows=chain(told.rows, plain_rows(diagnostics_sheet(run), view)))
    yield notes.notes_sheet(_notes(every, run, view))


def _notes(every: Run, run: RunInParts, view: View) -> list[notes.Note]:
    return [
        *notes.what_it_is(is_illustrative(every), view),
        *notes.what_was_asked(run, run.reports, view),
        *notes.what_it_came_to(closing_lines(run.counts, view)),
        *notes.files_read(every, None, view),
    ]


def _without_document(table: AnyTable, run: Run) -> AnyTable:
    """Return the summary without the document judged by, where outputs do not name it."""
    if run.names_documents:
        return table
    entity, _document, *others = table.columns
    return table._replace(columns=(entity, *others))


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

WITH_DOCUMENT = (REPORTS[0], Column("document", JUDGED_BY, document_of, most=36), *REPORTS[1:])
"""The same, the document judged by among them."""
