"""What differs in CSV: a row a difference, with everything that JSON says of it."""

import csv
import json
from io import StringIO

from hubei_digecon.domain.differences import Comparison
from hubei_digecon.load.tables.csv import RESULTS_BEGIN
from hubei_digecon.show.differences.csv import COLUMNS, differed
from hubei_digecon.show.differences.json import differed as differed_in_json
from hubei_digecon.show.view import View


def test_a_row_a_difference(comparison: Comparison) -> None:
    rows = list(csv.DictReader(StringIO(differed(comparison, View()))))
    entries = json.loads(differed_in_json(comparison, View()))["differences"]
    assert [
        {
            key: "" if value is None else str(value)
            for key, value in one.items()
            if key not in ("words", "illustrative")
        }
        for one in entries
    ] == [{key: row[key] for key in COLUMNS if not key.startswith(("words", "illustrative"))} for row in rows]
    assert (rows[1]["words_zh"], rows[1]["illustrative"]) == ("完成情况：待核定→完成", "true")


def test_its_headings_are_known_for_those_of_a_result() -> None:
    assert ",".join(COLUMNS).startswith(RESULTS_BEGIN)
