"""The sheet of notes: the disclaimer, the settings of the run, and the files that it rests on."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...domain.assessments import FileDigest
from ...domain.run import Run
from ...text import Text
from ...version import VERSION
from ..document import Column, Table, Value
from ..page.appendix import ReadFile, digests_of
from ..page.words import (
    AS_OF,
    DISCLAIMER,
    EVIDENCE,
    HEEDED,
    NOT_HEEDED,
    NOT_READ,
    REPORTS,
    TOOL,
    WAIVERS,
)
from ..scoreboard.document import ILLUSTRATIVE
from ..view import View
from . import words


class Note(NamedTuple):
    """A note on the workbook: a label, its content, and the digest of a file."""

    label: Text
    content: Value
    digest: str = ""


def notes_sheet(notes: Iterable[Note]) -> Table[Note]:
    """Return notes as a sheet."""
    return Table(words.NOTES, NOTES, notes)


def what_it_is(illustrative: bool, view: View) -> Iterator[Note]:
    """Return the disclaimer, and what to know of the values."""
    yield Note(words.DISCLAIMED, view.say(DISCLAIMER))
    if illustrative:
        yield Note(words.ILLUSTRATIVE, view.say(ILLUSTRATIVE))
    yield Note(words.VALUES, view.say(words.UNITS))
    yield Note(words.PRINTED, view.say(words.PRINTED_ONLY))


def what_was_asked(run: Run, reports: int, view: View) -> Iterator[Note]:
    """Return the day, the settings and the program."""
    settings = run.settings
    yield Note(AS_OF, run.as_of)
    yield Note(REPORTS, reports)
    yield Note(EVIDENCE, view.say(settings.min_evidence.term))
    yield Note(WAIVERS, view.say(HEEDED if settings.waivers else NOT_HEEDED))
    yield Note(TOOL, f"digecon {VERSION}")


def what_it_came_to(ends: Iterable[str]) -> Iterator[Note]:
    """Return the sentences that a run ends with as notes."""
    return (Note(words.IN_ALL, one) for one in ends)


def files_read(run: Run, weights: FileDigest | None, view: View) -> Iterator[Note]:
    """Return the files read and the documents looked up, with their digests."""
    return with_digests(digests_of(run, weights), view)


def with_digests(files: Iterable[ReadFile], view: View) -> Iterator[Note]:
    """Return files as notes, each with its digest."""
    for sort, file in files:
        yield Note(words.READ.format(sort=sort), file.path, file.sha256 or view.say(NOT_READ))


NOTES: tuple[Column[Note], ...] = (
    Column("item", words.ITEM, lambda row, view: view.say(row.label)),
    Column("content", words.CONTENT, lambda row, _: row.content, most=70),
    Column("sha256", words.DIGEST, lambda row, _: row.digest, most=66),
)
"""The columns of the sheet of notes."""
