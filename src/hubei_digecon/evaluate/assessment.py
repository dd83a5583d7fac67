"""All findings for one report, and the verdict that they make."""

import datetime
import sys
from collections.abc import Iterable, Sequence

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Place, Severity, Sort, SourceFile, remark
from ..findings import Assessment, Finding, Outcome, Settings, Verdict
from ..model.reports import Period, Report
from ..model.reviews import Review
from ..model.targets import Catalogue, Entity
from ..text import Text
from .case import open_case
from .checks import remarks_on
from .judgement import judge

MOST_REMARKS = 200
MORE_REMARKS = DiagnosticKind(
    "more-remarks",
    Severity.NOTE,
    Text("另有{number}处未列出", "{number} more are not listed"),
    Text("先处理以上各处", "see to those above first"),
    example=Example(
        Text("几百项清单，项项重复", "hundreds of items that each stand there twice"),
        Text("几项清单，没有重复", "a few items, each there once"),
        Sort.FILE,
    ),
)
KINDS = (MORE_REMARKS,)


def assess(
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
    settings: Settings,
    as_of: datetime.date,
    reviews: Sequence[Review] = (),
    brief: bool = False,
) -> Assessment:
    """Judge every target of ``entity`` that is in force by ``report`` and the reviews of it.

    ``brief``: return verdict and counts alone, which can come back from another process small.
    """
    case = open_case(report, entity, catalogue, settings, as_of, reviews)
    findings = tuple([judge(target, case) for target in entity.in_force])
    remarks = (*report.remarks, *remarks_on(case, findings))
    found = remarks if brief and not (settings.select or settings.ignore) else _once(remarks)
    diagnostics = settings.told(found)
    weighing = weigh(findings, report.period.year)
    verdict = decide(weighing, diagnostics)
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
        tuple([finding.outcome for finding in findings]),
        () if brief else findings,
        () if brief else _no_more_than(MOST_REMARKS, _in_file_order(diagnostics, report.source)),
        ignored=len(found) - len(diagnostics),
        blocked=verdict is Verdict.INCOMPLETE and _is_blocked(weighing, diagnostics),
    )


def invalid(
    source: SourceFile,
    faults: tuple[Diagnostic, ...],
    settings: Settings,
    entity: str | None = None,
    period: Period | None = None,
) -> Assessment:
    """Return the assessment of an input that could not be read: remarks, and nothing judged."""
    told = settings.told(faults)
    left = len(faults) - len(told)
    return Assessment(source, Verdict.INVALID, entity, period=period, diagnostics=told, ignored=left)


def weigh(findings: tuple[Finding, ...], year: int) -> tuple[Finding, ...]:
    """Return the findings that make the verdict: of targets due in ``year``; else later; else all."""
    due_now = tuple([finding for finding in findings if finding.target.due == year])
    return due_now or tuple([finding for finding in findings if finding.target.due > year]) or findings


def decide(weighing: Iterable[Finding], diagnostics: Iterable[Diagnostic]) -> Verdict:
    """Return the first verdict that holds. Nothing is compliant because nothing was checked."""
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
    """Whether what keeps a report from being compliant is an error in it, or a target no figure meets."""
    undecided = (one for one in weighing if one.outcome is Outcome.UNDECIDED)
    return any(not one.may_be_met for one in undecided) or any(one.is_error for one in diagnostics)


def _once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Leave out what is said twice of one place: several targets can rest on one indicator."""
    known: dict[tuple[str, Path, Place | None, str | None], list[Diagnostic]] = {}
    for one in diagnostics:
        path = one.source.path if one.source else None
        said = known.setdefault((one.kind.id, one.at, one.place, path), [])
        if all(one.message != other.message for other in said):
            said.append(one)
    return tuple(one for said in known.values() for one in said)


def _no_more_than(most: int, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Cut a very long list of remarks, and say how many there are beside."""
    left = len(diagnostics) - most
    return diagnostics if left <= 0 else (*diagnostics[:most], remark(MORE_REMARKS, number=left))


_AFTER_ALL = chr(sys.maxunicode)
"""Comes after the name of every sheet."""


def _in_file_order(diagnostics: Iterable[Diagnostic], source: SourceFile) -> tuple[Diagnostic, ...]:
    """Return remarks in the order of the lines they are about; those of no line, and on reviews, last."""

    def order(diagnostic: Diagnostic) -> tuple[str, str, int, int]:
        file, place = diagnostic.found_in(source)
        path = "" if file is source else file.path
        return (path, place.sheet, place.line, place.column) if place else (path, _AFTER_ALL, 0, 0)

    return tuple(sorted(diagnostics, key=order))
