"""Judge one target against one report: the four steps in order."""

from functools import partial

from ..domain.findings import Finding, not_recomputed
from ..domain.outcomes import Grade, Outcome
from ..domain.targets import Target
from ..domain.words import Status
from .context import JudgingContext
from .grounds import Grounds, factor_of, find_grounds
from .magnitude import diagnostics_on, outliers
from .message import message, no_data_message, recomputation, waived_message
from .needs import needed, nothing_needed, nothing_needed_but_data
from .quotients import Quotient
from .reason_sentences import JudgedOutcome, bound_decided_on
from .satisfaction import Satisfaction, satisfy
from .timing import PeriodPosition, period_position, time

_DECIDED = (Outcome.MET, Outcome.MISSED)
_REACHED = (PeriodPosition.DUE, PeriodPosition.AFTER)
_NOT_TO_BE_REVISED = (Status.FINAL, Status.UNSTATED)
"""How settled a count or a milestone can be that is not revised later, as an amount is."""


def judge(target: Target, context: JudgingContext) -> Finding:
    """Judge ``target`` by what the report and its reviews state about its indicator."""
    target = target.due_in(context.report.period.year)
    adjusted = context.reviewed.adjusted.get(target.key)
    if adjusted:
        target = target.adjusted(adjusted.value)
    grounds = find_grounds(target, context)
    finding = (
        _no_data(target, context)
        if grounds is None
        else _finding(grounds, satisfy(grounds, context), context)
    )
    return _waived(finding._replace(adjusted=adjusted) if adjusted else finding, context)


def _no_data(target: Target, context: JudgingContext) -> Finding:
    observation = context.report.observations.get(target.indicator.id)
    missing = observation.missing if observation else None
    return Finding(
        target,
        Outcome.NO_DATA,
        (),
        partial(no_data_message, missing.term if missing else None),
        partial(nothing_needed_but_data, target, context.report.period),
        evidence=None,
        observation=observation,
        at=_at(target) if observation else None,
    )


def _finding(grounds: Grounds, satisfaction: Satisfaction, context: JudgingContext) -> Finding:
    target, decided = grounds.target, satisfaction.decided
    outcome, timely = time(grounds, satisfaction.answer)
    reasons = (*timely, *satisfaction.reasons)
    is_quotient = grounds.quotient is not None and decided is not None and decided == grounds.numbers[-1]
    other_outcome = _by_other_reading(grounds, satisfaction, context) or outcome
    judged = JudgedOutcome(
        outcome, reasons, decided, is_quotient, satisfaction.rounding_sensitive, other_outcome
    )
    return Finding(
        target,
        outcome,
        reasons,
        partial(message, grounds, judged, context),
        partial(needed, grounds, outcome, reasons, context.settings),
        grounds.grade,
        final=_is_final(grounds, outcome),
        observation=grounds.observation,
        decided_on=decided,
        decided_bound=bound_decided_on(grounds, decided),
        decided_interval=grounds.asserted,
        is_quotient=is_quotient,
        rounding_sensitive=satisfaction.rounding_sensitive,
        other_outcome=None if other_outcome is outcome else other_outcome,
        at=_at(target) if grounds.observation else None,
        diagnostics=(
            *(grounds.tally.diagnostics if grounds.tally else ()),
            *grounds.missing,
            *(diagnostics_on(satisfaction.outlying, target) if satisfaction.outlying else ()),
        ),
        registered=grounds.registered,
        may_be_met=outcome is Outcome.UNDECIDED and grounds.may_be_met,
        recompute=partial(recomputation, grounds, judged) if grounds.divided else not_recomputed,
    )


def _by_other_reading(
    grounds: Grounds, satisfaction: Satisfaction, context: JudgingContext
) -> Outcome | None:
    """Return the outcome by the second reading of the wording, if there is one.

    The grounds depend on what is required only if a share can be recomputed.
    """
    reread = grounds.target.reread
    if reread is None:
        return None
    quotient = context.consistency.quotients.get(reread.indicator.id)
    if not satisfaction.outlying and _reads_alike(grounds, reread, quotient):
        return None
    again = find_grounds(reread, context) if quotient else grounds._replace(target=reread)
    return time(again, satisfy(again, context).answer)[0] if again else None


def _reads_alike(grounds: Grounds, reread: Target, quotient: Quotient | None) -> bool:
    """Whether both readings surely give the same outcome.

    That is so if everything in question, and what a quotient proves, answers both alike, and no magnitude is
    implausible.
    """
    target, one, another = grounds.target, grounds.target.comparator, reread.comparator
    required, other = target.value, reread.value
    if not one.better or one.better != another.better:
        return False
    assert required is not None
    assert other is not None
    recomputed = (quotient.proved.scaled(factor_of(target)),) if quotient else ()
    for each in (*grounds.in_question, *recomputed):
        if one.settles(each, required) is not another.settles(each, other):
            return False
    return required == other or not outliers(grounds._replace(target=reread))


def _waived(finding: Finding, context: JudgingContext) -> Finding:
    """Step 4: apply a waiver in force, and keep the outcome before it as ``underlying``."""
    waiver = context.reviewed.waivers.get(finding.target.key)
    if waiver is None:
        return finding
    return finding._replace(
        outcome=Outcome.WAIVED,
        underlying=finding.outcome,
        words=partial(waived_message, waiver, finding),
        final=True,
        needs=nothing_needed,
    )


def _is_final(grounds: Grounds, outcome: Outcome) -> bool:
    """Whether a finding rests on final figures of the due year; counts and milestones on documented ones."""
    target = grounds.target
    if outcome not in _DECIDED or period_position(grounds.period, target.due) not in _REACHED:
        return False
    if not target.indicator.kind.is_revised:
        return grounds.status in _NOT_TO_BE_REVISED and not grounds.grade.below(Grade.DOCUMENTED)
    return grounds.status is Status.FINAL


def _at(target: Target) -> tuple[str, ...]:
    return ("observations", target.indicator.id, target.indicator.kind.value_key)
