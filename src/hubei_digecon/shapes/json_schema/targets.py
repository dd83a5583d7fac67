"""The schema of target files, which are of three sorts, told apart by their keys as the reader does.

New places, documents and indicators are made in these files, so ids are proposed, and others let pass.
"""

from collections.abc import Iterable, Mapping

from ...domain.comparators import COMPARATORS
from ...domain.targets import Indicator
from ...quantity.kinds import INDICATOR_KINDS, IndicatorKind, full_units
from ...text import Text
from ..base import keys_of, name_of
from ..diagnostics import BAD_RELATION, CELL_AND_WORDING, KEY_OF_COMPARATOR, NATURE_OF_KIND
from ..holds import NOTHING, JsonSchema, in_both, one_of
from ..office_words import KIND_WORDS, NATURES, OF_CELL, OF_MILESTONES, OF_NUMBERS
from ..targets import (
    CatalogueShape,
    CitationShape,
    EntityShape,
    IdentityShape,
    IndicatorShape,
    PolicyDocumentShape,
    RelationShape,
    TargetBaseShape,
    TargetShape,
)
from ..text_kinds import TARGETS_FORMAT
from .generator import SchemaGenerator, filled, nothing, of_some, ref
from .named import NO_UNIT, KnownTargets, called, measured_alike, of_unit, proposing

_CALLED = Text(
    "目标文件：指标目录，规定目标的文件，或一个地方及其目标",
    "a target file: the catalogue of indicators, a document that sets targets, or a place and its targets",
)
_OF_RELATIONS = ("ratio", "numerator", "denominator", "plausible")


def targets_schema(library: KnownTargets) -> str:
    """Return the schema of target files, in which an editor proposes what ``library`` knows."""
    shapes = SchemaGenerator()
    for shape in (CatalogueShape, PolicyDocumentShape, EntityShape):
        shapes.define(shape)
    defs, indicators = shapes.defs, library.catalogue.indicators
    defs[name_of(IndicatorShape)]["allOf"] = [_facts_of(kind) for kind in INDICATOR_KINDS.values()]
    defs[name_of(RelationShape)] |= _one_relation()
    named = [(of_some(TargetShape, some), group) for some, group in measured_alike(library).items()]
    defs |= {name: _target_of(group[0]) for name, group in named}
    by_units = [_of_indicators(name, [one.id for one in group]) for name, group in named]
    defs[name_of(TargetShape)]["allOf"] = [_with_number_or_not(), _with_tolerance_or_not(), *by_units]
    targets = defs[name_of(EntityShape)]["properties"]["targets"]
    name_by_id = {one.id: name for name, group in named for one in group}
    targets["properties"] = {
        id: called(one) | {"allOf": [targets["additionalProperties"], _unless_named(name_by_id[id])]}
        for id, one in indicators.items()
    }
    defs[name_of(CitationShape)] |= _words_or_cell()
    units = dict.fromkeys(symbol for one in indicators.values() for symbol in one.units.full if symbol)
    _propose(defs, {
        (name_of(IndicatorShape), "unit"): units,
        (name_of(TargetShape), "unit"): units,
        (name_of(TargetBaseShape), "unit"): units,
        (name_of(TargetShape), "indicator"): indicators,
        (name_of(CitationShape), "document"): library.documents,
        (name_of(IdentityShape), "within"): library.files,
        **{(name_of(RelationShape), key): indicators for key in _OF_RELATIONS},
    })  # fmt: skip
    return shapes.written(TARGETS_FORMAT, _root())


def _root() -> JsonSchema:
    """Return how the sort of a file is told."""
    catalogue, document, entity = (
        ref(name_of(shape)) for shape in (CatalogueShape, PolicyDocumentShape, EntityShape)
    )
    return {
        "title": in_both(_CALLED, " / "),
        "type": "object",
        "if": {"anyOf": [{"required": [key]} for key in ("indicators", "scopes", "units", "relations")]},
        "then": catalogue,
        "else": {"if": {"required": ["document"]}, "then": document, "else": entity},
    }


