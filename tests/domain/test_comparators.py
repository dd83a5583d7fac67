"""How a value and a whole interval meet what is required: as tables, and against every kind of point."""

import pickle
import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.comparators import (
    COMPARATORS,
    AtLeast,
    AtMost,
    Comparator,
    LessThan,
    Milestone,
    MoreThan,
    _phrases_in,
)
from hubei_digecon.quantity.numbers import Interval

from ..building import PROPERTY, points_of

REQUIRED = Fraction(13)
LIMITS = (AtLeast(), MoreThan(), AtMost(), LessThan())


def interval(text: str) -> Interval:
    """Read ``[12, 13)``, ``(13, ∞)``."""
    low, high = text[1:-1].split(", ")
    return Interval(
        None if low == "-∞" else Fraction(low),
        None if high == "∞" else Fraction(high),
        text[0] == "(" and low != "-∞",
        text[-1] == ")" and high != "∞",
    )


YES, NO, OPEN = True, False, None


@pytest.mark.parametrize(
    ("value", "answers"),
    [
        # at_least, more_than, at_most, less_than
        ("12.96", (NO, NO, YES, YES)),
        ("12.9999999999999999999999999999", (NO, NO, YES, YES)),
        ("13", (YES, NO, YES, NO)),
        ("13.0000000000000000000000000001", (YES, YES, NO, NO)),
        ("14", (YES, YES, NO, NO)),
        ("-13", (NO, NO, YES, YES)),
    ],
)
def test_a_value_holds(value: str, answers: tuple[bool, ...]) -> None:
    assert tuple(one.holds(Fraction(value), REQUIRED) for one in LIMITS) == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # closed
        ("[11, 12]", (NO, NO, YES, YES)),
        ("[12, 13]", (OPEN, NO, YES, OPEN)),
        ("[12.95, 13.05]", (OPEN, OPEN, OPEN, OPEN)),
        ("[13, 13]", (YES, NO, YES, NO)),
        ("[13, 14]", (YES, OPEN, OPEN, NO)),
        ("[14, 15]", (YES, YES, NO, NO)),
        # open at one end or both
        ("[12, 13)", (NO, NO, YES, YES)),
        ("(12, 13]", (OPEN, NO, YES, OPEN)),
        ("(12, 13)", (NO, NO, YES, YES)),
        ("(13, 14]", (YES, YES, NO, NO)),
        ("[13, 14)", (YES, OPEN, OPEN, NO)),
        ("(12, 14)", (OPEN, OPEN, OPEN, OPEN)),
        # half-lines
        ("[13, ∞)", (YES, OPEN, OPEN, NO)),
        ("(13, ∞)", (YES, YES, NO, NO)),
        ("[12, ∞)", (OPEN, OPEN, OPEN, OPEN)),
        ("(12, ∞)", (OPEN, OPEN, OPEN, OPEN)),
        ("[14, ∞)", (YES, YES, NO, NO)),
        ("(-∞, 12]", (NO, NO, YES, YES)),
        ("(-∞, 13]", (OPEN, NO, YES, OPEN)),
        ("(-∞, 13)", (NO, NO, YES, YES)),
        ("(-∞, 14]", (OPEN, OPEN, OPEN, OPEN)),
        ("(-∞, 14)", (OPEN, OPEN, OPEN, OPEN)),
        ("(-∞, ∞)", (OPEN, OPEN, OPEN, OPEN)),
    ],
)
def test_an_interval_settles(text: str, answers: tuple[bool | None, ...]) -> None:
    assert tuple(one.settles(interval(text), REQUIRED) for one in LIMITS) == answers


ENDS = st.none() | st.integers(9, 17).map(Fraction)


MIRRORED = ((AtLeast(), AtMost()), (MoreThan(), LessThan()))


def drawn(low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool) -> Interval:
    """Return an interval that holds at least one value."""
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        low_open = high_open = False
    return Interval(low, high, low_open and low is not None, high_open and high is not None)


INTERVALS = st.builds(drawn, ENDS, ENDS, st.booleans(), st.booleans())


