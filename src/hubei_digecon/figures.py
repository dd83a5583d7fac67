"""What is known of each indicator for one report: the reported figures, verified values in their place."""

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from .coverage import Coverage, coverage_of
from .exact import Interval
from .findings import Grade
from .model.reports import Observation, Period, Report
from .model.reviews import VerifiedValue
from .model.targets import Catalogue, Indicator
from .model.words import Status
from .quantity import Quantity
from .text import Text


class Figure(NamedTuple):
    """One number that a judgement can rest on, in the indicator's canonical unit.

    ``value`` is ``None`` where a hedge leaves no single number; ``interval`` is what the written
    decimals or the hedge assert. ``coverage`` is what it covers of what the indicator asks for.
    ``observation`` is what was reported, if anything; ``verified`` is
    the assessor's value that stands in its place, and ``reported`` the figure that it took the place of.
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
    reported: "Figure | None" = None

    @property
    def proved(self) -> Interval:
        """Where the figure asked for lies, by what this one covers of it."""
        return self.coverage.proves(self.interval)

    @property
    def restated(self) -> bool:
        """Whether the verified value is the number that was reported for the same period."""
        return self.reported is not None and self.reported.period == self.period and not self.adjusted

    @property
    def adjusted(self) -> bool:
        """Whether the verified value differs from what was reported; in what unit does not matter."""
        if self.verified is None or self.observation is None or self.observation.quantity is None:
            return False
        reported, unit = self.observation.quantity, self.quantity.unit
        return reported.bound is not None or reported.number_in(unit) != self.quantity.number

    def shown(self) -> Text:
        """Return the figure as a sentence can hold it."""
        return self.quantity.shown


Figures = Mapping[str, Figure]
"""The figures of one report by indicator id; an indicator without a value has none."""


def figures_of(report: Report, verified: Mapping[str, VerifiedValue], catalogue: Catalogue) -> Figures:
    """Return every figure of ``report``, the values that a review verified in place of the reported."""
    figures: dict[str, Figure] = {}
    for id in dict.fromkeys((*report.observations, *verified)):
        figure = _figure(report, catalogue.indicators[id], catalogue, verified.get(id))
        if figure is not None:
            figures[id] = figure
    return figures


def as_known_on(day: datetime.date, figures: Figures) -> Figures:
    """Return the figures as they stand on a day: before its period has ended each of them, a verified one
    too, is no more than an estimate.
    """
    if all(figure.period.end <= day for figure in figures.values()):
        return figures
    return {
        id: figure if figure.period.end <= day else figure._replace(status=Status.ESTIMATED)
        for id, figure in figures.items()
    }


def _figure(
    report: Report, indicator: Indicator, catalogue: Catalogue, verified: VerifiedValue | None = None
) -> Figure | None:
    observation = report.observations.get(indicator.id)
    quantity = verified.quantity if verified else observation.quantity if observation else None
    if quantity is None or indicator.unit is None:
        return None
    period = (observation.period if observation and not verified else None) or report.period
    return Figure(
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
        _figure(report, indicator, catalogue) if verified else None,
    )


def _status(
    report: Report, observation: Observation | None, verified: VerifiedValue | None, period: Period
) -> Status:
    """Return how settled a figure is: what is verified is final, what is premature an estimate."""
    if verified:
        return Status.FINAL
    if is_premature(report, period):
        return Status.ESTIMATED
    return observation.status if observation else Status.UNSTATED


def is_premature(report: Report, period: Period) -> bool:
    """Whether the report is dated before ``period`` ended."""
    return report.submitted.date is not None and report.submitted.date < period.end


def grade_of(observation: Observation | None, indicator: Indicator) -> Grade:
    """Return what stands behind an observation: a document, a source, or nothing but a claim.

    A count without a list of what it counts is never more than cited.
    """
    if observation is None:
        return Grade.CLAIMED
    listed = observation.items or indicator.counting is None
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


def is_weaker(figure: Figure, other: Figure) -> bool:
    """Whether a figure is less settled than another, or has less behind it."""
    return _STRENGTH[figure.status] < _STRENGTH[other.status] or figure.grade.below(other.grade)


_SETTLED = (Status.ESTIMATED, Status.UNSTATED, Status.PROVISIONAL, Status.FINAL)


def weakest_status(statuses: Iterable[Status]) -> Status:
    """Return the least settled of some statuses."""
    return min(statuses, key=_SETTLED.index)


def weakest_grade(grades: Iterable[Grade]) -> Grade:
    """Return the weakest of some grades of evidence."""
    return min(grades, key=lambda grade: grade.rank)
