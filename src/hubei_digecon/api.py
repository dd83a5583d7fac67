"""The public functions, for notebooks and programs; the command line goes the same way."""

import datetime

from .arguments import (
    Path,
    Paths,
    Targets,
    read_day,
    read_inputs,
    read_jobs,
    read_path,
    read_paths,
    read_period,
    read_settings,
    read_targets,
)
from .checking import check_paths, judge_for, today
from .checking.scoring import score_paths
from .checking.spreading import jobs_for
from .findings import Settings, read_flag
from .load.inputs import find_inputs
from .load.reports import load_report as _load_report
from .load.targets import TargetLibrary
from .load.weights import read_weights
from .model.reports import Period, Report
from .run import Run
from .scoreboard.recipe import Recipe


def load_targets(folder: Path | None = None) -> TargetLibrary:
    """Open the target files of ``folder``; by default those that come with the package.

    Raises:
        TypeError, ValueError: where ``folder`` is no path.
        TargetsError: where the folder holds no catalogue, or a file that is needed has an error.
    """
    return read_targets(None if folder is None else read_path(folder, "folder"), "folder")


def load_report(path: Path, targets: Targets | None = None) -> Report:
    """Read one report strictly.

    Raises:
        TypeError, ValueError: where an argument is not of its type; names it.
        InputError: where anything in it is an error; carries all of them, with their places.
    """
    return _load_report(read_path(path, "path"), read_targets(targets, "targets"))


def check(
    *paths: Path,
    targets: Targets | None = None,
    reviews: Paths = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
) -> Run:
    """Judge reports: files, or folders that are searched for them.

    Args:
        paths: the reports; one that cannot be read gives an assessment that is invalid.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders; each goes with reports of its entity and period.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.

    Returns:
        The assessments, what there is to say of other files, reviews above all, and the exit code that the
        command line would end with.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        TargetsError: where a target file that is needed has an error.
    """
    named = read_inputs(paths, "paths")
    return check_paths(
        named,
        read_targets(targets, "targets"),
        read_day(as_of, "as_of", today()),
        read_settings(settings, "settings"),
        read_paths(reviews, "reviews"),
    )


def score(
    *paths: Path,
    targets: Targets | None = None,
    reviews: Paths = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    period: Period | str | None = None,
    weights: Path | None = None,
    rank: bool = False,
    jobs: int | None = 1,
) -> Run:
    """Put all places with targets side by side, by reports: files, or folders that are searched for them.

    Args:
        paths: the reports; what cannot be read is told of beside the scoreboard.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        period: as in ``2025`` or ``2025-M09``; by default the latest found.
        weights: a file of weights for the indicators; by default all are equal.
        rank: whether places of one kind are ranked (unofficial).
        jobs: how many processes read many files; ``None``: as many as this one may use.

    Returns:
        The run; its ``scoreboard`` has a row for every place, its assessments are those that count.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        InputError: where the file of weights cannot be read.
        TargetsError: where a target file has an error.
    """
    named, asked = read_inputs(paths, "paths"), read_period(period, "period")
    processes = jobs_for(named, read_jobs(jobs, "jobs"))
    told, day = read_paths(reviews, "reviews"), read_day(as_of, "as_of", today())
    held, ranked = read_settings(settings, "settings"), read_flag(rank, "rank")
    weighed = None if weights is None else read_path(weights, "weights")
    library = read_targets(targets, "targets")
    judge = judge_for(library, day, held, told)
    recipe = Recipe(read_weights(weighed, library) if weighed else None, ranked)
    return Run.of_board(score_paths(find_inputs(named, held.exclude), judge, recipe, asked, processes))
