"""Step 2: decide whether the target is satisfied, not satisfied, or doubtful, and collect every flag.

Values are compared unrounded (GB/T 8170, full-value comparison) and exactly. A doubt may block a hit but
never excuses a miss: if every value in question fails, the target is not satisfied. Only an estimate is
doubtful both ways.
"""

from collections.abc import Iterator
from fractions import Fraction

from ..domain.comparators import COMPARATORS, Comparator
from ..domain.outcomes import Reason
from ..domain.reviews import Attestation
from ..domain.targets import Target
from ..domain.words import State, Status
from ..quantity.kinds import Nature
from ..quantity.numbers import Interval
from ..records import NamedTuple
from ..text import Closed
from . import contradictions
from .context import JudgingContext
from .coverage import Coverage
from .grounds import Grounds, end_of
from .magnitude import Outlier, outliers
from .registered import how_registered


class Satisfied(Closed):
    """Whether the value in question satisfies what is required."""

    YES = "yes"
    NO = "no"
    DOUBTFUL = "doubtful"


class Satisfaction(NamedTuple):
    """The answer of step 2, and its reasons.

    ``rounding_sensitive``: the written decimals leave values on both sides of the target. ``decided`` is the
    number decided on, in the target's unit; ``None`` if there is no single one. ``outlying`` are the values
    of an implausible magnitude.
    """

    answer: Satisfied
    reasons: tuple[Reason, ...] = ()
    rounding_sensitive: bool = False
    decided: Fraction | None = None
    outlying: tuple[Outlier, ...] = ()


_ANSWERS = {True: Satisfied.YES, False: Satisfied.NO, None: Satisfied.DOUBTFUL}


def satisfy(grounds: Grounds, context: JudgingContext) -> Satisfaction:
    """Hold what is in question against the target."""
    if grounds.target.comparator.is_attested:
        return _estimates_aside(grounds, _milestone(grounds))
    return _estimates_aside(grounds, _number(grounds, context))


def _estimates_aside(grounds: Grounds, satisfaction: Satisfaction) -> Satisfaction:
    """Make the answer doubtful if an estimate is in question, unless a settled figure beside it fails."""
    if Status.ESTIMATED not in grounds.statuses:
        return satisfaction
    all_estimated = set(grounds.statuses) == {Status.ESTIMATED}
    fails = satisfaction.answer is Satisfied.NO and not all_estimated
    return satisfaction._replace(
        answer=Satisfied.NO if fails else Satisfied.DOUBTFUL,
        reasons=(Reason.ESTIMATED, *satisfaction.reasons),
    )


def _milestone(grounds: Grounds) -> Satisfaction:
    """Judge a milestone. A submitter's word can miss it; only an attestation can meet it."""
    if grounds.attestation:
        return _attested(grounds, grounds.attestation)
    if grounds.state is State.ACHIEVED:
        return Satisfaction(Satisfied.DOUBTFUL, (Reason.UNATTESTED,))
    return Satisfaction(Satisfied.NO)


def _attested(grounds: Grounds, attestation: Attestation) -> Satisfaction:
    """Judge an attested milestone: achieved by the end of the due year, or later; with parts, all of them."""
    if any(state is not State.ACHIEVED for state in (attestation.state, *attestation.parts.values())):
        return Satisfaction(Satisfied.NO)
    achieved_on = attestation.achieved_on or grounds.period.end
    if achieved_on > end_of(grounds.target.due):
        return Satisfaction(Satisfied.NO, (Reason.LATE,) if attestation.achieved_on else ())
    return Satisfaction(Satisfied.YES)


def _number(grounds: Grounds, context: JudgingContext) -> Satisfaction:
    required = grounds.target.value
    assert required is not None
    compared = _compare(grounds.target.comparator, required, grounds)
    outlying = outliers(grounds)
    doubts = _doubts(grounds, context, outlying)
    decided = _decided(grounds, required)
    flags = [*_how_obtained(grounds, compared), *_off_scope(grounds), *[doubt.reason for doubt in doubts]]
    return Satisfaction(
        _answer(compared, doubts),
        (*dict.fromkeys(flags), *_worth_telling(grounds, compared, decided)),
        _rounding_sensitive(grounds),
        decided,
        outlying,
    )


class DoubtfulReason(NamedTuple):
    """A reason that blocks a hit, or, if it ``settles_nothing``, a miss as well."""

    reason: Reason
    settles_nothing: bool = False


def _doubts(grounds: Grounds, context: JudgingContext, outlying: tuple[Outlier, ...]) -> list[DoubtfulReason]:
    """Return the reasons that make the answer doubtful."""
    doubts = []
    found = context.consistency
    if contradictions.is_blocked(grounds) or (
        found.exceeding and contradictions.exceedings(grounds, context)
    ):
        doubts.append(DoubtfulReason(Reason.INCONSISTENT))
    if found.above_whole and contradictions.above_whole(grounds, context):
        doubts.append(DoubtfulReason(Reason.SHARE_ABOVE_WHOLE, settles_nothing=True))
    doubts.extend(DoubtfulReason(Reason.MAGNITUDE, settles_nothing=one.meant is not None) for one in outlying)
    if found.implausible and contradictions.implausible(grounds, context):
        doubts.append(DoubtfulReason(Reason.SCOPE))
    if _lacks_base(grounds):
        doubts.append(DoubtfulReason(Reason.NO_BASE_PERIOD, settles_nothing=True))
    if grounds.grade.below(context.settings.min_evidence):
        doubts.append(DoubtfulReason(Reason.EVIDENCE))
    return doubts


