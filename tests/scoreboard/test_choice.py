"""Which of many reports count, whatever the order in which they come."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.reports import Period
from hubei_digecon.scoreboard.choice import FoundReport, PeriodReports, ReportChoice

from ..building import PROPERTY

YEAR = Period(2025)
PARTS = (None, 3, 9)


def heard(path: str, entity: str = "a", period: Period = YEAR, revision: int = 1) -> FoundReport:
    return FoundReport(path, entity, period, revision)


def chosen(*reports: FoundReport, asked: Period | None = None) -> ReportChoice:
    choice = ReportChoice(asked)
    for one in reports:
        choice.add(one)
    return choice


def paths(slot: PeriodReports | None) -> list[str]:
    return [one.path for one in slot.reports] if slot else []


def test_nothing_found_is_no_period() -> None:
    choice = ReportChoice()
    assert (choice.period, choice.counting("a"), choice.earlier("a")) == (None, None, None)


def test_the_latest_period_found_counts_for_all() -> None:
    choice = chosen(heard("1"), heard("2", "b", Period(2024)), heard("3", "b", Period(2025, 9)))
    assert choice.period == YEAR
    assert paths(choice.counting("a")) == ["1"]
    assert choice.counting("b") is None


def test_a_whole_year_ends_after_every_part_of_it() -> None:
    assert chosen(heard("1", period=Period(2025, 11)), heard("2")).period == YEAR
    assert chosen(heard("1", period=Period(2026, 1)), heard("2")).period == Period(2026, 1)


def test_the_period_asked_for_counts_whatever_else_is_found() -> None:
    reports = (heard("1"), heard("2", period=Period(2024)), heard("3", period=Period(2021)))
    choice = chosen(*reports, asked=Period(2024))
    assert (paths(choice.counting("a")), paths(choice.earlier("a"))) == (["2"], ["3"])


def test_without_a_report_for_the_period_there_is_no_earlier_one_either() -> None:
    choice = chosen(heard("1", period=Period(2021)), asked=Period(2024))
    assert (choice.counting("a"), choice.earlier("a")) == (None, None)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_highest_revision_counts_in_whatever_order_they_come(order: tuple[int, ...]) -> None:
    reports = [heard("1", revision=1), heard("3", revision=3), heard("2", revision=2)]
    choice = chosen(*(reports[index] for index in order))
    slot = choice.counting("a")
    assert slot is not None
    assert (paths(slot), slot.clashes, slot.revision) == (["3"], False, 3)
    assert choice.found["a"] == 3


def test_equal_revisions_clash_and_the_first_two_are_named() -> None:
    slot = chosen(*(heard(str(number), revision=2) for number in range(5)), heard("9")).counting("a")
    assert slot is not None
    assert (paths(slot), slot.clashes, slot.number) == (["0", "1"], True, 5)


def test_a_higher_revision_settles_a_clash_below_it() -> None:
    slot = chosen(heard("1"), heard("2"), heard("3", revision=2)).counting("a")
    assert slot is not None
    assert (paths(slot), slot.clashes) == (["3"], False)


def test_one_file_under_two_names_is_one_report() -> None:
    choice = ReportChoice(same=lambda one, other: one.lower() == other.lower())
    for path in ("x", "X"):
        choice.add(heard(path))
    slot = choice.counting("a")
    assert slot is not None
    assert (slot.clashes, choice.found["a"]) == (False, 1)


def test_the_earlier_report_is_the_latest_before_and_as_long() -> None:
    reports = [heard(f"{year}", period=Period(year)) for year in (2019, 2023, 2021, 2025)]
    reports.append(heard("part", period=Period(2024, 9)))
    assert paths(chosen(*reports).earlier("a")) == ["2023"]
    parts = [heard(f"{year}-9", period=Period(year, 9)) for year in (2022, 2025, 2024)]
    choice = chosen(*parts, heard("year", period=Period(2024)))
    assert (choice.period, paths(choice.earlier("a"))) == (Period(2025, 9), ["2024-9"])


REPORTS = st.lists(
    st.builds(
        lambda *what: FoundReport(*what),  # builds() would draw its defaults too
        st.sampled_from("pqrstuvw"),
        st.sampled_from("ab"),
        st.builds(Period, st.integers(2020, 2026), st.sampled_from(PARTS)),
        st.integers(1, 3),
    ),
    max_size=25,
)


@PROPERTY
@given(REPORTS, st.none() | st.builds(Period, st.integers(2020, 2026), st.sampled_from(PARTS)))
def test_what_is_kept_decides_as_all_of_it_would(reports: list[FoundReport], asked: Period | None) -> None:
    unlike = [
        FoundReport(f"{index}", one.entity, one.period, one.revision) for index, one in enumerate(reports)
    ]
    choice = chosen(*unlike, asked=asked)
    period = asked or max((one.period for one in unlike), key=lambda one: one.end, default=None)
    assert choice.period == period
    for entity in "ab":
        own = [one for one in unlike if one.entity == entity]
        assert choice.found[entity] == len(own)
        now = [one for one in own if one.period == period]
        assert _ends(choice.counting(entity)) == _highest(now)
        years = [one.period.year for one in own if now and period and _earlier(one.period, period)]
        before = [one for one in own if years and period and one.period == Period(max(years), period.month)]
        assert _ends(choice.earlier(entity)) == _highest(before)


def _earlier(one: Period, period: Period) -> bool:
    return one.month == period.month and one.year < period.year


def _highest(reports: list[FoundReport]) -> tuple[int, int, list[str]] | None:
    if not reports:
        return None
    highest = max(one.revision for one in reports)
    best = [one.path for one in reports if one.revision == highest]
    return highest, len(best), best[:2]


def _ends(slot: PeriodReports | None) -> tuple[int, int, list[str]] | None:
    return (slot.revision, slot.number, paths(slot)) if slot else None
