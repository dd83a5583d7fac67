"""The catalogue file (``indicators.yaml``) and the document files → plain values."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort
from ..model.reports import Item
from ..model.targets import (
    Catalogue,
    Eligibility,
    Indicator,
    NoMoreThan,
    Plausible,
    PolicyDocument,
    Ratio,
    Relation,
    Scope,
)
from ..model.words import EntityKind, Level, Nature
from ..quantity import UnreadableError, read_number
from ..text import Text
from ..units import IndicatorKind, units_of
from .document import Document
from .door import admit
from .faults import MISSING_KEY
from .fields import Fields, check_format, words_of
from .near import suggestion
from .tree import Scalar

FORMAT = "digecon/targets/v1"


def _indicator_of(*facts: str) -> str:
    """Return an indicator for an example."""
    lines = (
        "indicators:",
        "  example:",
        "    name: {zh: 示例指标, en: An example}",
        "    definition: {zh: 示例。, en: An example.}",
        *(f"    {fact}" for fact in facts),
    )
    return "\n".join(lines)


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
        fails=_indicator_of("kind: share", "unit: 亿元"),
        passes=_indicator_of("kind: share", "unit: '%'"),
        sort=Sort.CATALOGUE,
    ),
)
NATURE_OF_KIND = DiagnosticKind(
    "nature-of-kind",
    Severity.ERROR,
    Text(
        "{kind}指标的性质（nature）应为：{natures}",
        "the nature of an indicator of kind {kind} can be: {natures}",
    ),
    Text(
        "总量填时期数（flow）或时点数（stock），数量填时点数（stock）或新增数（added），比重和定性任务不填",
        "amounts take flow or stock, counts stock or added, shares and milestones none",
    ),
    example=Example(
        fails=_indicator_of("kind: count", "unit: 家", "nature: flow"),
        passes=_indicator_of("kind: count", "unit: 家", "nature: stock"),
        sort=Sort.CATALOGUE,
    ),
)
BAD_RELATION = DiagnosticKind(
    "bad-relation",
    Severity.ERROR,
    Text("不是可以读取的指标关系", "this is no relation between indicators"),
    Text(
        "写成“ratio”“numerator”“denominator”，或“no_more_than: [部分, 整体]”，"
        "或“plausible”“at_most”“because”",
        "give ratio with numerator and denominator, no_more_than with [part, whole], "
        "or plausible with at_most and because",
    ),
    example=Example(
        fails="relations:\n  - {ratio: core_share_of_gdp, numerator: core_value_added}",
        passes="relations:\n  - {ratio: core_share_of_gdp, numerator: core_value_added, denominator: gdp}",
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
        "“ratio”是比重＝总量÷总量；“no_more_than”的两项类型相同；定性任务不在任何关系中",
        "a ratio is a share of two amounts; both of a no_more_than are of one kind; "
        "a milestone stands in none",
    ),
    example=Example(
        fails="relations:\n  - {ratio: gdp, numerator: core_share_of_gdp, denominator: core_value_added}",
        passes="relations:\n  - {ratio: core_share_of_gdp, numerator: core_value_added, denominator: gdp}",
        sort=Sort.CATALOGUE,
    ),
)
BARE_NUMBER = DiagnosticKind(
    "bare-number",
    Severity.ERROR,
    Text("“{text}”不是单独的数值", "“{text}” is not a number alone"),
    Text("只写数值，计量单位写在“unit”", "write the number alone, and the unit under “unit”"),
    example=Example(
        fails="relations: [{plausible: core_share_of_gdp, at_most: 40%, because: {zh: 示例, en: sample}}]",
        passes="relations: [{plausible: core_share_of_gdp, at_most: 40, because: {zh: 示例, en: sample}}]",
        sort=Sort.CATALOGUE,
    ),
)
KINDS = (UNKNOWN_REFERENCE, UNIT_OF_KIND, NATURE_OF_KIND, BAD_RELATION, RELATION_OF_KINDS, BARE_NUMBER)

KIND_WORDS = words_of(IndicatorKind)
NATURES = words_of(Nature)
NATURES_OF = {
    IndicatorKind.AMOUNT: (Nature.FLOW, Nature.STOCK),
    IndicatorKind.COUNT: (Nature.STOCK, Nature.ADDED),
}
"""The natures that an indicator of each kind can have; of any other kind it has none."""

ITEM_FIELDS = tuple(name for name in Item._fields if name != "name")
"""What an item can be required to state."""


def read_catalogue(document: Document) -> tuple[Catalogue, list[Diagnostic]]:
    """Read ``indicators.yaml``; the catalogue is complete where no fault is an error."""
    faults: list[Diagnostic] = [*document.faults, *admit(document.root, "catalogue")]
    fields = Fields(document.root, (), faults)
    check_format(fields, FORMAT)
    scopes = _scopes(fields)
    indicators = {id: _indicator(id, entry, scopes) for id, entry in fields.entries("indicators")}
    relations = tuple(_relations(fields, indicators))
    return Catalogue(indicators, scopes, relations), faults


def read_policy_document(document: Document) -> tuple[PolicyDocument, list[Diagnostic]]:
    """Read the file of a document that sets targets."""
    faults: list[Diagnostic] = [*document.faults, *admit(document.root, "document")]
    fields = Fields(document.root, (), faults)
    check_format(fields, FORMAT)
    issued = fields.inside("document") or fields
    counts = issued.inside("named")
    named = {
        kind: number
        for kind in EntityKind
        if counts and (number := counts.whole(kind.id, 0, 9999)) is not None
    }
    read = PolicyDocument(
        issued.needed("id") or "",
        issued.both("title") or Text("", ""),
        named,
        issued.whole("published", 0, 9999) or 0,
        issued.both("note"),
    )
    return read, faults


def _scopes(fields: Fields) -> dict[str, Scope]:
    entries = dict(fields.entries("scopes"))
    for entry in entries.values():
        for scope in entry.elements("wider_than"):
            check_reference(entry, "wider_than", scope, entries)
    return {id: _scope(id, entry) for id, entry in entries.items()}


def _scope(id: str, fields: Fields) -> Scope:
    name, definition = fields.both("name"), fields.both("definition")
    others = fields.texts("wider_than"), fields.texts("aliases")
    return Scope(id, name or Text.same(id), definition or Text("", ""), *others)


def _indicator(id: str, fields: Fields, scopes: dict[str, Scope]) -> Indicator:
    kind: IndicatorKind | None = fields.word("kind", KIND_WORDS)
    for scope in fields.elements("scopes"):
        check_reference(fields, "scopes", scope, scopes)
    name = fields.both("name") or Text.same(id)
    return Indicator(
        id,
        name,
        fields.both("short") or name,
        kind or IndicatorKind.AMOUNT,
        fields.both("definition") or Text("", ""),
        unit_of(fields, kind) if kind else None,
        _nature(fields, kind) if kind else None,
        fields.text("standard"),
        fields.texts("scopes"),
        fields.whole("decimals", 0, 9),
        _eligible(fields.inside("eligible")),
        _units_alike(fields, kind) if kind else (),
    )


def _units_alike(fields: Fields, kind: IndicatorKind) -> tuple[str, ...]:
    """Return the units that are words for the same thing, each the full form of one of ``kind``."""
    known = units_of(kind)
    for unit in fields.elements("units_alike"):
        if unit not in known:
            values = {"kind": kind.term, "text": str(unit), "units": " ".join(known) or "–"}
            fields.fault_at(UNIT_OF_KIND, "units_alike", unit, **values)
    return fields.texts("units_alike")


def unit_of(fields: Fields, kind: IndicatorKind) -> str | None:
    """Return the unit under ``unit``, which must be the full form of one of ``kind``."""
    unit = fields.text("unit")
    known = units_of(kind)
    if unit in known or (unit is None and not known):
        return unit
    if unit is None:
        fields.fault(MISSING_KEY, "unit", key="unit")
    else:
        fields.fault(UNIT_OF_KIND, "unit", kind=kind.term, text=unit, units=" ".join(known) or "–")
    return None


def check_reference(fields: Fields, key: str, text: str, known: Any) -> bool:
    """Note a fault where what a file names does not exist: at an element of a list, or at ``key``."""
    if text in known:
        return True
    listed = ", ".join(known) or "–"
    values = {"key": key, "text": str(text), "suggestion": suggestion(text, known), "known": listed}
    if isinstance(text, Scalar):
        fields.fault_at(UNKNOWN_REFERENCE, key, text, **values)
    else:
        fields.fault(UNKNOWN_REFERENCE, key if key in fields else "", **values)
    return False


def _nature(fields: Fields, kind: IndicatorKind) -> Nature | None:
    nature: Nature | None = fields.word("nature", NATURES)
    possible = NATURES_OF.get(kind, (None,))
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
    levels = words_of(Level)
    for level in fields.elements("levels"):
        check_reference(fields, "levels", level, levels)
    for key in ("requires", "asks"):
        for name in fields.elements(key):
            check_reference(fields, key, name, ITEM_FIELDS)
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
        known += [
            check_reference(entry, "no_more_than", name, indicators)
            for name in entry.elements("no_more_than")
        ]
        if all(known):
            _check_kinds(entry, relation, indicators)
        yield relation


def _check_kinds(entry: Fields, relation: Relation, indicators: dict[str, Indicator]) -> None:
    """Note where a relation is between indicators that cannot stand in it."""
    kinds: tuple[IndicatorKind, ...]
    match relation:
        case Ratio(share, numerator, denominator):
            wanted = (IndicatorKind.SHARE, IndicatorKind.AMOUNT, IndicatorKind.AMOUNT)
            kinds = tuple(indicators[id].kind for id in (share, numerator, denominator))
            fits = kinds == wanted
        case NoMoreThan(part, whole):
            kinds = (indicators[part].kind, indicators[whole].kind)
            fits = kinds[0] is kinds[1] and kinds[0] is not IndicatorKind.MILESTONE
        case Plausible(indicator):
            kinds = (indicators[indicator].kind,)
            fits = kinds[0] is not IndicatorKind.MILESTONE
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
        at_most = number_of(entry, "at_most")
        because = entry.both("because") or Text("", "")
        return Plausible(entry.text("plausible") or "", at_most or Fraction(0), because)
    return None


def number_of(fields: Fields, key: str) -> Fraction | None:
    """Return the bare number under ``key``, exactly."""
    text = fields.text(key)
    if text is None:
        return None
    try:
        return read_number(text)
    except UnreadableError:
        fields.fault(BARE_NUMBER, key, text=text)
        return None
