"""A trend: the series of places over the periods reported, and how each stands between base and target."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from ..brief import shown_briefly
from ..domain.assessments import Assessment, FileDiagnostics, FileDigest, Settings
from ..domain.changes import FigureChange
from ..domain.exit_codes import Exit
from ..domain.findings import Finding
from ..domain.pace import BaseOrigin, BreakKind, NoPace, PaceMethod, PaceState
from ..domain.reports import Observation, Period
from ..domain.run_counts import RunCounts, count_run
from ..domain.targets import Entity, Indicator, PolicyDocument, Target
from ..domain.words import Status
from ..quantity.numbers import Interval


@shown_briefly
class Pace(NamedTuple):
    """The pace at one point by one method: the ratio and its state, or the reason why there is none.

    ``months`` have passed since the base, of the months ``of`` that lie between base and due date.
    """

    ratio: Fraction | None = None
    state: PaceState | None = None
    reason: NoPace | None = None
    months: int | None = None
    of: int | None = None


@shown_briefly
class SeriesBase(NamedTuple):
    """The value that a target starts from, in the unit of its series."""

    period: Period
    value: Fraction
    origin: BaseOrigin


@shown_briefly
class TrendPoint(NamedTuple):
    """One value of a series, in its unit. ``observation`` and ``finding`` are those that it was taken from.

    ``path`` and ``line`` are where the value stands. ``interval`` is what it asserts.
    """

    period: Period
    path: str
    value: Fraction | None = None
    interval: Interval | None = None
    observation: Observation | None = None
    finding: Finding | None = None
    illustrative: bool = False
    change: FigureChange | None = None
    scheduled: Fraction | None = None
    pace: Pace | None = None
    line: int | None = None
    sheet: str = ""

    @property
    def status(self) -> Status | None:
        """How settled the value is; ``None`` where there is no observation."""
        return self.observation.status if self.observation else None

    @property
    def is_hedged(self) -> bool:
        """Whether the value is no more than a bound."""
        quantity = self.observation.quantity if self.observation else None
        by_finding = self.finding is not None and self.finding.decided_bound is not None
        return by_finding or bool(quantity and quantity.bound)


@shown_briefly
class SeriesBreak(NamedTuple):
    """A break before the value of a period: told, never decided."""

    period: Period
    kind: BreakKind


@shown_briefly
class Series(NamedTuple):
    """One indicator of one place over its periods, towards one target if there is one.

    ``schedule`` are the values that the document itself states for earlier years, then the required one.
    ``reason`` says why nothing can be told of its pace at all.
    """

    entity: Entity
    indicator: Indicator
    unit: str | None
    points: tuple[TrendPoint, ...]
    target: Target | None = None
    base: SeriesBase | None = None
    schedule: tuple[tuple[int, Fraction], ...] = ()
    breaks: tuple[SeriesBreak, ...] = ()
    reason: NoPace | None = None

    @property
    def valued(self) -> tuple[TrendPoint, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def is_falling(self) -> bool:
        """Whether the target lies below its base."""
        required = self.target.value if self.target else None
        return self.base is not None and required is not None and required < self.base.value

    def broken_at(self, period: Period) -> tuple[BreakKind, ...]:
        """Return the breaks before the value of a period."""
        return tuple(one.kind for one in self.breaks if one.period == period)


@dataclass(frozen=True, slots=True)
class Trend:
    """The series of all places that reported, by the method asked for. Iterating gives the series."""

    as_of: datetime.date
    settings: Settings
    method: PaceMethod
    base: Period | None
    series: Sequence[Series]
    assessments: Sequence[Assessment] = ()
    unread: Sequence[Assessment] = ()
    documents: Mapping[str, PolicyDocument] = field(default_factory=dict)
    target_files: Sequence[FileDigest] = ()
    file_diagnostics: Sequence[FileDiagnostics] = ()
    reviews: Sequence[FileDigest] = ()

    def __iter__(self) -> Iterator[Series]:
        """Return the series, one after the other."""
        return iter(self.series)

    @property
    def illustrative(self) -> bool:
        """Whether any value shown is not published."""
        return any(point.illustrative for one in self.series for point in one.points)

    @property
    def reports(self) -> int:
        """How many reports are used; each has an assessment for every document that it is judged by."""
        return len({(one.source.path, one.entity, one.period) for one in self.assessments})

    @property
    def files_told(self) -> tuple[Assessment | FileDiagnostics, ...]:
        """The files that something is said of: the inputs that could not be read, then all others."""
        return (*self.unread, *self.file_diagnostics)

    @property
    def counts(self) -> RunCounts:
        """The counts of the run: the inputs that could not be read, and what is said of other files."""
        return count_run(self.unread, self.file_diagnostics, self.settings)

    @property
    def exit_code(self) -> int:
        """The exit code of the command line: a trend tells how things stand, and fails no target."""
        counts = self.counts
        if counts.internal:
            return int(Exit.FAULT)
        if self.unread or counts.failing:
            return int(Exit.INVALID)
        return int(Exit.COMPLIANT if self.series else Exit.UNDECIDED)
