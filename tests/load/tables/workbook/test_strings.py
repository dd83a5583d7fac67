"""Texts of a workbook."""

import pytest

from hubei_digecon.load.tables.workbook.strings import unescaped


@pytest.mark.parametrize(
    ("written", "text"),
    [("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x00ZZ_", "_x00ZZ_"), ("甲", "甲")],
)
def test_characters_that_xml_cannot_hold_are_written_as_numbers(written: str, text: str) -> None:
    assert unescaped(written) == text
