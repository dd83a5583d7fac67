"""Step 2: satisfied, not satisfied, or doubtful — and every flag on the way.

Compared unrounded (GB/T 8170, full-value comparison) and exactly. A doubt may block a hit but never
excuse a miss: where every value in question fails, the target is not satisfied. Only an estimate is
doubtful both ways.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..comparators import COMPARATORS, MILESTONE, Comparator
from ..coverage import Coverage
from ..exact import Interval
from ..findings import Reason
from ..model.reviews import Attestation
from ..model.targets import Target
from ..model.words import Nature, State, Status
from ..text import Closed
from . import contradictions
from .basis import Basis, end_of
from .case import Case
from .magnitude import Outlier, outliers


class Satisfied(Closed):
    """Whether the value in question satisfies what is required."""

    YES = "yes"
    NO = "no"
    DOUBTFUL = "doubtful"


class Satisfaction(NamedTuple):
    """The answer of step 2, and its reasons.

    ``rounding_sensitive``: the written decimals leave values on both sides of the target.
    ``decided`` is the number decided on, in the target's unit; ``None`` where no single one is.
    ``outlying`` are the values of a magnitude that nobody means.
    """

    answer: Satisfied
    reasons: tuple[Reason, ...] = ()
    rounding_sensitive: bool = False
    decided: Fraction | None = None
    outlying: tuple[Outlier, ...] = ()


_ANSWERS = {True: Satisfied.YES, False: Satisfied.NO, None: Satisfied.DOUBTFUL}


def satisfy(basis: Basis, case: Case) -> Satisfaction:
    """Hold what is in question against the target."""
    if basis.target.comparator is MILESTONE:
        return _estimates_aside(basis, _milestone(basis))
    return _estimates_aside(basis, _number(basis, case))


def _estimates_aside(basis: Basis, satisfaction: Satisfaction) -> Satisfaction:
    """An estimate decides nothing, neither way; beside a settled figure that fails it excuses no miss."""
    if Status.ESTIMATED not in basis.statuses:
        return satisfaction
    all_estimated = set(basis.statuses) == {Status.ESTIMATED}
    fails = satisfaction.answer is Satisfied.NO and not all_estimated
    return satisfaction._replace(
        answer=Satisfied.NO if fails else Satisfied.DOUBTFUL,
        reasons=(Reason.ESTIMATED, *satisfaction.reasons),
    )


def _milestone(basis: Basis) -> Satisfaction:
    """A submitter's word can miss a milestone but not meet it: that takes an attestation."""
    if basis.attestation:
        return _attested(basis, basis.attestation)
    if basis.state is State.ACHIEVED:
        return Satisfaction(Satisfied.DOUBTFUL, (Reason.UNATTESTED,))
    return Satisfaction(Satisfied.NO)


def _attested(basis: Basis, attestation: Attestation) -> Satisfaction:
    """Achieved by the end of the due year, or later; of a milestone with parts, all of them."""
    if any(state is not State.ACHIEVED for state in (attestation.state, *attestation.parts.values())):
        return Satisfaction(Satisfied.NO)
    achieved_on = attestation.achieved_on or basis.period.end
    if achieved_on > end_of(basis.target.due):
        return Satisfaction(Satisfied.NO, (Reason.LATE,) if attestation.achieved_on else ())
    return Satisfaction(Satisfied.YES)


def _number(basis: Basis, case: Case) -> Satisfaction:
    required = basis.target.value
    assert required is not None
    compared = _compare(basis.target.comparator, required, basis)
    outlying = outliers(basis)
    doubts = _doubts(basis, case, outlying)
    decided = _decided(basis, required)
    flags = [*_how(basis, compared), *_off_scope(basis), *[doubt.reason for doubt in doubts]]
    return Satisfaction(
        _answer(compared, doubts),
        (*dict.fromkeys(flags), *_remarkable(basis, compared, decided)),
        _rounding_sensitive(basis),
        decided,
        outlying,
    )


class Doubt(NamedTuple):
    """What keeps a value from deciding: a hit alone, or, where it ``settles_nothing``, a miss as well."""

    reason: Reason
    settles_nothing: bool = False


def _doubts(basis: Basis, case: Case, outlying: tuple[Outlier, ...]) -> list[Doubt]:
    """Return what makes the answer doubtful, whatever it is."""
    doubts = []
    found = case.consistency
    if contradictions.is_blocked(basis) or (found.exceeding and contradictions.exceedings(basis, case)):
        doubts.append(Doubt(Reason.INCONSISTENT))
    if found.above_whole and contradictions.above_whole(basis, case):
        doubts.append(Doubt(Reason.SHARE_ABOVE_WHOLE, settles_nothing=True))
    doubts.extend(Doubt(Reason.MAGNITUDE, settles_nothing=one.meant is not None) for one in outlying)
    if found.implausible and contradictions.implausible(basis, case):
        doubts.append(Doubt(Reason.SCOPE))
    if basis.grade.below(case.settings.min_evidence):
        doubts.append(Doubt(Reason.EVIDENCE))
    return doubts


