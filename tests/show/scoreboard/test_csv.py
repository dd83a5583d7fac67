"""The scoreboard as CSV."""

import csv
import io

from ...conftest import AS_OF, Digecon


def test_a_row_a_place_with_its_score(digecon: Digecon) -> None:
    asked = ("score", "sample_reports/illustrative", "--as-of", AS_OF, "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(digecon(*asked).out)))
    assert [row["entity"] for row in rows if row["verdict"]][:3] == ["wuhan", "wuhan-east-lake", "wuhan-wedz"]
