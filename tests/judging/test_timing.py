"""Step 3 of judging: the table of the design, cell by cell, by the period of the figure."""

import datetime

import pytest

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome, Reason
from hubei_digecon.domain.reports import Item, Observation, Period
from hubei_digecon.domain.targets import Indicator, Target
from hubei_digecon.domain.words import Counting, State, Status

from ..building import ADDED, FLOW, MILESTONE, SHARE, STOCK, judged, observed, target

FLOORS = {
    "share": target(SHARE, 13),
    "flow": target(FLOW, 400, "more_than"),
    "stock": target(STOCK, 170),
    "added": target(ADDED, 3),
}
CEILINGS = {
    "share": target(SHARE, 13, "less_than"),
    "flow": target(FLOW, 400, "at_most"),
    "stock": target(STOCK, 170, "at_most"),
    "added": target(ADDED, 3, "less_than"),
}
VALUES = {
    "share": {"satisfied": "14%", "not satisfied": "12%", "doubtful": "13%左右"},
    "flow": {"satisfied": "401亿元", "not satisfied": "400亿元", "doubtful": "近400亿元"},
    "stock": {"satisfied": "170家", "not satisfied": "169家", "doubtful": "约170家"},
    "added": {"satisfied": "3家", "not satisfied": "2家", "doubtful": "约3家"},
}
BELOW = {
    "share": {"satisfied": "12%", "not satisfied": "13%", "doubtful": "13%左右"},
    "flow": {"satisfied": "400亿元", "not satisfied": "401亿元", "doubtful": "近400亿元"},
    "stock": {"satisfied": "170家", "not satisfied": "171家", "doubtful": "约170家"},
    "added": {"satisfied": "2家", "not satisfied": "3家", "doubtful": "约3家"},
}
"""Values for the ceilings."""
EARLY, PART_YEAR, AFTER_DUE = ["early"], ["part_year"], ["after_due"]

Said = tuple[str, list[str]]
Row = tuple[Said, Said, Said]
"""What satisfies, what does not, and what is doubtful."""

DUE: Row = (("met", []), ("missed", []), ("undecided", []))
REACHED: Row = (("not_due", EARLY), ("not_due", []), ("not_due", []))
KEPT: Row = (("met", EARLY), ("not_due", []), ("not_due", []))
NOTHING: Row = (("not_due", []), ("not_due", []), ("not_due", []))
LEVEL: Row = (("not_due", [*EARLY, *PART_YEAR]), ("not_due", PART_YEAR), ("not_due", PART_YEAR))
GROWN: Row = (("met", EARLY), ("not_due", PART_YEAR), ("not_due", PART_YEAR))
OVER: Row = (("not_due", PART_YEAR), ("missed", []), ("not_due", PART_YEAR))
AFTER: Row = (("undecided", AFTER_DUE), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE))

WHOLE, PART_OF_EARLIER = (Period(2024), Period(2021)), (Period(2024, 11), Period(2021, 3))
PART_OF_DUE, LATER = (Period(2025, 9), Period(2025, 1)), (Period(2026), Period(2026, 3))
Rows = dict[str, dict[tuple[Period, ...], Row]]

OF_FLOORS: Rows = {
    "share": {WHOLE: REACHED, PART_OF_EARLIER: REACHED, PART_OF_DUE: LEVEL},
    "flow": {WHOLE: REACHED, PART_OF_EARLIER: REACHED, PART_OF_DUE: GROWN},
    "stock": {WHOLE: REACHED, PART_OF_EARLIER: REACHED, PART_OF_DUE: LEVEL},
    "added": {WHOLE: KEPT, PART_OF_EARLIER: KEPT, PART_OF_DUE: GROWN},
}
OF_CEILINGS: Rows = {
    "share": {WHOLE: REACHED, PART_OF_EARLIER: REACHED, PART_OF_DUE: LEVEL},
    "flow": {WHOLE: REACHED, PART_OF_EARLIER: NOTHING, PART_OF_DUE: OVER},
    "stock": {WHOLE: REACHED, PART_OF_EARLIER: REACHED, PART_OF_DUE: LEVEL},
    "added": {WHOLE: NOTHING, PART_OF_EARLIER: NOTHING, PART_OF_DUE: OVER},
}
"""What part of an earlier year keeps below a ceiling may still pass it: no level is reached."""