def _off_scope(basis: Basis) -> tuple[Reason, ...]:
    """Return that a figure is of another scope or counting, which bounds the one asked for at most."""
    for figure in basis.figures:
        if figure.coverage is not Coverage.SAME:
            return (Reason.SCOPE,)
    return ()


def _answer(compared: bool | None, doubts: list[Doubt]) -> Satisfied:
    """Return the answer of a comparison: a doubt blocks a hit, and a miss only where it settles nothing."""
    if doubts and any(compared or doubt.settles_nothing for doubt in doubts):
        return Satisfied.DOUBTFUL
    return _ANSWERS[compared]


def _compare(comparator: Comparator, required: Fraction, basis: Basis) -> bool | None:
    """Whether all that is in question satisfies the target; ``None`` where some does and some does not."""
    return _settled(comparator, required, basis.in_question)


def _settled(comparator: Comparator, required: Fraction, intervals: tuple[Interval, ...]) -> bool | None:
    answer = comparator.settles(intervals[0], required)
    for other in intervals[1:]:
        if comparator.settles(other, required) is not answer:
            return None
    return answer


def _decided(basis: Basis, required: Fraction) -> Fraction | None:
    """Return the number decided on: of several that agree, the one nearest to the target; none where that is
    the bound of a hedge.
    """
    if len(basis.numbers) == 1 and not basis.is_several:
        return basis.numbers[0]
    if not basis.numbers or _as_stated(basis, required) is None:
        return None
    number = min(basis.numbers, key=lambda number: abs(number - required))
    ends = [] if basis.tally else [end for hedge in basis.hedges for end in hedge[:2] if end is not None]
    return None if any(abs(end - required) < abs(number - required) for end in ends) else number


def _as_stated(basis: Basis, required: Fraction) -> bool | None:
    """Return the answer of what was stated, whatever it covers."""
    return _settled(basis.target.comparator, required, basis.stated)


def _how(basis: Basis, compared: bool | None) -> list[Reason]:
    """Return how the numbers in question were come by, and what keeps them from deciding."""
    reasons = list(basis.reasons)
    required = basis.target.value
    assert required is not None
    counted = basis.tally is not None and _as_stated(basis, required) is not None
    if basis.tally:
        reasons.append(Reason.COUNTED if counted else Reason.ITEM_COUNT)
    if compared is None and not counted and _hedge_open(basis):
        reasons.append(Reason.HEDGED)
    return reasons


def _hedge_open(basis: Basis) -> bool:
    """Whether a hedge, taken alone, leaves it open whether the target is satisfied."""
    required = basis.target.value
    assert required is not None
    return any(basis.target.comparator.settles(hedge, required) is None for hedge in basis.hedges)


def _remarkable(basis: Basis, compared: bool | None, decided: Fraction | None) -> list[Reason]:
    """Return what is worth saying of the value beside the answer: the line, the band, the base."""
    target, reasons = basis.target, []
    if decided is not None and decided == target.value:
        reasons.append(Reason.AT_LINE)
    if compared and target.stretch is not None:
        reasons.extend(_band(basis, target.stretch))
    if base_unstated(target):
        reasons.append(Reason.BASE_UNSTATED)
    return reasons


def _band(basis: Basis, stretch: Fraction) -> Iterator[Reason]:
    """Return whether the stretch is reached, or not; nothing where what is in question leaves it open."""
    reached = _compare(COMPARATORS[basis.target.comparator.of_stretch], stretch, basis)
    if reached is not None:
        yield Reason.REACHED_STRETCH if reached else Reason.WITHIN_STRETCH


def base_unstated(target: Target) -> bool:
    """Whether the target counts what was added since a date that nobody stated."""
    return target.indicator.nature is Nature.ADDED and target.since is None


def _rounding_sensitive(basis: Basis) -> bool:
    """Whether values that round to the written ones lie on both sides of the target.

    Counts are exact; what a hedge leaves open is not rounding, nor is a disagreement beyond it. Of a share
    and parts that disagree and come to one answer, the share is written with decimals of its own.
    """
    required, written = basis.target.value, basis.written
    assert required is not None
    assert written is not None
    if basis.tally or (basis.is_several and _as_stated(basis, required) is None):
        return False
    hedged = basis.figures[0].value is None if basis.is_several else basis.hedges
    return not hedged and basis.target.comparator.settles(written, required) is None
