"""The two closed tables, held against the words of the design, and what can be worked out from them."""

from fractions import Fraction
from itertools import combinations, permutations

import pytest

from hubei_digecon.units import DIFFERENCE, HEDGES, UNITS, Bound, IndicatorKind, ratio, units_of

SIZES = {
    IndicatorKind.AMOUNT: {
        "元": 1,
        "千元": 1_000,
        "万元": 10_000,
        "百万元": 1_000_000,
        "亿元": 100_000_000,
        "万亿元": 1_000_000_000_000,
    },
    IndicatorKind.SHARE: {"‰": 1, "%": 10},
    IndicatorKind.COUNT: {"家": 1, "户": 1, "个": 1, "项": 1},
    IndicatorKind.MILESTONE: {},
}
SHORT = {"万": "万元", "亿": "亿元", "万亿": "万亿元"}
ASSERTED = {
    Bound.AT_LEAST: {"以上", "不低于"},
    Bound.MORE_THAN: {"超", "超过", "突破", "逾", "多", "余"},
    Bound.AT_MOST: {"以下", "不超过"},
    Bound.LESS_THAN: {"不足", "未达"},
    Bound.NOTHING: {"左右", "约", "近"},
}
PAIRS = [pair for kind in IndicatorKind for pair in permutations(units_of(kind), 2)]


@pytest.mark.parametrize("kind", IndicatorKind, ids=lambda kind: kind.id)
def test_a_kind_has_the_units_of_the_design_smallest_first(kind: IndicatorKind) -> None:
    assert list(units_of(kind)) == list(SIZES[kind])
    assert {symbol: UNITS[symbol].factor for symbol in units_of(kind)} == SIZES[kind]


def test_short_forms_stand_for_the_unit_of_the_same_size() -> None:
    assert {unit.symbol: unit.stands_for for unit in UNITS.values() if unit.stands_for} == SHORT
    assert all(UNITS[short].factor == UNITS[full].factor for short, full in SHORT.items())


def test_a_difference_is_no_unit_of_a_level() -> None:
    assert DIFFERENCE == "百分点"
    assert DIFFERENCE not in UNITS


@pytest.mark.parametrize("bound", Bound, ids=lambda bound: bound.id)
def test_a_hedge_asserts_what_the_design_says(bound: Bound) -> None:
    assert {hedge.word for hedge in HEDGES if hedge.bound is bound} == ASSERTED[bound]


def test_no_hedge_hides_a_longer_one_that_it_begins() -> None:
    assert not [
        (early.word, late.word)
        for early, late in combinations(HEDGES, 2)
        if early.before is late.before and late.word.startswith(early.word)
    ]


@pytest.mark.parametrize(
    ("unit", "other", "expected"),
    [
        ("亿元", "万元", Fraction(10_000)),
        ("万亿元", "亿元", Fraction(10_000)),
        ("百万元", "亿元", Fraction(1, 100)),
        ("元", "亿元", Fraction(1, 100_000_000)),
        ("亿", "亿元", Fraction(1)),
        ("%", "‰", Fraction(10)),
        ("家", "个", Fraction(1)),
    ],
)
def test_ratio_of_two_units(unit: str, other: str, expected: Fraction) -> None:
    assert ratio(unit, other) == expected


@pytest.mark.parametrize(("unit", "other"), PAIRS)
def test_there_and_back_is_one(unit: str, other: str) -> None:
    assert ratio(unit, other) * ratio(other, unit) == 1
