"""What a format is: what it shows of a run, of files, a scoreboard, a trend, a comparison, of targets.

A format is a file whose functions take what was found and a view. No format prints, asks about the
terminal, or opens a file; somebody else writes what it returns.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from ..diagnostics.extras import Extra
from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..domain.run_counts import FilesRead
from ..records import NamedTuple
from ..text import Closed, Text
from .view import View

if TYPE_CHECKING:
    from ..domain.differences import Comparison
    from ..domain.scoreboard import Scoreboard
    from ..trends.values import Trend
    from .targets import TargetList


class RunFormat(Protocol):
    """Shows a run report by report, so that several processes can, and nobody holds all reports at once."""

    def part(self, assessment: Assessment, run: Run, view: View) -> Any:
        """Return what the whole needs of a report, in values that can be sent to another process."""

    def whole(self, parts: Iterable[Any], run: RunInParts, view: View) -> Iterator[str | bytes]:
        """Return the run in this format bit by bit. ``parts`` can be gone through several times."""


class FilesFormat(Protocol):
    """Shows files that were only read."""

    def linted(self, files: FilesRead, view: View) -> str:
        """Return what reading the files found."""


class BoardFormat(Protocol):
    """Shows a scoreboard."""

    def scored(self, board: "Scoreboard", view: View) -> str | bytes:
        """Return the scoreboard in this format."""


class TrendFormat(Protocol):
    """Shows a trend."""

    def trended(self, trend: "Trend", view: View) -> str | bytes:
        """Return the trend in this format."""


class DiffFormat(Protocol):
    """Shows what differs."""

    def differed(self, comparison: "Comparison", view: View) -> str:
        """Return the comparison in this format."""


class TargetsFormat(Protocol):
    """Shows published targets."""

    def listed(self, targets: "TargetList", view: View) -> str:
        """Return the targets in this format."""


class UsedBy(Closed):
    """Who uses a format."""

    PEOPLE = Text("供人阅读", "For people")
    PROGRAMS = Text("供程序读取", "For programs")
    CI = Text("供持续集成（CI）和编辑器", "For CI and editors")

    @property
    def term(self) -> Text:
        """What they are called."""
        return self.value


class Appended(NamedTuple):
    """What goes with a format: another one, appended to the file that an environment variable names.

    ``limit`` is how many bytes that file may hold.
    """

    variable: str
    format: str
    limit: int


class Format(NamedTuple):
    """A way to show what was found. Its files are imported when they are used.

    ``runs`` loads what shows a run, ``lints`` what shows files that were only read, ``scores`` what shows a
    scoreboard, ``trends`` what shows a trend, ``diffs`` what shows what differs, ``lists`` what shows
    targets; ``None`` where the format has no way to show that.
    ``data``: programs read it, so it is always UTF-8, whatever the terminal. ``binary``: it is no text, so it
    goes into files only. ``brief``: when quiet it shows verdicts and counts, and nothing of the findings.
    ``findings_only``: it has no room for diagnostics, so errors must be told beside it. ``mark`` stands
    before the text. ``extra`` is what must be installed. ``used_by`` says who uses it. ``suffix`` is that of
    its files where that is not its name, ``called`` what people call it too, which is only proposed.
    ``only`` is all that it shows, by the name of the field that loads it.
    """

    name: str
    summary: Text
    data: bool
    runs: Callable[[], RunFormat]
    binary: bool = False
    brief: bool = False
    findings_only: bool = False
    lints: Callable[[], FilesFormat] | None = None
    scores: Callable[[], BoardFormat] | None = None
    trends: Callable[[], TrendFormat] | None = None
    diffs: Callable[[], DiffFormat] | None = None
    lists: Callable[[], TargetsFormat] | None = None
    appended: Appended | None = None
    extra: Extra | None = None
    mark: str = ""
    used_by: UsedBy = UsedBy.PEOPLE
    suffix: str = ""
    called: tuple[str, ...] = ()
    only: str = ""

    def shows(self, view: View) -> RunFormat:
        """Return what shows a run in a view."""
        if self.brief and view.quiet:
            from . import verdicts

            return verdicts
        return self.runs()

    def render(self, run: Run, view: View) -> str | bytes:
        """Return the run in this format."""
        form = self.shows(view)
        parts = [form.part(one, run, view) for one in run.assessments]
        chunks = list(self.whole(parts, run.in_parts(), view))
        return b"".join(chunks) if self.binary else "".join(chunks)  # type: ignore[arg-type]  # as it says

    def whole(self, parts: Iterable[Any], run: RunInParts, view: View) -> Iterator[str | bytes]:
        """Return a run in this format bit by bit, from what it needs of every report."""
        if self.mark:
            yield self.mark
        yield from self.shows(view).whole(parts, run, view)

    def linted(self, files: FilesRead, view: View) -> str:
        """Return what reading found in this format.

        Raises:
            LookupError: where the format has no way to show that.
        """
        if self.lints is None:
            raise LookupError(self.name)
        return self.lints().linted(files, view)

    def scored(self, board: "Scoreboard", view: View) -> str | bytes:
        """Return a scoreboard in this format.

        Raises:
            LookupError: where the format has no way to show one.
        """
        if self.scores is None:
            raise LookupError(self.name)
        if self.brief and view.quiet:
            from .scoreboard.document import verdicts_only

            return verdicts_only(board, view)
        return self._marked(self.scores().scored(board, view))

    def trended(self, trend: "Trend", view: View) -> str | bytes:
        """Return a trend in this format.

        Raises:
            LookupError: where the format has no way to show one.
        """
        if self.trends is None:
            raise LookupError(self.name)
        return self._marked(self.trends().trended(trend, view))

    def differed(self, comparison: "Comparison", view: View) -> str:
        """Return what differs in this format.

        Raises:
            LookupError: where the format has no way to show it.
        """
        if self.diffs is None:
            raise LookupError(self.name)
        return self.mark + self.diffs().differed(comparison, view)

    def listed(self, targets: "TargetList", view: View) -> str:
        """Return published targets in this format.

        Raises:
            LookupError: where the format has no way to show them.
        """
        if self.lists is None:
            raise LookupError(self.name)
        return self.lists().listed(targets, view)

    def _marked(self, shown: str | bytes) -> str | bytes:
        return self.mark + shown if isinstance(shown, str) else shown


class TextFormat(RunFormat, FilesFormat, Protocol):
    """Shows a run, and files that were only read."""
