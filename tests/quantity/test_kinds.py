"""The kinds of indicators, held against the words of the design, and what each answers for itself."""

import pickle
from fractions import Fraction
from itertools import permutations

import pytest

from hubei_digecon.quantity.kinds import (
    INDICATOR_KINDS,
    ChangeMeasure,
    IndicatorKind,
    Nature,
    Unit,
    full_unit,
    is_unit_of_money,
    kind_of,
    unit_symbols,
)
from hubei_digecon.text import Text

AMOUNT, SHARE, COUNT, NUMBER, RATE, RANK, MILESTONE = INDICATOR_KINDS.values()
SIZES = {
    AMOUNT: {
        "元": 1,
        "千元": 1_000,
        "万元": 10_000,
        "百万元": 1_000_000,
        "亿元": 100_000_000,
        "万亿元": 1_000_000_000_000,
    },
    SHARE: {"‰": 1, "%": 10},
    COUNT: {
        scale + word: factor
        for scale, factor in (("", 1), ("万", 10_000), ("亿", 100_000_000))
        for word in ("家", "户", "个", "项", "件", "台", "辆", "人", "架", "条")
    },
    NUMBER: {"‰": 1, "倍": 1, "%": 10},
    RATE: {"‰": 1, "百分点": 1, "倍": 1, "%": 10},
    RANK: {"位": 1, "名": 1},
    MILESTONE: {},
}
SHORT = {"万": "万元", "亿": "亿元", "万亿": "万亿元"}
PAIRS = [(kind, *pair) for kind in (AMOUNT, SHARE, COUNT, RANK) for pair in permutations(kind.units.full, 2)]
EACH_KIND = pytest.mark.parametrize("kind", INDICATOR_KINDS.values(), ids=lambda kind: kind.id)


@EACH_KIND
def test_a_kind_has_the_units_of_the_design_smallest_first(kind: IndicatorKind) -> None:
    assert list(kind.units.full) == list(SIZES[kind])
    assert {symbol: kind.units[symbol].factor for symbol in kind.units.full} == SIZES[kind]


@EACH_KIND
def test_a_kind_stays_the_same_one_through_pickle(kind: IndicatorKind) -> None:
    assert pickle.loads(pickle.dumps(kind)) is kind
    assert kind_of(kind.id) is kind


def test_there_is_no_kind_of_another_id() -> None:
    with pytest.raises(KeyError, match="total"):
        kind_of("total")


def test_short_forms_stand_for_the_unit_of_the_same_size() -> None:
    assert {one.symbol: one.stands_for for one in AMOUNT.units.values() if one.stands_for} == SHORT
    assert all(AMOUNT.units[short].factor == AMOUNT.units[full].factor for short, full in SHORT.items())
    assert [AMOUNT.units.in_full(symbol) for symbol in ("亿", "亿元", "家")] == ["亿元", "亿元", "家"]


def test_units_of_all_kinds_are_known_by_their_symbols() -> None:
    symbols = [symbol for sizes in SIZES.values() for symbol in sizes]
    assert set(unit_symbols()) == {*symbols, *SHORT, "个百分点"}
    assert [full_unit(symbol) for symbol in ("亿", "%", "家", "圆")] == ["亿元", "%", "家", None]
    assert [symbol for symbol in unit_symbols() if is_unit_of_money(symbol)] == list(AMOUNT.units)


def test_a_difference_is_no_unit_of_a_level() -> None:
    assert [kind for kind in INDICATOR_KINDS.values() if kind.is_difference("个百分点")] == [SHARE, NUMBER]
    assert [kind for kind in INDICATOR_KINDS.values() if kind.is_difference("个位次")] == [RANK]


@pytest.mark.parametrize(
    ("kind", "unit", "words", "suffix"),
    [
        (SHARE, "%", Text("1.5个百分点", "1.5 percentage points"), Text("百分点", " pp")),
        (SHARE, "‰", Text("0.15个百分点", "0.15 percentage points"), Text("百分点", " pp")),
        (AMOUNT, "亿元", Text.same("1.5亿元"), Text.same("亿元")),
        (NUMBER, "", Text.same("1.5"), Text.same("")),
        (NUMBER, "EFLOPS", Text.same("1.5EFLOPS"), Text.same("EFLOPS")),
        (NUMBER, "倍", Text.same("1.5倍"), Text.same("倍")),
        (NUMBER, "%", Text("1.5个百分点", "1.5 percentage points"), Text("百分点", " pp")),
        (RANK, "位", Text("1.5个位次", "1.5 places"), Text("个位次", " places")),
    ],
)
def test_a_difference_is_told_in_its_unit(kind: IndicatorKind, unit: str, words: Text, suffix: Text) -> None:
    assert kind.difference_in_words(Fraction(3, 2), unit) == words
    assert kind.difference_suffix(unit) == suffix


