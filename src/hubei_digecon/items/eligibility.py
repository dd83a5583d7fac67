"""Whether one item, taken alone, counts: by the review, its level, its dates, its certificate, its fields."""

import datetime
import enum
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from ..diagnostics import Diagnostic, Path, remark
from ..model.reports import Dated, Item, first_day, last_day
from ..model.reviews import RejectedItem
from ..model.targets import Indicator
from ..model.words import Arrival, Level, Nature
from ..names import folded
from ..text import Text
from .codes import valid_code
from .remarks import (
    ITEM_BELOW_LEVEL,
    ITEM_EXPIRED,
    ITEM_LACKS_FIELD,
    ITEM_ONLY_SIGNED,
    ITEM_OTHER_CERTIFICATE,
    ITEM_OUTSIDE_PERIOD,
    ITEM_REJECTED,
    ITEM_UNNAMED,
)

_UNTIL = Text("{end}及以前", "up to {end}")
_SPAN = Text("{since}至{end}之间", "between {since} and {end}")
_OF_STANDARD = Text("{field}（{standard}）", "{field} ({standard})")
_TO_THE_DAY = Text("{field}的具体日期（只写到年或月）", "{field} to the day, which is only a month or a year")
_BY_DAY = Text("{field}（{day}及以前）", "{field} (up to {day})")
_UNSEEN = Text("看不见的字符", "characters that cannot be seen")
_NO_NAMES, _SUMS = (
    frozenset(("无", "暂无", "没有", "不详", "待定", "待补")),
    frozenset(("合计", "小计", "总计", "共计")),
)
"""What stands in the column of names, folded, and names nothing; what stands there of a row that is a sum."""
OPEN = Text("是否计入不能确定", "it is not known whether it counts")
OUT = Text("不予计入", "it does not count")

_STANDARD = re.compile(r"(?:gb|iso|iec|t/|din|en)[/a-z]*[0-9]{3,}")
"""A text, folded, that names a standard: gb/t23001, iso9001."""


class Standing(enum.Enum):
    """How an item stands to the count it is listed behind."""

    ELIGIBLE = "eligible", Text("符合条件", "eligible")
    IN_QUESTION = "in_question", Text("不能确定是否计入", "not known whether it counts")
    NOT_COUNTED = "not_counted", Text("不计", "not counted")
    HISTORY = "history", Text("历史记录", "an earlier or later record of an item")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


class Sorted(NamedTuple):
    """The item at ``position``, its name and code as they are compared, and how it stands.

    ``code`` is ``None`` where what is written is no valid one, so that it identifies nothing.
    ``history``: it tells of other days than those that count, having expired before or come later.
    ``remark`` tells why it is not simply eligible, ``similar`` that it may be another item of the list.
    """

    position: int
    item: Item
    name: str
    code: str | None
    standing: Standing
    history: bool
    remark: Diagnostic | None = None
    similar: Diagnostic | None = None


class Days(NamedTuple):
    """The days that count for the items of one count.

    ``since`` is the base date of an added count, if it is stated; ``end`` the last day that counts: the end
    of the period, or of the due year if that is earlier; ``known`` the day of judging, after which nothing
    is known yet. ``dated``: every item must be dated, since the period goes on after ``end``.
    """

    since: datetime.date | None
    end: datetime.date
    known: datetime.date
    dated: bool = False


