"""Make the rows of the scoreboard from judged reports, in the order of the notice."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..domain.assessments import Assessment
from ..domain.findings import Finding
from ..domain.outcomes import Outcome, Reason
from ..domain.scoreboard import (
    RankedGroup,
    Ranking,
    Recipe,
    Score,
    ScoreboardRow,
    ScoreChange,
    ScorePart,
    ValueChange,
    weighted,
)
from ..domain.targets import Documents, Entity
from ..trends.change import change_of
from .ranking import rank
from .score import score_of


class ScoredPlace(NamedTuple):
    """A place and its reports: how many were found, the assessment of the one that counts for the period, and
    that of the previous one.
    """

    entity: Entity
    found: int = 0
    assessment: Assessment | None = None
    earlier: Assessment | None = None
    document: str | None = None


def in_notice_order(entities: Iterable[Entity], documents: Collection[str]) -> list[Entity]:
    """Return the places with targets in some documents in the order in which these name them."""
    order = list(documents)

    def standing(entity: Entity) -> tuple[int, int, str]:
        targets = entity.judged(documents)
        sources = [(order.index(one.source.document), one.source.paragraph or 0) for one in targets]
        return (*min(sources), entity.id)

    return sorted((entity for entity in entities if entity.judged(documents)), key=standing)


def by_document(places: Iterable[ScoredPlace], documents: Collection[str]) -> list[ScoredPlace]:
    """Return places document by document, each in the order in which they are named; last those without a
    target in any of them.
    """
    placed = list(places)
    ordered = []
    for id in documents:
        of_it = {place.entity.id: place for place in placed if place.document == id}
        ordered += [of_it[one.id] for one in in_notice_order([of.entity for of in of_it.values()], (id,))]
    return [*ordered, *(place for place in placed if place.document is None)]


def rows_of(
    places: Iterable[ScoredPlace], recipe: Recipe
) -> tuple[tuple[ScoreboardRow, ...], dict[RankedGroup, Ranking]]:
    """Return a row for each place, and the ranking of each kind of place by each document if one was asked
    for.
    """
    rows = tuple(_row(place, recipe)._replace(document=place.document) for place in places)
    if not recipe.ranked:
        return rows, {}
    rankings = {group: rank(_scores(rows, group)) for group in dict.fromkeys(map(_group, rows))}
    return tuple(row._replace(rank=rankings[_group(row)].ranks.get(row.entity.id)) for row in rows), rankings


def _group(row: ScoreboardRow) -> RankedGroup:
    return RankedGroup(row.entity.kind, row.document)


def _scores(rows: Sequence[ScoreboardRow], group: RankedGroup) -> dict[str, Score]:
    return {row.entity.id: row.score for row in rows if row.score and _group(row) == group}


def _row(place: ScoredPlace, recipe: Recipe) -> ScoreboardRow:
    made = place.assessment
    if made is None or not made.findings:
        return ScoreboardRow(place.entity, place.found, made)
    score = score_of(made.findings, recipe.weights)
    change = _change(score, place.earlier, recipe) if place.earlier else None
    return ScoreboardRow(place.entity, place.found, made, score, largest_gap(score), change)


def largest_gap(score: Score) -> Finding | None:
    """Return the finding with the largest shortfall as a share of its target; ``None`` if nothing falls
    short.

    Units differ, so gaps can only be compared as shares.
    """
    short = [part for part in score.valued if part.attainment != 1 or part.finding.outcome is Outcome.MISSED]
    return min(short, key=_attained).finding if short else None


def _attained(part: ScorePart) -> Fraction:
    return part.attainment if part.attainment is not None else Fraction(0)


def _change(now: Score, earlier: Assessment, recipe: Recipe) -> ScoreChange:
    """Return the change of the mean over the targets that have a value in both reports."""
    then = {part.finding.target.id: part for part in score_of(earlier.findings, recipe.weights).parts}
    pairs = [(part, then[id]) for part in now.parts if (id := part.finding.target.id) in then]
    both = [pair for pair in pairs if all(part.attainment is not None for part in pair)]
    after = weighted((part.weight, part.attainment) for part, _ in both)
    before = weighted((part.weight, part.attainment) for _, part in both)
    mean = None if after is None or before is None else after - before
    values = [_value_change(part.finding, old.finding) for part, old in pairs]
    alike = [one for one in values if not (_is_bound(one.finding) or _is_bound(one.earlier))]
    return ScoreChange(earlier, mean, len(both), tuple(alike))


def _value_change(now: Finding, earlier: Finding) -> ValueChange:
    target = now.target
    change = change_of(now.decided_on, earlier.decided_on, target.indicator.kind, target.unit or "")
    return ValueChange(now, earlier, change)


def _is_bound(finding: Finding) -> bool:
    """Whether a finding rests on a bound, or on another scope or counting, so that no difference can be
    taken.
    """
    return finding.decided_bound is not None or Reason.SCOPE in finding.reasons


def unpublished(documents: Documents) -> tuple[int, int]:
    """Return how many places the documents name, and for how many of them no targets are published."""
    counted = [one for one in documents.values() if one.published is not None]
    return sum(one.all_named for one in counted), sum(one.without for one in counted)
