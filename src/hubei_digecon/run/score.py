"""Put all places side by side: choose the reports that count, judge them, make the scoreboard."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from itertools import repeat

from ..diagnostics import Diagnostic, Path, Place, Severity, SourceFile, diagnose
from ..domain.assessments import Assessment, FileDiagnostics
from ..domain.outcomes import Verdict
from ..domain.reports import Period, Report
from ..domain.scoreboard import Recipe, Scoreboard
from ..domain.targets import Entity
from ..judging import invalid
from ..judging.assessment import MORE_DIAGNOSTICS
from ..load.faults import RefusedInput
from ..load.readers import reader_of
from ..load.search.inputs import Input
from ..load.source import HeldFile
from ..load.targets import TargetLibrary
from ..scoreboard.across import SAME_REVISION, ReportedPlace, look_across
from ..scoreboard.choice import FoundReport, PeriodReports, ReportChoice
from ..scoreboard.over_time import SUPERSEDED_REPORT, DoubtfulChange, look_back, stated_in
from ..scoreboard.packing import packed
from ..scoreboard.rows import ScoredPlace, by_document, in_notice_order, rows_of, unpublished
from .inputs import REPORTS, read_input, read_one
from .judge import Judge
from .loop import AT_ONCE, Follow, follow_nothing, run_inputs
from .places import read_places

MOST_DOUBTS = 20
"""How many doubts about the figures of one place over time are told: more say that all of them are wrong."""


def score_reports(
    judge: Judge,
    inputs: Iterable[Input],
    recipe: Recipe,
    period: Period | None = None,
    follow: Follow = follow_nothing,
) -> Scoreboard:
    """Return the scoreboard of all places, made from the reports among ``inputs``.

    Args:
        judge: what reports are judged by.
        inputs: the inputs to read. One that cannot be read gives a diagnostic.
        recipe: how scores are made.
        period: the period to score. By default it is the latest that was found.
        follow: called with the number of inputs that are done since the last call.

    Raises:
        TargetsError: where a target file has an error.
        WorkerLostError: where a worker process ended early.
    """
    read_places(judge.library, judge.options.processes)  # so that every worker has them
    judge.library.raise_faults()
    return board_of(gather_reports(judge, inputs, period, follow), recipe)


def board_of(scoring: "ReportGathering", recipe: Recipe) -> Scoreboard:
    """Return the scoreboard of all places, made from the reports that were gathered.

    Raises:
        TargetsError: where a target file has an error.
    """
    judge, options, library = scoring.judge, scoring.judge.options, scoring.judge.library
    entities = {entity.id: entity for entity in library.entities()}
    library.raise_faults()
    documents = library.judged_documents
    places = [row for one in _places(scoring, entities.values(), documents) for row in scoring.place(one)]
    rows, rankings = rows_of(by_document(places, documents), recipe)
    across = (*look_across(scoring.reported, entities, library.catalogue), *scoring.over_time())
    reports = [*scoring.judged, *((row.entity.id, "") for row in rows)]
    files, diagnostics = judge.rests_on(reports, (*scoring.said, *across))
    named, without = unpublished(documents)
    return Scoreboard(
        options.as_of,
        options.settings,
        scoring.choice.period,
        rows,
        recipe,
        scoring.files,
        tuple(scoring.unread),
        diagnostics,
        without,
        named,
        rankings,
        documents,
        files,
        judge.reviews.digests,
        judge.history.digests if judge.history else (),
        registers=(judge.register.file,) if judge.register else (),
    )


def _places(
    scoring: "ReportGathering", entities: Collection[Entity], documents: Collection[str]
) -> Iterator[Entity]:
    """Return the places with targets in the documents chosen, then those without any that reported."""
    placed = in_notice_order(entities, documents)
    yield from placed
    ids = {one.id for one in placed}
    yield from (one for one in entities if one.id not in ids and scoring.choice.counting(one.id))


def gather_reports(
    judge: Judge, inputs: Iterable[Input], period: Period | None = None, follow: Follow = follow_nothing
) -> "ReportGathering":
    """Return the reports among ``inputs``, gathered by place and period; those for ``period`` count.

    Raises:
        TargetsError: where a target file that is needed has an error.
        WorkerLostError: where a worker process ended early.
    """
    gathered = ReportGathering.of(judge, period)
    survey, listed, jobs = ReportSurvey(judge), partial(_listed, judge), judge.options.processes
    many = judge.options.has_many
    run_inputs(inputs, survey, listed, gathered.gather, jobs=jobs, at_once=AT_ONCE, many=many, follow=follow)
    return gathered


_KEPT = 128
"""How many trees of reports are kept in which places are looked for: a trend goes over those of a place."""

HeldInput = Report | RefusedInput | FileDiagnostics
"""What an input holds, as it was read."""

Surveyed = FoundReport | Assessment | FileDiagnostics
"""What a survey returns of an input: a report that was found, one that is invalid, or diagnostics."""


class ReportSurvey:
    """Reads inputs, and keeps of each report what is needed to choose those that count.

    A report that may count keeps the bytes of its file. It is read from them once more if it does count, now
    with places, and no file is opened twice. ``highest`` holds the highest revision of each place and period
    that this process has read. A report of a lower revision is superseded, one of the same revision clashes:
    neither keeps bytes, so that little is sent between processes.
    """

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.highest: dict[tuple[str, Period], int] = {}

    def __call__(self, one: Input) -> list[Surveyed]:
        """Return what one input holds, each report in it as one that was found."""
        read = read_input(one, self.judge.library, REPORTS)
        path = one.path.emptied() if isinstance(one.path, HeldFile) else one.path
        numbers = {id(held): number for number, held in enumerate(read.held)}
        found, others = list[FoundReport](), list[Surveyed]()
        for held in self.judge.refuse(read.held):
            if isinstance(held, Report):
                found.append(self._found(held, path, numbers[id(held)], read.data))
            else:
                others.append(held)
        return [*(packed(found) if len(found) > 1 else found), *others]

    def _found(self, report: Report, path: str, part: int, data: bytes) -> FoundReport:
        slot, revision = (report.entity, report.period), report.submitted.revision
        may_count = revision > self.highest.get(slot, 0)
        if may_count:
            self.highest[slot] = revision
        kept = data if may_count else b""
        return FoundReport(path, *slot, revision, kept, part, report.illustrative, stated_in(report))


def _listed(judge: Judge, surveyed: Iterable[Surveyed]) -> list[Surveyed]:
    """Return what surveys of some inputs returned, as a list.

    Raises:
        TargetsError: where a target file that they were read against has an error.
    """
    listed = list(surveyed)
    judge.library.raise_faults()
    return listed


@dataclass(slots=True)
class ReportGathering:
    """Gathers what a run finds: the choice among reports, those that were judged, and diagnostics.

    ``read`` holds the bytes of the file that was read last, and what is in it.
    """

    judge: Judge
    choice: ReportChoice
    files: int = 0
    unread: list[Assessment] = field(default_factory=list)
    said: list[FileDiagnostics] = field(default_factory=list)
    judged: list[tuple[str, str]] = field(default_factory=list)
    reported: list[ReportedPlace] = field(default_factory=list)
    read: tuple[bytes, list[HeldInput]] | None = None

    @classmethod
    def of(cls, judge: Judge, period: Period | None = None) -> "ReportGathering":
        """Return what has gathered nothing yet; reports for ``period`` will count."""
        return cls(judge, ReportChoice(period, _same_file))

    def gather(self, surveyed: Iterable[Surveyed]) -> None:
        """Take in what surveys of some inputs returned."""
        for one in surveyed:
            self._keep(one)

    def _keep(self, one: FoundReport | Assessment | FileDiagnostics) -> None:
        match one:
            case FoundReport():
                self.files += 1
                self.choice.add(one)
            case Assessment():
                self.files += 1
                self.unread.append(one)
            case _:
                self.said.append(one)

    def place(self, entity: Entity) -> Iterator[ScoredPlace]:
        """Judge the reports of a place that count, by each document: the one for the period, and the one
        before. One that cannot be relied on stands once, with the first document.
        """
        now, before = self.choice.counting(entity.id), self.choice.earlier(entity.id)
        found = self.choice.found[entity.id]
        made = self._now(now, entity) if now else ()
        past = self._past(now.period, entity, before) if now else ()
        earlier = {one.document: one for one in past}
        ids = [id for id in self.judge.library.judged_documents if entity.judged((id,))]
        if len(made) == 1 and made[0].verdict is Verdict.INVALID:
            yield ScoredPlace(entity, found, made[0], document=next(iter(ids), None))
            return
        assessed = {one.document: one for one in made}
        for id in ids or (None,):
            yield ScoredPlace(entity, found, assessed.get(id), earlier.get(id), id)

    def assessed(self, slot: PeriodReports) -> tuple[tuple[Assessment, ...], Report | None]:
        """Judge the report of a period that counts, by each document; where several clash, the one assessment
        is invalid.
        """
        if not slot.clashes:
            return self._judged(slot.reports[0])
        entity, period = slot.reports[0].entity, slot.period
        return (invalid(_first(slot), (_clash(slot),), self.judge.settings, entity, period),), None

    def _now(self, slot: PeriodReports, entity: Entity) -> tuple[Assessment, ...]:
        made, report = self.assessed(slot)
        if report is not None:
            self.reported.append(ReportedPlace(entity, report))
        return made

    def _past(self, now: Period, entity: Entity, slot: PeriodReports | None) -> tuple[Assessment, ...]:
        """Judge the latest earlier report of the same length. Those scored come before those of the history
        for the same period.
        """
        past = self.judge.history.before(entity.id, now) if self.judge.history else ()
        alike = [one.report for one in past if one.report.period.month == now.month]
        if alike and (slot is None or slot.period.year < alike[-1].period.year):
            return self._assessed(alike[-1])
        return self._before(slot) if slot else ()

    def _before(self, slot: PeriodReports) -> tuple[Assessment, ...]:
        if slot.clashes:
            self.said.append(FileDiagnostics(_first(slot), (_clash(slot),)))
            return ()
        return self._judged(slot.reports[0])[0]

    def over_time(self, entities: Collection[str] = ()) -> Iterator[FileDiagnostics]:
        """Return diagnostics on the reports of each place for its periods; of all places if none is named."""
        for slots in self.choice.by_place():
            if entities and slots[0].reports[0].entity not in entities:
                continue
            for slot in slots:
                yield from map(_superseded, slot.superseded, repeat(slot.reports[0]))
            counting = [slot.reports[0] for slot in slots if not slot.clashes]
            if len(counting) > 1:
                doubts = look_back(counting, self.judge.library.catalogue)
                yield from self._doubted([one for one in doubts if not self._is_told(one)])

    def _doubted(self, doubts: Sequence[DoubtfulChange]) -> Iterator[FileDiagnostics]:
        """Return doubts about one place as diagnostics with places, at the later figures, warnings first."""
        told = sorted(doubts, key=lambda doubt: doubt.kind.severity is Severity.NOTE)[:MOST_DOUBTS]
        there = cache(self._source)
        for doubt in told:
            yield _at_one_line(there(doubt.later.heard), doubt.said(there(doubt.earlier.heard)))
        if left := len(doubts) - len(told):
            yield FileDiagnostics(
                SourceFile(told[-1].later.heard.path), (diagnose(MORE_DIAGNOSTICS, number=left),)
            )

    def _is_told(self, doubt: DoubtfulChange) -> bool:
        """Whether a doubt stands with the report itself, since the earlier one is of the history too."""
        later, earlier = doubt.later.heard, doubt.earlier.heard
        if self.judge.history is None or later.period != self.choice.period:
            return False
        past = self.judge.history.before(later.entity, later.period)
        return any(
            one.found.period == earlier.period and _same_file(one.found.path, earlier.path) for one in past
        )

    def _source(self, found: FoundReport) -> SourceFile:
        return self._placed(found).source

    def _judged(self, found: FoundReport) -> tuple[tuple[Assessment, ...], Report | None]:
        """Judge a report that counts, and return its assessments and the report, where it can be read."""
        read = self._placed(found)
        if isinstance(read, Assessment):
            return (read,), None
        return self._assessed(read), read

    def _assessed(self, report: Report) -> tuple[Assessment, ...]:
        made = list(self.judge.judge_report(report))
        self.said.extend(one for one in made if isinstance(one, FileDiagnostics))
        self.judged.append((report.entity, str(report.period)))
        return tuple(one for one in made if isinstance(one, Assessment))

    def _placed(self, found: FoundReport) -> Report | Assessment:
        """Read a report with its places, from the bytes of its file."""
        (held,) = self.judge.refuse([self._read_again(found)])
        assert isinstance(held, Report | Assessment)
        return held

    def _read_again(self, found: FoundReport) -> HeldInput:
        if reader_of(found.path).by_one:
            return _alone(found, self.judge.library)
        if self.read is None or self.read[0] is not found.data:  # a table holds the reports of many places
            read = read_input(Input(found.path), self.judge.library, REPORTS, found.data)
            self.read = found.data, read.held
        return self.read[1][found.part]


def _alone(found: FoundReport, library: TargetLibrary) -> HeldInput:
    """Read one report of a large table. Its source finds places by reading it once more, so that its tree,
    which takes a hundred times the room of its rows, is not kept.
    """
    read = _read_again(found.path, found.data, found.part, library)
    if not isinstance(read, Report):
        return read
    return read._replace(source=read.source._replace(find=partial(_find_again, found, library)))


def _find_again(found: FoundReport, library: TargetLibrary, at: Path) -> Place | None:
    return _read_again(found.path, found.data, found.part, library).source.find(at)


@lru_cache(_KEPT)
def _read_again(path: str, data: bytes, part: int, library: TargetLibrary) -> HeldInput:
    return read_one(Input(path), library, REPORTS, data, part)


def _at_one_line(source: SourceFile, said: Diagnostic) -> FileDiagnostics:
    """Return a diagnostic with its place. Of its file only the line that it is on is kept: there may be
    thousands of files.
    """
    said = said.located_in(source)
    number = said.place.line if said.place else 0
    text = source.line(number)
    slim = SourceFile(source.path, source.sha256, line=lambda asked: text if asked == number else "")
    return FileDiagnostics(slim, (said._replace(source=None),))


def _superseded(found: FoundReport, by: FoundReport) -> FileDiagnostics:
    said = diagnose(
        SUPERSEDED_REPORT,
        entity=found.entity,
        period=found.period,
        revision=found.revision,
        later=by.revision,
        path=by.path,
    )
    return FileDiagnostics(SourceFile(found.path), (said,))


def _clash(slot: PeriodReports) -> Diagnostic:
    first, second = slot.reports
    return diagnose(
        SAME_REVISION,
        entity=first.entity,
        period=slot.period,
        revision=slot.revision,
        number=slot.number,
        first=first.path,
        second=second.path,
    )


def _first(slot: PeriodReports) -> SourceFile:
    return SourceFile(slot.reports[0].path)


def _same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file; standard input is like no other."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return one == other
