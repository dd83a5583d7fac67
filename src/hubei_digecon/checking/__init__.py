"""The one way through: paths → inputs → reports and their reviews → assessments → a batch.

``judge`` takes one input to its assessment, ``reviews`` knows which reviews are of which report,
``workers`` spreads many inputs over processes.
"""

import datetime
from collections.abc import Iterable, Sequence

from ..findings import Assessment, Batch, FileRemarks, Settings
from ..load.inputs import find_inputs
from ..load.targets import TargetLibrary
from .judge import Judge
from .reviews import ReviewBook, read_reviews

__all__ = ["check_paths", "today"]

CHINA = datetime.timezone(datetime.timedelta(hours=8))
"""Days are those of Hubei, wherever the machine stands."""

WORTH_WORKERS = 100
"""How many inputs it takes before starting processes pays."""


def check_paths(
    paths: Sequence[str],
    library: TargetLibrary,
    as_of: datetime.date,
    settings: Settings,
    reviews: Sequence[str] = (),
    brief: bool = False,
) -> Batch:
    """Judge every report among ``paths``: files, folders, ``-`` for standard input.

    Args:
        paths: the reports.
        library: the target files to hold them against.
        as_of: the day that decides which attestations and waivers are in force.
        settings: what to hold to.
        reviews: files and folders of reviews; each goes with the reports of its entity and period.
        brief: whether verdicts and counts are enough: many reports are then judged by processes
            side by side.

    Raises:
        TargetsError: where a target file that is needed cannot be relied on.
    """
    _ = library.catalogue, library.documents
    library.raise_faults()
    book = read_reviews(reviews, library)
    judge = Judge(library, as_of, settings, book, brief)
    inputs = list(find_inputs(tuple(paths)))
    if brief and len(inputs) >= WORTH_WORKERS:
        from .workers import judge_side_by_side

        judged = judge_side_by_side(judge, inputs)
    else:
        judged = (said for one in inputs for said in judge.judge(one))
    return _batch(list(judged), library, as_of, settings, book)


def _batch(
    judged: list[Assessment | FileRemarks],
    library: TargetLibrary,
    as_of: datetime.date,
    settings: Settings,
    book: ReviewBook,
) -> Batch:
    assessments = [one for one in judged if isinstance(one, Assessment)]
    _load(library, assessments)
    files, remarks = library.used(one.entity for one in assessments if one.entity is not None)
    beside = (
        *remarks,
        *book.remarks,
        *(one for one in judged if isinstance(one, FileRemarks)),
        *book.unused(assessments),
    )
    return Batch(
        as_of,
        settings,
        assessments,
        library.documents,
        files,
        tuple(file.told(settings) for file in beside),
        book.digests,
    )


def _load(library: TargetLibrary, assessments: Iterable[Assessment]) -> None:
    """See that the library knows every file that a process of its own may have read."""
    for assessment in assessments:
        if assessment.entity is not None:
            library.entity(assessment.entity)
    library.raise_faults()


def today() -> datetime.date:
    """Return today's date in Hubei (UTC+8)."""
    return datetime.datetime.now(CHINA).date()
