"""Values compared field by field."""

from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from hubei_digecon.comparison.fields import ComparedField, data_of, number_in, ratio_in, value_at
from hubei_digecon.domain.differences import DifferenceSort, Subject
from hubei_digecon.domain.reports import Period
from hubei_digecon.text import Text

from ..building import LIBRARY


class Inner(NamedTuple):
    """A part."""

    name: Any


class Whole(NamedTuple):
    """A whole with a part and a unit."""

    value: Any = None
    unit: str | None = None
    part: Inner | None = None


def sides(
    a: Any, b: Any, path: str = "value", unit: str | None = None
) -> list[tuple[str, str | None, str | None]]:
    field = ComparedField(path, DifferenceSort.VALUE, Text.same("it"), unit=unit)
    found = field.differences(a, b, Subject(), ratio_in(None))
    return [(one.field, one.a and one.a.data, one.b and one.b.data) for one in found]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Whole("x"), Whole("x"), []),
        (Whole("x"), Whole("y"), [("value", "x", "y")]),
        (Whole(True), Whole(False), [("value", "true", "false")]),
        (Whole(None), Whole(0), [("value", None, "0")]),
        (Whole(["a", "b"]), Whole(["b", "c"]), [("value", "a", None), ("value", None, "c")]),
        (Whole(None), Whole(["c"]), [("value", None, "c")]),
        (Whole(["a", "b"]), Whole(["b", "a"]), []),
        (Whole({"a": "1"}), Whole({"a": "2", "b": "3"}), [("value.a", "1", "2"), ("value.b", None, "3")]),
        (Whole(Text("甲", "one")), Whole(Text.same("x")), [("value", "甲 / one", "x")]),
    ],
)
def test_every_sort_of_value(a: Whole, b: Whole, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert sides(a, b) == expected
    assert sides(b, a) == [(field, two, one) for field, one, two in expected] or len(expected) > 1


def test_what_is_missing_on_the_way_is_nothing() -> None:
    assert value_at(Whole(), "part.name") is None
    assert sides(Whole(), Whole(part=Inner("x")), "part.name") == [("part.name", None, "x")]


@pytest.mark.parametrize(
    ("a", "b", "are_alike"),
    [
        (Whole("3360", "亿元"), Whole("0.336", "万亿元"), True),
        (Whole("3360", "亿元"), Whole("0.3361", "万亿元"), False),
        (Whole("13.0", "%"), Whole("13", "%"), True),
        (Whole("1", "万家"), Whole("10000", "家"), True),
        (Whole("13", "%"), Whole("13", "家"), False),
        (Whole(None, "%"), Whole("0", "%"), False),
    ],
)
def test_numbers_are_compared_in_a_common_unit(a: Whole, b: Whole, are_alike: bool) -> None:
    assert (sides(a, b, unit="unit") == []) == are_alike


def test_a_period_is_one_value_and_told_in_words() -> None:
    field = ComparedField("value", DifferenceSort.VALUE, Text.same("it"))
    a, b = Whole(Period(2024)), Whole(Period(2025, 6))
    (found,) = field.differences(a, b, Subject(), ratio_in(None))
    assert found.words == Text("it：2024年→2025年1—6月", "it: 2024 → 2025-M06")
    assert sides(a, b) == [("value", "2024", "2025-M06")]
    assert sides(a, Whole(None)) == [("value", "2024", None)]


def test_units_of_the_catalogue_are_known_by_the_indicator() -> None:
    units = LIBRARY.catalogue.indicators["core_value_added"].units
    assert ratio_in(units)("万亿元", "亿元") == 10_000
    assert ratio_in(units)("亿元", "家") is None
    assert ratio_in(None)("x", "x") == 1


@pytest.mark.parametrize("text", ["1e9", "1/3", "٣", " 1", "1_000", "NaN", "", "9" * 5000, True, None])
def test_only_what_results_write_is_a_number(text: object) -> None:
    assert number_in(text) is None


def test_numbers_and_ids_as_data() -> None:
    assert data_of(Fraction(1, 4)) == "0.25"
    assert data_of(DifferenceSort.VALUE) == "value"
