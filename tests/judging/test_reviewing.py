"""The reviews of one report together: which entries are in force, and why the others are not."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from hubei_digecon.diagnostics import Diagnostic, Path
from hubei_digecon.domain.reports import Item, Report, Submission
from hubei_digecon.domain.reviews import Attestation, RejectedItem, Review, VerifiedValue, Waiver
from hubei_digecon.domain.targets import Entity, Ratio
from hubei_digecon.domain.words import EntityKind, State
from hubei_digecon.judging.reviewing import Reviewed, reviewed_by
from hubei_digecon.text import Text

from ..building import DUE_YEAR, FLOW, MILESTONE, SHARE, SOURCE, STOCK, observed, read, target
from .contexts import DAY, related, reviewed

TARGETS = (
    target(STOCK, 5),
    target(SHARE, 13),
    target(MILESTONE),
    target(STOCK, 9, key="replaced", superseded_by="stock"),
)
DATE = datetime.date
APPROVED = DATE(2025, 6, 10)


def combined(
    *reviews: Review, waivers: bool = True, as_of: datetime.date = DAY, ratio: bool = False
) -> Reviewed:
    """Return what reviews of a report with one listed item amount to."""
    stock = observed(STOCK, "1家", items=(Item("某公司"),))
    report = Report(SOURCE, "place", DUE_YEAR, Submission("someone", DAY), {"stock": stock})
    entity = Entity("place", EntityKind.ZONE, Text.same("place"), TARGETS)
    catalogue = related(Ratio("share", "flow", "flow")) if ratio else related()
    return reviewed_by(reviews, report, entity, entity.in_force, catalogue, as_of, waivers)


def verified(text: str, indicator: Any = STOCK) -> Review:
    quantity = read(text, indicator.kind).quantity
    return reviewed(verified={indicator.id: VerifiedValue(indicator.id, quantity, "核查")})


def attested(
    state: State = State.ACHIEVED, on: datetime.date = DAY, target: str = "milestone", **more: Any
) -> Review:
    return reviewed(attestations=(Attestation(target, state, on, "核查", **more),))


def waived(until: datetime.date, on: datetime.date = APPROVED, target: str = "milestone") -> Review:
    return reviewed(waivers=(Waiver(target, "原因", "机关", on, until),))


def rejecting(name: str, indicator: str = "stock") -> Review:
    return reviewed(rejected_items=(RejectedItem(indicator, 0, name, "原因"),))


def told(one: Reviewed) -> list[tuple[str, Path]]:
    """Return the diagnostics by kind, with their places."""
    return [(diagnostic.kind.id, diagnostic.at) for diagnostic in one.diagnostics]


def only(one: Reviewed) -> Diagnostic:
    (diagnostic,) = one.diagnostics
    return diagnostic


def test_without_reviews_nothing_is_reviewed() -> None:
    assert combined() == Reviewed()


def test_entries_that_agree_are_one_and_the_more_precise_value_is_kept() -> None:
    both = combined(verified("12%", SHARE), verified("12.00%", SHARE))
    assert (both.verified["share"].quantity.shown, told(both)) == (Text.same("12.00%"), [])


def test_entries_that_contradict_each_other_decide_nothing() -> None:
    both = combined(verified("12%", SHARE), verified("12.5%", SHARE))
    assert dict(both.verified) == {}
    assert told(both) == [("contradicting-reviews", ("verified", "share"))] * 2
    assert both.diagnostics[0].message == Text(
        "复核意见对share的名称（share）的意见相互矛盾，均不予采用",
        "the reviews contradict each other on name of share (share), so neither is followed",
    )


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (attested(), attested(), True),
        (attested(), attested(State.NOT_ACHIEVED), False),
        (attested(), attested(achieved_on=DATE(2025, 12, 1)), False),
    ],
)
def test_attestations_agree_in_state_and_day(one: Review, other: Review, agree: bool) -> None:
    assert bool(combined(one, other).attestations) is agree


@pytest.mark.parametrize(
    ("on", "expires", "kind", "step"),
    [
        (DAY, DAY, "", ""),
        (DAY - datetime.timedelta(1), DAY - datetime.timedelta(1), "attestation-expired", "expires"),
        (DAY + datetime.timedelta(1), None, "not-yet-in-force", "date"),
    ],
    ids=["in force", "expired", "early"],
)
def test_an_attestation_is_in_force_from_its_day_to_its_last(
    on: datetime.date, expires: datetime.date | None, kind: str, step: str
) -> None:
    one = combined(attested(on=on, expires=expires))
    at = ("attestations", "milestone", step)
    assert (list(one.attestations), told(one)) == (([], [(kind, at)]) if kind else (["milestone"], []))


def test_an_expired_entry_is_told_with_both_days() -> None:
    assert only(combined(waived(DATE(2026, 2, 27)))).message == Text(
        "milestone的名称（milestone）经批准不纳入的有效期至2026年2月27日，核验基准日2026年2月28日已失效",
        "the waiver of name of milestone (milestone) ran until 2026-02-27 and is no longer in force on "
        "2026-02-28",
    )


def test_a_waiver_is_in_force_from_its_approval_to_its_last_day() -> None:
    assert list(combined(waived(DAY)).waivers) == ["milestone"]
    early = combined(waived(DATE(2027, 1, 1), on=DATE(2026, 3, 1)))
    assert told(early) == [("not-yet-in-force", ("waivers", "milestone", "approved_on"))]


def test_of_waivers_of_a_target_the_longest_is_kept() -> None:
    one = combined(waived(DATE(2026, 3, 1)), waived(DATE(2026, 12, 31)))
    assert (one.waivers["milestone"].expires, told(one)) == (DATE(2026, 12, 31), [])


def test_waivers_can_be_left_out() -> None:
    one = combined(waived(DATE(2026, 12, 31)), waivers=False)
    assert (dict(one.waivers), told(one)) == ({}, [("waiver-left-out", ("waivers", "milestone"))])


NO_TARGET = "no target rests on this indicator"


@pytest.mark.parametrize(
    ("review", "why"),
    [
        (verified("409亿元", FLOW), NO_TARGET),
        (rejecting("某公司", "flow"), NO_TARGET),
        (rejecting("别的公司"), "no such item is listed in the report"),
        (attested(target="replaced"), "that target is superseded and no longer judged"),
        (waived(DATE(2026, 12, 31), target="replaced"), "that target is superseded and no longer judged"),
    ],
)
def test_an_entry_without_effect_is_told_with_the_reason(review: Review, why: str) -> None:
    diagnostic = only(combined(review))
    assert diagnostic.kind.id == "unused-review-entry"
    assert diagnostic.message.en.endswith(f" in the review is not used: {why}")


def test_an_item_is_rejected_by_its_name_however_it_is_written() -> None:
    one = combined(rejecting("某 公司"), rejecting("某公司"))
    assert ([item.name for item in one.rejected["stock"]], told(one)) == (["某 公司", "某公司"], [])


def test_no_item_is_rejected_where_the_value_itself_is_verified() -> None:
    diagnostic = only(combined(rejecting("某公司"), verified("1家")))
    assert diagnostic.message.en == (
        "the entry on “某公司” in the review is not used: the value itself is verified, so its items are not "
        "counted"
    )


def test_a_part_of_a_share_with_a_target_is_used() -> None:
    assert told(combined(verified("409亿元", FLOW), ratio=True)) == []


@pytest.mark.parametrize("order", [lambda pair: pair, reversed], ids=["as written", "reversed"])
def test_the_order_of_reviews_does_not_matter(order: Callable[[Any], Any]) -> None:
    one = combined(*order([verified("12%", SHARE), verified("12.00%", SHARE)]))
    assert one.verified["share"].quantity.shown == Text.same("12.00%")
