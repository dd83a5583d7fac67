"""The items of one count, each as it stands, and the numbers that are in question for it."""

import datetime
from fractions import Fraction

from hubei_digecon.domain.reports import Item
from hubei_digecon.judging.items import CountedDays, ItemStanding, ItemTally, tally_items
from hubei_digecon.quantity.numbers import Interval

from ...building import STOCK, observed
from ..contexts import opened

END = datetime.date(2025, 12, 31)


def tally(reported: str, *items: Item) -> ItemTally:
    """Return the items behind a count as they were sorted."""
    fact = opened(observed(STOCK, reported, items=items)).facts["stock"]
    return tally_items(fact, items, (), CountedDays(None, END, END))


def test_items_and_number_that_agree_leave_nothing_open() -> None:
    told = tally("2家", Item("甲"), Item("乙"))
    assert [one.standing for one in told.items] == [ItemStanding.ELIGIBLE] * 2
    assert (told.counted, told.diagnostics) == (Interval(Fraction(2), Fraction(2)), ())


def test_what_is_reported_but_not_listed_may_count() -> None:
    told = tally("5家", Item("甲"), Item("待定"))
    assert (told.listed, told.things) == (2, 2)
    assert told.in_question == (Interval(Fraction(1), Fraction(5)),)


def test_a_sum_is_no_thing_and_a_repeated_item_counts_once() -> None:
    told = tally("2家", Item("甲"), Item("甲"), Item("合计"))
    assert [one.standing.id for one in told.items] == ["eligible", "not_counted", "not_counted"]
    assert (told.listed, told.things) == (3, 2)


def test_where_more_is_listed_than_reported_both_numbers_are_in_question() -> None:
    told = tally("1家", Item("甲"), Item("乙"))
    assert told.in_question == (Interval(Fraction(1), Fraction(1)), Interval(Fraction(2), Fraction(2)))
    assert [one.kind.id for one in told.diagnostics] == ["item-count-mismatch"]
