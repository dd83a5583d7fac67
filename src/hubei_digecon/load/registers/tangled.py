"""Records that may be of one thing with others, or that a review rejects, sorted as those of a list are."""

from collections.abc import Sequence
from typing import NamedTuple

from ...diagnostics import Diagnostic, Path, diagnose
from ...domain.registers import WhyNotCounted
from ...domain.reports import Item
from ...domain.targets import Indicator
from ...judging.items import CountAsked, ExaminedItem, ItemStanding, why_not_counted
from ...judging.items.eligibility import eligibility_of
from ...judging.items.sorting import sort_examined
from .diagnostics import REGISTER_CELL

_UNREAD: Diagnostic = diagnose(REGISTER_CELL)
"""Stands for what is told of a record with a cell that cannot be read."""

_PATH: Path = ("observations",)


class TangledRecord(NamedTuple):
    """A record, by its number, as an item; and whether all of its cells could be read."""

    cell: int
    record: int
    item: Item
    is_read: bool


def sort_tangled(
    records: Sequence[TangledRecord], indicator: Indicator, asked: CountAsked
) -> list[WhyNotCounted | None]:
    """Return why each record is not counted, or not known to count; ``None`` for one that counts."""
    check = eligibility_of(indicator, asked.rejected, asked.days)
    alone = [_alone(check.examine(position, one.item), one) for position, one in enumerate(records)]
    return [_why(one) for one in sort_examined(alone, _PATH)]


def _alone(examined: ExaminedItem, record: TangledRecord) -> ExaminedItem:
    """Return a record alone: without a name it is of a thing of its own, and in question where a cell cannot
    be read.
    """
    if not record.item.name:
        examined = examined._replace(name=f" {record.record}")
    if record.is_read or examined.standing is not ItemStanding.ELIGIBLE:
        return examined
    return examined._replace(standing=ItemStanding.IN_QUESTION, diagnostic=_UNREAD)


def _why(one: ExaminedItem) -> WhyNotCounted | None:
    return WhyNotCounted.UNREADABLE if one.diagnostic is _UNREAD else why_not_counted(one)
