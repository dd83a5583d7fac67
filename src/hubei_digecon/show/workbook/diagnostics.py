"""The sheet of diagnostics: a row a diagnostic on a file, with its place and how to fix it."""

from ...diagnostics import written
from ...domain.run import Run
from ..document import SEVERITY_MARKS, Column, ListedDiagnostic, Marks, Table, diagnostics_of
from ..page.section import name_of
from ..page.words import PATH
from ..scoreboard.columns import PLACE
from ..view import View
from . import words
from .findings import illustrative_marks, is_illustrative, marked


def diagnostics_sheet(run: Run) -> Table[ListedDiagnostic]:
    """Return the diagnostics on all reports, then those on other files."""
    rows = diagnostics_of((*run.assessments, *run.file_diagnostics))
    return Table(words.DIAGNOSTICS, DIAGNOSTICS, rows, illustrative=is_illustrative(run))


def _marks(view: View) -> Marks:
    return {view.say(severity.term): mark for severity, mark in SEVERITY_MARKS.items()}


DIAGNOSTICS: tuple[Column[ListedDiagnostic], ...] = (
    Column(
        "entity",
        PLACE,
        lambda row, view: name_of(row.assessment, view) if row.assessment else "",
        most=18,
    ),
    Column(
        "illustrative",
        words.ILLUSTRATIVE,
        lambda row, view: marked(row.assessment, view) if row.assessment else "",
        marks=illustrative_marks,
    ),
    Column("path", PATH, lambda row, _: row.path, most=32),
    Column("place", words.PLACE, lambda row, _: row.place),
    Column(
        "severity",
        words.SEVERITY,
        lambda row, view: view.say(row.diagnostic.kind.severity.term),
        marks=_marks,
    ),
    Column("id", words.DIAGNOSTIC, lambda row, _: row.diagnostic.kind.id),
    Column("message", words.SAID, lambda row, view: view.say(row.diagnostic.message), most=50),
    Column("fix", words.FIX, lambda row, view: view.say(row.diagnostic.fix), most=40),
    Column("at", words.AT, lambda row, _: written(row.diagnostic.at)),
)
"""The columns of the sheet of diagnostics."""
