"""What contradicts the figures that an outcome rests on."""

from fractions import Fraction

from hubei_digecon.domain.reports import Observation
from hubei_digecon.domain.reviews import Review, VerifiedValue
from hubei_digecon.domain.targets import Catalogue, Indicator, NoMoreThan, Plausible
from hubei_digecon.judging.context import JudgingContext
from hubei_digecon.judging.contradictions import (
    above_whole,
    contradictions_in_words,
    exceedings,
    implausible,
    is_blocked,
)
from hubei_digecon.judging.grounds import Grounds, WeakerQuotient, find_grounds
from hubei_digecon.judging.quotients import quotient_of
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.text import Text

from ..building import ADDED, CATALOGUE, FLOW, SHARE, STOCK, observed, read, target
from .contexts import opened, related, reviewed

PART_OF_WHOLE = related(NoMoreThan("stock", "added"))
AT_MOST_40 = related(Plausible("share", Fraction(40), Text("通常不高于此", "it is hardly ever more")))


def found(
    indicator: Indicator,
    value: int,
    *observations: Observation,
    catalogue: Catalogue = CATALOGUE,
    reviews: tuple[Review, ...] = (),
) -> tuple[Grounds, JudgingContext]:
    """Return what the judgement of one target rests on."""
    context = opened(*observations, catalogue=catalogue, reviews=reviews)
    grounds = find_grounds(target(indicator, value), context)
    assert grounds is not None
    return grounds, context


def verifying(indicator: Indicator, text: str) -> VerifiedValue:
    return VerifiedValue(indicator.id, read(text, indicator.kind).quantity, "核查")


def test_a_part_above_its_whole_contradicts_both() -> None:
    figures = observed(STOCK, "9家"), observed(ADDED, "8家")
    for indicator in (STOCK, ADDED):
        (one,) = exceedings(*found(indicator, 5, *figures, catalogue=PART_OF_WHOLE))
        assert (one.part.value, one.whole.value) == (Fraction(9), Fraction(8))
    assert exceedings(*found(SHARE, 5, *figures, observed(SHARE, "9%"), catalogue=PART_OF_WHOLE)) == ()


def test_a_part_as_large_as_its_whole_contradicts_nothing() -> None:
    figures = observed(STOCK, "8家"), observed(ADDED, "8家")
    assert exceedings(*found(STOCK, 5, *figures, catalogue=PART_OF_WHOLE)) == ()


def test_only_a_verified_value_contradicts_a_verified_one() -> None:
    figures = observed(STOCK, "9家"), observed(ADDED, "8家")
    one, both = (
        reviewed(verified={value.indicator: value for value in values})
        for values in (
            (verifying(STOCK, "9家"),),
            (verifying(STOCK, "9家"), verifying(ADDED, "8家")),
        )
    )
    assert exceedings(*found(STOCK, 5, *figures, catalogue=PART_OF_WHOLE, reviews=(one,))) == ()
    assert len(exceedings(*found(STOCK, 5, *figures, catalogue=PART_OF_WHOLE, reviews=(both,)))) == 1
    assert len(exceedings(*found(ADDED, 5, *figures, catalogue=PART_OF_WHOLE, reviews=(one,)))) == 1


def test_a_value_above_what_is_plausible_must_state_its_scope() -> None:
    unstated = found(SHARE, 13, observed(SHARE, "45%", scope=None), catalogue=AT_MOST_40)
    one = implausible(*unstated)
    assert one is not None
    assert one.diagnostic.message == Text(
        "share的名称为45%，高于40%：通常不高于此", "name of share is 45%, above 40%: it is hardly ever more"
    )
    stated = found(SHARE, 13, observed(SHARE, "45%"), catalogue=AT_MOST_40)
    at_the_bound = found(SHARE, 13, observed(SHARE, "40%", scope=None), catalogue=AT_MOST_40)
    assert [implausible(*one) for one in (stated, at_the_bound)] == [None, None]


def test_a_share_of_more_than_the_whole_is_found() -> None:
    grounds, context = found(SHARE, 13, observed(SHARE, "145%"))
    assert above_whole(grounds, context) is context.facts["share"]
    assert above_whole(*found(SHARE, 13, observed(SHARE, "100%"))) is None


def beside(share: str, numerator: str) -> Grounds:
    """Return the grounds of a share that its weaker parts, out of 100亿元, are held against."""
    grounds, _ = found(SHARE, 13, observed(SHARE, share))
    (part, whole) = (opened(observed(FLOW, text)).facts["flow"] for text in (numerator, "100.00亿元"))
    quotient = quotient_of(SHARE, part, whole)
    assert quotient is not None
    return grounds._replace(weaker_quotient=WeakerQuotient(quotient, quotient.proved))


def test_a_share_is_blocked_where_it_satisfies_and_its_weaker_parts_do_not() -> None:
    assert is_blocked(beside("13.5%", "12.00亿元"))
    assert not is_blocked(beside("13.5%", "13.50亿元"))
    assert not is_blocked(beside("12.0%", "12.00亿元"))
    assert not is_blocked(beside("13.5%", "12.00亿元")._replace(weaker_quotient=None))


def test_what_does_not_go_together_is_put_into_words() -> None:
    context = opened()
    assert contradictions_in_words(beside("13.5%", "12.00亿元"), context) == Text(
        "按分项计算未达到目标；分项的数据性质或佐证弱于比重，不据以认定，但比重也不能认定为完成",
        "by its parts it fails; they are less settled or have less behind them than the share, so they do "
        "not decide, but nor is the share taken for a hit",
    )
    assert contradictions_in_words(beside("13.5%", "13.50亿元"), context) == Text("", "")
    figures = observed(STOCK, "9家"), observed(ADDED, "8家")
    assert contradictions_in_words(*found(STOCK, 5, *figures, catalogue=PART_OF_WHOLE)) == Text(
        "stock的名称（9家）大于added的名称（8家）", "name of stock (9家) exceeds name of added (8家)"
    )


def test_a_share_and_its_parts_in_question_disagree() -> None:
    grounds, context = found(SHARE, 13, observed(SHARE, "13.5%"))
    quotient = beside("13.5%", "12.00亿元").weaker_quotient
    assert quotient is not None
    several = grounds._replace(
        quotient=quotient.quotient, in_question=(*grounds.in_question, Interval(Fraction(12), Fraction(12)))
    )
    assert contradictions_in_words(several, context) == Text(
        "share的名称与分项数据不匹配，超出修约误差",
        "name of share disagrees with its parts by more than rounding",
    )
