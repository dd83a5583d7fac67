"""The catalogue file (``indicators.yaml``) and the document files → plain values."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort
from ..diagnostics.suggest import suggestion
from ..domain.targets import (
    Catalogue,
    Change,
    Eligibility,
    Indicator,
    NoMoreThan,
    Plausible,
    PolicyDocument,
    Ratio,
    Relation,
    Scope,
)
from ..domain.words import EntityKind, ItemLevel
from ..quantity.kinds import INDICATOR_KINDS, IndicatorKind, Nature, Unit, Units
from ..quantity.parsing import is_unit
from ..shapes.compiled import shape_of
from ..shapes.diagnostics import BAD_RELATION, BARE_NUMBER, NATURE_OF_KIND, indicator_of
from ..shapes.office_words import ITEM_FIELDS, words_of
from ..text import Text
from .changes import UNIT_OF_CHANGE, KindsById, change_of, measured_by
from .document import Document
from .faults import MISSING_KEY
from .fields import Fields, fields_of

UNKNOWN_REFERENCE = DiagnosticKind(
    "unknown-reference",
    Severity.ERROR,
    Text("“{key}”所指的“{text}”不存在", "“{text}”, named by “{key}”, does not exist"),
    Text("{suggestion}可用：{known}", "{suggestion}what can be named: {known}"),
    example=Example(
        fails="relations:\n  - {no_more_than: [core_value_aded, gdp]}",
        passes="relations:\n  - {no_more_than: [core_value_added, gdp]}",
        sort=Sort.CATALOGUE,
    ),
)
UNIT_OF_KIND = DiagnosticKind(
    "unit-of-kind",
    Severity.ERROR,
    Text("{kind}指标的计量单位不能是“{text}”", "an indicator of kind {kind} cannot be in “{text}”"),
    Text("可用：{units}", "units that can stand here: {units}"),
    example=Example(
        fails=indicator_of("kind: share", "unit: 亿元"),
        passes=indicator_of("kind: share", "unit: '%'"),
        sort=Sort.CATALOGUE,
    ),
)
RELATION_OF_KINDS = DiagnosticKind(
    "relation-of-kinds",
    Severity.ERROR,
    Text(
        "这种关系不适用于这些类型的指标：{kinds}",
        "this relation cannot be between indicators of kind: {kinds}",
    ),
    Text(
        "“ratio”是比重＝总量÷总量；“no_more_than”的两项类型相同、单位可以换算；定性任务不在任何关系中",
        "a ratio is a share of two amounts; both of a no_more_than are of one kind, in units that can be "
        "converted; a milestone stands in none",
    ),
    example=Example(
        fails="relations:\n  - {ratio: gdp, numerator: core_share_of_gdp, denominator: core_value_added}",
        passes="relations:\n  - {ratio: core_share_of_gdp, numerator: core_value_added, denominator: gdp}",
        sort=Sort.CATALOGUE,
    ),
)
BAD_UNIT = DiagnosticKind(
    "bad-unit",
    Severity.ERROR,
    Text("“{text}”不能作为计量单位：{reason}", "“{text}” cannot be a unit: {reason}"),
    Text(
        "以最小的单位为1，写出其他单位是它的几倍，如 PFLOPS: 1、EFLOPS: 1000",
        "give the smallest unit as 1, and how many of it make any other, as PFLOPS: 1, EFLOPS: 1000",
    ),
    example=Example(
        fails="units:\n  compute: {name: {zh: 算力, en: compute}, factors: {PFLOPS: 1, EFLOPS: 0}}",
        passes="units:\n  compute: {name: {zh: 算力, en: compute}, factors: {PFLOPS: 1, EFLOPS: 1000}}",
        sort=Sort.CATALOGUE,
    ),
)
_TWICE = Text("已列在另一组中", "it stands in another family already")
_NOT_POSITIVE = Text("大小不大于0", "its size is not above 0")
_HOLDS_MORE = Text(
    "与已有单位相同，或以数字、空格、概数词开头或结尾",
    "it is one of the program's, or begins or ends with a digit, a blank or a hedge",
)
KINDS = (
    UNKNOWN_REFERENCE,
    UNIT_OF_KIND,
    BAD_UNIT,
    NATURE_OF_KIND,
    BAD_RELATION,
    RELATION_OF_KINDS,
    BARE_NUMBER,
)


def read_catalogue(document: Document) -> tuple[Catalogue, list[Diagnostic]]:
    """Read ``indicators.yaml``; the catalogue is complete where no fault is an error."""
    fields = fields_of(document, "catalogue")
    scopes, units = _scopes(fields), _units(fields)
    entries = dict(fields.entries("indicators"))
    kinds = {id: entry.value("kind") for id, entry in entries.items()}
    indicators = {id: _indicator(id, entry, scopes, units, kinds) for id, entry in entries.items()}
    relations = tuple(_relations(fields, indicators))
    return Catalogue(indicators, scopes, relations), fields.faults.located()


def read_policy_document(document: Document) -> tuple[PolicyDocument, list[Diagnostic]]:
    """Read the file of a document that sets targets."""
    fields = fields_of(document, "document")
    issued = fields.inside("document") or Fields({}, (), fields.faults, shape_of("Issued"))
    counts = issued.inside("named")
    named = {kind: number for kind in EntityKind if counts and (number := counts.value(kind.id)) is not None}
    read = PolicyDocument(
        issued.value("id") or "",
        issued.both("title") or Text("", ""),
        named,
        issued.value("published"),
        issued.both("note"),
        issued.text("number"),
        issued.both("issuer"),
        issued.value("date"),
        issued.texts("addresses"),
        issued.value("seen"),
        bool(issued.value("default")),
    )
    return read, fields.faults.located()


def _scopes(fields: Fields) -> dict[str, Scope]:
    entries = dict(fields.entries("scopes"))
    for entry in entries.values():
        check_references(entry, "wider_than", entries)
    return {id: _scope(id, entry) for id, entry in entries.items()}


def _scope(id: str, fields: Fields) -> Scope:
    name, definition = fields.both("name"), fields.both("definition")
    others = fields.texts("wider_than"), fields.texts("aliases")
    return Scope(id, name or Text.same(id), definition or Text("", ""), *others)


def _units(fields: Fields) -> tuple[Unit, ...]:
    """Return the units of all families, each told once and by a symbol that no number could hold."""
    units: dict[str, Unit] = {}
    for family, entry in fields.entries("units"):
        factors = entry.inside("factors")
        for symbol in factors.node if factors else ():
            factor = factors.value(symbol) if factors else None
            if factor is None:
                continue
            reason = _HOLDS_MORE if not is_unit(symbol) else _TWICE if symbol in units else None
            reason = _NOT_POSITIVE if factor <= 0 else reason
            if reason and factors:
                factors.fault(BAD_UNIT, symbol, text=symbol, reason=reason)
            units[symbol] = Unit(symbol, factor, family=f"{family}.")
    return tuple(units.values())


def _indicator(
    id: str, fields: Fields, scopes: dict[str, Scope], units: tuple[Unit, ...], kinds: KindsById
) -> Indicator:
    change = _change(fields, kinds[id], kinds)
    kind = measured_by(change, kinds[id], kinds)
    added = units if kind and kind.takes_added_units else ()
    unit = _unit(fields, kind, added) if kind else None
    check_references(fields, "scopes", scopes)
    name = fields.both("name") or Text.same(id)
    return Indicator(
        id,
        name,
        fields.both("short") or name,
        kind or INDICATOR_KINDS["amount"],
        fields.both("definition") or Text("", ""),
        unit,
        _nature(fields, kind) if kind else None,
        fields.text("standard"),
        fields.texts("scopes"),
        fields.value("decimals"),
        _eligible(fields.inside("eligible")),
        _units_alike(fields, kind) if kind else (),
        _family_of(unit, added),
        change,
    )


def _change(fields: Fields, kind: IndicatorKind | None, kinds: KindsById) -> Change | None:
    """Return what a rate is a change of, which must be in the catalogue."""
    inside = fields.inside("change")
    if inside and kind and kind.is_change:
        check_reference(inside, "of", inside.text("of") or "", kinds)
    return change_of(fields, kind, kinds)


def _unit(fields: Fields, kind: IndicatorKind, added: tuple[Unit, ...]) -> str | None:
    """Return the unit of an indicator; it is empty where the kind can do without one."""
    if kind.may_lack_unit and "unit" not in fields:
        return ""
    units = Units((*kind.units.values(), *added))
    if kind.takes_added_units:
        unit = fields.text("unit") or ""
        return unit if check_reference(fields, "unit", unit, units) else None
    return unit_of(fields, kind, units, UNIT_OF_CHANGE if kind.is_change else UNIT_OF_KIND)


def _family_of(unit: str | None, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return the units of the family of one of them; nothing where it is of another kind."""
    families = {one.family for one in units if one.symbol == unit}
    return tuple(one for one in units if one.family in families)


