"""Step 1: find what the judgement of one target rests on: a fact, a quotient, a list of items, or a state."""

import datetime
from collections.abc import Iterable
from fractions import Fraction

from ..diagnostics import Diagnostic
from ..domain.outcomes import Grade, Reason
from ..domain.registers import RegisterTally
from ..domain.reports import Observation, Period
from ..domain.reviews import Attestation
from ..domain.targets import Indicator, Target
from ..domain.words import Counting, State, Status
from ..quantity.numbers import ONE, Interval, scaled
from ..records import NamedTuple
from .context import JudgingContext
from .facts import Fact, counted_for, grade_of, weakest_grade, weakest_status
from .items import ItemTally, days_for, tally_items
from .quotients import FactOrQuotient, Quotient
from .rates import rate_of
from .registered import RegisteredCount, not_in_register, register_for

__all__ = ["Grounds", "find_grounds"]


class Grounds(NamedTuple):
    """What the judgement of one target can rest on. Numbers and intervals are in the target's unit.

    ``in_question`` holds every interval that the target is held against: one if nothing is in doubt.
    ``stated`` are the same intervals as stated, regardless of coverage. ``numbers`` are those that can be
    named as decided on. ``asserted`` is what the fact or quotient asserts as written. ``facts`` are those the
    judgement rests on. ``hedges`` are the intervals in question that a hedge asserts. ``statuses`` are those
    of what is in question. ``reasons`` tell how the numbers were obtained. ``registered`` is
    what a register of items came to, which goes before a list. ``weaker_quotient`` is what a
    deciding share is checked against if its parts are weaker.
    """

    target: Target
    period: Period
    statuses: tuple[Status, ...]
    grade: Grade
    observation: Observation | None = None
    facts: tuple[Fact, ...] = ()
    in_question: tuple[Interval, ...] = ()
    stated: tuple[Interval, ...] = ()
    numbers: tuple[Fraction, ...] = ()
    asserted: Interval | None = None
    hedges: tuple[Interval, ...] = ()
    reasons: tuple[Reason, ...] = ()
    quotient: Quotient | None = None
    weaker_quotient: "WeakerQuotient | None" = None
    tally: ItemTally | None = None
    attestation: Attestation | None = None
    registered: RegisterTally | None = None

    def counting_of(self, indicator: Indicator) -> Counting | None:
        """Return the counting that is asked for of an indicator: the target's of its own."""
        return self.target.counting if indicator == self.target.indicator else indicator.counting

    @property
    def status(self) -> Status:
        """The least settled status among those of what is in question."""
        return weakest_status(self.statuses)

    @property
    def state(self) -> State | None:
        """The milestone's state: as attested, else as reported."""
        if self.attestation:
            return self.attestation.state
        return self.observation.state if self.observation else None

    @property
    def may_be_met(self) -> bool:
        """Whether a value in question, or the milestone's state, meets the target."""
        target = self.target
        if target.comparator.is_attested or target.value is None:
            return self.state is State.ACHIEVED
        return any(target.comparator.settles(one, target.value) is not False for one in self.in_question)

    @property
    def verified(self) -> bool:
        """Whether the target's own value, or all its parts, were verified; it is then only compared."""
        return self.grade is Grade.VERIFIED

    @property
    def is_several(self) -> bool:
        """Whether more than one value, or a list of items beside it, is in question."""
        return self.is_counted or len(self.in_question) > 1

    @property
    def is_counted(self) -> bool:
        """Whether items are counted: a list of them, or the records of a register."""
        return self.tally is not None or self.registered is not None

    @property
    def is_by_complete_register(self) -> bool:
        """Whether it rests on a register that holds all that there is to count."""
        return self.registered is not None and self.registered.complete

    @property
    def missing(self) -> tuple[Diagnostic, ...]:
        """Diagnostics on items that are listed, and that the register does not hold."""
        if self.registered is None or self.observation is None:
            return ()
        path = ("observations", self.target.indicator.id, "items")
        return not_in_register(self.registered, self.observation.items, path)

    @property
    def divided(self) -> Quotient | None:
        """The quotient of the parts, where it is decided on or goes together with the share."""
        if self.weaker_quotient is None:
            return self.quotient if len(self.in_question) == 1 else None
        return None if Reason.INCONSISTENT in self.reasons else self.weaker_quotient.quotient

    @property
    def written(self) -> Interval | None:
        """The interval that the written decimals leave open; that of the share if its quotient is in question
        too.
        """
        own = self.is_several and self.quotient
        return self.facts[0].interval.scaled(factor_of(self.target)) if own else self.asserted

    @property
    def standing(self) -> tuple[FactOrQuotient, ...]:
        """What the target is held against: the fact on its own indicator, the quotient, or both."""
        own = tuple([one for one in self.facts if one.indicator is self.target.indicator])
        return (*own, self.quotient) if self.quotient else own


