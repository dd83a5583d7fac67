"""The one way through: paths → inputs → reports and their reviews → assessments → a run.

``reading`` takes one input to the report it holds, ``judge`` takes that to its assessment, ``reviews``
knows which reviews are of which report, ``workers`` spreads many inputs over processes, ``brief`` judges
so many that only verdicts are kept, and ``scoring`` puts all places side by side.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence

from ..findings import Assessment, FileDigest, FileRemarks, Settings
from ..load.inputs import find_inputs
from ..load.targets import TargetLibrary
from ..run import Run
from .judge import Judge
from .reviews import read_reviews

__all__ = ["check_paths", "judge_for", "rests_on", "today"]

CHINA = datetime.timezone(datetime.timedelta(hours=8))
"""Days are those of Hubei, wherever the machine stands."""


def check_paths(
    paths: Sequence[str],
    library: TargetLibrary,
    as_of: datetime.date,
    settings: Settings,
    reviews: Sequence[str] = (),
    follow: Callable[[int], None] = lambda _number: None,
) -> Run:
    """Judge every report among ``paths``: files, folders, ``-`` for standard input.

    Args:
        paths: the reports.
        library: the target files to hold them against.
        as_of: the day that decides which attestations and waivers are in force.
        settings: what to hold to.
        reviews: files and folders of reviews; each goes with the reports of its entity and period.
        follow: told as the run goes on how many more inputs are done.

    Raises:
        TargetsError: where a target file that is needed cannot be relied on.
    """
    judge = judge_for(library, as_of, settings, reviews)
    judged: list[Assessment | FileRemarks] = []
    for one in find_inputs(paths, settings.exclude):
        judged.extend(judge.judge(one))
        follow(1)
    assessments = [one for one in judged if isinstance(one, Assessment)]
    said = [one for one in judged if isinstance(one, FileRemarks)]
    entities = [(one.entity, str(one.period)) for one in assessments if one.entity is not None]
    files, remarks = rests_on(judge, entities, said)
    return Run(as_of, settings, assessments, library.documents, files, remarks, judge.reviews.digests)


def judge_for(
    library: TargetLibrary,
    as_of: datetime.date,
    settings: Settings,
    reviews: Sequence[str] = (),
    brief: bool = False,
) -> Judge:
    """Return what all reports of a run are judged by.

    Raises:
        TargetsError: where a target file that is needed cannot be relied on.
    """
    _ = library.catalogue, library.documents
    library.raise_faults()
    return Judge(library, as_of, settings, read_reviews(reviews, library, settings.exclude), brief)


def rests_on(
    judge: Judge, reports: Iterable[tuple[str, str]], said: Iterable[FileRemarks]
) -> tuple[Sequence[FileDigest], tuple[FileRemarks, ...]]:
    """Return the target files that judging ``reports``, by entity and period, rests on; and the remarks
    on them, on reviews, and those ``said`` of other files.

    Raises:
        TargetsError: where one of the target files cannot be relied on.
    """
    named = list(reports)
    for entity, _period in named:
        judge.library.entity(entity)  # a process of its own may have read it, and this one not
    judge.library.raise_faults()
    files, remarks = judge.library.used(entity for entity, _period in named)
    beside = (*remarks, *judge.reviews.remarks, *said, *judge.reviews.unused(named))
    return files, tuple(file.told(judge.settings) for file in beside)


def today() -> datetime.date:
    """Return today's date in Hubei (UTC+8)."""
    return datetime.datetime.now(CHINA).date()
