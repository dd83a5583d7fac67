"""Find what contradicts the figures that an outcome rests on: parts, wholes, plausible bounds."""

from collections.abc import Iterator

from ..domain.outcomes import Reason
from ..text import Text
from .context import JudgingContext
from .grounds import Grounds
from .quotients import FactOrQuotient, Quotient
from .relations import Exceeding, Implausible

_PARTS = Text(
    "{share}与分项数据不匹配，超出修约误差", "{share} disagrees with its parts by more than rounding"
)
_FAILS = Text(
    "按分项计算未达到目标；分项的数据性质或佐证弱于比重，不据以认定，但比重也不能认定为完成",
    "by its parts it fails; they are less settled or have less behind them than the share, so they do not "
    "decide, but nor is the share taken for a hit",
)
_BESIDE = Text(
    "比重与按分项计算的结果不符，超出修约误差；分项的数据性质或佐证弱于比重，按比重认定",
    "the share differs from what its parts come to by more than rounding; they are less settled or have "
    "less behind them, so the share decides",
)


def exceedings(grounds: Grounds, context: JudgingContext) -> tuple[Exceeding, ...]:
    """Return the broken part-of-whole relations that involve a figure the outcome rests on.

    A verified value of the indicator itself is contradicted only by another verified value.
    """
    compared = grounds.verified and grounds.quotient is None
    return tuple(
        one
        for one in context.consistency.exceeding
        if any(map(one.touches, grounds.facts)) and (one.verified or not compared)
    )


def implausible(grounds: Grounds, context: JudgingContext) -> Implausible | None:
    """Return a value in question that is above its plausible bound and states no scope."""
    return next(
        (
            one
            for one in context.consistency.implausible
            if any(one.stands is stands for stands in grounds.standing) and _scope_unstated(one.stands)
        ),
        None,
    )


def above_whole(grounds: Grounds, context: JudgingContext) -> FactOrQuotient | None:
    """Return a share in question that is larger than the whole."""
    above = context.consistency.above_whole
    return next((one for one in above if any(one is stands for stands in grounds.standing)), None)


def is_blocked(grounds: Grounds) -> bool:
    """Whether a share satisfies the target but the quotient of its weaker parts does not."""
    target, weaker_quotient = grounds.target, grounds.weaker_quotient
    if weaker_quotient is None or target.value is None:
        return False
    share, parts = (
        target.comparator.settles(one, target.value)
        for one in (grounds.in_question[0], weaker_quotient.proved)
    )
    return share is True and parts is False


def contradictions_in_words(grounds: Grounds, context: JudgingContext) -> Text:
    """Return which figures do not go together, each with its number."""
    return Text.joined(tuple(_told(grounds, context)), "；", "; ")


def _told(grounds: Grounds, context: JudgingContext) -> Iterator[Text]:
    if is_blocked(grounds) or (grounds.weaker_quotient and Reason.INCONSISTENT in grounds.reasons):
        yield _FAILS if is_blocked(grounds) else _BESIDE
    elif grounds.is_several and grounds.quotient:
        yield _PARTS.format(share=grounds.target.indicator.short)
    yield from (one.diagnostic.message for one in exceedings(grounds, context))


def _scope_unstated(stands: FactOrQuotient) -> bool:
    if isinstance(stands, Quotient):
        return any(map(_scope_unstated, stands.parts))
    if stands.verified or not stands.indicator.scopes:
        return False
    return stands.observation is None or stands.observation.scope is None
