"""check, score, trend and diff: reports, files or in memory → what came out."""

import datetime

from ..domain.assessments import Settings, read_flag
from ..domain.reports import Period
from ..domain.run import Run as DomainRun
from ..domain.scoreboard import Recipe
from ..load.faults import accepted
from ..load.weights import read_weights
from ..run.check import check_reports
from ..run.diff import compare_paths
from ..run.judge import Judge
from ..run.options import RunOptions
from ..run.score import score_reports
from ..run.trend import TrendAsked, trend_reports
from ..trends.series import SeriesAsked
from .arguments import (
    FileLike,
    Files,
    Ids,
    Path,
    Targets,
    read_file_like,
    read_ids,
    read_method,
    read_options,
    read_path,
    read_period,
)
from .results import Comparison, Run, Trend


def check(
    *paths: Files,
    targets: Targets | None = None,
    reviews: Files = (),
    history: Files = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    documents: Ids = (),
    baseline: Path | None = None,
    register: FileLike | None = None,
    register_report: Path | None = None,
) -> Run:
    """Judge reports: files, folders that are searched for them, or what is held in memory: a mapping, a
    :class:`ReportText`, an open file, a table or DataFrame with the columns of the form, or an iterable of
    any of these.

    Args:
        paths: the reports; one that cannot be read gives an assessment that is invalid.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders; each goes with reports of its entity and period.
        history: earlier reports of the same places, files or folders; they are compared with, never judged.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        documents: the documents to judge by, by their ids, or ``all``; by default the notice alone.
        baseline: an earlier JSON result; what it has already is known, and does not bear on the exit code.
        register: the assessor's register of items, CSV or Parquet; counts are proved by its records in place
            of the lists in reports.
        register_report: a file for the records that were not counted, CSV, or Parquet by its suffix.

    Returns:
        The assessments, what there is to say of other files, reviews above all, and the exit code that the
        command line would end with.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        ImportError: where a register is given and what reads it is not installed.
        InputError: where the baseline or the register cannot be read.
        TargetsError: where a target file that is needed has an error.
    """
    options = read_options(
        paths,
        targets=targets,
        reviews=reviews,
        history=history,
        as_of=as_of,
        settings=settings,
        documents=documents,
        baseline=baseline,
        register=register,
        register_report=register_report,
    )
    return Run.of(check_reports(Judge.of(options)), _inputs(options))


def score(
    *paths: Files,
    targets: Targets | None = None,
    reviews: Files = (),
    history: Files = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    documents: Ids = (),
    period: Period | str | None = None,
    weights: FileLike | None = None,
    rank: bool = False,
    index: bool = False,
    jobs: int | None = 1,
    baseline: Path | None = None,
    register: FileLike | None = None,
    register_report: Path | None = None,
) -> Run:
    """Put all places with targets side by side, by reports: files, or folders that are searched for them.

    Args:
        paths: the reports; what cannot be read is told of beside the scoreboard.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders.
        history: earlier reports of the same places, files or folders; they are compared with, never scored.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        documents: the documents to judge by, by their ids, or ``all``; by default the notice alone.
        period: as in ``2025`` or ``2025-M09``; by default the latest found.
        weights: a file of weights for the indicators; by default all are equal.
        rank: whether places of one kind are ranked (unofficial).
        index: whether people are shown the mean attainment (unofficial), as ranks and weights imply.
        jobs: how many processes read many files; ``None``: as many as this one may use.
        baseline: an earlier JSON result; what it has already is known, and does not bear on the exit code.
        register: the assessor's register of items, CSV or Parquet; counts are proved by its records in place
            of the lists in reports.
        register_report: a file for the records that were not counted, CSV, or Parquet by its suffix.

    Returns:
        The run; its ``scoreboard`` has a row for every place, its assessments are those that count.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        ImportError: where a register is given and what reads it is not installed.
        InputError: where the file of weights, the baseline or the register cannot be read.
        TargetsError: where a target file has an error.
    """
    asked, ranked = read_period(period, "period"), read_flag(rank, "rank")
    weighed = None if weights is None else read_file_like(weights, "weights")
    options = read_options(
        paths,
        targets=targets,
        reviews=reviews,
        history=history,
        as_of=as_of,
        settings=settings,
        jobs=jobs,
        documents=documents,
        baseline=baseline,
        register=register,
        register_report=register_report,
    )
    recipe = Recipe(
        accepted(read_weights(weighed, options.library)) if weighed else None,
        ranked,
        read_flag(index, "index"),
    )
    board = score_reports(Judge.of(options), options.inputs(), recipe, asked)
    return Run.of(DomainRun.of_board(board), (*_inputs(options), *((weighed,) if weighed else ())))


def trend(
    *paths: Files,
    targets: Targets | None = None,
    reviews: Files = (),
    history: Files = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    documents: Ids = (),
    method: str = "schedule",
    base: Period | str | None = None,
    indicators: Ids = (),
    entities: Ids = (),
    jobs: int | None = 1,
) -> Trend:
    """Put the reports of each place in order of period: values, changes, pace and outcome.

    Args:
        paths: the reports; what cannot be read is told of beside the series.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders.
        history: earlier reports of the same places, files or folders; they are compared with, never shown.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        documents: the ids of the documents whose targets to follow, or ``all``; by default the notice alone.
        method: how the pace is computed: ``schedule``, ``cagr`` or ``projection``.
        base: the period whose values are the base where the document states none; ``None``: no base then.
        indicators: the ids of the indicators to show; by default all.
        entities: the ids of the places to show; by default all.
        jobs: how many processes read many files; ``None``: as many as this one may use.

    Returns:
        The trend; iterating gives its series.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        TargetsError: where a target file has an error.
    """
    options = read_options(
        paths,
        targets=targets,
        reviews=reviews,
        history=history,
        as_of=as_of,
        settings=settings,
        jobs=jobs,
        documents=documents,
    )
    library = options.library
    asked = SeriesAsked(
        read_method(method, "method"),
        read_period(base, "base"),
        read_ids(indicators, "indicators", library.catalogue.indicators),
    )
    places = read_ids(entities, "entities", library.files)
    made = trend_reports(Judge.of(options), options.inputs(), TrendAsked(asked, places))
    return Trend.of(made, _inputs(options))


def diff(
    a: Path,
    b: Path,
    *,
    targets: Targets | None = None,
    reviews: Files = (),
    history: Files = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    documents: Ids = (),
) -> Comparison:
    """Tell in what ``b`` differs from ``a``: two JSON results, two reports or folders of reports, which are
    judged first, or two folders of targets.

    Args:
        a: what is compared with.
        b: what is compared. A result goes with reports too, which are judged as it was.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders.
        history: earlier reports of the same places, files or folders.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        documents: the ids of the documents to judge by, or ``all``; by default the notice alone.

    Returns:
        The differences by place, period, document and target; numbers are compared exactly and in a common
        unit.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or the two are not to be compared.
        InputError: where a result cannot be read.
        TargetsError: where a target file that is needed has an error.
    """
    one, other = read_path(a, "a"), read_path(b, "b")
    options = read_options(
        (one, other),
        targets=targets,
        reviews=reviews,
        history=history,
        as_of=as_of,
        settings=settings,
        documents=documents,
    )
    return Comparison.of(compare_paths(one, other, options), _inputs(options))


def _inputs(options: RunOptions) -> tuple[str, ...]:
    """Return the paths that nothing is written over."""
    return (*options.paths, *options.beside, *options.library.paths())
