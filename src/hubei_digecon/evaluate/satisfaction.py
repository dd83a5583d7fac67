"""Step 2: satisfied, not satisfied, or doubtful — and every flag on the way.

Compared unrounded (GB/T 8170, full-value comparison) and exactly. A doubt may block a hit but never
excuse a miss: where every value in question fails, the target is not satisfied. Only an estimate is
doubtful both ways.
"""

import enum
from dataclasses import dataclass, replace

from ..comparators import MILESTONE
from ..findings import Reason, Settings
from ..model.targets import Target
from ..model.words import State, Status
from .basis import Basis


class Satisfied(enum.Enum):
    """Whether the value in question satisfies what is required."""

    YES = "yes"
    NO = "no"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The answer of step 2, its reasons, and what would part the answers.

    ``rounding_sensitive``: the written decimals leave values on both sides of the target.
    ``reading_sensitive``: a second reading of the wording gives another answer, ``other_answer``.
    """

    answer: Satisfied
    reasons: tuple[Reason, ...] = ()
    rounding_sensitive: bool = False
    reading_sensitive: bool = False
    other_answer: Satisfied | None = None


_ANSWERS = {True: Satisfied.YES, False: Satisfied.NO, None: Satisfied.DOUBTFUL}


def satisfy(basis: Basis, settings: Settings) -> Satisfaction:
    """Hold the value in question against the target."""
    if basis.target.comparator is MILESTONE:
        return _estimates_aside(basis, _milestone(basis))
    return _estimates_aside(basis, _number(basis, settings))


def _estimates_aside(basis: Basis, satisfaction: Satisfaction) -> Satisfaction:
    """An estimate decides nothing, neither way."""
    if basis.status is not Status.ESTIMATED:
        return satisfaction
    return replace(
        satisfaction,
        answer=Satisfied.DOUBTFUL,
        reasons=(Reason.ESTIMATED, *satisfaction.reasons),
    )


def _milestone(basis: Basis) -> Satisfaction:
    """A submitter's word can miss a milestone but not meet it: that takes an attestation."""
    if basis.state is State.ACHIEVED:
        return Satisfaction(Satisfied.DOUBTFUL, (Reason.UNATTESTED,))
    return Satisfaction(Satisfied.NO)


def _number(basis: Basis, settings: Settings) -> Satisfaction:
    compared = _compare(basis)
    hedged = [Reason.HEDGED] if compared is None else []
    doubts = [*_other_scope(basis), *_weak_evidence(basis, settings)]
    answer = Satisfied.DOUBTFUL if doubts and compared else _ANSWERS[compared]
    return Satisfaction(
        answer,
        (*hedged, *doubts, *_remarkable(basis, compared)),
        _rounding_sensitive(basis),
        *_other_reading(basis, compared),
    )


def _compare(basis: Basis) -> bool | None:
    """Whether the value satisfies the target; ``None`` where a hedge does not settle it."""
    target, required = basis.target, basis.target.value
    assert required is not None
    assert basis.interval is not None
    if basis.value is not None:
        return target.comparator.holds(basis.value, required)
    return target.comparator.settles(basis.interval, required)


def _other_scope(basis: Basis) -> list[Reason]:
    """A figure of another scope of the catalogue, or of another counting, proves no hit."""
    observation, indicator = basis.observation, basis.target.indicator
    scope = observation.scope is not None and observation.scope not in indicator.scopes
    counting = observation.counting is not None and observation.counting is not indicator.counting
    return [Reason.SCOPE] if scope or counting else []


def _weak_evidence(basis: Basis, settings: Settings) -> list[Reason]:
    return [Reason.EVIDENCE] if basis.grade.below(settings.min_evidence) else []


def _remarkable(basis: Basis, compared: bool | None) -> list[Reason]:
    """Return what is worth saying of the value beside the answer: the line, the band, the base."""
    target, reasons = basis.target, []
    if basis.value is not None and basis.value == target.value:
        reasons.append(Reason.AT_LINE)
    if compared and target.stretch is not None:
        reasons.append(_band(basis, target))
    if base_unstated(target):
        reasons.append(Reason.BASE_UNSTATED)
    return reasons


def _band(basis: Basis, target: Target) -> Reason:
    assert target.stretch is not None
    assert basis.interval is not None
    low = basis.value if basis.value is not None else basis.interval.low
    reached = low is not None and low >= target.stretch
    return Reason.REACHED_STRETCH if reached else Reason.WITHIN_STRETCH


def base_unstated(target: Target) -> bool:
    """Whether the target counts what was added since a date that nobody stated."""
    nature = target.indicator.nature
    return nature is not None and nature.id == "added" and target.since is None


def _rounding_sensitive(basis: Basis) -> bool:
    """Whether values that round to the written one lie on both sides of the target."""
    required = basis.target.value
    assert required is not None
    assert basis.interval is not None
    if basis.observation.quantity is None or basis.observation.quantity.bound is not None:
        return False
    return basis.target.comparator.settles(basis.interval, required) is None


def _other_reading(basis: Basis, compared: bool | None) -> tuple[bool, Satisfied | None]:
    """Return whether the second reading parts from the first, and what it gives."""
    other = basis.target.other_reading
    if other is None or basis.interval is None:
        return False, None
    if basis.value is not None:
        second: bool | None = other.comparator.holds(basis.value, other.value)
    else:
        second = other.comparator.settles(basis.interval, other.value)
    return (True, _ANSWERS[second]) if second is not compared else (False, None)
