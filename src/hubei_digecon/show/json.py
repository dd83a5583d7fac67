"""The JSON result, version 1 (``digecon schema result``): the same input gives the same bytes."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain
from typing import Any

from ..diagnostics import Diagnostic, SourceFile
from ..diagnostics import written as written_at
from ..domain.assessments import Assessment, FileDiagnostics, Settings
from ..domain.changes import FigureChange, IndicatorChange
from ..domain.findings import Finding
from ..domain.printed import attainment, decided_on, gap, interval_ends, observed
from ..domain.run import Run, RunInParts
from ..domain.run_counts import RunCounts
from ..domain.schedules import YearStanding
from ..domain.targets import Citation, Target
from ..quantity.numbers import plain, shown
from ..quantity.parsing import Quantity
from ..shapes.result import (
    FORMAT,
    Result,
    ResultAdjusted,
    ResultAssessment,
    ResultBase,
    ResultBaseline,
    ResultCell,
    ResultChange,
    ResultCounts,
    ResultDiagnostic,
    ResultFile,
    ResultFinding,
    ResultKnown,
    ResultLeftOut,
    ResultNeeded,
    ResultRegister,
    ResultSetting,
    ResultSettings,
    ResultSource,
    ResultStanding,
    ResultTargets,
    Tool,
    written_path,
    written_text,
)
from ..summaries import summary_of
from ..version import VERSION
from .bits import EmptyList, filled, written
from .view import View


def part(assessment: Assessment, run: Run, view: View) -> tuple[str, tuple[ResultKnown, ...]]:
    """Return the assessment of a report as JSON, and what a baseline has of it; the view changes neither."""
    return written(_plain(assessment_result(assessment, run)), 2), tuple(known_of(assessment))


def whole(parts: Iterable[tuple[str, tuple[ResultKnown, ...]]], run: RunInParts, view: View) -> Iterator[str]:
    """Return the run as JSON, with the assessments as they are written."""
    known = (one for _, known in parts for one in known) if run.settings.baseline else ()
    assessments = EmptyList("assessments", 1, (text for text, _known in parts))
    return filled(document(result(run, known)), [assessments])


def document(result: Any) -> str:
    """Return the types of a JSON form as the text of a file."""
    return written(_plain(result)) + "\n"


def result(run: Run, known: Iterable[ResultKnown] = ()) -> Result:
    """Return a run in the types of the JSON result.

    ``known`` is what a baseline has of the assessments that the run does not hold.
    """
    return Result(
        format=FORMAT,
        tool=Tool("digecon", VERSION),
        as_of=run.as_of.isoformat(),
        settings=settings_result(run.settings),
        targets=ResultTargets([ResultFile(file.path, file.sha256) for file in run.target_files]),
        reviews=[ResultFile(file.path, file.sha256) for file in run.reviews],
        diagnostics=[one for file in run.file_diagnostics for one in file_diagnostics(file)],
        assessments=[assessment_result(one, run) for one in run.assessments],
        ignored=run.ignored,
        judged_documents=list(run.documents),
        left_out=left_out_result(run.file_diagnostics),
        history=[ResultFile(file.path, file.sha256) for file in run.history],
        baseline=baseline_result(chain(known, *map(known_of, run.assessments)), run.counts),
        registers=[ResultFile(file.path, file.sha256) for file in run.registers],
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
        settings.schedule,
        [plain(one) for one in settings.cut_offs or ()],
    )


def baseline_result(known: Iterable[ResultKnown], counts: RunCounts) -> ResultBaseline | None:
    """Return what a run comes to beside the baseline, which has ``known``; ``None`` where there is none."""
    held = counts.baseline
    if held is None or held.baseline is None:
        return None
    from ..domain.baseline import Trouble  # few runs have one

    baseline = held.baseline
    return ResultBaseline(
        path=baseline.file.path,
        sha256=baseline.file.sha256,
        as_of=baseline.conditions.as_of,
        known=list(known),
        known_errors=held.known[Trouble.ERROR],
        new={trouble.id: held.new[trouble] for trouble in Trouble},
        unmatched=held.unmatched,
        notes=list(held.notes),
    )


def known_of(assessment: Assessment) -> Iterator[ResultKnown]:
    """Return the findings of a report that a baseline has, where there is one."""
    for one in assessment.known.findings if assessment.known else ():
        yield ResultKnown(
            entity=str(assessment.entity),
            period=str(assessment.period),
            document=assessment.document,
            target=one.target,
            then=one.then.id,
            now=one.now.id,
            wider=one.wider,
        )


def left_out_result(files: Iterable[FileDiagnostics]) -> list[ResultLeftOut]:
    """Return the files and folders that were not judged."""
    return [
        ResultLeftOut(file.source.path, left.why.id, left.files, left.counts_all)
        for file in files
        if (left := file.left)
    ]


def assessment_result(assessment: Assessment, run: Run) -> ResultAssessment:
    """Return all findings and diagnostics for one report of a run, and what came out in a paragraph."""
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
        changes=[_change(one) for one in assessment.changes],
        document=assessment.document,
        schedule=[_standing(one, run.settings) for one in assessment.schedule],
        expected_missed=assessment.expected_missed,
        summary=summary_of(assessment, run),
    )


def _standing(one: YearStanding, settings: Settings) -> ResultStanding:
    cut_offs, base = settings.cut_offs, one.base
    return ResultStanding(
        target=one.finding.target.id,
        unit=one.finding.target.unit,
        months=one.months,
        of=one.of,
        value=_rounded(one.value),
        base=_rounded(base.value) if base else None,
        base_path=base.path if base else None,
        scheduled=_rounded(one.scheduled),
        ratio=_rounded(one.ratio, Fraction(1)),
        word=cut_offs.word(one.ratio).id if cut_offs and one.ratio is not None else None,
        reason=one.why_not.id if one.why_not else None,
    )


def _rounded(value: Fraction | None, side_of: Fraction | None = None) -> str | None:
    return None if value is None else shown(value, side_of)


def _change(one: IndicatorChange) -> ResultChange:
    change = one.change
    return ResultChange(
        indicator=one.indicator.id,
        unit=one.unit,
        period=str(one.period),
        value=_figure(one.now, one.unit),
        earlier_period=str(one.earlier_period),
        earlier=_figure(one.earlier, one.unit),
        absolute=plain(change.absolute) if change else None,
        relative=relative_of(change),
        reason=one.why_not.id if one.why_not else None,
        path=one.path,
        illustrative=one.is_illustrative,
    )


def _figure(quantity: Quantity, unit: str) -> str | None:
    return None if quantity.bound else quantity.written_in(unit)


def relative_of(change: FigureChange | None) -> str | None:
    """Return a relative change, rounded on its side of 0; ``None`` where only differences are told."""
    return shown(change.relative, side_of=Fraction(0)) if change and change.relative is not None else None


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
        source=source_of(target.source),
        sheet=place.sheet or None if place else None,
        hedge=_hedge(finding),
        decided_bound=finding.decided_bound.id if finding.decided_bound else None,
        weighs=finding.weighs,
        nature=target.nature.id if target.nature else None,
        per_year=target.per_year,
        base=base_result(target),
        adjusted=_adjusted(finding),
        register=_register(finding),
    )


def base_result(target: Target) -> ResultBase | None:
    """Return the base of a target with what is needed since; a quotient is rounded."""
    base, growth = target.base, target.growth_needed
    if base is None:
        return None
    return ResultBase(
        period=str(base.period),
        value=plain(base.value),
        unit=base.unit,
        difference=_number(target.needed_since_base),
        growth=None if growth is None else shown(growth),
    )


def _adjusted(finding: Finding) -> ResultAdjusted | None:
    adjusted = finding.adjusted
    if adjusted is None:
        return None
    published, on = plain(adjusted.published), adjusted.approved_on.isoformat()
    return ResultAdjusted(published, adjusted.approved_by, on, adjusted.document)


def _register(finding: Finding) -> ResultRegister | None:
    tally = finding.registered
    if tally is None:
        return None
    whys = {why.id: number for why, number in tally.not_counted.items()}
    return ResultRegister(tally.records, tally.eligible, tally.in_question, tally.complete, whys)


def source_of(source: Citation) -> ResultSource:
    """Return where the words of a target stand."""
    cell = source.cell
    table = ResultCell(cell.table, cell.row, cell.column, cell.head) if cell else None
    return ResultSource(source.document, source.paragraph, source.wording, table)


def _hedge(finding: Finding) -> str | None:
    quantity = finding.observation.quantity if finding.observation else None
    return quantity.bound.id if quantity and quantity.bound else None


def _ends(finding: Finding) -> list[str | None] | None:
    interval = finding.decided_interval
    return interval_ends(interval, finding.target.value) if interval else None


def _needed(finding: Finding) -> ResultNeeded | None:
    needed = finding.needed
    return ResultNeeded(needed.what, needed.by.id, written_at(needed.at)) if needed else None


def file_diagnostics(file: FileDiagnostics | Assessment) -> list[ResultDiagnostic]:
    """Return the diagnostics on a file beside the reports."""
    return [_diagnostic(one, file.source) for one in file.diagnostics]


def _diagnostic(diagnostic: Diagnostic, listed_with: SourceFile) -> ResultDiagnostic:
    source, place = diagnostic.found_in(listed_with)
    return ResultDiagnostic(
        id=diagnostic.kind.id,
        severity=diagnostic.kind.severity.id,
        message=diagnostic.message,
        path=source.path,
        at=written_at(diagnostic.at) or None,
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
    if isinstance(value, list):
        return [_plain(element) for element in value]
    if isinstance(value, dict):
        return {_plain(key): _plain(held) for key, held in value.items()}
    if not hasattr(value, "__match_args__"):
        return value
    made = {key: _plain(getattr(value, key)) for key in value.__match_args__}
    return made | {"path": written_path(value.path)} if "path" in made else made
