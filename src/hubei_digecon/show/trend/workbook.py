"""A trend as a workbook: a row a value in numbers, native charts, and the notes on how it was made."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ...domain.outcomes import Outcome
from ...domain.pace import PaceMethod, PaceState
from ...domain.reports import Period
from ...quantity.numbers import plain
from ...summaries import trend_summaries
from ...text import Text
from ...trends.printed import as_shown, shown_change, shown_value
from ...trends.roots import shown_ratio
from ...trends.standing import Course
from ...trends.values import Series, Trend
from ...version import VERSION
from ..document import (
    Column,
    ListedDiagnostic,
    Marks,
    SheetChart,
    Table,
    Value,
    diagnostics_of,
)
from ..page.words import AS_OF, FILE, REPORTS, TOOL
from ..scoreboard.columns import PLACE
from ..scoreboard.document import ILLUSTRATIVE
from ..view import View
from ..workbook import notes, words
from ..workbook.book import AnySheet, written
from ..workbook.diagnostics import DIAGNOSTICS
from ..workbook.findings import illustrative_marks
from ..workbook.numbers import number, share
from ..workbook.opening import opening
from ..workbook.printed import Block, PrintedLine, PrintedSheet
from .cells import (
    CHANGE,
    GROWTH,
    OUTCOME,
    PACE,
    PERIOD,
    SCHEDULED,
    VALUE,
    SeriesPoint,
    points_of,
    reason_cell,
)
from .chart import drawn_values
from .document import ends, files_read, lead_of, method_lines, method_listing, name_of
from .page import TITLE

STATE = Text("进度状态", "State")
WITHIN = Text("该状态的进度比", "Ratios of the state")
REASON = Text("不作进度判断的原因", "Why there is no pace")
MONTHS = Text("基期以来月数", "Months since the base")
OF_MONTHS = Text("基期至目标年月数", "Months from base to due")
BASE = Text("基期值", "Base")
BASE_PERIOD = Text("基期", "Period of the base")
HEDGE = Text("概数", "Hedge")
BREAKS = Text("口径调整及可比性", "Break")
PROMISED = Text("目标值（目标年）", "Target (due)")
PROMISED_BY = Text("{target}（{due}年）", "{target} ({due})")
METHOD = Text("进度的计算方法", "Method of the pace")
_PRINTED = (
    "entity",
    "indicator",
    "target",
    "due",
    "period",
    "value",
    "change",
    "growth",
    "scheduled",
    "ratio",
    "state",
    "outcome",
)
"""The columns in print."""

_LABELS, _VALUE, _REQUIRED, _SCHEDULED = 2, 3, 4, 5


def trended(trend: Trend, view: View) -> bytes:
    """Return the workbook on a trend."""
    rows = [row for one in trend.series for row in points_of(one, trend)]
    charted = [one for one in trend.series if len(drawn_values(one)) > 1]
    columns = _columns(trend)
    sheets: tuple[AnySheet, ...] = (
        *_printed(trend, rows, columns, view),
        Table(words.POINTS, columns, rows, repeated=2, illustrative=trend.illustrative),
        _charts(charted, trend, view),
        Table(words.DIAGNOSTICS, DIAGNOSTICS, tuple(_told(trend)), illustrative=trend.illustrative),
        notes.notes_sheet(_notes(trend, view)),
    )
    return written(view.say(TITLE), sheets, trend.as_of, view)


def _printed(
    trend: Trend, rows: Sequence[SeriesPoint], columns: Sequence[Column[SeriesPoint]], view: View
) -> tuple[PrintedSheet, ...]:
    """Return the trend as it is printed: the places in words, then their values; nothing without any."""
    if not rows:
        return ()
    facts = (line for one in lead_of(trend, view) if not one.is_warning for line in one.lines)
    warning = ILLUSTRATIVE if trend.illustrative else None
    above = tuple(opening(view.say(TITLE), facts, warning, trend_summaries(trend), view))
    below = tuple(map(PrintedLine, ends(trend, view)))
    printed = tuple(
        one._replace(value=_promised, heading=PROMISED) if one.id == "target" else one
        for one in columns
        if one.id in _PRINTED
    )
    return (PrintedSheet(words.OVERVIEW, printed, (Block(above, rows, below),), trend.illustrative, True),)


def _told(trend: Trend) -> Iterator[ListedDiagnostic]:
    return diagnostics_of(trend.files_told)


def _notes(trend: Trend, view: View) -> Iterator[notes.Note]:
    yield from notes.what_it_is(trend.illustrative, view)
    yield notes.Note(AS_OF, trend.as_of)
    yield notes.Note(REPORTS, trend.reports)
    yield notes.Note(TOOL, f"digecon {VERSION}")
    yield from notes.what_it_came_to(ends(trend, view))
    yield notes.Note(METHOD, method_listing(trend, view).heading)
    yield from (notes.Note(METHOD, line) for line in method_lines(trend, view))
    yield from notes.with_digests(files_read(trend), view)


class _ChartRow(NamedTuple):
    """A row that a chart draws: a period of a series with what is known of it."""

    series: Series
    period: Period
    value: Fraction | None
    scheduled: Fraction | None


def _charts(charted: Sequence[Series], trend: Trend, view: View) -> Table[_ChartRow]:
    """Return the sheet of charts: the rows that they draw, those of one series together."""
    rows: list[_ChartRow] = []
    charts = []
    for series in charted:
        own = list(_rows_of(series))
        charts.append(_chart(series, own, len(rows), view))
        rows.extend(own)
    illustrative = trend.illustrative
    return Table(words.CHARTS, _CHARTED, rows, illustrative=illustrative, charts=tuple(charts))


def _chart(series: Series, rows: Sequence[_ChartRow], first: int, view: View) -> SheetChart:
    hollow = {point.period for point in series.points if point.illustrative}
    return SheetChart(
        view.say(name_of(series)),
        series.unit or "",
        first,
        first + len(rows) - 1,
        _LABELS,
        (_VALUE, _REQUIRED, _SCHEDULED) if series.target else (_VALUE,),
        tuple(first + at for at, row in enumerate(rows) if series.broken_at(row.period)),
        tuple(first + at for at, row in enumerate(rows) if row.period in hollow),
    )


def _rows_of(series: Series) -> Iterator[_ChartRow]:
    """Return a row for each value and for every year, up to the due year: so the years stand evenly."""
    values, target = dict(drawn_values(series)), series.target
    known = {*values, *({Period(target.due)} if target else ())}
    years = [period.year for period in known]
    known.update(map(Period, range(min(years), max(years) + 1)))
    course = Course(target, PaceMethod.SCHEDULE, series.base, series.schedule) if target else None
    for period in sorted(known, key=lambda one: one.end):
        is_base = series.base is not None and series.base.period == period
        scheduled = values.get(period) if is_base else course.scheduled_at(period) if course else None
        yield _ChartRow(series, period, values.get(period), scheduled)


def _number(value: Fraction | None, unit: str | None) -> Value:
    return None if value is None else number(as_shown(value), unit or "")


def _of_target(read: Callable[[SeriesPoint], Value]) -> Callable[[SeriesPoint, View], Value]:
    return lambda row, _: read(row) if row.series.target else None


def _value(row: SeriesPoint, _view: View) -> Value:
    value = shown_value(row.point, row.series)
    return None if value is None else number(value, row.series.unit or "")


def _change(row: SeriesPoint, view: View) -> Value:
    change, told = row.point.change, shown_change(row.point)
    if change is None or told is None:
        return None
    return number(told[0], view.say(change.difference_suffix), signed=True)


def _growth(row: SeriesPoint, _view: View) -> Value:
    told = shown_change(row.point)
    return share(told[1]) if told else None


def _ratio(row: SeriesPoint, _view: View) -> Value:
    pace = row.point.pace
    if pace is None or pace.ratio is None:
        return None
    return number(shown_ratio(pace.ratio, row.trend.method.cut_offs))


def _state(row: SeriesPoint, view: View) -> str:
    pace = row.point.pace
    return view.say(pace.state.called(row.series.is_falling)) if pace and pace.state else ""


def _within(row: SeriesPoint, view: View) -> str:
    pace = row.point.pace
    within = row.trend.method.range_of(pace.state) if pace and pace.state else None
    return view.say(within) if within else ""


def _state_marks(view: View) -> Marks:
    return {
        view.say(state.called(is_falling)): state.mark for state in PaceState for is_falling in (False, True)
    }


def _columns(trend: Trend) -> tuple[Column[SeriesPoint], ...]:
    """Return the columns of the values, each number alone."""
    return (
        Column("entity", PLACE, lambda row, view: view.say(row.series.entity.name), most=36),
        Column("indicator", words.INDICATOR, lambda row, view: view.say(row.series.indicator.short), most=36),
        Column("illustrative", words.ILLUSTRATIVE, _illustrative, marks=illustrative_marks),
        Column("comparator", words.COMPARATOR, _comparator),
        Column("target", words.TARGET, _of_target(_required)),
        Column("due", words.DUE, _of_target(lambda row: row.series.target and row.series.target.due)),
        Column(
            "base_period", BASE_PERIOD, lambda row, _: str(row.series.base.period) if row.series.base else ""
        ),
        Column(
            "base", BASE, lambda row, _: _number(row.series.base and row.series.base.value, row.series.unit)
        ),
        Column("period", PERIOD, lambda row, _: str(row.point.period)),
        Column("value", VALUE, _value),
        Column("hedge", HEDGE, _hedge),
        Column("change", CHANGE, _change),
        Column("growth", GROWTH, _growth),
        Column("scheduled", SCHEDULED, lambda row, _: _number(row.point.scheduled, row.series.unit)),
        Column("ratio", PACE.format(method=trend.method.term), _ratio),
        Column("state", STATE, _state, marks=_state_marks),
        Column("within", WITHIN, _within),
        Column("months", MONTHS, lambda row, _: row.point.pace and row.point.pace.months),
        Column("of", OF_MONTHS, lambda row, _: row.point.pace and row.point.pace.of),
        Column("reason", REASON, reason_cell, most=40),
        Column("outcome", OUTCOME, _outcome, marks=_outcome_marks),
        Column("breaks", BREAKS, _breaks, most=30),
        Column("path", FILE, lambda row, _: row.point.path, most=40),
    )


def _promised(row: SeriesPoint, view: View) -> str:
    """Return a target and its year, as they are printed."""
    target = row.series.target
    if target is None:
        return ""
    return view.say(
        PROMISED_BY,
        target=target.comparator.term if target.value is None else f"{plain(target.value)}{target.unit}",
        due=target.due,
    )


def _required(row: SeriesPoint) -> Value:
    target = row.series.target
    return _number(target.value, target.unit) if target else None


def _comparator(row: SeriesPoint, view: View) -> str:
    return view.say(row.series.target.comparator.term) if row.series.target else ""


def _illustrative(row: SeriesPoint, view: View) -> str:
    return view.say(words.ILLUSTRATIVE) if row.point.illustrative else ""


def _hedge(row: SeriesPoint, view: View) -> str:
    quantity = row.point.observation.quantity if row.point.observation else None
    return view.say(quantity.bound.term) if quantity and quantity.bound else ""


def _outcome(row: SeriesPoint, view: View) -> str:
    return view.say(row.point.finding.outcome.term) if row.point.finding else ""


def _outcome_marks(view: View) -> Marks:
    return {view.say(outcome.term): outcome.id for outcome in Outcome}


def _breaks(row: SeriesPoint, view: View) -> str:
    kinds = row.series.broken_at(row.point.period)
    return view.say(Text.joined((kind.term for kind in kinds), "、", ", "))


_CHARTED: tuple[Column[_ChartRow], ...] = (
    Column("entity", PLACE, lambda row, view: view.say(row.series.entity.name), most=120),
    Column("indicator", words.INDICATOR, lambda row, view: view.say(row.series.indicator.short), most=120),
    Column("period", PERIOD, lambda row, view: view.written(row.period)),
    Column("value", VALUE, lambda row, _: _number(row.value, row.series.unit)),
    Column(
        "required",
        words.TARGET,
        lambda row, _: _number(row.series.target and row.series.target.value, row.series.unit),
    ),
    Column("scheduled", SCHEDULED, lambda row, _: _number(row.scheduled, row.series.unit)),
)
"""The columns of the sheet of charts."""
