"""Numbers as cells: every digit, and a number format that shows the unit."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.quantity.numbers import is_finite, plain, rounded
from hubei_digecon.show.document import Number
from hubei_digecon.show.workbook.numbers import MOST_DIGITS, as_written, number, share

from ...building import PROPERTY


def test_decimals_that_were_written_are_shown() -> None:
    assert as_written("13.0", "%") == Number("13.0", '0.0"%"')
    assert as_written("400.00", "亿元") == Number("400.00", '0.00"亿元"')


@PROPERTY
@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_no_digit_is_lost(value: Decimal) -> None:
    exact = Fraction(value)
    cell = number(exact, "亿元")
    digits = plain(exact)
    significant = re.sub(r"^0+\.?0*|\.", "", digits.removeprefix("-"))
    assert cell == (Number(digits, _showing_all(digits)) if len(significant) <= MOST_DIGITS else digits)


def _showing_all(digits: str) -> str:
    decimals = len(digits.partition(".")[2])
    return f'{"0." + decimals * "0" if decimals else "0"}"亿元"'


@PROPERTY
@given(st.fractions(min_value=0, max_value=3))
def test_a_rate_is_never_shown_as_more_or_less_than_it_is(rate: Fraction) -> None:
    cell = share(rate)
    assert isinstance(cell, Number)
    as_shown = _shown_percent(cell)
    assert (as_shown == 100) == (rate == 1)
    assert (as_shown > 100) == (rate > 1)
    assert abs(as_shown - Decimal(cell.digits) * 100) <= Decimal("0.05")


def _shown_percent(cell: Number) -> Decimal:
    """Return what a spreadsheet shows: it rounds half away from nothing."""
    decimals = len(cell.format.removesuffix("%").partition(".")[2])
    return (Decimal(cell.digits) * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@pytest.mark.parametrize("just_below", ["0.9995", "0.99951", "0.9999999999"])
def test_what_is_just_below_is_not_shown_as_all(just_below: str) -> None:
    cell = share(Fraction(just_below))
    assert isinstance(cell, Number)
    assert _shown_percent(cell) < 100


def test_nothing_is_an_empty_cell() -> None:
    assert (number(None), share(None)) == (None, None)


def test_a_number_format_for_any_number_of_decimals() -> None:
    assert number(Fraction(1, 10**12), "%") == Number("0.000000000001", 'General"%"')


def test_a_quotient_is_rounded_on_its_side_of_one() -> None:
    third = share(Fraction(1, 3))
    assert third == Number("0.333333", "0.0%")
    assert is_finite(rounded(Fraction(1, 3)))
