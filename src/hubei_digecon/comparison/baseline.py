"""Hold an assessment against a baseline: what is no worse than there is known, all else is new."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from operator import attrgetter

from ..diagnostics import Diagnostic, written
from ..domain.assessments import Assessment, FileDigest
from ..domain.baseline import Baseline, KnownFinding, KnownParts, KnownReport, ReportOf, Trouble, trouble_of
from ..domain.findings import Finding
from ..domain.outcomes import Outcome, Verdict
from ..domain.printed import gap as gap_of
from ..judging.assessment import MORE_DIAGNOSTICS, weigh, weigh_by
from ..shapes.dates import period_of
from ..shapes.result import Result, ResultAssessment, ResultDiagnostic
from ..text import Text
from .fields import number_in
from .results import conditions_of, reports_by_key

BASELINE = Text("基准结果", "the baseline")

_OUTCOMES = {one.id: one for one in Outcome}
_WORSE = {None: 0, Trouble.NOT_DUE: 1, Trouble.OPEN: 2, Trouble.MISSED: 3}
"""How bad an outcome is: one that is worse than in the baseline is new."""


def baseline_of(file: FileDigest, result: Result, absent: Iterable[ReportOf] = ()) -> Baseline:
    """Return a result as a baseline. ``absent`` are the places that it has no report of, by period and
    document.
    """
    notes: list[Text] = []
    reports = reports_by_key(result, BASELINE, notes)
    known = {
        (key.entity, key.period, key.document): _known_report(one, period.year)
        for key, one in reports.items()
        if not key.path and one.verdict != Verdict.INVALID.id and (period := period_of(key.period))
    }
    return Baseline(file, conditions_of(result), known, frozenset(absent), tuple(notes))


def _known_report(one: ResultAssessment, year: int) -> KnownReport:
    weighing = weigh_by(one.findings, year, attrgetter("due"))
    return KnownReport(
        one.verdict,
        one.illustrative,
        {finding.target: _OUTCOMES[finding.outcome] for finding in weighing if finding.outcome in _OUTCOMES},
        {finding.target: gap for finding in weighing if (gap := number_in(finding.gap)) is not None},
        Counter(map(_error_of_result, filter(_is_error_of_result, one.diagnostics))),
    )


def held_to(assessment: Assessment, baseline: Baseline) -> Assessment:
    """Return an assessment with what the baseline knows of it. One that could not be read, or for which there
    is no target, is never known: nothing was judged then either.
    """
    if assessment.verdict is Verdict.INVALID or assessment.lacks_targets:
        return assessment
    assert assessment.entity is not None
    assert assessment.period is not None
    then = baseline.report(
        assessment.entity, str(assessment.period), assessment.document, assessment.illustrative
    )
    weighing = weigh(assessment.findings, assessment.period.year)
    known = tuple(one for finding in weighing if then and (one := _known(finding, then)))
    ids = {one.target for one in known}
    new = [one for one in weighing if one.target.id not in ids and trouble_of(one.outcome)]
    errors = Counter(map(_error, filter(_is_error, assessment.diagnostics)))
    new_errors = errors - (then.errors if then else Counter())
    troubles = Counter(trouble for one in new if (trouble := trouble_of(one.outcome)))
    troubles[Trouble.ERROR] += new_errors.total()
    is_known = bool(known) or (then is not None and then.verdict == assessment.verdict.id)
    is_known = (is_known or new_errors != errors) and not _is_none_left(weighing, then)
    verdict = _left(troubles, assessment.verdict, is_known)
    return assessment._replace(
        known=KnownParts(
            known,
            errors.total() - new_errors.total(),
            +troubles,
            verdict,
            verdict is Verdict.INCOMPLETE and (bool(new_errors) or any(map(_is_stuck, new))),
            then is not None,
        )
    )


def _known(finding: Finding, then: KnownReport) -> KnownFinding | None:
    """Return a finding that is in trouble and no worse than it was; ``None`` for any other."""
    before, target = then.outcomes.get(finding.target.id), finding.target.id
    trouble = trouble_of(finding.outcome)
    if before is None or trouble is None or _WORSE[trouble] > _WORSE[trouble_of(before)]:
        return None
    if finding.outcome is Outcome.NO_DATA and before is not Outcome.NO_DATA:
        return None  # a figure that was there is gone: whoever leaves it out hides how far it now lies off
    now, was = gap_of(finding), then.gaps.get(target)
    stands, stood = (finding.outcome, _side(now)), (before, _side(was))
    if before is not Outcome.MISSED and _is_stuck(finding) and stands != stood:
        return None  # it may have been met, and no figure meets it now
    is_wider = trouble is Trouble.MISSED and now is not None and was is not None and abs(now) > abs(was)
    return KnownFinding(target, before, finding.outcome, is_wider)


def _left(troubles: Counter[Trouble], verdict: Verdict, is_known: bool) -> Verdict:
    """Return the verdict that what is new gives. One that comes of no single target, as that none is met, is
    known only where the baseline has it.
    """
    if troubles[Trouble.MISSED]:
        return Verdict.NONCOMPLIANT
    if troubles[Trouble.OPEN] or troubles[Trouble.ERROR]:
        return Verdict.INCOMPLETE
    if troubles[Trouble.NOT_DUE]:
        return Verdict.PENDING
    return Verdict.COMPLIANT if is_known else verdict


def _is_stuck(finding: Finding) -> bool:
    return finding.outcome is Outcome.UNDECIDED and not finding.may_be_met


def _side(gap: Fraction | None) -> int | None:
    """Return on which side of the target a value is: above it, below it, or at it."""
    return None if gap is None else (gap > 0) - (gap < 0)


def _is_none_left(weighing: Iterable[Finding], then: KnownReport | None) -> bool:
    """Whether a target was met then, and none is now."""
    is_met_now = any(one.outcome is Outcome.MET for one in weighing)
    return then is not None and Outcome.MET in then.outcomes.values() and not is_met_now


def _is_error(one: Diagnostic) -> bool:
    return one.is_error or one.kind is MORE_DIAGNOSTICS


def _error(one: Diagnostic) -> tuple[str, str]:
    """Return what an error is known by. How many are not listed may hide others, so the number counts."""
    is_rest = one.kind is MORE_DIAGNOSTICS
    return one.kind.id, one.message.en if is_rest else written(one.at)


def _is_error_of_result(one: ResultDiagnostic) -> bool:
    return one.severity == "error" or one.id == MORE_DIAGNOSTICS.id


def _error_of_result(one: ResultDiagnostic) -> tuple[str, str]:
    return one.id, one.message.en if one.id == MORE_DIAGNOSTICS.id else one.at or ""
