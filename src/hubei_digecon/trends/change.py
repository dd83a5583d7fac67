"""The change between two figures of one indicator: absolute in its unit, relative where its kind has growth.

Check, score and trend all take their changes here. Nothing is inferred: without either figure there is no
change, and a figure that a hedge leaves without a number has none.
"""

from fractions import Fraction

from ..domain.changes import FigureChange as FigureChange
from ..domain.changes import WhyNoChange
from ..domain.words import Counting
from ..judging.facts import Fact
from ..quantity.kinds import IndicatorKind
from ..text import Text


def change_of(
    later: Fraction | None, earlier: Fraction | None, kind: IndicatorKind, unit: str
) -> FigureChange | None:
    """Return the change between two figures of an indicator of ``kind``, both in ``unit``.

    Return ``None`` if either is missing.
    """
    if later is None or earlier is None:
        return None
    absolute = later - earlier
    by_points = kind.difference_suffix(unit) != Text.same(
        unit
    )  # what is told in percentage points never grows
    has_growth = kind.growth_term is not None and not by_points and earlier > 0
    return FigureChange(kind, unit, absolute, absolute / earlier if has_growth else None)


def why_not(now: Fact, before: Fact) -> WhyNoChange | None:
    """Return why no change can be taken between two facts of one indicator; ``None`` where it can.

    What is not stated is not known to differ.
    """
    if _differ(_scope(now), _scope(before)):
        return WhyNoChange.SCOPE
    if _counting(now) != _counting(before):
        return WhyNoChange.COUNTING
    return WhyNoChange.HEDGED if now.value is None or before.value is None else None


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _scope(fact: Fact) -> str | None:
    """Return the scope stated; a verified value is of that which is asked for, like one that states none."""
    return None if fact.verified or fact.observation is None else fact.observation.scope


def _counting(fact: Fact) -> Counting | None:
    stated = None if fact.verified or fact.observation is None else fact.observation.counting
    return stated or fact.indicator.counting
