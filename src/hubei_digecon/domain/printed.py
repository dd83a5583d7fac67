"""Numbers as they are shown: exact where their decimals end, else rounded on their side of the target."""

from fractions import Fraction

from ..quantity.hedges import Bound
from ..quantity.numbers import Interval, plain, rounded, shown_end
from .findings import Finding


def observed(finding: Finding) -> str | None:
    """Return what was reported: the number in the target's unit with the decimals written, or the state."""
    observation = finding.observation
    if observation is None:
        return None
    if observation.state is not None:
        return observation.state.id
    if observation.quantity is None or finding.target.unit is None:
        return None
    return observation.quantity.written_in(finding.target.unit)


def decided_on(finding: Finding) -> Fraction | None:
    """Return the number that the outcome rests on; a quotient is rounded on its side of the target."""
    value = finding.decided_on
    if value is None or not finding.is_quotient:
        return value
    return rounded(value, side_of=finding.target.value)


def gap(finding: Finding) -> Fraction | None:
    """Return decided − required, from the number as it is shown, so that readers can check it."""
    value, required = decided_on(finding), finding.target.value
    return None if value is None or required is None else value - required


def gap_in_short(finding: Finding) -> Fraction | None:
    """Return decided − required as tables print it: of a quotient two decimals, more if they are 0."""
    difference = gap(finding)
    return (round(difference, 2) or difference) if difference and finding.is_quotient else difference


def decided_in_short(finding: Finding) -> Fraction | None:
    """Return the number decided on as tables print it: the sum of the target and the gap that are printed."""
    difference, required = gap_in_short(finding), finding.target.value
    return decided_on(finding) if difference is None or required is None else required + difference


def attainment_in_short(finding: Finding) -> Fraction | None:
    """Return the attainment of the number decided on as tables print it."""
    decided = decided_in_short(finding)
    return None if decided is None else finding.target.attainment(decided)


def differs(finding: Finding) -> bool:
    """Whether the number decided on is printed and is not the number reported."""
    decided, quantity = decided_in_short(finding), finding.observation and finding.observation.quantity
    if decided is None or finding.target.unit is None:
        return False
    return not quantity or quantity.number_in(finding.target.unit) != decided


def attainment(finding: Finding) -> Fraction | None:
    """Return the attainment, rounded on its side of 1."""
    value = finding.attainment
    return None if value is None else rounded(value, side_of=Fraction(1))


def attainment_bound(finding: Finding) -> Bound | None:
    """Return which bound the attainment is: where less is better, the other one than the value is."""
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
    """Return a difference with its sign, and 0 without one."""
    return f"+{plain(value)}" if value > 0 else plain(value)


def growth(value: Fraction) -> str:
    """Return a relative change as a percentage with its sign and one decimal, more if that is 0."""
    hundredfold = value * 100
    return f"{signed(round(hundredfold, 1) or rounded(hundredfold))}%"


def percent(value: Fraction) -> str:
    """Return a quotient as a percentage with one decimal, never rounded across 100 %."""
    tenths = round(value * 1000)
    if tenths == 1000 and value != 1:
        tenths = 1001 if value > 1 else 999
    return f"{plain(Fraction(tenths, 10))}%"
