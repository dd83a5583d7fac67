"""The line chart of a series: what is drawn, how, and the words that say the same."""

from fractions import Fraction
from itertools import pairwise

from hubei_digecon.domain.reports import Period
from hubei_digecon.show.trend.chart import chart_of
from hubei_digecon.show.view import View
from hubei_digecon.trends.values import Trend

VIEW = View(lang="en")


def test_gaps_and_breaks_are_drawn_otherwise(trend: Trend) -> None:
    chart = chart_of(trend.series[0], trend, VIEW)
    assert chart is not None
    sorts = [stroke.sort for stroke in chart.strokes]
    assert sorts == ["required", "schedule", "value", "break", "break", "break"]
    without_breaks = chart_of(trend.series[0]._replace(breaks=()), trend, VIEW)
    assert without_breaks is not None
    assert [stroke.sort for stroke in without_breaks.strokes][2:] == ["value", "value", "gap", "value"]


def test_illustrative_points_are_hollow_and_the_base_is_square(trend: Trend) -> None:
    chart = chart_of(trend.series[0], trend, VIEW)
    assert chart is not None
    assert [dot.sort for dot in chart.dots] == ["base", "published", "illustrative", "published", "published"]
    assert [sort for sort, _ in chart.legend if sort != "asserts"] == [
        "published",
        "illustrative",
        "base",
        "required",
        "schedule",
        "break",
    ]


def test_time_runs_evenly_and_the_schedule_ends_at_the_target(trend: Trend) -> None:
    chart = chart_of(trend.series[0], trend, VIEW)
    assert chart is not None
    steps = [Fraction(year.at.x) for year in chart.years]
    gaps = {round(later - earlier) for earlier, later in pairwise(steps)}
    assert [year.words for year in chart.years] == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert len(gaps) == 1
    required, schedule = chart.strokes[:2]
    assert schedule.spots[-1].y == required.spots[-1].y
    half = Fraction(chart.dots[3].at.x)
    assert steps[3] < half < steps[4]
    assert chart.dots[3].words == "11% (2024-M06)"


def test_the_description_says_what_is_drawn(trend: Trend) -> None:
    chart = chart_of(trend.series[0], trend, VIEW)
    assert chart is not None
    for said in ("at least 13% by 2025", "base: 8.7%", "2021: 9.2% (scheduled 9.56%)", "a break before 2022"):
        assert said in chart.description


def test_one_value_alone_is_not_drawn(trend: Trend) -> None:
    series = trend.series[1]
    assert chart_of(series._replace(points=series.points[:1]), trend, VIEW) is None
    assert chart_of(series._replace(points=series.points[:2]), trend, VIEW) is not None


def test_all_values_alike_and_negative_ones_can_be_drawn(trend: Trend) -> None:
    flow = trend.series[1]
    for value in (Fraction(0), Fraction(-5), Fraction(10**12)):
        points = tuple(point._replace(value=value, interval=None) for point in flow.points[:2])
        chart = chart_of(flow._replace(points=points), trend, VIEW)
        assert chart is not None
        assert len(chart.ticks) > 1


def test_a_base_of_a_part_of_a_year_begins_the_scale(trend: Trend) -> None:
    series = trend.series[0]
    assert series.base is not None
    moved = series._replace(base=series.base._replace(period=Period(2020, 10)))
    chart = chart_of(moved, trend, VIEW)
    assert chart is not None
    assert chart.years[0].words == "2020"
