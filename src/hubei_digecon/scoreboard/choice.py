"""Decide which of many reports count: those for one period, the highest revision of each place.

Reports are added one by one, and only the figures of those that count are kept: one report a place and
period. From these the period is scored, the change since the previous one is found, and reports are compared.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import eq
from typing import NamedTuple

from ..domain.reports import Period
from ..domain.words import Counting
from ..quantity.parsing import Quantity

SamePath = Callable[[str, str], bool]
"""Whether two paths lead to one file."""


class StatedFigure(NamedTuple):
    """A figure of a report, without its evidence; ``period`` is ``None`` if it is the report's."""

    indicator: str
    quantity: Quantity
    period: Period | None = None
    scope: str | None = None
    counting: Counting | None = None


class FoundReport(NamedTuple):
    """A report that was found: where it is and what it is of; ``part`` is which of those in its file it
    is, counted from 0. ``data`` are the bytes of that file, where it may count. ``stated`` are its
    figures.
    """

    path: str
    entity: str
    period: Period
    revision: int
    data: bytes = b""
    part: int = 0
    illustrative: bool = False
    stated: Iterable[StatedFigure] = ()


@dataclass(slots=True)
class PeriodReports:
    """The reports of one place for one period with the highest revision: one, or several that clash.

    Of those that clash, ``reports`` has the first two, and ``number`` counts them all. ``superseded`` are
    those of a lower revision.
    """

    period: Period
    revision: int
    reports: list[FoundReport]
    number: int = 1
    superseded: list[FoundReport] = field(default_factory=list)

    @property
    def clashes(self) -> bool:
        """Whether equal revisions leave open which report counts."""
        return self.number > 1

    def add(self, heard: FoundReport, same: SamePath) -> bool:
        """Take in another report for this period; return whether it is another one."""
        if heard.revision > self.revision:
            self._supersede(*self.reports)
            self.revision, self.reports, self.number = heard.revision, [heard], 1
        elif heard.revision < self.revision:
            self._supersede(heard)
        elif heard.revision == self.revision:
            if any(heard.part == one.part and same(heard.path, one.path) for one in self.reports):
                return False
            self.number += 1
            if len(self.reports) < 2:
                self.reports.append(heard)
        return True

    def _supersede(self, *reports: FoundReport) -> None:
        self.superseded.extend(one._replace(data=b"", stated=()) for one in reports)


@dataclass(slots=True)
class ReportChoice:
    """Collects reports and decides which count. ``asked`` is the period asked for, else the latest found.
    There may be hundreds of thousands, so their places and periods are kept once.

    ``found`` counts the reports of each place, of any period and revision.
    """

    asked: Period | None = None
    same: SamePath = eq
    found: Counter[str] = field(default_factory=Counter)
    latest: Period | None = None
    _slots: dict[str, dict[Period, PeriodReports]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _periods: dict[Period, Period] = field(default_factory=dict)

    @property
    def period(self) -> Period | None:
        """The period that the places are scored for; ``None`` where nothing was found."""
        return self.asked or self.latest

    def add(self, heard: FoundReport) -> None:
        """Take in a report."""
        heard = heard._replace(
            entity=self._names.setdefault(heard.entity, heard.entity),
            period=self._periods.setdefault(heard.period, heard.period),
        )
        if self.latest is None or heard.period.end > self.latest.end:
            self.latest = heard.period
        slots = self._slots.setdefault(heard.entity, {})
        slot = slots.get(heard.period)
        if slot is not None:
            self.found[heard.entity] += slot.add(heard, self.same)
            return
        self.found[heard.entity] += 1
        if self.asked is None or heard.period.end <= self.asked.end:
            slots[heard.period] = PeriodReports(heard.period, heard.revision, [heard])

    def counting(self, entity: str) -> PeriodReports | None:
        """Return the reports of a place that count for the period; ``None`` without any."""
        return self._slots.get(entity, {}).get(self.period) if self.period else None

    def earlier(self, entity: str) -> PeriodReports | None:
        """Return the latest reports of a place before the one that counts, of the same length."""
        now = self.counting(entity)
        if now is None:
            return None
        before = (one for one in self._slots[entity].values() if _is_before(one.period, now.period))
        return max(before, key=lambda slot: slot.period.year, default=None)

    def of_place(self, entity: str) -> list[PeriodReports]:
        """Return the reports of a place, period by period."""
        return sorted(self._slots.get(entity, {}).values(), key=lambda slot: slot.period.end)

    def by_place(self) -> Iterator[list[PeriodReports]]:
        """Return the reports of each place for every period up to the one that is scored."""
        return (list(slots.values()) for slots in self._slots.values())


def _is_before(one: Period, other: Period) -> bool:
    """Whether a period is as long as another, and of an earlier year."""
    return one.month == other.month and one.year < other.year
