"""The summary of a trend: a paragraph a place, letter by letter for the published figures of Wuhan."""

from hubei_digecon import trend
from hubei_digecon.summaries import trend_summaries
from hubei_digecon.summaries.trends import places_told
from tests.changed import ROOT
from tests.summaries.samples import AS_OF, SAMPLES


def test_the_trend_of_wuhan_since_2020() -> None:
    followed = trend(ROOT / "sample_reports/published", as_of=AS_OF, base="2020", entities="wuhan")
    assert [one.zh for one in trend_summaries(followed)] == [
        "武汉市核心产业增加值占地区生产总值比重由2020年的8.7%提高到2021年的9.2%，提高0.5个百分点，序时进度目标值为"
        "9.56%，滞后于序时进度（进度比0.581）；2024年为14.6%，较2021年提高5.4个百分点，提前达到2025年目标水平"
        "（13%）。2022年、2023年未取得数据；2021—2024年升幅较大，口径是否调整待核实。2025年结论以当年数据为准。"
    ]


def test_a_place_with_one_year_is_told_so() -> None:
    followed = trend(SAMPLES / "wuhan-wedz-2025.yaml", as_of=AS_OF)
    ((entity, told),) = places_told(followed)
    assert entity.id == "wuhan-wedz"
    assert told.zh == "（示例数据，未经公布）武汉经济技术开发区仅有2025年数据，无基期值，不作进度判断。"