def _units_alike(fields: Fields, kind: IndicatorKind) -> tuple[str, ...]:
    """Return the units that are words for the same thing, each the full form of one of ``kind``."""
    known = kind.units.full
    for step, unit in fields.elements("units_alike"):
        if unit not in known:
            values = {"kind": kind.term, "text": str(unit), "units": kind.units.listed}
            fields.fault_at(UNIT_OF_KIND, "units_alike", step, **values)
    return fields.texts("units_alike")


def unit_of(
    fields: Fields, kind: IndicatorKind, units: Units, other: DiagnosticKind = UNIT_OF_KIND
) -> str | None:
    """Return the unit under ``unit``, which must be the full form of one of ``units``; any ``other`` is a
    fault.
    """
    unit = fields.text("unit")
    known = units.full
    if unit in known or (unit is None and not known):
        return unit
    if unit is None:
        fields.fault(MISSING_KEY, "unit", key="unit")
    else:
        fields.fault(other, "unit", kind=kind.term, text=unit, units=units.listed)
    return None


def unit_for(fields: Fields, indicator: Indicator) -> str | None:
    """Return the unit under ``unit``, one of an indicator; where that has none, none is needed."""
    if indicator.unit == "" and "unit" not in fields:
        return ""
    return unit_of(fields, indicator.kind, indicator.units)