class Eligibility:
    """What the items of one count are held to.

    Args:
        indicator: the count; the catalogue says what makes an item eligible.
        rejected: the items that a review does not count, by name.
        days: the days that count.
    """

    def __init__(self, indicator: Indicator, rejected: Iterable[RejectedItem], days: Days) -> None:
        self.indicator, self.end, self.known = indicator, days.end, days.known
        self.rejected = {folded(one.name): one for one in rejected}
        self.added = indicator.nature is Nature.ADDED
        self.since = days.since if self.added else None
        wants = indicator.eligible
        self.levels = wants.levels if wants else ()
        self.certificate = (wants.certificate if wants else None) or ""
        self.wanted = folded(self.certificate)
        dates = ("recognised_on",) if days.dated else ()
        self.needed = tuple(dict.fromkeys((*indicator.item_fields, *dates)))

    def examine(self, position: int, item: Item) -> Sorted:
        """Return how an item stands, taken alone."""
        at: Path = ("observations", self.indicator.id, "items", position)
        name = folded(item.name)
        code = valid_code(item.code) if item.code else None
        certificate = folded(item.certificate) if self.wanted and item.certificate else ""
        alone = Sorted(position, item, name, code, Standing.ELIGIBLE, self._is_history(item))
        told = (
            _unnamed(position, item, name, at)
            if name in _SUMS
            else self._not_counted(item, name, certificate, at)
        )
        if told:
            return alone._replace(standing=Standing.NOT_COUNTED, remark=told)
        if name in _NO_NAMES or not any(map(str.isalnum, name)):
            return alone._replace(standing=Standing.IN_QUESTION, remark=_unnamed(position, item, name, at))
        lacking = self._lacking(item, certificate)
        if not lacking:
            return alone
        fields = Text.joined(lacking, "、", ", ")
        told = remark(ITEM_LACKS_FIELD, at, name=item.name, fields=fields)
        return alone._replace(standing=Standing.IN_QUESTION, remark=told)

    def _is_history(self, item: Item) -> bool:
        expired = item.valid_until is not None and last_day(item.valid_until) < self.end
        return expired or (item.recognised_on is not None and first_day(item.recognised_on) > self.end)

    def _not_counted(self, item: Item, name: str, certificate: str, at: Path) -> Diagnostic | None:
        """Return why an item does not count, ``None`` where nothing speaks against it."""
        if name in self.rejected:
            return remark(ITEM_REJECTED, at, name=item.name, reason=self.rejected[name].reason)
        if self.levels and item.level and item.level not in self.levels:
            return self._below_level(item, item.level, at)
        if item.arrival is Arrival.SIGNED:
            return remark(ITEM_ONLY_SIGNED, (*at, "arrival"), name=item.name)
        if item.recognised_on and self._is_out_of_time(item.recognised_on):
            return self._out_of_time(item, at)
        if item.valid_until and not self.added and last_day(item.valid_until) < self.end:
            values: dict[str, object] = {"name": item.name, "date": item.valid_until, "end": self.end}
            return remark(ITEM_EXPIRED, (*at, "valid_until"), **values)
        if self._is_other(certificate) and _STANDARD.search(certificate):
            values = {"name": item.name, "certificate": item.certificate, "wanted": self.certificate}
            return remark(ITEM_OTHER_CERTIFICATE, (*at, "certificate"), **values)
        return None

    def _below_level(self, item: Item, level: Level, at: Path) -> Diagnostic:
        named = Text.joined([level.term for level in self.levels], "、", ", ")
        values = {"name": item.name, "level": level.term, "levels": named}
        return remark(ITEM_BELOW_LEVEL, (*at, "level"), **values)

    def _is_out_of_time(self, dated: Dated) -> bool:
        """Whether a day, or every day of a month, is out of time."""
        return first_day(dated) > self.end or (self.since is not None and last_day(dated) < self.since)

    def _vague(self, item: Item) -> Iterator[str]:
        """Return the keys of dates that leave it open whether they are in time: of a month, some days are."""
        on, until = item.recognised_on, item.valid_until
        last = self.end if on is None or first_day(on) > self.known else min(self.end, self.known)
        if on and (last_day(on) > last or (self.since is not None and first_day(on) < self.since)):
            yield "recognised_on"
        if until and not self.added and first_day(until) < self.end:
            yield "valid_until"

    def _out_of_time(self, item: Item, at: Path) -> Diagnostic:
        span = partial((_SPAN if self.since else _UNTIL).format, since=self.since, end=self.end)
        values = {"name": item.name, "date": item.recognised_on, "span": span}
        return remark(ITEM_OUTSIDE_PERIOD, (*at, "recognised_on"), **values)

    def _is_other(self, certificate: str) -> bool:
        """Whether a certificate is stated, folded, that does not name the standard that is wanted."""
        return bool(certificate) and self.wanted not in certificate

    def _lacking(self, item: Item, certificate: str) -> list[Text]:
        """Return what an item would have to state, in words."""
        keys = [key for key in self.needed if getattr(item, key) is None]
        term = self.indicator.item_term
        lacking = [term(key) for key in keys]
        lacking += [_TO_THE_DAY.format(field=term(key)) for key in self._vague(item)]
        if self._is_other(certificate):
            lacking.append(_OF_STANDARD.format(field=term("certificate"), standard=self.certificate))
        if item.recognised_on and first_day(item.recognised_on) > self.known:
            lacking.append(_BY_DAY.format(field=term("recognised_on"), day=self.known))
        return lacking


def _unnamed(position: int, item: Item, name: str, at: Path) -> Diagnostic:
    """Return what is told of an item whose name, folded, names nothing."""
    shown, so = f"“{item.name}”" if name else _UNSEEN, OUT if name in _SUMS else OPEN
    return remark(ITEM_UNNAMED, (*at, "name"), position=position + 1, name=shown, so=so)


@lru_cache(256)
def eligibility_of(indicator: Indicator, rejected: tuple[RejectedItem, ...], days: Days) -> Eligibility:
    """Return what the items of one count are held to: the same for many reports of a batch."""
    return Eligibility(indicator, rejected, days)
