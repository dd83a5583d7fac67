"""What differs in JSON: by its schema, the same whatever the view."""

import json

from jsonschema import Draft202012Validator

from hubei_digecon.domain.differences import Comparison
from hubei_digecon.shapes.json_schema import diff_schema
from hubei_digecon.show.differences.json import differed
from hubei_digecon.show.view import View


def test_it_is_as_its_schema_says(comparison: Comparison) -> None:
    text = differed(comparison, View("zh"))
    assert text == differed(comparison, View("en", quiet=True))
    made = json.loads(text)
    Draft202012Validator(json.loads(diff_schema())).validate(made)
    assert made["counts"] == {"verdict": 1, "outcome": 2, "reason": 2, "evidence": 2, "final": 2}
    assert made["a"] == {
        "path": "a.json",
        "sort": "result",
        "number": 1,
        "as_of": "2026-02-28",
        "illustrative": True,
    }
    assert made["differences"][2] == {
        "sort": "reason",
        "change": "removed",
        "entity": "wuhan-east-lake",
        "period": "2025",
        "document": "notice",
        "target": "wuhan-east-lake.future_tracks",
        "indicator": "future_tracks",
        "path": "",
        "field": "reasons",
        "a": "unattested",
        "b": None,
        "unit_a": None,
        "unit_b": None,
        "words": {"zh": "理由：未经核验单位认定→B中没有", "en": "reason: unattested → not in B"},
        "illustrative": True,
    }
