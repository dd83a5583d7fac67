"""Reports that count, judged → the rows of the scoreboard, in the order of the notice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ..findings import Assessment, Finding, Outcome, Reason
from ..model.targets import Entity, PolicyDocument
from ..model.words import EntityKind
from .board import Change, Row, ValueChange
from .ranking import Rank, Ranking, rank
from .recipe import Recipe
from .score import Part, Score, score_of, weighted


@dataclass(frozen=True, slots=True)
class Place:
    """A place and what was found of it: how many reports, the assessment of the one that counts for
    the period, and of the one before.
    """

    entity: Entity
    found: int = 0
    assessment: Assessment | None = None
    earlier: Assessment | None = None


def in_notice_order(entities: Iterable[Entity], documents: Mapping[str, PolicyDocument]) -> list[Entity]:
    """Return places with targets in the order in which the documents speak of them."""
    order = list(documents)

    def standing(entity: Entity) -> tuple[int, int, str]:
        sources = [(order.index(one.source.document), one.source.paragraph) for one in entity.in_force]
        return (*min(sources), entity.id)

    return sorted((entity for entity in entities if entity.in_force), key=standing)


def rows_of(places: Iterable[Place], recipe: Recipe) -> tuple[tuple[Row, ...], dict[EntityKind, Ranking]]:
    """Return a row for each place in their order, and the ranking of each kind, where one was asked for."""
    rows = tuple(_row(place, recipe) for place in places)
    if not recipe.ranked:
        return rows, {}
    rankings = {kind: rank(_scores(rows, kind)) for kind in dict.fromkeys(row.entity.kind for row in rows)}
    return tuple(replace(row, rank=_rank_in(rankings, row)) for row in rows), rankings


def _scores(rows: Sequence[Row], kind: EntityKind) -> dict[str, Score]:
    return {row.entity.id: row.score for row in rows if row.score and row.entity.kind is kind}


def _rank_in(rankings: Mapping[EntityKind, Ranking], row: Row) -> Rank | None:
    return rankings[row.entity.kind].ranks.get(row.entity.id)


def _row(place: Place, recipe: Recipe) -> Row:
    made = place.assessment
    if made is None or not made.findings:
        return Row(place.entity, place.found, made)
    score = score_of(made.findings, recipe.weights)
    change = _change(score, place.earlier, recipe) if place.earlier else None
    return Row(place.entity, place.found, made, score, largest_gap(score), change)


def largest_gap(score: Score) -> Finding | None:
    """Return the finding that falls short of its target by most, as a share of the target.

    Units differ, so gaps compare only so. ``None`` where nothing falls short.
    """
    short = [part for part in score.valued if part.attainment != 1 or part.finding.outcome is Outcome.MISSED]
    return min(short, key=_attained).finding if short else None


def _attained(part: Part) -> Fraction:
    return part.attainment if part.attainment is not None else Fraction(0)


def _change(now: Score, earlier: Assessment, recipe: Recipe) -> Change:
    """Return the change of the mean over the targets that have a value in both reports."""
    then = {part.finding.target.id: part for part in score_of(earlier.findings, recipe.weights).parts}
    pairs = [(part, then[id]) for part in now.parts if (id := part.finding.target.id) in then]
    both = [pair for pair in pairs if all(part.attainment is not None for part in pair)]
    after = weighted((part.weight, part.attainment) for part, _ in both)
    before = weighted((part.weight, part.attainment) for _, part in both)
    mean = None if after is None or before is None else after - before
    values = [ValueChange(part.finding, old.finding) for part, old in pairs]
    alike = [one for one in values if not (_is_bound(one.finding) or _is_bound(one.earlier))]
    return Change(earlier, mean, len(both), tuple(alike))


def _is_bound(finding: Finding) -> bool:
    """Whether a finding rests on a figure of another scope or counting, or on a bound: none to subtract."""
    return finding.decided_bound is not None or Reason.SCOPE in finding.reasons


def unpublished(documents: Mapping[str, PolicyDocument]) -> tuple[int, int]:
    """Return how many places the documents name, and for how many of them no targets are published."""
    named = sum(number for one in documents.values() for number in one.named.values())
    return named, named - sum(one.published for one in documents.values())
