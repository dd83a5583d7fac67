"""All that is found for one report, and the settings that it is judged by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..brief import shown_briefly
from ..diagnostics import Diagnostic, SourceFile
from ..records import NamedTuple
from ..text import Text
from .findings import Finding
from .left_out import LeftOut
from .outcomes import Grade, Outcome, Verdict, grade_of
from .reports import Period, Report
from .targets import Entity

if TYPE_CHECKING:
    from .baseline import Baseline, KnownParts
    from .changes import IndicatorChange
    from .schedules import CutOffs, YearStanding


@shown_briefly
class FileDigest(NamedTuple):
    """A file that a run read: its path as shown, and the SHA-256 of its bytes."""

    path: str
    sha256: str


@shown_briefly
class FollowedReview(NamedTuple):
    """A review that a report was judged by: its file and digest, who reviewed, for which organisation."""

    path: str
    sha256: str
    reviewer: str
    organisation: str


@shown_briefly
class OverTime(NamedTuple):
    """The reports of a place up to the one judged, in order of period, where earlier ones were given.

    ``leaps`` are the indicators, with the periods, whose values are far from those of the year before.
    """

    entity: Entity
    reports: tuple[Report, ...]
    leaps: frozenset[tuple[str, Period]] = frozenset()


@shown_briefly
class Assessment(NamedTuple):
    """All findings and diagnostics for one report.

    ``entity`` and ``period`` are ``None`` if they could not be read. ``outcomes`` are those of the findings
    that weigh; a brief assessment has outcomes without findings. ``documents`` are the evidence documents
    that were looked up. ``ignored`` counts the diagnostics left out. ``blocked``: something is open that no
    choice of ``--fail-on`` lets pass: an error of the report, no target to judge by, or an undecided target
    that no figure in question meets. ``document`` is what the targets judged were published in, by its id;
    ``document_title`` its title, where outputs name it.
    ``changes`` are those on the year before, where earlier reports were given; ``schedule`` how a part of
    a year stands against its line, where that was asked for.
    ``expected_missed`` counts the missed targets that are expected (预期性); ``None`` where no target says
    how binding it is. ``beside`` counts the findings that do not weigh. ``reviews`` are those that it was
    judged by; brief assessments have none. ``over_time`` is for charts, where earlier reports were given.
    ``known`` is what a baseline has of it already, where one was given that it can be held against.
    """

    source: SourceFile
    verdict: Verdict
    entity: str | None = None
    name: Text | None = None
    period: Period | None = None
    revision: int | None = None
    illustrative: bool = False
    final: bool = False
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: tuple[FileDigest, ...] = ()
    ignored: int = 0
    blocked: bool = False
    changes: "tuple[IndicatorChange, ...]" = ()
    document: str | None = None
    document_title: Text | None = None
    schedule: "tuple[YearStanding, ...]" = ()
    expected_missed: int | None = None
    beside: int = 0
    reviews: tuple[FollowedReview, ...] = ()
    over_time: OverTime | None = None
    known: "KnownParts | None" = None

    def in_brief(self) -> "Assessment":
        """Return what tables over many reports tell of it, which can be sent to another process: no findings,
        and of its diagnostics where the first error stands.
        """
        errors = (one for one in self.diagnostics if one.is_error)
        first = tuple(
            one.located_in(self.source)._replace(source=None, values={}) for one in islice(errors, 1)
        )
        source = SourceFile(self.source.path, self.source.sha256)
        return self._replace(
            source=source, findings=(), diagnostics=first, changes=(), schedule=(), over_time=None, known=None
        )

    def put_into_words(self) -> None:
        """Make every sentence on it, for whoever is to know whether all can be made.

        Raises:
            Exception: what making one of them raises.
        """
        for finding in self.findings:
            _ = finding.message, finding.needed
        for diagnostic in self.diagnostics:
            _ = diagnostic.message, diagnostic.fix

    @property
    def lacks_targets(self) -> bool:
        """Whether the report could be read, but there was no target to judge it by."""
        return not self.outcomes and not self.beside and self.verdict is not Verdict.INVALID

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many findings that weigh have each outcome, in the order of :class:`Outcome`."""
        return {outcome: self.outcomes.count(outcome) for outcome in Outcome}

    @property
    def judged(self) -> int:
        """How many targets were decided: met or missed."""
        return self.outcomes.count(Outcome.MET) + self.outcomes.count(Outcome.MISSED)


@shown_briefly
class SettingTold(NamedTuple):
    """A setting from a configuration file that affects a verdict: its key, its value and its place."""

    key: str
    value: str
    origin: str


