"""The sheet of remarks: a row a remark on a file, with its place and how to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...diagnostics import Diagnostic, SourceFile, written
from ...findings import Assessment
from ...run import Run
from ..page.said import SEVERITY_MARKS
from ..page.section import name_of
from ..page.words import PATH
from ..view import View
from . import words
from .findings import PLACE, illustrative_marks, is_illustrative, marked
from .model import Column, Marks, Sheet


@dataclass(frozen=True, slots=True)
class Told:
    """A remark, the file it is listed with, and the report that is, if it is one."""

    remark: Diagnostic
    listed_with: SourceFile
    assessment: Assessment | None = None


def sheet_of(run: Run) -> Sheet[Told]:
    """Return the remarks on all reports, then those on other files."""
    return Sheet(words.REMARKS, REMARKS, _told(run), illustrative=is_illustrative(run))


def _told(run: Run) -> Iterator[Told]:
    for assessment in run.assessments:
        for one in assessment.diagnostics:
            yield Told(one, assessment.source, assessment)
    for file in run.remarks:
        for one in file.diagnostics:
            yield Told(one, file.source)


def _marks(view: View) -> Marks:
    return {view.say(severity.term): mark for severity, mark in SEVERITY_MARKS.items()}


def _path(row: Told, _view: View) -> str:
    return row.remark.found_in(row.listed_with)[0].path


def _place(row: Told, _view: View) -> str:
    return str(row.remark.found_in(row.listed_with)[1] or "")


REMARKS: tuple[Column[Told], ...] = (
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
        illustrative_marks,
    ),
    Column("path", PATH, _path, most=32),
    Column("place", words.PLACE, _place),
    Column("severity", words.SEVERITY, lambda row, view: view.say(row.remark.kind.severity.term), _marks),
    Column("id", words.REMARK, lambda row, _: row.remark.kind.id),
    Column("message", words.SAID, lambda row, view: view.say(row.remark.message), most=50),
    Column("mend", words.MEND, lambda row, view: view.say(row.remark.mend), most=40),
    Column("at", words.AT, lambda row, _: written(row.remark.at)),
)
"""What stands on the sheet of remarks."""
