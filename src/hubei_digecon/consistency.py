"""What must hold between the figures of one report, by the relations of the catalogue.

Interval arithmetic, as in XBRL Calculations 1.1: two roundings agree unless their intervals do not
meet. There is no tolerance beyond the decimals written. One class a kind of relation.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, partial
from typing import Any, ClassVar, NamedTuple

from .coverage import Coverage
from .diagnostics import Diagnostic, remark
from .exact import Interval, plain, quotient, rounded, shown_interval
from .figures import Figure, Figures, is_weaker, weakest_grade, weakest_status
from .findings import Grade
from .model.reports import Period
from .model.targets import Catalogue, Indicator, NoMoreThan, Plausible, Ratio, Relation
from .model.words import Status
from .relation_remarks import (
    DIFFERS_FROM_VERIFIED,
    ESTIMATED_PART,
    EXCEEDS_WHOLE,
    IMPLAUSIBLE_SHARE,
    NOT_POSITIVE,
    RATIO_MISMATCH,
    SHARE_ABOVE_WHOLE,
)
from .text import Text
from .units import ratio

ARITHMETIC = Text(
    "{numerator}{numerator_value} ÷ {denominator}{denominator_value} {result}",
    "{numerator} {numerator_value} ÷ {denominator} {denominator_value} {result}",
)


_COMES_TO = Text("结果{interval}", "comes to {interval}")


class Quotient(NamedTuple):
    """A share recomputed from its parts, in the share's canonical unit.

    ``value`` is ``None`` where a part is hedged; ``interval`` holds every quotient of values that
    the parts as written assert.
    """

    share: Indicator
    numerator: Figure
    denominator: Figure
    value: Fraction | None
    interval: Interval

    @property
    def parts(self) -> tuple[Figure, Figure]:
        """What is divided, and by what."""
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
        """Whether a review verified any of its parts at another number than was reported."""
        return any(part.adjusted for part in self.parts)

    @property
    def coverage(self) -> Coverage:
        """What it covers of the share: the wider the divisor, the lower the quotient."""
        return self.numerator.coverage.beside(self.denominator.coverage.inverse)

    @property
    def proved(self) -> Interval:
        """Where the share asked for lies, by what the parts cover."""
        return self.coverage.proves(self.interval)

    @property
    def news(self) -> bool:
        """Whether a review verified any of its parts otherwise than was reported, or where none was."""
        return any(part.verified and not part.restated for part in self.parts)

    def corrects(self, share: Figure) -> bool:
        """Whether verified parts stand against a share, as reported, that they do not meet.

        Both do. One does where it says something new, and was not yet contradicted by the other figures
        as they were reported: one verified part settles no contradiction among them.
        """
        part, other = sorted(self.parts, key=lambda part: part.verified is None)
        if part.verified is None or other.verified is not None:
            return other.verified is not None
        news = not part.restated and other.status is not Status.ESTIMATED
        return news and not self._contradicted(share)

    def _contradicted(self, share: Figure) -> bool:
        """Whether the share and both its parts were reported, and did not agree."""
        numerator, denominator = (part.reported if part.verified else part for part in self.parts)
        reported = quotient_of(self.share, numerator, denominator)
        return reported is not None and not share.proved.meets(reported.proved)

    def is_weaker(self, share: Figure) -> bool:
        """Whether a part is weaker than a share; one verified as it was reported is as strong as then."""
        all_verified = all(part.verified for part in self.parts)
        return any(
            is_weaker(part.reported if part.reported and part.restated and not all_verified else part, share)
            for part in self.parts
        )

    def arithmetic(self, side_of: Fraction | None = None) -> Text:
        """Return the division in full: “2736亿元 ÷ 21106.23亿元 ≈ 12.963%”, each number with its name.

        The result is rounded, but never across ``side_of``, in the share's canonical unit.
        """
        unit = self.share.unit or ""
        if self.value is None:
            result = _COMES_TO.format(interval=shown_interval(self.interval, unit, side_of))
        else:
            near = rounded(self.value, side_of)
            result = Text.same(f"{'=' if near == self.value else '≈'} {plain(near)}{unit}")
        return ARITHMETIC.format(
            numerator=self.numerator.indicator.short,
            numerator_value=self.numerator.quantity.shown,
            denominator=self.denominator.indicator.short,
            denominator_value=self.denominator.quantity.shown,
            result=result,
        )


Standing = Figure | Quotient
"""What a target can be held against: a figure, or the quotient of two."""


class Exceeding(NamedTuple):
    """A part that is larger than its whole, and what there is to say of it."""

    part: Figure
    whole: Figure
    remark: Diagnostic

    @property
    def verified(self) -> bool:
        """Whether a review verified both."""
        return self.part.verified is not None and self.whole.verified is not None

    def touches(self, figure: Figure) -> bool:
        """Whether a figure is one of the two."""
        return figure is self.part or figure is self.whole


class Implausible(NamedTuple):
    """A value above what is plausible, and what there is to say of it."""

    stands: Standing
    remark: Diagnostic


@dataclass(slots=True)
class Consistency:
    """What the relations say of one report.

    ``exceeding`` are the parts and wholes that break a ``no_more_than``, ``implausible`` what is above
    a plausible value, ``above_whole`` the shares of more than everything.
    """

    quotients: dict[str, Quotient] = field(default_factory=dict)
    exceeding: list[Exceeding] = field(default_factory=list)
    implausible: list[Implausible] = field(default_factory=list)
    above_whole: list[Standing] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)

    def unquestioned(self) -> bool:
        """Whether no relation is broken, so that nobody needs to look for one."""
        return not (self.exceeding or self.implausible or self.above_whole)


class RelationKind:
    """A kind of relation: its sentence, and what it finds among the figures of a report."""

    id: ClassVar[str]
    sentence: ClassVar[Text]
    doc: ClassVar[Text]

    def examine(self, relation: Any, figures: Figures, catalogue: Catalogue, found: Consistency) -> None:
        """Add to ``found`` what ``relation`` says of ``figures``."""
        raise NotImplementedError


class RatioHolds(RelationKind):
    """A share is the quotient of two amounts of the same period."""

    id = "ratio"
    sentence = Text("{share} = {numerator} ÷ {denominator}", "{share} = {numerator} ÷ {denominator}")
    doc = Text(
        "比重等于分子除以分母（同一时期）。两者的区间有交集即为相符；有交集时，商的区间能够认定目标的，"
        "按商认定，否则按填报的比重认定；没有交集的，两者均存疑。口径更宽、更窄的，只按其能证明的界比较。",
        "A share is its numerator divided by its denominator, of one period. They agree where their "
        "intervals meet; then the quotient decides where its interval settles the target, else the "
        "share as reported. Where they do not meet, both are in question. What is of a wider or narrower "
        "scope is compared by the bound that it proves.",
    )

    def examine(self, relation: Ratio, figures: Figures, catalogue: Catalogue, found: Consistency) -> None:
        """Recompute the share where both parts are there, and hold it against the reported one."""
        divisor = figures.get(relation.denominator)
        if divisor is not None and _never_positive(divisor):
            found.remarks.append(_not_positive(divisor))
            return
        recomputed = _recomputed(relation, figures, catalogue)
        if recomputed is None:
            return
        found.quotients[relation.share] = recomputed
        share = figures.get(relation.share)
        if share is None or share.period != recomputed.period:
            return
        if not share.proved.meets(recomputed.proved):
            found.remarks.append(_mismatch(share, recomputed))
        if share.status is not Status.ESTIMATED and not share.verified:
            found.remarks.extend(_estimated(share, part) for part in recomputed.parts if _is_estimate(part))


class PartOfWhole(RelationKind):
    """A part is never larger than the whole."""

    id = "no_more_than"
    sentence = Text("{part} ≤ {whole}", "{part} ≤ {whole}")
    doc = Text(
        "部分不大于整体（同一时期）。区间有交集即为相符；否则，依据其中任一数值的完成均存疑。"
        "口径更宽、更窄的，只按其能证明的界比较。",
        "A part is no larger than its whole, of one period. They agree where their intervals allow it; "
        "otherwise no target counts as met on either figure. What is of a wider or narrower scope is "
        "compared by the bound that it proves.",
    )

    def examine(
        self, relation: NoMoreThan, figures: Figures, catalogue: Catalogue, found: Consistency
    ) -> None:
        """Remark where the part, by what it proves, cannot but exceed the whole."""
        part, whole = figures.get(relation.part), figures.get(relation.whole)
        if part is None or whole is None or part.period != whole.period:
            return
        factor = _factor(whole.indicator.unit, part.indicator.unit)
        if whole.proved.scaled(factor).below(part.proved):
            told = _exceeds(part, whole)
            found.exceeding.append(Exceeding(part, whole, told))
            found.remarks.append(told)


class PlausibleValue(RelationKind):
    """A value above a bound is nearly always of another scope."""

    id = "plausible"
    sentence = Text("{indicator} ≤ {at_most}，否则可疑", "{indicator} ≤ {at_most}, or else doubtful")
    doc = Text(
        "高于界限的数值几乎都属于其他口径：口径未注明的，不据以认定完成。",
        "A value above the bound is nearly always of another scope: where no scope is stated, no target "
        "counts as met on it.",
    )

    def examine(
        self, relation: Plausible, figures: Figures, catalogue: Catalogue, found: Consistency
    ) -> None:
        """Remark where the value, reported or recomputed, is above the bound."""
        figure, most = figures.get(relation.indicator), Interval.point(relation.at_most)
        if figure and figure.verified:
            return
        above = [
            Implausible(stands, _implausible(relation, stands, catalogue))
            for stands in (figure, found.quotients.get(relation.indicator))
            if stands and most.below(stands.interval) and not _above_whole(stands)
        ]
        found.implausible.extend(above)
        found.remarks.extend(one.remark for one in above[:1])


RELATION_KINDS: Mapping[type[Relation], RelationKind] = {
    Ratio: RatioHolds(),
    NoMoreThan: PartOfWhole(),
    Plausible: PlausibleValue(),
}
"""Every kind of relation, by the type that holds its data; ratios come before what looks at quotients."""


def examine(figures: Figures, catalogue: Catalogue) -> Consistency:
    """Hold the figures of one report against every relation of the catalogue."""
    found = Consistency()
    for figure in figures.values():
        if figure.verified and figure.adjusted:
            found.remarks.append(_differs(figure))
    for kind, relation_kind in RELATION_KINDS.items():
        for relation in catalogue.of_kind.get(kind, ()):
            relation_kind.examine(relation, figures, catalogue, found)
    shares = [figure for figure in figures.values() if figure.indicator.kind.whole is not None]
    every: list[Standing] = [*shares, *found.quotients.values()]
    for stands in every:
        if _above_whole(stands):
            found.above_whole.append(stands)
            found.remarks.append(_more_than_everything(stands))
    return found


def _above_whole(stands: Standing) -> bool:
    """Whether all that a share or a quotient asserts is more than the whole."""
    indicator = indicator_of(stands)
    whole = indicator.kind.whole
    if whole is None or indicator.unit is None:
        return False
    return _everything(whole, indicator.unit).below(stands.interval)


@cache
def _everything(whole: int, unit: str) -> Interval:
    """Return the whole, given in the smallest unit of shares, in another."""
    return Interval.point(whole * ratio("‰", unit))


def indicator_of(stands: Standing) -> Indicator:
    """Return what a figure or a quotient is a value of."""
    return stands.share if isinstance(stands, Quotient) else stands.indicator


def _recomputed(relation: Ratio, figures: Figures, catalogue: Catalogue) -> Quotient | None:
    share = catalogue.indicators.get(relation.share)
    if share is None:
        return None
    return quotient_of(share, figures.get(relation.numerator), figures.get(relation.denominator))


def quotient_of(share: Indicator, numerator: Figure | None, denominator: Figure | None) -> Quotient | None:
    """Return a share by its parts; ``None`` where one is missing, or they are of two periods."""
    if numerator is None or denominator is None or share.unit is None:
        return None
    if numerator.period != denominator.period or _never_positive(denominator):
        return None
    factor = _share_factor(numerator.indicator.unit, denominator.indicator.unit, share.unit)
    interval = numerator.interval.over(denominator.interval, factor)
    value = None
    if numerator.value is not None and denominator.value is not None:
        value = quotient(numerator.value, denominator.value, factor)
    return Quotient(share, numerator, denominator, value, interval)


@cache
def _share_factor(numerator: str | None, denominator: str | None, share: str) -> Fraction:
    """Return how many of the unit ``share`` it is to have one ``numerator`` of every ``denominator``."""
    # ‰ is the smallest unit of shares: a quotient of 1 is 1000‰, that is, 100%.
    return _factor(numerator, denominator) * 1000 * ratio("‰", share)


def _factor(unit: str | None, other: str | None) -> Fraction:
    """Return how many of ``other`` make one ``unit``; both are of figures, which have one each."""
    assert unit is not None
    assert other is not None
    return ratio(unit, other)


def _never_positive(figure: Figure) -> bool:
    highest = figure.interval.high if figure.value is None else figure.value
    return highest is not None and highest.numerator <= 0


def _is_estimate(figure: Figure) -> bool:
    return figure.status is Status.ESTIMATED


def _at(figure: Figure) -> tuple[str, ...]:
    return ("observations", figure.indicator.id, "value")


def _not_positive(figure: Figure) -> Diagnostic:
    return remark(NOT_POSITIVE, _at(figure), name=figure.indicator.name, value=figure.shown)


def _mismatch(share: Figure, recomputed: Quotient) -> Diagnostic:
    """Remark on a share and a quotient that disagree: an error, unless a review tells which stands."""
    unit = share.indicator.unit or ""
    if share.verified or recomputed.corrects(share):
        both = (recomputed.arithmetic, share.shown)
        told, stands = both if share.verified else both[::-1]
        values = {"name": share.indicator.name, "reported": told, "verified": stands}
        return remark(DIFFERS_FROM_VERIFIED, _at(share), **values)
    return remark(
        RATIO_MISMATCH,
        _at(share),
        share=share.indicator.name,
        reported=share.shown,
        asserted=partial(shown_interval, share.interval, unit),
        arithmetic=recomputed.arithmetic,
        quotient=partial(shown_interval, recomputed.interval, unit),
    )


def _exceeds(part: Figure, whole: Figure) -> Diagnostic:
    return remark(
        EXCEEDS_WHOLE,
        _at(part),
        part=part.indicator.name,
        part_value=part.shown,
        whole=whole.indicator.name,
        whole_value=whole.shown,
    )


def _implausible(relation: Plausible, stands: Standing, catalogue: Catalogue) -> Diagnostic:
    indicator = catalogue.indicators[relation.indicator]
    at_most = f"{plain(relation.at_most)}{indicator.unit}"
    values = {"name": indicator.name, "value": _shown(stands), "at_most": at_most}
    return remark(IMPLAUSIBLE_SHARE, _where(stands), because=relation.because, **values)


def _more_than_everything(stands: Standing) -> Diagnostic:
    return remark(SHARE_ABOVE_WHOLE, _where(stands), name=indicator_of(stands).name, value=_shown(stands))


def _estimated(share: Figure, part: Figure) -> Diagnostic:
    return remark(ESTIMATED_PART, _at(part), part=part.indicator.name, share=share.indicator.name)


def _shown(stands: Standing) -> Callable[[], Text]:
    return stands.arithmetic if isinstance(stands, Quotient) else stands.shown


def _where(stands: Standing) -> tuple[str, ...]:
    """Return where a value stands; of a quotient its numerator."""
    return _at(stands.numerator if isinstance(stands, Quotient) else stands)


def _differs(figure: Figure) -> Diagnostic:
    observation = figure.observation
    reported = observation.quantity.shown if observation and observation.quantity else ""
    return remark(
        DIFFERS_FROM_VERIFIED,
        _at(figure),
        name=figure.indicator.name,
        reported=reported,
        verified=figure.shown,
    )
