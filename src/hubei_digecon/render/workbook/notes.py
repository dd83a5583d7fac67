"""The sheet of notes: that it is no authority's conclusion, what was asked for, and the files it rests on."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...findings import FileDigest
from ...run import Run
from ...text import Text
from ...version import VERSION
from ..board import words as board_words
from ..page.whole import digests_of
from ..page.words import (
    AS_OF,
    DISCLAIMER,
    EVIDENCE,
    HEEDED,
    NOT_HEEDED,
    NOT_READ,
    OF_DOCUMENT,
    REPORTS,
    TOOL,
    WAIVERS,
)
from ..view import View
from . import words
from .model import Column, Sheet, Value


class Note(NamedTuple):
    """Something to know of the workbook: a label and what there is to say; of a file its digest."""

    label: Text
    content: Value
    digest: str = ""


def sheet_of(notes: Iterable[Note]) -> Sheet[Note]:
    """Return notes as a sheet."""
    return Sheet(words.NOTES, NOTES, notes)


def what_it_is(illustrative: bool, view: View) -> Iterator[Note]:
    """Return what nobody may overlook."""
    yield Note(words.DISCLAIMED, view.say(DISCLAIMER))
    if illustrative:
        yield Note(words.ILLUSTRATIVE, view.say(board_words.ILLUSTRATIVE))
    yield Note(words.VALUES, view.say(words.UNITS))


def what_was_asked(run: Run, reports: int, view: View) -> Iterator[Note]:
    """Return the day, the settings and the program."""
    settings = run.settings
    yield Note(AS_OF, run.as_of)
    yield Note(REPORTS, reports)
    yield Note(EVIDENCE, view.say(settings.min_evidence.term))
    yield Note(WAIVERS, view.say(HEEDED if settings.waivers else NOT_HEEDED))
    yield Note(TOOL, f"digecon {VERSION}")


def what_it_came_to(ends: Iterable[str]) -> Iterator[Note]:
    """Return the sentences that a run ends with."""
    return (Note(words.IN_ALL, one) for one in ends)


def files_read(run: Run, weights: FileDigest | None, view: View) -> Iterator[Note]:
    """Return the files that it rests on with their digests, and the documents that were looked up."""
    documents = ((OF_DOCUMENT, file) for one in run.assessments for file in one.documents)
    for sort, file in (*digests_of(run, weights), *documents):
        yield Note(words.READ.format(sort=sort), file.path, file.sha256 or view.say(NOT_READ))


NOTES: tuple[Column[Note], ...] = (
    Column("item", words.ITEM, lambda row, view: view.say(row.label)),
    Column("content", words.CONTENT, lambda row, _: row.content, most=70),
    Column("sha256", words.DIGEST, lambda row, _: row.digest, most=66),
)
"""What stands on the sheet of notes."""
