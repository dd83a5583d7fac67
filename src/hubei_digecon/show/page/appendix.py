"""The appendix of a page: ids of its diagnostics with their places, files read with their digests."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...domain.assessments import FileDigest
from ...domain.run import Run
from ...text import Text
from ..document import AnyTable, Column, Diagnostics, ListedDiagnostic, Section, Table
from .words import (
    DIAGNOSTIC_ID,
    DIGESTS,
    FILE,
    NAMED_IDS,
    NUMBER,
    OF_DOCUMENT,
    OF_EARLIER,
    OF_HISTORY,
    OF_REGISTER,
    OF_REPORT,
    OF_REVIEW,
    OF_TARGETS,
    OF_WEIGHTS,
    PATH,
    PLACE,
    SORT,
)

ReadFile = tuple[Text, FileDigest]
"""The sort of a file, and its digest."""


class NamedId(NamedTuple):
    """The id of a diagnostic, the number by which a page names it, and where it was found."""

    number: int
    path: str
    place: str
    id: str


def named_ids(diagnostics: Iterable[ListedDiagnostic]) -> Iterator[NamedId]:
    """Return the ids of diagnostics."""
    return (NamedId(one.number, one.path, one.place, one.diagnostic.kind.id) for one in diagnostics)


def appendix_of(named: Sequence[NamedId], files: Iterable[ReadFile]) -> tuple[AnyTable, ...]:
    """Return the tables of an appendix; each file stands once."""
    ids = (Table(NAMED_IDS, _NAMED, named),) if named else ()
    return (*ids, digests_table(files))


def digests_table(files: Iterable[ReadFile]) -> Table[ReadFile]:
    """Return the table of the files read, each once, as what it was read for first, with its digest."""
    read: dict[FileDigest, ReadFile] = {}
    for one in files:
        read.setdefault(one[1], one)
    return Table(DIGESTS, _DIGESTS, tuple(read.values()), named_by=1)


def numbered(
    sections: Iterable[Section], beside: Diagnostics
) -> tuple[tuple[Section, ...], Diagnostics, tuple[NamedId, ...]]:
    """Return sections, and what is told beside them, with the diagnostics numbered from 1; then these."""
    made: list[Section] = []
    listed: list[ListedDiagnostic] = []
    for section in sections:
        told = numbered_from(len(listed) + 1, section.diagnostics.listed)
        listed.extend(told)
        made.append(section._replace(diagnostics=section.diagnostics._replace(listed=told)))
    beside = beside._replace(listed=numbered_from(len(listed) + 1, beside.listed))
    return tuple(made), beside, tuple(named_ids((*listed, *beside.listed)))


def numbered_from(first: int, told: Iterable[ListedDiagnostic]) -> tuple[ListedDiagnostic, ...]:
    """Return diagnostics with their numbers."""
    return tuple(one._replace(number=number) for number, one in enumerate(told, first))


def digests_of(run: Run, weights: FileDigest | None) -> Iterator[ReadFile]:
    """Return the files read with the sort of each; the digest of an unreadable file is empty."""
    reports = [FileDigest(one.source.path, one.source.sha256 or "") for one in run.assessments]
    if run.names_documents:  # each stands with each of its documents
        reports = list(dict.fromkeys(reports))
    rows = run.scoreboard.rows if run.scoreboard else ()
    past = {file.path for file in run.history}
    earlier = [
        row.change.earlier.source for row in rows if row.change and row.change.earlier.source.path not in past
    ]
    sorts = (
        (OF_REPORT, reports),
        (OF_EARLIER, [FileDigest(one.path, one.sha256 or "") for one in earlier]),
        (OF_HISTORY, run.history),
        (OF_REVIEW, run.reviews),
        (OF_REGISTER, run.registers),
        (OF_WEIGHTS, [weights] if weights else []),
        (OF_TARGETS, run.target_files),
        (OF_DOCUMENT, [file for one in run.assessments for file in one.documents]),
    )
    return ((sort, file) for sort, files in sorts for file in files)


_NAMED: tuple[Column[NamedId], ...] = (
    Column("number", NUMBER, lambda row, _: row.number, role="short"),
    Column("path", FILE, lambda row, _: row.path),
    Column("place", PLACE, lambda row, _: row.place),
    Column("id", DIAGNOSTIC_ID, lambda row, _: row.id),
)
_DIGESTS: tuple[Column[ReadFile], ...] = (
    Column("sort", SORT, lambda row, view: view.say(row[0])),
    Column("path", PATH, lambda row, _: row[1].path),
    Column("sha256", Text.same("SHA-256"), lambda row, _: row[1].sha256, role="digest"),
)
