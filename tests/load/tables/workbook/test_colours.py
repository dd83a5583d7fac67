"""Colours of cells, and whether they look the same."""

from collections.abc import Mapping

import pytest

from hubei_digecon.load.tables.workbook.colours import look_the_same, numbered_colour, rgb

THEME = {"lt1": "FFFFFF", "dk1": "000000"}


@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        ({}, "123456"),
        ({"rgb": "FFC00000"}, "C00000"),
        ({"theme": "0"}, "FFFFFF"),
        ({"indexed": "9"}, "FFFFFF"),
        ({"theme": "1", "tint": "1"}, "FFFFFF"),
        ({"theme": "77"}, None),
    ],
)
def test_a_colour_is_given_in_one_of_four_ways(colour: Mapping[str, str], seen: str | None) -> None:
    assert rgb(colour, THEME, "123456") == seen


def test_a_number_format_names_colours_by_number() -> None:
    assert (numbered_colour("1"), numbered_colour("2"), numbered_colour("3")) == (
        "000000",
        "FFFFFF",
        "FF0000",
    )
    assert numbered_colour("59") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("FFFFFF", "FFFFFF", True), ("FFFFFF", "FEFDFF", True), ("FFFFFF", "808080", False)],
)
def test_colours_that_nobody_tells_apart_look_the_same(one: str, other: str, same: bool) -> None:
    assert look_the_same(one, other) is same
