"""Laws of what a verification, a weaker part and an unrelated figure may change, over drawn reports.

A small number of draws runs always; the heavy tests try two thousand and more.
"""

import datetime
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Grade, Outcome, Reason
from hubei_digecon.domain.reports import Evidence, Observation, Period, Report, Submission
from hubei_digecon.domain.reviews import Review, VerifiedValue
from hubei_digecon.domain.targets import Catalogue, Entity, Indicator, NoMoreThan, Plausible, Ratio, Target
from hubei_digecon.domain.words import Counting, EntityKind, Status
from hubei_digecon.judging import assess
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.text import Text

from ..building import (
    ADDED,
    DUE_YEAR,
    FLOW,
    PROPERTY,
    SCOPES,
    SHARE,
    SOURCE,
    STOCK,
    observed,
    target,
    written,
)

Test = Callable[..., None]

WHOLE = FLOW._replace(id="whole", scopes=())
SCALE = FLOW._replace(id="scale")
CATALOGUE = Catalogue(
    {one.id: one for one in (SHARE, FLOW, WHOLE, SCALE, STOCK, ADDED)},
    SCOPES,
    (
        Ratio("share", "flow", "whole"),
        NoMoreThan("flow", "whole"),
        NoMoreThan("flow", "scale"),
        Plausible("share", Fraction(40), Text.same("")),
    ),
)
PARTS = (FLOW, WHOLE)
AMOUNT_UNITS = ("元", "万元", "亿元", "万亿元")
COMPARATORS = ("at_least", "more_than", "at_most", "less_than")


def targets_by(comparator: str, required: int) -> tuple[Target, ...]:
    """Return targets on the share, its parts and its scale that figures lie near to."""
    return (
        target(SHARE, required, comparator),
        target(FLOW, 2 * required, comparator),
        target(SCALE, 2 * required, comparator),
        target(STOCK, required, comparator),
        target(ADDED, required, comparator),
    )


TARGETS = st.builds(targets_by, st.sampled_from(COMPARATORS), st.sampled_from([13, 20, 45]))

DOCUMENTED = Evidence(title="年报", document="docs/1.pdf")
BACKING: tuple[dict[str, Any], ...] = ({}, {"source": Evidence(title="年报")}, {"source": DOCUMENTED})
"""Nothing behind a figure, a source, and a document."""

SETTLED = (Status.UNSTATED, Status.PROVISIONAL, Status.FINAL)


