"""The scoreboard as JSON."""

import json

from ...conftest import AS_OF, Digecon


def test_a_place_has_its_score_and_its_assessment(digecon: Digecon) -> None:
    asked = ("score", "sample_reports/illustrative", "--as-of", AS_OF, "--output-format", "json")
    result = json.loads(digecon(*asked).out)
    assert result["format"].startswith("digecon/scoreboard/")
    assert result["as_of"] == AS_OF
    assert [place["entity"] for place in result["places"]][:3] == ["wuhan", "wuhan-east-lake", "wuhan-wedz"]
