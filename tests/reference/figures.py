"""The figures of a report with what a review puts in their place, and what they stand for beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from .intervals import EVERYTHING, Interval, lies_above, quotient
from .reading import Catalogue, Figure, Indicator, Observation, Period, Report, Review


@dataclass(frozen=True)
class Known:
    """A figure that is judged: reported, or verified in its place."""

    indicator: Indicator
    figure: Figure
    period: Period
    verified: bool
    observation: Observation | None
    bounds: tuple[str, ...]  # what its scope and counting make of it: upper, lower, none
    estimated: bool

    @property
    def reported(self) -> Figure | None:
        """Return the figure as it was reported."""
        return self.observation.figure if self.observation else None

    @property
    def scope(self) -> str | None:
        """Return the scope that is stated."""
        if self.verified:
            return self.indicator.scopes[0] if self.indicator.scopes else None
        return self.observation.scope if self.observation else None

    @property
    def status(self) -> str:
        """Return the status; what is verified counts as final."""
        if self.verified:
            return "final"
        assert self.observation
        return "estimated" if self.estimated else self.observation.status

    @property
    def evidence(self) -> str:
        """Return the grade of evidence."""
        if self.verified:
            return "verified"  # "verified (stands in a review)"
        assert self.observation
        return self.observation.evidence

    @property
    def settled(self) -> bool:
        """Say whether it is final or verified; a count, whether it is documented."""
        if self.indicator.kind == "count":
            # "(counts …: on documented ones); it takes the weakest status it rests on"
            return self.evidence in ("documented", "verified") and self.status in ("final", "unstated")
        return self.status == "final"

    @property
    def adjusted(self) -> bool:
        """Say whether it is verified otherwise than it was reported; a hedged figure is no such number."""
        seen = self.reported
        return bool(self.verified and seen and (seen.value != self.figure.value or seen.hedge))

    @property
    def confirmed(self) -> bool:
        """Say whether it is verified at the very number that was reported, for the same period."""
        seen = self.observation if self.verified else None
        return bool(seen and seen.figure and seen.period == self.period and not self.adjusted)

    @property
    def rank_status(self) -> str:
        """Return the status by which a part is weaker: verifying what was reported changes no outcome."""
        return self.observation.status if self.confirmed and self.observation else self.status

    @property
    def rank_evidence(self) -> str:
        """Return the grade by which a part is weaker."""
        return self.observation.evidence if self.confirmed and self.observation else self.evidence

    @property
    def never_positive(self) -> bool:
        """Say whether nothing that it asserts, or the number that it is, lies above 0."""
        highest = self.figure.asserted.high if self.figure.hedge else self.figure.value
        return highest is not None and highest <= 0

    @property
    def above_whole(self) -> bool:
        """Say whether it is a share whose whole interval lies above 100 %."""
        return self.indicator.kind == "share" and lies_above(self.figure.asserted, whole_of(self.indicator))


def whole_of(indicator: Indicator) -> Interval:
    """Return what a share can be at most, in its unit."""
    return Interval(None, Fraction(1000 if indicator.unit == "‰" else 100))


def figures_of(report: Report, review: Review, catalogue: Catalogue, as_of: date) -> dict[str, Known]:
    """Return all figures: "The review's verified values replace the observations, also as parts of a share."."""
    found = {}
    for key, indicator in catalogue.indicators.items():
        seen, verified = report.observations.get(key), review.verified.get(key)
        if verified:
            found[key] = Known(indicator, verified, report.period, True, seen, (), False)
        elif seen and seen.figure:
            # "status estimated, or a report dated before its period ended"; "periods that end after [as_of] prove
            # nothing"
            known_by = min(report.submitted, as_of)
            estimated = seen.status == "estimated" or known_by < seen.period.end
            bounds = tuple(
                b for b in (scope_bound(seen, indicator, catalogue), counting_bound(seen, indicator)) if b
            )
            found[key] = Known(indicator, seen.figure, seen.period, False, seen, bounds, estimated)
    return found


def scope_bound(seen: Observation, indicator: Indicator, catalogue: Catalogue) -> str | None:
    """Say what the stated scope makes of a figure."""
    # "A scope where the catalogue names none has no effect and is told"
    if seen.scope is None or not indicator.scopes or seen.scope in indicator.scopes:
        return None
    wider = catalogue.wider
    if any(asked in reach(seen.scope, wider) for asked in indicator.scopes):
        return "upper"
    if any(seen.scope in reach(asked, wider) for asked in indicator.scopes):
        return "lower"
    return "none"


def reach(scope: str, wider: dict[str, tuple[str, ...]]) -> set[str]:
    """Return all scopes that one takes in."""
    found: set[str] = set()
    ahead = [*wider.get(scope, ())]
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += wider.get(one, ())
    return found


def counting_bound(seen: Observation, indicator: Indicator) -> str | None:
    """Say what the stated counting makes of a figure."""
    # "a stock wants in_force, an added count cumulative"
    asked = {"stock": "in_force", "added": "cumulative"}.get(indicator.nature or "")
    if indicator.kind != "count" or seen.counting in (None, asked):
        return None
    if asked == "in_force":  # "(wider_than; cumulative for in_force)"
        return "upper" if seen.counting == "cumulative" else "none"
    return "lower"  # "(this_year or in_force for cumulative)"


def bound(values: Interval, bounds: tuple[str, ...]) -> Interval:
    """Return what is known of the figure asked for, where this one takes in more or less."""
    if "none" in bounds:
        return EVERYTHING
    if "upper" in bounds:
        values = values.lowered()
    return values.raised() if "lower" in bounds else values


@dataclass(frozen=True)
class Quotient:
    """A share as its parts give it."""

    above: Known
    below: Known

    @property
    def period(self) -> Period:
        """Return the period of both."""
        return self.above.period

    @property
    def value(self) -> Fraction:
        """Return the quotient of the two numbers, in %."""
        return self.above.figure.value / self.below.figure.value * self.factor

    @property
    def factor(self) -> Fraction:
        """Return what brings a quotient of amounts of these units to %."""
        return Fraction(100)

    @property
    def interval(self) -> Interval:
        """Return all that the quotient can be."""
        return quotient(self.above.figure.asserted, self.below.figure.asserted).scaled(self.factor)

    @property
    def hedged(self) -> bool:
        """Say whether a part is hedged."""
        return bool(self.above.figure.hedge or self.below.figure.hedge)

    @property
    def bounds(self) -> tuple[str, ...]:
        """Say what the scopes of the parts make of the quotient: a larger divisor makes it smaller."""
        turned = {"upper": "lower", "lower": "upper", "none": "none"}
        return (*self.above.bounds, *(turned[bound] for bound in self.below.bounds))

    @property
    def above_whole(self) -> bool:
        """Say whether all that it can be lies above 100 %."""
        return lies_above(self.interval, Interval(None, Fraction(100)))


def share_relation(indicator: Indicator, catalogue: Catalogue) -> tuple[str, str] | None:
    """Return the numerator and denominator of a share."""
    for relation in catalogue.relations:
        if relation.get("ratio") == indicator.key:
            return relation["numerator"], relation["denominator"]
    return None


def quotient_of(indicator: Indicator, known: dict[str, Known], catalogue: Catalogue) -> Quotient | None:
    """Return the quotient of the parts of a share, where both are known for one period."""
    parts = share_relation(indicator, catalogue)
    if parts is None or not all(key in known for key in parts):
        return None
    above, below = (known[key] for key in parts)
    if above.period != below.period or below.never_positive:
        return None
    return Quotient(above, below)


def broken_relations(known: dict[str, Known], catalogue: Catalogue) -> list[tuple[Known, Known]]:
    """Return each part that is larger than its whole, whatever their roundings."""
    # "two roundings agree unless their intervals do not meet"
    found = []
    for relation in catalogue.relations:
        pair = relation.get("no_more_than")
        if pair and all(key in known for key in pair):
            part, whole = known[pair[0]], known[pair[1]]
            # what takes in more or less than is asked for breaks a relation only by what it proves
            proved = bound(part.figure.asserted, part.bounds), bound(whole.figure.asserted, whole.bounds)
            if part.period == whole.period and lies_above(*proved):
                found.append((part, whole))
    return found
