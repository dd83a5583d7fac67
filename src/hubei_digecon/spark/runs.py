"""The public functions on DataFrames of Spark Connect."""

import datetime
import pickle
import warnings
from typing import TYPE_CHECKING, Any

from ..api.arguments import (
    FileLike,
    Files,
    Ids,
    Targets,
    read_file_like,
    read_ids,
    read_method,
    read_options,
    read_period,
)
from ..api.results import Run, Trend
from ..diagnostics import Severity
from ..diagnostics.extras import SPARK
from ..domain.assessments import Settings, read_flag
from ..domain.reports import Period
from ..domain.run import Run as DomainRun
from ..domain.scoreboard import Recipe
from ..load.faults import InputError, accepted
from ..load.weights import read_weights
from ..run.judge import Judge
from ..run.score import ReportGathering, board_of
from ..run.trend import TrendAsked, trend_of
from ..trends.series import SeriesAsked
from .failures import engine_errors
from .places import NAME, by_place

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def check(
    df: "DataFrame",
    *,
    targets: Targets | None = None,
    reviews: Files = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    documents: Ids = (),
    register: "str | DataFrame | None" = None,
    texts: bool = False,
) -> "DataFrame":
    """Judge every report in a DataFrame of observations.

    Args:
        df: the observations, a row each, in the columns of a Parquet file of reports.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders on this machine.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        documents: the documents to judge by, by their ids, or ``all``; by default the notice alone.
        register: the assessor's register of items, Parquet by a path that Spark reads, or a DataFrame; counts
            are proved by its records in place of the lists in reports. Spark counts them when this is called.
        texts: whether findings have their sentences, in both languages.

    Returns:
        A DataFrame with a row a finding, and one for a report without any, in the columns of the format
        ``parquet``. Spark computes it when it is asked for.

    Raises:
        ImportError: where pyspark or pyarrow is not installed; says what to run.
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        InputError: where the columns are not those of reports, or one does not hold what was reported; where
            the register cannot be read, or lacks a column; where a review cannot be relied on.
        TargetsError: where a target file that is needed has an error.
        EngineError: where the engine does not complete what is asked of it here.
    """
    judge, worded = _judge(targets, reviews, as_of, settings, documents), read_flag(texts, "texts")
    with engine_errors():
        judge = _held_to(register, judge, df)
        _tell_beside(judge)
        from .work import JudgeBatches, findings_table

        return _mapped(df, judge, JudgeBatches(judge, worded), findings_table(judge, (), worded).schema)


def score(
    df: "DataFrame",
    *,
    targets: Targets | None = None,
    reviews: Files = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    documents: Ids = (),
    period: Period | str | None = None,
    weights: FileLike | None = None,
    rank: bool = False,
    index: bool = False,
    register: "str | DataFrame | None" = None,
) -> Run:
    """Put all places with targets side by side, by the reports in a DataFrame of observations.

    Executors read the reports; those that count are judged here.

    Args:
        df: the observations, a row each, in the columns of a Parquet file of reports.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders on this machine.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        documents: the documents to judge by, by their ids, or ``all``; by default the notice alone.
        period: as in ``2025`` or ``2025-M09``; by default the latest found.
        weights: a file of weights for the indicators; by default all are equal.
        rank: whether places of one kind are ranked (unofficial).
        index: whether people are shown the mean attainment (unofficial), as ranks and weights imply.
        register: the assessor's register of items, Parquet by a path that Spark reads, or a DataFrame; counts
            are proved by its records in place of the lists in reports.

    Returns:
        The run; its ``scoreboard`` has a row for every place.

    Raises:
        ImportError, TypeError, ValueError, InputError, TargetsError, EngineError: as :func:`check` does; but
            of reviews the run says what there is to say.
    """
    judge = _judge(targets, reviews, as_of, settings, documents)
    asked, ranked = read_period(period, "period"), read_flag(rank, "rank")
    weighed = accepted(read_weights(read_file_like(weights, "weights"), judge.library)) if weights else None
    recipe = Recipe(weighed, ranked, read_flag(index, "index"))
    with engine_errors():
        gathered = _gathered(df, _held_to(register, judge, df), asked)
    return Run.of(DomainRun.of_board(board_of(gathered, recipe)), ())


