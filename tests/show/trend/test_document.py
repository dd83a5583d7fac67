"""A trend as a document: a section a series, the method with its cut-offs last."""

from dataclasses import replace

from hubei_digecon.domain.reports import Period
from hubei_digecon.show.trend.document import files_read, method_lines, trend_document
from hubei_digecon.show.view import View
from hubei_digecon.trends.values import Trend


def test_a_section_a_series_and_the_method_last(trend: Trend) -> None:
    document = trend_document(trend, View(lang="en"))
    assert [section.title.split("  ")[0] for section in document.sections] == [
        "place: name of share (target of 2025)",
        "place: name of flow",
        "How the pace is computed: schedule",
    ]
    assert document.ends[-1] == "Places: 1; series: 2; reports used: 0."


def test_an_indicator_without_a_target_has_no_columns_of_one(trend: Trend) -> None:
    _, flow, _ = trend_document(trend, View()).sections
    assert flow.table is not None
    assert [column.id for column in flow.table.columns] == ["period", "value", "change", "growth"]


def test_quiet_is_a_line_a_series(trend: Trend) -> None:
    lines = trend_document(trend, View(lang="en", quiet=True)).ends
    assert lines[0].startswith("place, name of share: 2024: at the level of the target")


def test_nothing_to_show_says_so(trend: Trend) -> None:
    document = trend_document(replace(trend, series=()), View(lang="en"))
    assert (document.sections, document.ends) == ((), ("There is no series to show.",))
    assert list(files_read(trend)) == []


def test_a_part_of_a_year_named_as_base_is_told_in_words(trend: Trend) -> None:
    half = replace(trend, base=Period(2024, 6))
    (said,) = [line for line in method_lines(half, View(lang="zh")) if "--base" in line]
    assert said == "基期：目标文件写明的从其规定，其余以2024年1—6月的报告值为基期（--base）"
