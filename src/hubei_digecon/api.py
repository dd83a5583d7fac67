"""The public functions, for notebooks and programs; the command line goes the same way."""

import datetime
import os
from collections.abc import Iterable

from .checking import check_paths, today
from .findings import Assessment, Settings
from .load.reports import load_report as _load_report
from .load.targets import TargetLibrary, find_targets
from .model.reports import Report


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
