"""The scoreboard as a workbook: a row a place in numbers, the findings behind it, and the recipe."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ...findings import Assessment, Finding
from ...run import Run
from ...scoreboard import recipe
from ...scoreboard.board import Change, Row, Scoreboard, ValueChange
from ...scoreboard.ranking import Rank
from ...scoreboard.score import Score
from ...units import IndicatorKind, ratio
from ..numbers import decided_on
from ..page.words import BOARD_TITLE, FILE, PERIOD
from ..view import View
from ..workbook import findings, notes, remarks, reports, words
from ..workbook.book import written
from ..workbook.model import Book, Column, Marks, Sheet, Value
from ..workbook.numbers import number, share
from . import words as board_words

Line = Row | Assessment
"""A place, or an input that could not be read."""

Cell = Callable[[Row, View], Value]


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the workbook on a scoreboard."""
    run = Run.of_board(board)
    told = [
        *notes.what_it_is(board.illustrative, view),
        notes.Note(PERIOD, str(board.period or "")),
        *notes.what_was_asked(run, board.files, view),
        *notes.what_it_came_to(board_words.ends(board, view)),
        *(notes.Note(recipe.TITLE, one) for one in board_words.recipe_lines(board, view)),
        *(notes.Note(recipe.TITLE, one) for one in board_words.rank_notes(board, view)),
        *notes.files_read(run, board.recipe.weights_file, view),
    ]
    changes = Sheet(words.CHANGES, _CHANGES, tuple(_changed(board)), 2, board.illustrative)
    sheets = (_summary(board), findings.sheet_of(run), changes, remarks.sheet_of(run), notes.sheet_of(told))
    return written(Book(BOARD_TITLE, board.as_of, sheets), view)


def _summary(board: Scoreboard) -> Sheet[Line]:
    columns = tuple(_columns(board))
    return Sheet(words.SUMMARY, columns, (*board.rows, *board.unread), 2, board.illustrative)


def _columns(board: Scoreboard) -> Iterator[Column[Line]]:
    """Return the columns of the scoreboard; one that holds several numbers as one for each of them."""
    for column in board_words.columns_of(board):
        yield from _SPREAD.get(column.id, (_as_it_is(column),))
    yield Column("path", FILE, _path, most=32)


def _as_it_is(column: board_words.Column) -> Column[Line]:
    def cell(line: Line, view: View) -> Value:
        if isinstance(line, Assessment):
            return None
        text = column.cell(line, view)
        return (int(text) if text else None) if column.number else text

    return Column(column.id, column.heading, cell, most=36)


def _of_a_place(cell: Cell) -> Callable[[Line, View], Value]:
    """Return what stands in a cell of a place; of what could not be read there is nothing."""
    return lambda line, view: cell(line, view) if isinstance(line, Row) else None


def _assessment(line: Line) -> Assessment | None:
    return line if isinstance(line, Assessment) else line.assessment


def _name(line: Line, view: View) -> str:
    return board_words.where(line) if isinstance(line, Assessment) else view.say(line.entity.name)


def _verdict(line: Line, view: View) -> str:
    assessment = _assessment(line)
    return view.say(board_words.short(assessment.verdict) if assessment else board_words.NO_REPORT)


def _interim(line: Line, view: View) -> str:
    assessment = _assessment(line)
    return reports.interim(assessment, view) if assessment else ""


def _path(line: Line, _view: View) -> str:
    assessment = _assessment(line)
    return assessment.source.path if assessment else ""


def _illustrative(line: Line, view: View) -> str:
    assessment = _assessment(line)
    return findings.marked(assessment, view) if assessment else ""


def _marks(view: View) -> Marks:
    return {**reports.verdict_marks(view), view.say(board_words.NO_REPORT): "no_data"}


def _largest(row: Row, view: View) -> str:
    return view.say(row.largest_gap.target.indicator.short) if row.largest_gap else ""


def _largest_gap(row: Row, view: View) -> Value:
    return findings.gap_of(row.largest_gap, view) if row.largest_gap else None


