"""The schemas of what others than the submitter write of places: reviews, and weights files.

In a review verified values stand by indicator, attestations and waivers by the targets of a place. A weights
file has a number for every indicator that is scored.
"""

from collections.abc import Mapping

from ...domain.targets import Entity, Indicator, Target, scored_indicators
from ..base import name_of
from ..diagnostics import PARTS_OF_MILESTONE
from ..holds import JsonSchema, in_both, one_of
from ..office_words import ATTESTED
from ..review import (
    AdjustedTargetShape,
    AttestationShape,
    RegisterWordShape,
    ReviewShape,
    VerifiedShape,
    WaiverShape,
)
from ..text_kinds import REVIEW_FORMAT, WEIGHTS_FORMAT
from ..weights import WeightsShape
from .generator import SchemaGenerator, instead, nothing, of_some, ref
from .named import KnownTargets, called, entity_key, measured_alike, names_of_place, names_of_targets, of_unit
from .quantities import Quantities


def review_schema(library: KnownTargets) -> str:
    """Return the schema of reviews of reports on the places and indicators of ``library``."""
    shapes = SchemaGenerator()
    root = shapes.root(ReviewShape)
    keys = root["properties"]
    keys["entity"] = entity_key(library, keys["entity"])
    indicators = library.catalogue.indicators.values()
    rejected = keys["rejected_items"]["additionalProperties"]
    keys["rejected_items"] |= _only({one.id: called(one) | rejected for one in indicators})
    verified = _define_verified(shapes, library)
    keys["verified"] |= _only(
        {one.id: called(one) | _mapping(verified[one.id]) for one in indicators if one.id in verified}
    )
    categories = shapes.defs[name_of(RegisterWordShape)]["properties"]["categories"]
    categories["items"] = one_of({one.id: one.id for one in indicators}).schema()
    root["allOf"] = [_of_entity(entity) for entity in library.entities()]
    return shapes.written(REVIEW_FORMAT, root)


def weights_schema(library: KnownTargets) -> str:
    """Return the schema of weights for the indicators and targets of ``library``."""
    shapes = SchemaGenerator()
    root = shapes.root(WeightsShape)
    weights = root["properties"]["weights"]
    number: JsonSchema = weights["additionalProperties"]
    indicators = library.catalogue.indicators.values()
    weights |= {
        "properties": {
            one.id: {"title": in_both(one.name, " / ")} | number
            for one in indicators
            if not one.kind.takes_state
        },
        "required": list(scored_indicators(library.entities(), library.catalogue, library.judged_documents)),
        "additionalProperties": False,
    }
    return shapes.written(WEIGHTS_FORMAT, root)


def _only(properties: JsonSchema) -> JsonSchema:
    return {"properties": properties, "additionalProperties": False}


def _mapping(shape: str) -> JsonSchema:
    return {"type": "object"} | ref(shape)


def _define_verified(shapes: SchemaGenerator, library: KnownTargets) -> Mapping[str, str]:
    """Define the verified values of indicators, and return under which name that of each is; a milestone has
    no value.
    """
    common = shapes.defs[name_of(VerifiedShape)]["properties"]
    names: dict[str, str] = {}
    for some, (first, *others) in measured_alike(library).items():
        if not first.kind.takes_state:
            name = of_some(VerifiedShape, some)
            shapes.defs[name] = _verified(first, common)
            names |= {one.id: name for one in (first, *others)}
    return names


def _verified(indicator: Indicator, common: JsonSchema) -> JsonSchema:
    """Return what the kind and the units of an indicator add to any verified value."""
    quantities = Quantities(indicator.kind, indicator.units, hedged=False, alike=indicator.units_alike)
    own = {
        "value": instead(common["value"], quantities.value.schema()),
        "unit": instead(common["unit"], quantities.unit.schema(empty=True)),
    }
    return {"properties": own, "allOf": [ref(name_of(VerifiedShape)), *quantities.rules()]}


def _of_entity(entity: Entity) -> JsonSchema:
    """Return what a review of one place can name: its targets, and attest: those without a number."""
    targets = names_of_targets(entity)
    attested = {
        name: _target(target) | {"allOf": [_mapping(name_of(AttestationShape)), _attested(target)]}
        for name, target in targets.items()
        if target.comparator.is_attested
    }
    adjusted = {
        name: _target(target) | {"allOf": [_mapping(name_of(AdjustedTargetShape)), of_unit(target.indicator)]}
        for name, target in targets.items()
        if not target.comparator.is_attested
    }
    waived = {name: _target(target) | _mapping(name_of(WaiverShape)) for name, target in targets.items()}
    named = {"properties": {"entity": one_of(names_of_place(entity)).schema()}, "required": ["entity"]}
    return {
        "if": named,
        "then": {
            "properties": {
                "attestations": _only(attested),
                "adjusted_targets": _only(adjusted),
                "waivers": _only(waived),
            }
        },
    }


def _target(target: Target) -> JsonSchema:
    """Return title and description of what is said of a target: its indicator, and the words it cites."""
    return {"title": in_both(target.indicator.name, " / "), "description": target.source.wording}


def _attested(target: Target) -> JsonSchema:
    """Return that an attestation gives one state, or one for each part of the target."""
    state = one_of(ATTESTED).schema()
    if not target.parts:
        return {
            "required": ["state"],
            "properties": {"state": state, **nothing("parts", because=PARTS_OF_MILESTONE.fix)},
        }
    parts = {key: {"description": in_both(name)} | state for key, name in target.parts.items()}
    each = {"type": "object", "required": list(parts)} | _only(parts)
    return {
        "required": ["parts"],
        "properties": {"parts": each, **nothing("state", because=PARTS_OF_MILESTONE.fix)},
    }
