"""The numbers of a wording: digits and written out, ranges, multiples, places in an order."""

from fractions import Fraction

import pytest

from hubei_digecon.load.wording.figures import (
    ANY_UNIT,
    WordedQuantity,
    figure_at,
    in_plain_unit,
    signed_at,
    unit_at,
    unit_behind,
    units_with,
    with_places,
    written_out,
)


@pytest.mark.parametrize(
    ("number", "unit", "plain"),
    [
        (4200, "亿元", WordedQuantity(Fraction(420_000_000_000), "元", "亿元")),
        (13, "%", WordedQuantity(Fraction(130), "‰", "%")),
        (170, "家", WordedQuantity(Fraction(170), "家", "家")),
        (5, "个百分点", WordedQuantity(Fraction(5), "百分点", "个百分点")),
        (44, "万元/人年", WordedQuantity(Fraction(440_000), "元/人年", "万元/人年")),
    ],
)
def test_numbers_are_compared_in_units_without_a_scale(number: int, unit: str, plain: WordedQuantity) -> None:
    assert in_plain_unit(Fraction(number), unit) == plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.3", [("1.3", "")]),
        ("12亿", [("1200000000", ANY_UNIT)]),
        ("1000+", [("1000", ANY_UNIT)]),
        ("500+家", [("500", "家")]),
        ("2至3个", [("2", "个"), ("3", "个")]),
        ("三十家", [("30", "家")]),
        ("百分之十三点五", [("135", "‰")]),
        ("全覆盖", [("1000", "‰")]),
        ("33个/万人", [("33", "个/万人")]),
        ("翻两番", [("4", "倍")]),
        ("增长1倍", [("2", "倍")]),
        ("提高两倍", [("3", "倍")]),
        ("2倍", [("2", "倍")]),
        ("首位", [("1", "位")]),
        ("前五", [("5", "位")]),
        ("第3位", [("3", "位")]),
        ("前10名", [("10", "位")]),
        ("三成", [("300", "‰")]),
        ("两到三家", [("2", "家"), ("3", "家")]),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, read: list[tuple[str, str]]) -> None:
    figure = figure_at(text, 0)
    assert figure is not None
    assert [(str(one.number), one.unit) for one in figure.quantities] == [
        (str(Fraction(number)), unit) for number, unit in read
    ]


@pytest.mark.parametrize("text", ["第一产业", "前三季度", "第二批", "增长10%", "万能", "百强"])
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert figure_at(text, 0) is None


def test_multiples_and_places_are_marked() -> None:
    marks = [
        (figure.is_multiple, figure.is_rank)
        for text in ("翻番", "首位", "13%")
        if (figure := figure_at(text, 0))
    ]
    assert marks == [(True, False), (False, True), (False, False)]


def test_a_unit_can_be_behind_a_plus_and_counted_per_something() -> None:
    assert unit_at("件/万人", 0) == "件/万人"
    assert unit_behind("”家以上", 0) == ("家", 2)
    assert unit_behind("以上", 0) == ("", 0)


@pytest.mark.parametrize(
    ("text", "number"), [("三十", 30), ("一百二十", 120), ("万亿", 10**12), ("二〇二五", 2025), ("十五", 15)]
)
def test_numerals_are_read(text: str, number: int) -> None:
    assert written_out(text) == number


def test_places_are_written_after_a_point() -> None:
    assert with_places("三点五") == Fraction(7, 2)


def test_a_sign_makes_a_number_of_its_own_and_none_within_a_range_or_a_name() -> None:
    figure = signed_at("-13.5%", 0)
    assert figure is not None
    assert [one.number for one in figure.quantities] == [-135]
    assert [signed_at(text, text.index("-")) for text in ("2-3", "10G-PON", "K-12", "-3—5%")] == [None] * 4


def test_units_of_a_catalogue_are_read_beside_ours() -> None:
    units = units_with(["万标准机架", "吨标准煤/万元"])
    assert unit_at("标准机架", 0, units) == "标准机架"
    assert unit_at("吨标准煤/万元", 0, units) == "吨标准煤/万元"
    assert unit_at("吨/万元", 0, units) == "吨/万元"


def test_so_many_heads_are_no_number_of_people() -> None:
    assert figure_at("万人拥有", 0) is None
    assert figure_at("万人以上", 0) is not None
