"""Cells and sentences: a state is told with its cut-offs, a pace with its elapsed time."""

from dataclasses import replace

import pytest

from hubei_digecon.domain.pace import NoPace, PaceMethod
from hubei_digecon.domain.reports import Period
from hubei_digecon.show.trend.cells import (
    break_lines,
    change_cell,
    columns_of,
    cut_off_lines,
    growth_cell,
    pace_cell,
    pace_lines,
    points_of,
    target_in_words,
    value_cell,
    why_nothing,
)
from hubei_digecon.show.view import View
from hubei_digecon.text import Text
from hubei_digecon.trends.values import Trend

from ...building import SHARE, target
from ...trends.test_series import based, series, share

ZH, EN = View(lang="zh"), View(lang="en")


def test_a_state_stands_with_the_ratios_that_have_it(trend: Trend) -> None:
    first, *_ = points_of(trend.series[0], trend)
    assert pace_cell(first, EN) == ("behind schedule", "0.581 (≥0 and <1)")
    assert pace_cell(first, ZH) == ("滞后于序时进度", "0.581 (≥0且<1)")


def test_a_terminal_without_the_sign_gets_two(trend: Trend) -> None:
    first, *_ = points_of(trend.series[0], trend)
    ascii_only = View(lang="en", encoding="ascii")
    assert pace_cell(first, ascii_only)[1] == "0.581 (>=0 and <1)"
    assert "≥" not in "".join(cut_off_lines(PaceMethod.CAGR, ascii_only))


def test_differences_of_shares_have_points_and_growth_is_of_amounts(trend: Trend) -> None:
    share, flow = trend.series
    of_share, of_flow = list(points_of(share, trend))[1], list(points_of(flow, trend))[1]
    assert (change_cell(of_share, ZH), growth_cell(of_share, ZH)) == ("+0.85百分点", "")
    assert (change_cell(of_flow, EN), growth_cell(of_flow, EN)) == ("+10亿元", "+10%")


def test_what_is_hedged_or_not_published_says_so(trend: Trend) -> None:
    share, flow = trend.series
    assert value_cell(list(points_of(share, trend))[1], EN) == "10.05% (illustrative)"
    assert value_cell(list(points_of(flow, trend))[-1], ZH) == "超过120亿元"


def test_the_pace_in_words_names_elapsed_time(trend: Trend) -> None:
    lines = list(pace_lines(trend.series[0], trend, EN))
    assert lines[0] == "2021: behind schedule (ratio ≥0 and <1), ratio 0.581, 1 of 5 years passed"
    assert lines[2].endswith("3.5 of 5 years passed")
    assert list(pace_lines(trend.series[1], trend, EN)) == []


def test_breaks_are_told_by_period(trend: Trend) -> None:
    assert list(break_lines(trend.series[0], ZH)) == [
        "2022年与前一数值的可比性待核实（未公布的示例数值与公布数值并列）；仅作提示，不影响结论",
        "2024年1—6月与前一数值的可比性待核实（未公布的示例数值与公布数值并列）；仅作提示，不影响结论",
        "2024年与前一数值的可比性待核实（较上年变动达一半以上）；仅作提示，不影响结论",
    ]


@pytest.mark.parametrize("reason", NoPace)
def test_every_reason_is_a_sentence_without_a_gap(reason: NoPace, trend: Trend) -> None:
    series = trend.series[0]._replace(reason=reason)
    for lang in (ZH, EN):
        said = lang.say(why_nothing(series))
        assert said
        assert "{" not in said


@pytest.mark.parametrize("method", PaceMethod)
def test_every_state_of_a_method_is_told_with_its_cut_off(method: PaceMethod) -> None:
    lines = list(cut_off_lines(method, EN))
    assert len(lines) == 1 + len(method.cuts)
    assert all("ratio" in line for line in lines[1:])


def test_the_pace_is_headed_by_its_method(trend: Trend) -> None:
    headings = [column.heading.en for column in columns_of(trend)]
    assert headings[-2:] == ["Pace (schedule)", "Outcome"]


@pytest.mark.parametrize(
    ("comparator", "required", "value", "named"),
    [("at_least", 13, "8%", "低于基期水平"), ("at_most", 5, "9%", "高于基期水平")],
)
def test_what_recedes_is_below_its_base_or_above_the_base_of_a_ceiling(
    comparator: str, required: int, value: str, named: str, trend: Trend
) -> None:
    (one,) = series([based(target(SHARE, required, comparator), "8.7")], {2021: share(value)})
    (row,) = points_of(one, trend)
    assert pace_cell(row, ZH)[0] == named
    assert next(pace_lines(one, trend, ZH)).startswith(f"2021年：{named}（")


def test_a_target_of_each_year_says_so() -> None:
    words = target_in_words(target(SHARE, 13)._replace(per_year=True))
    assert words == Text("到2025年为止每年不低于13%", "at least 13% each year up to 2025")


def test_a_period_named_as_base_without_a_value_is_told(trend: Trend) -> None:
    (one,) = series([target(SHARE, 13)], {2021: share("9%")}, base=2019)
    assert EN.say(why_nothing(one, Period(2019))).endswith("; no value to start from is reported for 2019.")
    (line,) = pace_lines(one, replace(trend, base=Period(2019)), ZH)
    assert line.endswith("；2019年没有可作基期值的报告值。")
