"""Step 1: the value in question for one target, and what backs it."""

from dataclasses import dataclass
from fractions import Fraction

from ..exact import Interval
from ..findings import Grade
from ..model.reports import Observation, Period, Report
from ..model.targets import Target
from ..model.words import State, Status

__all__ = ["Basis", "find_basis"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What the judgement of one target can rest on.

    ``value`` and ``interval`` are in the target's unit; ``value`` is ``None`` where a hedge leaves
    no single number. ``premature``: the report is dated before the figure's period ended.
    """

    target: Target
    observation: Observation
    period: Period
    premature: bool
    grade: Grade
    value: Fraction | None = None
    interval: Interval | None = None

    @property
    def state(self) -> State | None:
        """The milestone's state, as reported."""
        return self.observation.state

    @property
    def status(self) -> Status:
        """How settled the figure is; an estimate, too, if it was dated before its period ended."""
        return Status.ESTIMATED if self.premature else self.observation.status


def find_basis(target: Target, report: Report) -> Basis | None:
    """Return what ``report`` has on the target's indicator; ``None`` where there is no value."""
    observation = report.observations.get(target.indicator.id)
    if observation is None or observation.missing is not None:
        return None
    period = observation.period or report.period
    premature = report.submitted.date < period.end
    grade = _grade(observation)
    quantity, unit = observation.quantity, target.unit
    if quantity is None or unit is None:
        return Basis(target, observation, period, premature, grade)
    value = quantity.number_in(unit) if quantity.bound is None else None
    return Basis(target, observation, period, premature, grade, value, quantity.interval_in(unit))


def _grade(observation: Observation) -> Grade:
    """Documented is what names a source or a document, for itself or for every item behind it."""
    if observation.source or observation.evidence:
        return Grade.DOCUMENTED
    items = observation.items
    return Grade.DOCUMENTED if items and all(item.document for item in items) else Grade.CLAIMED
