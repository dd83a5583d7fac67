"""Each figure of a report against that of the year before (较上年), from earlier reports of the place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..domain.changes import IndicatorChange
from ..domain.reports import Period, Report
from ..judging.facts import Fact, Facts
from .change import change_of, why_not


class EarlierFact(NamedTuple):
    """A fact of a report, and that report."""

    fact: Fact
    report: Report

    def may_stand_beside(self, report: Report) -> bool:
        """Whether a rate of ``report`` may rest on it: never a published one on an illustrative figure."""
        return report.illustrative or not self.report.illustrative


EarlierFacts = Mapping[tuple[str, Period], EarlierFact]
"""The facts of several reports of one place, by indicator id and period."""


def earlier_facts(reports: Iterable[tuple[Report, Facts]]) -> EarlierFacts:
    """Return the facts of several reports of one place, one for an indicator and period.

    A report of that very period comes before one that states the figure beside its own; of those, the one of
    the latest period.
    """
    found: dict[tuple[str, Period], EarlierFact] = {}
    for report, facts in sorted(reports, key=lambda one: one[0].period.end):
        for id, fact in facts.items():
            known = found.get((id, fact.period))
            if known is None or known.report.period != fact.period:
                found[id, fact.period] = EarlierFact(fact, report)
    return found


def year_before(period: Period) -> Period:
    """Return the period of the same length a year before."""
    return period._replace(year=period.year - 1)


def changes_on_year(now: Facts, earlier: EarlierFacts) -> Iterator[IndicatorChange]:
    """Return the change of each indicator with a figure now and one a year before."""
    for id, fact in now.items():
        before = earlier.get((id, year_before(fact.period)))
        if before is not None:
            yield _change(fact, before)


def _change(now: Fact, before: EarlierFact) -> IndicatorChange:
    why, indicator, report = why_not(now, before.fact), now.indicator, before.report
    unit = indicator.unit or ""
    return IndicatorChange(
        indicator,
        now.period,
        now.quantity,
        before.fact.period,
        before.fact.quantity,
        report.source.path,
        None if why else change_of(now.value, before.fact.value, indicator.kind, unit),
        why,
        report.illustrative,
    )
