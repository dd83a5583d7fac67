"""The scoreboard in CSV (RFC 4180): a row a place, an unreadable input, and another file with diagnostics.

The columns are those of the JSON form with nested parts spread out. Every row has the recipe, since a row can
be passed on alone.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ...diagnostics import Place, Severity, located
from ...domain.outcomes import Outcome
from ...domain.scoreboard import Scoreboard
from ...shapes.result import ResultAssessment, ResultCounts, ResultDiagnostic
from ...shapes.scoreboard_result import (
    BoardChange,
    BoardRank,
    BoardResult,
    BoardRow,
    BoardScore,
    BoardValueChange,
)
from ...text import LANGS, Text
from ..csv import cell_of, csv_line
from ..records import Kind, kinds_of
from ..view import View
from .json import result

COLUMNS = (
    "entity",
    "kind",
    *(f"name_{lang}" for lang in LANGS),
    "within",
    "period",
    "reports",
    "verdict",
    "final",
    "illustrative",
    *(outcome.id for outcome in Outcome),
    "mean",
    "lower",
    "upper",
    "coverage",
    "valued",
    "numeric",
    "largest_gap",
    "change_mean",
    "change_since",
    "change_targets",
    "change_illustrative",
    "rank",
    "rank_low",
    "rank_high",
    "rank_among",
    "path",
    "sha256",
    "line",
    "column",
    *(f"error_{lang}" for lang in LANGS),
    "official",
    *(f"recipe_{lang}" for lang in LANGS),
    "change_values",
    "change_path",
    "change_sha256",
    *(f"diagnostics_{lang}" for lang in LANGS),
    "document",
)
"""Every column, in order. A row without a value has an empty cell."""


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard as CSV; the view does not change it."""
    return "".join(map(csv_line, (COLUMNS, *(map(cell_of, row) for row in rows_of(board)))))


def rows_of(board: Scoreboard) -> Iterator[list[object]]:
    """Return the rows, with a value in each column as the JSON form has it."""
    made = result(board)
    rows = [
        *(_place(row, made) for row in made.places),
        *(_unread(one, made) for one in made.unread),
        *_beside(made),
    ]
    return ([row.get(column) for column in COLUMNS] for row in rows)


def column_kinds() -> dict[str, Kind]:
    """Return what each column holds."""
    made = {
        **dict.fromkeys(COLUMNS, Kind.TEXT),
        **kinds_of(ResultDiagnostic),
        **kinds_of(ResultAssessment),
        **kinds_of(BoardScore),
        **kinds_of(BoardRow),
        **kinds_of(ResultCounts),
        **kinds_of(
            BoardRank, {"rank": "rank", "rank_low": "low", "rank_high": "high", "rank_among": "among"}
        ),
        **kinds_of(
            BoardChange,
            {f"change_{name}": name for name in ("mean", "targets", "illustrative", "path", "sha256")},
        ),
        "official": Kind.FLAG,
    }
    return {column: made[column] for column in COLUMNS}


def _place(row: BoardRow, made: BoardResult) -> dict[str, Any]:
    names = ("entity", "kind", "within", "reports", "largest_gap", "document")
    named = {name: getattr(row, name) for name in names}
    return {
        **named,
        **_texts("name", row.name),
        "period": made.period,
        "verdict": row.verdict,
        **_score(row),
        **_change(row),
        **_rank(row),
        **(_assessment(row.assessment) if row.assessment else {}),
        **_recipe(made),
    }


def _unread(assessment: ResultAssessment, made: BoardResult) -> dict[str, Any]:
    return {
        **_assessment(assessment),
        "entity": assessment.entity,
        "period": assessment.period,
        "verdict": assessment.verdict,
        **_recipe(made),
    }


def _beside(made: BoardResult) -> Iterator[dict[str, Any]]:
    """Return a row for each other file with diagnostics."""
    for path, said in groupby(made.diagnostics, lambda one: one.path):
        yield {"path": path, **_said(tuple(said)), **_recipe(made)}


def _said(diagnostics: Sequence[ResultDiagnostic]) -> dict[str, str]:
    """Return the diagnostics on a file: id, place and words of each."""
    return {
        f"diagnostics_{lang}": "; ".join(
            f"{one.id} {_at(one)}: {one.message.pick(lang)}" for one in diagnostics
        )
        for lang in LANGS
    }


def _at(one: ResultDiagnostic) -> str:
    if one.line is None or one.column is None:
        return one.path
    return located(one.path, Place(one.line, one.column, sheet=one.sheet or ""))


def _assessment(one: ResultAssessment) -> dict[str, Any]:
    """Return the cells of a report: its own, its first error, and its diagnostics."""
    names = ("final", "illustrative", "path", "sha256")
    counts = {outcome.id: getattr(one.counts, outcome.id) for outcome in Outcome} if one.findings else {}
    error = next((said for said in one.diagnostics if said.severity == Severity.ERROR.id), None)
    place = {"line": error.line, "column": error.column, **_texts("error", error.message)} if error else {}
    return {**{name: getattr(one, name) for name in names}, **counts, **place, **_said(one.diagnostics)}


def _score(row: BoardRow) -> dict[str, Any]:
    names = ("mean", "lower", "upper", "coverage", "valued", "numeric")
    return {name: getattr(row.score, name) for name in names} if row.score else {}


def _change(row: BoardRow) -> dict[str, Any]:
    change = row.change
    if change is None:
        return {}
    return {
        "change_mean": change.mean,
        "change_since": change.period,
        "change_targets": change.targets,
        "change_illustrative": change.illustrative,
        "change_values": "; ".join(map(_value, change.values)),
        "change_path": change.path,
        "change_sha256": change.sha256,
    }


def _value(one: BoardValueChange) -> str:
    """Return a target with the earlier value, the value now, the difference and the unit."""
    parts = (
        one.target,
        *(getattr(one, name) or "?" for name in ("earlier", "now", "difference")),
        one.unit or "",
    )
    return " ".join(parts).rstrip()


def _rank(row: BoardRow) -> dict[str, Any]:
    rank = row.rank
    if rank is None:
        return {}
    return {"rank": rank.rank, "rank_low": rank.low, "rank_high": rank.high, "rank_among": rank.among}


def _recipe(made: BoardResult) -> dict[str, Any]:
    recipe = made.recipe
    words = Text.joined((*recipe.sentences, *(note.why for note in recipe.notes)))
    return {"official": recipe.official, **_texts("recipe", words)}


def _texts(name: str, text: Text) -> dict[str, str]:
    return {f"{name}_{lang}": text.pick(lang) for lang in LANGS}
