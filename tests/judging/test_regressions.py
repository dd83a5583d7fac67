"""Bugs that once were: each has the test that found it."""

import datetime
from fractions import Fraction
from typing import Any

import pytest

from hubei_digecon.domain.outcomes import Grade, Outcome, Party, Reason
from hubei_digecon.domain.reports import Evidence, Period
from hubei_digecon.domain.words import Counting, Status

from ..building import ADDED, FLOW, SHARE, STOCK, assessed, judged, observed, reading_as, target

BREAKING_400 = target(
    FLOW, 400, "more_than", wording="突破400亿元", other_reading=reading_as("at_least", 400)
)


@pytest.mark.parametrize(
    ("facts", "how", "sensitive"),
    [
        ({"status": Status.ESTIMATED}, {}, False),
        ({}, {"period": Period(2026)}, False),
        ({"scope": "wider"}, {}, True),
        ({"scope": "other"}, {}, False),
        ({}, {"min_evidence": Grade.VERIFIED}, True),
    ],
)
def test_the_other_reading_never_gives_what_a_doubt_blocks(
    facts: dict[str, Any], how: dict[str, Any], sensitive: bool
) -> None:
    finding = judged(BREAKING_400, observed(FLOW, "400.00亿元", **facts), **how)
    assert finding.reading_sensitive is sensitive
    assert ("read as at least 400亿元, it would be: undecided" in finding.message.en) is sensitive
    assert "it would be: met" not in finding.message.en


def test_a_hedge_that_leaves_the_stretch_open_names_no_band() -> None:
    finding = judged(target(ADDED, 3, stretch=Fraction(5)), observed(ADDED, "3家以上"))
    assert finding.outcome is Outcome.MET
    assert not {Reason.WITHIN_STRETCH, Reason.REACHED_STRETCH} & set(finding.reasons)


def test_another_counting_is_fixed_under_counting() -> None:
    finding = judged(target(STOCK, 170), observed(STOCK, "182家", counting=Counting.THIS_YEAR))
    assert finding.needed
    assert finding.needed.at == ("observations", "stock", "counting")


def test_verified_evidence_is_needed_of_the_assessor() -> None:
    documented = observed(STOCK, "182家", source=Evidence(title="名单"))
    needed = judged(target(STOCK, 170), documented, min_evidence=Grade.VERIFIED).needed
    assert needed
    assert (needed.by, needed.at) == (Party.ASSESSOR, ("verified", "stock"))


def test_a_counting_is_no_matter_of_what_is_not_counted() -> None:
    cumulative = observed(SHARE, "14%", counting=Counting.CUMULATIVE)
    assert judged(target(SHARE, 13), cumulative).outcome is Outcome.MET


def test_a_figure_of_a_period_not_over_is_diagnosticed_on() -> None:
    said = assessed(
        [target(SHARE, 13)],
        observed(SHARE, "14%", period=Period(2025)),
        period=Period(2025, 9),
        dated=datetime.date(2025, 10, 15),
    )
    assert said.findings[0].outcome is Outcome.UNDECIDED
    assert "premature-report" in [one.kind.id for one in said.diagnostics]
