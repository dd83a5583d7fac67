"""What is asked of a register for one count: the place, the indicator, the days that count."""

import datetime
from collections.abc import Iterable, Mapping

from ...domain.names import folded
from ...domain.registers import RegisterTally, WhyNotCounted
from ...domain.reports import Item, Period
from ...domain.reviews import RejectedItem
from ...domain.targets import Target
from ...records import NamedTuple
from . import diagnostics as told
from .credit_codes import valid_code
from .eligibility import CountedDays, ExaminedItem, ItemStanding

ListedAs = tuple[str, str | None]
"""What a listed item is known by: its folded name, and its code where it is valid."""


def listed_as(items: Iterable[Item]) -> tuple[ListedAs, ...]:
    """Return what each listed item is known by."""
    return tuple((folded(one.name), valid_code(one.code) if one.code else None) for one in items)


class CountAsked(NamedTuple):
    """One count that a register may prove, of a place and an indicator by their ids.

    ``rejected`` are the items that a review does not count, ``listed`` those that the report lists.
    """

    entity: str
    indicator: str
    days: CountedDays
    rejected: tuple[RejectedItem, ...] = ()
    listed: tuple[ListedAs, ...] = ()


class RegisterCounts(NamedTuple):
    """What a register, known by its SHA-256, answered to all that was asked of it in a run.

    ``categories`` are the indicators that it has a record of, whatever the place.
    """

    sha256: str
    categories: frozenset[str]
    tallies: Mapping[CountAsked, RegisterTally]


def days_for(target: Target, period: Period, as_of: datetime.date) -> CountedDays:
    """Return the days that count for a target by a figure of a period."""
    due = datetime.date(target.due, 12, 31)
    return CountedDays(target.since, min(period.end, due), as_of, period.end > due)


_BY_KIND = {
    told.ITEM_REJECTED.id: WhyNotCounted.REJECTED,
    told.ITEM_BELOW_LEVEL.id: WhyNotCounted.WRONG_LEVEL,
    told.ITEM_ONLY_SIGNED.id: WhyNotCounted.ONLY_SIGNED,
    told.ITEM_EXPIRED.id: WhyNotCounted.EXPIRED,
    told.ITEM_OTHER_CERTIFICATE.id: WhyNotCounted.OTHER_CERTIFICATE,
    told.ITEM_HISTORY.id: WhyNotCounted.HISTORY,
    told.ITEM_LACKS_FIELD.id: WhyNotCounted.LACKS_FIELD,
    told.SIMILAR_ITEM.id: WhyNotCounted.SIMILAR,
    told.ITEM_PERHAPS_REJECTED.id: WhyNotCounted.PERHAPS_REJECTED,
}


def why_not_counted(one: ExaminedItem) -> WhyNotCounted | None:
    """Return why an item is not counted, or not known to count; ``None`` for one that counts."""
    if one.standing is ItemStanding.ELIGIBLE or one.diagnostic is None:
        return None
    in_question = one.standing is ItemStanding.IN_QUESTION
    match one.diagnostic.kind:
        case told.ITEM_OUTSIDE_PERIOD:
            return WhyNotCounted.TOO_LATE if one.diagnostic.values["late"] else WhyNotCounted.TOO_EARLY
        case told.ITEM_UNNAMED:
            return WhyNotCounted.UNNAMED if in_question else WhyNotCounted.NO_ITEM
        case told.DUPLICATE_ITEM:
            return WhyNotCounted.SAME_BAD_CODE if in_question else WhyNotCounted.DUPLICATE
        case kind:
            return _BY_KIND[kind.id]
