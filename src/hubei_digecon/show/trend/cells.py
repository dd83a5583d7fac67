"""A trend in words and cells, as the terminal, Markdown, the page and the workbook show it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ...domain.pace import BreakKind, NoPace, PaceMethod, PaceState
from ...domain.printed import percent, signed
from ...domain.reports import Period
from ...domain.targets import Target, cited_in
from ...judging.message import EACH_YEAR
from ...quantity.numbers import plain
from ...text import Text
from ...trends.printed import exact, ratio_of, shown_change, shown_value
from ...trends.values import Pace, Series, Trend, TrendPoint
from ..document import Column
from ..findings import outcome_cell
from ..view import View

PERIOD = Text("报告期", "Period")
VALUE = Text("数值", "Value")
CHANGE = Text("较上年增减", "Change")
GROWTH = Text("较上年增速", "Growth")
SCHEDULED = Text("序时进度目标值", "Scheduled")
PACE = Text("进度（{method}）", "Pace ({method})")
OUTCOME = Text("完成情况", "Outcome")

ILLUSTRATIVE_MARK = Text("（示例）", " (illustrative)")
BROKEN = Text("（可比性待核实）", " (break)")
BASE = Text("基期值：{base}", "base: {base}")
OF_BASE = Text("{value}（{period}，{origin}）", "{value} ({period}, {origin})")
TARGET = Text("目标：{target}", "target: {target}")
ASPIRATION = Text(
    "{target}（力争目标，不作为认定结论的依据）", "{target} (an aspiration, part of no verdict)"
)
UP_TO_YEAR = Text("到{due}年为止{sentence}", "{sentence} up to {due}")
BY_YEAR = Text("{due}年{sentence}", "{sentence} by {due}")
PACE_SAID = Text("{period}：{state}{range}{ratio}{elapsed}", "{period}: {state}{range}{ratio}{elapsed}")
RATIO = Text("，进度比{ratio}", ", ratio {ratio}")
RANGE = Text("（进度比{range}）", " (ratio {range})")
ELAPSED = Text("，已过{years}年、共{of}年", ", {years} of {of} years passed")
NOT_TOLD = Text("{period}：不作进度判断（{why}）", "{period}: no pace – {why}")
BREAK = Text(
    "{period}与前一数值的可比性待核实（{kinds}）；仅作提示，不影响结论",
    "a break before {period}: {kinds}; told, not decided",
)
WITHOUT_TARGET = Text("所选文件未设该项指标的目标", "the documents chosen set no target on it")


class SeriesPoint(NamedTuple):
    """A point with the series and the trend that it is of."""

    point: TrendPoint
    series: Series
    trend: Trend


def points_of(series: Series, trend: Trend) -> Iterator[SeriesPoint]:
    """Return the points of a series that say something: a value, or the state of a milestone."""
    for point in series.points:
        if point.value is not None or (point.observation and point.observation.state):
            yield SeriesPoint(point, series, trend)


def value_cell(row: SeriesPoint, view: View) -> str:
    """Return the value with its unit and its hedge, and whether it is published."""
    observation = row.point.observation
    if observation and observation.state:
        return view.say(observation.state.term)
    if observation and observation.quantity and observation.quantity.bound:
        said = view.say(observation.quantity.shown)
    else:
        value = shown_value(row.point, row.series)
        said = "" if value is None else f"{plain(value)}{row.series.unit or ''}"
    return said + (view.say(ILLUSTRATIVE_MARK) if row.point.illustrative else "")


def change_cell(row: SeriesPoint, view: View) -> str:
    """Return the difference to the year before, with its unit."""
    change, told = row.point.change, shown_change(row.point)
    if change is None or told is None:
        return ""
    return f"{signed(told[0])}{view.say(change.difference_suffix)}"


def growth_cell(row: SeriesPoint, view: View) -> str:
    """Return growth on the year before, and what it is called where that is not plain growth."""
    change = row.point.change
    if change is None or change.relative is None or change.kind.growth_term is None:
        return ""
    return with_sign(change.relative)


def with_sign(share: Fraction) -> str:
    """Return a share as a percentage with its sign."""
    return f"+{percent(share)}" if share > 0 else percent(share)


def scheduled_cell(row: SeriesPoint, view: View) -> str:
    """Return what the schedule has for the period."""
    scheduled = row.point.scheduled
    return "" if scheduled is None else f"{exact(scheduled)}{row.series.unit or ''}"


def pace_cell(row: SeriesPoint, view: View) -> tuple[str, ...]:
    """Return the state of a point with the range that it stands for, and below it the ratio."""
    pace = row.point.pace
    if pace is None or pace.state is None:
        return ()
    ratio = ratio_of(pace, row.trend.method.cut_offs)
    within = row.trend.method.range_of(pace.state)
    known = f"{ratio} ({in_signs(within, view)})" if within else ratio
    return view.say(pace.state.called(row.series.is_falling)), known if ratio else ""


def in_signs(within: Text, view: View) -> str:
    """Return which ratios a state stands for, in signs that can be written."""
    return view.say(within).replace("≥", view.sign("≥", ">="))


def pace_mark(row: SeriesPoint) -> str:
    """Return the outcome that a state is coloured like."""
    pace = row.point.pace
    return pace.state.mark if pace and pace.state else ""


def outcome_of(row: SeriesPoint, view: View) -> str:
    """Return the outcome by the judge of every command."""
    return outcome_cell(row.point.finding, view) if row.point.finding else ""


def period_cell(row: SeriesPoint, view: View) -> str:
    """Return the period, and whether there is a break before it."""
    broken = row.series.broken_at(row.point.period)
    return f"{view.written(row.point.period)}{view.say(BROKEN) if broken else ''}"


def columns_of(trend: Trend) -> tuple[Column[SeriesPoint], ...]:
    """Return the columns of the table of a trend; the pace is headed by its method."""
    return (
        Column("period", PERIOD, period_cell),
        Column("value", VALUE, value_cell, role="number"),
        Column("change", CHANGE, change_cell, role="number"),
        Column("growth", GROWTH, growth_cell, role="number"),
        Column("scheduled", SCHEDULED, scheduled_cell, role="number"),
        Column("pace", PACE.format(method=trend.method.term), pace_cell, role="words", mark=pace_mark),
        Column(
            "outcome",
            OUTCOME,
            outcome_of,
            role="words",
            mark=lambda row: row.point.finding.outcome.id if row.point.finding else "",
        ),
    )


def target_line(series: Series, trend: Trend, view: View) -> str:
    """Return the target and the base of a series in words, and the document."""
    target = series.target
    if target is None:
        return view.say(WITHOUT_TARGET)
    parts = [view.say(TARGET, target=target_in_words(target))]
    if series.base:
        parts.append(view.say(BASE, base=base_in_words(series)))
    parts.append(view.say(cited_in(target.source.document, trend.documents)))
    return view.say(Text("；", "; ")).join(parts)


def target_in_words(target: Target) -> Text:
    """Return what a target requires, and by when."""
    comparator, value = target.comparator, target.value
    sentence = comparator.sentence if value is None else comparator.requires(value, target.unit)
    sentence = EACH_YEAR.format(words=sentence) if target.per_year else sentence
    said = (UP_TO_YEAR if target.per_year else BY_YEAR).format(due=target.due, sentence=sentence)
    return ASPIRATION.format(target=said) if target.aspiration else said


def base_in_words(series: Series) -> Text:
    """Return the base of a series, its period, and where it is stated."""
    base = series.base
    assert base is not None
    value = f"{exact(base.value)}{series.unit or ''}"
    return OF_BASE.format(value=value, period=base.period, origin=base.origin.term)


def pace_lines(series: Series, trend: Trend, view: View) -> Iterator[str]:
    """Return the pace of each point in words, with the cut-offs of its state, or why it has none."""
    if series.target is None:
        return
    if series.reason:
        yield view.say(why_nothing(series, trend.base))
        return
    for row in points_of(series, trend):
        if row.point.pace:
            yield pace_in_words(row, row.point.pace, view)


def why_nothing(series: Series, base: Period | None = None) -> Text:
    """Return why nothing can be told of the pace of a series, ``base`` being the period named as its base."""
    assert series.reason is not None
    return NO_PACE.format(why=_why(series.reason, series, base))


NO_PACE = Text("不作进度判断：{why}。", "No pace: {why}.")


def pace_in_words(row: SeriesPoint, pace: Pace, view: View) -> str:
    """Return the pace of one point in words."""
    if pace.state is None:
        assert pace.reason is not None
        return view.say(NOT_TOLD, period=row.point.period, why=_why(pace.reason, row.series, row.trend.base))
    method = row.trend.method
    ratio, within = ratio_of(pace, method.cut_offs), method.range_of(pace.state)
    return view.say(
        PACE_SAID,
        period=row.point.period,
        state=pace.state.called(row.series.is_falling),
        range=RANGE.format(range=in_signs(within, view)) if within else Text.same(""),
        ratio=RATIO.format(ratio=ratio) if ratio else Text.same(""),
        elapsed=elapsed(pace),
    )


def reason_cell(row: SeriesPoint, view: View) -> str:
    """Return why a point has no pace; nothing where it has one."""
    pace = row.point.pace
    return view.say(_why(pace.reason, row.series, row.trend.base)) if pace and pace.reason else ""


def elapsed(pace: Pace) -> Text:
    """Return how much time has passed since the base, in years; nothing where there is no base."""
    if pace.months is None or pace.of is None:
        return Text.same("")
    years, of = (exact(round(Fraction(months, 12), 2)) for months in (pace.months, pace.of))
    return ELAPSED.format(years=years, of=of)


def _why(reason: NoPace, series: Series, base: Period | None) -> Text:
    said = reason.sentence.format(kind=series.indicator.kind.term)
    if reason is not NoPace.NO_BASE or base is None:
        return said
    return Text.joined((said, NOT_REPORTED.format(period=base.words)), "；", "; ")


NOT_REPORTED = Text("{period}没有可作基期值的报告值", "no value to start from is reported for {period}")


def break_lines(series: Series, view: View) -> Iterator[str]:
    """Return the breaks of a series in words, one for each period that has any."""
    by_period: dict[Period, list[BreakKind]] = {}
    for one in series.breaks:
        by_period.setdefault(one.period, []).append(one.kind)
    for period, kinds in by_period.items():
        yield view.say(BREAK, period=period, kinds=Text.joined((kind.term for kind in kinds), "、", ", "))


def cut_off_lines(method: PaceMethod, view: View) -> Iterator[str]:
    """Return the states of a method with their cut-offs."""
    yield view.say(REACHED_FIRST, state=PaceState.REACHED.term)
    for cut in method.cuts:
        within = method.range_of(cut.state)
        yield view.say(STATE, state=cut.state.of_any, range=in_signs(within, view) if within else "")


REACHED_FIRST = Text("{state}：以核验意见为准，先于进度比", "{state}: looked at first, as the judge finds it")
STATE = Text("{state}：进度比{range}", "{state}: ratio {range}")
