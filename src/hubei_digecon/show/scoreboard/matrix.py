"""Indicators by places: how each place of a kind stands on each indicator, side by side."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...domain.findings import Finding
from ...domain.scoreboard import Scoreboard, ScoreboardRow
from ...shapes.columns import MARKED
from ...text import Text
from ..document import Column, Table, Value
from ..findings import INDICATOR, decided_cell, mark_of, outcome_cell, reported_cell
from ..view import View

TITLE = Text("各项指标完成情况（{kind}）", "Outcomes by indicator ({kind})")

_LEAST_PLACES = 2
"""Places of a kind that are worth standing side by side."""


class MatrixRow(NamedTuple):
    """One indicator, and the finding of each place on it; ``None`` where a place has no target on it."""

    indicator: Text
    findings: tuple[Finding | None, ...]


def matrices_of(board: Scoreboard) -> Iterator[Table[MatrixRow]]:
    """Return a table of indicators by places for each kind of place with several reports."""
    for kind in dict.fromkeys(row.entity.kind for row in board.rows):
        places = [row for row in board.rows if row.entity.kind is kind and _findings(row)]
        if len(places) >= _LEAST_PLACES:
            yield _matrix(TITLE.format(kind=kind.term), places)


def _findings(row: ScoreboardRow) -> tuple[Finding, ...]:
    return tuple(row.assessment.findings) if row.assessment else ()


def _matrix(title: Text, places: list[ScoreboardRow]) -> Table[MatrixRow]:
    columns = (
        Column[MatrixRow](
            "indicator", INDICATOR, lambda row, view: view.say(row.indicator), role="name", most=36
        ),
        *(_column(at, row) for at, row in enumerate(places)),
    )
    illustrative = any(row.assessment and row.assessment.illustrative for row in places)
    return Table(title, columns, tuple(_rows(places)), repeated=1, illustrative=illustrative, spare=True)


def _rows(places: Iterable[ScoreboardRow]) -> Iterator[MatrixRow]:
    """Return a row for each indicator, and as many as an indicator has targets, in their order."""
    of_places = [_by_indicator(_findings(row)) for row in places]
    for key in dict.fromkeys(key for found in of_places for key in found):
        found = tuple(one.get(key) for one in of_places)
        yield MatrixRow(next(one.target.indicator.short for one in found if one), found)


def _by_indicator(findings: Iterable[Finding]) -> dict[tuple[str, int], Finding]:
    """Return findings by their indicator, and which of its targets they are on."""
    found: dict[tuple[str, int], Finding] = {}
    for one in findings:
        id = one.target.indicator.id
        found[id, sum(known == id for known, _ in found)] = one
    return found


def _column(at: int, place: ScoreboardRow) -> Column[MatrixRow]:
    """Return the column of a place: the value, and below it the outcome."""

    def cell(row: MatrixRow, view: View) -> Value:
        finding = row.findings[at]
        if finding is None:
            return None
        value = decided_cell(finding, view) or reported_cell(finding, view)
        return (value, outcome_cell(finding, view))

    def mark(row: MatrixRow) -> str:
        finding = row.findings[at]
        return mark_of(finding) if finding else ""

    name = place.entity.name
    is_marked = place.assessment is not None and place.assessment.illustrative
    return Column(f"place_{at + 1}", MARKED.format(name=name) if is_marked else name, cell, mark=mark)
