"""How a value and a whole interval meet what is required: as tables, and against every kind of point."""

import pickle
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.comparators import COMPARATORS, AtLeast, AtMost, Comparator, LessThan, Milestone, MoreThan
from hubei_digecon.exact import Interval

from .building import PROPERTY, points_of

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
