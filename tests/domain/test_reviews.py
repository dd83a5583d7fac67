"""What an assessor adds, and when it is in force."""

import datetime
from fractions import Fraction

import pytest

from hubei_digecon.domain.reviews import AdjustedTarget, Waiver

DAY = datetime.date(2026, 2, 10)


@pytest.mark.parametrize(
    ("as_of", "in_force"),
    [
        (DAY - datetime.timedelta(days=1), False),
        (DAY, True),
        (datetime.date(2026, 12, 31), True),
        (datetime.date(2027, 1, 1), False),
    ],
)
def test_a_waiver_is_in_force_from_its_approval_to_its_last_day(as_of: datetime.date, in_force: bool) -> None:
    waiver = Waiver("core_value_added", "理由", "机关", DAY, datetime.date(2026, 12, 31))
    assert waiver.in_force(as_of) is in_force
    assert waiver.at == ("waivers", "core_value_added")


def test_an_adjusted_target_is_in_force_from_the_day_of_approval() -> None:
    day = datetime.date(2025, 9, 1)
    entry = AdjustedTarget("flow", Fraction(380), Fraction(400), "机关", day)
    assert entry.in_force(day)
    assert not entry.in_force(day - datetime.timedelta(1))
    assert (entry.about, entry.at) == ("flow", ("adjusted_targets", "flow"))
    assert entry._replace(named="place.flow").at == ("adjusted_targets", "place.flow")
