"""Judge reports and show each at once, in as many processes as there are.

What is shown is kept till the end: what is to be written first may be known only then.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import Any, Protocol

from ..domain.assessments import Assessment, FileDiagnostics
from ..domain.run import Run, RunInParts
from ..domain.run_counts import RunCounts, tell_baseline
from ..domain.tasks import Task
from ..load.search.inputs import Input
from ..load.source import real_path
from ..records import NamedTuple
from .isolation import IsolatedRun
from .judge import Judge
from .loop import AT_ONCE, Follow, follow_nothing, run_inputs
from .places import with_places
from .spool import Spool, packed
from .writing import paths_read


class WayToShow(Protocol):
    """A way to show a run, which can be sent to another process: a format in a view."""

    def part(self, assessment: Assessment, run: Run) -> Any:
        """Return what the whole needs of a report."""

    def whole(self, parts: Iterable[Any], run: RunInParts) -> Iterator[str | bytes]:
        """Return the run bit by bit."""


class ShowingAsked(NamedTuple):
    """What is asked of a run beside its options: the ways in which to show it, whether names of items are
    ``redacted``, the ``earlier_tasks`` that are carried on, and the ``paths`` that it will write to.
    """

    ways: tuple[WayToShow, ...]
    redacts: bool = False
    earlier_tasks: tuple[Task, ...] = ()
    paths: Collection[str] = ()


class _Shown:
    """What some reports are shown by: for each its parts, in the order of the ways. Sent to another process
    it is packed there way by way, as it is kept here, so that this one neither unpacks nor packs it.
    """

    __slots__ = ("_by_way", "rows")

    def __init__(self, rows: list[tuple[Any, ...]], by_way: tuple[bytes, ...] = ()) -> None:
        self.rows, self._by_way = rows, by_way

    def __reduce__(self) -> tuple[Any, ...]:
        return _Shown, ([], tuple(map(packed, zip(*self.rows, strict=True))))

    def put_into(self, spools: Sequence[Spool[Any]]) -> None:
        """Add it to the spools of the ways."""
        for spool, values in zip(spools, self._by_way, strict=False):
            spool.extend_packed(values)
        for at, spool in enumerate(spools):
            spool.extend(map(itemgetter(at), self.rows))


class _Part(NamedTuple):
    """What came of some inputs: what their reports are shown by; the counts; what is said of other files; the
    paths that were read; the names of items, where they are to be known.
    """

    shown: _Shown
    counts: RunCounts
    said: list[FileDiagnostics]
    read: list[str]
    names: frozenset[str]


class ShownRun:
    """A run whose reports are judged and shown. ``over`` are the paths to write to that it read."""

    def __init__(
        self, run: RunInParts, over: Collection[str], ways: Sequence[WayToShow], spools: Sequence[Spool[Any]]
    ) -> None:
        self.run, self.over = run, over
        self._ways, self._spools = ways, spools

    def shown(self, way: WayToShow) -> Iterator[str | bytes]:
        """Return the run as it is shown in one of the ways."""
        return way.whole(self._spools[self._ways.index(way)], self.run)


@contextmanager
def show_reports(judge: Judge, asked: ShowingAsked, follow: Follow = follow_nothing) -> Iterator[ShownRun]:
    """Judge every report among the inputs and show it. What is kept of that is gone when the context is left.

    Args:
        judge: what reports are judged by. Its options name the inputs.
        asked: what is to be shown of them.
        follow: called with the number of inputs that are done since the last call.

    Raises:
        TargetsError: where a target file that is needed has an error.
        WorkerLostError: where a worker process ended early.
        SpoolError: where there is no room to keep what is shown.
    """
    with ExitStack() as kept:
        ways = tuple(way for at, way in enumerate(asked.ways) if way not in asked.ways[:at])
        asked = asked._replace(ways=ways)
        spools = [kept.enter_context(Spool[Any]()) for _ in ways]
        counts = RunCounts(settings=judge.settings.told_settings)
        gathered = _Gathered(asked, spools, counts)
        jobs = judge.options.processes
        take, join = partial(_shown, judge, asked), partial(_joined, judge)
        many = judge.options.has_many
        inputs = with_places(judge.library, judge.options.inputs(), jobs, many)
        run_inputs(inputs, take, join, gathered.gather, jobs=jobs, at_once=AT_ONCE, many=many, follow=follow)
        yield ShownRun(gathered.run(judge), gathered.over, ways, spools)


class _Gathered:
    """What is known so far of a run, part by part."""

    def __init__(self, asked: ShowingAsked, spools: Sequence[Spool[Any]], counts: RunCounts) -> None:
        self._asked, self._spools, self._counts = asked, spools, counts
        self._paths = {real_path(path) for path in asked.paths}
        self._said: list[FileDiagnostics] = []
        self._names: set[str] = set()
        self.over: list[str] = []

    def gather(self, part: _Part) -> None:
        """Take in the next part."""
        part.shown.put_into(self._spools)
        self._counts.join(part.counts)
        self._said.extend(part.said)
        self._names |= part.names
        if self._paths:
            self.over.extend(path for path in part.read if real_path(path) in self._paths)

    def run(self, judge: Judge) -> RunInParts:
        """Return the run with what it rests on and what is said beside it."""
        counts = self._counts
        files, diagnostics = judge.rests_on(counts.reports, self._said)
        run = replace(judge.run_of((), files, diagnostics), earlier_tasks=self._asked.earlier_tasks)
        self.over.extend(path for path in paths_read(run) if self._paths and real_path(path) in self._paths)
        if judge.settings.baseline:
            tell_baseline(counts, run, judge.settings.baseline)
        for file in diagnostics:
            counts.note(file)
        return (
            run.in_parts(counts) if not self._asked.redacts else _redacted(run, self._names).in_parts(counts)
        )


def _shown(judge: Judge, asked: ShowingAsked, one: Input) -> Iterator[_Part | FileDiagnostics]:
    """Judge what an input holds and show it. A report that cannot be shown is an internal fault."""
    judged = list(judge.judge(one))
    yield from (file for file in judged if isinstance(file, FileDiagnostics))
    isolated = IsolatedRun(judge.run_of([made for made in judged if isinstance(made, Assessment)]))
    read, names = list(dict.fromkeys(paths_read(isolated.run))), frozenset[str]()
    if asked.redacts:
        names = isolated.show(_names_of) if asked.earlier_tasks else names
        isolated.run = isolated.show(_redacted)
    shown = isolated.show(partial(_parts, asked.ways))
    counts = RunCounts()
    for made in isolated.run:
        counts.add(made)
    yield _Part(_Shown(shown), counts, [], read, names)


def _parts(ways: Sequence[WayToShow], run: Run) -> list[tuple[Any, ...]]:
    return [tuple(way.part(assessment, run) for way in ways) for assessment in run.assessments]


def _joined(judge: Judge, parts: Iterable[_Part | FileDiagnostics]) -> _Part:
    """Return parts as one.

    Raises:
        TargetsError: where a target file has an error. Then nothing of its place is shown.
    """
    whole = _Part(_Shown([]), RunCounts(), [], [], frozenset())
    for one in parts:
        if isinstance(one, FileDiagnostics):
            whole.said.append(one)
        else:
            whole.shown.rows.extend(one.shown.rows)
            whole.counts.join(one.counts)
            whole.read.extend(one.read)
            whole = whole._replace(names=whole.names | one.names)
    judge.library.raise_faults()
    return whole


def _redacted(run: Run, names: Iterable[str] = ()) -> Run:
    from ..show.redaction import redacted  # it knows the scoreboard too, which other runs do without

    return redacted(run, names=names)


def _names_of(run: Run) -> frozenset[str]:
    from ..show.redaction import names_of

    return names_of(run)
