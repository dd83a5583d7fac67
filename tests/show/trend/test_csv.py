"""The trend in CSV: a row a point, with everything that JSON says of it."""

import csv
from io import StringIO

from hubei_digecon.load.tables.csv import TREND_BEGINS
from hubei_digecon.show.trend.csv import COLUMNS, trended
from hubei_digecon.show.view import View
from hubei_digecon.trends.values import Trend


def test_a_row_a_point(trend: Trend) -> None:
    rows = list(csv.DictReader(StringIO(trended(trend, View()))))
    assert len(rows) == sum(len(one.points) for one in trend.series)
    first = rows[0]
    assert (
        first["base_value"],
        first["value"],
        first["change_absolute"],
        first["ratio"],
        first["state"],
    ) == (
        "8.7",
        "9.2",
        "0.5",
        "0.581395",
        "behind",
    )
    assert rows[3]["breaks"] == "large_change"
    assert (rows[-1]["target"], rows[-1]["method"], rows[-1]["hedge"]) == ("", "", "more_than")


def test_its_headings_are_known_for_those_of_a_result() -> None:
    assert ",".join(COLUMNS).startswith(TREND_BEGINS)