def mirrored(one: Interval) -> Interval:
    """Return the interval of the negatives of all values of ``one``."""
    low, high = (None if end is None else -end for end in (one.high, one.low))
    return Interval(low, high, one.high_open, one.low_open)


@pytest.mark.parametrize("comparator", LIMITS, ids=lambda comparator: comparator.id)
@PROPERTY
@given(INTERVALS)
def test_an_interval_settles_as_all_its_points_do(comparator: Comparator, within: Interval) -> None:
    answers = {comparator.holds(point, REQUIRED) for point in points_of(within, REQUIRED)}
    assert comparator.settles(within, REQUIRED) is (answers.pop() if len(answers) == 1 else None)


def check_mirror(within: Interval, required: Fraction) -> None:
    """A ceiling says of an interval what its floor says of the negatives, of the negative line."""
    for floor, ceiling in MIRRORED:
        assert ceiling.settles(within, required) is floor.settles(mirrored(within), -required)
        for point in points_of(within, required):
            assert ceiling.holds(point, required) is floor.holds(-point, -required)
            assert ceiling.shortfall(point, required) == floor.shortfall(-point, -required)


@PROPERTY
@given(INTERVALS, st.integers(9, 17).map(Fraction))
def test_a_ceiling_mirrors_a_floor(within: Interval, required: Fraction) -> None:
    check_mirror(within, required)


ANY = st.fractions(max_denominator=10**6)


@pytest.mark.heavy
@settings(max_examples=2000)
@given(st.builds(drawn, st.none() | ANY, st.none() | ANY, st.booleans(), st.booleans()), ANY)
def test_a_ceiling_mirrors_a_floor_over_any_numbers(within: Interval, required: Fraction) -> None:
    check_mirror(within, required)


@pytest.mark.parametrize(
    ("value", "required", "floor", "ceiling"),
    [
        ("26", "13", "2", "1/2"),
        ("13", "13", "1", "1"),
        ("6.5", "13", "1/2", "2"),
        ("1/4", "1/2", "1/2", "2"),
        ("0", "13", "0", None),
        ("-1", "13", None, None),
        ("13", "0", None, None),
        ("-13", "-13", None, None),
    ],
)
def test_attainment_is_a_quotient_of_what_is_above_0(
    value: str, required: str, floor: str | None, ceiling: str | None
) -> None:
    for one in LIMITS:
        expected = floor if one.better > 0 else ceiling
        assert one.attainment(Fraction(value), Fraction(required)) == (expected and Fraction(expected))


@pytest.mark.parametrize(
    ("text", "floor", "ceiling"),
    [
        ("[6.5, 26)", "[0.5, 2)", "(0.5, 2]"),
        ("(13, 13]", "(1, 1]", "[1, 1)"),
        ("[26, ∞)", "[2, ∞)", "(0, 0.5]"),
        ("(-∞, 6.5]", "(-∞, 0.5]", "[2, ∞)"),
    ],
)
def test_the_attainments_of_an_interval(text: str, floor: str, ceiling: str) -> None:
    for one in LIMITS:
        assert one.attained(interval(text), REQUIRED) == interval(floor if one.better > 0 else ceiling)
        assert one.attained(interval(text), Fraction(0)) is None


def test_the_attainments_of_an_interval_below_1() -> None:
    floor, ceiling = interval("[0.5, 1]"), interval("[1, 2]")
    for one in LIMITS:
        attained = one.attained(interval("[0.25, 0.5]"), Fraction(1, 2))
        assert attained == (floor if one.better > 0 else ceiling)


def test_the_readings_of_a_comparator_are_its_phrases_by_their_reason() -> None:
    for one in LIMITS:
        readings = list(one.readings())
        assert [word for words, _ in readings for word in words] == [phrase.word for phrase in one.phrases]
        assert {why for _, why in readings} == {phrase.why for phrase in one.phrases}
    assert len(list(AtMost().readings())) > 1


