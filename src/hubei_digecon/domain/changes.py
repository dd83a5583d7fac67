"""What changed between two reports of one place: figures of the same indicator a year apart."""

import enum
from fractions import Fraction

from ..brief import shown_briefly
from ..quantity.kinds import IndicatorKind
from ..quantity.parsing import Quantity
from ..records import NamedTuple
from ..text import Text
from .reports import Period
from .targets import Indicator


@shown_briefly
class FigureChange(NamedTuple):
    """The change from an earlier figure to a later one, both in ``unit``.

    ``absolute`` is later − earlier. ``relative`` is ``absolute`` ÷ the earlier figure; ``None`` for a kind
    without growth, such as a share, and where the earlier figure is not above 0.
    """

    kind: IndicatorKind
    unit: str
    absolute: Fraction
    relative: Fraction | None

    @property
    def difference(self) -> Fraction:
        """The absolute change in the unit that is used for differences: percentage points for shares."""
        return self.kind.difference(self.absolute, self.unit)

    @property
    def difference_suffix(self) -> Text:
        """That unit, as it follows a number."""
        return self.kind.difference_suffix(self.unit)


@shown_briefly
class WhyNoChange(enum.Enum):
    """Why no change is told of an indicator with a figure in both reports."""

    SCOPE = "scope", Text("两次的统计口径不同，不作比较", "the two are of different scopes")
    COUNTING = "counting", Text("两次的统计方式不同，不作比较", "the two are counted differently")
    HEDGED = "hedged", Text("概数不作比较", "a hedged figure is not compared")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class IndicatorChange(NamedTuple):
    """One indicator now and a year before: reported figures, or verified ones in their place.

    ``change`` is in the unit of the indicator; ``None`` for the reason ``why_not``. ``path`` is the file of
    the earlier figure; ``is_illustrative``: its values are not published.
    """

    indicator: Indicator
    period: Period
    now: Quantity
    earlier_period: Period
    earlier: Quantity
    path: str
    change: FigureChange | None = None
    why_not: WhyNoChange | None = None
    is_illustrative: bool = False

    @property
    def unit(self) -> str:
        """The unit of the indicator."""
        return self.indicator.unit or ""
