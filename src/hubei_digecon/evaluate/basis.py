"""Step 1: what one target's judgement rests on — a figure, a quotient, a list of items, or a word."""

import datetime
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from ..comparators import MILESTONE
from ..consistency import Quotient, Standing
from ..exact import ONE, Interval, scaled
from ..figures import Figure, grade_of, weakest_grade, weakest_status
from ..findings import Grade, Reason
from ..items import Days, Tally, tally
from ..model.reports import Observation, Period
from ..model.reviews import Attestation
from ..model.targets import Target
from ..model.words import State, Status
from ..units import ratio
from .case import Case

__all__ = ["Basis", "find_basis"]


class Basis(NamedTuple):
    """What the judgement of one target can rest on; numbers and intervals are in the target's unit.

    ``in_question`` holds every number that the target is held against: one where nothing is in
    doubt. ``stated`` are the same as they are stated, whatever they cover. ``numbers`` are those among
    them that can be named as decided on. ``asserted`` is what the figure or quotient as written asserts.
    ``figures`` are those the judgement rests on.
    ``hedges`` are the intervals in question that a hedge asserts, ``statuses`` those of what is in
    question, ``reasons`` tell how the numbers were come by. ``beside`` is what a share that decides is
    held against, its parts being weaker.
    """

    target: Target
    period: Period
    statuses: tuple[Status, ...]
    grade: Grade
    observation: Observation | None = None
    figures: tuple[Figure, ...] = ()
    in_question: tuple[Interval, ...] = ()
    stated: tuple[Interval, ...] = ()
    numbers: tuple[Fraction, ...] = ()
    asserted: Interval | None = None
    hedges: tuple[Interval, ...] = ()
    reasons: tuple[Reason, ...] = ()
    quotient: Quotient | None = None
    beside: "Beside | None" = None
    tally: Tally | None = None
    attestation: Attestation | None = None

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
        """Whether a figure in question, or the milestone's state, meets the target."""
        target = self.target
        if target.comparator is MILESTONE or target.value is None:
            return self.state is State.ACHIEVED
        return any(target.comparator.settles(one, target.value) is not False for one in self.in_question)

    @property
    def verified(self) -> bool:
        """Whether the target's own value was verified, or all its parts: it is then only compared."""
        return self.grade is Grade.VERIFIED

    @property
    def is_several(self) -> bool:
        """Whether more than one figure, or a list beside it, is in question."""
        return self.tally is not None or len(self.in_question) > 1

    @property
    def written(self) -> Interval | None:
        """What the decimals of the value leave open; of the share where its quotient is in question too."""
        own = self.is_several and self.quotient
        return self.figures[0].interval.scaled(factor_of(self.target)) if own else self.asserted

    @property
    def standing(self) -> tuple[Standing, ...]:
        """What the target is held against: the figure on its own indicator, the quotient, or both."""
        own = tuple([one for one in self.figures if one.indicator is self.target.indicator])
        return (*own, self.quotient) if self.quotient else own


class Beside(NamedTuple):
    """The quotient of parts weaker than their share, and what it proves, in the target's unit."""

    quotient: Quotient
    proved: Interval


def find_basis(target: Target, case: Case) -> Basis | None:
    """Return what there is on the target's indicator; ``None`` where there is no value."""
    if target.comparator is MILESTONE:
        return _milestone(target, case)
    figure = case.figures.get(target.indicator.id)
    if figure and figure.verified and not _is_dated_by_items(target, figure):
        return _on_figure(target, figure)
    quotient = case.consistency.quotients.get(target.indicator.id)
    if figure is None:
        return _on_quotient(target, None, quotient) if quotient else None
    if quotient and quotient.period == figure.period:
        return _share(target, figure, quotient)
    observation = figure.observation
    if observation and observation.items:
        return _on_items(target, figure, observation, case)
    return _on_figure(target, figure)


def _is_dated_by_items(target: Target, figure: Figure) -> bool:
    """Whether it takes items to tell how a count stood at the end of the due year, having gone on since."""
    listed = figure.observation.items if figure.observation else ()
    return bool(listed) and figure.period.year > target.due


def end_of(year: int) -> datetime.date:
    """Return the last day of a year."""
    return datetime.date(year, 12, 31)


