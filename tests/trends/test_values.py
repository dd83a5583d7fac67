"""What a trend says of itself: its exit code, and what its series are asked."""

import datetime

from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.domain.pace import BreakKind, PaceMethod
from hubei_digecon.domain.reports import Period
from hubei_digecon.trends.values import Trend

from ..building import SHARE, SOURCE, target
from .test_series import Years, based, series, share

DAY = datetime.date(2026, 2, 28)


def test_a_trend_fails_no_target() -> None:
    made = series([based(target(SHARE, 13), "8.7")], {2025: share("9%")})
    trend = Trend(DAY, Settings(), PaceMethod.SCHEDULE, None, made)
    assert (list(trend), trend.exit_code, trend.illustrative) == (made, 0, False)


def test_nothing_to_show_ends_with_4_and_an_unread_input_with_3() -> None:
    unread = (Assessment(SOURCE, Verdict.INVALID),)
    assert Trend(DAY, Settings(), PaceMethod.SCHEDULE, None, ()).exit_code == 4
    assert Trend(DAY, Settings(), PaceMethod.SCHEDULE, None, (), unread=unread).exit_code == 3


def test_a_series_tells_its_breaks_by_period() -> None:
    years: Years = {2021: share("9.2%"), 2024: share("14.6%")}
    (one,) = series([target(SHARE, 13)], years, illustrative=[2024])
    assert one.broken_at(Period(2024)) == (BreakKind.ILLUSTRATIVE,)
    assert one.broken_at(Period(2021)) == ()
    assert len(one.valued) == 2


def test_a_report_judged_by_two_documents_is_one_report() -> None:
    by_each = [
        Assessment(SOURCE, Verdict.PENDING, "place", period=Period(year), document=document)
        for year in (2024, 2025)
        for document in ("one", "other")
    ]
    assert Trend(DAY, Settings(), PaceMethod.SCHEDULE, None, (), by_each).reports == 2
