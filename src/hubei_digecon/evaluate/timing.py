"""Step 3: what an answer is worth, by the period of the figure and the target's due year."""

from ..comparators import MILESTONE
from ..findings import Outcome, Reason
from ..model.reports import Observation, Period
from ..model.targets import Target
from ..model.words import Counting, Nature
from ..text import Closed
from .basis import Basis
from .satisfaction import Satisfied


class When(Closed):
    """Where a period lies, seen from the due year."""

    DUE = "the due year, whole"
    EARLIER = "an earlier year, whole or part of it"
    PART = "part of the due year"
    AFTER = "after the due year"


def when(period: Period, due: int) -> When:
    """Return where ``period`` lies, seen from the due year."""
    if period.year != due:
        return When.AFTER if period.year > due else When.EARLIER
    return When.DUE if period.whole else When.PART


def time(basis: Basis, answer: Satisfied) -> tuple[Outcome, tuple[Reason, ...]]:
    """Return the outcome that an answer has at its period, with the reasons that time adds.

    What cannot be undone proves a hit early, what sums up proves what its comparator says growth
    proves; any other level that is reached early may still fall, so the due year decides.
    """
    match when(basis.period, basis.target.due):
        case When.DUE:
            return _AT_DUE[answer], ()
        case When.AFTER if _settles_due(basis, answer):
            return _AT_DUE[answer], ()
        case When.AFTER:
            return Outcome.UNDECIDED, (Reason.AFTER_DUE,)
        case When.EARLIER if answer is Satisfied.YES and _is_irreversible(basis):
            return Outcome.MET, (Reason.EARLY,)
        case When.EARLIER:
            return Outcome.NOT_DUE, _reached(basis, answer)
        case When.PART if answer is _proved_by_part(basis.target):
            return _AT_DUE[answer], (Reason.EARLY,) if answer is Satisfied.YES else ()
    return Outcome.NOT_DUE, (*_reached(basis, answer), Reason.PART_YEAR)


_AT_DUE = {
    Satisfied.YES: Outcome.MET,
    Satisfied.NO: Outcome.MISSED,
    Satisfied.DOUBTFUL: Outcome.UNDECIDED,
}
_PROVED = {True: Satisfied.YES, False: Satisfied.NO}


def _proved_by_part(target: Target) -> Satisfied | None:
    """Return what a part of the due year can prove for the whole of it.

    A milestone that is achieved stays so; a sum proves what growth does; a stock and a share can
    go either way.
    """
    if target.comparator is MILESTONE:
        return Satisfied.YES
    return _by_growth(target) if target.indicator.grows else None


def _by_growth(target: Target) -> Satisfied | None:
    """Return what more of the same can no longer change."""
    proved = target.comparator.proved_by_growth
    return None if proved is None else _PROVED[proved]


def _reached(basis: Basis, answer: Satisfied) -> tuple[Reason, ...]:
    """Return that the level was reached early, where it was: a sum that is not complete yet has reached
    no level that it must stay below.
    """
    incomplete = basis.target.indicator.nature is Nature.ADDED or (
        basis.target.indicator.grows and not basis.period.whole
    )
    if answer is not Satisfied.YES or (incomplete and _by_growth(basis.target) is Satisfied.NO):
        return ()
    return (Reason.EARLY,)


def _is_irreversible(basis: Basis) -> bool:
    """Whether a hit before the due year cannot be undone: an attested milestone, or what was added since
    the base date, said to be counted so or listed with its dates.
    """
    target, observation = basis.target, basis.observation
    if target.comparator is MILESTONE:
        return True
    if target.indicator.nature is not Nature.ADDED or _by_growth(target) is not Satisfied.YES:
        return False
    return basis.tally is not None or _is_cumulative(observation) or _is_dated(observation)


def _settles_due(basis: Basis, answer: Satisfied) -> bool:
    """Whether what came after the due year tells how things stood at its end.

    A stated day of achievement does. Dated items that were eligible then are a lower bound, which
    proves what growth does; only a list of all that was added since the base date is the count itself.
    """
    if basis.attestation:
        return basis.attestation.achieved_on is not None
    if basis.tally is None or answer is Satisfied.DOUBTFUL:
        return False
    return answer is _by_growth(basis.target) or _is_complete(basis)


def _is_complete(basis: Basis) -> bool:
    """Whether an added count is listed whole: said to be cumulative, all items dated, and as many."""
    observation = basis.observation
    if basis.target.indicator.nature is not Nature.ADDED or observation is None:
        return False
    as_many = basis.tally is not None and basis.figures[0].value == basis.tally.things
    return as_many and _is_cumulative(observation) and _is_dated(observation)


def _is_cumulative(observation: Observation | None) -> bool:
    return observation is not None and observation.counting is Counting.CUMULATIVE


def _is_dated(observation: Observation | None) -> bool:
    """Whether items are listed, and every one of them with its date."""
    items = observation.items if observation else ()
    return bool(items) and all(item.recognised_on for item in items)
