"""The earlier reports of the places judged, given with ``--history``: read as reports are, never judged.

Of several reports of a place for one period the highest revision is taken. The order in which files are
given, and how often, makes no difference.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..diagnostics import DiagnosticKind, Example, Severity, Sort, SourceFile, diagnose
from ..domain.assessments import FileDiagnostics, FileDigest, OverTime
from ..domain.left_out import WhyLeftOut
from ..domain.reports import Period, Report
from ..domain.targets import Catalogue, Entity
from ..load.faults import RefusedInput
from ..load.search.in_parts import in_parts
from ..load.search.inputs import Input, find_inputs
from ..load.source import real_path
from ..load.targets import TargetLibrary
from ..scoreboard.across import SAME_REVISION
from ..scoreboard.choice import FoundReport
from ..scoreboard.over_time import LARGE_CHANGE, DoubtfulChange, look_back, stated_in
from ..text import Text
from .inputs import REPORTS, read_input

NO_HISTORY = DiagnosticKind(
    "no-history",
    Severity.WARNING,
    Text("这里没有往期报告", "there is no earlier report here"),
    Text("核对 --history 的路径", "compare the path given with --history"),
    example=Example(
        Text("用 --history 给出的文件夹中没有报告", "a folder without a report, given with --history"),
        Text("用 --history 给出的文件夹中有报告", "a folder with a report, given with --history"),
        Sort.FILE,
    ),
)
KINDS = (NO_HISTORY,)


class PastReport(NamedTuple):
    """An earlier report, and what it is compared by."""

    report: Report
    found: FoundReport

    @classmethod
    def of(cls, report: Report) -> "PastReport":
        """Return a report with what it is compared by."""
        found = FoundReport(
            report.source.path,
            report.entity,
            report.period,
            report.submitted.revision,
            illustrative=report.illustrative,
            stated=stated_in(report),
        )
        return cls(report, found)


class HistoryBook:
    """The earlier reports of a run, one for each place and period.

    ``file_diagnostics`` are the diagnostics on the files read, ``digests`` their digests, by path. Both
    include files that were refused.
    """

    __slots__ = ("digests", "file_diagnostics", "reports")

    def __init__(self) -> None:
        self.reports: dict[str, dict[Period, PastReport]] = {}
        self.file_diagnostics: list[FileDiagnostics] = []
        self.digests: list[FileDigest] = []

    def beside(self, report: Report, catalogue: Catalogue) -> "ComparedReport | None":
        """Return a report beside the earlier ones of its place; ``None`` without any."""
        earlier = self.before(report.entity, report.period)
        return ComparedReport(report, earlier, catalogue) if earlier else None

    @property
    def named(self) -> Iterator[tuple[str, str]]:
        """The place and period of every earlier report."""
        return ((id, str(period)) for id, periods in self.reports.items() for period in periods)

    def before(self, entity: str, period: Period) -> list[PastReport]:
        """Return the reports of a place for periods that ended before the end of ``period``, in order."""
        of_place = self.reports.get(entity, {})
        earlier = (one for of, one in of_place.items() if of.end < period.end)
        return sorted(earlier, key=lambda one: one.report.period.end)


class ComparedReport(NamedTuple):
    """A report, and the earlier ones of its place."""

    report: Report
    earlier: Sequence[PastReport]
    catalogue: Catalogue

    def doubted(self) -> Report:
        """Return the report with diagnostics on its figures that do not fit the earlier ones."""
        now = PastReport.of(self.report)
        sources = {id(one.found): one.report.source for one in self.earlier}
        found = self._looked_back(now)
        doubts = [one.said(sources[id(one.earlier.heard)]) for one in found if one.later.heard is now.found]
        return self.report._replace(diagnostics=(*self.report.diagnostics, *doubts))

    def over_time(self, entity: Entity) -> OverTime:
        """Return the reports in order of period."""
        found = self._looked_back(PastReport.of(self.report))
        leaps = frozenset((one.indicator.id, one.later.period) for one in found if one.kind is LARGE_CHANGE)
        return OverTime(entity, (*(one.report for one in self.earlier), self.report), leaps)

    def _looked_back(self, now: PastReport) -> list[DoubtfulChange]:
        return list(look_back([*(one.found for one in self.earlier), now.found], self.catalogue))


def read_history(paths: Sequence[str], library: TargetLibrary, exclude: Sequence[str] = ()) -> HistoryBook:
    """Read the reports among ``paths``, which are files, or folders to search.

    Raises:
        TargetsError: where a target file that is needed has an error.
    """
    book = HistoryBook()
    slots: dict[tuple[str, Period], list[tuple[int, Report]]] = {}
    for one in in_parts(_once(find_inputs(paths, exclude)), library):
        for part, held in enumerate(read_input(one, library, REPORTS).held):
            if isinstance(held, Report):
                slots.setdefault((held.entity, held.period), []).append((part, held))
            _note(book, held)
    library.raise_faults()
    for reports in slots.values():
        _choose(book, reports)
    told = (one for file in book.file_diagnostics for one in file.diagnostics)
    if not book.digests and not any(one.is_error for one in told):
        book.file_diagnostics.extend(
            FileDiagnostics(SourceFile(path), (diagnose(NO_HISTORY),)) for path in sorted(set(paths))
        )
    return book


def _once(inputs: Iterable[Input]) -> list[Input]:
    """Return each file once, in the order of paths, whatever the order and the paths it was given by."""
    by_file: dict[str, Input] = {}
    for one in inputs:
        real = real_path(one.path)
        by_file[real] = min(one, by_file.get(real, one), key=_path)
    return sorted(by_file.values(), key=_path)


def _path(one: Input) -> str:
    return one.path


def _note(book: HistoryBook, held: Report | RefusedInput | FileDiagnostics) -> None:
    """Keep the digest of a file, and what is wrong with it. Nothing is told of a report that can be read, and
    of a file of another sort that a folder holds.
    """
    source = held.source
    digest = FileDigest(source.path, source.sha256 or "")
    if digest.sha256 and digest not in book.digests and not isinstance(held, FileDiagnostics):
        book.digests.append(digest)
    if isinstance(held, RefusedInput):
        book.file_diagnostics.append(FileDiagnostics(source, held.faults))
    elif isinstance(held, FileDiagnostics) and not (held.left and held.left.why is WhyLeftOut.OTHER):
        book.file_diagnostics.append(held)


def _choose(book: HistoryBook, reports: Sequence[tuple[int, Report]]) -> None:
    """Keep the report of the highest revision; of several different ones none, and tell so.

    ``reports`` are those of one place and period, each with its number in its file. Copies of a file are one.
    """
    highest = max(one.submitted.revision for _, one in reports)
    best: dict[tuple[int, str | None], Report] = {}
    for part, one in reports:
        if one.submitted.revision == highest:
            best.setdefault((part, one.source.sha256), one)
    first, *others = best.values()
    if not others:
        book.reports.setdefault(first.entity, {})[first.period] = PastReport.of(first)
        return
    values = {"first": first.source.path, "second": others[0].source.path, "number": len(best)}
    said = diagnose(SAME_REVISION, entity=first.entity, period=first.period, revision=highest, **values)
    book.file_diagnostics.append(FileDiagnostics(first.source, (said,)))