def _lacks_base(grounds: Grounds) -> bool:
    """Whether it is a change from a period that nobody states. What the assessor verified has one."""
    change = grounds.target.indicator.change
    return change is not None and change.lacks_base and not grounds.verified


def _off_scope(grounds: Grounds) -> tuple[Reason, ...]:
    """Return the reason that a fact is of another scope or counting, so that it gives a bound at most."""
    for fact in grounds.facts:
        if fact.coverage is not Coverage.SAME:
            return (Reason.SCOPE,)
    return ()


def _answer(compared: bool | None, doubts: list[DoubtfulReason]) -> Satisfied:
    """Return the answer of a comparison after the doubts: each blocks a hit, some block a miss too."""
    if doubts and any(compared or doubt.settles_nothing for doubt in doubts):
        return Satisfied.DOUBTFUL
    return _ANSWERS[compared]


def _compare(comparator: Comparator, required: Fraction, grounds: Grounds) -> bool | None:
    """Whether all that is in question satisfies the target; ``None`` where some does and some does not."""
    return _settled(comparator, required, grounds.in_question)


def _settled(comparator: Comparator, required: Fraction, intervals: tuple[Interval, ...]) -> bool | None:
    answer = comparator.settles(intervals[0], required)
    for other in intervals[1:]:
        if comparator.settles(other, required) is not answer:
            return None
    return answer


def _decided(grounds: Grounds, required: Fraction) -> Fraction | None:
    """Return the number decided on: of several that agree, the one nearest to the target.

    Return ``None`` if that is the bound of a hedge.
    """
    if len(grounds.numbers) == 1 and not grounds.is_several:
        return grounds.numbers[0]
    if not grounds.numbers or _as_stated(grounds, required) is None:
        return None
    number = min(grounds.numbers, key=lambda number: abs(number - required))
    ends = (
        []
        if grounds.is_counted
        else [end for hedge in grounds.hedges for end in hedge[:2] if end is not None]
    )
    return None if any(abs(end - required) < abs(number - required) for end in ends) else number


def _as_stated(grounds: Grounds, required: Fraction) -> bool | None:
    """Return the answer for the stated intervals, regardless of coverage."""
    return _settled(grounds.target.comparator, required, grounds.stated)


def _how_obtained(grounds: Grounds, compared: bool | None) -> list[Reason]:
    """Return how the numbers in question were obtained, and what keeps them from deciding."""
    reasons = list(grounds.reasons)
    required = grounds.target.value
    assert required is not None
    counted = grounds.is_counted and _as_stated(grounds, required) is not None
    if grounds.registered:
        reasons.append(how_registered(counted))
    elif grounds.tally:
        reasons.append(Reason.COUNTED if counted else Reason.ITEM_COUNT)
    if compared is None and grounds.target.comparator.is_open:
        reasons.append(Reason.NO_TOLERANCE)
    elif compared is None and not counted and _hedge_open(grounds):
        reasons.append(Reason.HEDGED)
    return reasons


def _hedge_open(grounds: Grounds) -> bool:
    """Whether a hedge alone leaves it open whether the target is satisfied."""
    required = grounds.target.value
    assert required is not None
    return any(grounds.target.comparator.settles(hedge, required) is None for hedge in grounds.hedges)


def _worth_telling(grounds: Grounds, compared: bool | None, decided: Fraction | None) -> list[Reason]:
    """Return what is worth telling about the value beside the answer: the line, the band, the base."""
    target, reasons = grounds.target, []
    if decided is not None and decided == target.value and not _lacks_base(grounds):
        reasons.append(Reason.AT_LINE)
    if compared and target.stretch is not None:
        reasons.extend(_band(grounds, target.stretch))
    if base_unstated(target):
        reasons.append(Reason.BASE_UNSTATED)
    return reasons


def _band(grounds: Grounds, stretch: Fraction) -> Iterator[Reason]:
    """Return whether the stretch is reached; nothing if the values in question leave it open."""
    reached = _compare(COMPARATORS[grounds.target.comparator.of_stretch], stretch, grounds)
    if reached is not None:
        yield Reason.REACHED_STRETCH if reached else Reason.WITHIN_STRETCH


def base_unstated(target: Target) -> bool:
    """Whether the target counts what was added since a date that no document states."""
    return target.indicator.nature is Nature.ADDED and target.since is None


def _rounding_sensitive(grounds: Grounds) -> bool:
    """Whether values that round to the written ones lie on both sides of the target.

    Counts are exact. A hedge is no rounding, nor is a disagreement beyond rounding. If a share and its parts
    disagree but give one answer, the decimals of the share count.
    """
    required, written = grounds.target.value, grounds.written
    assert required is not None
    assert written is not None
    if (
        grounds.target.comparator.is_open
        or grounds.is_counted
        or _lacks_base(grounds)
        or (grounds.is_several and _as_stated(grounds, required) is None)
    ):
        return False
    hedged = grounds.facts[0].value is None if grounds.is_several else grounds.hedges
    return not hedged and grounds.target.comparator.settles(written, required) is None
