"""What a report says: one entity's observations for one period."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ..diagnostics import Diagnostic, SourceFile
from ..quantity import Quantity
from ..text import Text
from .words import Arrival, Counting, Level, Missing, State, Status


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or January to the end of ``month`` of it (1 to 11)."""

    year: int
    month: int | None = None
    end: datetime.date = field(init=False, repr=False, compare=False)
    """The last day of the period."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "end", _end(self.year, self.month))

    @property
    def whole(self) -> bool:
        """Whether the period is the whole year."""
        return self.month is None

    def __str__(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-M{self.month:02d}"


@lru_cache
def _end(year: int, month: int | None) -> datetime.date:
    if month is None:
        return datetime.date(year, 12, 31)
    return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)


class Span(NamedTuple):
    """The days between which a day lies that is not stated itself: those of a month, or of a year."""

    first: datetime.date
    last: datetime.date

    def __str__(self) -> str:
        month = self.first.month == self.last.month
        return f"{self.first:%Y-%m}" if month else f"{self.first:%Y}"


Dated = datetime.date | Span
"""When something was: on a day, or on one that is known to lie between two."""

NO_END = datetime.date.max
"""The last day of what holds without an end."""


def first_day(dated: Dated) -> datetime.date:
    """Return the earliest day that is meant."""
    return dated.first if isinstance(dated, Span) else dated


def last_day(dated: Dated) -> datetime.date:
    """Return the latest day that is meant."""
    return dated.last if isinstance(dated, Span) else dated


class Evidence(NamedTuple):
    """A document or publication behind an observation."""

    title: str | None = None
    issuer: str | None = None
    document: str | None = None
    dated: Dated | None = None


class Item(NamedTuple):
    """One countable thing behind a count: a firm, a platform. Reports hold hundreds, so it is a tuple, which
    is made in a third of the time.
    """

    name: str
    code: str | None = None
    level: Level | None = None
    arrival: Arrival | None = None
    recognised_on: Dated | None = None
    valid_until: Dated | None = None
    by: str | None = None
    list: str | None = None
    publisher: str | None = None
    year: int | None = None
    certificate: str | None = None
    document: str | None = None


class Observation(NamedTuple):
    """One reported value, or milestone state, or the reason why there is none.

    ``scope`` is an id of the catalogue, or another text as written; ``None`` where it is unstated.
    ``commitment`` is the target as the submitter understands it, as written. ``told`` is recorded
    and shown only: base value, cause of deviation, measures, explanation and note, with labels.
    """

    indicator: str
    quantity: Quantity | None = None
    state: State | None = None
    missing: Missing | None = None
    status: Status = Status.UNSTATED
    scope: str | None = None
    counting: Counting | None = None
    period: Period | None = None
    items: tuple[Item, ...] = ()
    source: Evidence | None = None
    evidence: tuple[Evidence, ...] = ()
    commitment: str | None = None
    told: tuple[tuple[Text, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """Who handed a report in, when, and for the how-manieth time; of a form not yet filled, nobody."""

    by: str
    date: datetime.date | None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What an entity submits for one period. ``remarks`` are what reading it gave rise to; ``unfilled`` are
    the commitments stated where nothing is reported yet, by indicator: a form has them from the start.
    """

    source: SourceFile
    entity: str
    period: Period
    submitted: Submission
    observations: Mapping[str, Observation]
    illustrative: bool = False
    remarks: tuple[Diagnostic, ...] = ()
    unfilled: Mapping[str, str] = field(default_factory=dict)