def cells(
    targets: dict[str, Target],
    values: dict[str, dict[str, str]],
    rows: dict[str, dict[tuple[Period, ...], Row]],
) -> list[tuple[Target, Period, str, Said]]:
    """Return every cell of the table: target, period, value as written, and what is said of it."""
    return [
        (targets[name], period, values[name][answer], said)
        for name, own in rows.items()
        for periods, row in {(Period(2025),): DUE, **own, LATER: AFTER}.items()
        for period in periods
        for answer, said in zip(values[name], row, strict=True)
    ]


CELLS = [*cells(FLOORS, VALUES, OF_FLOORS), *cells(CEILINGS, BELOW, OF_CEILINGS)]


def said(finding: Finding) -> tuple[str, list[str]]:
    """Return the outcome, and the reasons that time added."""
    by_time = (Reason.EARLY, Reason.PART_YEAR, Reason.AFTER_DUE)
    return finding.outcome.id, [reason.id for reason in finding.reasons if reason in by_time]


@pytest.mark.parametrize(
    ("one", "period", "value", "expected"),
    CELLS,
    ids=[f"{one.comparator.id} {one.indicator.id} {period} {value}" for one, period, value, _ in CELLS],
)
def test_a_number_at_a_period(one: Target, period: Period, value: str, expected: Said) -> None:
    assert said(judged(one, observed(one.indicator, value), period=period)) == expected


@pytest.mark.parametrize(
    ("period", "outcome", "reasons"),
    [
        (Period(2025), "undecided", []),
        (Period(2024), "not_due", []),
        (Period(2025, 9), "not_due", PART_YEAR),
        (Period(2026), "undecided", AFTER_DUE),
    ],
    ids=str,
)
@pytest.mark.parametrize("said_of", ["satisfied", "not satisfied"])
@pytest.mark.parametrize("name", FLOORS)
def test_an_estimate_decides_neither_way(
    name: str, said_of: str, period: Period, outcome: str, reasons: list[str]
) -> None:
    one = FLOORS[name]
    estimate = observed(one.indicator, VALUES[name][said_of], status=Status.ESTIMATED)
    finding = judged(one, estimate, period=period)
    assert said(finding) == (outcome, reasons)
    assert Reason.ESTIMATED in finding.reasons


