"""What a run came to, counted: all that its last line and its exit code need, however many the reports."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .findings import Assessment, FileRemarks, Settings, SettingTold, Verdict
from .internal import is_internal
from .left_out import LeftOutTally


@dataclass(slots=True)
class Tally:
    """Reports counted by verdict, in the order in which the verdicts came up.

    ``decided``: whether any target was met or missed; ``blocked``: whether anything is open that never
    passes. ``absent`` is how many places have no report,
    ``reports`` are the entities and periods judged, ``ignored`` is how many remarks were left out,
    ``failing`` holds the files beside the reports that have an error; ``internal``: whether the program
    itself failed at an input. ``left_out`` counts what was not judged, ``settings`` are those to be told.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    decided: bool = False
    blocked: bool = False
    absent: int = 0
    reports: dict[tuple[str, str], None] = field(default_factory=dict)
    ignored: int = 0
    failing: list[FileRemarks] = field(default_factory=list)
    left_out: LeftOutTally = field(default_factory=LeftOutTally)
    settings: tuple[SettingTold, ...] = ()
    internal: bool = False

    def add(self, assessment: Assessment) -> None:
        """Count one report."""
        self.verdicts[assessment.verdict] += 1
        self.decided = self.decided or bool(assessment.judged)
        self.blocked = self.blocked or assessment.blocked
        self.ignored += assessment.ignored
        if assessment.verdict is Verdict.INVALID:
            self.internal = self.internal or is_internal(assessment.diagnostics)
        if assessment.entity is not None:
            self.reports[assessment.entity, str(assessment.period)] = None

    def note(self, file: FileRemarks) -> None:
        """Count what there is to say of a file beside the reports."""
        self.ignored += file.ignored
        if file.left:
            self.left_out.add(file.source.path, file.left)
        if any(one.is_error for one in file.diagnostics):
            self.failing.append(file)
            self.internal = self.internal or is_internal(file.diagnostics)

    def join(self, other: "Tally") -> None:
        """Count what another part of the run came to, which comes after this one."""
        self.verdicts.update(other.verdicts)
        self.decided = self.decided or other.decided
        self.blocked = self.blocked or other.blocked
        self.reports.update(other.reports)
        self.ignored += other.ignored
        self.failing.extend(other.failing)
        self.left_out.join(other.left_out)
        self.internal = self.internal or other.internal


def counted(assessments: Iterable[Assessment], remarks: Iterable[FileRemarks], settings: Settings) -> Tally:
    """Return what some assessments, and remarks on files beside them, come to."""
    tally = Tally(settings=settings.told_settings)
    for assessment in assessments:
        tally.add(assessment)
    for file in remarks:
        tally.note(file)
    return tally


@dataclass(frozen=True, slots=True)
class FilesRead:
    """Files that were only read, with what there is to say of each; iterating gives them, clean ones too."""

    files: Sequence[FileRemarks]
    settings: Settings

    def __iter__(self) -> Iterator[FileRemarks]:
        """Return the files, one after the other."""
        return iter(self.files)

    @property
    def tally(self) -> Tally:
        """What reading them came to, counted."""
        return counted((), self.files, self.settings)
