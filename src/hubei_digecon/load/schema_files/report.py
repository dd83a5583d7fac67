"""The schema of reports: a key for every indicator of the catalogue, its value in the units of its kind."""

from collections.abc import Sequence

from ...text import Text
from ...units import IndicatorKind
from ..observations import NOT_FOR_KIND, VALUE_AND_MISSING
from ..reports import FORMAT
from ..schemas.holds import JsonSchema, in_both
from ..schemas.report import Observation, Report
from ..schemas.texts import REPORTED_STATE
from ..targets import TargetLibrary
from .named import called, entity_key, proposing, scope_key, units_alike
from .quantities import Quantities, no_values
from .shapes import Shapes, filled, instead, nothing, of_kind, ref

_OF_KIND = Text("填报值（{kind}）", "observation ({kind})")
_NO_INDICATOR = Text("指标目录中没有这一项", "the catalogue has no such indicator")


def report_schema(library: TargetLibrary) -> str:
    """Return the schema of reports on the places and indicators of ``library``."""
    shapes = Shapes()
    root = shapes.root(Report)
    keys = root["properties"]
    keys["entity"] = entity_key(library, keys["entity"])
    for kind in IndicatorKind:
        shapes.defs[of_kind(Observation, kind)] = _observation(kind, library, shapes)
    indicators = library.catalogue.indicators.values()
    keys["observations"] |= {
        "properties": {one.id: called(one) | ref(of_kind(Observation, one.kind)) for one in indicators},
        "additionalProperties": {"not": {}, "errorMessage": in_both(_NO_INDICATOR)},
    }
    del shapes.defs[Observation.__name__]
    return shapes.written(FORMAT, root)


def _observation(kind: IndicatorKind, library: TargetLibrary, shapes: Shapes) -> JsonSchema:
    """Return an observation of an indicator of one kind: plain text, or a mapping."""
    made = shapes.shape(Observation) | {"title": in_both(_OF_KIND.format(kind=kind.term), " / ")}
    keys = made["properties"]
    keys["scope"] = scope_key(library, keys["scope"])
    never = "value" if kind is IndicatorKind.MILESTONE else "state"
    why = NOT_FOR_KIND.message.format(kind=kind.term, key=never)
    keys[never] = instead(keys[never], nothing(never, because=why)[never])
    if kind is IndicatorKind.MILESTONE:
        return _milestone(made)
    return _number(made, Quantities(kind, alike=units_alike(kind, library)))


def _number(made: JsonSchema, quantities: Quantities) -> JsonSchema:
    """Return an observation with a value and its unit; plain text is both in one."""
    keys = made["properties"]
    keys["value"] = instead(keys["value"], quantities.value.schema(empty=True))
    keys["unit"] = proposing(quantities.units, keys["unit"])
    alone = quantities.alone.schema(empty=True)
    short = alone | {"type": ["object", *alone["type"]]}
    return made | {"allOf": [short, _or_missing("value", quantities.none), *quantities.rules()]}


def _milestone(made: JsonSchema) -> JsonSchema:
    """Return an observation with a state; plain text is the state."""
    words, short = REPORTED_STATE.schema(empty=True)["anyOf"]
    title = {"title": made.pop("title")}
    mapping = (
        short
        | {"type": ["object", *short["type"]]}
        | made
        | {"allOf": [_or_missing("state", no_values(IndicatorKind.MILESTONE))]}
    )
    return title | {"anyOf": [words, mapping]}


def _or_missing(key: str, none: Sequence[str]) -> JsonSchema:
    """Return that what is there, and no word that it is not, cannot be missing as well."""
    return {
        "if": filled(key, none),
        "then": {"properties": nothing("missing", because=VALUE_AND_MISSING.message)},
    }
