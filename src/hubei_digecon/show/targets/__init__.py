"""The published targets as a document: a table, and the wordings below it."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from ...domain.assessments import FileDigest
from ...domain.targets import Entity, PolicyDocument, Target
from ...judging.message import base_in_words
from ...judging.message import required as in_words
from ...quantity.numbers import plain
from ...text import Text
from ..document import Column, Entry, EntryList, Paragraph, Section, ShownDocument, Table
from ..escape import visible
from ..findings import cited_as
from ..view import View

PUBLISHED = Text(
    "{title}：共{all}个（{kinds}），已公布目标{published}个（{published} of {all}）。",
    "{title}: {published} of {all} published ({kinds}).",
)
SETS = Text("{title}：有目标的对象{published}个。", "{title}: targets for {published} places.")
ID_OF = Text("标识 {id}", "id {id}")
NUMBER_OF = Text("{number}", "No. {number}")
SEEN = Text("所据为{seen}", "read: {seen}")
DEFAULT = Text("未指定文件时按它核验", "judged by where no document is named")
ENTITY = Text("{name}（{id}），{kind}：目标{count}项", "{name} ({id}), {kind}: {count} targets")
NAMED = Text("{kind}{number}个", "{number} × {kind}")
WORDING = Text("原文：“{wording}”，{told}", "wording: “{wording}”, {told}")
NOTE = Text("说明：{note}", "note: {note}")
ASPIRED = Text("力争目标，不作为认定结论的依据", "an aspiration, never part of a verdict")
BINDING = Text("{nature}目标", "{nature} target")
BASE = Text("基期值：{base}", "base: {base}")
STRETCH = Text("，上限（或力争目标）{stretch}", ", upper end or stretch {stretch}")
SUPERSEDED = Text("已由 {key} 取代，不再核验", "superseded by {key}, no longer judged")
TASKS = Text("任务（只记录，不核验）：{tasks}", "tasks (recorded, never judged): {tasks}")
PLACES_TITLE = Text("城市和园区", "Places")
WORDINGS = Text("目标原文及出处", "Wordings and where they stand")


class TargetList(NamedTuple):
    """What is to be listed: places, all or the ``one`` asked for; the documents; the files they stand in."""

    entities: tuple[Entity, ...]
    documents: Mapping[str, PolicyDocument]
    files: tuple[FileDigest, ...]
    one: bool = False


class NumberedTarget(NamedTuple):
    """A target with its number among those of its place."""

    number: int
    target: Target


def targets_document(listed: TargetList, view: View) -> ShownDocument:
    """Return the places, or the targets of one place, as a document."""
    if listed.one:
        return ShownDocument(
            view, sections=tuple(_section(entity, listed, view) for entity in listed.entities)
        )
    lead = tuple(Paragraph((line,)) for line in published(listed, view))
    return ShownDocument(
        view, lead=lead, tables=(Table(PLACES_TITLE, PLACES, listed.entities, marks_gaps=False),)
    )


def _section(entity: Entity, listed: TargetList, view: View) -> Section:
    rows = tuple(map(NumberedTarget, count(1), entity.targets))
    entries = (
        Entry(view.say(one.indicator.name), tuple(details(one, listed.documents, view)))
        for one in entity.targets
    )
    return Section(
        head(entity, view),
        table=Table(WORDINGS, TARGETS, rows, marks_gaps=False),
        listings=(EntryList(view.say(WORDINGS), tuple(entries), is_numbered=True),),
        closing=tuple(Paragraph((line,)) for line in tasks(entity, view)),
    )


def published(shown: TargetList, view: View) -> Iterator[str]:
    """Return the lines on each document: how many places it names, and for how many targets are published;
    who issued it, and what was read.
    """
    for document in shown.documents.values():
        kinds = [NAMED.format(kind=kind.term, number=number) for kind, number in document.named.items()]
        yield view.say(
            PUBLISHED if kinds else SETS,
            title=document.title,
            all=sum(document.named.values()),
            published=citing(document, shown),
            kinds=Text.joined(kinds, "、", ", "),
        )
        yield view.say(Text.joined(_facts(document), "；", "; "))


def _facts(document: PolicyDocument) -> Iterator[Text]:
    """Return what is known of a document, its id first."""
    yield ID_OF.format(id=document.id)
    if document.number:
        yield NUMBER_OF.format(number=document.number)
    if document.issuer:
        yield document.issuer
    if document.date:
        yield Text.same(document.date.isoformat())
    if document.seen:
        yield SEEN.format(seen=document.seen.term)
    yield from map(Text.same, document.addresses)
    if document.default:
        yield DEFAULT


def citing(document: PolicyDocument, shown: TargetList) -> int:
    """Return how many of the places shown have a target that a document sets."""
    return sum(
        any(target.source.document == document.id for target in entity.targets) for entity in shown.entities
    )


def head(entity: Entity, view: View) -> str:
    """Return the line that names a place."""
    values = {"id": entity.id, "name": entity.name, "kind": entity.kind.term}
    return view.say(ENTITY, count=len(entity.in_force), **values)


def _aliases(entity: Entity, view: View) -> str:
    """Return the other names of a place; no text of a file breaks a line."""
    return visible("、".join(entity.aliases) if view.lang == "zh" else ", ".join(entity.aliases))


def details(target: Target, documents: Mapping[str, PolicyDocument], view: View) -> Iterator[str]:
    """Return the wording of a target, the note on it, and the target that replaces it."""
    yield view.say(WORDING, **cited_as(target, documents))
    if target.aspiration:
        yield view.say(ASPIRED)
    if target.nature:
        yield view.say(BINDING, nature=target.nature.term)
    if base := base_in_words(target):
        yield view.say(BASE, base=base)
    if target.note:
        yield view.say(NOTE, note=target.note)
    if target.superseded_by:
        yield view.say(SUPERSEDED, key=target.superseded_by)


def tasks(entity: Entity, view: View) -> Iterator[str]:
    """Return the line of tasks of a place that has some."""
    if entity.tasks:
        yield view.say(TASKS, tasks=Text.joined(entity.tasks, "、", "; "))


def required(target: Target) -> Text:
    """Return in words what a target requires, with its upper end or stretch."""
    if target.comparator.is_attested or target.value is None:
        return target.comparator.sentence
    words = in_words(target)
    if target.stretch is None:
        return words
    stretch = STRETCH.format(stretch=f"{plain(target.stretch)}{target.unit}")
    return Text.joined((words, stretch), en="")


ID = Text("标识", "Id")

PLACES: tuple[Column[Entity], ...] = (
    Column("entity", ID, lambda row, _: row.id, role="id"),
    Column("kind", Text("类别", "Kind"), lambda row, view: view.say(row.kind.term)),
    Column("targets", Text("目标项数", "Targets"), lambda row, _: len(row.in_force), role="number"),
    Column("aliases", Text("别名", "Also called"), _aliases),
    Column("name", Text("名称", "Name"), lambda row, view: visible(view.say(row.name))),
)
"""The columns of the list of places."""

TARGETS: tuple[Column[NumberedTarget], ...] = (
    Column("number", Text("序号", "No"), lambda row, _: row.number, role="number"),
    Column("target", ID, lambda row, _: row.target.key, role="id"),
    Column(
        "indicator",
        Text("指标名称", "Indicator"),
        lambda row, view: visible(view.say(row.target.indicator.short)),
        role="name",
    ),
    Column("required", Text("目标值", "Target"), lambda row, view: view.say(required(row.target))),
    Column("due", Text("目标年", "Due"), lambda row, _: row.target.due, role="number"),
)
"""The columns of the targets of one place."""
