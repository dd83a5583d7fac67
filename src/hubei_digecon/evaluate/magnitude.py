"""Magnitudes that nobody means: a hundred times what is required, or less than a fiftieth of it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..comparators import Limit
from ..consistency import Quotient, Standing
from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, remark
from ..exact import scaled, shown
from ..model.targets import Target
from ..model.words import Nature
from ..text import Text
from ..units import IndicatorKind
from .basis import Basis, factor_of

FAR = 100
"""From so many times what is required a hit is not believed until somebody verified it."""

NEAR = 50
"""A value of no more than this part of what is required is no likely miss."""

MAGNITUDE = DiagnosticKind(
    "magnitude",
    Severity.ERROR,
    Text("{name}数值量级异常：{how}", "the magnitude of {name} is not credible: {how}"),
    Text("核对数值和计量单位", "compare the value and its unit"),
    example=Example(
        fails="observations: {core_value_added: {value: 3982000亿元, scope: core-2021}}",
        passes="observations: {core_value_added: {value: 3982000万元, scope: core-2021}}",
        given=Text("目标为超过400亿元", "the target is more than 400亿元"),
    ),
)
KINDS = (MAGNITUDE,)

_HUNDREDFOLD = Text("{value}为目标值的100倍以上", "{value} is 100 times what is required or more")
_HUNDREDTH = Text("{value}不超过目标值的1/100", "{value} is no more than 1/100 of what is required")
_FIFTIETH = Text("{value}不超过目标值的1/50", "{value} is no more than 1/50 of what is required")
_FIFTYFOLD = Text("{value}为目标值的50倍以上", "{value} is 50 times what is required or more")
_SLIP = Text("{how}；若实为{meant}，则达到目标", "{how}; if {meant} is what was meant, the target is reached")


class Outlier(NamedTuple):
    """A value in question of a magnitude that nobody means.

    ``far`` is on the side of a hit, else it is a miss; ``meant`` is the number in the target's unit that one
    slip would make of it, where that would reach the target.
    """

    stands: Standing
    far: bool
    how: Text
    meant: Fraction | None = None


def outliers(basis: Basis) -> tuple[Outlier, ...]:
    """Return what is in question and of a magnitude that nobody means; a verified value is only compared."""
    target = basis.target
    limit = target.comparator
    sized = isinstance(limit, Limit) and target.value is not None and target.value.numerator > 0
    if basis.verified or not sized or not target.indicator.kind.slips:
        return ()
    return tuple(_outliers(basis))


def remarks_on(outlying: tuple[Outlier, ...], target: Target) -> tuple[Diagnostic, ...]:
    """Return what there is to say of them to those who reported."""
    at = ("observations", target.indicator.id, "value")
    return tuple(remark(MAGNITUDE, at, name=target.indicator.name, how=one.how) for one in outlying)


def _outliers(basis: Basis) -> Iterator[Outlier]:
    """Go through what is in question; what covers something else tells where its bound settles the target."""
    target = basis.target
    assert target.value is not None
    for stands, proved in zip(basis.standing, basis.in_question, strict=True):
        if stands.value is not None and _is_ordinary(stands.value, target):
            continue
        hit = target.comparator.settles(proved, target.value)
        number = None if hit is None else _number(stands, target, hit)
        if number is None or number.numerator <= 0:
            continue
        over, by = _times(number, target)
        if hit and over >= by * FAR:
            yield _outlier(stands, target, far=True)
        elif not hit and over * NEAR <= by and _tells(basis):
            yield _outlier(stands, target, far=False, meant=_meant(stands, number, target))


def _is_ordinary(number: Fraction, target: Target) -> bool:
    """Whether a number in the unit of the indicator, on whichever side, is of no other magnitude."""
    if target.indicator.unit != target.unit:
        return False
    over, by = _times(number, target)
    return by < over * NEAR and over < by * FAR


def _number(stands: Standing, target: Target, hit: bool) -> Fraction | None:
    """Return the number compared, in the target's unit; of a hedge the bound nearest to the target."""
    number = stands.value
    if number is None:
        number = stands.interval.low if _upward(target) is hit else stands.interval.high
    return scaled(number, factor_of(target))


def _times(number: Fraction, target: Target) -> tuple[int, int]:
    """Return how many times over the target is reached, as what is divided and by what: below 1 it is not."""
    assert target.value is not None
    (over, by), (required, of) = number.as_integer_ratio(), target.value.as_integer_ratio()
    return (over * of, by * required) if _upward(target) else (by * required, over * of)


def _upward(target: Target) -> bool:
    return isinstance(target.comparator, Limit) and target.comparator.better > 0


def _tells(basis: Basis) -> bool:
    """Whether a small number says anything: what sums up over a year begins small."""
    return basis.period.whole or basis.target.indicator.nature is not Nature.FLOW


def _meant(stands: Standing, number: Fraction, target: Target) -> Fraction | None:
    """Return what one slip that has a name would make of a number, where that reaches the target."""
    assert target.value is not None
    for slip in _slips(stands):
        meant = number * slip if _upward(target) else number / slip
        over, by = _times(meant, target)
        if target.comparator.holds(meant, target.value) and over < by * FAR:
            return meant
    return None


def _slips(stands: Standing) -> tuple[int, ...]:
    """Return the slips that are possible: those of its amounts for a quotient, of % for a fraction."""
    if isinstance(stands, Quotient):
        return stands.numerator.indicator.kind.slips
    kind = stands.indicator.kind
    return () if kind is IndicatorKind.SHARE and stands.quantity.unit != "%" else kind.slips


def _outlier(stands: Standing, target: Target, far: bool, meant: Fraction | None = None) -> Outlier:
    upward = _upward(target)
    said = (_HUNDREDFOLD if upward else _HUNDREDTH) if far else (_FIFTIETH if upward else _FIFTYFOLD)
    value = stands.arithmetic() if isinstance(stands, Quotient) else stands.shown()
    how = said.format(value=value)
    if meant is not None:
        how = _SLIP.format(how=how, meant=f"{shown(meant, target.value)}{target.unit}")
    return Outlier(stands, far, how, meant)
