"""The published targets in JSON, version 1 (``digecon schema listing``)."""

from fractions import Fraction

from ...exact import plain
from ...listing import FORMAT, ListedDocument, ListedPlace, ListedReading, ListedTarget, Listing
from ...model.targets import Entity, PolicyDocument, Target
from ...result import ResultFile, ResultSource, ResultTargets, Tool
from ...version import VERSION
from ..json import document
from ..view import View
from . import Shown, required


def listed(shown: Shown, view: View) -> str:
    """Return what is listed as JSON; the view does not change it."""
    return document(listing(shown))


def listing(shown: Shown) -> Listing:
    """Return what is listed in the types of its JSON form."""
    return Listing(
        format=FORMAT,
        tool=Tool("digecon", VERSION),
        targets=ResultTargets([ResultFile(file.path, file.sha256) for file in shown.files]),
        documents=[_document(one) for one in shown.documents.values()],
        places=[_place(entity) for entity in shown.entities],
    )


def _document(one: PolicyDocument) -> ListedDocument:
    return ListedDocument(one.id, one.title, sum(one.named.values()), one.published)


def _place(entity: Entity) -> ListedPlace:
    return ListedPlace(
        entity=entity.id,
        kind=entity.kind.id,
        name=entity.name,
        aliases=list(entity.aliases),
        within=entity.within,
        tasks=list(entity.tasks),
        targets=[_target(target) for target in entity.targets],
    )


def _target(target: Target) -> ListedTarget:
    source, other = target.source, target.other_reading
    replaced = target.superseded_by
    return ListedTarget(
        target=target.id,
        indicator=target.indicator.id,
        name=target.indicator.name,
        kind=target.indicator.kind.id,
        due=target.due,
        comparator=target.comparator.id,
        required=_number(target.value),
        stretch=_number(target.stretch),
        unit=target.unit,
        since=target.since.isoformat() if target.since else None,
        parts=dict(target.parts),
        words=required(target),
        other_reading=ListedReading(other.comparator.id, plain(other.value)) if other else None,
        source=ResultSource(source.document, source.paragraph, source.wording),
        superseded_by=f"{target.entity}.{replaced}" if replaced else None,
        note=target.note,
    )


def _number(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)