def test_one_percentage_point_is_told_in_the_singular() -> None:
    assert SHARE.difference_in_words(Fraction(10), "‰") == Text("1个百分点", "1 percentage point")


def test_a_share_is_a_quotient_of_amounts_and_at_most_the_whole() -> None:
    assert SHARE.is_quotient_of(AMOUNT, AMOUNT)
    assert not SHARE.is_quotient_of(AMOUNT, COUNT)
    assert not AMOUNT.is_quotient_of(AMOUNT, AMOUNT)
    assert [SHARE.whole_in(unit) for unit in ("%", "‰")] == [100, 1000]


def test_slips_are_those_of_the_kind_and_unit() -> None:
    assert [SHARE.slips_of(unit) for unit in ("%", "‰")] == [(100,), ()]
    assert [kind.slips_of("") for kind in (AMOUNT, COUNT, MILESTONE)] == [(10**4, 10**8), (), ()]


def test_a_number_without_a_unit_is_given_the_usual_one() -> None:
    assert SHARE.suggest_unit("0.312", Fraction(312, 1000), "‰") == "31.2%"
    assert SHARE.suggest_unit("31.2", Fraction(312, 10), "%") == "31.2%"
    assert AMOUNT.suggest_unit("0.5", Fraction(1, 2), "亿元") == "0.5亿元"


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("is_exact", [COUNT, RANK]),
        ("is_money", [AMOUNT]),
        ("is_revised", [AMOUNT, SHARE, NUMBER, RATE, RANK]),
        ("adds_up", [AMOUNT, COUNT]),
        ("takes_items", [COUNT]),
        ("takes_state", [MILESTONE]),
        ("is_change", [RATE]),
        ("can_change", [AMOUNT, SHARE, COUNT, NUMBER, RANK]),
    ],
)
def test_each_kind_answers_for_itself(question: str, kinds: list[IndicatorKind]) -> None:
    assert [kind for kind in INDICATOR_KINDS.values() if getattr(kind, question)] == kinds


def test_what_a_report_states_follows_from_the_kind() -> None:
    assert [kind.value_key for kind in INDICATOR_KINDS.values()] == [*["value"] * 6, "state"]
    natures = [(Nature.FLOW, Nature.STOCK), (), (Nature.STOCK, Nature.ADDED), (), (), (), ()]
    assert [kind.natures for kind in INDICATOR_KINDS.values()] == natures
    assert [nature for nature in Nature if nature.grows] == [Nature.FLOW, Nature.ADDED]


@pytest.mark.parametrize(
    ("kind", "unit", "other", "expected"),
    [
        (AMOUNT, "亿元", "万元", Fraction(10_000)),
        (AMOUNT, "万亿元", "亿元", Fraction(10_000)),
        (AMOUNT, "百万元", "亿元", Fraction(1, 100)),
        (AMOUNT, "元", "亿元", Fraction(1, 100_000_000)),
        (AMOUNT, "亿", "亿元", Fraction(1)),
        (SHARE, "%", "‰", Fraction(10)),
        (COUNT, "家", "个", Fraction(1)),
    ],
)
def test_ratio_of_two_units(kind: IndicatorKind, unit: str, other: str, expected: Fraction) -> None:
    assert kind.units.ratio(unit, other) == expected


@pytest.mark.parametrize(("kind", "unit", "other"), PAIRS)
def test_there_and_back_is_one(kind: IndicatorKind, unit: str, other: str) -> None:
    assert kind.units.ratio(unit, other) * kind.units.ratio(other, unit) == 1


FAMILIES = (
    Unit("PFLOPS", 1, family="compute."),
    Unit("EFLOPS", 1000, family="compute."),
    Unit("EB", 1, family="eb."),
)


def test_an_indicator_has_the_units_of_the_family_of_its_own() -> None:
    assert list(COUNT.units_of("人")) == ["人", "万人", "亿人"]
    assert list(COUNT.units_of("万户")) == ["户", "万户", "亿户"]
    assert set(COUNT.units_of("家")) == {scale + word for scale in ("", "万", "亿") for word in "家个项"}
    assert set(COUNT.units_of("家", ("户", "家"))) == {
        s + word for s in ("", "万", "亿") for word in "家户个项"
    }
    assert list(NUMBER.units_of("%")) == ["‰", "%"]
    assert list(NUMBER.units_of("倍")) == ["倍"]
    assert list(AMOUNT.units_of("亿元")) == list(AMOUNT.units)


