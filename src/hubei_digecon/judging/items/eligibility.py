"""Examine one item alone: whether the review, its level, dates, certificate and fields let it count."""

import datetime
import enum
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from ...diagnostics import Diagnostic, Path, diagnose
from ...domain.names import folded
from ...domain.reports import Dated, Item, first_day, last_day
from ...domain.reviews import RejectedItem
from ...domain.targets import Indicator
from ...domain.words import Arrival, ItemLevel
from ...late import late_pattern
from ...quantity.kinds import Nature
from ...records import NamedTuple
from ...text import Text
from .credit_codes import valid_code
from .diagnostics import (
    ITEM_BELOW_LEVEL,
    ITEM_EXPIRED,
    ITEM_LACKS_FIELD,
    ITEM_ONLY_SIGNED,
    ITEM_OTHER_CERTIFICATE,
    ITEM_OUTSIDE_PERIOD,
    ITEM_REJECTED,
    ITEM_UNNAMED,
    OPEN,
    OUT,
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

_STANDARD = late_pattern(r"(?:gb|iso|iec|t/|din|en)[/a-z]*[0-9]{3,}")
"""A text, folded, that names a standard: gb/t23001, iso9001."""


class ItemStanding(enum.Enum):
    """Whether an item counts."""

    ELIGIBLE = "eligible", Text("符合条件", "eligible")
    IN_QUESTION = "in_question", Text("不能确定是否计入", "not known whether it counts")
    NOT_COUNTED = "not_counted", Text("不计", "not counted")
    HISTORY = "history", Text("历史记录", "an earlier or later record of an item")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


class ExaminedItem(NamedTuple):
    """The item at ``position``, its name and code as compared, and how it stands.

    ``code`` is ``None`` if the written one is not valid, since only a valid code identifies. ``history``: the
    record is of other days than those that count; it expired before, or came later. ``diagnostic`` tells why
    the item is not simply eligible, ``similar`` that it may be another item of the list.
    """

    position: int
    item: Item
    name: str
    code: str | None
    standing: ItemStanding
    history: bool
    diagnostic: Diagnostic | None = None
    similar: Diagnostic | None = None


class CountedDays(NamedTuple):
    """The days that count for the items of one count.

    ``since`` is the base date of an added count, if stated. ``end`` is the last day that counts: the end of
    the period, or of the due year if that is earlier. ``known`` is the day of judging; nothing is known of
    later days. ``dated``: every item must be dated, since the period goes on after ``end``.
    """

    since: datetime.date | None
    end: datetime.date
    known: datetime.date
    dated: bool = False


class EligibilityCheck:
    """The conditions that the items of one count must fulfil.

    Args:
        indicator: the count; the catalogue says what makes an item eligible.
        rejected: the items that a review does not count, by name.
        days: the days that count.
    """

    def __init__(self, indicator: Indicator, rejected: Iterable[RejectedItem], days: CountedDays) -> None:
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

    def examine(self, position: int, item: Item) -> ExaminedItem:
        """Return how an item stands, taken alone."""
        at: Path = ("observations", self.indicator.id, "items", position)
        name = folded(item.name)
        code = valid_code(item.code) if item.code else None
        certificate = folded(item.certificate) if self.wanted and item.certificate else ""
        alone = ExaminedItem(position, item, name, code, ItemStanding.ELIGIBLE, self._is_history(item))
        told = (
            _unnamed(position, item, name, at)
            if is_sum(name)
            else self._not_counted(item, name, certificate, at)
        )
        if told:
            return alone._replace(standing=ItemStanding.NOT_COUNTED, diagnostic=told)
        if names_nothing(name):
            return alone._replace(
                standing=ItemStanding.IN_QUESTION, diagnostic=_unnamed(position, item, name, at)
            )
        lacking = self._lacking(item, certificate)
        if not lacking:
            return alone
        fields = Text.joined(lacking, "、", ", ")
        told = diagnose(ITEM_LACKS_FIELD, at, name=item.name, fields=fields)
        return alone._replace(standing=ItemStanding.IN_QUESTION, diagnostic=told)

    def _is_history(self, item: Item) -> bool:
        expired = item.valid_until is not None and last_day(item.valid_until) < self.end
        return expired or (item.recognised_on is not None and first_day(item.recognised_on) > self.end)

    def _not_counted(self, item: Item, name: str, certificate: str, at: Path) -> Diagnostic | None:
        """Return why an item does not count; ``None`` if nothing excludes it."""
        if name in self.rejected:
            return diagnose(ITEM_REJECTED, at, name=item.name, reason=self.rejected[name].reason)
        if self.levels and item.level and item.level not in self.levels:
            return self._below_level(item, item.level, at)
        if item.arrival is Arrival.SIGNED:
            return diagnose(ITEM_ONLY_SIGNED, (*at, "arrival"), name=item.name)
        if item.recognised_on and self._is_out_of_time(item.recognised_on):
            return self._out_of_time(item, item.recognised_on, at)
        if item.valid_until and not self.added and last_day(item.valid_until) < self.end:
            values: dict[str, object] = {"name": item.name, "date": item.valid_until, "end": self.end}
            return diagnose(ITEM_EXPIRED, (*at, "valid_until"), **values)
        if self._is_other(certificate) and _STANDARD.search(certificate):
            values = {"name": item.name, "certificate": item.certificate, "wanted": self.certificate}
            return diagnose(ITEM_OTHER_CERTIFICATE, (*at, "certificate"), **values)
        return None

    def _below_level(self, item: Item, level: ItemLevel, at: Path) -> Diagnostic:
        named = Text.joined([level.term for level in self.levels], "、", ", ")
        values = {"name": item.name, "level": level.term, "levels": named}
        return diagnose(ITEM_BELOW_LEVEL, (*at, "level"), **values)

    def _is_out_of_time(self, dated: Dated) -> bool:
        """Whether a day, or every day of a month, is out of time."""
        return first_day(dated) > self.end or (self.since is not None and last_day(dated) < self.since)

    def _vague(self, item: Item) -> Iterator[str]:
        """Return the keys of dates given as a month of which only some days are in time."""
        on, until = item.recognised_on, item.valid_until
        last = self.end if on is None or first_day(on) > self.known else min(self.end, self.known)
        if on and (last_day(on) > last or (self.since is not None and first_day(on) < self.since)):
            yield "recognised_on"
        if until and not self.added and first_day(until) < self.end:
            yield "valid_until"

    def _out_of_time(self, item: Item, dated: Dated, at: Path) -> Diagnostic:
        span = partial((_SPAN if self.since else _UNTIL).format, since=self.since, end=self.end)
        values = {"name": item.name, "date": dated, "span": span, "late": first_day(dated) > self.end}
        return diagnose(ITEM_OUTSIDE_PERIOD, (*at, "recognised_on"), **values)

    def _is_other(self, certificate: str) -> bool:
        """Whether a folded certificate is stated and does not name the required standard."""
        return bool(certificate) and self.wanted not in certificate

    def _lacking(self, item: Item, certificate: str) -> list[Text]:
        """Return the fields that an item lacks, in words."""
        keys = [key for key in self.needed if getattr(item, key) is None]
        term = self.indicator.item_term
        lacking = [term(key) for key in keys]
        lacking += [_TO_THE_DAY.format(field=term(key)) for key in self._vague(item)]
        if self._is_other(certificate):
            lacking.append(_OF_STANDARD.format(field=term("certificate"), standard=self.certificate))
        if item.recognised_on and first_day(item.recognised_on) > self.known:
            lacking.append(_BY_DAY.format(field=term("recognised_on"), day=self.known))
        return lacking


def is_sum(name: str) -> bool:
    """Whether a folded name is that of a row with a sum."""
    return name in _SUMS


def names_nothing(name: str) -> bool:
    """Whether a folded name names nothing."""
    return name in _NO_NAMES or not any(map(str.isalnum, name))


def _unnamed(position: int, item: Item, name: str, at: Path) -> Diagnostic:
    """Return the diagnostic on an item whose folded name names nothing."""
    shown, so = f"“{item.name}”" if name else _UNSEEN, OUT if is_sum(name) else OPEN
    return diagnose(ITEM_UNNAMED, (*at, "name"), position=position + 1, name=shown, so=so)


@lru_cache(256)
def eligibility_of(
    indicator: Indicator, rejected: tuple[RejectedItem, ...], days: CountedDays
) -> EligibilityCheck:
    """Return the conditions for the items of one count; many reports of a batch share them."""
    return EligibilityCheck(indicator, rejected, days)
