"""Sorts the items behind one count, and says which numbers are in question for it."""

import datetime
import enum
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..diagnostics import Diagnostic, remark
from ..exact import Interval
from ..figures import Figure
from ..model.reports import Item
from ..model.reviews import RejectedItem
from ..model.targets import Indicator
from ..model.words import Nature
from ..text import Text
from .codes import is_valid
from .names import alike, folded
from .remarks import (
    BAD_CREDIT_CODE,
    DUPLICATE_ITEM,
    ITEM_BELOW_LEVEL,
    ITEM_COUNT_MISMATCH,
    ITEM_EXPIRED,
    ITEM_LACKS_FIELD,
    ITEM_OTHER_CERTIFICATE,
    ITEM_OUTSIDE_PERIOD,
    ITEM_REJECTED,
    SIMILAR_ITEM,
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


@dataclass(frozen=True, slots=True)
class Tally:
    """The items of one count. ``reported`` is what the written value asserts."""

    items: tuple[Sorted, ...]
    reported: Interval
    remarks: tuple[Diagnostic, ...]

    def having(self, standing: Standing) -> tuple[Sorted, ...]:
        """Return the items that stand so."""
        return tuple(one for one in self.items if one.standing is standing)

    @property
    def counted(self) -> Interval:
        """From the eligible items to those plus what lacks a field and what is reported but not listed."""
        eligible = len(self.having(Standing.ELIGIBLE))
        lacking = len(self.having(Standing.LACKING))
        most = self.reported.high
        unlisted = None if most is None else max(most - len(self.items), Fraction(0))
        high = None if unlisted is None else eligible + lacking + unlisted
        return Interval(Fraction(eligible), high)

    @property
    def in_question(self) -> tuple[Interval, ...]:
        """The numbers in question; where more are eligible than were reported, the reported one too."""
        counted, most = self.counted, self.reported.high
        exceeds = most is not None and counted.low is not None and counted.low > most
        return (self.reported, counted) if exceeds else (counted,)


def tally(
    figure: Figure,
    items: Sequence[Item],
    rejected: Iterable[RejectedItem],
    since: datetime.date | None,
    end: datetime.date,
    dated: bool = False,
) -> Tally:
    """Sort ``items`` by what the catalogue asks of them.

    Args:
        figure: the count as reported.
        items: what is listed behind it, in the order of the file.
        rejected: the items that a review does not count, by name.
        since: the base date of an added count, if it is stated.
        end: the last day that counts: the end of the period, or of the due year if that is earlier.
        dated: whether every item must be dated: the period goes on after ``end``.
    """
    by_name = {folded(one.name): one for one in rejected}
    sorter = _Sorter(figure.indicator, by_name, since, end, dated)
    in_order = tuple(sorter.sort(index, item) for index, item in enumerate(items))
    made = Tally(in_order, figure.interval, ())
    remarks = (*sorter.remarks, *_mismatch(figure, made))
    return Tally(in_order, figure.interval, remarks)


def _mismatch(figure: Figure, made: Tally) -> Iterator[Diagnostic]:
    """Remark where the list does not come to the value, hedged or not."""
    listed, reported = Fraction(len(made.items)), made.reported
    if not Interval.point(listed).meets(reported):
        yield remark(
            ITEM_COUNT_MISMATCH,
            ("observations", figure.indicator.id, "value"),
            value=figure.quantity.shown,
            listed=len(made.items),
            eligible=len(made.having(Standing.ELIGIBLE)),
        )


class _Sorter:
    """Goes through the items of one count in order; remembers which it has met."""

    def __init__(
        self,
        indicator: Indicator,
        rejected: dict[str, RejectedItem],
        since: datetime.date | None,
        end: datetime.date,
        dated: bool,
    ) -> None:
        self.indicator, self.rejected, self.since, self.end = indicator, rejected, since, end
        self.added = indicator.nature is Nature.ADDED
        self.dated = dated or self.added
        self.seen: dict[str, int] = {}
        self.seen_alike: dict[str, tuple[int, Item]] = {}
        self.remarks: list[Diagnostic] = []

    def sort(self, index: int, item: Item) -> Sorted:
        at = ("observations", self.indicator.id, "items", index)
        code = folded(item.code).upper() if item.code else None
        if code and not is_valid(code):
            self.remarks.append(remark(BAD_CREDIT_CODE, (*at, "code"), code=item.code))
        told = self._duplicate(index, item, code, at) or self._not_counted(item, at)
        if told:
            self.remarks.append(told)
            return Sorted(index, item, Standing.NOT_COUNTED, told)
        lacks = self._lacks(item)
        if lacks:
            told = remark(ITEM_LACKS_FIELD, at, name=item.name, keys=Text(lacks.replace(", ", "、"), lacks))
            self.remarks.append(told)
            return Sorted(index, item, Standing.LACKING, told)
        return Sorted(index, item, Standing.ELIGIBLE)

    def _duplicate(
        self, index: int, item: Item, code: str | None, at: tuple[str | int, ...]
    ) -> Diagnostic | None:
        name = folded(item.name)
        keys = [f"name {name}", *([f"code {code}"] if code else [])]
        first = next((self.seen[key] for key in keys if key in self.seen), None)
        for key in keys:
            self.seen.setdefault(key, index)
        if first is not None:
            return remark(DUPLICATE_ITEM, at, name=item.name, first=first + 1)
        other = self.seen_alike.setdefault(alike(name), (index, item))
        if other[0] != index:
            self.remarks.append(
                remark(SIMILAR_ITEM, at, name=item.name, first=other[0] + 1, other=other[1].name)
            )
        return None

    def _not_counted(self, item: Item, at: tuple[str | int, ...]) -> Diagnostic | None:
        """Return why an item does not count, ``None`` where nothing says so."""
        rejected = self.rejected.get(folded(item.name)) if self.rejected else None
        if rejected:
            return remark(ITEM_REJECTED, at, name=item.name, reason=rejected.reason)
        return self._below_level(item, at) or self._out_of_time(item, at) or self._certificate(item, at)

    def _below_level(self, item: Item, at: tuple[str | int, ...]) -> Diagnostic | None:
        levels = self.indicator.eligible.levels if self.indicator.eligible else ()
        if not levels or item.level is None or item.level in levels:
            return None
        named = Text.joined([level.term for level in levels], "、", ", ")
        values = {"name": item.name, "level": item.level.term, "levels": named}
        return remark(ITEM_BELOW_LEVEL, (*at, "level"), **values)

    def _out_of_time(self, item: Item, at: tuple[str | int, ...]) -> Diagnostic | None:
        date, since = item.recognised_on, self.since if self.added else None
        if date and (date > self.end or (since and date < since)):
            span = (_SPAN if since else _UNTIL).format(since=since, end=self.end)
            return remark(ITEM_OUTSIDE_PERIOD, (*at, "recognised_on"), name=item.name, date=date, span=span)
        until = item.valid_until
        if not self.added and until and until < self.end:
            return remark(ITEM_EXPIRED, (*at, "valid_until"), name=item.name, date=until, end=self.end)
        return None

    def _certificate(self, item: Item, at: tuple[str | int, ...]) -> Diagnostic | None:
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
