"""Compare what a figure covers with what its indicator asks for, and derive what the figure proves."""

from ..domain.reports import Observation
from ..domain.targets import Catalogue, Indicator
from ..domain.words import Counting
from ..quantity.numbers import Interval
from ..text import Closed, Text


class Coverage(Closed):
    """How much a figure covers: a wider one bounds the figure asked for from above, a narrower one from
    below.
    """

    SAME = "same", Text("范围相同", "it covers the same")
    WIDER = (
        "wider",
        Text(
            "范围更宽，只能说明所要求的数值不超过此数",
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
        """The coverage of a quotient by its divisor: the wider the divisor, the lower the quotient."""
        return _INVERSE.get(self, self)

    def beside(self, other: "Coverage") -> "Coverage":
        """Return the coverage of two together; if they point in different directions, nothing is proved."""
        if self is other or other is Coverage.SAME:
            return self
        return other if self is Coverage.SAME else Coverage.UNRELATED

    def proves(self, interval: Interval) -> Interval:
        """Return where the figure asked for lies, given what a figure of this coverage asserts."""
        match self:
            case Coverage.SAME:
                return interval
            case Coverage.WIDER:
                return Interval(None, interval.high, high_open=interval.high_open)
            case Coverage.NARROWER:
                return Interval(interval.low, None, interval.low_open)
        return Interval(None, None)


_INVERSE = {Coverage.WIDER: Coverage.NARROWER, Coverage.NARROWER: Coverage.WIDER}


def coverage_of(
    observation: Observation, indicator: Indicator, catalogue: Catalogue, counting: Counting | None = None
) -> Coverage:
    """Return how an observation covers what its indicator asks for, by its scope and its counting; another
    ``counting`` may be wanted than the indicator's.
    """
    if observation.counting is None:
        return _of_scope(observation, indicator, catalogue)
    counted = _of_counting(observation, counting or indicator.counting)
    return _of_scope(observation, indicator, catalogue).beside(counted)


def other_counting(observation: Observation, counting: Counting | None) -> bool:
    """Whether a count is counted otherwise than is asked for."""
    return _of_counting(observation, counting) is not Coverage.SAME


def _of_scope(observation: Observation, indicator: Indicator, catalogue: Catalogue) -> Coverage:
    """Return the coverage by scope. A scope left out, or one where the indicator has none, says nothing."""
    scope, wanted = observation.scope, indicator.scopes
    if scope is None or not wanted or scope in wanted:
        return Coverage.SAME
    wider = any(catalogue.takes_in(scope, own) for own in wanted)
    narrower = any(catalogue.takes_in(own, scope) for own in wanted)
    return _related(wider, narrower)


def _of_counting(observation: Observation, wanted: Counting | None) -> Coverage:
    stated = observation.counting
    if stated is None or wanted is None or stated is wanted:
        return Coverage.SAME
    return _related(stated.takes_in(wanted), wanted.takes_in(stated))


def _related(wider: bool, narrower: bool) -> Coverage:
    if wider is narrower:
        return Coverage.UNRELATED
    return Coverage.WIDER if wider else Coverage.NARROWER
