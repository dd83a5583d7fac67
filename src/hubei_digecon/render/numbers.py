"""Numbers as they are shown: exact where they end, rounded on their own side of the target where not."""

from fractions import Fraction

from ..exact import Interval, outward, plain, rounded
from ..findings import Finding


def observed(finding: Finding) -> str | None:
    """Return what was reported, in the target's unit: the number as exact as written, or the state."""
    observation = finding.observation
    if observation is None:
        return None
    if observation.state is not None:
        return observation.state.id
    if observation.quantity is None or finding.target.unit is None:
        return None
    return observation.quantity.written_in(finding.target.unit)


def decided_on(finding: Finding) -> Fraction | None:
    """Return what the outcome rests on, rounded for print where it has no finite decimals."""
    value = finding.decided_on
    if value is None:
        return None
    return value if is_finite(value) else rounded(value, side_of=finding.target.value)


def gap(finding: Finding) -> Fraction | None:
    """Return decided − required, of the number as it is shown, so that it can be checked by hand."""
    value, required = decided_on(finding), finding.target.value
    return None if value is None or required is None else value - required


def attainment(finding: Finding) -> Fraction | None:
    """Return decided ÷ required, rounded for print but kept on its side of 1."""
    value = finding.attainment
    return None if value is None else rounded(value, side_of=Fraction(1))


def interval_ends(interval: Interval) -> list[str | None]:
    """Return both ends, rounded outward where they have no finite decimals."""
    low, high = interval.low, interval.high
    return [
        None if low is None else plain(low if is_finite(low) else outward(low, -1)),
        None if high is None else plain(high if is_finite(high) else outward(high, +1)),
    ]


def is_finite(value: Fraction) -> bool:
    """Whether a number has finitely many decimals."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def signed(value: Fraction) -> str:
    """Write a difference with its sign; none is written as 0."""
    return f"+{plain(value)}" if value > 0 else plain(value)


def percent(value: Fraction) -> str:
    """Write a quotient as a percentage with one decimal, never rounded across 100 %."""
    tenths = round(value * 1000)
    if tenths == 1000 and value != 1:
        tenths = 1001 if value > 1 else 999
    return f"{plain(Fraction(tenths, 10))}%"
