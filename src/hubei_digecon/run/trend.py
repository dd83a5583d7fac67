"""Follow places over their periods: choose the reports that count, judge them, make the series."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..domain.assessments import Assessment
from ..domain.reports import Report
from ..domain.targets import Entity
from ..load.search.inputs import Input
from ..scoreboard.choice import PeriodReports
from ..scoreboard.over_time import LARGE_CHANGE, look_back
from ..scoreboard.rows import in_notice_order
from ..trends.series import JudgedReport, Leap, ReportedSeries, SeriesAsked, series_of
from ..trends.values import Series, Trend
from .judge import Judge
from .loop import Follow, follow_nothing
from .places import read_places
from .score import ReportGathering, gather_reports


class TrendAsked(NamedTuple):
    """What is asked of a trend: what of its series, and the places; all if none are named."""

    series: SeriesAsked = SeriesAsked()
    entities: Collection[str] = ()

    def takes(self, entity: Entity) -> bool:
        """Whether a place is among those asked for."""
        return not self.entities or entity.id in self.entities


def trend_reports(
    judge: Judge, inputs: Iterable[Input], asked: TrendAsked, follow: Follow = follow_nothing
) -> Trend:
    """Return the series of all places, made from the reports among ``inputs``.

    Args:
        judge: what reports are judged by.
        inputs: the inputs to read. One that cannot be read gives a diagnostic.
        asked: the method, the base, and which places and indicators.
        follow: called with the number of inputs that are done since the last call.

    Raises:
        TargetsError: where a target file has an error.
        WorkerLostError: where a worker process ended early.
    """
    read_places(judge.library, judge.options.processes)  # so that every worker has them
    judge.library.raise_faults()
    return trend_of(gather_reports(judge, inputs, follow=follow), asked)


def trend_of(gathered: ReportGathering, asked: TrendAsked) -> Trend:
    """Return the series of all places, made from the reports that were gathered.

    Raises:
        TargetsError: where a target file has an error.
    """
    judge, library = gathered.judge, gathered.judge.library
    entities = {entity.id: entity for entity in library.entities()}
    library.raise_faults()
    following = _Following(judge, gathered)
    named = in_notice_order(entities.values(), library.judged_documents)
    ids = {one.id for one in named}
    placed = [*named, *(one for id, one in entities.items() if id not in ids)]
    series = [
        one for entity in placed if asked.takes(entity) for one in following.series(entity, asked.series)
    ]
    files, diagnostics = judge.rests_on(
        gathered.judged, (*gathered.said, *gathered.over_time(asked.entities))
    )
    return Trend(
        judge.options.as_of,
        judge.settings,
        asked.series.method,
        asked.series.base,
        tuple(series),
        tuple(following.assessments),
        (*gathered.unread, *following.unread),
        library.judged_documents,
        files,
        diagnostics,
        judge.reviews.digests,
    )


@dataclass(slots=True)
class _Following:
    """Judges the reports that count, place by place, and keeps their assessments."""

    judge: Judge
    gathered: ReportGathering
    assessments: list[Assessment] = field(default_factory=list)
    unread: list[Assessment] = field(default_factory=list)

    def series(self, entity: Entity, asked: SeriesAsked) -> Iterator[Series]:
        """Return the series of a place."""
        slots = self.gathered.choice.of_place(entity.id)
        reports = [made for slot in slots if (made := self._judged(slot))]
        targets = entity.judged(self.judge.library.judged_documents)
        reported = ReportedSeries(entity, targets, reports, self._leaps(slots))
        return series_of(reported, self.judge.library.catalogue, asked)

    def _judged(self, slot: PeriodReports) -> JudgedReport | None:
        """Judge the report of a period; ``None`` where it cannot be read, or which counts is left open."""
        made, report = self.gathered.assessed(slot)
        if not isinstance(report, Report):
            self.unread.extend(made)
            return None
        self.assessments.extend(made)
        return JudgedReport(report, tuple(finding for one in made for finding in one.findings))

    def _leaps(self, slots: Iterable[PeriodReports]) -> Collection[Leap]:
        counting = [slot.reports[0] for slot in slots if not slot.clashes]
        doubts = look_back(counting, self.judge.library.catalogue)
        return {(one.indicator.id, one.later.period) for one in doubts if one.kind is LARGE_CHANGE}
