"""Number formats, as their code says."""

import pytest

from hubei_digecon.load.tables.workbook.formats import format_of, numbered


@pytest.mark.parametrize(
    ("code", "sections"), [("0.0", 1), ("0;-0", 2), ('0;0;0;"无"', 4), ("[Red]0.0%", 1), ("General", 1)]
)
def test_a_code_has_sections(code: str, sections: int) -> None:
    assert len(format_of(code).sections) == sections


def test_a_section_has_a_colour() -> None:
    assert format_of("[Red]0").sections[0].colour == "FF0000"


@pytest.mark.parametrize("code", ["[Foo]0", "0;0;0;0;0"])
def test_a_code_that_nobody_knows_has_no_sections(code: str) -> None:
    assert format_of(code).sections == ()


def test_formats_are_named_by_number() -> None:
    assert [numbered(id, {164: "0.000"}).code for id in (0, 9, 10, 164)] == [
        "General",
        "0%",
        "0.00%",
        "0.000",
    ]
    assert numbered(165, {}).sections == ()
