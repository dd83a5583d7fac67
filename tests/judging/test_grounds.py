"""What a finding rests on."""

import datetime
from fractions import Fraction

from hubei_digecon.judging.grounds import end_of, factor_of

from ..building import FLOW, SHARE, target


def test_a_year_ends_with_its_last_day() -> None:
    assert end_of(2025) == datetime.date(2025, 12, 31)


def test_a_target_may_be_in_another_unit_than_its_indicator() -> None:
    assert factor_of(target(FLOW, 400)) == 1
    assert factor_of(target(FLOW, 4000000, unit="万元")) == Fraction(10**4)
    assert factor_of(target(SHARE, 30)) == 1
