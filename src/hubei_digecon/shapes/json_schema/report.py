"""The schema of reports: a key for every indicator of the catalogue, its value in the units of its kind."""

from collections.abc import Sequence

from ...domain.targets import Indicator
from ...quantity.kinds import IndicatorKind
from ...text import Text
from ..base import name_of
from ..diagnostics import NOT_FOR_KIND, VALUE_AND_MISSING
from ..holds import JsonSchema, in_both
from ..report import ObservationShape, ReportShape
from ..text_kinds import REPORT_FORMAT
from ..texts import REPORTED_STATE
from .generator import SchemaGenerator, filled, instead, nothing, of_some, ref
from .named import KnownTargets, called, entity_key, measured_alike, proposing, scope_key
from .quantities import Quantities, no_values

_OF_KIND = Text("填报值（{kind}）", "observation ({kind})")
_NO_INDICATOR = Text("指标目录中没有这一项", "the catalogue has no such indicator")


def report_schema(library: KnownTargets) -> str:
    """Return the schema of reports on the places and indicators of ``library``."""
    shapes = SchemaGenerator()
    root = shapes.root(ReportShape)
    keys = root["properties"]
    keys["entity"] = entity_key(library, keys["entity"])
    common = shapes.defs[name_of(ObservationShape)]["properties"]
    common["scope"] = scope_key(library, common["scope"])
    observations = keys["observations"]
    observations |= {
        "properties": {},
        "additionalProperties": {"not": {}, "errorMessage": in_both(_NO_INDICATOR)},
    }
    for some, indicators in measured_alike(library).items():
        name = of_some(ObservationShape, some)
        shapes.defs[name] = _observation(indicators[0], common)
        observations["properties"] |= {one.id: called(one) | ref(name) for one in indicators}
    order = library.catalogue.indicators
    observations["properties"] = {id: observations["properties"][id] for id in order}
    return shapes.written(REPORT_FORMAT, root)


def _observation(indicator: Indicator, common: JsonSchema) -> JsonSchema:
    """Return an observation of an indicator, plain text or a mapping: what its kind and its units add to
    what stands in any.
    """
    kind = indicator.kind
    never = "value" if kind.takes_state else "state"
    why = NOT_FOR_KIND.message.format(kind=kind.term, key=never)
    own = {never: instead(common[never], nothing(never, because=why)[never])}
    title = {"title": in_both(_OF_KIND.format(kind=kind.term), " / ")}
    if kind.takes_state:
        return title | _milestone(own, kind)
    quantities = Quantities(kind, indicator.units, alike=indicator.units_alike)
    own["previous"] = _previous(quantities)
    return title | _number(own, common, quantities)


def _number(own: JsonSchema, common: JsonSchema, quantities: Quantities) -> JsonSchema:
    """Return an observation with a value and its unit; plain text is both in one."""
    own["value"] = instead(common["value"], quantities.value.schema(empty=True))
    own["unit"] = proposing(filter(None, quantities.units), common["unit"])
    alone = quantities.alone.schema(empty=True)
    short = alone | {"type": ["object", *alone["type"]]}
    earlier: list[JsonSchema] = [
        {"if": filled("unit"), "else": {"properties": {"previous": one}}} for one in quantities.needed()
    ]
    return _with_common(own, short, _or_missing("value", quantities.none), *quantities.rules(), *earlier)


def _previous(quantities: Quantities) -> JsonSchema:
    """Return what an earlier figure adds to what stands in any: it is in the units of the indicator, and
    needs none of its own where the observation has one.
    """
    keys = {"value": quantities.value.schema(), "unit": quantities.unit.schema(empty=True)}
    return {"properties": keys, "allOf": quantities.agreeing()}


def _milestone(own: JsonSchema, kind: IndicatorKind) -> JsonSchema:
    """Return an observation with a state; plain text is the state."""
    words, short = REPORTED_STATE.schema(empty=True)["anyOf"]
    mapping = short | {"type": ["object", *short["type"]]}
    return {"anyOf": [words, mapping | _with_common(own, _or_missing("state", no_values(kind)))]}


def _with_common(own: JsonSchema, *rules: JsonSchema) -> JsonSchema:
    return {"properties": own, "allOf": [ref(name_of(ObservationShape)), *rules]}


def _or_missing(key: str, none: Sequence[str]) -> JsonSchema:
    """Return that what is there, and no word that it is not, cannot be missing as well."""
    return {
        "if": filled(key, none),
        "then": {"properties": nothing("missing", because=VALUE_AND_MISSING.message)},
    }
