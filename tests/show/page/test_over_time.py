"""Charts over time on the opinion on a report: of what earlier reports are given of, as a trend draws them."""

import datetime

from hubei_digecon import check, trend
from hubei_digecon.show.page.over_time import charts_over_time
from hubei_digecon.show.trend.chart import chart_of
from hubei_digecon.show.view import View

from ...conftest import AS_OF, ROOT

ZH, DAY = View("zh"), datetime.date.fromisoformat(AS_OF)
SAMPLES = str(ROOT / "sample_reports/published")
WUHAN = f"{SAMPLES}/wuhan-2024.yaml"


def test_a_report_is_drawn_with_the_earlier_ones_of_its_place_as_in_a_trend() -> None:
    run = check(WUHAN, history=(SAMPLES,), as_of=DAY)
    (made,) = charts_over_time(run.assessments[0], run, ZH)
    drawn = next(one for one in trend(SAMPLES, as_of=DAY).series if one.entity.id == "wuhan" and one.target)
    assert made.caption == "核心产业增加值占地区生产总值比重进展图（%）"
    expected = chart_of(drawn, trend(SAMPLES, as_of=DAY), ZH)
    assert expected is not None
    assert (made.strokes, made.dots) == (expected.strokes, expected.dots)


def test_without_earlier_reports_nothing_is_drawn() -> None:
    run = check(WUHAN, as_of=DAY)
    assert charts_over_time(run.assessments[0], run, ZH) == ()
