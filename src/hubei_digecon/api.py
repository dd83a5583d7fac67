"""The public functions, for notebooks and programs; the command line goes the same way."""

import datetime
import os
from collections.abc import Iterable

from .checking import check_paths, judge_for, today
from .checking.scoring import score_paths
from .findings import Assessment, Settings
from .load.dates import period_of
from .load.inputs import find_inputs
from .load.reports import load_report as _load_report
from .load.targets import TargetLibrary, find_targets
from .load.weights import read_weights
from .model.reports import Report
from .scoreboard.board import Scoreboard
from .scoreboard.recipe import Recipe


def load_targets(folder: str | os.PathLike[str] | None = None) -> TargetLibrary:
    """Open the target files of ``folder``; by default those that come with the package.

    Raises:
        TargetsError: where the folder holds no catalogue, or a file that is needed has an error.
    """
    library = TargetLibrary(find_targets(None if folder is None else os.fspath(folder)))
    _ = library.catalogue, library.documents
    library.raise_faults()
    return library


def load_report(path: str | os.PathLike[str], targets: TargetLibrary | None = None) -> Report:
    """Read one report strictly.

    Raises:
        InputError: where anything in it is an error; carries all of them, with their places.
    """
    return _load_report(os.fspath(path), targets or load_targets())


def check(
    *paths: str | os.PathLike[str],
    targets: TargetLibrary | None = None,
    reviews: Iterable[str | os.PathLike[str]] = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
) -> Iterable[Assessment]:
    """Judge reports: files, or folders that are searched for them.

    Args:
        paths: the reports; one that cannot be read gives an assessment that is invalid.
        targets: the target files, by default those that come with the package.
        reviews: the assessor's reviews, files or folders; each goes with reports of its entity and period.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.

    Raises:
        TargetsError: where a target file that is needed has an error.
    """
    batch = check_paths(
        tuple(os.fspath(path) for path in paths),
        targets or load_targets(),
        as_of or today(),
        settings or Settings(),
        tuple(os.fspath(path) for path in reviews),
    )
    return batch.assessments


def score(
    *paths: str | os.PathLike[str],
    targets: TargetLibrary | None = None,
    reviews: Iterable[str | os.PathLike[str]] = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    period: str | None = None,
    weights: str | os.PathLike[str] | None = None,
    rank: bool = False,
    jobs: int | None = 1,
) -> Scoreboard:
    """Put all places with targets side by side, by reports: files, or folders that are searched for them.

    Args:
        paths: the reports; what cannot be read is told of in the scoreboard.
        targets: the target files, by default those that come with the package.
        reviews: the assessor's reviews, files or folders.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        period: as in ``2025`` or ``2025-M09``; by default the latest found.
        weights: a file of weights for the indicators; by default all are equal.
        rank: whether places of one kind are ranked (unofficial).
        jobs: how many processes read many files; ``None``: as many as this one may use.

    Raises:
        ValueError: where ``period`` is none.
        InputError: where the file of weights cannot be read.
        TargetsError: where a target file has an error.
    """
    asked = None if period is None else period_of(period)
    if period is not None and asked is None:
        raise ValueError(f"{period} is no period")
    library = targets or load_targets()
    told = tuple(os.fspath(path) for path in reviews)
    judge = judge_for(library, as_of or today(), settings or Settings(), told)
    recipe = Recipe(read_weights(os.fspath(weights), library) if weights else None, rank)
    return score_paths(find_inputs(os.fspath(path) for path in paths), judge, recipe, asked, jobs)