def _milestone(target: Target, case: Case) -> Basis | None:
    attestation = case.reviewed.attestations.get(target.key)
    observation = case.report.observations.get(target.indicator.id)
    if observation and observation.state is None:
        observation = None
    if attestation is None and observation is None:
        return None
    period = (observation.period if observation and not attestation else None) or case.report.period
    if attestation:
        open_still = attestation.achieved_on is None and period.end > case.as_of
        status, grade = Status.ESTIMATED if open_still else Status.FINAL, Grade.VERIFIED
    else:
        stated = observation.status if observation else Status.UNSTATED
        status = stated if case.is_known(period) else Status.ESTIMATED
        grade = grade_of(observation, target.indicator)
    return Basis(target, period, (status,), grade, observation, attestation=attestation)


def factor_of(target: Target) -> Fraction:
    """Return how many of the target's unit make one of the indicator's."""
    unit = target.indicator.unit
    assert unit is not None
    assert target.unit is not None
    return ONE if unit == target.unit else ratio(unit, target.unit)


def _on_figure(target: Target, figure: Figure) -> Basis:
    """Rest on one figure: compared unrounded, its decimals apart."""
    factor = factor_of(target)
    asserted = figure.interval.scaled(factor)
    value = scaled(figure.value, factor)
    compared = asserted if value is None else Interval.point(value)
    return Basis(
        target,
        figure.period,
        (figure.status,),
        figure.grade,
        figure.observation,
        (figure,),
        (figure.coverage.proves(compared),),
        (compared,),
        () if value is None else (value,),
        asserted,
        (asserted,) if value is None else (),
        (Reason.ADJUSTED,) if figure.adjusted else (),
    )


def _on_quotient(target: Target, share: Figure | None, quotient: Quotient) -> Basis:
    """Rest on the quotient of the parts: its whole interval is in question."""
    factor = factor_of(target)
    interval = quotient.interval.scaled(factor)
    value = scaled(quotient.value, factor)
    return Basis(
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


def _share(target: Target, share: Figure, quotient: Quotient) -> Basis:
    """Weigh a reported share against the quotient of its parts.

    Where they agree within rounding, the quotient decides if its interval settles the target. A quotient
    with a part weaker than the share never overturns it; where they disagree otherwise, both are in
    question, unless verified parts tell which of them stands.
    """
    assert target.value is not None
    recomputed = _on_quotient(target, share, quotient)
    reported = _on_figure(target, share)
    agree = share.proved.meets(quotient.proved)
    if not agree and quotient.corrects(share):
        return recomputed
    if quotient.is_weaker(share) and (agree or not quotient.news):
        beside = Beside(quotient, recomputed.in_question[0])
        reasons = () if agree else (Reason.INCONSISTENT,)
        return reported._replace(beside=beside, reasons=reasons)
    if not agree:
        return _inconsistent(reported, recomputed)
    settled = target.comparator.settles(recomputed.in_question[0], target.value) is not None
    return recomputed if settled else reported


def _inconsistent(reported: Basis, recomputed: Basis) -> Basis:
    """Put both in question: neither can be preferred where they disagree beyond rounding."""
    assert reported.asserted is not None
    assert recomputed.asserted is not None
    return Basis(
        reported.target,
        reported.period,
        (*reported.statuses, *recomputed.statuses),
        weakest_grade((reported.grade, recomputed.grade)),
        reported.observation,
        (*reported.figures, *recomputed.figures),
        (*reported.in_question, *recomputed.in_question),
        (*reported.stated, *recomputed.stated),
        (*reported.numbers, *recomputed.numbers),
        reported.asserted.hull(recomputed.asserted),
        (*reported.hedges, *recomputed.hedges),
        (Reason.INCONSISTENT,),
        recomputed.quotient,
    )


def _on_items(target: Target, figure: Figure, observation: Observation, case: Case) -> Basis:
    """Rest on the items listed behind a count."""
    factor, end, due = factor_of(target), figure.period.end, end_of(target.due)
    rejected = case.reviewed.rejected.get(target.indicator.id, ())
    days = Days(target.since, min(end, due), case.as_of, end > due)
    counted, grade = tally(figure, observation.items, rejected, days), figure.grade
    if figure.verified:
        grade = weakest_grade((grade, grade_of(observation, target.indicator)))
    in_question = tuple([interval.scaled(factor) for interval in counted.in_question])
    return Basis(
        target,
        figure.period,
        (figure.status,),
        weakest_grade((figure.grade, grade_of(observation, target.indicator)))
        if figure.verified
        else figure.grade,
        observation,
        (figure,),
        tuple([figure.coverage.proves(interval) for interval in in_question]),
        in_question,
        _ends(in_question),
        _hull(in_question),
        (figure.interval.scaled(factor),) if figure.value is None else (),
        (Reason.ADJUSTED,) if figure.adjusted else (),
        tally=counted,
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