def _propose(defs: Mapping[str, JsonSchema], known: Mapping[tuple[str, str], Iterable[str]]) -> None:
    for (shape, key), ids in known.items():
        keys = defs[shape]["properties"]
        keys[key] = proposing(ids, keys[key])


def _facts_of(kind: IndicatorKind) -> JsonSchema:
    """Return the unit and the nature that an indicator of one kind can have."""
    units, natures = full_units() if kind.is_change else kind.units.full, kind.natures
    spelt = [word for word, nature in NATURES.items() if nature in natures]
    facts = {"unit": units, "nature": spelt}
    none = nothing("unit", because=NO_UNIT) | nothing("nature", because=NATURE_OF_KIND.fix)
    keys = {key: _words(words) if words else none[key] for key, words in facts.items()}
    required = [key for key, words in facts.items() if words]
    if kind.is_change:
        keys["change"] = {"not": NOTHING}
        required.append("change")
    if kind.takes_added_units:
        del keys["unit"]
    if kind.may_lack_unit:
        required.remove("unit")
    return {
        "if": _is("kind", (word for word, one in KIND_WORDS.items() if one.id == kind.id)),
        "then": {
            "required": required,
            "properties": keys | {"units_alike": {"items": _words(units)} if units else {"maxItems": 0}},
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
    others = [key.name for key in keys_of(RelationShape) if key.name not in keys]
    there = _there(*keys)
    there["properties"] |= nothing(*others, because=BAD_RELATION.fix)
    return there


def _words_or_cell() -> JsonSchema:
    """Return that a citation is of words, or of a cell of a table."""
    cell = _there(*OF_CELL[:-1])
    cell["properties"] |= nothing("wording", because=CELL_AND_WORDING.fix)
    return {
        "if": {"anyOf": [filled(key) for key in OF_CELL]},
        "then": cell,
        "else": _there("wording"),
    }


def _there(*keys: str) -> JsonSchema:
    """Return that something stands under each of some keys."""
    return {"required": list(keys), "properties": {key: {"not": NOTHING} for key in keys}}


def _with_number_or_not() -> JsonSchema:
    """Return that a milestone has no value, unit and the like, and any other target has a value."""
    numeric = _there("value")
    numeric["properties"] |= nothing(*OF_MILESTONES, because=KEY_OF_COMPARATOR.fix)
    return {
        "if": _is("comparator", [one.id for one in COMPARATORS.values() if one.is_attested]),
        "then": {"properties": nothing(*OF_NUMBERS, because=KEY_OF_COMPARATOR.fix)},
        "else": numeric,
    }


def _with_tolerance_or_not() -> JsonSchema:
    """Return that only a target with a comparator that takes a tolerance has one."""
    tolerating = [one.id for one in COMPARATORS.values() if one.tolerates]
    none = nothing("tolerance", because=KEY_OF_COMPARATOR.fix)
    return {"if": _is("comparator", tolerating), "else": {"properties": none}}


def _target_of(indicator: Indicator) -> JsonSchema:
    """Return the comparator and the unit of a target on an indicator."""
    comparators = [one.id for one in COMPARATORS.values() if one.fits(indicator.kind)]
    unit = of_unit(indicator)
    own = {"comparator": _words(comparators), "base": unit}
    return unit | {"properties": own | unit["properties"]}


def _of_indicators(name: str, ids: list[str]) -> JsonSchema:
    """Return what a target that names one of some indicators can have."""
    return {"if": _is("indicator", ids), "then": ref(name)}


def _unless_named(name: str) -> JsonSchema:
    """Return what a target can have that names no indicator, and so is on the one of its key."""
    return {"if": {"properties": {"indicator": NOTHING}}, "then": ref(name)}


def _is(key: str, words: Iterable[str]) -> JsonSchema:
    return {"required": [key], "properties": {key: _words(words)}}


def _words(words: Iterable[str]) -> JsonSchema:
    return one_of(dict.fromkeys(words)).schema()
