"""What a schema takes from target files: the places, the indicators, the scopes, told by their names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from ...domain.targets import Catalogue, Entity, Indicator, Scope, Target
from ...text import Text
from ..holds import JsonSchema, in_both, one_of
from .generator import instead, nothing

NO_UNIT = Text("这一指标没有计量单位", "this indicator has no unit")
_UNIT = Text("计量单位：{unit}。", "Unit: {unit}.")
_COUNTING = Text("统计方式：{counting}。", "Counting: {counting}.")
_SCOPES = Text("统计口径：{scopes}。", "Scope: {scopes}.")


class KnownTargets(Protocol):
    """What a schema takes from the target files in use."""

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of indicators."""

    @property
    def documents(self) -> Mapping[str, Any]:
        """The documents that set targets, by their ids."""

    @property
    def judged_documents(self) -> Mapping[str, Any]:
        """Those that verdicts are by."""

    @property
    def files(self) -> Mapping[str, Any]:
        """The files of places, by the ids of the places."""

    def entities(self) -> tuple[Entity, ...]:
        """Return every place, with its targets."""


def entity_key(library: KnownTargets, key: JsonSchema) -> JsonSchema:
    """Return the schema of the key ``entity``: a place by its id, or any other name it has."""
    words = {id: id for id in library.files}  # those that an editor proposes first
    for entity in library.entities():
        words |= names_of_place(entity)
    return instead(_listing(key, library.entities()), one_of(words).schema())


def names_of_place(entity: Entity) -> Mapping[str, str]:
    """Return the id of a place by every name that ``entity`` can give it: the id itself comes first."""
    names = (entity.id, *entity.aliases, entity.name.zh, entity.name.en)
    return dict.fromkeys(names, entity.id)


def measured_alike(library: KnownTargets) -> Mapping[str, tuple[Indicator, ...]]:
    """Return the indicators, those of one kind and in the same units together, by a name for them: the id of
    the kind, numbered from the second on.
    """
    groups: dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], list[Indicator]] = {}
    for one in library.catalogue.indicators.values():
        groups.setdefault((one.kind.id, one.kind.lead, tuple(one.units), one.units_alike), []).append(one)
    named, numbers = {}, Counter[str]()
    for (kind, *_), group in groups.items():
        numbers[kind] += 1
        named[kind if numbers[kind] == 1 else f"{kind}-{numbers[kind]}"] = tuple(group)
    return named


def scope_key(library: KnownTargets, key: JsonSchema) -> JsonSchema:
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
        facts.append(_SCOPES.format(scopes=Text.listed(indicator.scopes)))
    return {"title": in_both(indicator.name, " / "), "description": in_both(Text.joined(facts))}


def of_unit(indicator: Indicator) -> JsonSchema:
    """Return that a unit of an indicator stands under ``unit``, and nothing where it has none."""
    if not indicator.unit:
        return {"properties": nothing("unit", because=NO_UNIT)}
    return {
        "required": ["unit"],
        "properties": {"unit": one_of(dict.fromkeys(indicator.units.full)).schema()},
    }


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
