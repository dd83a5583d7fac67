"""Recompute shares from their parts."""

from fractions import Fraction

from ..domain.outcomes import Grade
from ..domain.reports import Period
from ..domain.targets import Indicator
from ..domain.words import Status
from ..quantity.numbers import Interval, plain, quotient, rounded, shown_interval
from ..records import NamedTuple
from ..text import Text
from .coverage import Coverage
from .facts import Fact, is_weaker, weakest_grade, weakest_status

ARITHMETIC = Text(
    "{numerator}{numerator_value}÷{denominator}{denominator_value}{result}",
    "{numerator} {numerator_value} ÷ {denominator} {denominator_value} {result}",
)


_COMES_TO = Text("，结果为{interval}", "comes to {interval}")
_EQUALS, _NEARLY = Text("＝{number}", "= {number}"), Text("≈{number}", "≈ {number}")


def result_in_words(quotient: "Quotient", side_of: Fraction | None) -> Text:
    """Return what a computation comes to: the number, rounded, or the interval where a part is hedged."""
    unit = quotient.share.unit or ""
    if quotient.value is None:
        return _COMES_TO.format(interval=shown_interval(quotient.interval, unit, side_of))
    near = rounded(quotient.value, side_of)
    return (_EQUALS if near == quotient.value else _NEARLY).format(number=f"{plain(near)}{unit}")


class Quotient(NamedTuple):
    """A share recomputed from its parts, in the share's canonical unit.

    ``value`` is ``None`` if a part is hedged. ``interval`` holds every quotient of values that the parts
    assert as written.
    """

    share: Indicator
    numerator: Fact
    denominator: Fact
    value: Fraction | None
    interval: Interval

    @property
    def parts(self) -> tuple[Fact, Fact]:
        """The numerator and the denominator."""
        return self.numerator, self.denominator

    @property
    def period(self) -> Period:
        """The period of both parts."""
        return self.numerator.period

    @property
    def status(self) -> Status:
        """The less settled of the two parts."""
        return weakest_status(part.status for part in self.parts)

    @property
    def grade(self) -> Grade:
        """The grade of the weaker part."""
        return weakest_grade(part.grade for part in self.parts)

    @property
    def adjusted(self) -> bool:
        """Whether a review changed the number of any part."""
        return any(part.adjusted for part in self.parts)

    @property
    def coverage(self) -> Coverage:
        """How the quotient covers the share: the wider the divisor, the lower the quotient."""
        return self.numerator.coverage.beside(self.denominator.coverage.inverse)

    @property
    def proved(self) -> Interval:
        """Where the share asked for lies, given what the parts cover."""
        return self.coverage.proves(self.interval)

    @property
    def news(self) -> bool:
        """Whether a review verified any part at another number than reported, or where none was reported."""
        return any(part.verified and not part.restated for part in self.parts)

    def corrects(self, share: Fact) -> bool:
        """Whether verified parts override a reported share that they do not agree with.

        Two verified parts do. One does if it says something new and the other reported figures did not
        contradict it already: one verified part settles no contradiction among them.
        """
        part, other = sorted(self.parts, key=lambda part: part.verified is None)
        if part.verified is None or other.verified is not None:
            return other.verified is not None
        news = not part.restated and other.status is not Status.ESTIMATED
        return news and not self._contradicted(share)

    def _contradicted(self, share: Fact) -> bool:
        """Whether the share and both its parts were reported and did not agree."""
        numerator, denominator = (part.reported if part.verified else part for part in self.parts)
        reported = quotient_of(self.share, numerator, denominator)
        return reported is not None and not share.proved.meets(reported.proved)

    def is_weaker(self, share: Fact) -> bool:
        """Whether a part is weaker than a share; a part verified as reported keeps the strength it was
        reported with.
        """
        all_verified = all(part.verified for part in self.parts)
        return any(
            is_weaker(part.reported if part.reported and part.restated and not all_verified else part, share)
            for part in self.parts
        )

    def arithmetic(self, side_of: Fraction | None = None) -> Text:
        """Return the division in full: “2736亿元 ÷ 21106.23亿元 ≈ 12.963%”, each number with its name.

        The result is rounded, but never across ``side_of``, which is in the share's canonical unit.
        """
        return ARITHMETIC.format(
            numerator=self.numerator.indicator.short,
            numerator_value=self.numerator.quantity.shown,
            denominator=self.denominator.indicator.short,
            denominator_value=self.denominator.quantity.shown,
            result=result_in_words(self, side_of),
        )


FactOrQuotient = Fact | Quotient
"""What a target can be held against: a figure, or the quotient of two."""


def indicator_of(stands: FactOrQuotient) -> Indicator:
    """Return the indicator of a fact or a quotient."""
    return stands.share if isinstance(stands, Quotient) else stands.indicator


def quotient_of(share: Indicator, numerator: Fact | None, denominator: Fact | None) -> Quotient | None:
    """Return a share by its parts; ``None`` if one is missing, or they are of two periods."""
    if numerator is None or denominator is None or share.unit is None:
        return None
    if numerator.period != denominator.period or is_never_positive(denominator):
        return None
    factor = unit_factor(numerator, denominator) * share.kind.whole_in(share.unit)
    interval = numerator.interval.over(denominator.interval, factor)
    value = None
    if numerator.value is not None and denominator.value is not None:
        value = quotient(numerator.value, denominator.value, factor)
    return Quotient(share, numerator, denominator, value, interval)


def unit_factor(fact: Fact, other: Fact) -> Fraction:
    """Return how many units of ``other`` make one unit of ``fact``; both are of one kind."""
    unit, into = fact.indicator.unit, other.indicator.unit
    assert unit is not None
    assert into is not None
    return fact.indicator.units.ratio(unit, into)


def is_never_positive(fact: Fact) -> bool:
    """Whether no value that the fact asserts is above 0."""
    highest = fact.interval.high if fact.value is None else fact.value
    return highest is not None and highest.numerator <= 0
