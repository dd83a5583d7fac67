"""Step 3: turn an answer into an outcome, by the period of the value and the due year."""

from ..domain.outcomes import Outcome, Reason
from ..domain.reports import Observation, Period
from ..domain.targets import Target
from ..domain.words import Counting
from ..quantity.kinds import Nature
from ..text import Closed
from .grounds import Grounds
from .satisfaction import Satisfied


class PeriodPosition(Closed):
    """Where a period lies, seen from the due year."""

    DUE = "the due year, whole"
    EARLIER = "an earlier year, whole or part of it"
    PART = "part of the due year"
    AFTER = "after the due year"


def period_position(period: Period, due: int) -> PeriodPosition:
    """Return where ``period`` lies, seen from the due year."""
    if period.year != due:
        return PeriodPosition.AFTER if period.year > due else PeriodPosition.EARLIER
    return PeriodPosition.DUE if period.whole else PeriodPosition.PART


def time(grounds: Grounds, answer: Satisfied) -> tuple[Outcome, tuple[Reason, ...]]:
    """Return the outcome of an answer at its period, with the reasons that time adds.

    What cannot be undone proves a hit early. What sums up proves what its comparator says growth proves. Any
    other level reached early may still fall, so the due year decides.
    """
    match period_position(grounds.period, grounds.target.due):
        case PeriodPosition.DUE:
            return _AT_DUE[answer], ()
        case PeriodPosition.AFTER if _settles_due(grounds, answer):
            return _AT_DUE[answer], ()
        case PeriodPosition.AFTER:
            return Outcome.UNDECIDED, (Reason.AFTER_DUE,)
        case PeriodPosition.EARLIER if answer is Satisfied.YES and _is_irreversible(grounds):
            return Outcome.MET, (Reason.EARLY,)
        case PeriodPosition.EARLIER:
            return Outcome.NOT_DUE, _reached(grounds, answer)
        case PeriodPosition.PART if _outlasts_year(grounds, answer):
            return _AT_DUE[answer], (Reason.EARLY,) if answer is Satisfied.YES else ()
    return Outcome.NOT_DUE, (*_reached(grounds, answer), Reason.PART_YEAR)


_AT_DUE = {
    Satisfied.YES: Outcome.MET,
    Satisfied.NO: Outcome.MISSED,
    Satisfied.DOUBTFUL: Outcome.UNDECIDED,
}


def _outlasts_year(grounds: Grounds, answer: Satisfied) -> bool:
    """Whether a part of the due year proves its answer for the whole of it.

    A milestone that is achieved stays so; a sum proves what growth does; a stock and a share can
    go either way. What is due each year is never met before the year is over.
    """
    if grounds.target.comparator.is_attested:
        return answer is Satisfied.YES
    if grounds.target.per_year and answer is Satisfied.YES:
        return False
    return grounds.target.indicator.grows and _outlasts_growth(grounds, answer)


def _outlasts_growth(grounds: Grounds, answer: Satisfied) -> bool:
    """Whether further growth can no longer change an answer."""
    target = grounds.target
    proved = target.comparator.proved_by_growth
    if proved is not None:
        return answer is (Satisfied.YES if proved else Satisfied.NO)
    if answer is not Satisfied.NO or target.value is None:
        return False
    return all(target.comparator.is_passed_by(one, target.value) for one in grounds.in_question)


def _reached(grounds: Grounds, answer: Satisfied) -> tuple[Reason, ...]:
    """Return that the level was reached early, if so. An incomplete sum has not reached a level that it must
    stay below.
    """
    incomplete = grounds.target.indicator.nature is Nature.ADDED or (
        grounds.target.indicator.grows and not grounds.period.whole
    )
    if (
        grounds.target.per_year
        or answer is not Satisfied.YES
        or (incomplete and not _grows_better(grounds.target))
    ):
        return ()
    return (Reason.EARLY,)


def _grows_better(target: Target) -> bool:
    """Whether growth proves a hit."""
    return target.comparator.proved_by_growth is True


def _is_irreversible(grounds: Grounds) -> bool:
    """Whether a hit before the due year cannot be undone: an attested milestone, or what was added since the
    base date and is stated as cumulative or listed with dates.
    """
    target, observation = grounds.target, grounds.observation
    if target.per_year:
        return False
    if target.comparator.is_attested:
        return True
    if target.indicator.nature is not Nature.ADDED or not _grows_better(target):
        return False
    return grounds.is_counted or _is_cumulative(observation) or _is_dated(observation)


def _settles_due(grounds: Grounds, answer: Satisfied) -> bool:
    """Whether something after the due year tells how things stood at its end.

    A stated day of achievement does. Dated items that were eligible then are a lower bound, which proves what
    growth does. Only a list of everything added since the base date is the count itself.
    """
    if grounds.attestation:
        return grounds.attestation.achieved_on is not None
    if not grounds.is_counted or answer is Satisfied.DOUBTFUL:
        return False
    return _outlasts_growth(grounds, answer) or grounds.is_by_complete_register or _is_complete(grounds)


def _is_complete(grounds: Grounds) -> bool:
    """Whether an added count is listed completely: stated as cumulative, all items dated, and as many as its
    value.
    """
    observation = grounds.observation
    if grounds.target.indicator.nature is not Nature.ADDED or observation is None:
        return False
    value, things = grounds.facts[0].value, grounds.target.indicator.things
    as_many = grounds.tally is not None and value is not None and value * things == grounds.tally.things
    return as_many and _is_cumulative(observation) and _is_dated(observation)


def _is_cumulative(observation: Observation | None) -> bool:
    return observation is not None and observation.counting is Counting.CUMULATIVE


def _is_dated(observation: Observation | None) -> bool:
    """Whether items are listed, each with its date."""
    items = observation.items if observation else ()
    return bool(items) and all(item.recognised_on for item in items)
