"""The counts of a run: everything that its last line and its exit code need, however many the reports."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..brief import shown_briefly
from ..diagnostics.internal import is_internal
from .assessments import Assessment, FileDiagnostics, FileDigest, Settings, SettingTold
from .left_out import LeftOutCounts
from .outcomes import Verdict

if TYPE_CHECKING:
    from .baseline import Baseline, BaselineCounts
    from .targets import PolicyDocument


@shown_briefly
class RunCounts:
    """The reports of a run counted by verdict.

    ``by_documents``: they are named with the documents that they are judged by, which may be several.
    ``decided``: a target was met or missed. ``blocked``: something is open that never passes. ``absent``
    counts the places without a report. ``reports`` are the entities and periods judged. ``ignored`` counts
    the diagnostics left out. ``failing`` are the files beside the reports with an error. ``internal``: the
    program failed at an input. ``left_out`` counts what was not judged. ``settings`` are those to tell.
    ``failing_verdicts`` are those that the exit code is by: of a report that a ``baseline`` has, what is new.
    """

    __slots__ = (
        "absent", "baseline", "blocked", "by_documents", "decided", "failing", "failing_verdicts", "ignored",
        "internal", "left_out", "reports", "settings", "verdicts",
    )  # fmt: skip

    def __init__(self, settings: tuple[SettingTold, ...] = ()) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self.failing_verdicts: set[Verdict] = set()
        self.baseline: BaselineCounts | None = None
        self.decided = self.blocked = self.internal = self.by_documents = False
        self.absent = self.ignored = 0
        self.reports: dict[tuple[str, str], None] = {}
        self.failing: list[FileDiagnostics] = []
        self.left_out = LeftOutCounts()
        self.settings = settings

    @property
    def tally(self) -> dict[Verdict, int]:
        """How many reports have each verdict that occurs, in the order of verdicts: the same for the same
        reports, in whatever order they came.
        """
        return {verdict: self.verdicts[verdict] for verdict in Verdict if verdict in self.verdicts}

    def add(self, assessment: Assessment) -> None:
        """Count one report."""
        self.verdicts[assessment.verdict] += 1
        self.decided = self.decided or bool(assessment.judged)
        known = assessment.known
        self.failing_verdicts.add(known.verdict if known else assessment.verdict)
        self.blocked = self.blocked or (known.blocked if known else assessment.blocked)
        if known:
            self.beside_baseline().add(known)
        self.by_documents = self.by_documents or assessment.document_title is not None
        self.ignored += assessment.ignored
        if assessment.verdict is Verdict.INVALID:
            self.internal = self.internal or is_internal(assessment.diagnostics)
        if assessment.entity is not None:
            self.reports[assessment.entity, str(assessment.period)] = None

    def beside_baseline(self) -> "BaselineCounts":
        """Return what the run came to beside its baseline, to be counted further."""
        if self.baseline is None:
            from .baseline import BaselineCounts  # few runs have one

            self.baseline = BaselineCounts()
        return self.baseline

    def know_absent(self, number: int) -> None:
        """Take in how many of the places without a report had none in the baseline either."""
        self.beside_baseline().absent = number
        self.absent -= number

    def note(self, file: FileDiagnostics) -> None:
        """Count the diagnostics on a file beside the reports."""
        self.ignored += file.ignored
        if file.left:
            self.left_out.add(file.source.path, file.left)
        if any(one.is_error for one in file.diagnostics):
            self.failing.append(file)
            self.internal = self.internal or is_internal(file.diagnostics)

    def join(self, other: "RunCounts") -> None:
        """Add the counts of a later part of the run."""
        self.verdicts.update(other.verdicts)
        self.failing_verdicts |= other.failing_verdicts
        if other.baseline:
            self.beside_baseline().join(other.baseline)
        self.decided = self.decided or other.decided
        self.blocked = self.blocked or other.blocked
        self.by_documents = self.by_documents or other.by_documents
        self.reports.update(other.reports)
        self.ignored += other.ignored
        self.failing.extend(other.failing)
        self.left_out.join(other.left_out)
        self.internal = self.internal or other.internal


class _HeldRun(Protocol):
    """What a run, or a scoreboard, is that is held against a baseline."""

    @property
    def as_of(self) -> datetime.date: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def documents(self) -> "Mapping[str, PolicyDocument]": ...
    @property
    def target_files(self) -> Sequence[FileDigest]: ...
    @property
    def reviews(self) -> Sequence[FileDigest]: ...
    @property
    def history(self) -> Sequence[FileDigest]: ...


def tell_baseline(counts: RunCounts, run: _HeldRun, baseline: "Baseline") -> None:
    """Let the counts of a run tell its baseline, and what bears on the comparison with it."""
    from .conditions import Conditions  # few runs have one

    files = (run.target_files, run.reviews, run.history)
    now = Conditions.of_run(run.as_of, run.settings, run.documents, *files)
    counts.beside_baseline().hold_against(baseline, now)


def count_run(
    assessments: Iterable[Assessment], diagnostics: Iterable[FileDiagnostics], settings: Settings
) -> RunCounts:
    """Return the counts of some assessments and of the diagnostics on files beside them."""
    counts = RunCounts(settings=settings.told_settings)
    for assessment in assessments:
        counts.add(assessment)
    for file in diagnostics:
        counts.note(file)
    return counts


@shown_briefly
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FilesRead:
    """Files that were only read, with the diagnostics on each. Iterating gives all, clean ones too."""

    files: Sequence[FileDiagnostics]
    settings: Settings

    def __iter__(self) -> Iterator[FileDiagnostics]:
        """Return the files, one after the other."""
        return iter(self.files)

    @property
    def counts(self) -> RunCounts:
        """The counts of the files read."""
        return count_run((), self.files, self.settings)
