"""The schemas, all of which the package hands out."""

import json

from hubei_digecon.shapes import json_schema
from hubei_digecon.shapes.json_schema.generator import DIALECT

from ...building import LIBRARY


def test_each_schema_has_an_id_of_its_own() -> None:
    made = [
        json_schema.report_schema(LIBRARY),
        json_schema.review_schema(LIBRARY),
        json_schema.targets_schema(LIBRARY),
        json_schema.weights_schema(LIBRARY),
        json_schema.result_schema(),
        json_schema.scoreboard_schema(),
        json_schema.listing_schema(),
    ]
    schemas = [json.loads(schema) for schema in made]
    assert [schema["$id"] for schema in schemas] == [
        f"digecon/{name}/v1"
        for name in ("report", "review", "targets", "weights", "result", "scoreboard", "listing")
    ]
    assert {schema["$schema"] for schema in schemas} == {DIALECT}