@pytest.mark.parametrize("text", ["[-2, 0]", "(-∞, -1]", "[0, 0]"])
def test_a_ceiling_has_no_attainments_where_nothing_is_above_0(text: str) -> None:
    assert AtMost().attained(interval(text), REQUIRED) is None
    assert LessThan().attained(interval(text), REQUIRED) is None


@pytest.mark.parametrize(
    ("value", "floor", "ceiling"), [("12", 1, 0), ("13", 0, 0), ("14.5", 0, Fraction("1.5"))]
)
def test_a_shortfall_is_what_lies_on_the_worse_side(value: str, floor: Fraction, ceiling: Fraction) -> None:
    for one in LIMITS:
        assert one.shortfall(Fraction(value), REQUIRED) == (floor if one.better > 0 else ceiling)


def test_what_still_grows_proves_a_hit_of_a_floor_and_a_miss_of_a_ceiling() -> None:
    for one in LIMITS:
        grown, proved = interval("[13.5, ∞)"), one.proved_by_growth
        assert one.settles(grown, REQUIRED) is proved
    assert Milestone().proved_by_growth is None


def test_a_milestone_has_no_attainment() -> None:
    assert Milestone().attainment(REQUIRED, REQUIRED) is None
    assert Milestone().attained(interval("[13, 13]"), REQUIRED) is None
    assert Milestone().shortfall(REQUIRED, REQUIRED) == 0


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("达到13%", {"at_least": "达到"}),
        ("3—5家以上", {"at_least": "以上"}),
        ("省级及以上6家", {"at_least": "及以上"}),
        ("不低于6家", {"at_least": "不低于"}),
        ("超过20%", {"more_than": "超过"}),
        ("突破400亿元", {"more_than": "突破"}),
        ("控制在0.5%以内", {"at_most": "控制在"}),
        ("不高于1.3%", {"at_most": "不高于"}),
        ("低于20%", {"less_than": "低于"}),
        ("不超过6家", {"at_most": "不超过"}),
        ("170家", {}),
        ("基本建成", {"milestone": "基本建成"}),
        ("取得突破性发展", {"milestone": "取得突破"}),
    ],
)
def test_a_wording_calls_for_a_comparator_by_its_longest_phrase(
    wording: str, expected: dict[str, str]
) -> None:
    found = {id: comparator.phrase_in(wording) for id, comparator in COMPARATORS.items()}
    assert {id: phrase.word for id, phrase in found.items() if phrase} == expected


def test_no_phrase_calls_for_two_comparators() -> None:
    words = [phrase.word for comparator in COMPARATORS.values() for phrase in comparator.phrases]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("id", "zh", "en"),
    [
        ("at_least", "不低于13%", "at least 13%"),
        ("more_than", "超过13%", "more than 13%"),
        ("at_most", "不超过13%", "at most 13%"),
        ("less_than", "低于13%", "less than 13%"),
    ],
)
def test_a_comparator_says_what_it_requires(id: str, zh: str, en: str) -> None:
    sentence = COMPARATORS[id].sentence.format(required="13%")
    assert (sentence.zh, sentence.en) == (zh, en)


def test_a_milestone_compares_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Milestone().holds(REQUIRED, REQUIRED)
    with pytest.raises(NotImplementedError):
        Milestone().settles(interval("[13, 13]"), REQUIRED)


@pytest.mark.parametrize("id", COMPARATORS)
def test_a_comparator_stays_the_one_it_is_in_another_process(id: str) -> None:
    assert pickle.loads(pickle.dumps(COMPARATORS[id])) is COMPARATORS[id]


@pytest.mark.parametrize("id", [id for id, one in COMPARATORS.items() if not one.is_attested])
def test_a_comparator_of_numbers_names_that_of_its_stretch_and_its_attainment(id: str) -> None:
    comparator = COMPARATORS[id]
    assert comparator.of_stretch in COMPARATORS
    parts = comparator.quotient.split("/") if comparator.better else ["{required}", "{value}"]
    assert sorted(parts) == ["{required}", "{value}"]


# About


ONE_AND_TWO = COMPARATORS["about"].tolerating(Fraction(1), Fraction(2), False)
TEN_PERCENT = COMPARATORS["about"].tolerating(Fraction(10), Fraction(10), True)


