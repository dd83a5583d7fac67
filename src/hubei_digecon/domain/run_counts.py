"""The counts of a run: everything that its last line and its exit code need, however many the reports."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..diagnostics.internal import is_internal
from .assessments import Assessment, FileDiagnostics, Settings, SettingTold
from .left_out import LeftOutCounts
from .outcomes import Verdict


class RunCounts:
    """The reports of a run counted by verdict, in the order in which verdicts first occur.

    ``by_documents``: they are named with the documents that they are judged by, which may be several.
    ``decided``: a target was met or missed. ``blocked``: something is open that never passes. ``absent``
    counts the places without a report. ``reports`` are the entities and periods judged. ``ignored`` counts
    the diagnostics left out. ``failing`` are the files beside the reports with an error. ``internal``: the
    program failed at an input. ``left_out`` counts what was not judged. ``settings`` are those to tell.
    """

    __slots__ = (
        "absent", "blocked", "by_documents", "decided", "failing", "ignored", "internal", "left_out",
        "reports", "settings", "verdicts",
    )  # fmt: skip

    def __init__(self, settings: tuple[SettingTold, ...] = ()) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self.decided = self.blocked = self.internal = self.by_documents = False
        self.absent = self.ignored = 0
        self.reports: dict[tuple[str, str], None] = {}
        self.failing: list[FileDiagnostics] = []
        self.left_out = LeftOutCounts()
        self.settings = settings

    def add(self, assessment: Assessment) -> None:
        """Count one report."""
        self.verdicts[assessment.verdict] += 1
        self.decided = self.decided or bool(assessment.judged)
        self.blocked = self.blocked or assessment.blocked
        self.by_documents = self.by_documents or assessment.document_title is not None
        self.ignored += assessment.ignored
        if assessment.verdict is Verdict.INVALID:
            self.internal = self.internal or is_internal(assessment.diagnostics)
        if assessment.entity is not None:
            self.reports[assessment.entity, str(assessment.period)] = None

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
        self.decided = self.decided or other.decided
        self.blocked = self.blocked or other.blocked
        self.by_documents = self.by_documents or other.by_documents
        self.reports.update(other.reports)
        self.ignored += other.ignored
        self.failing.extend(other.failing)
        self.left_out.join(other.left_out)
        self.internal = self.internal or other.internal


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


@dataclass(frozen=True, slots=True)
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
