"""What is asked of a register, and why an item is not counted in one word."""

import datetime

import pytest

from hubei_digecon.domain.registers import WhyNotCounted
from hubei_digecon.domain.reports import Item, Period
from hubei_digecon.domain.words import ItemLevel
from hubei_digecon.judging.items import CountedDays, days_for, listed_as, sort_items, why_not_counted

from ...building import LIBRARY

END, AS_OF = datetime.date(2025, 12, 31), datetime.date(2026, 2, 28)
PLATFORMS = LIBRARY.catalogue.indicators["new_innovation_platforms"]
RECOGNISED = {"by": "机构", "level": ItemLevel.PROVINCIAL, "recognised_on": datetime.date(2025, 3, 1)}


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, None),
        ({"level": ItemLevel.MUNICIPAL}, WhyNotCounted.WRONG_LEVEL),
        ({"recognised_on": datetime.date(2026, 1, 1)}, WhyNotCounted.TOO_LATE),
        ({"recognised_on": datetime.date(2024, 1, 1)}, WhyNotCounted.TOO_EARLY),
        ({"by": None}, WhyNotCounted.LACKS_FIELD),
        ({"name": "合计"}, WhyNotCounted.NO_ITEM),
        ({"name": "无"}, WhyNotCounted.UNNAMED),
    ],
)
def test_an_item_is_told_in_one_word(facts: dict[str, object], why: WhyNotCounted | None) -> None:
    days = CountedDays(datetime.date(2024, 6, 1), END, AS_OF)
    item = Item(**{"name": "甲", **RECOGNISED, **facts})  # type: ignore[arg-type]
    (found,) = sort_items(PLATFORMS, [item], (), days)
    assert why_not_counted(found) is why


def test_a_listed_item_is_known_by_name_and_valid_code() -> None:
    items = [Item("示例 公司", code="91420100MA4K0000XJ"), Item("ＡＢ", code="91420100MA4K0000XX")]
    assert listed_as(items) == (("示例公司", "91420100MA4K0000XJ"), ("ab", None))


def test_days_end_with_the_period_or_the_due_year() -> None:
    place = LIBRARY.entity("wuhan-east-lake")
    assert place is not None
    target = next(one for one in place.in_force if one.indicator.id == "gazelle_firms")
    assert days_for(target, Period(2025, 6), AS_OF) == CountedDays(None, datetime.date(2025, 6, 30), AS_OF)
    assert days_for(target, Period(2025), AS_OF) == CountedDays(None, END, AS_OF)
    assert days_for(target, Period(2026), AS_OF) == CountedDays(None, END, AS_OF, dated=True)
