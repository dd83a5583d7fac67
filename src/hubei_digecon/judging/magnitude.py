"""Find implausible magnitudes: a hundred times what is required, or less than a fiftieth of it."""

from collections.abc import Iterator
from fractions import Fraction

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, diagnose
from ..domain.targets import Target
from ..quantity.kinds import Nature
from ..quantity.numbers import scaled, shown
from ..records import NamedTuple
from ..text import Text
from .grounds import Grounds, factor_of
from .quotients import FactOrQuotient, Quotient

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
    """A value in question of an implausible magnitude.

    ``far``: it is on the side of a hit, else of a miss. ``meant`` is the number, in the target's unit, that
    one usual slip would turn it into, if that reaches the target.
    """

    stands: FactOrQuotient
    far: bool
    how: Text
    meant: Fraction | None = None


def outliers(grounds: Grounds) -> tuple[Outlier, ...]:
    """Return the values in question of an implausible magnitude; a verified value is only compared."""
    target = grounds.target
    sized = target.comparator.better and target.value is not None and target.value.numerator > 0
    if grounds.verified or not sized or not target.indicator.kind.slips:
        return ()
    return tuple(_outliers(grounds))


def diagnostics_on(outlying: tuple[Outlier, ...], target: Target) -> tuple[Diagnostic, ...]:
    """Return the diagnostics on outliers, for the submitter."""
    at = ("observations", target.indicator.id, "value")
    return tuple(diagnose(MAGNITUDE, at, name=target.indicator.name, how=one.how) for one in outlying)


def _outliers(grounds: Grounds) -> Iterator[Outlier]:
    """Find the outliers among the values in question; if a value is only a bound, the bound must settle the
    target.
    """
    target = grounds.target
    assert target.value is not None
    for stands, proved in zip(grounds.standing, grounds.in_question, strict=True):
        if stands.value is not None and _is_ordinary(stands.value, target):
            continue
        hit = target.comparator.settles(proved, target.value)
        number = None if hit is None else _number(stands, target, hit)
        if number is None or number.numerator <= 0:
            continue
        over, by = _times(number, target)
        if hit and over >= by * FAR:
            yield _outlier(stands, target, far=True)
        elif not hit and over * NEAR <= by and _tells(grounds):
            yield _outlier(stands, target, far=False, meant=_meant(stands, number, target))


def _is_ordinary(number: Fraction, target: Target) -> bool:
    """Whether a number in the indicator's unit is of a plausible magnitude."""
    if target.indicator.unit != target.unit:
        return False
    over, by = _times(number, target)
    return by < over * NEAR and over < by * FAR


def _number(stands: FactOrQuotient, target: Target, hit: bool) -> Fraction | None:
    """Return the number compared, in the target's unit; of a hedge the bound nearest to the target."""
    number = stands.value
    if number is None:
        number = stands.interval.low if _upward(target) is hit else stands.interval.high
    return scaled(number, factor_of(target))


def _times(number: Fraction, target: Target) -> tuple[int, int]:
    """Return how many times the target is reached, as numerator and denominator; below 1 it is not."""
    assert target.value is not None
    (over, by), (required, of) = number.as_integer_ratio(), target.value.as_integer_ratio()
    return (over * of, by * required) if _upward(target) else (by * required, over * of)


def _upward(target: Target) -> bool:
    return target.comparator.better > 0


def _tells(grounds: Grounds) -> bool:
    """Whether a small number is suspicious; what sums up over a year begins small."""
    return grounds.period.whole or grounds.target.indicator.nature is not Nature.FLOW


def _meant(stands: FactOrQuotient, number: Fraction, target: Target) -> Fraction | None:
    """Return what one usual slip would turn a number into, if that reaches the target."""
    assert target.value is not None
    for slip in _slips(stands):
        meant = number * slip if _upward(target) else number / slip
        over, by = _times(meant, target)
        if target.comparator.holds(meant, target.value) and over < by * FAR:
            return meant
    return None


def _slips(stands: FactOrQuotient) -> tuple[int, ...]:
    """Return the possible slips of a value; a quotient has those of its numerator."""
    if isinstance(stands, Quotient):
        return stands.numerator.indicator.kind.slips
    return stands.indicator.kind.slips_of(stands.quantity.unit)


def _outlier(stands: FactOrQuotient, target: Target, far: bool, meant: Fraction | None = None) -> Outlier:
    upward = _upward(target)
    said = (_HUNDREDFOLD if upward else _HUNDREDTH) if far else (_FIFTIETH if upward else _FIFTYFOLD)
    value = stands.arithmetic() if isinstance(stands, Quotient) else stands.shown()
    how = said.format(value=value)
    if meant is not None:
        how = _SLIP.format(how=how, meant=f"{shown(meant, target.value)}{target.unit}")
    return Outlier(stands, far, how, meant)
