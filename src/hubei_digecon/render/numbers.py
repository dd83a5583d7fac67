"""Numbers as they are shown: exact where they end, rounded on their own side of the target where not."""

from fractions import Fraction

from ..exact import Interval, plain, rounded, shown_end
from ..findings import Finding
from ..units import Bound


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
    """Return what the outcome rests on, exactly; a quotient rounded for print on its side of the target."""
    value = finding.decided_on
    if value is None or not finding.is_quotient:
        return value
    return rounded(value, side_of=finding.target.value)


def gap(finding: Finding) -> Fraction | None:
    """Return decided − required, of the number as it is shown, so that it can be checked by hand."""
    value, required = decided_on(finding), finding.target.value
    return None if value is None or required is None else value - required


def gap_in_short(finding: Finding) -> Fraction | None:
    """Return decided − required as tables print it: of a quotient two decimals, more where those are 0."""
    difference = gap(finding)
    return (round(difference, 2) or difference) if difference and finding.is_quotient else difference


def decided_in_short(finding: Finding) -> Fraction | None:
    """Return what the outcome rests on as tables print it: the target and the gap printed add up to it."""
    difference, required = gap_in_short(finding), finding.target.value
    return decided_on(finding) if difference is None or required is None else required + difference


def attainment_in_short(finding: Finding) -> Fraction | None:
    """Return the attainment of what tables print that the outcome rests on."""
    decided, target = decided_in_short(finding), finding.target
    if decided is None or target.value is None:
        return None
    return target.comparator.attainment(decided, target.value)


def differs(finding: Finding) -> bool:
    """Whether what the outcome rests on is printed as another number than was reported, or none was."""
    decided, quantity = decided_in_short(finding), finding.observation and finding.observation.quantity
    if decided is None or finding.target.unit is None:
        return False
    return not quantity or quantity.number_in(finding.target.unit) != decided


def attainment(finding: Finding) -> Fraction | None:
    """Return the attainment, rounded for print but kept on its side of 1."""
    value = finding.attainment
    return None if value is None else rounded(value, side_of=Fraction(1))


def attainment_bound(finding: Finding) -> Bound | None:
    """Return of what the attainment is a bound: the less is better, the more is attained by what is less."""
    bound, required = finding.decided_bound, finding.target.value
    if bound is None or required is None:
        return None
    is_floor = finding.target.comparator.proved_by_growth is True
    return bound if is_floor else _OTHER_WAY[bound]


_OTHER_WAY = {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST}


def interval_ends(interval: Interval, side_of: Fraction | None) -> list[str | None]:
    """Return both ends, rounded outward where they have no finite decimals."""
    low, high = interval.low, interval.high
    return [
        None if low is None else shown_end(low, -1, side_of),
        None if high is None else shown_end(high, +1, side_of),
    ]


def signed(value: Fraction) -> str:
    """Write a difference with its sign; none is written as 0."""
    return f"+{plain(value)}" if value > 0 else plain(value)


def percent(value: Fraction) -> str:
    """Write a quotient as a percentage with one decimal, never rounded across 100 %."""
    tenths = round(value * 1000)
    if tenths == 1000 and value != 1:
        tenths = 1001 if value > 1 else 999
    return f"{plain(Fraction(tenths, 10))}%"
