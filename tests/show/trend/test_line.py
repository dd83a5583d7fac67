"""The small line of a terminal: a block a year, blanks in gaps, nothing where no block can be written."""

from hubei_digecon.show.trend.line import BLOCKS, small_line
from hubei_digecon.show.view import View
from hubei_digecon.trends.values import Trend


def test_a_block_for_each_whole_year_and_a_blank_for_each_without(trend: Trend) -> None:
    line = small_line(trend.series[0], View())
    assert (len(line), line[0], line[2], line[3]) == (4, BLOCKS[0], " ", BLOCKS[-1])


def test_an_encoding_without_blocks_has_no_line(trend: Trend) -> None:
    assert small_line(trend.series[0], View(encoding="ascii")) == ""


def test_one_value_makes_no_line(trend: Trend) -> None:
    series = trend.series[0]
    assert small_line(series._replace(points=series.points[:1]), View()) == ""
    level = series._replace(
        points=(series.points[0], series.points[-1]._replace(value=series.points[0].value))
    )
    assert set(small_line(level, View())) == {BLOCKS[4], " "}
