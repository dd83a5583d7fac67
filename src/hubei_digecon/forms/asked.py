"""What a form asks for: the indicators of a place's targets, then those by which they are held to account."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..evaluate.message import required
from ..explaining.published import commitment, measure
from ..model.targets import Catalogue, Entity, Indicator, PolicyDocument, Ratio, Scope, Target
from ..render.explain import Line
from ..text import Text

_REQUIRED = Text("{required}（{due}年）", "{required} (by the end of {due})")
_HELPS = Text("用于核算{names}", "helps to recompute {names}")


@dataclass(frozen=True, slots=True)
class Asked:
    """One indicator that a form asks for.

    ``targets`` are those of the place on it, none where it only helps to judge others; ``purpose`` is
    what is required, or what it helps with; ``lines`` is all else there is to say of it; ``scopes`` are
    those its figure can be of.
    """

    indicator: Indicator
    targets: tuple[Target, ...]
    purpose: Text
    lines: tuple[Line, ...]
    scopes: tuple[Scope, ...] = ()


def asked(entity: Entity, catalogue: Catalogue, documents: Mapping[str, PolicyDocument]) -> tuple[Asked, ...]:
    """Return what a form of a place asks for: its targets' indicators in the order of its file, then
    the parts of the shares among them. Each stands once, whatever the number of its targets.
    """
    on: dict[str, list[Target]] = {}
    for target in entity.in_force:
        on.setdefault(target.indicator.id, []).append(target)
    of_targets = (_of_targets(tuple(targets), catalogue, documents) for targets in on.values())
    return (*of_targets, *_parts(on, catalogue))


def due_year(entity: Entity) -> int | None:
    """Return the year by which most targets are due, the latest of equals; ``None`` without a target."""
    years = Counter(target.due for target in entity.in_force)
    return max(years, key=lambda year: (years[year], year), default=None)


def _of_targets(
    targets: tuple[Target, ...], catalogue: Catalogue, documents: Mapping[str, PolicyDocument]
) -> Asked:
    indicator = targets[0].indicator
    purposes = (_REQUIRED.format(required=required(target), due=target.due) for target in targets)
    told = (line for target in targets for line in commitment(target, documents))
    lines = (*told, *measure(indicator, catalogue, keys=False))
    purpose = Text.joined(purposes, "；", "; ")
    return Asked(indicator, targets, purpose, lines, _scopes(indicator, catalogue))


def _parts(on: Mapping[str, list[Target]], catalogue: Catalogue) -> Iterator[Asked]:
    """Return the numerators and denominators of shares that are asked for, but are no targets."""
    helped: dict[str, list[Text]] = {}
    for relation in catalogue.relations:
        if isinstance(relation, Ratio) and relation.share in on:
            for part in (relation.numerator, relation.denominator):
                helped.setdefault(part, []).append(catalogue.indicators[relation.share].short)
    for part, shares in helped.items():
        if part not in on:
            indicator = catalogue.indicators[part]
            purpose = _HELPS.format(names=Text.joined(shares, "、", ", "))
            lines = tuple(measure(indicator, catalogue))
            yield Asked(indicator, (), purpose, lines, _scopes(indicator, catalogue))


def _scopes(indicator: Indicator, catalogue: Catalogue) -> tuple[Scope, ...]:
    return tuple(catalogue.scopes[id] for id in indicator.scopes)
