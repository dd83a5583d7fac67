"""Gather the facts of one report by indicator: reported values, or verified ones in their place."""

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction

from ..domain.outcomes import Grade
from ..domain.reports import Observation, Period, Report
from ..domain.reviews import VerifiedValue
from ..domain.targets import Catalogue, Indicator, Target
from ..domain.words import Status
from ..quantity.numbers import Interval
from ..quantity.parsing import Quantity
from ..records import NamedTuple
from ..text import Text
from .coverage import Coverage, coverage_of


class Fact(NamedTuple):
    """One number that a judgement can rest on, in the indicator's canonical unit.

    ``value`` is ``None`` if a hedge leaves no single number. ``interval`` is what the written decimals or the
    hedge assert. ``coverage`` is how much of what the indicator asks for it covers. ``observation`` is what
    was reported, if anything. ``verified`` is the assessor's value, and ``reported`` the fact that it
    replaces.
    """

    indicator: Indicator
    quantity: Quantity
    value: Fraction | None
    interval: Interval
    period: Period
    status: Status
    grade: Grade
    coverage: Coverage = Coverage.SAME
    observation: Observation | None = None
    verified: VerifiedValue | None = None
    reported: "Fact | None" = None

    @property
    def proved(self) -> Interval:
        """Where the figure asked for lies, given what this one covers."""
        return self.coverage.proves(self.interval)

    @property
    def restated(self) -> bool:
        """Whether the verified value is the number reported for the same period."""
        return self.reported is not None and self.reported.period == self.period and not self.adjusted

    @property
    def adjusted(self) -> bool:
        """Whether the verified value differs from the reported one, whatever their units."""
        if self.verified is None or self.observation is None or self.observation.quantity is None:
            return False
        reported, unit = self.observation.quantity, self.quantity.unit
        return reported.bound is not None or reported.number_in(unit) != self.quantity.number

    def shown(self) -> Text:
        """Return the value as a sentence holds it."""
        return self.quantity.shown


Facts = Mapping[str, Fact]
"""The figures of one report by indicator id; an indicator without a value has none."""


def facts_of(report: Report, verified: Mapping[str, VerifiedValue], catalogue: Catalogue) -> Facts:
    """Return every fact of ``report``, with verified values in place of the reported ones."""
    facts: dict[str, Fact] = {}
    for id in dict.fromkeys((*report.observations, *verified)):
        fact = _fact_on(report, catalogue.indicators[id], catalogue, verified.get(id))
        if fact is not None:
            facts[id] = fact
    return facts


def counted_for(target: Target, fact: Fact, catalogue: Catalogue) -> Fact:
    """Return a fact as it covers what a target asks for, which may not be the counting of its indicator."""
    observation = fact.observation
    if target.counting is fact.indicator.counting or fact.verified or observation is None:
        return fact
    return fact._replace(coverage=coverage_of(observation, fact.indicator, catalogue, target.counting))


def as_known_on(day: datetime.date, facts: Facts) -> Facts:
    """Return the facts as they stand on a day: before its period has ended, each is only an estimate, even if
    verified.
    """
    if all(fact.period.end <= day for fact in facts.values()):
        return facts
    return {
        id: fact if fact.period.end <= day else fact._replace(status=Status.ESTIMATED)
        for id, fact in facts.items()
    }


def _fact_on(
    report: Report, indicator: Indicator, catalogue: Catalogue, verified: VerifiedValue | None = None
) -> Fact | None:
    observation = report.observations.get(indicator.id)
    quantity = verified.quantity if verified else observation.quantity if observation else None
    if quantity is None or indicator.unit is None:
        return None
    period = (observation.period if observation and not verified else None) or report.period
    return Fact(
        indicator,
        quantity,
        None if quantity.bound else quantity.number_in(indicator.unit),
        quantity.interval_in(indicator.unit),
        period,
        _status(report, observation, verified, period),
        Grade.VERIFIED if verified else grade_of(observation, indicator),
        Coverage.SAME if verified or not observation else coverage_of(observation, indicator, catalogue),
        observation,
        verified,
        _fact_on(report, indicator, catalogue) if verified else None,
    )


def _status(
    report: Report, observation: Observation | None, verified: VerifiedValue | None, period: Period
) -> Status:
    """Return how settled a value is: a verified one is final, a premature one is an estimate."""
    if verified:
        return Status.FINAL
    if is_premature(report, period):
        return Status.ESTIMATED
    return observation.status if observation else Status.UNSTATED


def is_premature(report: Report, period: Period) -> bool:
    """Whether the report is dated before ``period`` ended."""
    return report.submitted.date is not None and report.submitted.date < period.end


def grade_of(observation: Observation | None, indicator: Indicator) -> Grade:
    """Return what backs an observation: a document, a source, or only a claim.

    A count without a list of its items is at most cited, unless nobody would list them.
    """
    if observation is None:
        return Grade.CLAIMED
    listed = observation.items or not indicator.is_listed
    if _is_documented(observation):
        return Grade.DOCUMENTED if listed else Grade.CITED
    return Grade.CITED if observation.source or observation.evidence else Grade.CLAIMED


def _is_documented(observation: Observation) -> bool:
    """Whether a document is named, for the figure or for every item behind it."""
    source, items = observation.source, observation.items
    if source and source.document:
        return True
    for one in observation.evidence:
        if one.document or one.title:
            return True
    return bool(items) and all(item.document for item in items)


_STRENGTH = {Status.ESTIMATED: 0, Status.UNSTATED: 1, Status.PROVISIONAL: 1, Status.FINAL: 2}


def is_weaker(fact: Fact, other: Fact) -> bool:
    """Whether a fact is less settled than another, or backed by weaker evidence."""
    return _STRENGTH[fact.status] < _STRENGTH[other.status] or fact.grade.below(other.grade)


_SETTLED = (Status.ESTIMATED, Status.UNSTATED, Status.PROVISIONAL, Status.FINAL)


def weakest_status(statuses: Iterable[Status]) -> Status:
    """Return the least settled of some statuses."""
    return min(statuses, key=_SETTLED.index)


def weakest_grade(grades: Iterable[Grade]) -> Grade:
    """Return the weakest of some grades of evidence."""
    return min(grades, key=lambda grade: grade.rank)
