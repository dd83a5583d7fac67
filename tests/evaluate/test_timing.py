"""Step 3 of judging: the table of the design, cell by cell, by the period of the figure."""

import datetime

import pytest

from hubei_digecon.findings import Finding, Outcome, Reason
from hubei_digecon.model.reports import Period
from hubei_digecon.model.targets import Indicator, Target
from hubei_digecon.model.words import State, Status

from ..building import ADDED, FLOW, MILESTONE, SHARE, STOCK, judged, observed, target

TARGETS = {
    "share": target(SHARE, 13),
    "flow": target(FLOW, 400, "more_than"),
    "stock": target(STOCK, 170),
    "added": target(ADDED, 3),
}
VALUES = {
    "share": {"satisfied": "14%", "not satisfied": "12%", "doubtful": "13%左右"},
    "flow": {"satisfied": "401亿元", "not satisfied": "400亿元", "doubtful": "近400亿元"},
    "stock": {"satisfied": "170家", "not satisfied": "169家", "doubtful": "160家以上"},
    "added": {"satisfied": "3家", "not satisfied": "2家", "doubtful": "约3家"},
}
EARLY, PART_YEAR, AFTER_DUE = ["early"], ["part_year"], ["after_due"]

Row = dict[str, tuple[str, list[str]]]

DUE: Row = {"satisfied": ("met", []), "not satisfied": ("missed", []), "doubtful": ("undecided", [])}
EARLIER: Row = {"satisfied": ("met", EARLY), "not satisfied": ("not_due", []), "doubtful": ("not_due", [])}
PART: Row = {
    "satisfied": ("met", EARLY),
    "not satisfied": ("not_due", PART_YEAR),
    "doubtful": ("not_due", PART_YEAR),
}
PART_OF_SHARE: Row = {**PART, "satisfied": ("not_due", PART_YEAR)}
AFTER: Row = dict.fromkeys(("satisfied", "not satisfied", "doubtful"), ("undecided", AFTER_DUE))

ROWS = {
    Period(2025): DUE,
    Period(2024): EARLIER,
    Period(2021): EARLIER,
    Period(2025, 9): PART,
    Period(2025, 1): PART,
    Period(2024, 11): PART,
    Period(2026): AFTER,
    Period(2026, 3): AFTER,
}
CELLS = [
    (name, period, answer, *(PART_OF_SHARE if name == "share" and row is PART else row)[answer])
    for name in TARGETS
    for period, row in ROWS.items()
    for answer in row
]


def said(finding: Finding) -> tuple[str, list[str]]:
    """Return the outcome, and the reasons that time added."""
    by_time = (Reason.EARLY, Reason.PART_YEAR, Reason.AFTER_DUE)
    return finding.outcome.id, [reason.id for reason in finding.reasons if reason in by_time]


@pytest.mark.parametrize(
    ("name", "period", "answer", "outcome", "reasons"),
    CELLS,
    ids=[f"{name} {period} {answer}" for name, period, answer, *_ in CELLS],
)
def test_a_number_at_a_period(
    name: str, period: Period, answer: str, outcome: str, reasons: list[str]
) -> None:
    one = TARGETS[name]
    finding = judged(one, observed(one.indicator, VALUES[name][answer]), period=period)
    assert said(finding) == (outcome, reasons)


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
@pytest.mark.parametrize("name", TARGETS)
def test_an_estimate_decides_neither_way(
    name: str, said_of: str, period: Period, outcome: str, reasons: list[str]
) -> None:
    one = TARGETS[name]
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
        (Period(2024), ("met", EARLY)),
        (Period(2025, 9), ("not_due", PART_YEAR)),
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
    [(2024, ("undecided", AFTER_DUE)), (2025, ("met", [])), (2026, ("met", EARLY)), (2030, ("met", EARLY))],
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
    one, said_value = TARGETS["flow"], VALUES["flow"][said_of]
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

    assert {sort(one) for one in TARGETS.values()} == {
        ("share", None),
        ("amount", "flow"),
        ("count", "stock"),
        ("count", "added"),
    }
