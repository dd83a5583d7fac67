"""The one reading of the models: which keys a shape has, and what sort of value stands under each."""

from typing import Annotated

import pytest
from pydantic import ValidationError

from hubei_digecon.shapes.base import (
    ColumnHeading,
    ListForm,
    MapForm,
    Shape,
    ShapeForm,
    ShortForm,
    TextForm,
    WordsShape,
    keys_of,
    name_of,
)
from hubei_digecon.shapes.holds import ANY_TEXT, Holds
from hubei_digecon.shapes.text_kinds import DATE, TEXT
from hubei_digecon.text import Text

_DIGITS = Holds("[0-9]+")


class SampleShape(Shape):
    """A shape with a key of every sort."""

    called = Text("示例", "a sample")

    text: Annotated[str, Text("文字", "text")]
    day: Annotated[Annotated[str, DATE, _DIGITS] | None, Text("日期", "a day")] = None
    words: Annotated[WordsShape, ShortForm("zh"), Text("词", "words"), ColumnHeading("词语", en="word")]
    several: Annotated[list[str] | None, Text("若干", "several")] = None
    each: Annotated[dict[str, WordsShape | None], Text("各项", "each")]


KEYS = {key.name: key for key in keys_of(SampleShape)}


def test_keys_come_in_order_with_what_is_told_of_them() -> None:
    assert [(key.name, key.told.en, key.required) for key in KEYS.values()] == [
        ("text", "text", True),
        ("day", "a day", False),
        ("words", "words", True),
        ("several", "several", False),
        ("each", "each", True),
    ]


def test_each_key_has_the_form_of_its_type() -> None:
    assert {name: key.form for name, key in KEYS.items()} == {
        "text": TextForm(ANY_TEXT, TEXT),
        "day": TextForm(_DIGITS, DATE),
        "words": ShapeForm(WordsShape, "zh"),
        "several": ListForm(TextForm(ANY_TEXT, TEXT)),
        "each": MapForm(ShapeForm(WordsShape), gaps=True),
    }


def test_a_heading_is_kept_where_there_is_one() -> None:
    heading = KEYS["words"].heading
    assert heading is not None
    assert (heading.zh, heading.en, heading.others, heading.after) == ("词语", "word", (), "")
    assert KEYS["text"].heading is None


def test_a_shape_is_named_without_its_ending() -> None:
    assert name_of(SampleShape) == "Sample"


def test_plain_text_stands_for_a_mapping() -> None:
    assert ShortForm("title")("公报") == {"title": "公报"}
    assert ShortForm("title")({"title": "公报"}) == {"title": "公报"}


def test_a_key_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        WordsShape.model_validate({"zh": "中", "en": "en", "fr": "fr"})
