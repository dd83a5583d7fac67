"""How a value and a whole interval meet what is required: as tables, and against every kind of point."""

import pickle
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.comparators import COMPARATORS, AtLeast, Milestone, MoreThan
from hubei_digecon.exact import Interval

from .building import PROPERTY, points_of

REQUIRED = Fraction(13)


def interval(text: str) -> Interval:
    """Read ``[12, 13)``, ``(13, ∞)``."""
    low, high = text[1:-1].split(", ")
    return Interval(
        None if low == "-∞" else Fraction(low),
        None if high == "∞" else Fraction(high),
        text[0] == "(" and low != "-∞",
        text[-1] == ")" and high != "∞",
    )


@pytest.mark.parametrize(
    ("value", "at_least", "more_than"),
    [
        ("12.96", False, False),
        ("12.9999999999999999999999999999", False, False),
        ("13", True, False),
        ("13.0000000000000000000000000001", True, True),
        ("14", True, True),
        ("-13", False, False),
    ],
)
def test_a_value_holds(value: str, at_least: bool, more_than: bool) -> None:
    assert AtLeast().holds(Fraction(value), REQUIRED) is at_least
    assert MoreThan().holds(Fraction(value), REQUIRED) is more_than


@pytest.mark.parametrize(
    ("text", "at_least", "more_than"),
    [
        # closed
        ("[11, 12]", False, False),
        ("[12, 13]", None, False),
        ("[12.95, 13.05]", None, None),
        ("[13, 13]", True, False),
        ("[13, 14]", True, None),
        ("[14, 15]", True, True),
        # open at one end or both
        ("[12, 13)", False, False),
        ("(12, 13]", None, False),
        ("(12, 13)", False, False),
        ("(13, 14]", True, True),
        ("[13, 14)", True, None),
        ("(12, 14)", None, None),
        # half-lines
        ("[13, ∞)", True, None),
        ("(13, ∞)", True, True),
        ("[12, ∞)", None, None),
        ("(12, ∞)", None, None),
        ("[14, ∞)", True, True),
        ("(-∞, 12]", False, False),
        ("(-∞, 13]", None, False),
        ("(-∞, 13)", False, False),
        ("(-∞, 14]", None, None),
        ("(-∞, 14)", None, None),
        ("(-∞, ∞)", None, None),
    ],
)
def test_an_interval_settles(text: str, at_least: bool | None, more_than: bool | None) -> None:
    assert AtLeast().settles(interval(text), REQUIRED) is at_least
    assert MoreThan().settles(interval(text), REQUIRED) is more_than


ENDS = st.none() | st.integers(9, 17).map(Fraction)


@pytest.mark.parametrize("comparator", [AtLeast(), MoreThan()], ids=lambda comparator: comparator.id)
@PROPERTY
@given(ENDS, ENDS, st.booleans(), st.booleans())
def test_an_interval_settles_as_all_its_points_do(
    comparator: AtLeast | MoreThan,
    low: Fraction | None,
    high: Fraction | None,
    low_open: bool,
    high_open: bool,
) -> None:
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        low_open = high_open = False
    within = Interval(low, high, low_open and low is not None, high_open and high is not None)
    answers = {comparator.holds(point, REQUIRED) for point in points_of(within, REQUIRED)}
    assert comparator.settles(within, REQUIRED) is (answers.pop() if len(answers) == 1 else None)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("达到13%", {"at_least": "达到"}),
        ("3—5家以上", {"at_least": "以上"}),
        ("省级及以上6家", {"at_least": "及以上"}),
        ("不低于6家", {"at_least": "不低于"}),
        ("超过20%", {"more_than": "超过"}),
        ("突破400亿元", {"more_than": "突破"}),
        ("170家", {}),
        ("基本建成", {"milestone": "基本建成"}),
        ("取得突破性发展", {"more_than": "突破", "milestone": "取得突破"}),
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
    ("id", "zh", "en"), [("at_least", "不低于13%", "at least 13%"), ("more_than", "超过13%", "more than 13%")]
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
