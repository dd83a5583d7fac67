"""What reports and reviews name: a place, an indicator; and values in an indicator's units."""

import re
from collections.abc import Mapping
from functools import partial

from ..diagnostics import DiagnosticKind, Example, Severity
from ..diagnostics.suggest import asking, nearest
from ..domain.names import folded
from ..domain.targets import Indicator, PolicyDocument
from ..quantity.diagnostics import ABOUT_UNITS
from ..quantity.kinds import IndicatorKind
from ..quantity.parsing import Quantity, UnreadableError, read_quantity
from ..shapes.office_words import YUAN
from ..text import Text
from .fields import Fields
from .place_names import place_meant, place_named
from .targets import TargetLibrary

UNKNOWN_ENTITY = DiagnosticKind(
    "unknown-entity",
    Severity.ERROR,
    Text("现有文件中没有公布“{text}”的目标", "no targets of “{text}” are published in the documents at hand"),
    Text("{suggestion}{unnamed}有目标的：{known}", "{suggestion}{unnamed}places with targets: {known}"),
    example=Example(fails="entity: wuhan-wedzz", passes="entity: wuhan-wedz"),
)
UNKNOWN_INDICATOR = DiagnosticKind(
    "unknown-indicator",
    Severity.ERROR,
    Text("指标目录中没有“{text}”", "the catalogue has no indicator “{text}”"),
    Text(
        "{suggestion}可用的指标见 digecon targets ENTITY",
        "{suggestion}the indicators asked for are listed by digecon targets ENTITY",
    ),
    example=Example(fails="observations: {gpd: 1000亿元}", passes="observations: {gdp: 1000亿元}"),
)
KINDS = (UNKNOWN_ENTITY, UNKNOWN_INDICATOR)

NO_SUCH_ENTITY = Text.joined((UNKNOWN_ENTITY.message, UNKNOWN_ENTITY.fix), "。", "; ")
"""What a command and a program are told of a place that there is not."""

_UNNAMED = Text(
    "{title}共列{named}个，现有材料只见其中{published}个的名称和目标，"
    "“{text}”是否在其余{without}个之内无法确定。",
    "{title} names {named} places, of which only {published} are known here, so whether “{text}” is among "
    "the other {without} is not known; ",
)
_PLACE = Text("{name}（{id}）", "{name} ({id})")
_MOST_LISTED = 60
_MANY = Text("{number}个，见 digecon targets", "{number}, listed by digecon targets")


def entity_named(fields: Fields, library: TargetLibrary) -> str | None:
    """Return the id of the place that ``entity`` names by its id, a name or an alias; note a fault where
    there are no targets for it.
    """
    entity = fields.value("entity")
    if entity is None:
        return None
    id = place_named(entity, library)
    if id is None:
        fields.fault(UNKNOWN_ENTITY, "entity", **without_targets(entity, library))
    return id


def without_targets(name: str, library: TargetLibrary) -> dict[str, object]:
    """Return what to say of a name of no place with targets: which place was meant, whether a document may
    name it, and the places there are. What costs something is found where it is said.
    """
    return {
        "text": name,
        "suggestion": partial(place_meant, name, library),
        "unnamed": partial(perhaps_named, name, library),
        "known": partial(_places, library),
    }


def perhaps_named(name: str, library: TargetLibrary) -> Text:
    """Return that a document names places whose names are not published, this one perhaps; else nothing."""
    documents = (one for one in library.documents.values() if one.without)
    return Text.joined(_perhaps_in(one, name) for one in documents)


def _perhaps_in(document: PolicyDocument, name: str) -> Text:
    return _UNNAMED.format(
        title=document.title,
        named=document.all_named,
        published=document.published,
        without=document.without,
        text=name,
    )


def _places(library: TargetLibrary) -> Text:
    """Return the places there are; of very many, how many, and where to see them."""
    number = len(library.files)
    if number > _MOST_LISTED:
        return _MANY.format(number=number)
    return Text.joined((_PLACE.format(name=one.name, id=one.id) for one in library.entities()), "、", ", ")


def unknown_indicator(fields: Fields, key: str, name: str, known: Mapping[str, Indicator]) -> None:
    """Note that ``name``, a key of the mapping under ``key``, is no indicator of the catalogue."""
    meant = partial(indicator_meant, name, known)
    fields.fault_of_key(UNKNOWN_INDICATOR, key, name, text=name, suggestion=meant)


def indicator_meant(name: str, known: Mapping[str, Indicator]) -> Text:
    """Return the question whether an indicator was meant whose id, or one of whose names, is like a name."""
    names = {
        folded(text): id
        for id, one in known.items()
        for text in (one.name.zh, one.name.en, one.short.zh, one.short.en)
        if (_SHARE in text) == (_SHARE in name)
    }
    fold = folded(name)
    meant = names.get(fold) or nearest(name, known)
    return asking(meant or names.get(nearest(fold, names) or ""))


_SHARE = "占"
"""What the name of a share says, which is not that of its numerator."""


def quantity_of(
    fields: Fields, indicator: Indicator, value: str | None = None, beside: str | None = None
) -> Quantity | None:
    """Return the quantity under ``value`` and ``unit``; faults and diagnostics are noted. A ``value`` that is
    given is what is left of the text once other words in it are read; ``beside`` is the unit where none
    stands under ``unit``.
    """
    text = value or fields.text("value")
    if not text:
        return None
    try:
        unit = in_yuan(_unwrapped(fields.text("unit") or beside or ""), indicator.kind) or None
        reading = read_quantity(
            in_yuan(text, indicator.kind),
            indicator.kind,
            unit,
            indicator.unit,
            indicator.units_alike,
            indicator.units,
        )
    except UnreadableError as refusal:
        fields.fault(refusal.kind, _place_of(refusal.kind, refusal.values, fields), **refusal.values)
        return None
    for kind, values in reading.diagnostics:
        fields.fault(kind, _place_of(kind, values, fields), **values)
    return reading.quantity


def in_yuan(text: str, kind: IndicatorKind) -> str:
    """Return an amount or its unit without the name of the currency, which is the one that is meant."""
    if not kind.is_money or YUAN not in text:
        return text
    return re.sub(_CURRENCY, "", text).strip()


_CURRENCY = rf"^{YUAN}|{YUAN}\s*(?=[0-9０-９])|\s*(?:{YUAN}|[（(]{YUAN}[）)])$"
"""Before a value or its digits, or behind, in brackets or not."""


def _unwrapped(unit: str) -> str:
    """Return a unit without the brackets that it stands in."""
    return unit[1:-1] if unit[:1] in _OPENING and unit[-1:] in _CLOSING else unit


_OPENING, _CLOSING = ("（", "("), ("）", ")")


def _place_of(kind: DiagnosticKind, values: Mapping[str, object], fields: Fields) -> str:
    """Return the key that a diagnostic is about: the unit's, where that stands under a key of its own."""
    about_unit = kind in ABOUT_UNITS or values.get("text") == fields.node.get("unit")
    return "unit" if about_unit and "unit" in fields else "value"
