"""How what a figure covers stands to what its indicator asks for, and what the figure then proves."""

from .exact import Interval
from .model.reports import Observation
from .model.targets import Catalogue, Indicator
from .text import Closed, Text


class Coverage(Closed):
    """A figure that covers more bounds the one asked for from above, one that covers less from below."""

    SAME = "same", Text("范围相同", "it covers the same")
    WIDER = (
        "wider",
        Text(
            "范围更宽，只能说明所要求的数值不高于此数",
            "it covers more, so the figure asked for is no higher",
        ),
    )
    NARROWER = (
        "narrower",
        Text(
            "范围更窄，只能说明所要求的数值不低于此数",
            "it covers less, so the figure asked for is no lower",
        ),
    )
    UNRELATED = (
        "unrelated",
        Text("两者的范围互不包含，不作认定依据", "neither takes in the other, so it proves nothing"),
    )

    def __init__(self, id: str, sentence: Text) -> None:
        self.id, self.sentence = id, sentence

    @property
    def inverse(self) -> "Coverage":
        """What a quotient covers by its divisor: the wider the divisor, the lower the quotient."""
        return _INVERSE.get(self, self)

    def beside(self, other: "Coverage") -> "Coverage":
        """What both come to together; where they pull apart nothing is proved."""
        if self is other or other is Coverage.SAME:
            return self
        return other if self is Coverage.SAME else Coverage.UNRELATED

    def proves(self, interval: Interval) -> Interval:
        """Return where the figure asked for lies, by what a figure of this coverage asserts."""
        match self:
            case Coverage.SAME:
                return interval
            case Coverage.WIDER:
                return Interval(None, interval.high, high_open=interval.high_open)
            case Coverage.NARROWER:
                return Interval(interval.low, None, interval.low_open)
        return Interval(None, None)


_INVERSE = {Coverage.WIDER: Coverage.NARROWER, Coverage.NARROWER: Coverage.WIDER}


def coverage_of(observation: Observation, indicator: Indicator, catalogue: Catalogue) -> Coverage:
    """Return what an observation covers of what its indicator asks for, by its scope and its counting."""
    if observation.counting is None:
        return _of_scope(observation, indicator, catalogue)
    return _of_scope(observation, indicator, catalogue).beside(_of_counting(observation, indicator))


def other_counting(observation: Observation, indicator: Indicator) -> bool:
    """Whether a count takes in something else than its indicator wants."""
    return _of_counting(observation, indicator) is not Coverage.SAME


def _of_scope(observation: Observation, indicator: Indicator, catalogue: Catalogue) -> Coverage:
    """A scope where the indicator has none says nothing, nor does one left out."""
    scope, wanted = observation.scope, indicator.scopes
    if scope is None or not wanted or scope in wanted:
        return Coverage.SAME
    wider = any(catalogue.takes_in(scope, own) for own in wanted)
    narrower = any(catalogue.takes_in(own, scope) for own in wanted)
    return _related(wider, narrower)


def _of_counting(observation: Observation, indicator: Indicator) -> Coverage:
    stated, wanted = observation.counting, indicator.counting
    if stated is None or wanted is None or stated is wanted:
        return Coverage.SAME
    return _related(stated.takes_in(wanted), wanted.takes_in(stated))


def _related(wider: bool, narrower: bool) -> Coverage:
    if wider is narrower:
        return Coverage.UNRELATED
    return Coverage.WIDER if wider else Coverage.NARROWER