@pytest.mark.parametrize(
    ("period", "state", "outcome", "reasons"),
    [
        (Period(2025), State.ACHIEVED, "undecided", []),
        (Period(2025), State.PARTIAL, "missed", []),
        (Period(2025), State.NOT_STARTED, "missed", []),
        (Period(2024), State.ACHIEVED, "not_due", []),
        (Period(2024), State.PARTIAL, "not_due", []),
        (Period(2024), State.NOT_STARTED, "not_due", []),
        (Period(2025, 6), State.ACHIEVED, "not_due", PART_YEAR),
        (Period(2025, 6), State.PARTIAL, "not_due", PART_YEAR),
        (Period(2025, 6), State.NOT_STARTED, "not_due", PART_YEAR),
        (Period(2026), State.ACHIEVED, "undecided", AFTER_DUE),
        (Period(2026), State.PARTIAL, "undecided", AFTER_DUE),
        (Period(2026), State.NOT_STARTED, "undecided", AFTER_DUE),
    ],
    ids=lambda one: getattr(one, "id", None) or str(one),
)
def test_a_reported_milestone_at_a_period(
    period: Period, state: State, outcome: str, reasons: list[str]
) -> None:
    finding = judged(target(MILESTONE), observed(MILESTONE, state), period=period)
    assert said(finding) == (outcome, reasons)
    assert (Reason.UNATTESTED in finding.reasons) is (state is State.ACHIEVED)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (Period(2024), ("not_due", EARLY)),
        (Period(2025, 9), ("not_due", [*EARLY, *PART_YEAR])),
        (Period(2026), ("undecided", AFTER_DUE)),
        (None, ("met", [])),
    ],
    ids=str,
)
def test_a_figure_of_another_period_is_judged_as_of_that_one(
    own: Period | None, expected: tuple[str, list[str]]
) -> None:
    figure = observed(SHARE, "14%", period=own)
    finding = judged(target(SHARE, 13), figure, dated=datetime.date(2027, 1, 20))
    assert said(finding) == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (2024, ("undecided", AFTER_DUE)),
        (2025, ("met", [])),
        (2026, ("not_due", EARLY)),
        (2030, ("not_due", EARLY)),
    ],
)
def test_the_due_year_of_the_target_decides(due: int, expected: tuple[str, list[str]]) -> None:
    assert said(judged(target(SHARE, 13, due=due), observed(SHARE, "14%"))) == expected


# A report dated before its period ended.


@pytest.mark.parametrize("said_of", ["satisfied", "not satisfied"])
@pytest.mark.parametrize(
    ("period", "dated", "premature"),
    [
        (Period(2025), datetime.date(2025, 12, 30), True),
        (Period(2025), datetime.date(2025, 12, 31), False),
        (Period(2025), datetime.date(2026, 1, 1), False),
        (Period(2025, 9), datetime.date(2025, 9, 29), True),
        (Period(2025, 9), datetime.date(2025, 9, 30), False),
        (Period(2024, 2), datetime.date(2024, 2, 28), True),
        (Period(2024, 2), datetime.date(2024, 2, 29), False),
    ],
    ids=str,
)
def test_figures_of_a_premature_report_are_estimates(
    said_of: str, period: Period, dated: datetime.date, premature: bool
) -> None:
    one, said_value = FLOORS["flow"], VALUES["flow"][said_of]
    final = observed(FLOW, said_value, status=Status.FINAL)
    finding = judged(one, final, period=period, dated=dated)
    assert (Reason.ESTIMATED in finding.reasons) is premature
    if premature:
        assert finding.outcome is (Outcome.UNDECIDED if period.whole else Outcome.NOT_DUE)


@pytest.mark.parametrize("state", [State.ACHIEVED, State.PARTIAL, State.NOT_STARTED], ids=lambda s: s.id)
def test_a_premature_state_misses_no_milestone(state: State) -> None:
    early = datetime.date(2025, 10, 1)
    finding = judged(target(MILESTONE), observed(MILESTONE, state), dated=early)
    assert (finding.outcome, finding.reasons[0]) == (Outcome.UNDECIDED, Reason.ESTIMATED)


# What cannot be undone, and what settles the due year afterwards.


def _added(
    value: str, items: int, undated: int = 0, counting: Counting | None = Counting.CUMULATIVE
) -> Observation:
    """Return an added count with items of 2024, and some without a date."""
    dated = [Item(f"示例{number}", recognised_on=datetime.date(2024, 5, 6)) for number in range(items)]
    open_ = [Item(f"未注明日期{number}") for number in range(undated)]
    return observed(ADDED, value, counting=counting, items=(*dated, *open_))


