"""One item alone: what lets it count, what excludes it, and what leaves it open."""

import datetime
from typing import Any

import pytest

from hubei_digecon.domain.reports import Item, Span
from hubei_digecon.domain.reviews import RejectedItem
from hubei_digecon.domain.targets import Eligibility, Indicator
from hubei_digecon.domain.words import Arrival, ItemLevel
from hubei_digecon.judging.items.eligibility import (
    CountedDays,
    EligibilityCheck,
    ItemStanding,
    eligibility_of,
)
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, Nature
from hubei_digecon.text import Text

DAY = datetime.date
SINCE, END, KNOWN = DAY(2025, 1, 1), DAY(2025, 12, 31), DAY(2026, 2, 28)
DAYS = CountedDays(SINCE, END, KNOWN)


def counted(nature: Nature = Nature.STOCK, **wants: Any) -> Indicator:
    """Return a count that asks something of its items."""
    name = Text("示例企业", "sample firms")
    return Indicator(
        "firms", name, name, INDICATOR_KINDS["count"], name, "家", nature, eligible=Eligibility(**wants)
    )


STOCK, ADDED = counted(), counted(Nature.ADDED)
CERTIFIED = counted(certificate="GB/T 23001")
PROVINCIAL = counted(levels=(ItemLevel.NATIONAL, ItemLevel.PROVINCIAL))


def examined(indicator: Indicator, days: CountedDays = DAYS, **facts: Any) -> tuple[str, str]:
    """Return how an item stands, and which diagnostic tells why."""
    one = EligibilityCheck(indicator, (), days).examine(0, Item(**({"name": "甲"} | facts)))
    return one.standing.id, one.diagnostic.kind.id if one.diagnostic else ""


@pytest.mark.parametrize("name", ["合计", "小计", "总 计"])
def test_a_row_with_a_sum_does_not_count(name: str) -> None:
    assert examined(STOCK, name=name) == ("not_counted", "item-unnamed")


@pytest.mark.parametrize("name", ["无", "待定", "—", "\u200b", "……"])
def test_a_name_that_names_nothing_leaves_it_open(name: str) -> None:
    assert examined(STOCK, name=name) == ("in_question", "item-unnamed")


@pytest.mark.parametrize(
    ("level", "stands"),
    [
        (ItemLevel.NATIONAL, ("eligible", "")),
        (ItemLevel.PROVINCIAL, ("eligible", "")),
        (ItemLevel.MUNICIPAL, ("not_counted", "item-below-level")),
    ],
)
def test_a_level_must_be_among_those_that_count(level: ItemLevel, stands: tuple[str, str]) -> None:
    assert examined(PROVINCIAL, level=level) == stands
    assert examined(STOCK, level=level) == ("eligible", "")


def test_who_has_only_signed_does_not_count() -> None:
    assert examined(STOCK, arrival=Arrival.SIGNED) == ("not_counted", "item-only-signed")
    assert examined(STOCK, arrival=Arrival.FOUNDED) == ("eligible", "")


@pytest.mark.parametrize(
    ("on", "of_added", "of_stock"),
    [
        (DAY(2024, 12, 31), ("not_counted", "item-outside-period"), ("eligible", "")),
        (SINCE, ("eligible", ""), ("eligible", "")),
        (END, ("eligible", ""), ("eligible", "")),
        (DAY(2026, 1, 1), *[("not_counted", "item-outside-period")] * 2),
        (Span(DAY(2025, 1, 1), DAY(2025, 12, 31)), ("eligible", ""), ("eligible", "")),
        (Span(DAY(2024, 1, 1), DAY(2024, 12, 31)), ("not_counted", "item-outside-period"), ("eligible", "")),
    ],
    ids=str,
)
def test_the_day_of_recognition_lies_in_time(
    on: Any, of_added: tuple[str, str], of_stock: tuple[str, str]
) -> None:
    assert (examined(ADDED, recognised_on=on), examined(STOCK, recognised_on=on)) == (of_added, of_stock)


