"""Texts that may not parse, by the keys at their top."""

import pytest

from hubei_digecon.load.search.top_keys import text_is_ours, text_is_result, unescaped


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("entity: a\nobservations: [\n", True),
        ('{"entity": "a", "observations": {', True),
        ("a: 1\n---\nentity: a\nobservations: {}\n", True),
        ("name: a\n  observations: b\n", False),
        ("", False),
    ],
)
def test_a_text_is_ours_by_the_keys_at_its_top(text: str, ours: bool) -> None:
    assert text_is_ours(text) is ours


def test_a_text_is_a_result_by_its_format() -> None:
    assert text_is_result('{"format": "digecon/result/v1", "assessments": [')
    assert not text_is_result('{"format": "digecon/report/v1"')


def test_characters_may_be_written_as_numbers() -> None:
    assert unescaped('"\\u6307\\u6807"') == '"指标"'
