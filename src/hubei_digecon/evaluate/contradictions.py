"""What speaks against the figures that an outcome rests on: their parts, their wholes, what is plausible."""

from collections.abc import Iterator

from ..consistency import Exceeding, Implausible, Quotient, Standing
from ..findings import Reason
from ..text import Text
from .basis import Basis
from .case import Case

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


def exceedings(basis: Basis, case: Case) -> tuple[Exceeding, ...]:
    """Return where a part is larger than its whole and one of them is what the outcome rests on.

    A verified value of the indicator itself is only compared: only another verified one speaks against it.
    """
    compared = basis.verified and basis.quotient is None
    return tuple(
        one
        for one in case.consistency.exceeding
        if any(map(one.touches, basis.figures)) and (one.verified or not compared)
    )


def implausible(basis: Basis, case: Case) -> Implausible | None:
    """Return what is in question, above what is plausible, and of no stated scope."""
    return next(
        (
            one
            for one in case.consistency.implausible
            if any(one.stands is stands for stands in basis.standing) and _scope_unstated(one.stands)
        ),
        None,
    )


def above_whole(basis: Basis, case: Case) -> Standing | None:
    """Return a share in question that is more than the whole."""
    above = case.consistency.above_whole
    return next((one for one in above if any(one is stands for stands in basis.standing)), None)


def is_blocked(basis: Basis) -> bool:
    """Whether a share satisfies the target that the quotient of its weaker parts fails."""
    target, beside = basis.target, basis.beside
    if beside is None or target.value is None:
        return False
    share, parts = (
        target.comparator.settles(one, target.value) for one in (basis.in_question[0], beside.proved)
    )
    return share is True and parts is False


def told(basis: Basis, case: Case) -> Text:
    """Return which figures do not go together, each with its number."""
    return Text.joined(tuple(_told(basis, case)), "；", "; ")


def _told(basis: Basis, case: Case) -> Iterator[Text]:
    if is_blocked(basis) or (basis.beside and Reason.INCONSISTENT in basis.reasons):
        yield _FAILS if is_blocked(basis) else _BESIDE
    elif basis.is_several and basis.quotient:
        yield _PARTS.format(share=basis.target.indicator.short)
    yield from (one.remark.message for one in exceedings(basis, case))


def _scope_unstated(stands: Standing) -> bool:
    if isinstance(stands, Quotient):
        return any(map(_scope_unstated, stands.parts))
    if stands.verified or not stands.indicator.scopes:
        return False
    return stands.observation is None or stands.observation.scope is None
