"""Written values: what is read, exactly; what it asserts; what is diagnosticed and refused, in which words."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.quantity.diagnostics import KINDS
from hubei_digecon.quantity.hedges import HEDGES, Bound, HedgeWord
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, IndicatorKind, Unit, unit_symbols
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.quantity.parsing import (
    UnreadableError,
    is_unit,
    ordinary_quantity,
    read_by_parts,
    read_number,
)
from hubei_digecon.text import Text

from ..building import read
from ..laws import examples
from ..load.reading import QUICK

F = Fraction
AMOUNT, SHARE, COUNT = INDICATOR_KINDS["amount"], INDICATOR_KINDS["share"], INDICATOR_KINDS["count"]
NUMBER, RANK = INDICATOR_KINDS["number"], INDICATOR_KINDS["rank"]
UNITS = [
    (kind, unit) for kind in INDICATOR_KINDS.values() if not kind.is_change for unit in kind.units.values()
]


def refusal(text: str, kind: IndicatorKind, unit: str | None = None, usual: str | None = None) -> list[str]:
    """Return how a value is refused: id, and message and fix in both languages."""
    with pytest.raises(UnreadableError) as refused:
        read(text, kind, unit, usual)
    error = refused.value
    message, fix = error.kind.message.format(**error.values), error.kind.fix.format(**error.values)
    return [error.kind.id, message.zh, message.en, fix.zh, fix.en]


def refused_as(text: str, kind: IndicatorKind, unit: str | None = None) -> str:
    """Return the id under which a value is refused."""
    return refusal(text, kind, unit)[0]


def diagnostics(text: str, kind: IndicatorKind, unit: str | None = None) -> list[tuple[str, str, str]]:
    """Return the diagnostics on a value that is read: id and message in both languages."""
    said = [(one.id, one.message.format(**values)) for one, values in read(text, kind, unit).diagnostics]
    return [(id, message.zh, message.en) for id, message in said]


# Units.


@pytest.mark.parametrize(("kind", "unit"), UNITS, ids=lambda one: getattr(one, "symbol", None) or one.id)
@pytest.mark.parametrize("apart", [False, True], ids=["beside the value", "under its own key"])
def test_every_unit_is_read_in_its_full_form(kind: IndicatorKind, unit: Unit, apart: bool) -> None:
    reading = read("12", kind, unit.symbol) if apart else read(f"12{unit.symbol}", kind)
    quantity = reading.quantity
    assert (quantity.number, quantity.unit) == (F(12), unit.stands_for or unit.symbol)
    assert quantity.units is kind.units
    assert quantity.number_in(kind.units.full[0]) == 12 * unit.factor
    assert [one.id for one, _ in reading.diagnostics] == (["short-unit"] if unit.stands_for else [])


@pytest.mark.parametrize(("short", "full"), [("万", "万元"), ("亿", "亿元"), ("万亿", "万亿元")])
def test_a_short_unit_is_read_with_a_note(short: str, full: str) -> None:
    note = ("short-unit", f"“{short}”按“{full}”读取", f"“{short}” was read as “{full}”")
    assert diagnostics(f"1.2{short}", AMOUNT) == [note]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("3360亿元", None),
        ("3360 亿元", None),
        (" 3360  亿元 ", None),
        ("\t3360亿元\t", None),
        ("3,360亿元", None),
        ("+3360亿元", None),
        ("3360.00亿元", None),
        ("3360", "亿元"),
        ("3360", " 亿元 "),
        ("3360亿元", "亿元"),
        ("0.336万亿元", None),
        ("33600000", "万元"),
    ],
)
def test_one_amount_in_many_writings(text: str, unit: str | None) -> None:
    reading = read(text, AMOUNT, unit)
    assert reading.quantity.number_in("亿元") == 3360
    assert reading.diagnostics == ()


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        (unit, other)
        for _, unit in UNITS
        for other in (AMOUNT, SHARE, COUNT)
        if unit.symbol not in other.units
    ],
    ids=lambda one: getattr(one, "symbol", None) or one.id,
)
def test_a_unit_of_another_kind_is_refused(unit: Unit, kind: IndicatorKind) -> None:
    units = " ".join(kind.units.full)
    assert refusal(f"12{unit.symbol}", kind) == [
        "unit-mismatch",
        f"单位“{unit.symbol}”不适用于{kind.term.zh}指标",
        f"the unit “{unit.symbol}” is not for an indicator of kind {kind.term.en}",
        f"可用的单位：{units}",
        f"units that can be used here: {units}",
    ]


def test_an_unknown_unit_is_refused_with_those_there_are() -> None:
    assert refusal("12公里", SHARE) == [
        "unknown-unit",
        "不认识的计量单位“公里”",
        "“公里” is not a known unit",
        "可用的单位：‰ %",
        "units that can be used here: ‰ %",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("12%%", SHARE, None),
        ("12", SHARE, "percent"),
        ("12美元", AMOUNT, None),
        ("12百家", COUNT, None),
    ],
)
def test_what_is_in_no_table_is_an_unknown_unit(text: str, kind: IndicatorKind, unit: str | None) -> None:
    assert refused_as(text, kind, unit) == "unknown-unit"


@pytest.mark.parametrize("unit", [None, "百分点"])
def test_a_difference_is_no_level_of_a_share(unit: str | None) -> None:
    text = "1.2" if unit else "1.2百分点"
    assert refusal(text, SHARE, unit) == [
        "difference-as-level",
        "“1.2百分点”：百分点表示差值，不能表示水平",
        "“1.2百分点”: 百分点 is a difference, never a level",
        "填写水平本身：写数值和单位，如 31.2%",
        "give the level itself: write a number and its unit, as in 31.2%",
    ]


def test_two_different_units_are_refused() -> None:
    assert refusal("3亿元", AMOUNT, "万元") == [
        "two-units",
        "数值中的单位“亿元”与单位栏的“万元”不一致",
        "the unit “亿元” beside the value is not the “万元” of the key unit",
        "只保留一个单位",
        "keep one of them",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "usual", "suggestion"),
    [
        ("0.312", SHARE, "%", "31.2%"),
        ("0.3", SHARE, None, "30%"),
        ("约0.312", SHARE, "%", "31.2%"),
        ("31.2", SHARE, "%", "31.2%"),
        ("0", SHARE, "%", "0%"),
        ("3,360", AMOUNT, "亿元", "3,360亿元"),
        ("170", COUNT, "家", "170家"),
        ("１７０", COUNT, "家", "170家"),
    ],
)
def test_a_missing_unit_is_refused_with_what_may_be_meant(
    text: str, kind: IndicatorKind, usual: str | None, suggestion: str
) -> None:
    assert refusal(text, kind, None, usual) == [
        "missing-unit",
        f"“{text}”没有计量单位",
        f"“{text}” has no unit",
        f"写明单位，例如 {suggestion}（如果是这个意思）",
        f"write the unit: {suggestion}, if that is what is meant",
    ]


# Hedges.

_ASSERTED = {
    Bound.AT_LEAST: (Interval(F(169), None), Interval(F(169), None)),
    Bound.MORE_THAN: (Interval(F(170), None), Interval(F(169), None, low_open=True)),
    Bound.AT_MOST: (Interval(None, F(169)), Interval(None, F(169))),
    Bound.LESS_THAN: (Interval(None, F(168)), Interval(None, F(169), high_open=True)),
    Bound.NOTHING: (Interval(None, None), Interval(None, None)),
}
"""What a hedged 169 asserts: of a count, which is whole, and of a share."""

_HEDGES = pytest.mark.parametrize("hedge", HEDGES, ids=lambda hedge: hedge.word)


def hedged(hedge: HedgeWord, number: str, unit: str) -> str:
    """Write a hedged value, the hedge on its own side."""
    return f"{hedge.word}{number}{unit}" if hedge.before else f"{number}{unit}{hedge.word}"


@_HEDGES
def test_a_hedged_count_asserts_whole_numbers(hedge: HedgeWord) -> None:
    quantity = read(hedged(hedge, "169", "家"), COUNT).quantity
    assert (quantity.number, quantity.bound) == (F(169), hedge.bound)
    assert quantity.interval_in("家") == _ASSERTED[hedge.bound][0]


@_HEDGES
def test_a_hedged_share_asserts_its_bound_exactly(hedge: HedgeWord) -> None:
    quantity = read(hedged(hedge, "169.0", "%"), SHARE).quantity
    assert quantity.interval_in("%") == _ASSERTED[hedge.bound][1]
    assert quantity.interval_in("‰") == _ASSERTED[hedge.bound][1].scaled(F(10))


@_HEDGES
def test_a_hedge_is_diagnosticed_on_in_words(hedge: HedgeWord) -> None:
    text = hedged(hedge, "1,690", "家")
    zh, en = f"{hedge.bound.term.zh}1,690家", f"{hedge.bound.term.en} 1,690家"
    if hedge.bound is Bound.NOTHING:
        zh, en = "没有确定的界限", "asserting nothing certain"
    assert diagnostics(text, COUNT) == [
        ("hedged-value", f"“{text}”是概数，按“{zh}”理解", f"“{text}” is hedged and was read as “{en}”")
    ]


@pytest.mark.parametrize(
    ("text", "unit", "bound"),
    [
        ("超 169 家", None, Bound.MORE_THAN),
        ("超169", "家", Bound.MORE_THAN),
        ("超过169家", None, Bound.MORE_THAN),
        ("不超过169家", None, Bound.AT_MOST),
        ("169家以上", None, Bound.AT_LEAST),
        ("169以上", "家", Bound.AT_LEAST),
        ("169 家 左右", None, Bound.NOTHING),
        ("169多家", None, Bound.MORE_THAN),
        ("169余家", None, Bound.MORE_THAN),
        ("169 余 家", None, Bound.MORE_THAN),
        ("169多", "家", Bound.MORE_THAN),
        ("169家", None, None),
    ],
)
def test_a_hedge_stands_where_people_write_it(text: str, unit: str | None, bound: Bound | None) -> None:
    quantity = read(text, COUNT, unit).quantity
    assert (quantity.number, quantity.unit, quantity.bound) == (F(169), "家", bound)


def test_more_than_169_firms_are_at_least_170() -> None:
    assert read("超169家", COUNT).quantity.interval_in("家") == Interval(F(170), None)


@pytest.mark.parametrize(
    "text", ["约170家左右", "超过169家以上", "超169余家", "169多家以上", "约超169家", "约约169家"]
)
def test_two_hedges_are_refused(text: str) -> None:
    assert refusal(text, COUNT) == [
        "several-hedges",
        f"“{text}”同时用了两个概数词，含义不明",
        f"“{text}” carries two hedges; what it asserts is unclear",
        "填写准确数值，或只保留一个概数词",
        "give the exact value, or keep one hedge",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("3亿", "亿元"), ("3亿元", "亿"), ("3亿元", "亿元")],
    ids=["short beside", "short apart", "same"],
)
def test_a_unit_may_be_stated_twice_alike(text: str, unit: str) -> None:
    assert read(text, AMOUNT, unit).quantity.unit == "亿元"


@pytest.mark.parametrize(
    ("text", "suggested"), [("0.312", "31.2%"), ("0", "0%"), ("1", "1%"), ("1.5", "1.5%"), ("31.2", "31.2%")]
)
def test_only_a_quotient_below_one_is_taken_for_a_share_without_its_unit(text: str, suggested: str) -> None:
    kind, _, _, fix, _ = refusal(text, SHARE, None, "%")
    assert kind == "missing-unit"
    assert fix == f"写明单位，例如 {suggested}（如果是这个意思）"


@pytest.mark.parametrize("text", ["1.2百分点", "1.2个百分点"])
def test_a_difference_is_never_a_level_however_it_is_written(text: str) -> None:
    assert refusal(text, SHARE)[0] == "difference-as-level"


def test_a_full_width_unit_is_warned_about_under_its_own_key_too() -> None:
    assert [kind.id for kind, _ in read("31.2", SHARE, "％").diagnostics] == ["full-width-digits"]


# Full-width characters.


@pytest.mark.parametrize(
    ("text", "kind", "number", "read_as"),
    [
        ("１２家", COUNT, "12", "12家"),
        ("１，０４８．３亿元", AMOUNT, "1048.3", "1,048.3亿元"),
        ("３１．２％", SHARE, "31.2", "31.2%"),
        ("31.2％", SHARE, "31.2", "31.2%"),
        ("－１．５％", SHARE, "-1.5", "-1.5%"),
        ("＋１.５%", SHARE, "1.5", "+1.5%"),
        ("31.2　%", SHARE, "31.2", "31.2 %"),
    ],
)
def test_full_width_characters_are_read_with_a_warning(
    text: str, kind: IndicatorKind, number: str, read_as: str
) -> None:
    assert read(text, kind).quantity.number == Fraction(number)
    assert diagnostics(text, kind) == [
        (
            "full-width-digits",
            f"“{text}”含全角字符，按“{read_as}”读取",
            f"“{text}” has full-width characters and was read as “{read_as}”",
        )
    ]


def test_every_diagnostic_is_made() -> None:
    ids = [id for id, _, _ in diagnostics("超１．２万亿", AMOUNT)]
    assert sorted(ids) == ["full-width-digits", "hedged-value", "short-unit"]


# The grammar of numbers.

NUMBERS = [
    ("0", "0"),
    ("010", "10"),
    ("-0", "0"),
    ("+12", "12"),
    ("-1.50", "-1.5"),
    ("1,048.3", "1048.3"),
    ("1,234,567", "1234567"),
    ("1234567", "1234567"),
    ("12,345", "12345"),
    ("9" * 30, "9" * 30),
    ("129." + "9" * 27, "129." + "9" * 27),
]
NO_NUMBERS = {
    "exponent": "1e3",
    "signed exponent": "1.0e+999999",
    "underscore": "1_000",
    "commas in twos": "1,00",
    "comma after four": "1234,567",
    "four after a comma": "1,0000",
    "comma in the fraction": "1.234,567",
    "comma first": ",123",
    "no digit before the point": ".5",
    "no digit after the point": "5.",
    "two points": "1.2.3",
    "two signs": "--1",
    "sign apart": "- 1",
    "true minus": "\N{MINUS SIGN}1",
    "hexadecimal": "0x1F",
    "sexagesimal": "12:30",
    "date": "2025-12-31",
    "range": "3—5",
    "range with a hyphen": "3-5",
    "quotient": "1/3",
    "two numbers": "1 2",
    "not a number": "NaN",
    "YAML's not a number": ".nan",
    "infinity": "Infinity",
    "no": "no",
    "no digits at all": "家",
    "Arabic-Indic": "\N{ARABIC-INDIC DIGIT ONE}\N{ARABIC-INDIC DIGIT TWO}",
    "Chinese numeral": "十二",
    "circled": "\N{CIRCLED DIGIT ONE}",
    "superscript": "\N{SUPERSCRIPT TWO}",
    "31 digits": "1" * 31,
    "31 digits with commas": "1," + ",".join(["111"] * 10),
    "31 digits with a fraction": "1." + "0" * 30,
    "a very long one": "1" * 5000,
}
BLANKS = {
    "trailing newline": "12%\n",
    "newline before the unit": "12\n%",
    "carriage return": "12%\r",
    "no-break space": "12\N{NO-BREAK SPACE}%",
    "no-break space first": "\N{NO-BREAK SPACE}12%",
    "line separator": "12\N{LINE SEPARATOR}%",
    "tab before the unit": "12\t%",
}


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read_exactly(text: str, value: str) -> None:
    assert read_number(text) == Fraction(value)
    assert read(f"{text}%", SHARE).quantity.number == Fraction(value)


@pytest.mark.parametrize("text", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert refused_as(text, SHARE, "%") == "not-a-number"
    with pytest.raises(UnreadableError, match="not-a-number"):
        read_number(text)


@pytest.mark.parametrize("text", BLANKS.values(), ids=BLANKS)
def test_blanks_that_do_not_show_are_refused(text: str) -> None:
    assert refused_as(text, SHARE) == "not-a-number"


@pytest.mark.parametrize("text", ["", " ", "12%", "１２", " 12", "12 ", "12\n", "约12"])
def test_a_bare_number_has_nothing_beside_it(text: str) -> None:
    with pytest.raises(UnreadableError, match="not-a-number"):
        read_number(text)


@pytest.mark.parametrize(
    "digit", ["\N{ARABIC-INDIC DIGIT TWO}", "\N{SUPERSCRIPT TWO}", "\N{DEVANAGARI DIGIT TWO}"]
)
def test_digits_of_other_scripts_are_never_read_into_a_number(digit: str) -> None:
    assert refused_as(f"1{digit}%", SHARE) in {"not-a-number", "unknown-unit"}


def test_a_refusal_shows_how_to_write_it() -> None:
    assert refusal("1e3亿元", AMOUNT) == [
        "not-a-number",
        "“1e3亿元”不是可以读取的数值",
        "“1e3亿元” is not a number that can be read",
        "不用科学计数法。写成阿拉伯数字，可带千分位逗号和小数，不用科学计数法，不超过30位，如 1,048.3亿元",
        "write it without an exponent; write digits, with commas in threes and a decimal point if needed, no exponent, "
        "at most 30 digits, as in 1,048.3亿元",
    ]


# Counts.


def test_a_count_is_whole() -> None:
    assert refusal("169.5家", COUNT) == [
        "fractional-count",
        "数量必须为整数：“169.5家”",
        "a count must be whole: “169.5家”",
        "填写整数",
        "give a whole number",
    ]


def test_a_count_is_not_negative() -> None:
    assert refusal("-1家", COUNT) == [
        "negative-count",
        "数量不能为负：“-1家”",
        "a count cannot be negative: “-1家”",
        "填写0或正整数",
        "give a whole number, 0 or more",
    ]


@pytest.mark.parametrize(("text", "value"), [("0家", 0), ("170.00家", 170), ("1,200家", 1200)])
def test_a_count_is_exact(text: str, value: int) -> None:
    quantity = read(text, COUNT).quantity
    assert quantity.interval_in("家") == Interval(F(value), F(value))


@pytest.mark.parametrize("kind", [AMOUNT, SHARE], ids=lambda kind: kind.id)
def test_other_values_may_be_negative_and_fractional(kind: IndicatorKind) -> None:
    assert read(f"-1.5{kind.units.full[0]}", kind).quantity.number == F("-1.5")


# Decimals written are decimals meant.


@pytest.mark.parametrize(
    ("text", "kind", "unit", "low", "high"),
    [
        ("13%", SHARE, "%", "12.5", "13.5"),
        ("13.0%", SHARE, "%", "12.95", "13.05"),
        ("13.00%", SHARE, "%", "12.995", "13.005"),
        ("130‰", SHARE, "%", "12.95", "13.05"),
        ("13.0%", SHARE, "‰", "129.5", "130.5"),
        ("-13.0%", SHARE, "%", "-13.05", "-12.95"),
        ("1,048.3亿元", AMOUNT, "亿元", "1048.25", "1048.35"),
        ("1048.3亿元", AMOUNT, "万元", "10482500", "10483500"),
        ("400万亿元", AMOUNT, "亿元", "3995000", "4005000"),
    ],
)
def test_decimals_written_are_decimals_meant(
    text: str, kind: IndicatorKind, unit: str, low: str, high: str
) -> None:
    assert read(text, kind).quantity.interval_in(unit) == Interval(F(low), F(high))


@pytest.mark.parametrize(
    ("text", "kind", "unit", "shown"),
    [
        ("13.0%", SHARE, "%", "13.0"),
        ("13.00%", SHARE, "‰", "130.0"),
        ("130‰", SHARE, "%", "13.0"),
        ("13%", SHARE, "‰", "130"),
        ("0.050%", SHARE, "%", "0.050"),
        ("-0.50%", SHARE, "%", "-0.50"),
        ("4000000万元", AMOUNT, "亿元", "400.0000"),
        ("1,048.30亿元", AMOUNT, "亿元", "1048.30"),
        ("1.5万亿元", AMOUNT, "亿元", "15000"),
        ("170.0家", COUNT, "家", "170"),
        ("170户", COUNT, "家", "170"),
    ],
)
def test_a_value_is_written_in_another_unit_with_the_decimals_it_asserts(
    text: str, kind: IndicatorKind, unit: str, shown: str
) -> None:
    assert read(text, kind).quantity.written_in(unit) == shown


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("13.0 %", SHARE, Text.same("13.0%")),
        ("3,360亿", AMOUNT, Text.same("3360亿元")),
        ("超169家", COUNT, Text("超过169家", "more than 169家")),
        ("169家左右", COUNT, Text("约169家", "about 169家")),
    ],
)
def test_a_value_is_shown_with_its_hedge_in_words(text: str, kind: IndicatorKind, shown: Text) -> None:
    quantity = read(text, kind).quantity
    assert (quantity.shown, quantity.text) == (shown, text)


# Counts in 万 and 亿.


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("11.4万个", "113500", "114500"),
        ("12亿个", "1150000000", "1250000000"),
        ("11.4000万个", "114000", "114000"),
        ("0.0170万个", "170", "170"),
        ("11.40000000亿个", "1140000000", "1140000000"),
        ("不低于11.4万个", "114000", None),
        ("超11.4万个", "114001", None),
        ("不足11.4万个", None, "113999"),
    ],
)
def test_a_count_of_many_asserts_an_interval_of_whole_things(
    text: str, low: str | None, high: str | None
) -> None:
    expected = Interval(None if low is None else F(low), None if high is None else F(high))
    assert read(text, COUNT).quantity.interval_in("个") == expected


@pytest.mark.parametrize("text", ["0.5家", "11.40005万家", "0.000000001亿人", "超0.5家"])
def test_a_number_of_things_that_is_not_whole_is_refused(text: str) -> None:
    assert refused_as(text, COUNT) == "fractional-count"


def test_words_for_the_same_thing_go_together_in_one_size_only() -> None:
    alike = ("家", "个")
    assert read_by_parts("6万个", COUNT, "万家", None, alike).diagnostics[0][0].id == "unit-alike"
    with pytest.raises(UnreadableError, match="two-units"):
        read_by_parts("6个", COUNT, "万家", None, alike)


# Numbers and ranks.


@pytest.mark.parametrize(
    ("text", "unit", "number", "half"),
    [
        ("1.28", "", "1.28", "0.005"),
        ("-3", "", "-3", "0.5"),
        ("150%", "%", "150", "0.5"),
        ("1.5倍", "倍", "1.5", "0.05"),
    ],
)
def test_a_number_is_read_in_the_unit_of_its_indicator(text: str, unit: str, number: str, half: str) -> None:
    quantity = read_by_parts(text, NUMBER, units=NUMBER.units_of(unit)).quantity
    assert (quantity.number, quantity.unit, quantity.half) == (F(number), unit, F(half))
    assert ordinary_quantity(text, NUMBER.units_of(unit)) in (quantity, None)


@pytest.mark.parametrize("text", ["33.5个/万人", "约33.5个/万人", "33.5多个/万人", "33.5 个/万人以上"])
def test_a_unit_of_a_catalogue_may_hold_signs(text: str) -> None:
    units = NUMBER.units_of("个/万人", (), (Unit("个/万人", 1, family="per_head."),))
    quantity = read_by_parts(text, NUMBER, units=units).quantity
    assert (quantity.number, quantity.unit) == (F("33.5"), "个/万人")


@pytest.mark.parametrize(
    ("text", "unit", "id"),
    [
        ("1.28", "%", "missing-unit"),
        ("1.28倍", "", "unit-mismatch"),
        ("1.28座", "", "unknown-unit"),
        ("5%", "倍", "unit-mismatch"),
        ("1.5百分点", "%", "difference-as-level"),
    ],
)
def test_a_number_has_a_unit_where_its_indicator_has_one(text: str, unit: str, id: str) -> None:
    with pytest.raises(UnreadableError, match=id):
        read_by_parts(text, NUMBER, units=NUMBER.units_of(unit))


@pytest.mark.parametrize(
    "text", ["第3位", "第3名", "3位", "3名", "第三", "第三位", "第3", " 第 3 位", "第３位", "第3.0位"]
)
def test_a_rank_is_read_as_offices_write_it(text: str) -> None:
    assert read(text, RANK).quantity.interval_in("位") == Interval(F(3), F(3))


def test_the_first_place_is_read() -> None:
    assert {read(text, RANK).quantity.number_in("位") for text in ("首位", "第一", "第1", "1名")} == {1}
    assert read("第1", RANK, "名").diagnostics[0][0].id == "unit-alike"


@pytest.mark.parametrize(
    "text", ["0位", "第0名", "-1位", "1.5位", "第3位以上", "约3位", "前3位以内", "并列第3", "第三十位", "第"]
)
def test_what_is_no_single_place_is_refused(text: str) -> None:
    assert refused_as(text, RANK) in ("not-a-number", "unknown-unit")


def test_the_refusal_of_a_rank_says_how_to_write_one() -> None:
    assert refusal("约3位", RANK)[3].startswith("写名次，从1起，不用概数，如 第3位。")


@pytest.mark.parametrize(
    ("symbol", "fits"),
    [
        ("EFLOPS", True), ("个/万人", True), ("万元/人年", True), ("Tbps", True),
        ("", False), ("亿元", False), ("3个", False), ("约个", False), ("个以上", False), ("多个", False), ("个 次", False), ("％点", False),
    ],
)  # fmt: skip
def test_what_can_be_a_new_unit(symbol: str, fits: bool) -> None:
    assert is_unit(symbol) is fits


def test_every_kind_of_diagnostic_has_words_in_both_languages() -> None:
    assert len({kind.id for kind in KINDS}) == len(KINDS)
    assert all(all((text.zh, text.en)) for kind in KINDS for text in (kind.message, kind.fix))


@pytest.mark.heavy
@settings(QUICK, max_examples=examples(300))
@given(
    st.from_regex(r"[0-9]{1,22}(\.[0-9]{1,10})? ?", fullmatch=True),
    st.sampled_from(("", *unit_symbols(), "百分点", "圆", "以上", "多家", "0家", " 家", "家 ")),
    st.sampled_from((None, "", *unit_symbols(), "圆", " 家")),
    st.sampled_from((INDICATOR_KINDS["amount"], INDICATOR_KINDS["share"], INDICATOR_KINDS["count"])),
)
def test_what_is_read_at_once_is_read_alike_part_by_part(
    number: str, beside: str, apart: str | None, kind: IndicatorKind
) -> None:
    text = f"{number}{beside}".strip()
    quantity = ordinary_quantity(text, kind.units, apart)
    if quantity is not None:
        assert read_by_parts(text, kind, apart) == (quantity, ())


def test_ordinary_values_are_read_at_once() -> None:
    for text, apart in (("1048.3", "亿元"), ("1048.3亿元", None), ("1048.3 亿元", None)):
        assert ordinary_quantity(text, AMOUNT.units, apart) is not None
    assert ordinary_quantity("182", COUNT.units, "家") is not None