def check_reference(fields: Fields, key: str, text: str, known: Any, step: int | None = None) -> bool:
    """Note a fault where what a file names does not exist: at an element of a list, or at ``key``."""
    if text in known:
        return True
    listed = Text.listed(known or "–")
    values = {"key": key, "text": str(text), "suggestion": suggestion(text, known), "known": listed}
    if step is not None:
        fields.fault_at(UNKNOWN_REFERENCE, key, step, **values)
    else:
        fields.fault(UNKNOWN_REFERENCE, key if key in fields else "", **values)
    return False


def check_references(fields: Fields, key: str, known: Any) -> list[bool]:
    """Note a fault at each element of a list that names what does not exist; return which do."""
    return [check_reference(fields, key, text, known, step) for step, text in fields.elements(key)]


def _nature(fields: Fields, kind: IndicatorKind) -> Nature | None:
    nature: Nature | None = fields.value("nature")
    possible = kind.natures or (None,)
    if nature not in possible:
        natures = Text(
            "、".join(f"{one.term.zh}（{one.id}）" if one else "–" for one in possible),
            ", ".join(one.id if one else "–" for one in possible),
        )
        fields.fault(NATURE_OF_KIND, "nature", kind=kind.term, natures=natures)
    return nature


def _eligible(fields: Fields | None) -> Eligibility | None:
    if fields is None:
        return None
    levels = words_of(ItemLevel)
    check_references(fields, "levels", levels)
    for key in ("requires", "asks"):
        check_references(fields, key, ITEM_FIELDS)
    terms = {field: term.as_text() for field, term in fields.entries("terms")}
    for field in terms:
        check_reference(fields, "terms", field, ITEM_FIELDS)
    return Eligibility(
        tuple(levels[level] for level in fields.texts("levels") if level in levels),
        fields.texts("requires"),
        fields.text("certificate"),
        fields.texts("asks"),
        tuple(terms.items()),
    )


def _relations(fields: Fields, indicators: dict[str, Indicator]) -> Iterator[Relation]:
    for entry in fields.each("relations"):
        relation = _relation(entry)
        if relation is None:
            entry.fault(BAD_RELATION)
            continue
        known = [
            check_reference(entry, key, entry.text(key) or "", indicators)
            for key in ("ratio", "numerator", "denominator", "plausible")
            if key in entry
        ]
        known += check_references(entry, "no_more_than", indicators)
        if all(known):
            _check_kinds(entry, relation, indicators)
        yield relation


def _check_kinds(entry: Fields, relation: Relation, indicators: dict[str, Indicator]) -> None:
    """Note where a relation is between indicators that cannot stand in it."""
    kinds: tuple[IndicatorKind, ...]
    match relation:
        case Ratio(share, numerator, denominator):
            kinds = tuple(indicators[id].kind for id in (share, numerator, denominator))
            fits = kinds[0].is_quotient_of(*kinds[1:])
        case NoMoreThan(part, whole):
            kinds = (indicators[part].kind, indicators[whole].kind)
            measured_alike = indicators[part].unit in indicators[whole].units
            fits = kinds[0] is kinds[1] and measured_alike
        case Plausible(indicator):
            kinds = (indicators[indicator].kind,)
            fits = not kinds[0].takes_state
    if not fits:
        entry.fault(RELATION_OF_KINDS, kinds=Text.joined([kind.term for kind in kinds], "、", ", "))


def _relation(entry: Fields) -> Relation | None:
    """Return the relation that the keys of an entry make, ``None`` where they make none."""
    keys = {key for key, value in entry.node.items() if value is not None}
    parts = entry.texts("no_more_than")
    if keys == {"ratio", "numerator", "denominator"}:
        names = (entry.text(key) or "" for key in ("ratio", "numerator", "denominator"))
        return Ratio(*names)
    if keys == {"no_more_than"} and len(parts) == 2:
        return NoMoreThan(*parts)
    if keys == {"plausible", "at_most", "because"}:
        at_most = entry.value("at_most")
        because = entry.both("because") or Text("", "")
        return Plausible(entry.text("plausible") or "", at_most or Fraction(0), because)
    return None