@pytest.mark.parametrize(
    ("comparator", "value", "holds", "shortfall"),
    [
        (ONE_AND_TWO, "11.99", False, "0.01"),
        (ONE_AND_TWO, "12", True, "0"),
        (ONE_AND_TWO, "13", True, "0"),
        (ONE_AND_TWO, "15", True, "0"),
        (ONE_AND_TWO, "15.01", False, "0.01"),
        (TEN_PERCENT, "11.69", False, "0.01"),
        (TEN_PERCENT, "11.7", True, "0"),
        (TEN_PERCENT, "14.3", True, "0"),
        (TEN_PERCENT, "14.31", False, "0.01"),
        (COMPARATORS["about"], "13", True, "0"),
        (COMPARATORS["about"], "13.1", False, "0.1"),
        (COMPARATORS["about"], "12.9", False, "0.1"),
    ],
)
def test_about_takes_what_its_tolerance_says(
    comparator: Comparator, value: str, holds: bool, shortfall: str
) -> None:
    assert comparator.holds(Fraction(value), REQUIRED) is holds
    assert comparator.shortfall(Fraction(value), REQUIRED) == Fraction(shortfall)
    assert comparator.attainment(Fraction(value), REQUIRED) is None


@pytest.mark.parametrize(
    ("comparator", "asserted", "answer", "is_past"),
    [
        (ONE_AND_TWO, "[12, 15]", True, False),
        (ONE_AND_TWO, "(12, 15)", True, False),
        (ONE_AND_TWO, "[11.9, 13]", None, False),
        (ONE_AND_TWO, "[14, 15.1]", None, False),
        (ONE_AND_TWO, "[15, 16]", None, False),
        (ONE_AND_TWO, "(15, 16]", False, True),
        (ONE_AND_TWO, "[15.1, 16]", False, True),
        (ONE_AND_TWO, "[11, 12)", False, False),
        (ONE_AND_TWO, "[11, 12]", None, False),
        (ONE_AND_TWO, "[10, 20]", None, False),
        (COMPARATORS["about"], "[13, 13]", True, False),
        (COMPARATORS["about"], "[12.5, 13.5]", None, False),
        (COMPARATORS["about"], "[20, 20]", None, False),
    ],
)
def test_about_settles_an_interval_exactly(
    comparator: Comparator, asserted: str, answer: bool | None, is_past: bool
) -> None:
    assert comparator.settles(interval(asserted), REQUIRED) is answer
    assert comparator.is_passed_by(interval(asserted), REQUIRED) is is_past


def test_a_tolerance_in_percent_is_of_the_size_of_a_number_below_zero() -> None:
    assert TEN_PERCENT.holds(Fraction(-11), Fraction(-10))
    assert not TEN_PERCENT.holds(Fraction("-11.1"), Fraction(-10))


def test_about_with_a_tolerance_says_what_it_takes_and_stays_one() -> None:
    assert str(ONE_AND_TWO.requires(REQUIRED, "家").zh) == "13家左右（容差范围12—15家）"
    assert ONE_AND_TWO.requires(REQUIRED, "家").en == "about 13家 (within 12 to 15家)"
    assert pickle.loads(pickle.dumps(ONE_AND_TWO)) is ONE_AND_TWO
    assert COMPARATORS["at_least"].tolerating(Fraction(1), Fraction(2), False) is COMPARATORS["at_least"]


def test_only_about_without_a_tolerance_is_open() -> None:
    assert [id for id, one in COMPARATORS.items() if one.is_open] == ["about"]
    assert not ONE_AND_TWO.is_open


WORDS = sorted({phrase.word for one in COMPARATORS.values() for phrase in one.phrases})


@given(st.lists(st.sampled_from([*WORDS, *"不高于过超达到50% "]), max_size=8).map("".join))
def test_phrases_are_found_as_a_pattern_of_all_finds_them(wording: str) -> None:
    every = re.compile("|".join(map(re.escape, sorted(WORDS, key=len, reverse=True))))
    assert list(_phrases_in(wording)) == every.findall(wording)
