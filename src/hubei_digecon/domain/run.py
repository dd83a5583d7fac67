"""A run: everything that one invocation read, judged and reported, with its exit code."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from ..brief import shown_briefly
from ..diagnostics import Diagnostic
from .assessments import Assessment, FileDiagnostics, FileDigest, Settings
from .exit_codes import Exit, exit_of
from .run_counts import RunCounts, count_run, tell_baseline
from .targets import PolicyDocument

if TYPE_CHECKING:
    from .scoreboard import Scoreboard
    from .tasks import Task


@shown_briefly
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Run:
    """The assessments of one invocation, what they rest on, and the diagnostics beside them.

    Iterating gives the assessments. ``file_diagnostics`` are those on files beside the reports: reviews,
    target files, files left out of a folder. ``scoreboard`` puts the places side by side, if it was asked
    for. ``history`` are the earlier reports that others were compared with,
    ``earlier_tasks`` the list of what was to be done that is carried on, ``registers`` the registers of items
    that counts were proved by.
    """

    as_of: datetime.date
    settings: Settings
    assessments: Sequence[Assessment]
    documents: Mapping[str, PolicyDocument] = field(default_factory=dict)
    target_files: Sequence[FileDigest] = ()
    file_diagnostics: Sequence[FileDiagnostics] = ()
    reviews: Sequence[FileDigest] = ()
    scoreboard: "Scoreboard | None" = None
    history: Sequence[FileDigest] = ()
    earlier_tasks: Sequence["Task"] = ()
    registers: Sequence[FileDigest] = ()

    @classmethod
    def of_board(cls, board: "Scoreboard") -> "Run":
        """Return the run of a scoreboard: its places in order, then the inputs that could not be read."""
        assessed = (row.assessment for row in board.rows if row.assessment)
        return cls(
            board.as_of,
            board.settings,
            (*assessed, *board.unread),
            board.documents,
            board.target_files,
            board.file_diagnostics,
            board.reviews,
            board,
            board.history,
            board.earlier_tasks,
            board.registers,
        )

    def __iter__(self) -> Iterator[Assessment]:
        """Return the assessments, one after the other."""
        return iter(self.assessments)

    @property
    def names_documents(self) -> bool:
        """Whether assessments are told with the documents that they are by."""
        return any(one.document_title for one in self.assessments)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics on files beside the reports, each with its file and its place."""
        return tuple(
            one.located_in(file.source) for file in self.file_diagnostics for one in file.diagnostics
        )

    @property
    def counts(self) -> RunCounts:
        """The counts of the run."""
        if self.scoreboard is not None:
            return self.scoreboard.counts
        counts = count_run(self.assessments, self.file_diagnostics, self.settings)
        if self.settings.baseline:
            tell_baseline(counts, self, self.settings.baseline)
        return counts

    @property
    def ignored(self) -> int:
        """How many diagnostics were left out on request."""
        return self.counts.ignored

    @property
    def exit_code(self) -> int:
        """The default exit code of the command line after this run."""
        return int(exit_of(self.counts))

    @property
    def ok(self) -> bool:
        """Whether every report is compliant and no file that was read has an error."""
        return self.exit_code == Exit.COMPLIANT

    def in_parts(self, counts: RunCounts | None = None) -> "RunInParts":
        """Return the run without its assessments, as those see it who are told of them one by one.

        ``counts`` are those of a run that never held them.
        """
        held = {one.name: getattr(self, one.name) for one in fields(Run)}
        return RunInParts(**{**held, "assessments": ()}, came_to=counts or self.counts)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RunInParts(Run):
    """A run whose assessments are told one by one and held by nobody; it knows what they came to."""

    came_to: RunCounts = field(default_factory=RunCounts)

    @property
    def names_documents(self) -> bool:
        """Whether assessments are told with the documents that they are by."""
        return self.came_to.by_documents

    @property
    def counts(self) -> RunCounts:
        """The counts of the run."""
        return self.came_to

    @property
    def reports(self) -> int:
        """How many assessments there are."""
        return self.came_to.verdicts.total()

    def with_all(self, assessments: Iterable[Assessment]) -> Run:
        """Return the run with its assessments, for whoever cannot do without all of them."""
        held = {one.name: getattr(self, one.name) for one in fields(Run)}
        return Run(**{**held, "assessments": tuple(assessments)})
