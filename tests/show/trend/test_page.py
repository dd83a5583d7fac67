"""The page of a trend: a table of all series, and a chart with a text alternative for each."""

from hubei_digecon.show.trend.page import page_document, trended
from hubei_digecon.show.view import View
from hubei_digecon.trends.values import Trend

from ...readers import read_trend


def test_both_languages_stand_in_it(trend: Trend) -> None:
    page = trended(trend, View(lang="en"))
    read_trend("html", page)
    assert page.count('<svg role="img"') == 4
    assert page.count("<desc") == 4
    assert "历年进展情况" in page
    assert "style=" not in page


def test_the_table_leads_to_every_series(trend: Trend) -> None:
    document = page_document(trend, View(lang="en"))
    (overview,) = document.tables
    links = [cell.link for row in overview.cells(View(lang="en")) for cell in row if cell.link]
    assert links == [section.id for section in document.sections]
    assert document.notes is not None
    assert any("≥0 and <1" in entry.heading for entry in document.notes.entries)


def test_the_latest_pace_stands_under_the_heading(trend: Trend) -> None:
    share, flow = page_document(trend, View(lang="en")).sections
    assert share.verdict == "2024: at the level of the target, ratio 1.715, 4 of 5 years passed"
    assert (share.mark, flow.verdict) == ("met", "")
