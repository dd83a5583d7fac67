"""What one report is judged by, put together."""

import datetime
from fractions import Fraction

import pytest

from hubei_digecon.domain.outcomes import Grade
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.reviews import VerifiedValue
from hubei_digecon.domain.words import Status

from ..building import SHARE, STOCK, observed, read
from .contexts import opened, reviewed


@pytest.mark.parametrize(
    ("period", "dated", "as_of", "known"),
    [
        (Period(2025), "2026-01-20", "2026-02-28", True),
        (Period(2025), "2025-12-31", "2026-02-28", True),
        (Period(2025), "2025-12-30", "2026-02-28", False),
        (Period(2025), "2026-01-20", "2025-12-31", True),
        (Period(2025), "2026-01-20", "2025-12-30", False),
        (Period(2026, 1), "2026-01-20", "2026-02-28", False),
    ],
    ids=str,
)
def test_a_period_is_known_once_it_ended_for_the_report_and_for_the_judge(
    period: Period, dated: str, as_of: str, known: bool
) -> None:
    made, day = map(datetime.date.fromisoformat, (dated, as_of))
    assert opened(dated=made, as_of=day).is_known(period) is known


def test_a_verified_value_takes_the_place_of_the_reported_one() -> None:
    quantity = read("12%", SHARE.kind).quantity
    review = reviewed(verified={"share": VerifiedValue("share", quantity, "核查")})
    context = opened(observed(SHARE, "13%"), observed(STOCK, "5家"), reviews=[review])
    share, stock = context.facts["share"], context.facts["stock"]
    assert (share.value, share.grade, share.adjusted) == (Fraction(12), Grade.VERIFIED, True)
    assert (stock.value, stock.grade, stock.adjusted) == (Fraction(5), Grade.CLAIMED, False)
    assert list(context.reviewed.verified) == ["share"]


def test_before_its_period_has_ended_every_figure_is_an_estimate() -> None:
    said = observed(SHARE, "13%", status=Status.FINAL)
    days = (datetime.date(2025, 12, 30), datetime.date(2025, 12, 31))
    assert [opened(said, as_of=day).facts["share"].status for day in days] == [
        Status.ESTIMATED,
        Status.FINAL,
    ]


def test_a_report_that_nothing_is_wrong_with_is_not_questioned() -> None:
    context = opened(observed(SHARE, "13%"))
    assert context.consistency.unquestioned()
    assert (context.consistency.diagnostics, context.reviewed.diagnostics) == ([], ())
