"""Explain what target files hold: targets, places, indicators, scopes, and relations between indicators."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from ..domain.targets import (
    Catalogue,
    Change,
    Documents,
    Eligibility,
    Entity,
    Indicator,
    Relation,
    Target,
    cited_in,
)
from ..domain.words import Prices
from ..judging.message import base_in_words, required
from ..judging.relations import RELATION_KINDS
from ..quantity.kinds import Nature
from ..quantity.numbers import plain
from ..show.explain import Explanation, Line
from ..text import Text

PLACE = Text("考核对象", "place")
WORDING = Text("目标原文", "wording")
SOURCE = Text("出处", "source")
READING = Text("理解", "reading")
OTHER_READING = Text("另一种理解", "second reading")
DUE = Text("目标年", "due")
STRETCH = Text("上限（或力争目标）", "stretch")
ASPIRATION = Text("力争目标", "aspiration")
BINDING = Text("约束力", "how binding")
BASE = Text("基期值", "base")
SINCE = Text("起算日期", "since")
PARTS = Text("各方面", "parts")
NOTE = Text("说明", "note")
SUPERSEDED = Text("已被取代", "superseded by")
INDICATOR = Text("指标", "indicator")
DEFINITION = Text("定义", "definition")
STANDARD = Text("依据", "standard")
KIND = Text("类别", "kind")
UNIT = Text("计量单位", "unit")
NATURE = Text("性质", "nature")
COUNTING = Text("统计方式", "counting")
CHANGE = Text("变动", "change")
SCOPE = Text("统计口径", "scope")
ELIGIBLE = Text("计入清单的条件", "an item counts where")
RELATION = Text("指标关系", "relation")
TARGET = Text("目标", "target")
WITHIN = Text("隶属", "within")
TASKS = Text("任务（只记录，不核验）", "tasks (recorded, never judged)")
WANTED_BY = Text("使用此口径的指标", "wanted by")

_NAMED = Text("{name}（{id}）", "{name} ({id})")
_QUOTED = Text("“{words}”", "“{words}”")
_SENTENCE = Text("{words}。", "{words}.")
_FIRST_DECIDES = Text("认定按前一种理解。", "The outcome follows the first reading.")
_WEIGHS_NOTHING = Text(
    "原文只有力争的要求，不计入项数，不作为认定结论的依据",
    "the words set the softer tier alone; it is counted nowhere, and never part of a verdict",
)
_BY_END = Text("{year}年", "by the end of {year}")
_STATED = Text("注明{fields}", "it states: {fields}")
_CHANGE = Text("{of}的{how}，以{since}为基期{prices}", "{how} of {of} from {since}{prices}")
_YEAR_BEFORE = Text("上年同期", "the same period of the year before")
_NO_BASE = Text("未写明的年份", "a period that is not stated")
_PRICES = Text("，按{prices}", ", at {prices}")
_LEVELS = Text("级别为{levels}", "its level is {levels}")
_CERTIFICATE = Text("证书依据{standard}", "its certificate is to {standard}")
_DATED = Text(
    "日期在起算日期（如有）至期末或目标年末之间",
    "it is dated from the base date, if there is one, to the end of the period or of the due year",
)
_VALID = Text("期末仍在有效期内", "it is valid at the end of the period")
_SAID = Text("{id} {words}", "{id}: {words}")
_SCOPE = Text("{name}：{definition}", "{name}: {definition}")


class Published(NamedTuple):
    """What the target files of one folder hold."""

    catalogue: Catalogue
    documents: Documents
    entities: tuple[Entity, ...]


NOTHING = Published(Catalogue({}, {}, ()), {}, ())
"""What is held where target files cannot be relied on."""


def targets(held: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every target: its words, where they stand, how they are read, and what is measured."""
    for entity in held.entities:
        for target in entity.targets:
            place = Line(PLACE, _NAMED.format(name=entity.name, id=entity.id))
            lines = (place, *commitment(target, held.documents), *_measured(target.indicator))
            yield Explanation(target.id, target.indicator.name, sort, lines)


