"""The scoreboard in JSON, version 1 (``digecon schema scoreboard``): the same input gives the same bytes."""

from collections.abc import Iterator
from fractions import Fraction

from ...domain.assessments import FileDigest
from ...domain.printed import decided_on
from ...domain.run import Run
from ...domain.scoreboard import Score, Scoreboard, ScoreboardRow, ScoreChange, ValueChange
from ...quantity.numbers import plain, rounded
from ...scoreboard import recipe
from ...shapes.result import ResultFile, ResultTargets, Tool
from ...shapes.scoreboard_result import (
    FORMAT,
    BoardChange,
    BoardNote,
    BoardRank,
    BoardRecipe,
    BoardResult,
    BoardRow,
    BoardScore,
    BoardValueChange,
)
from ...summaries import board_summary
from ...version import VERSION
from ..json import (
    assessment_result,
    baseline_result,
    document,
    file_diagnostics,
    known_of,
    left_out_result,
    relative_of,
    settings_result,
)
from ..view import View


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard as JSON; the view does not change it."""
    return document(result(board))


def result(board: Scoreboard) -> BoardResult:
    """Return the scoreboard in the types of its JSON form."""
    run = Run.of_board(board)
    return BoardResult(
        format=FORMAT,
        tool=Tool("digecon", VERSION),
        as_of=board.as_of.isoformat(),
        period=None if board.period is None else str(board.period),
        settings=settings_result(board.settings),
        targets=ResultTargets([_file(file) for file in board.target_files]),
        reviews=[_file(file) for file in board.reviews],
        files=board.files,
        named=board.named,
        unpublished=board.unpublished,
        illustrative=board.illustrative,
        recipe=_recipe(board),
        places=[_row(row, run) for row in board.rows],
        unread=[assessment_result(one, run) for one in board.unread],
        diagnostics=[one for file in board.file_diagnostics for one in file_diagnostics(file)],
        ignored=board.counts.ignored,
        left_out=left_out_result(board.file_diagnostics),
        judged_documents=list(board.documents),
        history=[_file(file) for file in board.history],
        registers=[_file(file) for file in board.registers],
        summary=board_summary(board),
        baseline=baseline_result((known for one in run.assessments for known in known_of(one)), board.counts),
    )


def _file(file: FileDigest) -> ResultFile:
    return ResultFile(file.path, file.sha256)


def _recipe(board: Scoreboard) -> BoardRecipe:
    made = board.recipe
    return BoardRecipe(
        official=False,
        weights={id: plain(weight) for id, weight in made.weights.items()},
        weights_file=_file(made.weights_file) if made.weights_file else None,
        ranked=made.ranked,
        sentences=list(recipe.sentences(made)),
        notes=list(_notes(board)),
    )


def _notes(board: Scoreboard) -> Iterator[BoardNote]:
    for (kind, by), ranking in board.rankings.items():
        if ranking.why_not:
            yield BoardNote(kind.id, None, ranking.why_not, by)
        for entity, why in ranking.left_out.items():
            yield BoardNote(kind.id, entity, why, by)


def _row(row: ScoreboardRow, run: Run) -> BoardRow:
    entity, rank = row.entity, row.rank
    return BoardRow(
        entity=entity.id,
        kind=entity.kind.id,
        name=entity.name,
        within=entity.within,
        reports=row.found,
        verdict=row.verdict.id if row.verdict else None,
        score=_score(row.score) if row.score else None,
        largest_gap=row.largest_gap.target.id if row.largest_gap else None,
        change=_change(row.change) if row.change else None,
        rank=BoardRank(rank.rank, rank.low, rank.high, rank.among) if rank else None,
        assessment=assessment_result(row.assessment, run) if row.assessment else None,
        document=row.document,
    )


def _score(score: Score) -> BoardScore:
    return BoardScore(
        mean=_share(score.mean),
        lower=_share(score.lower),
        upper=_share(score.upper),
        coverage=_share(score.coverage),
        valued=len(score.valued),
        numeric=len(score.parts),
    )


def _share(value: Fraction | None) -> str | None:
    """Return a quotient as written; one just below 1 is never written as 1."""
    return None if value is None else plain(rounded(value, side_of=Fraction(1)))


def _change(change: ScoreChange) -> BoardChange:
    earlier = change.earlier
    return BoardChange(
        path=earlier.source.path,
        sha256=earlier.source.sha256,
        period=str(earlier.period),
        illustrative=earlier.illustrative,
        mean=None if change.mean is None else plain(rounded(change.mean, side_of=Fraction(0))),
        targets=change.targets,
        values=[_value(one) for one in change.values],
    )


def _value(change: ValueChange) -> BoardValueChange:
    now, earlier = decided_on(change.finding), decided_on(change.earlier)
    return BoardValueChange(
        target=change.finding.target.id,
        unit=change.finding.target.unit,
        earlier=_number(earlier),
        now=_number(now),
        difference=None if now is None or earlier is None else plain(now - earlier),
        indicator=change.finding.target.indicator.id,
        relative=relative_of(change.change),
    )


def _number(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)
