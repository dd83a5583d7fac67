"""The chart of the page: where bar, dot and interval stand, and the same in words."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.show.document import Track
from hubei_digecon.show.page.chart import END, position, track_of
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

from ...building import PROPERTY, STOCK, target

ZH, EN = View("zh"), View("en")


def track(
    value: int | str | None = None,
    low: int | str | None = None,
    high: int | str | None = None,
    outcome: Outcome = Outcome.MET,
    view: View = EN,
    comparator: str = "at_least",
) -> Track:
    """Return the track of a target of 10; with an end of an interval, that is open where there is none."""
    least, most = (None if end is None else Fraction(end) for end in (low, high))
    finding = Finding(
        target(STOCK, 10, comparator),
        outcome,
        (),
        words=lambda _: Text.same(""),
        needs=lambda: None,
        evidence=None,
        decided_on=None if value is None else Fraction(value),
        decided_interval=Interval(least, most) if least is not None or most is not None else None,
    )
    return track_of(finding, view)


def drawn(one: Track) -> tuple[str, str, str, bool, str]:
    """Return where things stand on a track, and what stands there where there is nothing else."""
    return one.value, one.low, one.width, one.beyond, one.nothing


DRAWN: list[tuple[dict[str, Any], tuple[str, str, str, bool, str]]] = [
    ({"value": 10}, ("66.67%", "", "", False, "")),
    ({"value": 12}, ("80%", "", "", False, "")),
    ({"value": 0}, ("0%", "", "", False, "")),
    ({"value": 15}, ("100%", "", "", False, "")),
    ({"value": "15.001"}, ("100%", "", "", True, "")),
    ({"value": 400}, ("100%", "", "", True, "")),
    ({"value": -5}, ("0%", "", "", False, "")),
    ({"value": 10, "low": 10, "high": 10}, ("66.67%", "", "", False, "")),
    ({"value": 10, "low": "9.5", "high": "10.5"}, ("66.67%", "63.33%", "6.67%", False, "")),
    ({"value": 10, "low": -3, "high": 20}, ("66.67%", "0%", "100%", False, "")),
    ({"low": "9.5", "high": "10.5"}, ("", "63.33%", "6.67%", False, "")),
    ({"low": 12}, ("", "80%", "20%", False, "")),
    ({"high": 6}, ("", "0%", "40%", False, "")),
    ({"low": 16}, ("", "100%", "0%", True, "")),
    ({"low": 16, "high": 20}, ("", "100%", "0%", True, "")),
    ({"value": 14, "low": 16, "high": 20}, ("93.33%", "100%", "0%", False, "")),
    ({"outcome": Outcome.NO_DATA}, ("", "", "", False, "no data")),
    ({"outcome": Outcome.NO_DATA, "view": ZH}, ("", "", "", False, "未填报")),
    ({"outcome": Outcome.NOT_DUE}, ("", "", "", False, "not due")),
    ({"value": 20, "comparator": "at_most"}, ("33.33%", "", "", False, "")),
    ({"value": 8, "comparator": "less_than"}, ("83.33%", "", "", False, "")),
    ({"value": 5, "comparator": "at_most"}, ("100%", "", "", True, "")),
    ({"value": 0, "comparator": "at_most"}, ("", "", "", False, "met")),
    ({"value": 20, "low": 16, "high": 40, "comparator": "at_most"}, ("33.33%", "16.67%", "25%", False, "")),
    ({"low": 20, "comparator": "at_most"}, ("", "0%", "33.33%", False, "")),
    ({"high": 20, "comparator": "at_most"}, ("", "33.33%", "66.67%", False, "")),
    ({"value": 4, "outcome": Outcome.NOT_DUE}, ("26.67%", "", "", False, "")),
]


@pytest.mark.parametrize(("said", "expected"), DRAWN, ids=str)
def test_where_things_stand(said: dict[str, Any], expected: tuple[str, str, str, bool, str]) -> None:
    assert drawn(track(**said)) == expected


SAID = {
    "met": (
        track(12),
        "name of stock: met",
        "Required ≥10家; decided on 12家; attainment 120%.",
        "✓ 12家 / ≥10家 (120%)",
    ),
    "met in Chinese": (
        track(12, view=ZH),
        "stock的名称：完成",
        "目标值≥10家，认定值12家，完成率120%。",
        "✓ 12家／≥10家（120%）",
    ),
    "just missed": (
        track("9.9999", outcome=Outcome.MISSED),
        "name of stock: missed",
        "Required ≥10家; decided on 9.9999家; attainment 99.9%.",
        "✗ 9.9999家 / ≥10家 (99.9%)",
    ),
    "within an interval": (
        track(10, "9.5", "10.5"),
        "name of stock: met",
        "Required ≥10家; decided on 10家; attainment 100%. It may lie in [9.5家, 10.5家].",
        "✓ 10家 / ≥10家 (100%)",
    ),
    "no less than": (
        track(low=8, outcome=Outcome.UNDECIDED, view=ZH),
        "stock的名称：待核定",
        "目标值≥10家，没有认定值。 可能的范围：不低于8家。",
        "? 无认定值／≥10家",
    ),
    "nothing": (
        track(outcome=Outcome.NO_DATA),
        "name of stock: no data",
        "Required ≥10家; decided on nothing.",
        "○ no value / ≥10家",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_track_says_in_words_what_it_shows(name: str) -> None:
    shown, title, description, reading = SAID[name]
    assert (shown.title, shown.description, shown.reading) == (title, description, reading)


NUMBERS = st.integers(-5000, 40000).map(lambda thousandths: Fraction(thousandths, 1000))


@PROPERTY
@given(NUMBERS, NUMBERS)
def test_more_never_stands_further_left(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert 0 <= percent(position(low)) <= percent(position(high)) <= 100


@PROPERTY
@given(st.lists(NUMBERS, min_size=3, max_size=3, unique=True).map(sorted))
def test_a_value_stands_in_its_interval_and_all_on_the_track(ends: list[Fraction]) -> None:
    low, value, high = map(str, ends)
    shown = track(value, low, high)
    begin, length = percent(shown.low), percent(shown.width)
    slack = Fraction(1, 100)  # each is rounded to so much
    assert begin - slack <= percent(shown.value) <= begin + length + slack
    assert begin + length <= 100 + slack
    assert shown.beyond == (ends[1] / 10 > END)


def percent(text: str) -> Fraction:
    """Return the number of a percentage."""
    return Fraction(text.removesuffix("%"))
