"""The schema of target files, which are of three sorts, told apart by their keys as the reader does.

New places, documents and indicators are made in these files, so ids are proposed, and others let pass.
"""

from collections.abc import Iterable, Mapping

from ...comparators import COMPARATORS, MILESTONE
from ...text import Text
from ...units import IndicatorKind, units_of
from ..catalogue import BAD_RELATION, FORMAT, KIND_WORDS, NATURE_OF_KIND, NATURES, NATURES_OF
from ..entities import KEY_OF_COMPARATOR, OF_MILESTONES, OF_NUMBERS
from ..schemas import keys_of
from ..schemas.holds import NOTHING, JsonSchema, in_both, one_of
from ..schemas.targets import (
    Catalogue,
    Citation,
    Entity,
    Identity,
    Indicator,
    PolicyDocument,
    Relation,
    Target,
)
from ..targets import TargetLibrary
from .named import called, proposing
from .shapes import Shapes, filled, nothing, of_kind, ref

_CALLED = Text(
    "目标文件：指标目录，规定目标的文件，或一个城市或园区及其目标",
    "a target file: the catalogue of indicators, a document that sets targets, or a place and its targets",
)
_NO_UNIT = Text("定性任务没有计量单位", "a milestone has no unit")
_OF_RELATIONS = ("ratio", "numerator", "denominator", "plausible")


def targets_schema(library: TargetLibrary) -> str:
    """Return the schema of target files, in which an editor proposes what ``library`` knows."""
    shapes = Shapes()
    for shape in (Catalogue, PolicyDocument, Entity):
        shapes.define(shape)
    defs, indicators = shapes.defs, library.catalogue.indicators
    defs[Indicator.__name__]["allOf"] = [_facts_of(kind) for kind in IndicatorKind]
    defs[Relation.__name__] |= _one_relation()
    defs |= {of_kind(Target, kind): _target_of(kind) for kind in IndicatorKind}
    by_kind = [_of_indicators(kind, library) for kind in IndicatorKind]
    defs[Target.__name__]["allOf"] = [_with_number_or_not(), *by_kind]
    targets = defs[Entity.__name__]["properties"]["targets"]
    targets["properties"] = {
        one.id: called(one) | {"allOf": [targets["additionalProperties"], _unless_named(one.kind)]}
        for one in indicators.values()
    }
    _propose(defs, {
        (Target.__name__, "indicator"): indicators,
        (Citation.__name__, "document"): library.documents,
        (Identity.__name__, "within"): library.files,
        **{(Relation.__name__, key): indicators for key in _OF_RELATIONS},
    })  # fmt: skip
    return shapes.written(FORMAT, _root())


def _root() -> JsonSchema:
    """Return how the sort of a file is told."""
    catalogue, document, entity = (ref(shape.__name__) for shape in (Catalogue, PolicyDocument, Entity))
    return {
        "title": in_both(_CALLED, " / "),
        "type": "object",
        "if": {"anyOf": [{"required": [key]} for key in ("indicators", "scopes", "relations")]},
        "then": catalogue,
        "else": {"if": {"required": ["document"]}, "then": document, "else": entity},
    }


def _propose(defs: Mapping[str, JsonSchema], known: Mapping[tuple[str, str], Iterable[str]]) -> None:
    for (shape, key), ids in known.items():
        keys = defs[shape]["properties"]
        keys[key] = proposing(ids, keys[key])


def _facts_of(kind: IndicatorKind) -> JsonSchema:
    """Return the unit and the nature that an indicator of one kind can have."""
    units, natures = units_of(kind), NATURES_OF.get(kind, ())
    spelt = [word for word, nature in NATURES.items() if nature in natures]
    facts = {"unit": units, "nature": spelt}
    none = nothing("unit", because=_NO_UNIT) | nothing("nature", because=NATURE_OF_KIND.mend)
    return {
        "if": _is("kind", (word for word, one in KIND_WORDS.items() if one is kind)),
        "then": {
            "required": [key for key, words in facts.items() if words],
            "properties": {
                **{key: _words(words) if words else none[key] for key, words in facts.items()},
                "units_alike": {"items": _words(units)} if units else {"maxItems": 0},
            },
        },
    }


def _one_relation() -> JsonSchema:
    """Return that a relation is one of three, told by its first key."""
    pair = _exactly("no_more_than")
    pair["properties"]["no_more_than"] = {"type": "array", "minItems": 2, "maxItems": 2}
    return {
        "if": filled("ratio"),
        "then": _exactly("ratio", "numerator", "denominator"),
        "else": {
            "if": filled("no_more_than"),
            "then": pair,
            "else": _exactly("plausible", "at_most", "because"),
        },
    }


def _exactly(*keys: str) -> JsonSchema:
    """Return that these keys of a relation are there, and no others."""
    others = [key.name for key in keys_of(Relation) if key.name not in keys]
    there = {key: {"not": NOTHING} for key in keys}
    return {"required": list(keys), "properties": there | nothing(*others, because=BAD_RELATION.mend)}


def _with_number_or_not() -> JsonSchema:
    """Return that a milestone has no value, unit and the like, and any other target has both."""
    needed = {key: {"not": NOTHING} for key in ("value", "unit")}
    return {
        "if": _is("comparator", [MILESTONE.id]),
        "then": {"properties": nothing(*OF_NUMBERS, because=KEY_OF_COMPARATOR.mend)},
        "else": {
            "required": list(needed),
            "properties": needed | nothing(*OF_MILESTONES, because=KEY_OF_COMPARATOR.mend),
        },
    }


def _target_of(kind: IndicatorKind) -> JsonSchema:
    """Return the comparator and the unit of a target on an indicator of one kind."""
    if kind is IndicatorKind.MILESTONE:
        return {"properties": {"comparator": _words([MILESTONE.id])}}
    comparators = [id for id in COMPARATORS if id != MILESTONE.id]
    unit = one_of(dict.fromkeys(units_of(kind))).schema(empty=True)
    return {"properties": {"comparator": _words(comparators), "unit": unit}}


def _of_indicators(kind: IndicatorKind, library: TargetLibrary) -> JsonSchema:
    """Return what a target that names an indicator of one kind can have."""
    ids = [one.id for one in library.catalogue.indicators.values() if one.kind is kind]
    return {"if": _is("indicator", ids), "then": ref(of_kind(Target, kind))}


def _unless_named(kind: IndicatorKind) -> JsonSchema:
    """Return what a target can have that names no indicator, and so is on the one of its key."""
    return {"if": {"properties": {"indicator": NOTHING}}, "then": ref(of_kind(Target, kind))}


def _is(key: str, words: Iterable[str]) -> JsonSchema:
    return {"required": [key], "properties": {key: _words(words)}}


def _words(words: Iterable[str]) -> JsonSchema:
    return one_of(dict.fromkeys(words)).schema()