def test_a_month_of_which_some_days_are_in_time_leaves_it_open() -> None:
    days = CountedDays(DAY(2025, 3, 15), END, KNOWN)
    march = Span(DAY(2025, 3, 1), DAY(2025, 3, 31))
    assert examined(ADDED, days, recognised_on=march) == ("in_question", "item-lacks-field")
    december = Span(DAY(2025, 12, 1), DAY(2025, 12, 31))
    assert examined(STOCK, valid_until=december) == ("in_question", "item-lacks-field")
    assert examined(ADDED, valid_until=december, recognised_on=END) == ("eligible", "")


@pytest.mark.parametrize(
    ("until", "stands"),
    [
        (DAY(2025, 12, 30), ("not_counted", "item-expired")),
        (END, ("eligible", "")),
        (DAY(2027, 6, 30), ("eligible", "")),
    ],
)
def test_what_is_held_must_be_valid_on_the_last_day(until: datetime.date, stands: tuple[str, str]) -> None:
    assert examined(STOCK, valid_until=until) == stands
    assert examined(ADDED, valid_until=until, recognised_on=SINCE) == ("eligible", "")


@pytest.mark.parametrize(
    ("certificate", "stands"),
    [
        ("GB/T 23001-2017-001", ("eligible", "")),
        ("ＧＢ／Ｔ２３００１", ("eligible", "")),
        ("GB/T 19001-1", ("not_counted", "item-other-certificate")),
        ("ISO 9001", ("not_counted", "item-other-certificate")),
        ("鄂证0001号", ("in_question", "item-lacks-field")),
    ],
)
def test_a_certificate_is_to_the_standard_that_is_asked(certificate: str, stands: tuple[str, str]) -> None:
    assert examined(CERTIFIED, certificate=certificate) == stands
    assert examined(STOCK, certificate=certificate) == ("eligible", "")


def test_a_field_that_is_asked_for_must_be_there() -> None:
    (check, item) = EligibilityCheck(counted(requires=("by", "year")), (), DAYS), Item("甲", by="机关")
    one = check.examine(2, item)
    assert one.diagnostic is not None
    assert one.diagnostic.at == ("observations", "firms", "items", 2)
    assert one.diagnostic.message == Text(
        "“甲”缺少榜单年度，是否计入不能确定",
        "“甲” lacks: year of the list; so it is not known whether it counts",
    )


def test_where_the_period_goes_on_every_item_is_dated() -> None:
    dated = CountedDays(None, END, KNOWN, dated=True)
    assert examined(STOCK, dated) == ("in_question", "item-lacks-field")
    assert examined(STOCK, dated, recognised_on=END) == ("eligible", "")


def test_nothing_is_known_of_days_after_the_day_of_judging() -> None:
    early = CountedDays(None, END, DAY(2025, 6, 30))
    assert examined(STOCK, early, recognised_on=DAY(2025, 6, 30)) == ("eligible", "")
    assert examined(STOCK, early, recognised_on=DAY(2025, 7, 1)) == ("in_question", "item-lacks-field")


def test_a_rejected_item_does_not_count_whatever_else_is_said() -> None:
    rejected = (RejectedItem("firms", 0, "某 公司", "查无此企业"),)
    one = eligibility_of(STOCK, rejected, DAYS).examine(0, Item("某公司", arrival=Arrival.SIGNED))
    assert one.standing is ItemStanding.NOT_COUNTED
    assert one.diagnostic is not None
    assert one.diagnostic.message.en == "the assessor does not count “某公司”: 查无此企业"
    assert eligibility_of(STOCK, rejected, DAYS) is eligibility_of(STOCK, rejected, DAYS)


def test_only_a_valid_code_identifies() -> None:
    check = EligibilityCheck(STOCK, (), DAYS)
    codes = [check.examine(0, Item("甲", code=code)).code for code in ("91420100MA4K0000XJ", "123", None)]
    assert codes[1:] == [None, None]


def test_a_record_of_other_days_is_history() -> None:
    check = EligibilityCheck(STOCK, (), DAYS)
    records = (
        Item("甲", valid_until=DAY(2025, 12, 30)),
        Item("甲", recognised_on=DAY(2026, 1, 1)),
        Item("甲", recognised_on=END),
    )
    assert [check.examine(0, record).history for record in records] == [True, True, False]
