"""Periods, days and what a report consists of."""

import datetime

import pytest

from hubei_digecon.domain.reports import Period, Span, first_day, last_day

DAY = datetime.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("period", "end", "text"),
    [
        (Period(2025), datetime.date(2025, 12, 31), "2025"),
        (Period(2025, 9), datetime.date(2025, 9, 30), "2025-M09"),
        (Period(2024, 2), datetime.date(2024, 2, 29), "2024-M02"),
    ],
)
def test_a_period_ends_with_its_last_month(period: Period, end: datetime.date, text: str) -> None:
    assert (period.end, str(period), period.whole) == (end, text, period.month is None or period.month == 12)


def test_a_day_is_its_own_span() -> None:
    assert (first_day(DAY), last_day(DAY)) == (DAY, DAY)


def test_a_span_has_a_first_and_a_last_day() -> None:
    span = Span(datetime.date(2025, 1, 1), DAY)
    assert (first_day(span), last_day(span)) == (datetime.date(2025, 1, 1), DAY)
