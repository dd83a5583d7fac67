"""Counts proved by their items: which of the things listed behind a count are eligible, and why not.

``names`` tells when two items are the same thing, ``codes`` checks unified social credit codes,
``eligibility`` examines one item alone, ``sorting`` sorts the items of one count and says what
remains in question.
"""

from .eligibility import Days, Sorted, Standing
from .sorting import Tally, tally

__all__ = ["Days", "Sorted", "Standing", "Tally", "tally"]
