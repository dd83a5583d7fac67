"""What a text must hold, and how an editor is told."""

import pytest

from hubei_digecon.domain.words import Status
from hubei_digecon.shapes.holds import ANY_TEXT, Holds, as_typed, core_value, in_both, one_of
from hubei_digecon.shapes.patterns import NOT_BLANK, alternatives, padded, padded_or_blank
from hubei_digecon.text import Text


def test_any_text_is_something_unless_it_may_be_empty() -> None:
    assert ANY_TEXT.schema() == {
        "type": ["string", "number", "boolean"],
        "pattern": NOT_BLANK,
        "errorMessage": "填写文字，不能为空\nwrite text; it cannot be left empty",
    }
    assert ANY_TEXT.schema(empty=True) == {"type": ["string", "number", "boolean", "null"]}


def test_a_text_matches_its_pattern_and_looks_like_its_type() -> None:
    holds = Holds(
        "[0-9]+", {"type": ["integer"], "minimum": 1}, never="0{9}", fix=Text("填写数字", "write digits")
    )
    assert holds.schema() == {
        "type": ["string", "integer"],
        "pattern": padded("[0-9]+"),
        "minimum": 1,
        "not": {"type": "string", "pattern": "0{9}"},
        "errorMessage": "填写数字\nwrite digits",
    }
    assert holds.schema(empty=True)["pattern"] == padded_or_blank("[0-9]+")


def test_words_are_proposed_beside_the_pattern() -> None:
    holds = one_of({"yes": True, "2025": False}, also=("/",))
    assert holds.schema() == {
        "anyOf": [
            {"enum": ["yes", "2025", 2025]},
            {"type": ["string"], "pattern": padded(alternatives(("yes", "2025", "/")))},
        ]
    }


def test_words_that_mean_the_same_are_told_together() -> None:
    words = {"final": Status.FINAL, "最终核实数": Status.FINAL, "快报": Status.PROVISIONAL}
    assert one_of(words).meanings == ("可写 / can be: final = 最终核实数; 快报（初步核算数 / provisional）")
    assert one_of({"final": Status.FINAL}).meanings == ""


def test_words_are_there_as_text_and_as_what_they_look_like() -> None:
    assert as_typed(dict.fromkeys(["true", "1", "是", "null"])) == ["true", True, "1", 1, "是", "null"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025", 2025),
        ("-7", -7),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5e3", 1500.0),
        ("True", True),
        ("~", None),
        ("yes", "yes"),
        ("2025-01-20", "2025-01-20"),
    ],
)
def test_an_editor_sees_the_values_of_yaml(text: str, value: object) -> None:
    assert core_value(text) == value
    assert type(core_value(text)) is type(value)


def test_a_sentence_stands_in_both_languages_once() -> None:
    assert in_both(Text("中", "en")) == "中\nen"
    assert in_both(Text("中", "en"), " / ") == "中 / en"
    assert in_both(Text.same("GDP")) == "GDP"
