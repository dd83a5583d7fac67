"""A trend of three years with a gap, a break and an illustrative value."""

import datetime

import pytest

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.pace import PaceMethod
from hubei_digecon.domain.reports import Period
from hubei_digecon.trends.values import Trend

from ...building import FLOW, SHARE, observed, target
from ...trends.test_series import Years, based, series, share

YEARS: Years = {
    2021: [*share("9.2%"), observed(FLOW, "100亿元")],
    2022: [*share("10.05%"), observed(FLOW, "110亿元")],
    Period(2024, 6): share("11%"),
    2024: [*share("14.6%"), observed(FLOW, "超120亿元")],
}


@pytest.fixture
def trend() -> Trend:
    aims = [based(target(SHARE, 13), "8.7")]
    made = series(aims, YEARS, illustrative=[2022], leaps={("share", Period(2024))})
    return Trend(datetime.date(2026, 2, 28), Settings(), PaceMethod.SCHEDULE, None, made)
