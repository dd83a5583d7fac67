"""Says in words which items of a count were not counted and why, with the lines they stand in."""

from collections.abc import Iterator

from ..diagnostics import SourceFile
from ..items import Sorted, Standing, Tally
from ..text import Text

MOST_NAMED = 12
"""How many items a message names; every one of them has a remark of its own."""

_COUNTED = Text(
    "清单{listed}项：符合条件{eligible}项，不能确定{open}项，不计{left}项。",
    "Items listed: {listed}; eligible: {eligible}; not known: {open}; not counted: {left}.",
)
_NAMED = Text("{heading}：{items}。", "{heading}: {items}.")
_ITEM = Text("{why}（{where}）", "{why} ({where})")
_MORE = Text("等{number}项", "and so on, {number} in all")
_HEADINGS = {
    Standing.NOT_COUNTED: Text("不计的", "Not counted"),
    Standing.IN_QUESTION: Text("不能确定的", "Not known"),
}


def listed_items(tally: Tally, source: SourceFile) -> Iterator[Text]:
    """Return how the items listed stand, then those not simply eligible with the reason of each."""
    counts = {standing: len(tally.having(standing)) for standing in Standing}
    yield _COUNTED.format(
        listed=tally.listed,
        eligible=counts[Standing.ELIGIBLE],
        open=counts[Standing.IN_QUESTION],
        left=counts[Standing.NOT_COUNTED],
    )
    for standing, heading in _HEADINGS.items():
        if counts[standing]:
            yield _NAMED.format(heading=heading, items=_named(tally.having(standing), source))


def _named(items: tuple[Sorted, ...], source: SourceFile) -> Text:
    named = [_one(item, source) for item in items[:MOST_NAMED]]
    if len(items) > MOST_NAMED:
        named.append(_MORE.format(number=len(items)))
    return Text.joined(named, "；", "; ")


def _one(one: Sorted, source: SourceFile) -> Text:
    assert one.remark is not None
    place = source.find(one.remark.at)
    return _ITEM.format(why=one.remark.message, where=place.words) if place else one.remark.message
