"""The schema of weights files: a number for every indicator that is scored."""

from ...units import IndicatorKind
from ..schemas.holds import JsonSchema, in_both
from ..schemas.weights import Weights
from ..targets import TargetLibrary
from ..weights import FORMAT, scored_indicators
from .shapes import Shapes


def weights_schema(library: TargetLibrary) -> str:
    """Return the schema of weights for the indicators and targets of ``library``."""
    shapes = Shapes()
    root = shapes.root(Weights)
    weights = root["properties"]["weights"]
    number: JsonSchema = weights["additionalProperties"]
    indicators = library.catalogue.indicators.values()
    weights |= {
        "properties": {
            one.id: {"title": in_both(one.name, " / ")} | number
            for one in indicators
            if one.kind is not IndicatorKind.MILESTONE
        },
        "required": list(scored_indicators(library)),
        "additionalProperties": False,
    }
    return shapes.written(FORMAT, root)
