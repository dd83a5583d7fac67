"""What a schema takes from target files: the places, the indicators, the scopes, told by their names."""

from collections.abc import Iterable, Mapping

from ...model.targets import Entity, Indicator, Scope, Target
from ...text import Text
from ...units import IndicatorKind
from ..schemas.holds import JsonSchema, in_both, one_of
from ..targets import TargetLibrary
from .shapes import instead

_UNIT = Text("计量单位：{unit}。", "Unit: {unit}.")
_COUNTING = Text("统计方式：{counting}。", "Counting: {counting}.")
_SCOPES = Text("统计口径：{scopes}。", "Scope: {scopes}.")


def entity_key(library: TargetLibrary, key: JsonSchema) -> JsonSchema:
    """Return the schema of the key ``entity``: a place by its id, or any other name it has."""
    words = {id: id for id in library.files}  # those that an editor proposes first
    for entity in library.entities():
        words |= names_of_place(entity)
    return instead(_listing(key, library.entities()), one_of(words).schema())


def names_of_place(entity: Entity) -> Mapping[str, str]:
    """Return the id of a place by every name that ``entity`` can give it: the id itself comes first."""
    names = (entity.id, *entity.aliases, entity.name.zh, entity.name.en)
    return dict.fromkeys(names, entity.id)


def units_alike(kind: IndicatorKind, library: TargetLibrary) -> set[str]:
    """Return the units of a kind that are words for the same thing for some indicator."""
    indicators = library.catalogue.indicators.values()
    return {unit for one in indicators if one.kind is kind for unit in one.units_alike}


def scope_key(library: TargetLibrary, key: JsonSchema) -> JsonSchema:
    """Return the schema of the key ``scope``: the scopes of the catalogue are proposed, and told by name."""
    scopes = library.catalogue.scopes
    return proposing(scopes, _listing(key, scopes.values()))


def _listing(key: JsonSchema, named: Iterable[Entity | Scope]) -> JsonSchema:
    """Return a key with a line for each thing that can be named there."""
    lines = (f"`{one.id}`：{in_both(one.name, ' / ')}" for one in named)
    return key | {"description": "\n".join((key["description"], *lines))}


def called(indicator: Indicator) -> JsonSchema:
    """Return title and description of what is reported for an indicator."""
    facts = [indicator.definition]
    if indicator.unit:
        facts.append(_UNIT.format(unit=indicator.unit))
    if indicator.counting:
        facts.append(_COUNTING.format(counting=indicator.counting.id))
    if indicator.scopes:
        facts.append(_SCOPES.format(scopes=", ".join(indicator.scopes)))
    return {"title": in_both(indicator.name, " / "), "description": in_both(Text.joined(facts))}


def proposing(known: Iterable[str], key: JsonSchema) -> JsonSchema:
    """Return the schema of a key with any text, for which an editor proposes what is known."""
    takes = {name: value for name, value in key.items() if name != "description"}
    return instead(key, {"anyOf": [{"enum": list(known)}, takes]})


def names_of_targets(entity: Entity) -> Mapping[str, Target]:
    """Return the targets of a place by every name that a review can give them: key, or full id."""
    named = {}
    prefix = f"{entity.id}."
    for target in entity.targets:
        if not target.key.startswith(prefix):
            named[target.key] = target
        named[prefix + target.key] = target
    return named