class WeakerQuotient(NamedTuple):
    """The quotient of parts weaker than their share, and what it proves, in the target's unit."""

    quotient: Quotient
    proved: Interval


def find_grounds(target: Target, context: JudgingContext) -> Grounds | None:
    """Return what is known about the target's indicator; ``None`` if there is no value."""
    if target.comparator.is_attested:
        return _milestone(target, context)
    fact = context.facts.get(target.indicator.id)
    if fact and target.per_year:
        fact = counted_for(target, fact, context.catalogue)
    if fact and fact.verified and not _is_dated_by_items(target, fact, context):
        return _on_fact(target, fact)
    quotient = context.consistency.quotients.get(target.indicator.id)
    if fact is None:
        quotient = quotient or _derived(target, context)
        return _on_quotient(target, None, quotient) if quotient else None
    if quotient and quotient.period == fact.period:
        return _share(target, fact, quotient)
    observation = fact.observation
    if observation and (tally := register_for(target, fact, context)):
        return _on_register(target, fact, tally, context)
    if observation and observation.items:
        return _on_items(target, fact, observation, context)
    return _on_fact(target, fact)


def _derived(target: Target, context: JudgingContext) -> Quotient | None:
    """Return a rate that was not reported from the figures of two periods."""
    if target.indicator.change is None:
        return None
    other = target.other_reading
    lines = (target.value, target.stretch, other.value if other else None)
    factor = factor_of(target)
    apart = [line / factor for line in lines if line is not None]
    return rate_of(target.indicator, context.facts, context.earlier, context.catalogue, apart)


def _is_dated_by_items(target: Target, fact: Fact, context: JudgingContext) -> bool:
    """Whether a later count needs its items to tell how it stood at the end of the due year."""
    if fact.observation is None or fact.period.year <= target.due:
        return False
    return bool(fact.observation.items) or register_for(target, fact, context) is not None


def end_of(year: int) -> datetime.date:
    """Return the last day of a year."""
    return datetime.date(year, 12, 31)


def _milestone(target: Target, context: JudgingContext) -> Grounds | None:
    attestation = context.reviewed.attestations.get(target.key)
    observation = context.report.observations.get(target.indicator.id)
    if observation and observation.state is None:
        observation = None
    if attestation is None and observation is None:
        return None
    period = (observation.period if observation and not attestation else None) or context.report.period
    if attestation:
        open_still = attestation.achieved_on is None and period.end > context.as_of
        status, grade = Status.ESTIMATED if open_still else Status.FINAL, Grade.VERIFIED
    else:
        stated = observation.status if observation else Status.UNSTATED
        status = stated if context.is_known(period) else Status.ESTIMATED
        grade = grade_of(observation, target.indicator)
    return Grounds(target, period, (status,), grade, observation, attestation=attestation)


def factor_of(target: Target) -> Fraction:
    """Return how many of the target's unit make one of the indicator's."""
    unit = target.indicator.unit
    assert unit is not None
    assert target.unit is not None
    return ONE if unit == target.unit else target.indicator.units.ratio(unit, target.unit)


def _on_fact(target: Target, fact: Fact) -> Grounds:
    """Rest on one fact, compared unrounded; its decimals matter only for what it asserts."""
    factor = factor_of(target)
    asserted = fact.interval.scaled(factor)
    value = scaled(fact.value, factor)
    compared = asserted if value is None else Interval.point(value)
    return Grounds(
        target,
        fact.period,
        (fact.status,),
        fact.grade,
        fact.observation,
        (fact,),
        (fact.coverage.proves(compared),),
        (compared,),
        () if value is None else (value,),
        asserted,
        (asserted,) if value is None else (),
        (Reason.ADJUSTED,) if fact.adjusted else (),
    )


def _on_quotient(target: Target, share: Fact | None, quotient: Quotient) -> Grounds:
    """Rest on the quotient of the parts: its whole interval is in question."""
    factor = factor_of(target)
    interval = quotient.interval.scaled(factor)
    value = scaled(quotient.value, factor)
    return Grounds(
        target,
        quotient.period,
        (quotient.status,),
        quotient.grade,
        share.observation if share else None,
        quotient.parts,
        (quotient.coverage.proves(interval),),
        (interval,),
        () if value is None else (value,),
        interval,
        (interval,) if value is None else (),
        (*((Reason.ADJUSTED,) if quotient.adjusted else ()), Reason.RECOMPUTED if share else Reason.DERIVED),
        quotient,
    )