def trend(
    df: "DataFrame",
    *,
    targets: Targets | None = None,
    reviews: Files = (),
    as_of: datetime.date | None = None,
    settings: Settings | None = None,
    documents: Ids = (),
    method: str = "schedule",
    base: Period | str | None = None,
    indicators: Ids = (),
    entities: Ids = (),
) -> Trend:
    """Put the reports of each place in a DataFrame in order of period: values, changes, pace and outcome.

    Args:
        df: the observations, a row each, in the columns of a Parquet file of reports.
        targets: the target files or their folder, by default those that come with the package.
        reviews: the assessor's reviews, files or folders on this machine.
        as_of: the day to judge as of, by default today in UTC+8.
        settings: what to hold to, by default any evidence.
        documents: the documents to judge by, by their ids, or ``all``; by default the notice alone.
        method: how the pace is computed: ``schedule``, ``cagr`` or ``projection``.
        base: the period whose values are the base where the document states none; ``None``: no base then.
        indicators: the ids of the indicators to show; by default all.
        entities: the ids of the places to show; by default all.

    Returns:
        The trend; iterating gives its series.

    Raises:
        ImportError, TypeError, ValueError, InputError, TargetsError, EngineError: as :func:`check` does; but
            of reviews the trend says what there is to say.
    """
    judge = _judge(targets, reviews, as_of, settings, documents)
    library = judge.library
    asked = SeriesAsked(
        read_method(method, "method"),
        read_period(base, "base"),
        read_ids(indicators, "indicators", library.catalogue.indicators),
    )
    places = read_ids(entities, "entities", library.files)
    with engine_errors():
        gathered = _gathered(df, judge, None)
    return Trend.of(trend_of(gathered, TrendAsked(asked, places)), ())


def _judge(targets: Any, reviews: Any, as_of: Any, settings: Any, documents: Any) -> Judge:
    """Return what reports are judged by; its target files are read here, once, and sent to executors."""
    SPARK.require("hubei_digecon.spark")
    judge = Judge.of(
        read_options(
            (NAME,), targets=targets, reviews=reviews, as_of=as_of, settings=settings, documents=documents
        )
    )
    _ = judge.library.entities()
    judge.library.raise_faults()
    return judge


def _held_to(register: Any, judge: Judge, df: "DataFrame") -> Judge:
    """Return a judge who holds counts to a register, where there is one."""
    from .registers import read_register, with_register

    return with_register(judge, df, read_register(register, "register"))


def _tell_beside(judge: Judge) -> None:
    """Tell what there is to say of files beside the reports, which a DataFrame of findings has no place for.

    Raises:
        InputError: where a review cannot be relied on.
    """
    register = (judge.register.said,) if judge.register else ()
    for file in (*judge.reviews.file_diagnostics, *register):
        said = file.told(judge.settings).diagnostics
        if any(one.is_error for one in said):
            raise InputError(file.source, said)
        for one in said:
            if one.kind.severity is Severity.WARNING:
                warnings.warn(f"{file.source.path}: {one.message.en} / {one.message.zh}", stacklevel=3)


def _mapped(df: "DataFrame", judge: Judge, work: Any, schema: Any) -> "DataFrame":
    from pyspark.sql.pandas.types import from_arrow_schema

    return by_place(df, judge.library).mapInArrow(work, from_arrow_schema(schema))


def _gathered(df: "DataFrame", judge: Judge, period: Period | None) -> ReportGathering:
    from .work import PACKED, SurveyBatches

    gathering = ReportGathering.of(judge, period)
    for row in _mapped(df, judge, SurveyBatches(judge), PACKED).toLocalIterator():
        gathering.gather(pickle.loads(row[0]))
    return gathering
