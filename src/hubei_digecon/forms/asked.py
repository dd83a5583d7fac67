"""What a form asks for: the indicators of a place's targets, then those by which they are held to account."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..domain.targets import Catalogue, Documents, Entity, Indicator, Ratio, Scope, Target
from ..domain.words import Counting
from ..explain.published import commitment, measure
from ..judging.message import required
from ..show.explain import Line
from ..text import Text

_REQUIRED = Text("{required}（{due}年）", "{required} (by the end of {due})")
_HELPS = Text("用于核算{names}", "helps to recompute {names}")


class Asked(NamedTuple):
    """One indicator that a form asks for.

    ``targets`` are those of the place on it, none where it only helps to judge others; ``purpose`` is
    what is required, or what it helps with; ``lines`` is all else there is to say of it; ``scopes`` are
    those its figure can be of; ``rates`` are those asked for that are computed from its figures.
    """

    indicator: Indicator
    targets: tuple[Target, ...]
    purpose: Text
    lines: tuple[Line, ...]
    scopes: tuple[Scope, ...] = ()
    rates: tuple[Indicator, ...] = ()

    @property
    def counting(self) -> Counting | None:
        """The counting that its figure should have: by its first target, where it has one."""
        return self.targets[0].counting if self.targets else self.indicator.counting


def asked(entity: Entity, catalogue: Catalogue, documents: Documents) -> tuple[Asked, ...]:
    """Return what a form of a place asks for: the indicators of its targets in the documents, in the order of
    its file, then the parts of the shares among them and what the rates among them are computed from. Each
    stands once, whatever the number of its targets.
    """
    on: dict[str, list[Target]] = {}
    for target in entity.judged(documents):
        on.setdefault(target.indicator.id, []).append(target)
    of_targets = (_of_targets(tuple(targets), catalogue, documents) for targets in on.values())
    every = (*of_targets, *_parts(on, catalogue))
    rates = {of: tuple(one for one in some if one.id in on) for of, some in catalogue.recomputed.items()}
    return tuple(one._replace(rates=rates.get(one.indicator.id, ())) for one in every)


def due_year(entity: Entity, documents: Documents) -> int | None:
    """Return the year by which most targets in the documents are due, the latest of equals; ``None`` without
    a target.
    """
    years = Counter(target.due for target in entity.judged(documents))
    return max(years, key=lambda year: (years[year], year), default=None)


def _of_targets(targets: tuple[Target, ...], catalogue: Catalogue, documents: Documents) -> Asked:
    indicator = targets[0].indicator
    purposes = (_REQUIRED.format(required=required(target), due=target.due) for target in targets)
    told = (line for target in targets for line in commitment(target, documents))
    lines = (*told, *measure(indicator, catalogue, keys=False))
    purpose = Text.joined(purposes, "；", "; ")
    return Asked(indicator, targets, purpose, lines, _scopes(indicator, catalogue))


def _parts(on: Mapping[str, list[Target]], catalogue: Catalogue) -> Iterator[Asked]:
    """Return what shares and rates that are asked for are computed from, where it is no target."""
    helped: dict[str, list[Text]] = {}
    for relation in catalogue.relations:
        if isinstance(relation, Ratio) and relation.share in on:
            for part in (relation.numerator, relation.denominator):
                helped.setdefault(part, []).append(catalogue.indicators[relation.share].short)
    for of, rates in catalogue.recomputed.items():
        for rate in rates:
            if rate.id in on:
                helped.setdefault(of, []).append(rate.short)
    for part, shares in helped.items():
        if part not in on:
            indicator = catalogue.indicators[part]
            purpose = _HELPS.format(names=Text.joined(shares, "、", ", "))
            lines = tuple(measure(indicator, catalogue))
            yield Asked(indicator, (), purpose, lines, _scopes(indicator, catalogue))


def _scopes(indicator: Indicator, catalogue: Catalogue) -> tuple[Scope, ...]:
    return tuple(catalogue.scopes[id] for id in indicator.scopes)
