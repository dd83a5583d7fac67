"""All findings for one report, and the verdict that they make."""

from collections.abc import Iterable

from ..diagnostics import Diagnostic
from ..findings import Assessment, Finding, Outcome, Settings, Verdict
from ..model.reports import Period, Report, SourceFile
from ..model.targets import Catalogue, Entity
from .checks import remarks_on
from .judgement import judge


def assess(report: Report, entity: Entity, catalogue: Catalogue, settings: Settings) -> Assessment:
    """Judge every target of ``entity`` that is in force by ``report``."""
    findings = tuple(judge(target, report, settings, catalogue.scopes) for target in entity.in_force)
    diagnostics = (*report.remarks, *remarks_on(report, findings, catalogue))
    weighing = weigh(findings, report.period.year)
    verdict = decide(weighing, diagnostics)
    settled = verdict in (Verdict.COMPLIANT, Verdict.NONCOMPLIANT)
    return Assessment(
        report.source,
        verdict,
        report.entity,
        entity.name,
        report.period,
        report.submitted.revision,
        report.illustrative,
        settled and all(finding.final for finding in weighing),
        findings,
        _in_file_order(diagnostics, report.source),
    )


def invalid(
    source: SourceFile,
    faults: tuple[Diagnostic, ...],
    entity: str | None = None,
    period: Period | None = None,
) -> Assessment:
    """Return the assessment of an input that could not be read: remarks, and nothing judged."""
    return Assessment(source, Verdict.INVALID, entity, period=period, diagnostics=faults)


def weigh(findings: tuple[Finding, ...], year: int) -> tuple[Finding, ...]:
    """Return the findings that make the verdict: of targets due in ``year``; else later; else all."""
    due_now = tuple(finding for finding in findings if finding.target.due == year)
    due_later = tuple(finding for finding in findings if finding.target.due > year)
    return due_now or due_later or findings


def decide(weighing: Iterable[Finding], diagnostics: Iterable[Diagnostic]) -> Verdict:
    """Return the first verdict that holds. Nothing is compliant because nothing was checked."""
    outcomes = {finding.outcome for finding in weighing}
    if Outcome.MISSED in outcomes:
        return Verdict.NONCOMPLIANT
    if outcomes & {Outcome.UNDECIDED, Outcome.NO_DATA} or any(one.is_error for one in diagnostics):
        return Verdict.INCOMPLETE
    if Outcome.NOT_DUE in outcomes:
        return Verdict.PENDING
    return Verdict.COMPLIANT if Outcome.MET in outcomes else Verdict.INCOMPLETE


def _in_file_order(diagnostics: Iterable[Diagnostic], source: SourceFile) -> tuple[Diagnostic, ...]:
    """Return remarks in the order of the lines they are about; those of no line come last."""

    def order(diagnostic: Diagnostic) -> tuple[int, int]:
        place = diagnostic.place or source.find(diagnostic.at)
        return (place.line, place.column) if place else (10**9, 0)

    return tuple(sorted(diagnostics, key=order))
