"""The schema of reviews: verified values by indicator; attestations and waivers by the targets of a place."""

from collections.abc import Mapping

from ...comparators import MILESTONE
from ...model.targets import Entity, Target
from ...units import IndicatorKind
from ..office_words import ATTESTED
from ..reviews import FORMAT, PARTS_OF_MILESTONE
from ..schemas.holds import JsonSchema, in_both, one_of
from ..schemas.review import Attestation, Review, Verified, Waiver
from ..targets import TargetLibrary
from .named import called, entity_key, names_of_place, names_of_targets, units_alike
from .quantities import Quantities
from .shapes import Shapes, instead, nothing, of_kind, ref


def review_schema(library: TargetLibrary) -> str:
    """Return the schema of reviews of reports on the places and indicators of ``library``."""
    shapes = Shapes()
    root = shapes.root(Review)
    keys = root["properties"]
    keys["entity"] = entity_key(library, keys["entity"])
    indicators = library.catalogue.indicators.values()
    rejected = keys["rejected_items"]["additionalProperties"]
    keys["rejected_items"] |= _only({one.id: called(one) | rejected for one in indicators})
    verified = _define_verified(shapes, library)
    keys["verified"] |= _only(
        {one.id: called(one) | _mapping(verified[one.kind]) for one in indicators if one.kind in verified}
    )
    root["allOf"] = [_of_entity(entity) for entity in library.entities()]
    return shapes.written(FORMAT, root)


def _only(properties: JsonSchema) -> JsonSchema:
    return {"properties": properties, "additionalProperties": False}


def _mapping(shape: str) -> JsonSchema:
    return {"type": "object"} | ref(shape)


def _define_verified(shapes: Shapes, library: TargetLibrary) -> Mapping[IndicatorKind, str]:
    """Define a verified value of each kind, and return under which names; a milestone has no value."""
    del shapes.defs[Verified.__name__]
    kinds = [kind for kind in IndicatorKind if kind is not IndicatorKind.MILESTONE]
    names: dict[IndicatorKind, str] = {kind: of_kind(Verified, kind) for kind in kinds}
    for kind in kinds:
        quantities = Quantities(kind, hedged=False, alike=units_alike(kind, library))
        shapes.defs[names[kind]] = _verified(shapes, quantities)
    return names


def _verified(shapes: Shapes, quantities: Quantities) -> JsonSchema:
    made = shapes.shape(Verified)
    keys = made["properties"]
    keys["value"] = instead(keys["value"], quantities.value.schema())
    keys["unit"] = instead(keys["unit"], quantities.unit.schema(empty=True))
    return made | {"allOf": quantities.rules()}


def _of_entity(entity: Entity) -> JsonSchema:
    """Return what a review of one place can name: its targets, and attest: those without a number."""
    targets = names_of_targets(entity)
    attested = {
        name: _target(target) | {"allOf": [_mapping(Attestation.__name__), _attested(target)]}
        for name, target in targets.items()
        if target.comparator is MILESTONE
    }
    waived = {name: _target(target) | _mapping(Waiver.__name__) for name, target in targets.items()}
    named = {"properties": {"entity": one_of(names_of_place(entity)).schema()}, "required": ["entity"]}
    return {
        "if": named,
        "then": {"properties": {"attestations": _only(attested), "waivers": _only(waived)}},
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
            "properties": {"state": state, **nothing("parts", because=PARTS_OF_MILESTONE.mend)},
        }
    parts = {key: {"description": in_both(name)} | state for key, name in target.parts.items()}
    each = {"type": "object", "required": list(parts)} | _only(parts)
    return {
        "required": ["parts"],
        "properties": {"parts": each, **nothing("state", because=PARTS_OF_MILESTONE.mend)},
    }