@shown_briefly
@dataclass(frozen=True, slots=True, init=False)
class Settings:
    """What a run is asked to apply: the weakest evidence accepted, whether waivers count, and whether the
    documents that reports name are looked up.

    ``select`` and ``ignore`` are ids of diagnostics. If any are selected, no others are told. Ignored ones
    are not told. Errors, and what was not judged, are always told. ``exclude`` are patterns of names and
    paths left out of the folders searched. ``told_settings`` came from a configuration file. ``schedule``:
    a part of a year is held against its straight line, and told in the words of the ``cut_offs`` if an office
    has set some. ``baseline`` is an earlier result, which has what does not fail the run.
    """

    min_evidence: Grade
    waivers: bool
    documents: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    exclude: tuple[str, ...]
    told_settings: tuple[SettingTold, ...]
    schedule: bool
    cut_offs: "CutOffs | None"
    baseline: "Baseline | None"

    def __init__(
        self,
        min_evidence: Grade | str = Grade.CLAIMED,
        waivers: bool = True,
        documents: bool = False,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        exclude: Iterable[str] = (),
        told_settings: Iterable[SettingTold] = (),
        schedule: bool = False,
        cut_offs: "CutOffs | str | Iterable[str] | None" = None,
        baseline: "Baseline | None" = None,
    ) -> None:
        """Take a grade, or its id; one id or pattern, or several.

        Raises:
            TypeError, ValueError: where an argument is not of its type; names it.
        """
        put = partial(object.__setattr__, self)
        put("min_evidence", _grade(min_evidence))
        put("waivers", read_flag(waivers, "waivers"))
        put("documents", read_flag(documents, "documents"))
        put("select", _texts(select, "select", "ids of diagnostics"))
        put("ignore", _texts(ignore, "ignore", "ids of diagnostics"))
        put("exclude", _texts(exclude, "exclude", "patterns"))
        put("told_settings", tuple(told_settings))
        put("schedule", read_flag(schedule, "schedule"))
        put("cut_offs", None if cut_offs is None else _cut_offs(cut_offs))
        put("baseline", None if baseline is None else _baseline(baseline))

    def told(self, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return the diagnostics that are to be told."""
        if not self.select and not self.ignore:
            return diagnostics
        return tuple(one for one in diagnostics if _is_always_told(one) or self._tells(one.kind.id))

    def _tells(self, id: str) -> bool:
        return (not self.select or id in self.select) and id not in self.ignore


def _baseline(value: object) -> "Baseline":
    from .baseline import Baseline  # few runs have one

    if not isinstance(value, Baseline):
        raise TypeError(f"baseline: a Baseline, not {type(value).__name__}; give its path to check or score")
    return value


def _is_always_told(diagnostic: Diagnostic) -> bool:
    return diagnostic.is_error or diagnostic.kind.always_told


@shown_briefly
class FileDiagnostics(NamedTuple):
    """Diagnostics on a file that holds no report to judge: a target file, or one ``left`` out of a folder.

    ``ignored`` counts the diagnostics left out.
    """

    source: SourceFile
    diagnostics: tuple[Diagnostic, ...]
    ignored: int = 0
    left: LeftOut | None = None

    def told(self, settings: Settings) -> "FileDiagnostics":
        """Return the file with the diagnostics on it that are to be told."""
        told = settings.told(self.diagnostics)
        left = len(self.diagnostics) - len(told)
        return FileDiagnostics(self.source, told, self.ignored + left, self.left) if left else self


def _cut_offs(value: Any) -> "CutOffs | None":
    from .schedules import read_cut_offs  # few offices set any

    return read_cut_offs(value, "cut_offs")


def _grade(value: Any) -> Grade:
    if not isinstance(value, Grade | str):
        raise TypeError(f"min_evidence: a Grade or its id, not {type(value).__name__}")
    try:
        return value if isinstance(value, Grade) else grade_of(value)
    except ValueError as error:
        raise ValueError(f"min_evidence: {error}; there are {', '.join(one.id for one in Grade)}") from None


def read_flag(value: Any, name: str) -> bool:
    """Return a truth value; accept nothing but True and False.

    Raises:
        TypeError: if it is none; the message names the argument.
    """
    if not isinstance(value, bool):
        raise TypeError(f"{name}: True or False, not {type(value).__name__}")
    return value


def _texts(value: Any, name: str, what: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    ids = tuple(value) if isinstance(value, Iterable) else (None,)
    if not all(isinstance(id, str) for id in ids):
        raise TypeError(f"{name}: {what} as str, not {type(value).__name__}")
    return ids
