"""The way of a figure is followed through whatever holds it."""

from fractions import Fraction

import pytest

from hubei_digecon.text import Text

from .trace import holds, trace


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("31.2%", True),
        (b"31.2", True),
        (Fraction(312, 10), True),
        (Fraction(312, 1000), True),
        ([("a", {"b": "31.2"})], True),
        (Text("31.2", ""), True),
        ("31", False),
        (Fraction(31), False),
        (Text.same("31"), False),
    ],
)
def test_a_value_holds_the_figure_where_it_has_it_in_it(value: object, held: bool) -> None:
    assert holds(value) is held


def test_the_way_goes_from_the_file_to_the_output() -> None:
    files = trace().files
    assert files[0].startswith("load/")
    assert files[-1] == "run/writing.py"
