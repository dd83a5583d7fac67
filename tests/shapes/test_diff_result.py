"""The types of what differs in JSON: the keys of version 1, which only grow."""

import json
from dataclasses import fields

from hubei_digecon.shapes.diff_result import FORMAT, DiffEntry, DiffResult, DiffSide
from hubei_digecon.shapes.json_schema import diff_schema


def names(form: type) -> list[str]:
    return [field.name for field in fields(form)]


def test_the_keys_of_version_1() -> None:
    assert FORMAT == "digecon/diff/v1"
    assert names(DiffResult) == [
        "format",
        "tool",
        "a",
        "b",
        "counts",
        "differences",
        "notes",
        "diagnostics",
        "left_out",
    ]
    assert names(DiffSide) == ["path", "sort", "number", "as_of", "illustrative"]
    assert names(DiffEntry) == [
        "sort", "change", "entity", "period", "document", "target", "indicator", "path", "field", "a", "b",
        "unit_a", "unit_b", "words", "illustrative",
    ]  # fmt: skip


def test_the_schema_lets_a_side_be_nothing() -> None:
    entry = json.loads(diff_schema())["$defs"]["DiffEntry"]["properties"]
    assert [{"type": "null"} in entry[side]["anyOf"] for side in ("a", "b")] == [True, True]
