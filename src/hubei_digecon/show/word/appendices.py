"""The appendices of an opinion: evidence, items not counted, where values may lie, digests of files."""

from collections.abc import Collection, Iterable, Iterator

from ...domain.assessments import Assessment, FileDigest
from ...domain.run import Run
from ...quantity.numbers import shown_interval
from ..annexes import evidence_table, left_out_table
from ..document import AnyTable, Column, Part, Table
from ..findings import INDICATOR, NUMBER, JudgedFinding, decided_cell, findings_of
from ..page.appendix import ReadFile, digests_table
from ..page.words import DECIDED, OF_DOCUMENT, OF_HISTORY, OF_REGISTER, OF_REPORT, OF_REVIEW, OF_TARGETS
from ..view import View
from . import words


def appendices_of(assessment: Assessment, run: Run, view: View) -> Iterator[Part]:
    """Return the appendices of a report that have rows, but for the last, which lists files."""
    tables: tuple[AnyTable, ...] = (
        evidence_table(assessment, run),
        left_out_table(assessment),
        intervals_table(assessment, run),
    )
    for table in tables:
        if table.rows:
            yield appendix_of(table, view)


def appendix_of(table: AnyTable, view: View) -> Part:
    """Return a table as an appendix."""
    return Part(view.say(table.title), tables=(table,), sort="appendix")


def intervals_table(assessment: Assessment, run: Run) -> Table[JudgedFinding]:
    """Return where the values decided on may lie, by the decimals that they are written with."""
    rows = [row for row in findings_of(assessment, run) if _is_wide(row)]
    return Table(words.INTERVALS, INTERVAL_COLUMNS, rows)


def digests(files: Iterable[ReadFile]) -> Table[ReadFile]:
    """Return the digests of files under the title of an appendix."""
    return digests_table(files)._replace(title=words.DIGESTS)


def files_of(
    assessment: Assessment, run: Run, others: Collection[str | None], past: Collection[str]
) -> Iterator[ReadFile]:
    """Return the files that an assessment rests on, with the sort of each: of the targets not those of
    ``others``, of the history only those with the paths ``past``.
    """
    source = assessment.source
    yield OF_REPORT, FileDigest(source.path, source.sha256 or "")
    for one in assessment.reviews:
        yield OF_REVIEW, FileDigest(one.path, one.sha256)
    yield from ((OF_REGISTER, file) for file in run.registers)
    yield from ((OF_HISTORY, file) for file in run.history if file.path in past)
    yield from ((OF_TARGETS, file) for file in run.target_files if _stem(file.path) not in others)
    yield from ((OF_DOCUMENT, file) for file in assessment.documents)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _is_wide(row: JudgedFinding) -> bool:
    interval = row.finding.decided_interval
    return interval is not None and interval.low != interval.high


def _indicator(row: JudgedFinding, view: View) -> str:
    return view.say(row.finding.target.indicator.name)


def _interval(row: JudgedFinding, view: View) -> str:
    interval, unit = row.finding.decided_interval, row.finding.target.unit or ""
    return view.say(shown_interval(interval, unit)) if interval else ""


INTERVAL_COLUMNS: tuple[Column[JudgedFinding], ...] = (
    Column("number", NUMBER, lambda row, _: row.number, role="short"),
    Column("indicator", INDICATOR, _indicator, role="name"),
    Column("decided_on", DECIDED, lambda row, view: decided_cell(row.finding, view), role="number"),
    Column("interval", words.INTERVAL, _interval, role="number"),
)
"""The columns of the table of intervals."""
