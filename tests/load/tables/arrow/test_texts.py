"""Columns of Arrow as texts: exact, or refused."""

import datetime
from decimal import Decimal
from typing import Any

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.load.tables.arrow.texts import (
    NO_DECIMALS,
    NO_FLOAT,
    NO_TEXT,
    is_kept,
    numbers_of,
    texts_of,
    why_not_exact,
)
from hubei_digecon.shapes.columns import BY_KEY, VALUE

REVISION, EVIDENCE = BY_KEY["submitted.revision"], BY_KEY["evidence"]
DAY = datetime.date(2026, 1, 20)

CELLS: dict[str, tuple[Any, Any, list[str | None]]] = {
    "texts": (pyarrow.string(), ["13.0", None, ""], ["13.0", None, ""]),
    "large texts": (pyarrow.large_string(), ["13.0"], ["13.0"]),
    "texts in a dictionary": (
        pyarrow.dictionary(pyarrow.int8(), pyarrow.string()),
        ["a", None, "a"],
        ["a", None, "a"],
    ),
    "whole numbers": (pyarrow.int64(), [13, None, -2], ["13", None, "-2"]),
    "days": (pyarrow.date32(), [DAY, None], ["2026-01-20", None]),
    "moments at midnight": (pyarrow.timestamp("us"), [datetime.datetime(2026, 1, 20)], ["2026-01-20"]),
    "moments at midnight of UTC": (
        pyarrow.timestamp("us", "UTC"),
        [datetime.datetime(2026, 1, 20, tzinfo=datetime.UTC)],
        ["2026-01-20"],
    ),
    "moments at midnight of a time zone": (
        pyarrow.timestamp("ns", "Asia/Shanghai"),
        [datetime.datetime(2026, 1, 19, 16, tzinfo=datetime.UTC)],
        ["2026-01-20"],
    ),
    "other moments of a time zone": (
        pyarrow.timestamp("s", "-03:30"),
        [datetime.datetime(2026, 1, 20, tzinfo=datetime.UTC)],
        ["2026-01-19 20:30:00-0330"],
    ),
    "other moments": (pyarrow.timestamp("s"), [datetime.datetime(2026, 1, 20, 9)], ["2026-01-20 09:00:00"]),
    "truths": (pyarrow.bool_(), [True, None, False], ["true", None, "false"]),
    "nothing": (pyarrow.null(), [None, None], [None, None]),
    "whole floats": (pyarrow.float64(), [2.0, None, float("nan")], ["2", None, None]),
    "other floats": (pyarrow.float64(), [1.5], ["1.5"]),
}


@pytest.mark.parametrize(("kind", "cells", "texts"), CELLS.values(), ids=list(CELLS))
def test_a_column_becomes_texts(kind: Any, cells: list[Any], texts: list[str | None]) -> None:
    assert list(texts_of(REVISION, pyarrow.array(cells, kind))) == texts


def test_the_lines_of_a_list_stand_in_one_cell() -> None:
    cells = pyarrow.array([["一.pdf", "二.pdf"], None, []], pyarrow.list_(pyarrow.string()))
    assert list(texts_of(EVIDENCE, cells)) == ["一.pdf\n二.pdf", None, ""]


REPORTED: dict[str, tuple[str, int | None, str]] = {
    "as many as it has": ("12.50", 2, "12.50"),
    "fewer, which are zeros": ("12.50", 1, "12.5"),
    "none": ("13.00", 0, "13"),
    "one that was reported as zero": ("13.00", 1, "13.0"),
    "fewer than it has": ("12.25", 1, "12.25 (decimals: 1)"),
    "fewer than none": ("12.25", -1, "12.25 (decimals: -1)"),
    "nobody says": ("12.25", None, "12.25 (decimals: ?)"),
    "zero": ("0.00", 2, "0.00"),
    "below zero": ("-0.50", 1, "-0.5"),
}


@pytest.mark.parametrize(("number", "decimals", "text"), REPORTED.values(), ids=list(REPORTED))
def test_a_decimal_is_written_as_it_was_reported(number: str, decimals: int | None, text: str) -> None:
    cells = pyarrow.array([Decimal(number)], pyarrow.decimal128(10, 2))
    assert list(texts_of(VALUE, cells, [decimals])) == [text]


@given(st.decimals(-(10**20), 10**20, places=6), st.integers(0, 6))
def test_a_decimal_keeps_its_number_or_is_none(number: Decimal, decimals: int) -> None:
    (text,) = texts_of(VALUE, pyarrow.array([number], pyarrow.decimal128(38, 6)), [decimals])
    assert text is not None
    if "(" not in text:
        assert Decimal(text) == number
        assert len(text.partition(".")[2]) == decimals


def test_how_many_decimals_there_are_may_stand_in_floats() -> None:
    cells = pyarrow.array([1.0, 0.0, None, 0.5, -1.0, float("nan"), float("inf")])
    assert numbers_of(cells) == [1, 0, None, None, None, None, None]


REFUSED: dict[str, tuple[Any, bool, Any]] = {
    "floats": (pyarrow.float64(), False, NO_FLOAT),
    "floats in a dictionary": (pyarrow.dictionary(pyarrow.int8(), pyarrow.float32()), False, NO_FLOAT),
    "decimals alone": (pyarrow.decimal128(10, 2), False, NO_DECIMALS),
    "decimals with how many": (pyarrow.decimal128(10, 2), True, None),
    "whole decimals": (pyarrow.decimal128(10, 0), False, None),
    "bytes": (pyarrow.binary(), False, NO_TEXT),
    "a structure": (pyarrow.struct([("a", pyarrow.string())]), False, NO_TEXT),
    "a list": (pyarrow.list_(pyarrow.string()), False, NO_TEXT),
    "whole numbers": (pyarrow.int32(), False, None),
    "texts": (pyarrow.string(), False, None),
}


@pytest.mark.parametrize(("kind", "has_decimals", "why"), REFUSED.values(), ids=list(REFUSED))
def test_a_column_of_figures_that_is_not_exact_is_refused(kind: Any, has_decimals: bool, why: Any) -> None:
    assert why_not_exact(VALUE, kind, has_decimals) == why


def test_a_float_may_stand_where_a_whole_number_is_meant() -> None:
    assert why_not_exact(REVISION, pyarrow.float64(), False) is None


def test_a_list_may_stand_where_there_is_one() -> None:
    assert why_not_exact(EVIDENCE, pyarrow.list_(pyarrow.string()), False) is None


def test_texts_and_decimals_are_kept() -> None:
    assert is_kept(pyarrow.string())
    assert is_kept(pyarrow.decimal128(5, 2))
    assert not is_kept(pyarrow.float64())


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        ("410.50", 1, "410.5"),
        ("410.50", 2, "410.50"),
        ("-0.50", 4, "-0.5000"),
        ("13.00", 0, "13"),
        ("410.50", 0, "410.50 (decimals: 0)"),
        ("410.50", -1, "410.50 (decimals: -1)"),
        ("410.50", 100, "410.50 (decimals: 100)"),
        ("410.50", 2**40, "410.50 (decimals: 1099511627776)"),
        ("1234567890123456789012.1234567890", 10, "1234567890123456789012.1234567890"),
    ],
)
def test_a_number_has_the_decimals_that_were_reported_however_long_it_is(
    number: str, places: int, text: str
) -> None:
    cells = pyarrow.array([Decimal(number)])
    assert texts_of(VALUE, cells, [places]) == [text]
