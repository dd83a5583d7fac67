"""Which of many reports count: those for one period, the highest revision of each place.

Reports are taken in one by one and few are kept: for each place and length of period the latest two
periods, which is all that one period and the change since the one before can need.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import eq

from ..model.reports import Period, Report

Same = Callable[[str, str], bool]
"""Whether two paths lead to one file."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A report that was found: where it is and what it is of; ``part`` is which of those in its file it
    is, counted from 0. ``report`` is kept only where it cannot be read again.
    """

    path: str
    entity: str
    period: Period
    revision: int
    report: Report | None = None
    part: int = 0


@dataclass(slots=True)
class Slot:
    """The reports of one place for one period with the highest revision: one, or several that clash.

    Of those that clash, ``reports`` has the first two, ``number`` tells how many there are.
    """

    period: Period
    revision: int
    reports: list[Heard]
    number: int = 1

    @property
    def clashes(self) -> bool:
        """Whether equal revisions leave open which report counts."""
        return self.number > 1

    def add(self, heard: Heard, same: Same) -> bool:
        """Take in another report for this period; return whether it is another one."""
        if heard.revision > self.revision:
            self.revision, self.reports, self.number = heard.revision, [heard], 1
        elif heard.revision == self.revision:
            if any(heard.part == one.part and same(heard.path, one.path) for one in self.reports):
                return False
            self.number += 1
            if len(self.reports) < 2:
                self.reports.append(heard)
        return True


@dataclass(slots=True)
class Choice:
    """Takes in reports and says which count. ``asked`` is the period asked for; else it is the latest found.

    ``found`` counts the reports of each place, of whatever period and revision.
    """

    asked: Period | None = None
    same: Same = eq
    found: Counter[str] = field(default_factory=Counter)
    latest: Period | None = None
    _slots: dict[tuple[str, int | None], list[Slot]] = field(default_factory=dict)

    @property
    def period(self) -> Period | None:
        """The period that the places are scored for; ``None`` where nothing was found."""
        return self.asked or self.latest

    def add(self, heard: Heard) -> None:
        """Take in a report."""
        if self.latest is None or heard.period.end > self.latest.end:
            self.latest = heard.period
        slots = self._slots.setdefault((heard.entity, heard.period.month), [])
        slot = next((slot for slot in slots if slot.period == heard.period), None)
        if slot is not None:
            self.found[heard.entity] += slot.add(heard, self.same)
            return
        self.found[heard.entity] += 1
        if self.asked is None or heard.period.end <= self.asked.end:
            slots.append(Slot(heard.period, heard.revision, [heard]))
            slots.sort(key=lambda slot: slot.period.year, reverse=True)
            del slots[2:]

    def counting(self, entity: str) -> Slot | None:
        """Return the reports of a place that count for the period; ``None`` without any."""
        slots = self._of_this_length(entity)
        return slots[0] if slots and slots[0].period == self.period else None

    def earlier(self, entity: str) -> Slot | None:
        """Return the latest reports of a place before the one that counts, of the same length."""
        slots = self._of_this_length(entity)
        return slots[1] if self.counting(entity) and len(slots) > 1 else None

    def _of_this_length(self, entity: str) -> list[Slot]:
        return self._slots.get((entity, self.period.month), []) if self.period else []