def places(held: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every place: what it is, and its targets."""
    for entity in held.entities:
        yield Explanation(entity.id, entity.name, sort, tuple(_place(entity)), entity.aliases)


def indicators(held: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every indicator: what is measured and how, what holds between it and others."""
    for one in held.catalogue.indicators.values():
        lines = (*measure(one, held.catalogue), *_around(one, held))
        yield Explanation(one.id, one.name, sort, lines, (one.short.zh, one.short.en))


def scopes(held: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every statistical scope."""
    for scope in held.catalogue.scopes.values():
        wanting = [one.id for one in held.catalogue.indicators.values() if scope.id in one.scopes]
        lines = [Line(DEFINITION, scope.definition)]
        if wanting:
            lines.append(Line(WANTED_BY, _listed(wanting)))
        yield Explanation(scope.id, scope.name, sort, tuple(lines))


def relations(held: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every kind of relation, and where the catalogue has one."""
    for data, kind in RELATION_KINDS.items():
        every = [one for one in held.catalogue.relations if type(one) is data]
        lines = (Line(RELATION, _sentence(one, held.catalogue)) for one in every)
        yield Explanation(kind.id, kind.sentence.blanked(), sort, (Line(NOTE, kind.doc), *lines))


def commitment(target: Target, documents: Documents) -> Iterator[Line]:
    """Return what a target commits to: its words, their place, how they are read, and the due year."""
    title = cited_in(target.source.document, documents)
    yield Line(WORDING, _QUOTED.format(words=target.source.wording))
    yield Line(SOURCE, target.source.told(title))
    how = target.comparator.how_read(target.source.read)
    yield Line(READING, Text.joined((_SENTENCE.format(words=required(target)), how)))
    other = target.other_reading
    if other:
        words = _SENTENCE.format(words=required(target, other.comparator, other.value))
        yield Line(OTHER_READING, Text.joined((words, _FIRST_DECIDES)))
    yield Line(DUE, _BY_END.format(year=target.due))
    yield from _details(target)


def _details(target: Target) -> Iterator[Line]:
    """Return the lines that only some targets have."""
    if target.stretch is not None:
        yield Line(STRETCH, Text.same(f"{plain(target.stretch)}{target.unit}"))
    if target.aspiration:
        yield Line(ASPIRATION, _WEIGHS_NOTHING)
    if target.nature:
        yield Line(BINDING, _word(target.nature.term, target.nature.id))
    if base := base_in_words(target):
        yield Line(BASE, base)
    if target.since:
        yield Line(SINCE, Text.same(str(target.since)))
    if target.parts:
        parts = (_NAMED.format(name=name, id=id) for id, name in target.parts.items())
        yield Line(PARTS, Text.joined(parts, "、", "; "))
    if target.note:
        yield Line(NOTE, target.note)
    if target.superseded_by:
        yield Line(SUPERSEDED, Text.same(f"{target.entity}.{target.superseded_by}"))


def measure(indicator: Indicator, catalogue: Catalogue, keys: bool = True) -> Iterator[Line]:
    """Return what an indicator measures: unit, counting, definition, scopes, and what makes an item count.

    ``keys``: name the keys that an item must state.
    """
    yield from _facts(indicator)
    if indicator.change:
        yield Line(CHANGE, change_told(indicator.change, catalogue))
    yield from _measured(indicator)[1:]
    for id in indicator.scopes:
        scope = catalogue.scopes[id]
        yield Line(SCOPE, _SCOPE.format(name=scope.name, definition=scope.definition))
    if indicator.is_listed:
        yield Line(ELIGIBLE, eligible_told(indicator, keys))


def _measured(indicator: Indicator) -> tuple[Line, ...]:
    lines = [
        Line(INDICATOR, _NAMED.format(name=indicator.name, id=indicator.id)),
        Line(DEFINITION, indicator.definition),
    ]
    if indicator.standard:
        lines.append(Line(STANDARD, Text.same(indicator.standard)))
    return tuple(lines)


def _facts(indicator: Indicator) -> Iterator[Line]:
    yield Line(KIND, indicator.kind.term)
    if indicator.unit:
        yield Line(UNIT, Text.same(indicator.unit))
    if indicator.nature:
        yield Line(NATURE, indicator.nature.term)
    if indicator.counting:
        yield Line(COUNTING, _word(indicator.counting.term, indicator.counting.id))


def change_told(change: Change, catalogue: Catalogue) -> Text:
    """Return what a rate is a change of, from when, and at which prices."""
    of, since = catalogue.indicators.get(change.of), change.since
    start = since.words if since else _NO_BASE if change.lacks_base else _YEAR_BEFORE
    priced = of is not None and of.kind.is_money
    prices = (change.prices or Prices.CONSTANT).term
    return _CHANGE.format(
        of=of.name if of else change.of,
        how=change.how.term,
        since=start,
        prices=_PRICES.format(prices=prices) if priced else Text("", ""),
    )


def _word(term: Text, id: str) -> Text:
    """Return a word of a closed list with its id, unless the English word is the id."""
    named = _NAMED.format(name=term, id=id)
    return Text(named.zh, id if term.en == id else named.en)


def _around(indicator: Indicator, held: Published) -> Iterator[Line]:
    """Return the relations of an indicator, and the targets on it."""
    for relation in held.catalogue.relations:
        if indicator.id in _values(relation).values():
            doc = RELATION_KINDS[type(relation)].doc
            yield Line(RELATION, Text.joined((_sentence(relation, held.catalogue), doc)))
    for entity in held.entities:
        yield from (_target(one) for one in entity.targets if one.indicator.id == indicator.id)


def _target(target: Target) -> Line:
    return Line(TARGET, _SAID.format(id=target.id, words=required(target)))


def _place(entity: Entity) -> Iterator[Line]:
    yield Line(KIND, entity.kind.term)
    if entity.within:
        yield Line(WITHIN, Text.same(entity.within))
    yield from map(_target, entity.targets)
    if entity.tasks:
        yield Line(TASKS, Text.joined(entity.tasks, "、", "; "))


def eligible_told(indicator: Indicator, keys: bool = False) -> Text:
    """Return what makes an item of a count eligible; ``keys``: with the keys that it must state."""
    conditions, eligible = [], indicator.eligible or Eligibility()
    if indicator.item_fields:
        fields = {field: indicator.item_term(field) for field in indicator.item_fields}
        said = (_word(term, field) if keys else term for field, term in fields.items())
        conditions.append(_STATED.format(fields=Text.joined(said, "、", ", ")))
    if eligible.levels:
        levels = Text.joined((level.term for level in eligible.levels), "或", " or ")
        conditions.append(_LEVELS.format(levels=levels))
    if eligible.certificate:
        conditions.append(_CERTIFICATE.format(standard=eligible.certificate))
    conditions.append(_DATED if indicator.nature is Nature.ADDED else _VALID)
    return Text.joined(conditions, "；", "; ")


def _sentence(relation: Relation, catalogue: Catalogue) -> Text:
    """Return a relation in words, each indicator by its short name."""
    kind, values = RELATION_KINDS[type(relation)], _values(relation)
    measured = next(catalogue.indicators[id] for id in values.values() if id in catalogue.indicators)
    shown = {key: _shown(value, measured, catalogue) for key, value in values.items()}
    return _SENTENCE.format(words=kind.sentence.format(**shown))


def _values(relation: Relation) -> dict[str, Any]:
    """Return the indicators of a relation, and the other values of its sentence."""
    return relation._asdict()


def _shown(value: Any, measured: Indicator, catalogue: Catalogue) -> object:
    if isinstance(value, Fraction):
        return f"{plain(value)}{measured.unit or ''}"
    indicator = catalogue.indicators.get(value)
    return indicator.short if indicator else value


def _listed(ids: Sequence[str]) -> Text:
    return Text("、".join(ids), ", ".join(ids))
