"""A workbook for Excel and its like: a summary, the findings, the remarks, and notes on what it rests on.

Needs openpyxl, the extra ``excel``. No text of a report becomes a formula or a link.
"""

from ..findings import Batch
from ..tally import tally_of
from .page.words import TITLE
from .verdicts import closing_lines
from .view import View
from .workbook import findings, notes, remarks, reports
from .workbook.book import written
from .workbook.model import Book


def render(batch: Batch, view: View) -> bytes:
    """Return the workbook on what was judged."""
    told = [
        *notes.what_it_is(findings.is_illustrative(batch), view),
        *notes.what_was_asked(batch, len(batch.assessments), view),
        *notes.what_it_came_to(closing_lines(tally_of(batch), view)),
        *notes.files_read(batch, None, view),
    ]
    sheets = (
        reports.sheet_of(batch),
        findings.sheet_of(batch),
        remarks.sheet_of(batch),
        notes.sheet_of(told),
    )
    return written(Book(TITLE, batch.as_of, sheets), view)
