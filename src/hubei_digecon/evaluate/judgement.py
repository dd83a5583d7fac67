"""One target judged against one report: the four steps in their order."""

from functools import partial

from ..comparators import MILESTONE, Limit
from ..consistency import Quotient
from ..findings import Finding, Grade, Outcome
from ..model.targets import Target
from ..model.words import Status
from ..units import IndicatorKind
from .basis import Basis, factor_of, find_basis
from .case import Case
from .magnitude import outliers, remarks_on
from .message import message, no_data_message, waived_message
from .needs import needed, nothing_needed, nothing_needed_but_data
from .satisfaction import Satisfaction, satisfy
from .sentences import Told, bound_decided_on
from .timing import When, time, when

_DECIDED = (Outcome.MET, Outcome.MISSED)
_REACHED = (When.DUE, When.AFTER)
_NOT_TO_BE_REVISED = (Status.FINAL, Status.UNSTATED)
"""How settled a count or a milestone can be that is not revised later, as an amount is."""


def judge(target: Target, case: Case) -> Finding:
    """Judge ``target`` by what the report says of its indicator, and the reviews of the report."""
    basis = find_basis(target, case)
    finding = _no_data(target, case) if basis is None else _finding(basis, satisfy(basis, case), case)
    return _waived(finding, case)


def _no_data(target: Target, case: Case) -> Finding:
    observation = case.report.observations.get(target.indicator.id)
    missing = observation.missing if observation else None
    return Finding(
        target,
        Outcome.NO_DATA,
        (),
        partial(no_data_message, missing.term if missing else None),
        partial(nothing_needed_but_data, target, case.report.period),
        evidence=None,
        observation=observation,
        at=_at(target) if observation else None,
    )


def _finding(basis: Basis, satisfaction: Satisfaction, case: Case) -> Finding:
    target, decided = basis.target, satisfaction.decided
    outcome, timely = time(basis, satisfaction.answer)
    reasons = (*timely, *satisfaction.reasons)
    is_quotient = basis.quotient is not None and decided is not None and decided == basis.numbers[-1]
    other_outcome = _by_other_reading(basis, satisfaction, case) or outcome
    told = Told(outcome, reasons, decided, is_quotient, satisfaction.rounding_sensitive, other_outcome)
    return Finding(
        target,
        outcome,
        reasons,
        partial(message, basis, told, case),
        partial(needed, basis, outcome, reasons, case.settings),
        basis.grade,
        final=_is_final(basis, outcome),
        observation=basis.observation,
        decided_on=decided,
        decided_bound=bound_decided_on(basis, decided),
        decided_interval=basis.asserted,
        is_quotient=is_quotient,
        rounding_sensitive=satisfaction.rounding_sensitive,
        reading_sensitive=other_outcome is not outcome,
        at=_at(target) if basis.observation else None,
        diagnostics=(
            *(basis.tally.remarks if basis.tally else ()),
            *(remarks_on(satisfaction.outlying, target) if satisfaction.outlying else ()),
        ),
        may_be_met=outcome is Outcome.UNDECIDED and basis.may_be_met,
    )


def _by_other_reading(basis: Basis, satisfaction: Satisfaction, case: Case) -> Outcome | None:
    """Return the outcome that the second reading of the wording gives, if there is one.

    Only where a share can be recomputed does what it rests on depend on what is required.
    """
    reread = basis.target.reread
    if reread is None:
        return None
    quotient = case.consistency.quotients.get(reread.indicator.id)
    if not satisfaction.outlying and _reads_alike(basis, reread, quotient):
        return None
    again = find_basis(reread, case) if quotient else basis._replace(target=reread)
    return time(again, satisfy(again, case).answer)[0] if again else None


def _reads_alike(basis: Basis, reread: Target, quotient: Quotient | None) -> bool:
    """Whether all that is in question, and what a quotient proves, answers both readings alike, and is of no
    magnitude that nobody means, so that the second reading surely gives the same outcome.
    """
    target, one, another = basis.target, basis.target.comparator, reread.comparator
    required, other = target.value, reread.value
    if not isinstance(one, Limit) or not isinstance(another, Limit) or one.better != another.better:
        return False
    assert required is not None
    assert other is not None
    recomputed = (quotient.proved.scaled(factor_of(target)),) if quotient else ()
    for each in (*basis.in_question, *recomputed):
        if one.settles(each, required) is not another.settles(each, other):
            return False
    return required == other or not outliers(basis._replace(target=reread))


def _waived(finding: Finding, case: Case) -> Finding:
    """Step 4: a waiver in force, whatever came before, which is kept as ``underlying``."""
    waiver = case.reviewed.waivers.get(finding.target.key)
    if waiver is None:
        return finding
    return finding._replace(
        outcome=Outcome.WAIVED,
        underlying=finding.outcome,
        words=partial(waived_message, waiver, finding),
        final=True,
        needs=nothing_needed,
    )


def _is_final(basis: Basis, outcome: Outcome) -> bool:
    """Final rests on final figures of the due year; counts and milestones on documented ones."""
    target = basis.target
    if outcome not in _DECIDED or when(basis.period, target.due) not in _REACHED:
        return False
    if target.comparator is MILESTONE or target.indicator.kind is IndicatorKind.COUNT:
        return basis.status in _NOT_TO_BE_REVISED and not basis.grade.below(Grade.DOCUMENTED)
    return basis.status is Status.FINAL


def _at(target: Target) -> tuple[str, ...]:
    value = "state" if target.comparator is MILESTONE else "value"
    return ("observations", target.indicator.id, value)
