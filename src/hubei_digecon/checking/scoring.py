"""All places side by side: which reports count, judged, and put together as a scoreboard."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import repeat

from ..diagnostics import Diagnostic, Severity, SourceFile, remark
from ..evaluate import invalid
from ..evaluate.assessment import MORE_REMARKS
from ..findings import Assessment, FileRemarks
from ..load.inputs import Input
from ..model.reports import Period, Report
from ..model.targets import Entity
from ..scoreboard.across import SAME_REVISION, Reported, look_across
from ..scoreboard.board import Scoreboard
from ..scoreboard.choice import Choice, Heard, Slot
from ..scoreboard.making import Place, in_notice_order, rows_of, unpublished
from ..scoreboard.over_time import SUPERSEDED_REPORT, Doubt, look_back
from ..scoreboard.recipe import Recipe
from . import rests_on
from .judge import Judge
from .reading import read_input
from .spreading import spread
from .survey import Listen

MOST_DOUBTS = 20
"""How many doubts about the figures of one place over time are told: more say that all of them are wrong."""


def score_paths(
    inputs: Iterable[Input],
    judge: Judge,
    recipe: Recipe,
    period: Period | None = None,
    jobs: int | None = None,
    follow: Callable[[int], None] = lambda _number: None,
) -> Scoreboard:
    """Put all places side by side, by the reports among ``inputs``.

    Args:
        inputs: the reports; what cannot be read is told of and stops nothing.
        judge: what they are judged by.
        recipe: how scores are made.
        period: the period to score; the latest found, where none is given.
        jobs: how many processes read them; as many as this process may use, where nobody says.
        follow: told as the run goes on how many more inputs are done.

    Raises:
        TargetsError: where a target file cannot be relied on.
        WorkerLostError: where a process is no more, so that the run cannot be completed.
    """
    library = judge.library
    entities = {entity.id: entity for entity in library.entities()}
    library.raise_faults()
    scoring = _Scoring(judge, Choice(period, _same_file))
    scoring.listen(inputs, jobs, follow)
    places = [scoring.place(one) for one in in_notice_order(entities.values(), library.documents)]
    rows, rankings = rows_of(places, recipe)
    across = (*look_across(scoring.reported, entities, library.catalogue), *scoring.over_time())
    reports = [*scoring.judged, *((id, "") for id in entities)]
    files, remarks = rests_on(judge, reports, (*scoring.said, *across))
    named, without = unpublished(library.documents)
    return Scoreboard(
        judge.as_of,
        judge.settings,
        scoring.choice.period,
        rows,
        recipe,
        scoring.files,
        tuple(scoring.unread),
        remarks,
        without,
        named,
        rankings,
        library.documents,
        files,
        judge.reviews.digests,
    )


@dataclass(slots=True)
class _Scoring:
    """What one run finds: the choice among reports, those judged, and what there is to say beside; ``read``
    is the file read last, and what it holds.
    """

    judge: Judge
    choice: Choice
    files: int = 0
    unread: list[Assessment] = field(default_factory=list)
    said: list[FileRemarks] = field(default_factory=list)
    judged: list[tuple[str, str]] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    read: tuple[str, list[Report | Assessment | FileRemarks]] | None = None

    def listen(self, inputs: Iterable[Input], jobs: int | None, follow: Callable[[int], None]) -> None:
        """Read all inputs and keep what says which of them count."""
        work = Listen(self.judge.library, self.judge.settings)
        for number, heard in spread(work, inputs, jobs):
            for one in heard:
                self._keep(one)
            follow(number)

    def _keep(self, one: Heard | Assessment | FileRemarks) -> None:
        match one:
            case Heard():
                self.files += 1
                self.choice.add(one)
            case Assessment():
                self.files += 1
                self.unread.append(one)
            case _:
                self.said.append(one)

    def place(self, entity: Entity) -> Place:
        """Judge the reports of a place that count: the one for the period, and the one before."""
        now, before = self.choice.counting(entity.id), self.choice.earlier(entity.id)
        found = self.choice.found[entity.id]
        return Place(
            entity,
            found,
            self._now(now, entity) if now else None,
            self._before(before) if before else None,
        )

    def _now(self, slot: Slot, entity: Entity) -> Assessment:
        if slot.clashes:
            return invalid(_first(slot), (_clash(slot),), self.judge.settings, entity.id, slot.period)
        made, report = self._judged(slot.reports[0])
        if report is not None:
            self.reported.append(Reported(entity, report))
        return made

    def _before(self, slot: Slot) -> Assessment | None:
        if slot.clashes:
            self.said.append(FileRemarks(_first(slot), (_clash(slot),)))
            return None
        return self._judged(slot.reports[0])[0]

    def over_time(self) -> Iterator[FileRemarks]:
        """Return what there is to say of the reports of each place for its several periods."""
        for slots in self.choice.by_place():
            for slot in slots:
                yield from map(_superseded, slot.superseded, repeat(slot.reports[0]))
            counting = [slot.reports[0] for slot in slots if not slot.clashes]
            if len(counting) > 1:
                yield from self._doubted(tuple(look_back(counting, self.judge.library.catalogue)))

    def _doubted(self, doubts: Sequence[Doubt]) -> Iterator[FileRemarks]:
        """Return doubts about one place as remarks at the later figures, warnings first; their files are read
        again, now with places.
        """
        told = sorted(doubts, key=lambda doubt: doubt.kind.severity is Severity.NOTE)[:MOST_DOUBTS]
        there = cache(self._source)
        for doubt in told:
            yield _at_one_line(there(doubt.later.heard), doubt.said(there(doubt.earlier.heard)))
        if left := len(doubts) - len(told):
            yield FileRemarks(SourceFile(told[-1].later.heard.path), (remark(MORE_REMARKS, number=left),))

    def _source(self, heard: Heard) -> SourceFile:
        return (heard.report or self._again(heard)).source

    def _judged(self, heard: Heard) -> tuple[Assessment, Report | None]:
        """Read a report again, now for all that it says, and judge it."""
        judge = self.judge
        read = heard.report or self._again(heard)
        if isinstance(read, Assessment):
            return read, None  # it is no longer what it was a moment ago
        *refused, made = judge.judge_report(read)
        self.said.extend(one for one in refused if isinstance(one, FileRemarks))
        assert isinstance(made, Assessment)
        self.judged.append((heard.entity, str(heard.period)))
        return made, read

    def _again(self, heard: Heard) -> Report | Assessment:
        """Read a report again; one that its file no longer has is told as a file that cannot be relied on."""
        judge = self.judge
        if self.read is None or self.read[0] != heard.path:  # a table holds the reports of many places
            self.read = heard.path, read_input(Input(heard.path), judge.library, judge.settings)
        _, read = self.read
        found = read[min(heard.part, len(read) - 1)]
        assert isinstance(found, Report | Assessment)
        return found


def _at_one_line(source: SourceFile, said: Diagnostic) -> FileRemarks:
    """Return a remark with its place, and of its file no more than the line that it is on: there may be
    thousands of files.
    """
    said = said.located_in(source)
    number = said.place.line if said.place else 0
    text = source.line(number)
    slim = SourceFile(source.path, source.sha256, line=lambda asked: text if asked == number else "")
    return FileRemarks(slim, (replace(said, source=None),))


def _superseded(heard: Heard, by: Heard) -> FileRemarks:
    said = remark(
        SUPERSEDED_REPORT,
        entity=heard.entity,
        period=heard.period,
        revision=heard.revision,
        later=by.revision,
        path=by.path,
    )
    return FileRemarks(SourceFile(heard.path), (said,))


def _clash(slot: Slot) -> Diagnostic:
    first, second = slot.reports
    return remark(
        SAME_REVISION,
        entity=first.entity,
        period=slot.period,
        revision=slot.revision,
        number=slot.number,
        first=first.path,
        second=second.path,
    )


def _first(slot: Slot) -> SourceFile:
    return SourceFile(slot.reports[0].path)


def _same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file; standard input is like no other."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return one == other
