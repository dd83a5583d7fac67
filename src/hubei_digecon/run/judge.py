"""Judge what an input holds: one assessment a report, and diagnostics on files that hold none."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..diagnostics import SourceFile, diagnose
from ..diagnostics.internal import internal_fault
from ..domain.assessments import Assessment, FileDiagnostics, FileDigest, Settings
from ..domain.reports import Report
from ..domain.run import Run
from ..domain.targets import Entity
from ..judging import assess_by_documents, invalid
from ..load.attachments import check_documents
from ..load.faults import MORE_FAULTS, RefusedInput
from ..load.search.inputs import Input
from ..load.targets import TargetLibrary, TargetsError
from ..load.tree import MAX_FAULTS
from ..records import NamedTuple
from .inputs import REPORTS, read_input
from .options import RunOptions
from .reviews import ReviewBook, followed_review, read_reviews

if TYPE_CHECKING:
    from ..trends.yearly import EarlierFacts
    from .history import HistoryBook
    from .registers import AskedRegister

JudgeInput = Report | Assessment | FileDiagnostics
"""What an input holds, before the reports are judged."""


class Judge(NamedTuple):
    """Judges every report of a run alike. A ``brief`` judge gives verdicts and counts, without findings.

    ``history`` are the earlier reports given, ``register`` is what a register of items answered; ``None``
    where none were.
    """

    options: RunOptions
    reviews: ReviewBook
    brief: bool = False
    history: "HistoryBook | None" = None
    register: "AskedRegister | None" = None

    @classmethod
    def of(cls, options: RunOptions, brief: bool = False) -> "Judge":
        """Return the judge of a run. Its reviews and its history are read.

        Raises:
            TargetsError: where a target file that is needed has an error.
        """
        library = options.library
        _ = library.catalogue, library.documents
        library.raise_faults()
        exclude = options.settings.exclude
        history = _history_of(options) if options.history else None
        brief = brief and options.settings.baseline is None  # what is known, is known target by target
        judge = cls(options, read_reviews(options.reviews, library, exclude), brief, history)
        return judge._replace(register=_register_of(judge)) if options.register else judge

    @property
    def library(self) -> TargetLibrary:
        """The target files that reports are held against."""
        return self.options.library

    @property
    def settings(self) -> Settings:
        """What reports are held to."""
        return self.options.settings

    def judge(self, one: Input) -> Iterator[Assessment | FileDiagnostics]:
        """Read and judge one input. A fault of the program at one report ends none of the others.

        Raises:
            TargetsError: where a target file that is needed has an error.
        """
        for read in self.refuse(read_input(one, self.library, REPORTS).held):
            if isinstance(read, Report):
                yield from self.judge_report(read)
            else:
                yield read

    def refuse(self, held: Sequence[Report | RefusedInput | FileDiagnostics]) -> list[JudgeInput]:
        """Return what an input holds, with an invalid assessment in place of each refusal. Refusals beyond
        :data:`MAX_FAULTS` faults are only counted.
        """
        settings = self.settings
        read = [_refusal(one, settings) if isinstance(one, RefusedInput) else one for one in held]
        return read if len(read) <= MAX_FAULTS else _capped(read, settings)

    def judge_report(self, report: Report) -> Iterator[Assessment | FileDiagnostics]:
        """Judge one report. Diagnostics on reviews that are refused come first.

        Raises:
            TargetsError: where a target file that is needed has an error.
        """
        try:
            yield from tuple(self._judge_report(report))
        except TargetsError:
            raise
        except Exception as error:
            fault = (internal_fault(error),)
            yield invalid(report.source, fault, self.settings, report.entity, report.period)

    def run_of(
        self,
        assessments: Sequence[Assessment],
        files: Sequence[FileDigest] = (),
        diagnostics: Sequence[FileDiagnostics] = (),
    ) -> Run:
        """Return a run with what came of some reports, what they rest on, and the diagnostics beside them."""
        options = self.options
        return Run(
            options.as_of,
            options.settings,
            assessments,
            options.library.judged_documents,
            files,
            diagnostics,
            self.reviews.digests,
            history=self.history.digests if self.history else (),
            registers=(self.register.file,) if self.register else (),
        )

    def rests_on(
        self, reports: Iterable[tuple[str, str]], said: Iterable[FileDiagnostics]
    ) -> tuple[Sequence[FileDigest], tuple[FileDiagnostics, ...]]:
        """Return the target files that judging some reports rests on, and all diagnostics beside them.

        Args:
            reports: the reports that were judged, by entity and period.
            said: the diagnostics on other files that the run gave rise to.

        Raises:
            TargetsError: where one of the target files has an error.
        """
        named = list(reports)
        for entity, _period in named:
            self.library.entity(entity)  # only a worker process may have read it
        self.library.raise_faults()
        files, diagnostics = self.library.used(entity for entity, _period in named)
        past = self.history.file_diagnostics if self.history else ()
        used = [*named, *self.history.named] if self.history else named
        differing = self._differing(dict.fromkeys(entity for entity, _period in named))
        beside = (
            *diagnostics,
            *differing,
            *self.reviews.file_diagnostics,
            *past,
            *((self.register.said,) if self.register and self.register.said.diagnostics else ()),
            *said,
            *self.reviews.unused(used),
        )
        return files, tuple(file.told(self.settings) for file in beside)

    def _differing(self, entities: Iterable[str]) -> Iterator[FileDiagnostics]:
        """Return notes on target files where the documents chosen ask different things of a place."""
        documents = self.library.judged_documents
        if len(documents) < 2:
            return
        from ..judging.between_documents import differing  # few runs are by several documents

        for id in entities:
            entity, source = self.library.entity(id), self.library.source_of(id)
            if entity and source and (notes := tuple(differing(entity, documents))):
                placed = tuple(one._replace(place=source.find(one.at)) for one in notes)
                yield FileDiagnostics(source, placed)

    def _judge_report(self, report: Report) -> Iterator[Assessment | FileDiagnostics]:
        reviews, refused = self.reviews.of(report)
        yield from refused
        documents, missing = check_documents(report) if self.settings.documents else ((), ())
        if missing:
            report = report._replace(diagnostics=(*report.diagnostics, *missing))
        entity, catalogue = self.entity_of(report), self.library.catalogue
        report, earlier = self._compared(report)
        day, judged_by = self.options.as_of, self.library.judged_documents
        counts = self.register.counts if self.register else None
        followed = tuple(map(followed_review, reviews))
        figures = {key: one.fact for key, one in earlier.items() if one.may_stand_beside(report)}
        for made in assess_by_documents(
            report, entity, catalogue, self.settings, day, judged_by, reviews, self.brief, figures, counts
        ):
            if not self.brief:
                made = made._replace(documents=documents, reviews=followed)
                made = self._told(made, report, earlier)
            yield self._held(made)
            documents = ()  # told once, as all that is said of the report itself

    def _held(self, made: Assessment) -> Assessment:
        """Return an assessment with what the baseline has of it, where there is one."""
        if self.settings.baseline is None:
            return made
        from ..comparison.baseline import held_to  # few runs have one

        return held_to(made, self.settings.baseline)

    def _compared(self, report: Report) -> "tuple[Report, EarlierFacts]":
        """Return a report with what does not fit earlier ones of its place, and the figures of those."""
        past = self.history.beside(report, self.library.catalogue) if self.history else None
        if past is None:
            return report, {}
        from .beside import facts_before

        return past.doubted(), facts_before((one.report for one in past.earlier), self)

    def _told(self, made: Assessment, report: Report, earlier: "EarlierFacts") -> Assessment:
        """Return an assessment with what is told beside findings, where that was asked for."""
        past = self.history.beside(report, self.library.catalogue) if self.history else None
        if past:
            made = made._replace(over_time=past.over_time(self.entity_of(report)))
        if not earlier and not self.settings.schedule:
            return made
        from .beside import told_beside

        return told_beside(made, report, earlier, self)

    def entity_of(self, report: Report) -> Entity:
        """Return the place of a report. Its reader has seen that there is one."""
        entity = self.library.entity(report.entity)
        if entity is None:
            self.library.raise_faults()
            raise LookupError(report.entity)
        return entity


def _history_of(options: RunOptions) -> "HistoryBook":
    from .history import read_history  # few runs compare reports

    return read_history(options.history, options.library, options.settings.exclude)


def _register_of(judge: Judge) -> "AskedRegister":
    from .registers import ask_register  # few runs have a register

    return ask_register(judge)


def _refusal(refused: RefusedInput, settings: Settings) -> Assessment:
    return invalid(refused.source, refused.faults, settings, refused.entity, refused.period)


def _capped(read: list[JudgeInput], settings: Settings) -> list[JudgeInput]:
    """Return what a file holds, without the refusals beyond a number of faults."""
    kept: list[JudgeInput] = []
    listed, left = 0, 0
    for one in read:
        number = len(one.diagnostics) if isinstance(one, Assessment) else 0
        if number and listed >= MAX_FAULTS:
            left += number
        else:
            kept.append(one)
            listed += number
    if left:
        source = SourceFile(next(one.source for one in kept if isinstance(one, Assessment)).path)
        kept.append(invalid(source, (diagnose(MORE_FAULTS, number=left),), settings))
    return kept
