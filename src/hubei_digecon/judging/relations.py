"""Check what must hold between the facts of one report, by the relations of the catalogue.

Intervals are compared as in XBRL Calculations 1.1: two roundings agree unless their intervals do not meet.
There is no tolerance beyond the decimals written. Each kind of relation is one class.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from ..diagnostics import Diagnostic
from ..domain.targets import Catalogue, NoMoreThan, Plausible, Ratio, Relation
from ..domain.words import Status
from ..quantity.numbers import Interval
from ..records import NamedTuple
from ..text import Text
from .facts import Fact, Facts
from .quotients import FactOrQuotient, Quotient, indicator_of, is_never_positive, quotient_of, unit_factor
from .relation_diagnostics import (
    differs_from_verified,
    estimated_part,
    exceeds_whole,
    implausible_share,
    not_positive,
    ratio_mismatch,
    share_above_whole,
)


class Exceeding(NamedTuple):
    """A part that is larger than its whole, with its diagnostic."""

    part: Fact
    whole: Fact
    diagnostic: Diagnostic

    @property
    def verified(self) -> bool:
        """Whether a review verified both the part and the whole."""
        return self.part.verified is not None and self.whole.verified is not None

    def touches(self, fact: Fact) -> bool:
        """Whether a fact is the part or the whole."""
        return fact is self.part or fact is self.whole


class Implausible(NamedTuple):
    """A value above its plausible bound, with its diagnostic."""

    stands: FactOrQuotient
    diagnostic: Diagnostic


class Consistency:
    """What the relations find in one report.

    ``exceeding`` are the broken ``no_more_than`` relations, ``implausible`` the values above a plausible
    bound, ``above_whole`` the shares of more than the whole.
    """

    __slots__ = ("above_whole", "diagnostics", "exceeding", "implausible", "quotients")

    def __init__(self) -> None:
        self.quotients: dict[str, Quotient] = {}
        self.exceeding: list[Exceeding] = []
        self.implausible: list[Implausible] = []
        self.above_whole: list[FactOrQuotient] = []
        self.diagnostics: list[Diagnostic] = []

    def unquestioned(self) -> bool:
        """Whether no relation is broken."""
        return not (self.exceeding or self.implausible or self.above_whole)


class RelationKind:
    """A kind of relation: its sentence, and the check of the facts of a report."""

    id: ClassVar[str]
    sentence: ClassVar[Text]
    doc: ClassVar[Text]

    def examine(self, relation: Any, facts: Facts, catalogue: Catalogue, found: Consistency) -> None:
        """Add to ``found`` what ``relation`` says of ``facts``."""
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

    def examine(self, relation: Ratio, facts: Facts, catalogue: Catalogue, found: Consistency) -> None:
        """Recompute the share where both parts are there, and hold it against the reported one."""
        divisor = facts.get(relation.denominator)
        if divisor is not None and is_never_positive(divisor):
            found.diagnostics.append(not_positive(divisor))
            return
        recomputed = _recomputed(relation, facts, catalogue)
        if recomputed is None:
            return
        found.quotients[relation.share] = recomputed
        share = facts.get(relation.share)
        if share is None or share.period != recomputed.period:
            return
        if not share.proved.meets(recomputed.proved):
            found.diagnostics.append(ratio_mismatch(share, recomputed))
        if share.status is not Status.ESTIMATED and not share.verified:
            found.diagnostics.extend(
                estimated_part(share, part) for part in recomputed.parts if _is_estimate(part)
            )


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

    def examine(self, relation: NoMoreThan, facts: Facts, catalogue: Catalogue, found: Consistency) -> None:
        """Diagnostic where the part, by what it proves, cannot but exceed the whole."""
        part, whole = facts.get(relation.part), facts.get(relation.whole)
        if part is None or whole is None or part.period != whole.period:
            return
        factor = unit_factor(whole, part)
        if whole.proved.scaled(factor).below(part.proved):
            told = exceeds_whole(part, whole)
            found.exceeding.append(Exceeding(part, whole, told))
            found.diagnostics.append(told)


class PlausibleValue(RelationKind):
    """A value above a bound is nearly always of another scope."""

    id = "plausible"
    sentence = Text("{indicator} ≤ {at_most}，否则可疑", "{indicator} ≤ {at_most}, or else doubtful")
    doc = Text(
        "高于界限的数值几乎都属于其他口径：口径未注明的，不据以认定完成。",
        "A value above the bound is nearly always of another scope: where no scope is stated, no target "
        "counts as met on it.",
    )

    def examine(self, relation: Plausible, facts: Facts, catalogue: Catalogue, found: Consistency) -> None:
        """Diagnostic where the value, reported or recomputed, is above the bound."""
        fact, most = facts.get(relation.indicator), Interval.point(relation.at_most)
        if fact and fact.verified:
            return
        above = [
            Implausible(stands, implausible_share(relation, stands, catalogue))
            for stands in (fact, found.quotients.get(relation.indicator))
            if stands and most.below(stands.interval) and not _above_whole(stands)
        ]
        found.implausible.extend(above)
        found.diagnostics.extend(one.diagnostic for one in above[:1])


RELATION_KINDS: Mapping[type[Relation], RelationKind] = {
    Ratio: RatioHolds(),
    NoMoreThan: PartOfWhole(),
    Plausible: PlausibleValue(),
}
"""Every kind of relation, by the type that holds its data; ratios come before what looks at quotients."""


def examine(facts: Facts, catalogue: Catalogue) -> Consistency:
    """Hold the figures of one report against every relation of the catalogue."""
    found = Consistency()
    for fact in facts.values():
        if fact.verified and fact.adjusted:
            found.diagnostics.append(differs_from_verified(fact))
    for kind, relation_kind in RELATION_KINDS.items():
        for relation in catalogue.of_kind.get(kind, ()):
            relation_kind.examine(relation, facts, catalogue, found)
    shares = [fact for fact in facts.values() if fact.indicator.kind.whole is not None]
    every: list[FactOrQuotient] = [*shares, *found.quotients.values()]
    for stands in every:
        if _above_whole(stands):
            found.above_whole.append(stands)
            found.diagnostics.append(share_above_whole(stands))
    return found


def _above_whole(stands: FactOrQuotient) -> bool:
    """Whether everything that a share or a quotient asserts is more than the whole."""
    indicator = indicator_of(stands)
    if indicator.kind.whole is None or indicator.unit is None:
        return False
    return Interval.point(indicator.kind.whole_in(indicator.unit)).below(stands.interval)


def _recomputed(relation: Ratio, facts: Facts, catalogue: Catalogue) -> Quotient | None:
    share = catalogue.indicators.get(relation.share)
    if share is None:
        return None
    return quotient_of(share, facts.get(relation.numerator), facts.get(relation.denominator))


def _is_estimate(fact: Fact) -> bool:
    return fact.status is Status.ESTIMATED
