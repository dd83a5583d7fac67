"""The line chart of one series: values with what they assert, the target, the schedule, breaks.

Positions are exact and rounded once, where they are written.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from rich.cells import cell_len

from ...domain.reports import Period
from ...quantity.numbers import magnitude, plain
from ...text import Text
from ...trends.pace import YEAR, months_between
from ...trends.printed import exact
from ...trends.standing import is_part_of_flow
from ...trends.values import Series, Trend, TrendPoint
from ..document import Dot, LineChart, Spot, Stroke
from ..view import View
from .cells import (
    SeriesPoint,
    break_lines,
    pace_in_words,
    points_of,
    scheduled_cell,
    target_line,
    value_cell,
)

WIDTH, HEIGHT = 760, 270
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 730, 22, 240
_STEPS = 5
"""How many steps the scale of values has at most."""

_MOST_LABELLED = 12
_DOT, _LETTER = 9, 7

CAPTION = Text("进展图（{unit}）", "Chart ({unit})")
VALUE = Text("{period}为{value}", "{period}: {value}")
SCHEDULED = Text("（序时进度目标值{scheduled}）", " (scheduled {scheduled})")
DRAWN = Text("折线：{values}", "Line: {values}")
OF_PART = Text("{value}（{period}）", "{value} ({period})")

_LEGEND = {
    "published": Text("数值", "value"),
    "illustrative": Text("示例数值，未公布", "illustrative, not published"),
    "asserts": Text("数值按所写位数可能的范围", "where the value may lie, by the decimals written"),
    "base": Text("基期值", "base"),
    "required": Text("目标值", "target"),
    "schedule": Text("序时进度", "schedule"),
    "gap": Text("细线：中间年份没有数值", "thin: no values in the years between"),
    "break": Text("点线：可比性待核实", "dotted: a break"),
}
"""What each sort of line and point stands for."""


class Plot(NamedTuple):
    """The scales of a chart: months from ``start``, values from ``low`` to ``high`` in equal steps."""

    start: Period
    months: int
    low: Fraction
    high: Fraction
    step: Fraction

    def x(self, months: int) -> Fraction:
        """Return where a month stands."""
        return _LEFT + Fraction((_RIGHT - _LEFT) * months, max(self.months, 1))

    def at(self, period: Period) -> Fraction:
        """Return where the end of a period stands."""
        return self.x(months_between(self.start, period))

    def y(self, value: Fraction) -> Fraction:
        """Return where a value stands; what lies outside of the scale stands at its end."""
        inside = min(max(value, self.low), self.high)
        return _BOTTOM - (_BOTTOM - _TOP) * (inside - self.low) / (self.high - self.low)

    def spot(self, period: Period, value: Fraction) -> Spot:
        """Return the point of a value at the end of a period."""
        return Spot(written(self.at(period)), written(self.y(value)))


def written(position: Fraction) -> str:
    """Return a position with one decimal."""
    return plain(round(position, 1))


def chart_of(series: Series, trend: Trend, view: View) -> LineChart | None:
    """Return the chart of a series; ``None`` where there is no second value to draw a line to."""
    if len(drawn_values(series)) < 2:
        return None
    plot = _plot(series)
    strokes, dots = tuple(_strokes(series, plot)), tuple(_dots(series, trend, plot, view))
    return LineChart(
        view.say(CAPTION, unit=series.unit),
        described(series, trend, view),
        str(WIDTH),
        str(HEIGHT),
        (Spot(str(_LEFT), str(_TOP)), Spot(str(_RIGHT), str(_TOP))),
        tuple(_ticks(plot)),
        tuple(_years(plot)),
        strokes,
        dots,
        tuple(_legend(strokes, dots, view)),
    )


def described(series: Series, trend: Trend, view: View) -> str:
    """Return in words what a chart draws: the target, the base, each value with its schedule, the breaks."""
    values = (_value_in_words(row, view) for row in points_of(series, trend))
    drawn = view.say(DRAWN, values=view.say(Text("；", "; ")).join(values))
    paces = (
        pace_in_words(row, row.point.pace, view)
        for row in points_of(series, trend)
        if row.point.pace and row.point.pace.state
    )
    told = (target_line(series, trend, view), drawn, *paces, *break_lines(series, view))
    return view.say(Text("。", ". ")).join(told)


def _value_in_words(row: SeriesPoint, view: View) -> str:
    said = view.say(VALUE, period=row.point.period, value=value_cell(row, view))
    scheduled = scheduled_cell(row, view)
    return said + (view.say(SCHEDULED, scheduled=scheduled) if scheduled else "")


def _plot(series: Series) -> Plot:
    periods = [point.period for point in series.valued]
    if series.base:
        periods.append(series.base.period)
    if series.target:
        periods.append(Period(series.target.due))
    first, last = min(periods, key=lambda one: one.end), max(periods, key=lambda one: one.end)
    low, high = _range(series)
    step = _step(high - low)
    low, high = step * (low // step), step * -(-high // step)
    return Plot(first, months_between(first, last), low, high, step)


def _range(series: Series) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest number that a chart draws, a little apart."""
    numbers = [point.value for point in series.valued if point.value is not None]
    for point in series.valued:
        ends = (point.interval.low, point.interval.high) if point.interval else ()
        numbers.extend(end for end in ends if end is not None)
    numbers.extend(value for _, value in series.schedule)
    if series.base:
        numbers.append(series.base.value)
    low, high = min(numbers), max(numbers)
    room = (high - low) / 8 or abs(high) / 10 or Fraction(1)
    return (max(low - room, Fraction(0)) if low >= 0 else low - room), high + room


