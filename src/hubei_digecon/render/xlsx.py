"""A workbook for Excel and its like: a summary, the findings, the remarks, and notes on what it rests on.

Needs openpyxl, the extra ``excel``. No text of a report becomes a formula or a link.
"""

from ..run import Run
from .page.words import TITLE
from .verdicts import closing_lines
from .view import View
from .workbook import findings, notes, remarks, reports
from .workbook.book import written
from .workbook.model import Book


def render(run: Run, view: View) -> bytes:
    """Return the workbook on what was judged."""
    told = [
        *notes.what_it_is(findings.is_illustrative(run), view),
        *notes.what_was_asked(run, len(run.assessments), view),
        *notes.what_it_came_to(closing_lines(run.tally, view)),
        *notes.files_read(run, None, view),
    ]
    sheets = (
        reports.sheet_of(run),
        findings.sheet_of(run),
        remarks.sheet_of(run),
        notes.sheet_of(told),
    )
    return written(Book(TITLE, run.as_of, sheets), view)