class _Changed(NamedTuple):
    """One value of a place, and what it was in the earlier report."""

    row: Row
    change: Change
    value: ValueChange


def _changed(board: Scoreboard) -> Iterator[_Changed]:
    return (
        _Changed(row, row.change, value) for row in board.rows if row.change for value in row.change.values
    )


def _value_of(finding: Finding) -> Value:
    return number(decided_on(finding), finding.target.unit or "")


def _difference(one: _Changed, view: View) -> Value:
    """Return the difference of the two numbers beside it."""
    target = one.value.finding.target
    now, before = decided_on(one.value.finding), decided_on(one.value.earlier)
    if now is None or before is None or target.unit is None:
        return None
    if target.indicator.kind is IndicatorKind.SHARE:
        return number((now - before) * ratio(target.unit, "%"), view.say(words.POINTS), signed=True)
    return number(now - before, target.unit, signed=True)


def _period_now(one: _Changed, view: View) -> str:
    return board_words.period_cell(one.row.assessment, view) if one.row.assessment else ""


def _indicator(one: _Changed, view: View) -> str:
    return view.say(one.value.finding.target.indicator.short)


def _scored(part: Callable[[Score], Fraction | None]) -> Callable[[Line, View], Value]:
    return _of_a_place(lambda row, _: share(part(row.score)) if row.score else None)


def _ranked(part: Callable[[Rank], int]) -> Callable[[Line, View], Value]:
    return _of_a_place(lambda row, _: part(row.rank) if row.rank else None)


_HEADINGS = {column.id: column.heading for column in (*board_words.COLUMNS, *board_words.RANK_COLUMNS)}

_SPREAD: dict[str, tuple[Column[Line], ...]] = {
    "entity": (
        Column("entity", _HEADINGS["entity"], _name, most=36),
        Column("illustrative", words.ILLUSTRATIVE, _illustrative, findings.illustrative_marks),
    ),
    "verdict": (
        Column("verdict", _HEADINGS["verdict"], _verdict, _marks),
        Column("interim", words.INTERIM, _interim),
    ),
    "mean": (
        Column("mean", words.MEAN, _scored(lambda score: score.mean), begins_page=True),
        Column("lower", words.LOWER, _scored(lambda score: score.lower)),
        Column("upper", words.UPPER, _scored(lambda score: score.upper)),
    ),
    "largest_gap": (
        Column("largest_gap_in", _HEADINGS["largest_gap"], _of_a_place(_largest)),
        Column("largest_gap", words.LARGEST_GAP, _of_a_place(_largest_gap)),
    ),
    "rank": (
        Column("rank", _HEADINGS["rank"], _ranked(lambda rank: rank.rank)),
        Column("rank_among", words.RANKED, _ranked(lambda rank: rank.among)),
    ),
    "interval": (
        Column("rank_low", words.RANK_LOW, _ranked(lambda rank: rank.low)),
        Column("rank_high", words.RANK_HIGH, _ranked(lambda rank: rank.high)),
    ),
    "coverage": (Column("coverage", _HEADINGS["coverage"], _scored(lambda score: score.coverage)),),
}
"""What stands for the columns that hold more than one text or whole number."""

_CHANGES: tuple[Column[_Changed], ...] = (
    Column("entity", _HEADINGS["entity"], lambda one, view: view.say(one.row.entity.name), most=36),
    Column("indicator", words.INDICATOR, _indicator, most=36),
    Column(
        "earlier_period",
        words.EARLIER_PERIOD,
        lambda one, view: board_words.period_cell(one.change.earlier, view),
    ),
    Column("earlier", words.EARLIER_VALUE, lambda one, _: _value_of(one.value.earlier)),
    Column("period", words.PERIOD_NOW, _period_now),
    Column("now", words.VALUE_NOW, lambda one, _: _value_of(one.value.finding)),
    Column("difference", words.DIFFERENCE, _difference),
    Column("earlier_path", words.EARLIER_FILE, lambda one, _: one.change.earlier.source.path, most=32),
)
"""What stands on the sheet of changes: both values, so that the difference can be reckoned."""
