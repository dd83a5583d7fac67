"""Step 3: what an answer is worth, by the period of the figure and the target's due year."""

import enum

from ..comparators import MILESTONE
from ..findings import Outcome, Reason
from ..model.reports import Period
from ..model.targets import Target
from ..model.words import Nature
from .basis import Basis
from .satisfaction import Satisfied


class When(enum.Enum):
    """Where a period lies, seen from the due year."""

    DUE = "the due year, whole"
    EARLIER = "an earlier whole year"
    PART = "part of a year up to the due year"
    AFTER = "after the due year"


def when(period: Period, due: int) -> When:
    """Return where ``period`` lies, seen from the due year."""
    if period.year > due:
        return When.AFTER
    if not period.whole:
        return When.PART
    return When.DUE if period.year == due else When.EARLIER


def time(basis: Basis, answer: Satisfied) -> tuple[Outcome, tuple[Reason, ...]]:
    """Return the outcome that an answer has at its period, with the reasons that time adds.

    Time says nothing against a milestone that is achieved: it stays so. What sums up or is added
    over a year can only grow; a stock stands as it was counted; a share of part of a year says
    nothing of the whole.
    """
    target, period = basis.target, basis.period
    match when(period, target.due):
        case When.DUE:
            return _AT_DUE[answer], ()
        case When.AFTER if _settles_due(basis, answer):
            return _AT_DUE[answer], ()
        case When.AFTER:
            return Outcome.UNDECIDED, (Reason.AFTER_DUE,)
        case When.EARLIER if answer is Satisfied.YES:
            return Outcome.MET, (Reason.EARLY,)
        case When.EARLIER:
            return Outcome.NOT_DUE, ()
        case When.PART if answer is Satisfied.YES and _keeps(target):
            return Outcome.MET, (Reason.EARLY,)
        case When.PART if answer is Satisfied.NO and period.year == target.due and _is_over(target):
            return Outcome.MISSED, ()
    return Outcome.NOT_DUE, (Reason.PART_YEAR,)


def _settles_due(basis: Basis, answer: Satisfied) -> bool:
    """Whether what came after the due year tells how things stood at its end.

    A stated ``achieved_on`` does, and so do dated items: those of an added count both ways, those
    of a stock only for a hit, for what lapsed in between is no longer listed.
    """
    if basis.attestation:
        return basis.attestation.achieved_on is not None
    if basis.tally is None or answer is Satisfied.DOUBTFUL:
        return False
    proved = (answer is Satisfied.YES) is basis.target.comparator.proved_by_growth
    return proved or basis.target.indicator.nature is Nature.ADDED


_AT_DUE = {
    Satisfied.YES: Outcome.MET,
    Satisfied.NO: Outcome.MISSED,
    Satisfied.DOUBTFUL: Outcome.UNDECIDED,
}


def _keeps(target: Target) -> bool:
    """Whether part of a year can prove the target met: all but a share can, which has no nature."""
    if target.comparator is MILESTONE:
        return True
    return target.indicator.nature is not None and target.comparator.proved_by_growth is True


def _is_over(target: Target) -> bool:
    """Whether a part of the due year that misses the target proves that the whole of it does."""
    return target.indicator.grows and target.comparator.proved_by_growth is False
