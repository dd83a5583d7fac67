"""Dates later than the day of judging."""

import datetime

from ..building import FLOW, assessed, observed, target


def test_a_report_dated_after_is_told() -> None:
    day = datetime.date(2026, 3, 1)
    told = [
        [
            one.kind.id
            for one in assessed(
                [target(FLOW, 1)], observed(FLOW, "2亿元"), dated=day, as_of=as_of
            ).diagnostics
        ]
        for as_of in (day, day - datetime.timedelta(days=1))
    ]
    assert told[0].count("dated-after") == 0
    assert told[1].count("dated-after") == 1
