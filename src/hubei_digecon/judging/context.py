"""Prepare one report for judging: its facts, what the relations say, and its reviews."""

import datetime
from collections.abc import Sequence

from ..domain.assessments import Settings
from ..domain.reports import Period, Report
from ..domain.reviews import Review
from ..domain.targets import Catalogue, Entity, Target
from ..records import NamedTuple
from .facts import Facts, as_known_on, facts_of, is_premature
from .items import RegisterCounts
from .rates import NOTHING_EARLIER, EarlierFigures, stated_beside
from .relations import Consistency, examine
from .reviewing import Reviewed, reviewed_by


class JudgingContext(NamedTuple):
    """Everything that the targets of one report are judged by; ``targets`` are all of them. ``earlier`` are
    figures of earlier periods, those that the report states before those of earlier reports. ``register`` is
    what a register of items came to, where one was given.
    """

    report: Report
    catalogue: Catalogue
    settings: Settings
    facts: Facts
    consistency: Consistency
    reviewed: Reviewed
    as_of: datetime.date
    targets: tuple[Target, ...]
    earlier: EarlierFigures = NOTHING_EARLIER
    register: RegisterCounts | None = None

    def is_known(self, period: Period) -> bool:
        """Whether ``period`` had ended both when the report was made and on the day of judging."""
        return period.end <= self.as_of and not is_premature(self.report, period)


def open_context(
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
    settings: Settings,
    as_of: datetime.date,
    reviews: Sequence[Review],
    targets: tuple[Target, ...] | None = None,
    earlier: EarlierFigures = NOTHING_EARLIER,
    register: RegisterCounts | None = None,
) -> JudgingContext:
    """Put together what is known about one report on the day ``as_of``, with ``earlier`` figures.

    ``targets`` are those judged, by default all in force.
    """
    targets = entity.in_force if targets is None else targets
    reviewed = reviewed_by(reviews, report, entity, targets, catalogue, as_of, settings.waivers, register)
    facts = as_known_on(as_of, facts_of(report, reviewed.verified, catalogue))
    consistency = examine(facts, catalogue)
    if catalogue.recomputed:
        earlier = {**earlier, **stated_beside(facts)}
    return JudgingContext(
        report, catalogue, settings, facts, consistency, reviewed, as_of, targets, earlier, register
    )