def test_a_catalogue_adds_families_of_units() -> None:
    compute = NUMBER.units_of("EFLOPS", (), FAMILIES)
    assert compute.full == ("PFLOPS", "EFLOPS")
    assert compute.ratio("EFLOPS", "PFLOPS") == 1000
    assert NUMBER.units_of("EB", (), FAMILIES).full == ("EB",)


def test_a_number_can_be_without_a_unit_and_then_has_none() -> None:
    assert NUMBER.units_of("", (), FAMILIES).full == ("",)
    assert NUMBER.units_of("").listed == Text("不写单位", "none")
    assert [kind for kind in INDICATOR_KINDS.values() if kind.may_lack_unit] == [NUMBER]


def test_units_of_things_are_whole_by_their_size() -> None:
    assert COUNT.units.least_step("家") == 1
    assert COUNT.units.least_step("万家") == Fraction(1, 10_000)
    assert AMOUNT.units.least_step("元") == 0
    assert [units.least for units in (COUNT.units, RANK.units)] == [0, 1]


def test_units_stay_equal_through_pickle() -> None:
    again = pickle.loads(pickle.dumps(RANK.units))
    assert (again, again.of_things, again.least, hash(again)) == (RANK.units, True, 1, hash(RANK.units))


def test_a_quotient_says_nothing_of_a_rank_nor_of_a_number_that_is_not_above_0() -> None:
    one, none = Fraction(1), Fraction(0)
    assert [kind.has_quotient(one, one) for kind in (AMOUNT, NUMBER, RANK)] == [True, True, False]
    assert [NUMBER.has_quotient(*pair) for pair in ((none, one), (-one, one), (None, one))] == [False] * 3


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("首位", "1位"),
        ("第一", "1位"),
        ("第二名", "2名"),
        ("第十位", "10位"),
        ("第3", "3位"),
        ("第 3 位", "3 位"),
        ("3位", "3位"),
        ("第十二位", "10二位"),
        ("第", ""),
    ],
)
def test_a_rank_is_written_in_digits(written: str, digits: str) -> None:
    assert RANK.in_digits(written) == digits
    assert COUNT.in_digits(written) == written


# Rates, by how they are measured.

GROWTH, MEAN, MULTIPLE = (
    RATE.measured(how, COUNT, yearly)
    for how, yearly in (
        (ChangeMeasure.GROWTH, True),
        (ChangeMeasure.MEAN_GROWTH, False),
        (ChangeMeasure.MULTIPLE, False),
    )
)
POINTS, MORE = (RATE.measured(ChangeMeasure.DIFFERENCE, of, False) for of in (SHARE, AMOUNT))


@pytest.mark.parametrize(
    ("kind", "units"),
    [
        (GROWTH, ["‰", "%"]),
        (MEAN, ["‰", "%"]),
        (MULTIPLE, ["倍"]),
        (POINTS, ["百分点"]),
        (MORE, list(AMOUNT.units.full)),
    ],
)
def test_the_measure_of_a_rate_decides_its_units(kind: IndicatorKind, units: list[str]) -> None:
    assert kind.id == "rate"
    assert list(kind.units.full) == units
    assert pickle.loads(pickle.dumps(kind)) is kind


def test_any_other_kind_is_not_measured() -> None:
    assert SHARE.measured(ChangeMeasure.GROWTH, COUNT, True) is SHARE


@pytest.mark.parametrize(
    ("kind", "unit", "words"),
    [
        (GROWTH, "%", "1.5个百分点"),
        (POINTS, "百分点", "1.5个百分点"),
        (MULTIPLE, "倍", "1.5倍"),
        (MORE, "亿元", "1.5亿元"),
    ],
)
def test_the_difference_of_two_rates_is_told_in_its_unit(kind: IndicatorKind, unit: str, words: str) -> None:
    assert kind.difference_in_words(Fraction(3, 2), unit).zh == words


@pytest.mark.parametrize(
    ("kind", "unit", "of", "of_unit", "size"),
    [
        (GROWTH, "%", COUNT, "家", 100),
        (GROWTH, "‰", COUNT, "家", 1000),
        (MULTIPLE, "倍", COUNT, "家", 1),
        (POINTS, "百分点", SHARE, "%", 1),
        (POINTS, "百分点", SHARE, "‰", Fraction(1, 10)),
        (MORE, "万元", AMOUNT, "亿元", 10_000),
    ],
)
def test_a_change_of_one_in_a_unit(
    kind: IndicatorKind, unit: str, of: IndicatorKind, of_unit: str, size: Fraction
) -> None:
    assert kind.change_in(unit, of, of_unit, of.units) == size


def test_only_a_measured_rate_tells_what_a_change_is() -> None:
    with pytest.raises(NotImplementedError):
        RATE.change_in("%", COUNT, "家", COUNT.units)
