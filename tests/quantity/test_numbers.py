"""Exact numbers: written without loss, rounded on their own side, intervals widened and never narrowed."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.quantity.numbers import (
    Interval,
    compared,
    is_finite,
    magnitude,
    outward,
    plain,
    quotient,
    rounded,
    scaled,
    shown,
    shown_end,
    shown_interval,
)

from ..building import PROPERTY, contains, points_of, written

F = Fraction
FRACTIONS = st.builds(F, st.integers(-(10**18), 10**18), st.integers(1, 10**18))
DECIMALS = st.tuples(st.integers(-(10**20), 10**20), st.integers(0, 20))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (F(0), "0"),
        (F(13), "13"),
        (F(4200), "4200"),
        (F(-13), "-13"),
        (F(1, 2), "0.5"),
        (F(-1, 20), "-0.05"),
        (F(1, 1024), "0.0009765625"),
        (F("31.20"), "31.2"),
        (F(10**29), "1" + "0" * 29),
        (F(1, 10**29), "0." + "0" * 28 + "1"),
    ],
    ids=str,
)
def test_plain_writes_every_digit_and_no_more(value: Fraction, expected: str) -> None:
    assert plain(value) == expected


@pytest.mark.parametrize("value", [F(1, 3), F(-22, 7), F(10, 6)], ids=str)
def test_plain_refuses_what_has_no_last_digit(value: Fraction) -> None:
    with pytest.raises(ValueError, match="no finite decimal form"):
        plain(value)


@PROPERTY
@given(DECIMALS)
def test_plain_loses_nothing(number: tuple[int, int]) -> None:
    value = F(number[0], 10 ** number[1])
    text = plain(value)
    assert F(text) == value == F(written(*number))
    assert re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (F(2, 3), "0.666667"),
        (F(-2, 3), "-0.666667"),
        (F(100, 3), "33.3333"),
        (F(10**9, 3), "333333000"),
        (F("1.2345675"), "1.23457"),
        (F("1.000005"), "1"),  # half to even: down
        (F("1.000015"), "1.00002"),  # half to even: up
        (F("999999.5"), "1000000"),
        (F(0), "0"),
    ],
    ids=str,
)
def test_rounded_keeps_six_digits_half_to_even(value: Fraction, expected: str) -> None:
    assert plain(rounded(value)) == expected


@pytest.mark.parametrize(
    ("value", "line", "expected"),
    [
        (F("12.9999999"), 13, "12.9999999"),
        (F("13.0000001"), 13, "13.0000001"),
        (13 - F(1, 3 * 10**6), 13, "12.9999997"),
        (13 + F(2, 3 * 10**9), 13, "13.000000001"),  # as many digits as it takes, no more
        (F(13), 13, "13"),
        (F(40, 3), 13, "13.3333"),
        (-F(1, 3), 0, "-0.333333"),
        (F(113, 100) - 1, F(13, 100), "0.13"),
    ],
    ids=str,
)
def test_rounded_never_crosses_the_line(value: Fraction, line: Fraction, expected: str) -> None:
    assert plain(rounded(value, side_of=F(line))) == expected


@PROPERTY
@given(FRACTIONS, st.integers(-(10**6), 10**6))
def test_rounded_stays_on_its_side_and_near(value: Fraction, line: int) -> None:
    shown = rounded(value, side_of=F(line))
    assert (shown > line, shown < line) == (value > line, value < line)
    assert abs(shown - value) * 200_000 <= abs(value)


@PROPERTY
@given(FRACTIONS, st.integers(1, 10**9))
def test_rounded_stays_on_its_side_however_near_the_line(third: Fraction, line: int) -> None:
    value = line + third / (3 * 10**30)
    shown = rounded(value, side_of=F(line))
    assert (shown > line, shown < line) == (value > line, value < line)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (F(1), 0),
        (F(9), 0),
        (F(10), 1),
        (F(4200), 3),
        (F(1, 10), -1),
        (F("0.05"), -2),
        (F("0.0999"), -2),
        (F(1, 3), -1),
        (F(10, 3), 0),
        (F(-4200), 3),
        (F("9.999999"), 0),
    ],
    ids=str,
)
def test_magnitude_is_the_power_of_the_first_digit(value: Fraction, expected: int) -> None:
    assert magnitude(value) == expected


@PROPERTY
@given(FRACTIONS.filter(bool))
def test_magnitude_brackets_the_value(value: Fraction) -> None:
    power = F(10) ** magnitude(value)
    assert power <= abs(value) < 10 * power


@pytest.mark.parametrize(
    ("value", "down", "up"),
    [
        (F(1, 3), "0.333333", "0.333334"),
        (F(-1, 3), "-0.333334", "-0.333333"),
        (F(100, 3), "33.3333", "33.3334"),
        (F("31.2"), "31.2", "31.2"),
        (F("1.23456789"), "1.23456", "1.23457"),
        (F("12345678.9"), "12345600", "12345700"),
        (F(0), "0", "0"),
    ],
    ids=str,
)
def test_outward_rounds_away_from_the_middle(value: Fraction, down: str, up: str) -> None:
    assert (plain(outward(value, -1)), plain(outward(value, +1))) == (down, up)


NEAR = st.builds(F, st.integers(-4, 4), st.integers(1, 3))
"""Numbers that are often equal, and equal ones of different terms."""


@PROPERTY
@given(st.one_of(st.tuples(NEAR, NEAR), st.tuples(FRACTIONS, FRACTIONS)))
def test_two_numbers_compare_as_fractions_do(numbers: tuple[Fraction, Fraction]) -> None:
    one, other = numbers
    order = compared(one, other)
    assert (order < 0, order == 0, order > 0) == (one < other, one == other, one > other)


@PROPERTY
@given(FRACTIONS, FRACTIONS.filter(bool), FRACTIONS)
def test_a_quotient_is_exact(one: Fraction, other: Fraction, factor: Fraction) -> None:
    assert quotient(one, other, factor) == one / other * factor
    assert quotient(one, other) == one / other


@PROPERTY
@given(FRACTIONS, FRACTIONS)
def test_a_number_in_another_unit_is_exact(value: Fraction, factor: Fraction) -> None:
    assert scaled(value, factor) == value * factor
    assert scaled(None, factor) is None


@PROPERTY
@given(FRACTIONS, FRACTIONS.map(abs))
def test_an_interval_reaches_as_far_on_both_sides(value: Fraction, half: Fraction) -> None:
    assert Interval.around(value, half) == Interval(value - half, value + half)


@PROPERTY
@given(FRACTIONS)
def test_outward_only_widens_and_by_little(value: Fraction) -> None:
    low, high = outward(value, -1), outward(value, +1)
    assert low <= value <= high
    assert (high - low) * 100_000 <= abs(value)


def test_an_interval_around_a_value_is_closed() -> None:
    assert Interval.around(F(13), F("0.05")) == Interval(
        F("12.95"), F("13.05"), low_open=False, high_open=False
    )


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(F(1), F(2)), Interval(F(10), F(20))),
        (Interval(F(1), None, low_open=True), Interval(F(10), None, low_open=True)),
        (Interval(None, F(2), high_open=True), Interval(None, F(20), high_open=True)),
        (Interval(None, None), Interval(None, None)),
    ],
    ids=["closed", "open below", "open above", "everything"],
)
def test_an_interval_in_another_unit_keeps_its_ends_open_or_closed(
    interval: Interval, expected: Interval
) -> None:
    assert interval.scaled(F(10)) == expected


@pytest.mark.parametrize(
    ("value", "direction", "line", "expected"),
    [
        (13 - F(1, 3 * 10**7), +1, 13, "12.99999997"),
        (13 + F(1, 3 * 10**7), -1, 13, "13.00000003"),
        (13 - F(1, 3 * 10**7), -1, 13, "12.9999"),
        (F(40, 3), +1, 13, "13.3334"),
    ],
    ids=["up towards the line", "down towards the line", "away from the line", "far from the line"],
)
def test_outward_never_crosses_the_line(value: Fraction, direction: int, line: int, expected: str) -> None:
    assert plain(outward(value, direction, F(line))) == expected


# Intervals held against each other.


@st.composite
def intervals(draw: st.DrawFn, least: int = -4) -> Interval:
    """Draw an interval that is not empty, its ends whole and often shared."""
    low, high = sorted(draw(st.tuples(st.integers(least, 6), st.integers(least, 6))))
    closed = low == high
    bounds = draw(st.sampled_from(["both", "both", "low", "high", "none"]))
    low_open, high_open = (not closed and draw(st.booleans()) for _ in range(2))
    return Interval(
        F(low) if bounds in ("both", "low") else None,
        F(high) if bounds in ("both", "high") else None,
        low_open and bounds in ("both", "low"),
        high_open and bounds in ("both", "high"),
    )


WHOLE = [F(number) for number in range(-5, 8)]


@PROPERTY
@given(intervals(), intervals())
def test_two_intervals_meet_where_a_point_lies_in_both(one: Interval, other: Interval) -> None:
    shared = points_of(one, *WHOLE) & points_of(other, *WHOLE)
    assert one.meets(other) is other.meets(one) is bool(shared)


@PROPERTY
@given(intervals(), intervals())
def test_an_interval_is_below_another_where_all_its_points_are(one: Interval, other: Interval) -> None:
    far = [F(-100), F(100)]
    here, there = points_of(one, *WHOLE, *far), points_of(other, *WHOLE, *far)
    assert one.below(other) is all(low < high for low in here for high in there)


@PROPERTY
@given(intervals(), intervals())
def test_a_hull_holds_both_and_has_their_ends(one: Interval, other: Interval) -> None:
    hull = one.hull(other)
    assert all(contains(hull, point) for point in points_of(one, *WHOLE) | points_of(other, *WHOLE))
    assert (hull.low, hull.low_open) in {(one.low, one.low_open), (other.low, other.low_open)}
    assert (hull.high, hull.high_open) in {(one.high, one.high_open), (other.high, other.high_open)}


@PROPERTY
@given(intervals(), intervals(least=1))
def test_a_quotient_of_intervals_holds_every_quotient(one: Interval, other: Interval) -> None:
    quotients = {
        above / below for above in points_of(one, *WHOLE) for below in points_of(other, *WHOLE) if below > 0
    }
    assert all(contains(one.over(other), quotient) for quotient in quotients)


@PROPERTY
@given(intervals(), intervals(least=1))
def test_a_quotient_of_intervals_in_another_unit_is_that_one_scaled(one: Interval, other: Interval) -> None:
    assert one.over(other, F(100)) == one.over(other).scaled(F(100))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Interval(F(2), F(3)), Interval(F(4), F(8)), Interval(F(1, 4), F(3, 4))),
        (Interval(F(-2), F(3)), Interval(F(4), F(8)), Interval(F(-1, 2), F(3, 4))),
        (Interval(F(-3), F(-2)), Interval(F(4), F(8)), Interval(F(-3, 4), F(-1, 4))),
        (Interval(F(2), F(3)), Interval(F(0), F(8)), Interval(F(1, 4), None)),
        (
            Interval(F(2), F(3), low_open=True),
            Interval(F(4), F(8)),
            Interval(F(1, 4), F(3, 4), low_open=True),
        ),
        (Interval(F(2), F(3)), Interval(F(4), None), Interval(F(0), F(3, 4), low_open=True)),
        (Interval(F(2), None), Interval(F(4), F(8)), Interval(F(1, 4), None)),
    ],
    ids=[
        "positive",
        "on both sides of 0",
        "negative",
        "by nearly 0",
        "open",
        "by a half-line",
        "a half-line",
    ],
)
def test_the_quotient_of_two_intervals(one: Interval, other: Interval, expected: Interval) -> None:
    assert one.over(other) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(F("12.95"), F("13.05")), "12.95%至13.05%"),
        (Interval(F(13), None, low_open=True), "超过13%"),
        (Interval(None, F(13)), "不超过13%"),
        (Interval(F(1, 3), F(2, 3)), "0.333333%至0.666667%"),
        (Interval(13 - F(1, 3 * 10**7), F(14)), "12.9999%至14%"),
        (Interval(F(12), 13 - F(1, 3 * 10**7), high_open=True), "不低于12%、低于12.99999997%"),
    ],
    ids=str,
)
def test_an_interval_is_shown_with_its_ends_outward(interval: Interval, expected: str) -> None:
    assert shown_interval(interval, "%", F(13)).zh == expected


def test_an_end_with_a_last_digit_is_shown_in_full_and_a_quotient_is_not() -> None:
    assert shown_end(F("12.95000001"), -1) == "12.95000001"
    assert shown(F("12.95000001")) == "12.95"
    assert shown(F("12.99999999"), F(13)) == "12.99999999"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(F(1, 8), True), (F(7, 50), True), (F(0), True), (F(1, 3), False), (F(1, 6), False)],
)
def test_a_number_is_finite_where_it_has_a_last_digit(value: Fraction, expected: bool) -> None:
    assert is_finite(value) is expected
