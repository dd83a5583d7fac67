"""The trend in JSON, version 1 (``digecon schema trend``): the same input gives the same bytes."""

from fractions import Fraction

from ...quantity.numbers import plain
from ...shapes.result import ResultFile, ResultTargets, Tool
from ...shapes.trend_result import (
    FORMAT,
    TrendBase,
    TrendBreak,
    TrendChange,
    TrendPace,
    TrendPlace,
    TrendResult,
    TrendResultPoint,
    TrendSeries,
)
from ...summaries.trends import places_told
from ...trends.printed import exact, shown_change, shown_value
from ...trends.roots import shown_ratio
from ...trends.values import Pace, Series, SeriesBase, Trend, TrendPoint
from ...version import VERSION
from ..json import document, file_diagnostics, left_out_result, settings_result
from ..view import View


def trended(trend: Trend, view: View) -> str:
    """Return the trend as JSON; the view does not change it."""
    return document(result(trend))


def result(trend: Trend) -> TrendResult:
    """Return the trend in the types of its JSON form."""
    return TrendResult(
        format=FORMAT,
        tool=Tool("digecon", VERSION),
        as_of=trend.as_of.isoformat(),
        documents=list(trend.documents),
        method=trend.method.id,
        base=str(trend.base) if trend.base else None,
        settings=settings_result(trend.settings),
        targets=ResultTargets([ResultFile(file.path, file.sha256) for file in trend.target_files]),
        reviews=[ResultFile(file.path, file.sha256) for file in trend.reviews],
        illustrative=trend.illustrative,
        diagnostics=[one for file in trend.files_told for one in file_diagnostics(file)],
        series=[_series(one, trend) for one in trend.series],
        ignored=trend.counts.ignored,
        left_out=left_out_result(trend.file_diagnostics),
        places=[TrendPlace(one.entity.id, one.told) for one in places_told(trend)],
    )


def _series(series: Series, trend: Trend) -> TrendSeries:
    target = series.target
    return TrendSeries(
        entity=series.entity.id,
        indicator=series.indicator.id,
        target=target.id if target else None,
        document=target.source.document if target else None,
        due=target.due if target else None,
        comparator=target.comparator.id if target else None,
        required=_number(target.value) if target else None,
        unit=series.unit,
        base=_base(series.base) if series.base else None,
        points=[_point(point, series, trend) for point in series.points],
        breaks=[TrendBreak(str(one.period), one.kind.id, one.kind.term) for one in series.breaks],
        reason=series.reason.id if series.reason else None,
    )


def _base(base: SeriesBase) -> TrendBase:
    return TrendBase(str(base.period), exact(base.value), base.origin.id)


def _point(point: TrendPoint, series: Series, trend: Trend) -> TrendResultPoint:
    quantity = point.observation.quantity if point.observation else None
    value, change = shown_value(point, series), shown_change(point)
    return TrendResultPoint(
        period=str(point.period),
        value=_number(value),
        hedge=quantity.bound.id if quantity and quantity.bound else None,
        status=point.status.id if point.status else None,
        illustrative=point.illustrative,
        outcome=point.finding.outcome.id if point.finding else None,
        change=TrendChange(plain(change[0]), _number(change[1])) if change else None,
        scheduled=None if point.scheduled is None else exact(point.scheduled),
        pace=_pace(point.pace, trend) if point.pace else None,
        path=point.path,
        line=point.line,
        sheet=point.sheet or None,
    )


def _pace(pace: Pace, trend: Trend) -> TrendPace:
    return TrendPace(
        method=trend.method.id,
        ratio=None if pace.ratio is None else plain(shown_ratio(pace.ratio, trend.method.cut_offs)),
        state=pace.state.id if pace.state else None,
        reason=pace.reason.id if pace.reason else None,
        months=pace.months,
        of=pace.of,
    )


def _number(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)
