"""What is told of figures that do not go together."""

from fractions import Fraction

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.domain.reviews import VerifiedValue
from hubei_digecon.domain.targets import Indicator, Plausible
from hubei_digecon.judging.facts import Fact
from hubei_digecon.judging.quotients import Quotient, quotient_of
from hubei_digecon.judging.relation_diagnostics import (
    differs_from_verified,
    estimated_part,
    exceeds_whole,
    implausible_share,
    not_positive,
    ratio_mismatch,
    share_above_whole,
)
from hubei_digecon.text import Text

from ..building import CATALOGUE, FLOW, SHARE, STOCK, observed, read
from .contexts import opened, reviewed


def fact(indicator: Indicator, text: str, verified: str = "") -> Fact:
    """Return a figure as it is reported, and as it is verified if it is."""
    entries = {}
    if verified:
        quantity = read(verified, indicator.kind).quantity
        entries["verified"] = {indicator.id: VerifiedValue(indicator.id, quantity, "核查")}
    reviews = [reviewed(**entries)] if entries else []
    return opened(observed(indicator, text), reviews=reviews).facts[indicator.id]


def recomputed(numerator: Fact, denominator: Fact) -> Quotient:
    quotient = quotient_of(SHARE, numerator, denominator)
    assert quotient is not None
    return quotient


FIFTH = recomputed(fact(FLOW, "20.0亿元"), fact(FLOW, "100.0亿元"))


def said(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return kind, indicator of the place, and message."""
    return diagnostic.kind.id, str(diagnostic.at[1]), diagnostic.message.en


def test_what_nothing_can_be_divided_by() -> None:
    assert said(not_positive(fact(FLOW, "0亿元"))) == (
        "divisor-not-positive",
        "flow",
        "name of flow is 0亿元, which nothing can be divided by",
    )


def test_a_share_and_its_parts_are_told_with_what_each_asserts() -> None:
    mismatch = ratio_mismatch(fact(SHARE, "25.0%"), FIFTH)
    assert mismatch.at == ("observations", "share", "value")
    kind, _, message = said(mismatch)
    assert kind == "ratio-mismatch"
    assert message.startswith("name of share is reported as 25.0% (that is, ")
    assert "name of flow 20.0亿元 ÷ name of flow 100.0亿元 = 20%" in message


def test_where_the_share_is_verified_it_stands() -> None:
    assert said(ratio_mismatch(fact(SHARE, "20%", "25%"), FIFTH)) == (
        "differs-from-verified",
        "share",
        "name of share: reported name of flow 20.0亿元 ÷ name of flow 100.0亿元 = 20%, verified 25%, which "
        "stands",
    )


def test_where_both_parts_are_verified_their_quotient_stands() -> None:
    parts = recomputed(fact(FLOW, "30亿元", "20.0亿元"), fact(FLOW, "100亿元", "100.0亿元"))
    assert said(ratio_mismatch(fact(SHARE, "25%"), parts)) == (
        "differs-from-verified",
        "share",
        "name of share: reported 25%, verified name of flow 20.0亿元 ÷ name of flow 100.0亿元 = 20%, which "
        "stands",
    )


def test_a_part_above_its_whole() -> None:
    diagnostic = exceeds_whole(fact(FLOW, "50亿元"), fact(FLOW, "45亿元"))
    assert diagnostic.message == Text(
        "flow的名称（50亿元）大于flow的名称（45亿元）", "name of flow (50亿元) exceeds name of flow (45亿元)"
    )


def test_a_share_above_what_is_plausible() -> None:
    relation = Plausible("share", Fraction(40), Text("口径过宽", "the scope is too wide"))
    assert said(implausible_share(relation, fact(SHARE, "45%"), CATALOGUE)) == (
        "implausible-share",
        "share",
        "name of share is 45%, above 40%: the scope is too wide",
    )
    assert said(implausible_share(relation, FIFTH, CATALOGUE))[1:] == (
        "flow",
        "name of share is name of flow 20.0亿元 ÷ name of flow 100.0亿元 = 20%, above 40%: the scope is too wide",
    )


def test_a_share_above_the_whole() -> None:
    assert said(share_above_whole(fact(SHARE, "253%")))[2] == (
        "name of share is 253%: a share above 100%, where no part exceeds its whole; nothing is decided on it"
    )


def test_an_estimate_among_the_parts() -> None:
    assert said(estimated_part(fact(SHARE, "20%"), fact(FLOW, "20亿元"))) == (
        "estimated-part",
        "flow",
        "a part, name of flow, is an estimate: name of share is not recomputed from it but only held against it",
    )


def test_a_verified_value_beside_the_reported_one() -> None:
    assert said(differs_from_verified(fact(STOCK, "9家", "8家"))) == (
        "differs-from-verified",
        "stock",
        "name of stock: reported 9家, verified 8家, which stands",
    )
