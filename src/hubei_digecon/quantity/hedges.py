"""Hedges: the closed table of words that make a written value approximate."""

import enum

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text


@shown_briefly
class Bound(enum.Enum):
    """What a hedged number asserts. The number itself is an exact bound."""

    AT_LEAST = "at_least", Text("不低于", "at least")
    MORE_THAN = "more_than", Text("超过", "more than")
    AT_MOST = "at_most", Text("不超过", "at most")
    LESS_THAN = "less_than", Text("低于", "less than")
    NOTHING = "about", Text("约", "about")

    def __init__(self, id: str, term: Text) -> None:
        self.id = id
        self.term = term


class HedgeWord(NamedTuple):
    """A word that makes a number approximate. ``before``: it stands before the number, else after it."""

    word: str
    bound: Bound
    before: bool


HEDGES: tuple[HedgeWord, ...] = (
    HedgeWord("不低于", Bound.AT_LEAST, before=True),
    HedgeWord("不超过", Bound.AT_MOST, before=True),
    HedgeWord("超过", Bound.MORE_THAN, before=True),
    HedgeWord("突破", Bound.MORE_THAN, before=True),
    HedgeWord("超", Bound.MORE_THAN, before=True),
    HedgeWord("逾", Bound.MORE_THAN, before=True),
    HedgeWord("不足", Bound.LESS_THAN, before=True),
    HedgeWord("未达", Bound.LESS_THAN, before=True),
    HedgeWord("约", Bound.NOTHING, before=True),
    HedgeWord("近", Bound.NOTHING, before=True),
    HedgeWord("以上", Bound.AT_LEAST, before=False),
    HedgeWord("以下", Bound.AT_MOST, before=False),
    HedgeWord("左右", Bound.NOTHING, before=False),
    HedgeWord("多", Bound.MORE_THAN, before=False),
    HedgeWord("余", Bound.MORE_THAN, before=False),
)
"""Every hedge that is read; a longer word stands before a shorter one that begins it."""
