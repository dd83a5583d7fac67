"""Which items were not counted, in words: why, and in which lines."""

import datetime

from hubei_digecon.diagnostics import Diagnostic, Place, SourceFile
from hubei_digecon.domain.reports import Item
from hubei_digecon.judging.item_sentences import MOST_NAMED, listed_items
from hubei_digecon.judging.items import CountedDays, ItemTally, tally_items
from hubei_digecon.text import Text

from ..building import SOURCE, STOCK, observed
from .contexts import opened

END = datetime.date(2025, 12, 31)
EXPIRED = datetime.date(2025, 6, 30)


def tally(*items: Item) -> ItemTally:
    """Return some items as they were sorted."""
    fact = opened(observed(STOCK, f"{len(items)}家", items=items)).facts["stock"]
    return tally_items(fact, items, (), CountedDays(None, END, END))


def as_it_is(diagnostic: Diagnostic) -> Diagnostic:
    return diagnostic


def sentences(told: ItemTally, source: SourceFile = SOURCE) -> list[Text]:
    return list(listed_items(told, source, as_it_is))


def test_where_every_item_counts_only_the_numbers_are_told() -> None:
    assert sentences(tally(Item("甲"), Item("乙"))) == [
        Text("清单2项：符合条件2项。", "Items listed: 2; eligible: 2.")
    ]


def test_each_item_that_does_not_count_is_told_with_its_reason() -> None:
    assert [text.en for text in sentences(tally(Item("甲"), Item("合计"), Item("待定")))] == [
        "Items listed: 3; eligible: 1; not known: 1; not counted: 1.",
        "Not counted: item 2 has “合计” for its name, which names nothing; it does not count.",
        "Not known: item 3 has “待定” for its name, which names nothing; it is not known whether it counts.",
    ]


def test_a_reason_is_told_with_its_place_where_that_is_known() -> None:
    found = SourceFile("report.yaml", find=lambda at: Place(7, 9))
    named = sentences(tally(Item("甲", valid_until=EXPIRED), Item("乙")), found)[1]
    assert named == Text(
        "不予计入的：“甲”的有效期至2025年6月30日，2025年12月31日已失效，不予计入（第7行）。",
        "Not counted: “甲” was valid until 2025-06-30, no longer on 2025-12-31, so it does not count "
        "(line 7).",
    )


def test_of_many_items_the_first_are_named_and_all_counted() -> None:
    expired = [Item(f"公司{number}", valid_until=EXPIRED) for number in range(MOST_NAMED + 1)]
    named = sentences(tally(*expired))[1]
    assert named.en.count("was valid until") == MOST_NAMED
    assert named.en.endswith("; and so on, 13 in all.")
    assert named.zh.endswith("；等13项。")