def _share(target: Target, share: Fact, quotient: Quotient) -> Grounds:
    """Weigh a reported share against the quotient of its parts.

    Where they agree within rounding, the quotient decides if its interval settles the target. A quotient
    with a part weaker than the share never overturns it; where they disagree otherwise, both are in
    question, unless verified parts tell which of them stands.
    """
    assert target.value is not None
    recomputed = _on_quotient(target, share, quotient)
    reported = _on_fact(target, share)
    agree = share.proved.meets(quotient.proved)
    if not agree and quotient.corrects(share):
        return recomputed
    if quotient.is_weaker(share) and (agree or not quotient.news):
        weaker_quotient = WeakerQuotient(quotient, recomputed.in_question[0])
        reasons = () if agree else (Reason.INCONSISTENT,)
        return reported._replace(weaker_quotient=weaker_quotient, reasons=reasons)
    if not agree:
        return _inconsistent(reported, recomputed)
    settled = target.comparator.settles(recomputed.in_question[0], target.value) is not None
    return recomputed if settled else reported


def _inconsistent(reported: Grounds, recomputed: Grounds) -> Grounds:
    """Put both in question: neither can be preferred if they disagree beyond rounding."""
    assert reported.asserted is not None
    assert recomputed.asserted is not None
    return Grounds(
        reported.target,
        reported.period,
        (*reported.statuses, *recomputed.statuses),
        weakest_grade((reported.grade, recomputed.grade)),
        reported.observation,
        (*reported.facts, *recomputed.facts),
        (*reported.in_question, *recomputed.in_question),
        (*reported.stated, *recomputed.stated),
        (*reported.numbers, *recomputed.numbers),
        reported.asserted.hull(recomputed.asserted),
        (*reported.hedges, *recomputed.hedges),
        (Reason.INCONSISTENT,),
        recomputed.quotient,
    )


def _on_items(target: Target, fact: Fact, observation: Observation, context: JudgingContext) -> Grounds:
    """Rest on the items listed behind a count."""
    factor = factor_of(target)
    rejected = context.reviewed.rejected.get(target.indicator.id, ())
    days = days_for(target, fact.period, context.as_of)
    counted, grade = tally_items(fact, observation.items, rejected, days), fact.grade
    if fact.verified:
        grade = weakest_grade((grade, grade_of(observation, target.indicator)))
    one = target.indicator.units.least_step(target.unit or "")
    in_question = tuple([interval.scaled(one) for interval in counted.in_question])
    return Grounds(
        target,
        fact.period,
        (fact.status,),
        weakest_grade((fact.grade, grade_of(observation, target.indicator))) if fact.verified else fact.grade,
        observation,
        (fact,),
        tuple([fact.coverage.proves(interval) for interval in in_question]),
        in_question,
        _ends(in_question),
        _hull(in_question),
        (fact.interval.scaled(factor),) if fact.value is None else (),
        (Reason.ADJUSTED,) if fact.adjusted else (),
        tally=counted,
    )


def _on_register(target: Target, fact: Fact, tally: RegisterTally, context: JudgingContext) -> Grounds:
    """Rest on the records of a register, beside what the report claims where they leave it open."""
    observation = fact.observation
    assert observation is not None
    rejected = context.reviewed.rejected.get(target.indicator.id, ())
    days = days_for(target, fact.period, context.as_of)
    listed = tally_items(fact, observation.items, rejected, days) if observation.items else None
    count = RegisteredCount(target, fact, tally, listed, context)
    in_question = (count.in_question,)
    return Grounds(
        target,
        fact.period,
        (count.status,),
        count.grade,
        observation,
        (count.resting_on,),
        in_question,
        in_question,
        _ends(in_question),
        in_question[0],
        reasons=(Reason.ADJUSTED,) if fact.adjusted and not count.settles else (),
        tally=listed,
        registered=tally,
    )


def _ends(intervals: Iterable[Interval]) -> tuple[Fraction, ...]:
    """Return the ends of intervals, each number once."""
    ends: list[Fraction] = []
    for interval in intervals:
        for end in (interval.low, interval.high):
            if end is not None and end not in ends:
                ends.append(end)
    return tuple(ends)


def _hull(intervals: tuple[Interval, ...]) -> Interval:
    first, *others = intervals
    for other in others:
        first = first.hull(other)
    return first
