"""The trend in JSON says what the design says, in strings."""

import json

from hubei_digecon.show.trend.json import trended
from hubei_digecon.show.view import View
from hubei_digecon.trends.values import Trend

from ...readers import read_trend


def test_the_form_of_the_design(trend: Trend) -> None:
    text = trended(trend, View())
    read_trend("json", text)
    result = json.loads(text)
    share, flow = result["series"]
    assert share["base"] == {"period": "2020", "value": "8.7", "source": "document"}
    first = share["points"][0]
    assert (first["value"], first["outcome"], first["scheduled"]) == ("9.2", "not_due", "9.56")
    assert first["change"] == {"absolute": "0.5", "relative": None}
    assert first["pace"] == {
        "method": "schedule",
        "ratio": "0.581395",
        "state": "behind",
        "reason": None,
        "months": 12,
        "of": 60,
    }
    assert [(one["period"], one["kind"]) for one in share["breaks"]][-1] == ("2024", "large_change")
    assert (flow["target"], flow["document"], flow["points"][0]["pace"]) == (None, None, None)
    assert flow["points"][1]["change"] == {"absolute": "10", "relative": "0.1"}
    assert flow["points"][-1]["hedge"] == "more_than"


def test_the_same_trend_gives_the_same_bytes(trend: Trend) -> None:
    assert trended(trend, View(lang="zh")) == trended(trend, View(lang="en"))
