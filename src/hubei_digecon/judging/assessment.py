"""Judge all targets of one report, and derive the verdict."""

import datetime
import sys
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from ..diagnostics import (
    Diagnostic,
    DiagnosticKind,
    Example,
    Path,
    Place,
    Severity,
    Sort,
    SourceFile,
    diagnose,
)
from ..domain.assessments import Assessment, Settings
from ..domain.findings import Finding
from ..domain.outcomes import Outcome, Verdict
from ..domain.reports import Period, Report
from ..domain.reviews import Review
from ..domain.targets import Catalogue, Entity, Target
from ..domain.words import TargetNature
from ..text import Text
from .checks import diagnostics_on
from .context import JudgingContext, open_context
from .judgement import judge
from .rates import NOTHING_EARLIER, EarlierFigures

MOST_DIAGNOSTICS = 200
MORE_DIAGNOSTICS = DiagnosticKind(
    "more-diagnostics",
    Severity.NOTE,
    Text("另有{number}处未列出", "{number} more are not listed"),
    Text("先处理以上各处", "see to those above first"),
    example=Example(
        Text("几百项清单，项项重复", "hundreds of items that each stand there twice"),
        Text("几项清单，没有重复", "a few items, each there once"),
        Sort.FILE,
    ),
)
KINDS = (MORE_DIAGNOSTICS,)


def assess(
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
    settings: Settings,
    as_of: datetime.date,
    reviews: Sequence[Review] = (),
    brief: bool = False,
    earlier: EarlierFigures = NOTHING_EARLIER,
) -> Assessment:
    """Judge every target of ``entity`` in force by ``report`` and its reviews, whatever documents set them.

    ``earlier`` are figures of earlier reports. ``brief``: return the verdict and the counts only, which are
    small to send between processes.
    """
    context = open_context(report, entity, catalogue, settings, as_of, reviews, earlier=earlier)
    return assess_targets(context, entity, context.targets, DiagnosticsOnce(), brief)


def assess_targets(
    context: JudgingContext,
    entity: Entity,
    targets: Iterable[Target],
    once: "DiagnosticsOnce",
    brief: bool = False,
) -> Assessment:
    """Judge some targets of ``entity`` by the report of ``context``; ``once`` has the diagnostics that were
    told of the report before.
    """
    report, settings = context.report, context.settings
    findings = tuple([judge(target, context) for target in targets])
    diagnostics = (*report.diagnostics, *diagnostics_on(context, findings))
    weighing = weigh(findings, report.period.year)
    verdict = decide(weighing, diagnostics)
    found = diagnostics if brief and not (settings.select or settings.ignore) else once.new(diagnostics)
    told = settings.told(found)
    settled = verdict in (Verdict.COMPLIANT, Verdict.NONCOMPLIANT)
    source = report.source
    return Assessment(
        SourceFile(source.path, source.sha256) if brief else source,
        verdict,
        report.entity,
        entity.name,
        report.period,
        report.submitted.revision,
        report.illustrative,
        settled and all(finding.final for finding in weighing),
        tuple([finding.outcome for finding in findings if finding.weighs]),
        () if brief else findings,
        () if brief else _no_more_than(MOST_DIAGNOSTICS, _in_file_order(told, report.source)),
        ignored=len(found) - len(told),
        blocked=verdict is Verdict.INCOMPLETE and _is_blocked(weighing, diagnostics),
        expected_missed=_expected_missed(findings),
        beside=sum(not finding.weighs for finding in findings),
    )


def _expected_missed(findings: Iterable[Finding]) -> int | None:
    """Return how many expected targets are missed; ``None`` where no target says how binding it is."""
    told = [finding for finding in findings if finding.target.nature and finding.weighs]
    if not told:
        return None
    missed = (one for one in told if one.outcome is Outcome.MISSED)
    return sum(one.target.nature is TargetNature.EXPECTED for one in missed)


