"""The schema of a shape: each shape once, each key with what is told of it."""

import json

from hubei_digecon.shapes.base import WordsShape, keys_of
from hubei_digecon.shapes.holds import NOTHING
from hubei_digecon.shapes.json_schema.generator import (
    DIALECT,
    SchemaGenerator,
    filled,
    instead,
    nothing,
    of_some,
    ref,
    written,
)
from hubei_digecon.shapes.patterns import BLANK, NOT_BLANK, padded
from hubei_digecon.shapes.targets import PolicyDocumentShape
from hubei_digecon.shapes.weights import WeightsShape
from hubei_digecon.text import Text

TYPES = ["string", "number", "boolean"]
SOMETHING = "填写文字，不能为空\nwrite text; it cannot be left empty"


def test_a_shape_has_its_keys_and_no_others() -> None:
    text = {"type": TYPES, "pattern": NOT_BLANK, "errorMessage": SOMETHING}
    assert SchemaGenerator().shape(WordsShape) == {
        "title": "中英文 / in both languages",
        "properties": {
            "zh": {"description": "中文\nin Chinese"} | text,
            "en": {"description": "英文\nin English"} | text,
        },
        "required": ["zh", "en"],
        "additionalProperties": False,
    }


def test_a_shape_inside_another_is_defined_once() -> None:
    generator = SchemaGenerator()
    root = generator.root(WeightsShape)
    assert list(root)[:2] == ["title", "type"]
    assert list(generator.defs) == ["Issuer"]
    assert root["properties"]["issued"]["$ref"] == "#/$defs/Issuer"


def test_a_key_that_may_be_left_empty_takes_nothing_and_blanks() -> None:
    generator = SchemaGenerator()
    generator.define(PolicyDocumentShape)
    (note,) = (key for key in keys_of(WeightsShape) if key.name == "note")
    assert generator.key(note)["type"] == [*TYPES, "null"]
    issued = generator.defs["Issued"]["properties"]
    assert {key: issued["note"][key] for key in ("type", "pattern", "$ref")} == {
        "type": ["object", "null", "string"],
        "pattern": BLANK,
        "$ref": "#/$defs/Words",
    }


def test_a_schema_is_written_with_a_single_type_as_such() -> None:
    assert written({"type": ["string"], "anyOf": [{"type": ["null", "string"]}]}) == (
        '{\n "type": "string",\n "anyOf": [\n  {\n   "type": [\n    "null",\n    "string"\n   ]\n  }\n ]\n}\n'
    )
    whole = json.loads(SchemaGenerator().written("digecon/sample/v1", {"type": "object"}))
    assert whole == {"$schema": DIALECT, "$id": "digecon/sample/v1", "type": "object", "$defs": {}}


def test_the_parts_that_schemas_are_made_of() -> None:
    assert ref("Item") == {"$ref": "#/$defs/Item"}
    assert of_some(WordsShape, "share") == "Words-share"
    assert instead({"description": "told", "type": "string"}, {"enum": []}) == {
        "description": "told",
        "enum": [],
    }
    assert nothing("a", "b", because=Text("无", "none")) == dict.fromkeys(
        ("a", "b"), NOTHING | {"errorMessage": "无\nnone"}
    )


def test_a_word_for_nothing_fills_no_key() -> None:
    assert filled("unit") == {"required": ["unit"], "properties": {"unit": {"not": NOTHING}}}
    blank = filled("value", ["无"])["properties"]["value"]["not"]
    assert blank == {"anyOf": [NOTHING, {"type": "string", "pattern": padded("无")}]}
