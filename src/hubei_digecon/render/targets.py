"""The published targets for people: the places that have some, or those of one place."""

from collections.abc import Mapping

from ..comparators import MILESTONE
from ..exact import plain
from ..model.targets import Entity, PolicyDocument, Target
from ..text import Text
from .cited import cited_as
from .escape import visible
from .view import View

PUBLISHED = Text(
    "{title}：共{all}个（{kinds}），已公布目标{published}个（{published} of {all}）。",
    "{title}: {published} of {all} published ({kinds}).",
)
ENTITY = Text("{id}  {name}（{kind}）：目标{count}项", "{id}  {name} ({kind}): {count} targets")
NAMED = Text("{kind}{number}个", "{number} × {kind}")
TARGET = Text("{id}  {name}：{required}（{due}年）", "{id}  {name}: {required} (by the end of {due})")
WORDING = Text(
    "原文：“{wording}”，{document}第{paragraph}段", "wording: “{wording}”, {document}, paragraph {paragraph}"
)
NOTE = Text("说明：{note}", "note: {note}")
STRETCH = Text("，上限（或力争目标）{stretch}", ", upper end or stretch {stretch}")
SUPERSEDED = Text("已由 {key} 取代，不再核验", "superseded by {key}, no longer judged")
TASKS = Text("任务（只记录，不核验）：{tasks}", "tasks (recorded, never judged): {tasks}")


def entities_text(entities: tuple[Entity, ...], documents: Mapping[str, PolicyDocument], view: View) -> str:
    """Return a line a document, with how many of its places are published, and a line a place."""
    lines = [_published(document, entities, view) for document in documents.values()]
    for entity in entities:
        values = {"id": entity.id, "name": entity.name, "kind": entity.kind.term}
        lines.append("  " + view.say(ENTITY, count=len(entity.in_force), **values))
    return _joined(lines)


def entity_text(entity: Entity, documents: Mapping[str, PolicyDocument], view: View) -> str:
    """Return the targets of one place, each with its wording, where it stands, and the notes on it."""
    values = {"id": entity.id, "name": entity.name, "kind": entity.kind.term}
    lines = [view.say(ENTITY, count=len(entity.in_force), **values)]
    for target in entity.targets:
        lines.extend(f"  {line}" for line in _target(target, documents, view))
    if entity.tasks:
        tasks = Text.joined(entity.tasks, "、", "; ")
        lines.append("  " + view.say(TASKS, tasks=tasks))
    return _joined(lines)


def _published(document: PolicyDocument, entities: tuple[Entity, ...], view: View) -> str:
    citing = [
        entity
        for entity in entities
        if any(target.source.document == document.id for target in entity.targets)
    ]
    kinds = [NAMED.format(kind=kind.term, number=number) for kind, number in document.named.items()]
    return view.say(
        PUBLISHED,
        title=document.title,
        all=sum(document.named.values()),
        published=len(citing),
        kinds=Text.joined(kinds, "、", ", "),
    )


def _target(target: Target, documents: Mapping[str, PolicyDocument], view: View) -> list[str]:
    values = {"id": target.id, "name": target.indicator.name, "due": target.due}
    lines = [view.say(TARGET, required=_required(target), **values)]
    details = [view.say(WORDING, **cited_as(target, documents))]
    if target.note:
        details.append(view.say(NOTE, note=target.note))
    if target.superseded_by:
        details.append(view.say(SUPERSEDED, key=target.superseded_by))
    return [*lines, *(f"    {line}" for line in details)]


def _required(target: Target) -> Text:
    if target.comparator is MILESTONE or target.value is None:
        return target.comparator.sentence
    words = target.comparator.sentence.format(required=f"{plain(target.value)}{target.unit}")
    if target.stretch is None:
        return words
    stretch = STRETCH.format(stretch=f"{plain(target.stretch)}{target.unit}")
    return Text.joined((words, stretch), en="")


def _joined(lines: list[str]) -> str:
    return "\n".join(visible(line) for line in lines) + "\n"
