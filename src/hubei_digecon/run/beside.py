"""What is told beside the findings of a report where it was asked for: changes, and the line of the year."""

from collections.abc import Iterable

from ..domain.assessments import Assessment
from ..domain.reports import Report
from ..judging.facts import Facts, facts_of
from ..judging.reviewing import reviewed_by
from ..trends.part_year import PartOfYear, standings
from ..trends.yearly import EarlierFacts, changes_on_year, earlier_facts
from .judge import Judge


def facts_before(reports: Iterable[Report], judge: Judge) -> EarlierFacts:
    """Return the figures of earlier reports of one place: those reported, or verified in their place."""
    return earlier_facts((one, _facts(one, judge)) for one in reports)


def told_beside(made: Assessment, report: Report, earlier: EarlierFacts, judge: Judge) -> Assessment:
    """Return an assessment with the changes on the year before, and with how a part of a year stands.

    ``earlier`` are the figures of earlier reports of the place.
    """
    now = _facts(report, judge)
    if earlier:
        made = made._replace(changes=tuple(changes_on_year(now, earlier)))
    if judge.settings.schedule:
        part = PartOfYear(report.period, now, earlier)
        made = made._replace(schedule=tuple(standings(made.findings, part)))
    return made


def _facts(report: Report, judge: Judge) -> Facts:
    entity = judge.entity_of(report)
    catalogue = judge.library.catalogue
    reviews, _refused = judge.reviews.of(report)
    waivers, as_of = judge.settings.waivers, judge.options.as_of
    reviewed = reviewed_by(reviews, report, entity, entity.in_force, catalogue, as_of, waivers)
    return facts_of(report, reviewed.verified, catalogue)
