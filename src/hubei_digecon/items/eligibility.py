"""Whether one item, taken alone, counts: by the review, its level, its dates, its certificate, its fields."""

import datetime
import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Path, remark
from ..model.reports import Item
from ..model.reviews import RejectedItem
from ..model.targets import Indicator
from ..model.words import Nature
from ..text import Text
from .names import folded
from .remarks import (
    ITEM_BELOW_LEVEL,
    ITEM_EXPIRED,
    ITEM_LACKS_FIELD,
    ITEM_OTHER_CERTIFICATE,
    ITEM_OUTSIDE_PERIOD,
    ITEM_REJECTED,
)

_UNTIL = Text("{end}及以前", "up to {end}")
_SPAN = Text("{since}至{end}之间", "between {since} and {end}")
_STANDARD = re.compile(r"(?:gb|iso|iec|t/|din|en)[/a-z]*[0-9]{3,}")
"""A text, folded, that names a standard: gb/t23001, iso9001."""


class Standing(enum.Enum):
    """How an item stands to the count it is listed behind."""

    ELIGIBLE = "eligible", Text("符合条件", "eligible")
    LACKING = "lacking", Text("缺少必填内容", "lacking a needed field")
    NOT_COUNTED = "not_counted", Text("不计", "not counted")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@dataclass(frozen=True, slots=True)
class Sorted:
    """One item and how it stands; ``remark`` tells why it is not simply eligible."""

    index: int
    item: Item
    standing: Standing
    remark: Diagnostic | None = None


class Eligibility:
    """What the items of one count are held to.

    Args:
        indicator: the count; the catalogue says what makes an item eligible.
        rejected: the items that a review does not count, by name.
        since: the base date of an added count, if it is stated.
        end: the last day that counts: the end of the period, or of the due year if that is earlier.
        dated: whether every item must be dated: the period goes on after ``end``.
    """

    def __init__(
        self,
        indicator: Indicator,
        rejected: Iterable[RejectedItem],
        since: datetime.date | None,
        end: datetime.date,
        dated: bool,
    ) -> None:
        self.indicator, self.since, self.end = indicator, since, end
        self.rejected = {folded(one.name): one for one in rejected}
        self.added = indicator.nature is Nature.ADDED
        self.dated = dated or self.added

    def examine(self, index: int, item: Item) -> Sorted:
        """Return how an item stands, taken alone."""
        at = ("observations", self.indicator.id, "items", index)
        told = self._rejected(item, at) or self._below_level(item, at)
        told = told or self._out_of_time(item, at) or self._certificate(item, at)
        if told:
            return Sorted(index, item, Standing.NOT_COUNTED, told)
        lacks = self._lacks(item)
        if not lacks:
            return Sorted(index, item, Standing.ELIGIBLE)
        keys = Text(lacks.replace(", ", "、"), lacks)
        return Sorted(index, item, Standing.LACKING, remark(ITEM_LACKS_FIELD, at, name=item.name, keys=keys))

    def _rejected(self, item: Item, at: Path) -> Diagnostic | None:
        rejected = self.rejected.get(folded(item.name)) if self.rejected else None
        return remark(ITEM_REJECTED, at, name=item.name, reason=rejected.reason) if rejected else None

    def _below_level(self, item: Item, at: Path) -> Diagnostic | None:
        levels = self.indicator.eligible.levels if self.indicator.eligible else ()
        if not levels or item.level is None or item.level in levels:
            return None
        named = Text.joined([level.term for level in levels], "、", ", ")
        values = {"name": item.name, "level": item.level.term, "levels": named}
        return remark(ITEM_BELOW_LEVEL, (*at, "level"), **values)

    def _out_of_time(self, item: Item, at: Path) -> Diagnostic | None:
        date, since = item.recognised_on, self.since if self.added else None
        if date and (date > self.end or (since and date < since)):
            span = (_SPAN if since else _UNTIL).format(since=since, end=self.end)
            return remark(ITEM_OUTSIDE_PERIOD, (*at, "recognised_on"), name=item.name, date=date, span=span)
        until = item.valid_until
        if not self.added and until and until < self.end:
            return remark(ITEM_EXPIRED, (*at, "valid_until"), name=item.name, date=until, end=self.end)
        return None

    def _certificate(self, item: Item, at: Path) -> Diagnostic | None:
        wanted = self.indicator.eligible.certificate if self.indicator.eligible else None
        if not wanted or not item.certificate or not _STANDARD.search(folded(item.certificate)):
            return None
        if folded(wanted) in folded(item.certificate):
            return None
        values = {"name": item.name, "certificate": item.certificate, "wanted": wanted}
        return remark(ITEM_OTHER_CERTIFICATE, (*at, "certificate"), **values)

    def _lacks(self, item: Item) -> str:
        """Return the keys of what an item would have to state, as a list in words."""
        eligible = self.indicator.eligible
        needed = dict.fromkeys(eligible.requires if eligible else ())
        if self.dated:
            needed.setdefault("recognised_on")
        lacking = [key for key in needed if getattr(item, key) is None]
        wanted = eligible.certificate if eligible else None
        if wanted and item.certificate and folded(wanted) not in folded(item.certificate):
            lacking.append(f"certificate ({wanted})")
        return ", ".join(lacking)
