"""Judge a count by its items: which of the listed things are eligible, and why the others are not.

``domain.names`` tells when two items are the same thing, ``credit_codes`` checks unified social credit codes,
``eligibility`` examines one item alone, ``sorting`` sorts the items of one count and tells what is in
question.
"""

from .asked import CountAsked, RegisterCounts, days_for, listed_as, why_not_counted
from .eligibility import CountedDays, ExaminedItem, ItemStanding
from .sorting import ItemTally, sort_items, tally_items

__all__ = [
    "CountAsked", "CountedDays", "ExaminedItem", "ItemStanding", "ItemTally", "RegisterCounts", "days_for",
    "listed_as", "sort_items", "tally_items", "why_not_counted",
]  # fmt: skip
