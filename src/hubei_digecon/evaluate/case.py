"""One report made ready for judging: its figures, what its relations say, and its reviews."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from ..consistency import Consistency, examine
from ..figures import Figures, figures_of
from ..findings import Settings
from ..model.reports import Report
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
    figures = figures_of(report, reviewed.verified, catalogue)
    return Case(report, catalogue, settings, figures, examine(figures, catalogue), reviewed)
