"""What a report still needs (需补充的材料): what, from whom, and room for the day by which."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ...diagnostics import Severity
from ...domain.assessments import Assessment, FileDiagnostics
from ...domain.outcomes import Party
from ...text import Text
from ..document import Column, Entry, EntryList, ListedDiagnostic, Paragraph, Part, Table, diagnostics_of
from ..findings import INDICATOR, NUMBER
from ..page.words import FILE
from ..view import View
from . import words


class NeededHere(NamedTuple):
    """One thing that is needed: its number, the indicator it is about if any, what it is, who gives it."""

    number: int
    subject: Text | None
    what: Text
    by: Party


class FileToldOf(NamedTuple):
    """A file, and how many errors, warnings and notes there are on it."""

    number: int
    path: str
    counts: tuple[int, ...]


def needs_part(assessment: Assessment, view: View) -> Part:
    """Return what a report needs as a part, or that it needs nothing."""
    rows = needs_of(assessment)
    if not rows:
        return Part(view.say(words.NEEDED), (Paragraph((view.say(words.NOTHING_NEEDED),)),))
    columns = COLUMNS if any(row.subject for row in rows) else WITHOUT_SUBJECT
    return Part(view.say(words.NEEDED), tables=(Table(words.NEEDED, columns, rows),))


def needs_of(assessment: Assessment) -> tuple[NeededHere, ...]:
    """Return what a report needs: what would settle its open findings, then what is to be fixed or explained
    in it, errors first.
    """
    rows = (*_of_findings(assessment), *_of_diagnostics(assessment))
    return tuple(row._replace(number=number) for number, row in enumerate(rows, 1))


def notes_of(assessment: Assessment, view: View) -> Iterator[Entry]:
    """Return the notes on a report, which ask for nothing."""
    for one in diagnostics_of([assessment]):
        if one.diagnostic.kind.severity is Severity.NOTE:
            yield Entry(view.say(told(one, asks=False)))


def diagnostics_parts(heading: Text, listed: Iterable[ListedDiagnostic], view: View) -> Iterator[Part]:
    """Return diagnostics on several files as a part, a list a file; none where there are none."""
    files = groupby(listed, lambda one: one.path)
    lists = tuple(
        EntryList(path, tuple(Entry(view.say(told(one))) for one in on_file), is_numbered=True)
        for path, on_file in files
    )
    if lists:
        yield Part(view.say(heading), listings=lists)


def told_table(files: Iterable[Assessment | FileDiagnostics]) -> Table[FileToldOf]:
    """Return how much is said of every file; what is said stands in the opinion on it."""
    rows: list[FileToldOf] = []
    for file in files:
        severities = [one.kind.severity for one in file.diagnostics]
        counts = tuple(severities.count(severity) for severity in Severity)
        if severities:
            rows.append(FileToldOf(len(rows) + 1, file.source.path, counts))
    return Table(words.TOLD_OF, (*_OF_FILES, *map(_count, Severity)), tuple(rows))


def _count(severity: Severity) -> Column[FileToldOf]:
    at = list(Severity).index(severity)
    return Column(severity.id, severity.term, lambda row, _: row.counts[at], role="short")


def _of_findings(assessment: Assessment) -> Iterator[NeededHere]:
    for finding in assessment.findings:
        needed = finding.needed
        if needed:
            yield NeededHere(0, finding.target.indicator.short, needed.what, needed.by)


def _of_diagnostics(assessment: Assessment) -> Iterator[NeededHere]:
    listed = tuple(diagnostics_of([assessment]))
    names = {one.target.indicator.id: one.target.indicator.short for one in assessment.findings}
    for severity in (Severity.ERROR, Severity.WARNING):
        for one in listed:
            if one.diagnostic.kind.severity is severity:
                by = Party.SUBMITTER if one.is_own else Party.ASSESSOR
                subject = names.get(str(one.diagnostic.at[1])) if len(one.diagnostic.at) > 1 else None
                yield NeededHere(0, subject, told(one), by)


def told(one: ListedDiagnostic, asks: bool = True) -> Text:
    """Return a diagnostic in words with its place, and how to fix it where it ``asks`` for that."""
    diagnostic = one.diagnostic
    _, place = diagnostic.found_in(one.listed_with)
    form = words.TO_FIX if place else words.TO_FIX_ANYWHERE
    if not asks:
        form = words.TO_KNOW if place else words.TO_KNOW_ANYWHERE
    where = place.words if place else ""
    return form.format(message=diagnostic.message, where=where, fix=diagnostic.fix)


def _subject(row: NeededHere, view: View) -> str:
    return view.say(row.subject) if row.subject else ""


COLUMNS: tuple[Column[NeededHere], ...] = (
    Column("number", NUMBER, lambda row, _: row.number, role="short"),
    Column("subject", INDICATOR, _subject, role="words"),
    Column("what", words.WHAT, lambda row, view: view.say(row.what), role="name"),
    Column("by", words.BY_WHOM, lambda row, view: view.say(row.by.term), role="words"),
    Column("until", words.UNTIL, lambda _, view: view.say(words.DATE_TO_FILL), role="id"),
)
"""The columns of the table of what is needed; the day is for the office to fill in."""

WITHOUT_SUBJECT = tuple(one for one in COLUMNS if one.id != "subject")
"""The columns where nothing that is needed is about one indicator."""

_OF_FILES: tuple[Column[FileToldOf], ...] = (
    Column("number", NUMBER, lambda row, _: row.number, role="short"),
    Column("path", FILE, lambda row, _: row.path, role="name"),
)