@pytest.mark.parametrize(
    ("observation", "expected"),
    [
        (observed(ADDED, "3家"), ("met", EARLY)),
        (observed(ADDED, "3家", counting=None), ("not_due", EARLY)),
        (_added("3家", 3, counting=None), ("met", EARLY)),
        (_added("4家", 3, 1, counting=None), ("met", EARLY)),
        (_added("3家", 2, 1, counting=None), ("not_due", [])),
    ],
    ids=["cumulative", "counting unstated", "dated", "enough of them dated", "too few of them dated"],
)
def test_only_what_cannot_be_undone_is_met_in_an_earlier_year(
    observation: Observation, expected: Said
) -> None:
    assert said(judged(target(ADDED, 3), observation, period=Period(2024))) == expected
    assert said(judged(target(ADDED, 3), observation, period=Period(2024, 6))) == expected


@pytest.mark.parametrize("period", [Period(2026), Period(2026, 3)], ids=str)
@pytest.mark.parametrize(
    ("observation", "floor", "ceiling"),
    [
        (_added("3家", 3), ("met", []), ("missed", [])),
        (_added("9家", 3), ("met", []), ("missed", [])),
        (_added("2家", 2), ("missed", []), ("met", [])),
        (_added("2家", 2, counting=None), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE)),
        (_added("2家", 2, counting=Counting.THIS_YEAR), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE)),
        (_added("1家", 2), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE)),
        (_added("2家", 1), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE)),
        (_added("2家", 1, 1), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE)),
        (_added("1家", 0, 1), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE)),
        (_added("不足3家", 2), ("undecided", AFTER_DUE), ("undecided", AFTER_DUE)),
    ],
    ids=[
        "enough", "enough of more", "too few, all listed", "counting unstated", "of this year alone",
        "more listed than counted", "fewer listed than counted", "one undated", "all undated", "hedged",
    ],
)  # fmt: skip
def test_a_list_settles_the_due_year_afterwards_only_where_it_is_whole(
    period: Period, observation: Observation, floor: Said, ceiling: Said
) -> None:
    assert said(judged(target(ADDED, 3), observation, period=period)) == floor
    assert said(judged(target(ADDED, 3, "less_than"), observation, period=period)) == ceiling


# A period that ends after the day of judging proves nothing.


@pytest.mark.parametrize("value", ["401亿元", "400亿元"])
@pytest.mark.parametrize(
    ("as_of", "known"),
    [
        (datetime.date(2025, 12, 30), False),
        (datetime.date(2025, 12, 31), True),
        (datetime.date(2026, 2, 28), True),
    ],
    ids=str,
)
def test_a_period_that_ends_after_the_day_of_judging_proves_nothing(
    value: str, as_of: datetime.date, known: bool
) -> None:
    final = observed(FLOW, value, status=Status.FINAL)
    finding = judged(FLOORS["flow"], final, as_of=as_of)
    assert (Reason.ESTIMATED in finding.reasons) is not known
    assert (finding.outcome is Outcome.UNDECIDED) is not known
    own = observed(FLOW, value, status=Status.FINAL, period=Period(2025))
    beside = judged(FLOORS["flow"], own, period=Period(2024), dated=datetime.date(2026, 1, 1), as_of=as_of)
    assert (beside.outcome, Reason.ESTIMATED in beside.reasons) == (finding.outcome, not known)


@pytest.mark.parametrize(
    ("period", "end"),
    [
        (Period(2025), datetime.date(2025, 12, 31)),
        (Period(2025, 11), datetime.date(2025, 11, 30)),
        (Period(2024, 2), datetime.date(2024, 2, 29)),
        (Period(2023, 2), datetime.date(2023, 2, 28)),
    ],
    ids=str,
)
def test_the_last_day_of_a_period(period: Period, end: datetime.date) -> None:
    assert period.end == end


def test_the_targets_of_this_table_are_one_of_each_sort() -> None:
    def sort(one: Target) -> tuple[str, str | None]:
        indicator: Indicator = one.indicator
        return indicator.kind.id, indicator.nature.id if indicator.nature else None

    assert {sort(one) for one in (FLOORS | CEILINGS).values()} == {
        ("share", None),
        ("amount", "flow"),
        ("count", "stock"),
        ("count", "added"),
    }
