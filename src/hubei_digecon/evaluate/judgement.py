"""One target judged against one report: the four steps in their order."""

from collections.abc import Mapping

from ..comparators import MILESTONE
from ..findings import Finding, Grade, Outcome, Settings
from ..model.reports import Report
from ..model.targets import Scope, Target
from ..model.words import Status
from ..units import IndicatorKind
from .basis import Basis, find_basis
from .message import Told, message, no_data_message
from .needs import needed
from .satisfaction import Satisfaction, satisfy
from .timing import When, time, when


def judge(target: Target, report: Report, settings: Settings, scopes: Mapping[str, Scope]) -> Finding:
    """Judge ``target`` by what ``report`` says of its indicator."""
    basis = find_basis(target, report)
    if basis is None:
        return _no_data(target, report)
    satisfaction = satisfy(basis, settings)
    return _finding(basis, satisfaction, settings, scopes)


def _no_data(target: Target, report: Report) -> Finding:
    observation = report.observations.get(target.indicator.id)
    missing = observation.missing if observation else None
    return Finding(
        target,
        Outcome.NO_DATA,
        (),
        no_data_message(missing.term if missing else None),
        evidence=None,
        observation=observation,
        needed=needed(target, Outcome.NO_DATA, ()),
        at=_at(target) if observation else None,
    )


def _finding(
    basis: Basis, satisfaction: Satisfaction, settings: Settings, scopes: Mapping[str, Scope]
) -> Finding:
    target, decided = basis.target, basis.value
    outcome, timely = time(target, basis.period, satisfaction.answer)
    reasons = (*timely, *satisfaction.reasons)
    gap = None if decided is None or target.value is None else decided - target.value
    other = satisfaction.other_answer
    other_outcome = time(target, basis.period, other)[0] if other else None
    told = Told(
        outcome,
        reasons,
        gap,
        satisfaction.rounding_sensitive,
        other_outcome,
        settings,
        scopes,
    )
    return Finding(
        target,
        outcome,
        reasons,
        message(basis, told),
        basis.grade,
        final=_is_final(basis, outcome),
        observation=basis.observation,
        decided_on=decided,
        decided_interval=basis.interval,
        gap=gap,
        attainment=decided / target.value if decided is not None and target.value else None,
        rounding_sensitive=satisfaction.rounding_sensitive,
        reading_sensitive=satisfaction.reading_sensitive,
        needed=needed(target, outcome, reasons),
        at=_at(target),
    )


def _is_final(basis: Basis, outcome: Outcome) -> bool:
    """Final rests on final figures of the due year; counts and milestones on documented ones."""
    target = basis.target
    if outcome not in (Outcome.MET, Outcome.MISSED) or when(basis.period, target.due) is not When.DUE:
        return False
    if target.comparator is MILESTONE or target.indicator.kind is IndicatorKind.COUNT:
        return not basis.grade.below(Grade.DOCUMENTED)
    return basis.status is Status.FINAL


def _at(target: Target) -> tuple[str, ...]:
    value = "state" if target.comparator is MILESTONE else "value"
    return ("observations", target.indicator.id, value)
