"""The three methods on published series, to three digits, and their laws."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hubei_digecon.domain.pace import PaceMethod
from hubei_digecon.domain.reports import Period
from hubei_digecon.trends.pace import RATIOS, Way, months_between, scheduled_value
from hubei_digecon.trends.roots import shown_ratio

from ..building import PROPERTY

SCHEDULE, CAGR, PROJECTION = PaceMethod

VECTORS = [
    ("8.7", "9.2", 2021, "13", "0.581", "0.687", "0.652"),
    ("7.8", "9.9", 2023, "10", "1.591", "1.623", "1.730"),
    ("11.76", "13.79", 2022, "17", "0.969", "1.084", "1.097"),
    ("9.89", "10.32", 2021, "12", "1.019", "1.103", "1.111"),
    ("9.89", "11.08", 2024, "12", "0.705", "0.731", "0.715"),
    ("32.5", "35.0", 2021, "45", "1", "1.144", "1.166"),
]
"""Base of 2020, value, its year, target for 2025, and the three ratios: core shares of Wuhan and of China, online
retail sales and netizens of China, the broad share of Jiangxi.
"""


def way(base: str, value: str, target: str, months: int, of: int = 60) -> Way:
    steps = ((of, Fraction(target)),)
    scheduled = scheduled_value(Fraction(base), steps, months)
    return Way(Fraction(value), Fraction(base), Fraction(target), months, of, scheduled)


@pytest.mark.parametrize(("base", "value", "year", "target", "schedule", "cagr", "projection"), VECTORS)
def test_published_series(
    base: str, value: str, year: int, target: str, schedule: str, cagr: str, projection: str
) -> None:
    made = way(base, value, target, months_between(Period(2020), Period(year)))
    ratios = {method: RATIOS[method](made) for method in PaceMethod}
    for method, expected in zip(PaceMethod, (schedule, cagr, projection), strict=True):
        assert abs(ratios[method] - Fraction(expected)) <= Fraction(6, 10_000), method


def test_the_broad_share_of_jiangxi_is_exactly_on_schedule() -> None:
    ratio = RATIOS[SCHEDULE](way("32.5", "35.0", "45", 12))
    assert ratio == 1
    assert SCHEDULE.state_of(ratio).id == "on_schedule"


def test_two_yardsticks_may_part() -> None:
    made = way("11.76", "13.79", "17", 24)
    states = {method.id: method.state_of(RATIOS[method](made)).id for method in PaceMethod}
    assert states == {"schedule": "behind", "cagr": "on_track", "projection": "on_track"}


@pytest.mark.parametrize("method", PaceMethod)
def test_a_ceiling_is_measured_by_the_same_formula(method: PaceMethod) -> None:
    assert RATIOS[method](way("1.5", "1.4", "1.3", 30)) > 0
    assert RATIOS[method](way("1.5", "1.6", "1.3", 30)) < 0
    assert RATIOS[method](way("1.5", "1.5", "1.3", 30)) == 0


@pytest.mark.parametrize("method", PaceMethod)
def test_the_target_at_the_due_date_is_a_ratio_of_1(method: PaceMethod) -> None:
    assert shown_ratio(RATIOS[method](way("8.7", "13", "13", 60)), method.cut_offs) == 1


@PROPERTY
@given(
    base=st.integers(1, 10**6),
    value=st.integers(1, 10**6),
    target=st.integers(1, 10**6),
    months=st.integers(1, 60),
    factor=st.fractions(min_value=Fraction(1, 10**8), max_value=10**8, max_denominator=10**8),
    method=st.sampled_from(PaceMethod),
)
def test_scaling_units_changes_nothing(
    base: int, value: int, target: int, months: int, factor: Fraction, method: PaceMethod
) -> None:
    assume(base != target and factor > 0)
    plain = way(str(base), str(value), str(target), months)
    scaled = plain._replace(
        value=plain.value * factor,
        base=plain.base * factor,
        target=plain.target * factor,
        scheduled=plain.scheduled * factor,
    )
    one, other = RATIOS[method](plain), RATIOS[method](scaled)
    assert shown_ratio(one, method.cut_offs) == shown_ratio(other, method.cut_offs)
    assert method.state_of(one) is method.state_of(other)


def test_a_document_states_values_for_earlier_years() -> None:
    steps = ((24, Fraction(12)), (36, Fraction(13)), (60, Fraction(15)))
    at = {months: scheduled_value(Fraction(10), steps, months) for months in (12, 24, 30, 36, 48, 60)}
    assert at == {12: 11, 24: 12, 30: Fraction(25, 2), 36: 13, 48: 14, 60: 15}


def test_months_are_counted_from_the_end_of_a_period() -> None:
    assert months_between(Period(2020), Period(2021)) == 12
    assert months_between(Period(2020), Period(2021, 9)) == 9
    assert months_between(Period(2023, 10), Period(2025)) == 26
    assert months_between(Period(2021), Period(2020)) == -12