@st.composite
def numbers(draw: st.DrawFn, around: int, hedged: bool = True) -> str:
    """Draw a number near another, with decimals of its own, sometimes hedged or of another magnitude."""
    decimals = draw(st.integers(0, 2))
    middle = around * 10**decimals
    steps = draw(st.integers(-3, 3) | st.integers(-middle // 3, middle // 3))
    value = max(middle + steps, 0)
    value = draw(st.sampled_from([value] * 8 + [value * 100, value * 1000, value // 100]))
    hedge = draw(st.sampled_from(["", "", "", "超", "不足", "约", "不低于", "不超过"])) if hedged else ""
    return f"{hedge}{written(value, decimals)}"


@st.composite
def facts(draw: st.DrawFn, indicator: Indicator, plain: bool = False) -> dict[str, Any]:
    """Draw how settled a figure is, of what scope, and what stands behind it; ``plain``: of the right scope."""
    told = dict(draw(st.sampled_from(BACKING)))
    told["status"] = draw(st.sampled_from(SETTLED if plain else (*SETTLED, Status.ESTIMATED)))
    if indicator.scopes and not plain:
        told["scope"] = draw(
            st.sampled_from(["own", "own", None, "other", "wider", "narrower", "unheard of"])
        )
    if indicator.counting and not plain:
        told["counting"] = draw(st.sampled_from([None, *Counting]))
    return told


@st.composite
def figures(draw: st.DrawFn, indicator: Indicator, around: int, plain: bool = False) -> Observation:
    """Draw what is reported of an indicator."""
    number = draw(numbers(around, hedged=not plain))
    if indicator.kind is INDICATOR_KINDS["count"]:
        number = number.partition(".")[0]
    return observed(indicator, f"{number}{indicator.unit}", **draw(facts(indicator, plain)))


@st.composite
def reports(draw: st.DrawFn, plain: tuple[Indicator, ...] = ()) -> dict[str, Observation]:
    """Draw a report whose figures often agree, nearly agree, or break a relation; ``plain`` are always there."""
    share = draw(st.sampled_from([13, 20, 45]))
    told = {}
    for indicator, around in ((SHARE, share), (FLOW, 2 * share), (WHOLE, 200), (SCALE, 2 * share)):
        if indicator in plain or draw(st.integers(0, 3)):
            told[indicator.id] = draw(figures(indicator, around, indicator in plain))
    return told


def judge(
    targets: tuple[Target, ...],
    told: Mapping[str, Observation],
    verified: Mapping[str, Observation] | None = None,
    period: Period = DUE_YEAR,
) -> dict[str, Finding]:
    """Judge a report, some of its figures verified at what was reported; return the findings by their keys."""
    dated = period.end + datetime.timedelta(days=1)
    report = Report(SOURCE, "place", period, Submission("someone", dated), dict(told))
    values = {
        id: VerifiedValue(id, one.quantity, "示例") for id, one in (verified or {}).items() if one.quantity
    }
    review = Review(SOURCE, "place", period, "示例核验组", "示例核验单位", values)
    entity = Entity("place", EntityKind.ZONE, Text.same("place"), targets)
    done = assess(report, entity, CATALOGUE, Settings(Grade.CLAIMED), datetime.date(2026, 2, 28), [review])
    return {one.target.key: one for one in done.findings}


def in_unit(one: Observation, unit: str) -> Observation:
    """Return the same figure in another unit, as exact as it was."""
    if one.quantity is None:
        return one
    factor = one.quantity.units.ratio(one.quantity.unit, unit)
    number, half = one.quantity.number * factor, one.quantity.half * factor
    return one._replace(quantity=one.quantity._replace(number=number, unit=unit, half=half))


def verifying_a_part_changes_nothing(
    targets: tuple[Target, ...], told: dict[str, Observation], part: Indicator, unit: str
) -> None:
    before, after = judge(targets, told), judge(targets, told, {part.id: in_unit(told[part.id], unit)})
    assert after["share"].outcome is before["share"].outcome


def verifying_a_value_only_resolves_a_doubt(
    targets: tuple[Target, ...], told: dict[str, Observation], own: Indicator, unit: str
) -> None:
    given = in_unit(told[own.id], unit) if own is FLOW else told[own.id]
    before, after = (judge(targets, told, one)[own.id] for one in ({}, {own.id: given}))
    if before.outcome is not Outcome.UNDECIDED and Reason.RECOMPUTED not in before.reasons:
        assert after.outcome is before.outcome
    assert after.evidence is Grade.VERIFIED


WEAKER = {
    Status.FINAL: (Status.PROVISIONAL, Status.UNSTATED, Status.ESTIMATED),
    Status.PROVISIONAL: (Status.ESTIMATED,),
    Status.UNSTATED: (Status.ESTIMATED,),
}


def a_weaker_part_overturns_nothing(
    targets: tuple[Target, ...], told: dict[str, Observation], part: Indicator, status: Status | None
) -> None:
    share, weak = told["share"], told[part.id]
    if status is None:
        share, weak = share._replace(source=DOCUMENTED), weak._replace(source=None)
    else:
        weak = weak._replace(status=WEAKER[share.status][0] if status is Status.FINAL else status)
    told = {**told, "share": share}
    alone, beside = (judge(targets, one)["share"] for one in ({"share": share}, {**told, part.id: weak}))
    allowed = {alone.outcome} | ({Outcome.UNDECIDED} if alone.outcome is Outcome.MET else set())
    assert beside.outcome in allowed


def an_unrelated_figure_changes_no_other_finding(
    targets: tuple[Target, ...], told: dict[str, Observation], other: Observation
) -> None:
    before, after = judge(targets, told), judge(targets, {**told, other.indicator: other})
    for key in before.keys() - {other.indicator}:
        assert _said(after[key]) == _said(before[key])


def _said(finding: Finding) -> tuple[object, ...]:
    return (
        finding.outcome, finding.reasons, finding.decided_on, finding.evidence, finding.message, finding.needed,
    )  # fmt: skip


def laws(most: int) -> dict[str, Test]:
    """Return every law, each to be tried on so many draws."""
    how = settings(PROPERTY, max_examples=most)
    unrelated = figures(STOCK, 13) | figures(ADDED, 20)
    own, part = st.sampled_from([SHARE, FLOW]), st.sampled_from(PARTS)
    unit, weaker = st.sampled_from(AMOUNT_UNITS), st.sampled_from([Status.FINAL, Status.ESTIMATED, None])
    return {
        "verifying a part": how(
            given(TARGETS, reports(plain=PARTS), part, unit)(verifying_a_part_changes_nothing)
        ),
        "verifying a value": how(
            given(TARGETS, reports(plain=(SHARE, FLOW)), own, unit)(verifying_a_value_only_resolves_a_doubt)
        ),
        "a weaker part": how(
            given(TARGETS, reports(plain=(SHARE, *PARTS)), part, weaker)(a_weaker_part_overturns_nothing)
        ),
        "an unrelated figure": how(
            given(TARGETS, reports(), unrelated)(an_unrelated_figure_changes_no_other_finding)
        ),
    }


FEW, MANY = laws(60), laws(2500)


@pytest.mark.heavy
@pytest.mark.parametrize("law", FEW)
def test_a_law_holds_of_some_reports(law: str) -> None:
    FEW[law]()


@pytest.mark.heavy
@pytest.mark.parametrize("law", MANY)
def test_a_law_holds_of_thousands_of_reports(law: str) -> None:
    MANY[law]()
