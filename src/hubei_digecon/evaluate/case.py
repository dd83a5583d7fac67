"""One report made ready for judging: its figures, what its relations say, and its reviews."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from ..consistency import Consistency, examine
from ..figures import Figures, as_known_on, figures_of, is_premature
from ..findings import Settings
from ..model.reports import Period, Report
from ..model.reviews import Review
from ..model.targets import Catalogue, Entity
from .reviewing import Reviewed, reviewed_by


class Case(NamedTuple):
    """All that the targets of one report are judged by."""

    report: Report
    catalogue: Catalogue
    settings: Settings
    figures: Figures
    consistency: Consistency
    reviewed: Reviewed
    as_of: datetime.date

    def is_known(self, period: Period) -> bool:
        """Whether ``period`` had ended both when the report was made and on the day of judging."""
        return period.end <= self.as_of and not is_premature(self.report, period)


def open_case(
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
    settings: Settings,
    as_of: datetime.date,
    reviews: Sequence[Review],
) -> Case:
    """Put together what is known for one report on the day ``as_of``."""
    reviewed = reviewed_by(reviews, report, entity, catalogue, as_of, settings.waivers)
    figures = as_known_on(as_of, figures_of(report, reviewed.verified, catalogue))
    return Case(report, catalogue, settings, figures, examine(figures, catalogue), reviewed, as_of)
