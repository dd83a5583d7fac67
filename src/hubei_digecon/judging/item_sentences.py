"""Put into words which items of a count were not counted, why, and in which lines they stand."""

from collections.abc import Iterator

from ..diagnostics import SourceFile
from ..domain.findings import Retelling
from ..domain.registers import RegisterTally
from ..text import Text
from .items import ExaminedItem, ItemStanding, ItemTally

MOST_NAMED = 12
"""How many items a message names; every one of them has a diagnostic of its own."""

_COUNTED = Text("清单{listed}项：{standings}。", "Items listed: {listed}; {standings}.")
_STANDINGS = {
    ItemStanding.ELIGIBLE: Text("符合条件{number}项", "eligible: {number}"),
    ItemStanding.IN_QUESTION: Text("不能确定{number}项", "not known: {number}"),
    ItemStanding.NOT_COUNTED: Text("不予计入{number}项", "not counted: {number}"),
}
_REGISTERED = Text("名录有{records}条记录：{told}。", "Records of the register: {records}; {told}.")
_WHY = Text("{why}{number}条", "{why}: {number}")
_NAMED = Text("{heading}：{items}。", "{heading}: {items}.")
_ITEM = Text("{why}（{where}）", "{why} ({where})")
_MORE = Text("等{number}项", "and so on, {number} in all")
_HEADINGS = {
    ItemStanding.NOT_COUNTED: Text("不予计入的", "Not counted"),
    ItemStanding.IN_QUESTION: Text("不能确定的", "Not known"),
}


def listed_items(tally: ItemTally, source: SourceFile, retell: Retelling) -> Iterator[Text]:
    """Return how the items listed stand, then those not simply eligible with the reason of each."""
    counts = {standing: len(tally.having(standing)) for standing in ItemStanding}
    told = [
        term.format(number=counts[standing])
        for standing, term in _STANDINGS.items()
        if counts[standing] or standing is ItemStanding.ELIGIBLE
    ]
    yield _COUNTED.format(listed=tally.listed, standings=Text.joined(told, "，", "; "))
    for standing, heading in _HEADINGS.items():
        if counts[standing]:
            yield _NAMED.format(heading=heading, items=_named(tally.having(standing), source, retell))


def registered_items(tally: RegisterTally) -> Text:
    """Return how many of the records of a register count, and how many do not, by reason."""
    counted = _STANDINGS[ItemStanding.ELIGIBLE].format(number=tally.eligible)
    whys = [_WHY.format(why=why.term, number=number) for why, number in tally.not_counted.items()]
    told = Text.joined((counted, *whys), "，", "; ")
    return _REGISTERED.format(records=tally.records, told=told)


def _named(items: tuple[ExaminedItem, ...], source: SourceFile, retell: Retelling) -> Text:
    named = [_one(item, source, retell) for item in items[:MOST_NAMED]]
    if len(items) > MOST_NAMED:
        named.append(_MORE.format(number=len(items)))
    return Text.joined(named, "；", "; ")


def _one(one: ExaminedItem, source: SourceFile, retell: Retelling) -> Text:
    assert one.diagnostic is not None
    place, why = source.find(one.diagnostic.at), retell(one.diagnostic).message
    return _ITEM.format(why=why, where=place.words) if place else why
