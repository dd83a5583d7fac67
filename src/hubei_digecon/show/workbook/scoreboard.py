"""A scoreboard as a workbook: a row a place in numbers, the findings behind it, and the recipe."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ...domain.assessments import Assessment
from ...domain.findings import Finding
from ...domain.outcomes import INTERIM
from ...domain.printed import decided_on
from ...domain.run import Run
from ...domain.scoreboard import Rank, Score, Scoreboard, ScoreboardRow, ScoreChange, ValueChange
from ...scoreboard import recipe
from ...summaries import board_problems, board_summary
from ..changes import RELATIVE
from ..document import Column, Marks, Table, Value
from ..findings import findings_of
from ..page.words import BOARD_TITLE, FILE, PERIOD
from ..scoreboard.columns import (
    COLUMNS,
    INTERIM_VERDICT,
    NO_REPORT,
    RANK_COLUMNS,
    BoardLine,
    assessment_of,
    columns_of,
    lines_of,
    of_a_place,
    period_cell,
    short,
    where,
)
from ..scoreboard.document import ILLUSTRATIVE, ends, rank_notes, recipe_lines, subtitle
from ..view import View
from . import findings, notes, reports, words
from .annexes import annex_sheets, task_sheets
from .book import AnySheet, written
from .changes import called_of, relative_of
from .diagnostics import diagnostics_sheet
from .numbers import number, share
from .opening import opening, problem_lines
from .opinions import PRINTED_OF_PLACES
from .printed import Block, PrintedLine, PrintedSheet
from .schedule import schedule_sheets

_PLACES_ON_A_PAGE = 8
"""How many places a page has room for, below the summary."""


def scored(board: Scoreboard, view: View) -> bytes:
    """Return the workbook on a scoreboard."""
    run = Run.of_board(board)
    told = [
        *notes.what_it_is(board.illustrative, view),
        notes.Note(PERIOD, str(board.period or "")),
        *notes.what_was_asked(run, board.files, view),
        *notes.what_it_came_to(ends(board, view)),
        *(notes.Note(recipe.TITLE, one) for one in recipe_lines(board, view)),
        *(notes.Note(recipe.TITLE, one) for one in rank_notes(board, view)),
        *notes.files_read(run, board.recipe.weights_file, view),
    ]
    sheets: tuple[AnySheet, ...] = (
        *_printed(board, run, view),
        _summary(board),
        findings.findings_sheet(run),
        Table(words.CHANGES, _CHANGES, tuple(_changed(board)), repeated=2, illustrative=board.illustrative),
        *schedule_sheets(run),
        *task_sheets(run, view),
        *annex_sheets(run),
        diagnostics_sheet(run),
        notes.notes_sheet(told),
    )
    return written(view.say(BOARD_TITLE), sheets, board.as_of, view)


def _printed(board: Scoreboard, run: Run, view: View) -> Iterator[PrintedSheet]:
    """Return the scoreboard and the findings of its places as they are printed."""
    lines, illustrative = lines_of(board), board.illustrative
    above = (
        *opening(
            view.say(BOARD_TITLE),
            (subtitle(board, view),),
            ILLUSTRATIVE if illustrative else None,
            (board_summary(board),),
            view,
        ),
        *problem_lines(board_problems(board), view),
    )
    below = tuple(map(PrintedLine, ends(board, view)))
    pages = 1 + len(lines) // _PLACES_ON_A_PAGE
    columns = tuple(_coloured(column) for column in columns_of(board))
    yield PrintedSheet(words.OVERVIEW, columns, (Block(above, lines, below, pages),), illustrative, True)
    rows = tuple(row for one in run.assessments for row in findings_of(one, run))
    if rows:
        title = (PrintedLine(view.say(words.BY_PLACE), "title"),)
        yield PrintedSheet(words.OPINIONS, PRINTED_OF_PLACES, (Block(title, rows),), illustrative, True)


def _coloured(column: Column[BoardLine]) -> Column[BoardLine]:
    """Return a column of the scoreboard; that of the verdicts with their colours, interim ones too."""
    return column._replace(marks=_interim_marks) if column.id == "verdict" else column


def _interim_marks(view: View) -> Marks:
    interim = view.say(INTERIM_VERDICT.format(term=INTERIM))
    marks = _marks(view)
    return {**marks, **{f"{text}{interim}": mark for text, mark in marks.items()}}


def _summary(board: Scoreboard) -> Table[BoardLine]:
    """Return the table of a scoreboard, a column that holds several numbers as one for each of them."""
    spread = (one for column in columns_of(board) for one in _SPREAD.get(column.id, (column,)))
    columns = (*spread, Column("path", FILE, _path, most=32))
    return Table(words.SUMMARY, columns, lines_of(board), repeated=2, illustrative=board.illustrative)


def _name(line: BoardLine, view: View) -> str:
    return where(line) if isinstance(line, Assessment) else view.say(line.entity.name)


def _verdict(line: BoardLine, view: View) -> str:
    assessment = assessment_of(line)
    return view.say(short(assessment.verdict) if assessment else NO_REPORT)


def _interim(line: BoardLine, view: View) -> str:
    assessment = assessment_of(line)
    return reports.interim(assessment, view) if assessment else ""


def _path(line: BoardLine, _view: View) -> str:
    assessment = assessment_of(line)
    return assessment.source.path if assessment else ""


def _illustrative(line: BoardLine, view: View) -> str:
    assessment = assessment_of(line)
    return findings.marked(assessment, view) if assessment else ""


def _marks(view: View) -> Marks:
    return {**reports.verdict_marks(view), view.say(NO_REPORT): "no_data"}


def _largest(row: ScoreboardRow, view: View) -> str:
    return view.say(row.largest_gap.target.indicator.short) if row.largest_gap else ""


def _largest_gap(row: ScoreboardRow, view: View) -> Value:
    return findings.gap_of(row.largest_gap, view) if row.largest_gap else None


class _Changed(NamedTuple):
    """One value of a place, and what it was in the earlier report."""

    row: ScoreboardRow
    change: ScoreChange
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
    return findings.difference_value(target, now - before, view)


def _period_now(one: _Changed, view: View) -> str:
    return period_cell(one.row.assessment, view) if one.row.assessment else ""


def _indicator(one: _Changed, view: View) -> str:
    return view.say(one.value.finding.target.indicator.short)


def _scored(part: Callable[[Score], Fraction | None]) -> Callable[[BoardLine, View], Value]:
    return of_a_place(lambda row, _: share(part(row.score)) if row.score else None)


def _ranked(part: Callable[[Rank], int]) -> Callable[[BoardLine, View], Value]:
    return of_a_place(lambda row, _: part(row.rank) if row.rank else None)


_HEADINGS = {column.id: column.heading for column in (*COLUMNS, *RANK_COLUMNS)}

_SPREAD: dict[str, tuple[Column[BoardLine], ...]] = {
    "entity": (
        Column("entity", _HEADINGS["entity"], _name, most=36),
        Column("illustrative", words.ILLUSTRATIVE, _illustrative, marks=findings.illustrative_marks),
    ),
    "verdict": (
        Column("verdict", _HEADINGS["verdict"], _verdict, marks=_marks),
        Column("interim", words.INTERIM, _interim),
    ),
    "mean": (
        Column("mean", words.MEAN, _scored(lambda score: score.mean)),
        Column("lower", words.LOWER, _scored(lambda score: score.lower)),
        Column("upper", words.UPPER, _scored(lambda score: score.upper)),
    ),
    "largest_gap": (
        Column("largest_gap_in", _HEADINGS["largest_gap"], of_a_place(_largest)),
        Column("largest_gap", words.LARGEST_GAP, of_a_place(_largest_gap)),
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
"""The columns of the workbook for a column of the scoreboard that holds several values."""

_CHANGES: tuple[Column[_Changed], ...] = (
    Column("entity", _HEADINGS["entity"], lambda one, view: view.say(one.row.entity.name), most=36),
    Column("indicator", words.INDICATOR, _indicator, most=36),
    Column(
        "earlier_period",
        words.EARLIER_PERIOD,
        lambda one, view: period_cell(one.change.earlier, view),
    ),
    Column("earlier", words.EARLIER_VALUE, lambda one, _: _value_of(one.value.earlier)),
    Column("period", words.PERIOD_NOW, _period_now),
    Column("now", words.VALUE_NOW, lambda one, _: _value_of(one.value.finding)),
    Column("difference", words.DIFFERENCE, _difference),
    Column("relative", RELATIVE, lambda one, _: relative_of(one.value.change)),
    Column("called", words.GROWTH, lambda one, view: called_of(one.value.change, view)),
    Column("earlier_path", words.EARLIER_FILE, lambda one, _: one.change.earlier.source.path, most=32),
)
"""The columns of the sheet of changes: both values, so that readers can check the difference."""
