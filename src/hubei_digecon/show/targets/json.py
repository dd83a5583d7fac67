"""The published targets in JSON, version 1 (``digecon schema listing``)."""

from fractions import Fraction

from ...domain.targets import Entity, PolicyDocument, Target
from ...quantity.numbers import plain
from ...shapes.result import ResultFile, ResultTargets, Tool
from ...shapes.target_list import (
    FORMAT,
    ListedDocument,
    ListedPlace,
    ListedReading,
    ListedTarget,
    ListedTolerance,
    Listing,
)
from ...version import VERSION
from ..json import base_result, document, source_of
from ..view import View
from . import TargetList, required


def listed(targets: TargetList, view: View) -> str:
    """Return what is listed as JSON; the view does not change it."""
    return document(listing(targets))


def listing(targets: TargetList) -> Listing:
    """Return what is listed in the types of its JSON form."""
    return Listing(
        format=FORMAT,
        tool=Tool("digecon", VERSION),
        targets=ResultTargets([ResultFile(file.path, file.sha256) for file in targets.files]),
        documents=[_document(one) for one in targets.documents.values()],
        places=[_place(entity) for entity in targets.entities],
    )


def _document(one: PolicyDocument) -> ListedDocument:
    return ListedDocument(
        one.id,
        one.title,
        sum(one.named.values()) if one.named else None,
        one.published,
        one.number,
        one.issuer,
        one.date.isoformat() if one.date else None,
        list(one.addresses),
        one.seen.id if one.seen else None,
        one.default,
        one.note,
    )


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
        source=source_of(source),
        superseded_by=f"{target.entity}.{replaced}" if replaced else None,
        note=target.note,
        weighs=target.weighs,
        aspiration=target.aspiration,
        tolerance=_tolerance(target),
        base=base_result(target),
        per_year=target.per_year,
        nature=target.nature.id if target.nature else None,
    )


def _tolerance(target: Target) -> ListedTolerance | None:
    if target.tolerance is None:
        return None
    below, above, is_relative, _ = target.tolerance
    return ListedTolerance(plain(below), plain(above), is_relative)


def _number(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)
