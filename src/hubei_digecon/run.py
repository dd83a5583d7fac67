"""A run: everything that one invocation read, judged and said, with its exit code."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic
from .exits import Exit, exit_of
from .findings import Assessment, FileDigest, FileRemarks, Settings
from .model.targets import PolicyDocument
from .tally import Tally, counted

if TYPE_CHECKING:
    from .scoreboard.board import Scoreboard


@dataclass(frozen=True, slots=True)
class Run:
    """The assessments of one invocation, what they rest on, and what there is to say beside them.

    Iterating gives the assessments. ``remarks`` are those on files beside the reports: reviews, target
    files, files left out of a folder. ``scoreboard`` puts the places side by side, where that was asked for.
    """

    as_of: datetime.date
    settings: Settings
    assessments: Sequence[Assessment]
    documents: Mapping[str, PolicyDocument] = field(default_factory=dict)
    target_files: Sequence[FileDigest] = ()
    remarks: Sequence[FileRemarks] = ()
    reviews: Sequence[FileDigest] = ()
    scoreboard: "Scoreboard | None" = None

    @classmethod
    def of_board(cls, board: "Scoreboard") -> "Run":
        """Return the run that a scoreboard is of: its places in order, then what could not be read."""
        assessed = (row.assessment for row in board.rows if row.assessment)
        return cls(
            board.as_of,
            board.settings,
            (*assessed, *board.unread),
            board.documents,
            board.target_files,
            board.remarks,
            board.reviews,
            board,
        )

    def __iter__(self) -> Iterator[Assessment]:
        """Return the assessments, one after the other."""
        return iter(self.assessments)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is said of files beside the reports, each diagnostic with its file and its place there."""
        return tuple(one.located_in(file.source) for file in self.remarks for one in file.diagnostics)

    @property
    def tally(self) -> Tally:
        """What the run came to, counted."""
        if self.scoreboard is not None:
            return self.scoreboard.tally
        return counted(self.assessments, self.remarks, self.settings)

    @property
    def ignored(self) -> int:
        """How many remarks were left out, since the run was asked to."""
        return self.tally.ignored

    @property
    def exit_code(self) -> int:
        """The code that the command line ends with after this run, as it does by default."""
        return int(exit_of(self.tally))

    @property
    def ok(self) -> bool:
        """Whether every report is compliant, and nothing that was read is at fault."""
        return self.exit_code == Exit.COMPLIANT
