"""One report, opened for judging."""

import datetime
from collections.abc import Iterable
from typing import Any

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.reports import Observation, Period, Report, Submission
from hubei_digecon.domain.reviews import Review
from hubei_digecon.domain.targets import Catalogue, Entity, Relation, Target
from hubei_digecon.domain.words import EntityKind
from hubei_digecon.judging.context import JudgingContext, open_context
from hubei_digecon.text import Text

from ..building import CATALOGUE, DUE_YEAR, MILESTONE, SCOPES, SHARE, SOURCE, STOCK, target

DAY = datetime.date(2026, 2, 28)
TARGETS = (target(SHARE, 13), target(STOCK, 5), target(MILESTONE))


def related(*relations: Relation) -> Catalogue:
    """Return the catalogue with some relations in it."""
    return Catalogue(CATALOGUE.indicators, SCOPES, relations)


def opened(
    *observations: Observation,
    catalogue: Catalogue = CATALOGUE,
    reviews: Iterable[Review] = (),
    period: Period = DUE_YEAR,
    dated: datetime.date = datetime.date(2026, 1, 20),
    as_of: datetime.date = DAY,
    settings: Settings | None = None,
    targets: tuple[Target, ...] = TARGETS,
) -> JudgingContext:
    """Return what the targets of a report of ``observations`` are judged by."""
    told = {observation.indicator: observation for observation in observations}
    report = Report(SOURCE, "place", period, Submission("someone", dated), told)
    entity = Entity("place", EntityKind.ZONE, Text.same("place"), targets)
    return open_context(report, entity, catalogue, settings or Settings(), as_of, tuple(reviews))


def reviewed(**entries: Any) -> Review:
    """Return a review of the report with some entries."""
    return Review(SourceFile("review.yaml"), "place", DUE_YEAR, "核验人", "评估机构", **entries)
