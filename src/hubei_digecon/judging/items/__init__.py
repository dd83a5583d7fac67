"""Judge a count by its items: which of the listed things are eligible, and why the others are not.

``domain.names`` tells when two items are the same thing, ``credit_codes`` checks unified social credit codes,
``eligibility`` examines one item alone, ``sorting`` sorts the items of one count and tells what is in
question.
"""

from .eligibility import CountedDays, ExaminedItem, ItemStanding
from .sorting import ItemTally, tally_items

__all__ = ["CountedDays", "ExaminedItem", "ItemStanding", "ItemTally", "tally_items"]