def invalid(
    source: SourceFile,
    faults: tuple[Diagnostic, ...],
    settings: Settings,
    entity: str | None = None,
    period: Period | None = None,
) -> Assessment:
    """Return the assessment of an input that could not be read: its diagnostics, and no findings."""
    told = settings.told(faults)
    left = len(faults) - len(told)
    return Assessment(source, Verdict.INVALID, entity, period=period, diagnostics=told, ignored=left)


def weigh(findings: Iterable[Finding], year: int) -> tuple[Finding, ...]:
    """Return the findings that decide the verdict, as :func:`weigh_by` does."""
    return weigh_by(findings, year, attrgetter("target.due"))


class _Weighing(Protocol):
    @property
    def weighs(self) -> bool: ...


AFinding = TypeVar("AFinding", bound=_Weighing)


def weigh_by(
    findings: Iterable[AFinding], year: int, due_of: Callable[[AFinding], int]
) -> tuple[AFinding, ...]:
    """Return the findings that decide the verdict, of those that weigh: those due in ``year``, else those due
    later, else all.
    """
    all_weighing = tuple([finding for finding in findings if finding.weighs])
    due_now = tuple([finding for finding in all_weighing if due_of(finding) == year])
    return due_now or tuple([finding for finding in all_weighing if due_of(finding) > year]) or all_weighing


def decide(weighing: Iterable[Finding], diagnostics: Iterable[Diagnostic]) -> Verdict:
    """Return the first verdict that holds. A report without any target met is never compliant."""
    outcomes = [finding.outcome for finding in weighing]
    if Outcome.MISSED in outcomes:
        return Verdict.NONCOMPLIANT
    if (
        Outcome.UNDECIDED in outcomes
        or Outcome.NO_DATA in outcomes
        or any(one.is_error for one in diagnostics)
    ):
        return Verdict.INCOMPLETE
    if Outcome.NOT_DUE in outcomes:
        return Verdict.PENDING
    return Verdict.COMPLIANT if Outcome.MET in outcomes else Verdict.INCOMPLETE


def _is_blocked(weighing: Iterable[Finding], diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether an error, or a target that no figure meets, keeps a report from being compliant."""
    undecided = (one for one in weighing if one.outcome is Outcome.UNDECIDED)
    return any(not one.may_be_met for one in undecided) or any(one.is_error for one in diagnostics)


class DiagnosticsOnce:
    """Drops diagnostics that repeat another at the same place: several targets can rest on one indicator."""

    __slots__ = ("_said",)

    def __init__(self) -> None:
        self._said: dict[tuple[str, Path, Place | None, str | None], list[Diagnostic]] = {}

    def new(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the diagnostics that were not told before, those on one place together."""
        new: dict[tuple[str, Path, Place | None, str | None], list[Diagnostic]] = {}
        for one in diagnostics:
            key = (one.kind.id, one.at, one.place, one.source.path if one.source else None)
            said = self._said.setdefault(key, [])
            if all(one.message != other.message for other in said):
                said.append(one)
                new.setdefault(key, []).append(one)
        return tuple(one for said in new.values() for one in said)


def _no_more_than(most: int, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Cut a very long list of diagnostics, and add how many were cut."""
    left = len(diagnostics) - most
    return diagnostics if left <= 0 else (*diagnostics[:most], diagnose(MORE_DIAGNOSTICS, number=left))


_AFTER_ALL = chr(sys.maxunicode)
"""Comes after the name of every sheet."""


def _in_file_order(diagnostics: Iterable[Diagnostic], source: SourceFile) -> tuple[Diagnostic, ...]:
    """Return diagnostics in the order of their lines; those without a line and those on reviews last."""

    def order(diagnostic: Diagnostic) -> tuple[str, str, int, int]:
        file, place = diagnostic.found_in(source)
        path = "" if file is source else file.path
        return (path, place.sheet, place.line, place.column) if place else (path, _AFTER_ALL, 0, 0)

    return tuple(sorted(diagnostics, key=order))