def _step(length: Fraction) -> Fraction:
    """Return a round step by which a length is divided into a few parts."""
    least = length / _STEPS
    power = Fraction(10) ** magnitude(least)
    return next(power * times for times in (1, 2, 5, 10) if power * times >= least)


def _ticks(plot: Plot) -> Iterator[Dot]:
    value = plot.low
    while value <= plot.high:
        y = plot.y(value)
        at, label = Spot(str(_LEFT), written(y)), Spot(str(_LEFT - 6), written(y + 4))
        yield Dot(at, label, exact(value), "published")
        value += plot.step


def _years(plot: Plot) -> Iterator[Dot]:
    """Return the ends of years, so many that their labels stand apart."""
    first = (YEAR - (plot.start.month or YEAR)) % YEAR
    years = range(first, plot.months + 1, YEAR)
    every = -(-len(years) // _MOST_LABELLED) or 1
    for months in years[::every]:
        x = written(plot.x(months))
        yield Dot(
            Spot(x, str(_BOTTOM)),
            Spot(x, str(_BOTTOM + 18)),
            str(plot.start.year + (months + (plot.start.month or YEAR) - YEAR) // YEAR),
            "published",
        )


def _strokes(series: Series, plot: Plot) -> Iterator[Stroke]:
    target = series.target
    if target and target.value is not None:
        y = written(plot.y(target.value))
        yield Stroke((Spot(str(_LEFT), y), Spot(str(_RIGHT), y)), "required")
    if series.base and series.schedule and series.base.period.end < Period(series.schedule[-1][0]).end:
        steps = ((Period(year), value) for year, value in series.schedule)
        ahead = (plot.spot(period, value) for period, value in steps if period.end > series.base.period.end)
        yield Stroke((plot.spot(series.base.period, series.base.value), *ahead), "schedule")
    for earlier, later in pairwise(drawn_values(series)):
        yield _segment(earlier, later, series, plot)


def drawn_values(series: Series) -> list[tuple[Period, Fraction]]:
    """Return what the line of values goes through: a base that no report states too, no part of a flow."""
    drawn = {
        point.period: point.value
        for point in series.valued
        if point.value is not None and not is_part_of_flow(series.indicator, point.period)
    }
    if series.base:
        drawn.setdefault(series.base.period, series.base.value)
    return sorted(drawn.items(), key=lambda one: one[0].end)


def _segment(
    earlier: tuple[Period, Fraction], later: tuple[Period, Fraction], series: Series, plot: Plot
) -> Stroke:
    spots = plot.spot(*earlier), plot.spot(*later)
    if series.broken_at(later[0]):
        return Stroke(spots, "break")
    return Stroke(spots, "gap" if later[0].year - earlier[0].year > 1 else "value")


def _dots(series: Series, trend: Trend, plot: Plot, view: View) -> Iterator[Dot]:
    base, stated = series.base, {point.period for point in series.valued}
    if base and base.period not in stated:
        spot = plot.spot(base.period, base.value)
        words = f"{exact(base.value)}{series.unit or ''}"
        yield Dot(spot, _above(spot), words, "base", anchor=_anchor(spot, words))
    rows = [row for row in points_of(series, trend) if row.point.value is not None]
    for row in rows:
        yield _dot(row, plot, view, len(rows) <= _MOST_LABELLED or row is rows[-1])


def _dot(row: SeriesPoint, plot: Plot, view: View, is_labelled: bool) -> Dot:
    point = row.point
    assert point.value is not None
    spot = plot.spot(point.period, point.value)
    words = value_cell(row, view) if is_labelled else ""
    if words and not point.period.whole:
        words = view.say(OF_PART, value=words, period=point.period)
    low, high = _asserted(point, plot)
    is_base = row.series.base and row.series.base.period == point.period
    sort: Literal["published", "illustrative", "base"]
    sort = "illustrative" if point.illustrative else "base" if is_base else "published"
    return Dot(spot, _above(spot), words, sort, low, high, _anchor(spot, words))


def _anchor(spot: Spot, words: str) -> Literal["start", "middle", "end"]:
    """Return which part of a label stands at its point, so that it stays within the drawing."""
    half = Fraction(cell_len(words) * _LETTER, 2)
    if Fraction(spot.x) - half < _LEFT:
        return "start"
    return "end" if Fraction(spot.x) + half > _RIGHT else "middle"


def _above(spot: Spot) -> Spot:
    return Spot(spot.x, written(Fraction(spot.y) - 10))


def _asserted(point: TrendPoint, plot: Plot) -> tuple[str, str]:
    """Return the ends of what a value asserts, within the scale; nothing where its dot hides them."""
    interval = point.interval
    if interval is None or interval.low == interval.high:
        return "", ""
    low = plot.low if interval.low is None else interval.low
    high = plot.high if interval.high is None else interval.high
    bottom, top = plot.y(low), plot.y(high)
    return (written(bottom), written(top)) if bottom - top > _DOT else ("", "")


def _legend(strokes: Iterable[Stroke], dots: Iterable[Dot], view: View) -> Iterator[tuple[str, str]]:
    """Return what is drawn, each sort once."""
    shown = {stroke.sort for stroke in strokes} | {dot.sort for dot in dots}
    drawn = shown | ({"asserts"} if any(dot.low for dot in dots) else set())
    return ((sort, view.say(words)) for sort, words in _LEGEND.items() if sort in drawn)
