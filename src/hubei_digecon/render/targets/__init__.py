"""The published targets, shown: what all formats of them have in common."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...comparators import MILESTONE
from ...exact import plain
from ...findings import FileDigest
from ...model.targets import Entity, PolicyDocument, Target
from ...text import Text
from ..cited import cited_as
from ..escape import visible
from ..view import View

PUBLISHED = Text(
    "{title}：共{all}个（{kinds}），已公布目标{published}个（{published} of {all}）。",
    "{title}: {published} of {all} published ({kinds}).",
)
ENTITY = Text("{name}（{id}），{kind}：目标{count}项", "{name} ({id}), {kind}: {count} targets")
NAMED = Text("{kind}{number}个", "{number} × {kind}")
WORDING = Text(
    "原文：“{wording}”，{document}第{paragraph}段", "wording: “{wording}”, {document}, paragraph {paragraph}"
)
NOTE = Text("说明：{note}", "note: {note}")
STRETCH = Text("，上限（或力争目标）{stretch}", ", upper end or stretch {stretch}")
SUPERSEDED = Text("已由 {key} 取代，不再核验", "superseded by {key}, no longer judged")
TASKS = Text("任务（只记录，不核验）：{tasks}", "tasks (recorded, never judged): {tasks}")
WORDINGS = Text("目标原文及出处", "Wordings and where they stand")
ID = Text("标识", "Id")
PLACES = (
    ID,
    Text("类别", "Kind"),
    Text("目标项数", "Targets"),
    Text("别名", "Also called"),
    Text("名称", "Name"),
)
TARGETS = (
    Text("序号", "No"),
    ID,
    Text("指标名称", "Indicator"),
    Text("目标值", "Target"),
    Text("目标年", "Due"),
)
NUMBERS = {"places": {2}, "targets": {0, 4}}
"""Columns of numbers, set to the right."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be listed: places, all or the ``one`` asked for; the documents; the files they stand in."""

    entities: tuple[Entity, ...]
    documents: Mapping[str, PolicyDocument]
    files: tuple[FileDigest, ...]
    one: bool = False


def published(shown: Shown, view: View) -> Iterator[str]:
    """Return a line a document: how many places it names, and how many of them are published."""
    for document in shown.documents.values():
        kinds = [NAMED.format(kind=kind.term, number=number) for kind, number in document.named.items()]
        yield view.say(
            PUBLISHED,
            title=document.title,
            all=sum(document.named.values()),
            published=citing(document, shown),
            kinds=Text.joined(kinds, "、", ", "),
        )


def citing(document: PolicyDocument, shown: Shown) -> int:
    """Return how many of the places shown have a target that a document sets."""
    return sum(
        any(target.source.document == document.id for target in entity.targets) for entity in shown.entities
    )


def head(entity: Entity, view: View) -> str:
    """Return the line that says which place it is."""
    values = {"id": entity.id, "name": entity.name, "kind": entity.kind.term}
    return view.say(ENTITY, count=len(entity.in_force), **values)


def place_row(entity: Entity, view: View) -> tuple[str, ...]:
    """Return the row of a place, as :data:`PLACES` names its cells; no text of a file breaks a line."""
    kind, name = view.say(entity.kind.term), view.say(entity.name)
    aliases = "、".join(entity.aliases) if view.lang == "zh" else ", ".join(entity.aliases)
    return entity.id, kind, str(len(entity.in_force)), visible(aliases), visible(name)


def target_row(number: int, target: Target, view: View) -> tuple[str, ...]:
    """Return the row of a target, as :data:`TARGETS` names its cells."""
    return (
        str(number),
        target.key,
        visible(view.say(target.indicator.short)),
        view.say(required(target)),
        str(target.due),
    )


def details(target: Target, documents: Mapping[str, PolicyDocument], view: View) -> Iterator[str]:
    """Return what stands beside a target: its wording, the note on it, and by what it was replaced."""
    yield view.say(WORDING, **cited_as(target, documents))
    if target.note:
        yield view.say(NOTE, note=target.note)
    if target.superseded_by:
        yield view.say(SUPERSEDED, key=target.superseded_by)


def tasks(entity: Entity, view: View) -> Iterator[str]:
    """Return the line of tasks, where a place has some."""
    if entity.tasks:
        yield view.say(TASKS, tasks=Text.joined(entity.tasks, "、", "; "))


def required(target: Target) -> Text:
    """Return what a target requires, in words, with its upper end or stretch."""
    if target.comparator is MILESTONE or target.value is None:
        return target.comparator.sentence
    words = target.comparator.sentence.format(required=f"{plain(target.value)}{target.unit}")
    if target.stretch is None:
        return words
    stretch = STRETCH.format(stretch=f"{plain(target.stretch)}{target.unit}")
    return Text.joined((words, stretch), en="")
