"""The JSON result, version 1 (``digecon schema result``): the same input gives the same bytes."""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from ..diagnostics import Diagnostic, SourceFile, written
from ..exact import plain
from ..findings import Assessment, FileRemarks, Finding, Settings
from ..result import (
    FORMAT,
    Result,
    ResultAssessment,
    ResultCounts,
    ResultDiagnostic,
    ResultFile,
    ResultFinding,
    ResultLeftOut,
    ResultNeeded,
    ResultSetting,
    ResultSettings,
    ResultSource,
    ResultTargets,
    Tool,
    written_path,
    written_text,
)
from ..run import Run
from ..version import VERSION
from .escape import json_visible
from .numbers import attainment, decided_on, gap, interval_ends, observed
from .view import View


def render(run: Run, view: View) -> str:
    """Return the run as JSON; the view does not change it."""
    return document(result(run))


def document(result: Any) -> str:
    """Return the types of a JSON form as the text of a file."""
    text = json.dumps(_plain(result), ensure_ascii=False, indent=1)
    return json_visible(text) + "\n"


def result(run: Run) -> Result:
    """Return the run in the types of the JSON result."""
    return Result(
        format=FORMAT,
        tool=Tool("digecon", VERSION),
        as_of=run.as_of.isoformat(),
        settings=settings_result(run.settings),
        targets=ResultTargets([ResultFile(file.path, file.sha256) for file in run.target_files]),
        reviews=[ResultFile(file.path, file.sha256) for file in run.reviews],
        diagnostics=[one for file in run.remarks for one in file_remarks(file)],
        assessments=[assessment_result(assessment) for assessment in run.assessments],
        ignored=run.ignored,
        judged_documents=list(run.documents),
        left_out=left_out_result(run.remarks),
    )


def settings_result(settings: Settings) -> ResultSettings:
    """Return what a run was asked to hold."""
    return ResultSettings(
        settings.min_evidence.id,
        settings.waivers,
        settings.documents,
        list(settings.select),
        list(settings.ignore),
        list(settings.exclude),
        [ResultSetting(one.key, one.value, one.origin) for one in settings.told_settings],
    )


def left_out_result(files: Iterable[FileRemarks]) -> list[ResultLeftOut]:
    """Return the files and folders that were not judged."""
    return [
        ResultLeftOut(file.source.path, left.why.id, left.files, left.counts_all)
        for file in files
        if (left := file.left)
    ]


def assessment_result(assessment: Assessment) -> ResultAssessment:
    """Return all findings and remarks for one report."""
    return ResultAssessment(
        path=assessment.source.path,
        sha256=assessment.source.sha256,
        entity=assessment.entity,
        period=None if assessment.period is None else str(assessment.period),
        revision=assessment.revision,
        illustrative=assessment.illustrative,
        verdict=assessment.verdict.id,
        final=assessment.final,
        counts=ResultCounts(**{outcome.id: n for outcome, n in assessment.counts.items()}),
        findings=[_finding(finding, assessment.source) for finding in assessment.findings],
        diagnostics=[_diagnostic(one, assessment.source) for one in assessment.diagnostics],
        documents=[ResultFile(file.path, file.sha256) for file in assessment.documents],
    )


def _finding(finding: Finding, source: SourceFile) -> ResultFinding:
    target, decided, difference = finding.target, decided_on(finding), gap(finding)
    place = source.find(finding.at) if finding.at else None
    return ResultFinding(
        target=target.id,
        indicator=target.indicator.id,
        due=target.due,
        outcome=finding.outcome.id,
        underlying=finding.underlying.id if finding.underlying else None,
        reasons=[reason.id for reason in finding.reasons],
        final=finding.final,
        comparator=target.comparator.id,
        required=_number(target.value),
        stretch=_number(target.stretch),
        unit=target.unit,
        observed=observed(finding),
        status=finding.observation.status.id if finding.observation else None,
        decided_on=_number(decided),
        decided_interval=_ends(finding),
        gap=_number(difference),
        attainment=_number(attainment(finding)),
        rounding_sensitive=finding.rounding_sensitive,
        reading_sensitive=finding.reading_sensitive,
        evidence=finding.evidence.id if finding.evidence else None,
        message=finding.message,
        needed=_needed(finding),
        line=place.line if place else None,
        column=place.column if place else None,
        source=ResultSource(target.source.document, target.source.paragraph, target.source.wording),
        sheet=place.sheet or None if place else None,
        hedge=_hedge(finding),
        decided_bound=finding.decided_bound.id if finding.decided_bound else None,
    )


def _hedge(finding: Finding) -> str | None:
    quantity = finding.observation.quantity if finding.observation else None
    return quantity.bound.id if quantity and quantity.bound else None


def _ends(finding: Finding) -> list[str | None] | None:
    interval = finding.decided_interval
    return interval_ends(interval, finding.target.value) if interval else None


def _needed(finding: Finding) -> ResultNeeded | None:
    needed = finding.needed
    return ResultNeeded(needed.what, needed.by.id, written(needed.at)) if needed else None


def file_remarks(file: FileRemarks) -> list[ResultDiagnostic]:
    """Return the remarks on a file beside the reports."""
    return [_diagnostic(one, file.source) for one in file.diagnostics]


def _diagnostic(diagnostic: Diagnostic, listed_with: SourceFile) -> ResultDiagnostic:
    source, place = diagnostic.found_in(listed_with)
    return ResultDiagnostic(
        id=diagnostic.kind.id,
        severity=diagnostic.kind.severity.id,
        message=diagnostic.message,
        path=source.path,
        at=written(diagnostic.at) or None,
        line=place.line if place else None,
        column=place.column if place else None,
        sheet=place.sheet or None if place else None,
    )


def _number(value: Any) -> str | None:
    return None if value is None else plain(value)


def _plain(value: Any) -> Any:
    """Turn the types of the result into what JSON has."""
    if isinstance(value, str):
        return written_text(value)
    if is_dataclass(value):
        made = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return made | {"path": written_path(getattr(value, "path"))} if "path" in made else made  # noqa: B009
    if isinstance(value, list):
        return [_plain(element) for element in value]
    if isinstance(value, dict):
        return {_plain(key): _plain(held) for key, held in value.items()}
    return value
