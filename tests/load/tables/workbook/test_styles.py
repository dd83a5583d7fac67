"""Styles of cells."""

from hubei_digecon.load.tables.workbook.styles import colour_named


def test_a_section_of_a_format_names_a_colour_in_hexadecimal_or_by_number() -> None:
    assert (colour_named("C00000"), colour_named("2")) == ("C00000", "FFFFFF")
    assert colour_named("60") is None
