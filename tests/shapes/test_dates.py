"""Dates and periods as offices write them: what is read, what is asked about, what is refused."""

import datetime

import pytest

from hubei_digecon.domain.reports import NO_END, Period, Span
from hubei_digecon.shapes.dates import (
    Readings,
    date_of,
    dated_of,
    dates_in_question,
    day_words,
    filled,
    period_of,
    period_within,
    period_words,
    periods_in_question,
    valid_until_of,
)
from hubei_digecon.text import Text

DAY = datetime.date


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-20",
        "2026/1/20",
        "2026.1.20",
        "2026年1月20日",
        "2026 年 1 月 20 号",
        "20260120",
        "2026-01-20 00:00:00",
        "２０２６－０１－２０",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert date_of(written) == DAY(2026, 1, 20)


@pytest.mark.parametrize("written", ["2026-02-29", "2026-13-01", "2026-01", "20-01-2026", "今天", ""])
def test_what_is_no_day_of_the_calendar_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        date_of(written)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-02", DAY(2024, 2, 1), DAY(2024, 2, 29)),
        ("2025年12月", DAY(2025, 12, 1), DAY(2025, 12, 31)),
        ("2025年6月下旬", DAY(2025, 6, 1), DAY(2025, 6, 30)),
        ("2025.2", DAY(2025, 2, 1), DAY(2025, 2, 28)),
        ("1900", DAY(1900, 1, 1), DAY(1900, 12, 31)),
        ("2199年", DAY(2199, 1, 1), DAY(2199, 12, 31)),
    ],
)
def test_a_month_or_a_year_is_the_days_in_it(written: str, first: datetime.date, last: datetime.date) -> None:
    assert dated_of(written) == Span(first, last)


@pytest.mark.parametrize("written", ["1899", "2200", "2025.1", "2025-13", "年底"])
def test_what_is_neither_a_month_nor_a_year_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        dated_of(written)


def test_what_holds_for_ever_has_no_end() -> None:
    assert valid_until_of("长期有效(无固定期限)") == NO_END
    assert valid_until_of("2027-06-30") == DAY(2027, 6, 30)
    with pytest.raises(ValueError):  # noqa: PT011
        valid_until_of("很久")


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2025", Period(2025)),
        ("2025年度", Period(2025)),
        ("截至2025年底", Period(2025)),
        ("2025-M12", Period(2025)),
        ("2025-M09", Period(2025, 9)),
        ("2025年1—9月", Period(2025, 9)),
        ("2025年前三季度", Period(2025, 9)),
        ("2025H1", Period(2025, 6)),
        ("2025年1月", Period(2025, 1)),
    ],
)
def test_a_period_is_a_year_or_its_first_months(written: str, period: Period) -> None:
    assert period_of(written) == period


@pytest.mark.parametrize("written", ["1899", "2200", "2025-M13", "2025-M00", "2025年9月", "2025Q4", "九月"])
def test_no_other_period_is_read(written: str) -> None:
    assert period_of(written) is None


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("1—9月", Period(2025, 9)),
        ("前11个月", Period(2025, 11)),
        ("上半年", Period(2025, 6)),
        ("全年", Period(2025)),
        ("1-12月", Period(2025)),
        ("1-13月", None),
        ("9月", None),
    ],
)
def test_a_period_without_its_year_is_of_the_year_that_is_known(written: str, period: Period | None) -> None:
    assert period_within(written, 2025) == period


@pytest.mark.parametrize(
    ("written", "one", "other"),
    [
        ("2025年9月", Text("9月当月", "month 9 alone"), Text("1—9月", "months 1 to 9")),
        ("2025-12", Text("12月当月", "month 12 alone"), Text("全年", "the whole year")),
        ("2025年第二季度", Text("第2季度当季", "quarter 2 alone"), Text("1—6月", "months 1 to 6")),
        ("2025Q4", Text("第4季度当季", "quarter 4 alone"), Text("全年", "the whole year")),
        ("2025.1", Text("1月", "January"), Text("10月（末位0被省去）", "October (its last 0 dropped)")),
    ],
)
def test_a_period_with_two_meanings_is_asked_about(written: str, one: Text, other: Text) -> None:
    assert periods_in_question(written) == Readings(one, other)


@pytest.mark.parametrize("written", ["2025", "2025年1月", "2025-13", "九月"])
def test_no_period_is_asked_about_that_has_one_meaning_or_none(written: str) -> None:
    assert periods_in_question(written) is None


def test_a_date_with_two_meanings_is_asked_about() -> None:
    end = Readings(
        Text("12月31日", "31 December"), Text("年底前后的某一天", "some day towards the end of the year")
    )
    assert [dates_in_question(written) for written in ("2025年底", "年末", "2025.1", "2025-01-01")] == [
        end,
        end,
        Readings(Text("1月", "January"), Text("10月（末位0被省去）", "October (its last 0 dropped)")),
        None,
    ]


def test_a_form_is_filled_with_what_stands_for_its_numbers() -> None:
    assert filled("{y}-{mm}", {"{y}": "[0-9]{4}", "{mm}": "[0-9]{2}"}) == "[0-9]{4}-[0-9]{2}"


def test_days_and_periods_of_results_in_words() -> None:
    assert day_words("2026-02-08") == Text("2026年2月8日", "2026-02-08")
    assert period_words("2025") == Text("2025年", "2025")
    assert period_words("2025-M06") == Text("2025年1—6月", "2025-M06")
    assert (day_words("x"), period_words("x")) == (Text.same("x"), Text.same("x"))
